#pragma once

#include "formula/rational.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Exact arithmetic with rational functions of atoms (x, exp(x), sqrt(1 + x^2), ...), in which an equation of formulas
/// is proved by multiplying it out.
namespace actlas::formula::algebra {

/// Thrown where a computation cannot be carried out: it overflows, or becomes too long.
struct OutOfReach {};

/// An atom, by its number in the ring, to a power.
struct Power {
    std::size_t atom = 0;
    Rational exponent;
    friend bool operator==(const Power& a, const Power& b) { return a.atom == b.atom && a.exponent == b.exponent; }
};

/// A product of powers of different atoms, sorted by atom; no exponent is 0.
using Monomial = std::vector<Power>;

struct MonomialOrder {
    bool operator()(const Monomial& a, const Monomial& b) const;
};

/// A sum of monomials with coefficients other than 0.
using Polynomial = std::map<Monomial, Rational, MonomialOrder>;

struct Fraction {
    Polynomial top;
    Polynomial bottom;
};

/// What is taken as given: the function `name` of an argument.
struct Atom {
    std::string name;
    Fraction argument;
    bool real = true;
    bool positive = false; ///< wherever it has a value
};

// Names of atoms that the ring knows rules for.
inline constexpr std::string_view exponential = "exp";       ///< e to the power of a monomial: exponents multiply
inline constexpr std::string_view circular = "exp i";        ///< the same of i times a monomial
inline constexpr std::string_view logarithm = "log";         ///< of a polynomial
inline constexpr std::string_view root = "root";             ///< a polynomial to a power from (0, 1)
inline constexpr std::string_view imaginary = "i";           ///< i^2 = -1
inline constexpr std::string_view positive_constant = "num"; ///< pi, or a literal that no fraction is

/// The arithmetic. Results are equal to what the operands mean wherever both have a value. Throws OutOfReach.
class Ring {
public:
    static Fraction number(Rational value);
    Fraction of_atom(std::size_t atom, Rational exponent = one) const;

    /// The atom that is this function of this argument, made if there is none yet.
    std::size_t atom(std::string_view name, const Fraction& argument, bool positive);

    Fraction sum(const Fraction& a, const Fraction& b);
    Fraction product(const Fraction& a, const Fraction& b);
    Fraction quotient(const Fraction& a, const Fraction& b);
    Fraction negated(Fraction a) const;
    Fraction power(const Fraction& base, Rational exponent);

    Fraction exp(const Fraction& u) { return exp(u, exponential); }
    Fraction exp_i(const Fraction& u) { return exp(u, circular); } ///< cos(u) + i sin(u)
    Fraction log(const Fraction& u);
    Fraction i();

    /// Whether the two are equal as rational functions of the atoms.
    bool equal(const Fraction& a, const Fraction& b);
    bool real(const Fraction& a) const;
    /// Positive by form; false says nothing.
    bool positive(const Polynomial& a) const;

private:
    Polynomial sum(const Polynomial& a, const Polynomial& b) const;
    Polynomial product(const Polynomial& a, const Polynomial& b);
    void add_product(Polynomial& to, const Monomial& a, const Monomial& b, Rational coefficient);
    Fraction whole_power(const Fraction& base, std::int64_t exponent);
    Fraction root_of(const Polynomial& base, Rational exponent);
    Fraction root_of_number(std::int64_t number, Rational exponent);
    Fraction exp(const Fraction& u, std::string_view name);
    Fraction log_of(const Polynomial& u);
    Fraction log_of_number(std::int64_t number);

    /// A polynomial as number * monomial * rest, the first two positive, so that multiples have the same rest.
    struct Parts {
        Rational number = one;
        Monomial monomial;
        Polynomial rest;
    };
    Parts parts(const Polynomial& a);

    /// The fraction as one polynomial, perhaps with negative exponents, where its divisor is a monomial.
    std::optional<Polynomial> laurent(const Fraction& a);

    std::vector<Atom> atoms_;
};

} // namespace actlas::formula::algebra
