#pragma once

#include "formula/normal_form.hpp"
#include "formula/simplify.hpp"

#include <limits>
#include <optional>

namespace actlas::formula {

/// The x for which a branch of an if() is taken.
struct Domain {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool low_open = true; ///< low itself is not part of it
    bool high_open = true;
};

/// Rewrites a formula from its leaves up. Sums and products go through NormalForm; each kind of rule has a file of its
/// own: simplify_call.cpp, simplify_product.cpp, simplify_sum.cpp, simplify_pairs.cpp, simplify_choice.cpp.
class Simplifier {
public:
    explicit Simplifier(Equality equality) : equality_(equality), form_(most_work) {}

    /// Repeats until nothing changes, or, of a formula whose rules swell, until the work becomes too much.
    Expr simplify(const Expr& expr);

private:
    Expr visit(const Expr& expr);
    Expr rewrite(const Expr& expr);

    // simplify_call.cpp
    Expr call(const Primitive& primitive, std::vector<Expr> arguments);
    std::optional<Expr> folded(const Primitive& primitive, const std::vector<Expr>& arguments);
    std::optional<Expr> inverse(const Primitive& primitive, const Expr& argument);
    bool is_negative(const Expr& expr);

    // simplify_product.cpp
    Expr product(Term term);
    void tidy(Term& term);
    bool tidy_signs(Term& term);
    bool tidy_circulars(Term& term);
    bool tidy_hyperbolics(Term& term);
    bool tidy_exponentials(Term& term);
    bool tidy_roots(Term& term);
    bool take_out_numbers(Term& term);
    bool match_sums(Term& term);
    bool match_sum(Term& term, const Factor& sum, const Factor& other);

    // simplify_sum.cpp
    Expr sum(std::vector<Term> terms);
    std::vector<Term> collect(std::vector<Term> terms);
    std::optional<std::vector<Term>> expand(const Term& term);
    std::optional<Expr> combine(const std::vector<Term>& terms);
    std::optional<std::vector<Term>> combine_some(const std::vector<Term>& terms);
    Term common_factors(const std::vector<Term>& terms);
    std::vector<Term> divided(const std::vector<Term>& terms, const Term& divisor);
    Term lowest_powers(const std::vector<Term>& terms);

    // simplify_pairs.cpp
    bool apply_pair(std::vector<Term>& terms);
    std::optional<Term> with_unit(const Term& term, const Term& plain);
    std::optional<Term> with_other(const Term& first, const Term& second);
    std::optional<Term> without(const Term& term, const std::string& key, std::int64_t exponent);
    Term times(Term term, const Expr& factor, Rational coefficient);

    // simplify_choice.cpp
    Expr choice(Relation relation, const Expr& lhs, const Expr& rhs, const Expr& then, const Expr& otherwise);
    std::vector<Term> difference(const Expr& left, const Expr& right);
    Expr choice_like(const Expr& pattern, const Expr& then, const Expr& otherwise);
    std::optional<Expr> push_into_choice(const Term& term);
    std::optional<Expr> merge_choices(const std::vector<Term>& terms);
    std::optional<Expr> in_domain(const Expr& expr, const Domain& domain);
    std::optional<Expr> call_in_domain(const Expr& expr, const Domain& domain);
    std::optional<int> sign_in_domain(const Expr& expr, const Domain& domain);
    std::string condition_key(const Expr& choice);

    static constexpr std::size_t most_work = 20'000'000; ///< a tenth of a second or so

    Equality equality_;
    NormalForm form_;
    struct Visited {
        Expr from; ///< keeps the node alive, so that its address stays its own
        Expr to;
    };
    std::unordered_map<const Expr::Node*, Visited> visited_;
};

/// True of a call of that primitive.
bool is_call(const Expr& expr, std::string_view primitive);

} // namespace actlas::formula
