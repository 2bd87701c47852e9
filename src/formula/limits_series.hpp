#pragma once
// Asymptotic expansions as t -> +inf: finite sums of monomials t^p log(t)^q exp(...) with a bound of what is left out.

#include "formula/limits_coefficient.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace actlas::formula::asymptotic {

struct Term;

/// t^power * log(t)^log_power * exp(sum of exponent), where the exponent's monomials all grow without bound, fastest
/// first, and none is a plain log(t).
struct Monomial {
    Rational power{0};
    Rational log_power{0};
    std::vector<Term> exponent; // no initialiser: it would need Term to be complete
};

struct Term {
    Coefficient coefficient;
    Monomial monomial;
};

Monomial operator*(const Monomial& a, const Monomial& b);
Monomial power(const Monomial& m, const Rational& exponent);

/// 1: grows without bound, 0: is constantly 1, -1: goes to 0.
int growth(const Monomial& m);

/// The growth of a/b.
int compare(const Monomial& a, const Monomial& b);

/// What is known of the remainder r of an expansion with error m beside |r| <= C m: that r/m has no limit and ...
enum class Wave {
    none,       ///< (nothing is known)
    bounded,    ///< ... is bounded
    two_signed, ///< ... is bounded and has limit points on both sides of 0
};

/// terms + O(error), for all t large enough.
struct Series {
    std::vector<Term> terms = {}; ///< fastest growing first, all growing faster than the error, coefficients not 0
    std::optional<Monomial> error = {}; ///< none: the sum is exact
    Wave wave = Wave::none;
    std::size_t kept = 16; ///< the number of terms after which it is cut; what is made of two series keeps the fewer

    Series() = default;
    explicit Series(const Coefficient& constant);
    explicit Series(Term term);
    static Series remainder(Monomial error, Wave wave = Wave::none);

    bool zero() const { return terms.empty() && !error; }
    /// The sign for all t large enough; throws Undecided if that is not known.
    int sign() const;
    /// The growth of the leading term; throws Undecided if it is not known.
    int leading_growth() const;
};

Series operator+(const Series& a, const Series& b);
Series operator*(const Series& a, const Series& b);
Series operator-(const Series& a);
inline Series operator-(const Series& a, const Series& b) {
    return a + -b;
}
Series power(const Series& base, const Rational& exponent);
inline Series operator/(const Series& a, const Series& b) {
    return a * power(b, {-1});
}
Series exp(const Series& u);
Series log(const Series& u);

/// The sum of c(k) u^k from k = 0, cut after the terms that u keeps, for u that goes to 0.
Series compose(const std::function<Coefficient(std::int64_t k)>& c, const Series& u);

/// The sum of coefficients[k] u^k and no more, or, if it goes on, + O(u^n) where n is their number.
Series compose(const std::vector<Coefficient>& coefficients, const Series& u, bool endless);

} // namespace actlas::formula::asymptotic
