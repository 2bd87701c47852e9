#pragma once

#include "formula/expr.hpp"
#include "formula/rational.hpp"

#include <limits>
#include <string>
#include <unordered_map>
#include <vector>

namespace actlas::formula {

/// A base to a fixed power. The key is equal for bases that are equal up to the order of terms and factors.
struct Factor {
    Expr base;
    std::string key;
    Rational exponent;
};

/// A coefficient times factors with different bases; square roots are the power 1/2.
struct Term {
    Rational coefficient = one;
    std::vector<Factor> factors;

    /// The factor with that key, or nullptr.
    Factor* find(const std::string& key);
    const Factor* find(const std::string& key) const;
    bool is_number() const { return factors.empty(); }
};

/// Takes simplified formulas apart into sums of terms and writes them again in the order in which people do.
class NormalForm {
public:
    /// Thrown when the work has become too much.
    struct TooMuchWork {};

    /// `most_work`: bound on the lengths of all keys made and written, in characters.
    explicit NormalForm(std::size_t most_work = std::numeric_limits<std::size_t>::max()) : work_left_(most_work) {}

    Term term(const Expr& expr);
    std::vector<Term> terms(const Expr& expr);

    /// Equal keys mean equal formulas.
    const std::string& key(const Expr& expr);
    /// The same for a term without its coefficient.
    static std::string key_of_factors(const Term& term);

    void multiply(Term& term, const Term& by);
    void multiply(Term& term, const Expr& base, Rational exponent = one);
    static void multiply(Term& term, Factor factor);
    /// A number that cannot be folded into the coefficient becomes a factor.
    void multiply(Term& term, Rational number);

    Term power(const Expr& base, Rational exponent);

    Expr product(const Term& term);
    Expr sum(const std::vector<Term>& terms);

private:
    Term power(const Term& base, Rational exponent, const Expr& whole);
    Term split_call(const Expr& expr);
    Term split_power(const Expr& expr);
    void merge_powers(std::vector<Factor>& factors);
    Expr write_factor(const Factor& factor, Rational exponent);
    std::string make_key(const Expr& expr);

    struct Known {
        Expr expr; ///< keeps the node alive, so that its address stays its own
        std::string key;
    };
    void spend(std::size_t work);

    std::unordered_map<const Expr::Node*, Known> keys_;
    std::size_t work_left_;
};

/// The formula as an exact number, if it is one.
std::optional<Rational> as_number(NormalForm& form, const Expr& expr);

/// The value of a fraction as a formula: 3, 0.5, 1/3.
Expr write_number(Rational value);

} // namespace actlas::formula
