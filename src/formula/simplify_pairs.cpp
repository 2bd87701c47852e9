// Identities between two terms of a sum. Each one trades a difference that cancels for a function that does not.

#include "formula/build.hpp"
#include "formula/primitive.hpp"
#include "formula/simplifier.hpp"

#include <algorithm>
#include <array>

namespace actlas::formula {

using namespace build;

namespace {

/// c M g(u)^power + ratio c M = factor c M h(scale u)^power.
struct UnitIdentity {
    std::string_view from;
    std::int64_t power;
    Rational ratio;
    std::string_view to;
    Rational scale;
    Rational factor;
};

/// Every pair is tried: sums longer than people write are left alone.
constexpr std::size_t most_paired_terms = 64;

constexpr Rational minus_one{-1};
constexpr Rational two{2};

constexpr std::array unit_identities{
    UnitIdentity{"tanh", 2, minus_one, "sech", one, minus_one},
    UnitIdentity{"sech", 2, minus_one, "tanh", one, minus_one},
    UnitIdentity{"sin", 2, minus_one, "cos", one, minus_one},
    UnitIdentity{"cos", 2, minus_one, "sin", one, minus_one},
    UnitIdentity{"cosh", 2, minus_one, "sinh", one, one},
    UnitIdentity{"sinh", 2, one, "cosh", one, one},
    UnitIdentity{"tanh", 1, one, "sigmoid", two, two},
    UnitIdentity{"tanh", 1, minus_one, "sigmoid", {-2}, {-2}},
    UnitIdentity{"sigmoid", 1, minus_one, "sigmoid", minus_one, minus_one},
    UnitIdentity{"sigmoid", 1, {-1, 2}, "tanh", half, half},
    UnitIdentity{"erf", 1, one, "erfc", minus_one, one},
    UnitIdentity{"erf", 1, minus_one, "erfc", one, minus_one},
    UnitIdentity{"erfc", 1, minus_one, "erf", one, minus_one},
    UnitIdentity{"erfc", 1, {-2}, "erfc", minus_one, minus_one},
    UnitIdentity{"normal_cdf", 1, minus_one, "normal_cdf", minus_one, minus_one},
    UnitIdentity{"exp", 1, minus_one, "expm1", one, one},
    UnitIdentity{"expm1", 1, one, "exp", one, one},
};

/// c M g(u)^power + ratio c M h(u)^power = factor c M k(scale u).
struct PairIdentity {
    std::string_view first;
    std::string_view second;
    std::int64_t power;
    bool mirrored; ///< the second has the argument -u
    Rational ratio;
    std::string_view to; ///< "" for 1
    Rational scale;
    Rational factor;
};

constexpr std::array pair_identities{
    PairIdentity{"sin", "cos", 2, false, one, "", one, one},
    PairIdentity{"cos", "sin", 2, false, minus_one, "cos", two, one},
    PairIdentity{"tanh", "sech", 2, false, one, "", one, one},
    PairIdentity{"cosh", "sinh", 2, false, minus_one, "", one, one},
    PairIdentity{"sigmoid", "sigmoid", 1, true, one, "", one, one},
    PairIdentity{"normal_cdf", "normal_cdf", 1, true, one, "", one, one},
    PairIdentity{"sigmoid", "sigmoid", 1, true, minus_one, "tanh", half, one},
    PairIdentity{"exp", "exp", 1, true, one, "cosh", one, two},
    PairIdentity{"exp", "exp", 1, true, minus_one, "sinh", one, two},
};

/// The term's factors that depend on x.
std::string key_of_varying(const Term& term) {
    Term varying;
    for (const Factor& factor : term.factors)
        if (depends_on_variable(factor.base)) varying.factors.push_back(factor);
    return NormalForm::key_of_factors(varying);
}

/// Whether another term than `plain` is a multiple of it by a parameter. In a - 1 + 2 sigmoid(2u) the -1 belongs with
/// a, which may be 1: a + tanh(u) would lose the digits that the sum has where u is far below 0.
bool is_shared(const std::vector<Term>& terms, std::size_t plain) {
    const std::string key = key_of_varying(terms[plain]);
    for (std::size_t k = 0; k < terms.size(); ++k)
        if (k != plain && key_of_varying(terms[k]) == key) return true;
    return false;
}

} // namespace

/// The term without `exponent` powers of one factor; nothing if it has fewer.
std::optional<Term> Simplifier::without(const Term& term, const std::string& key, std::int64_t exponent) {
    const Factor* const factor = term.find(key);
    if (factor == nullptr || !factor->exponent.whole() || factor->exponent.numerator < exponent) return std::nullopt;
    Term rest = term;
    NormalForm::multiply(rest, Factor{factor->base, factor->key, Rational{-exponent}});
    return rest;
}

Term Simplifier::times(Term term, const Expr& factor, Rational coefficient) {
    form_.multiply(term, coefficient);
    form_.multiply(term, form_.term(factor));
    return term;
}

/// `term` holds a function, `plain` is the same without it.
std::optional<Term> Simplifier::with_unit(const Term& term, const Term& plain) {
    const auto ratio = multiply(plain.coefficient, power(term.coefficient, -1).value_or(Rational{0}));
    if (!ratio) return std::nullopt;
    const std::string plain_key = NormalForm::key_of_factors(plain);
    for (const Factor& factor : term.factors) {
        // sqrt(1 + u) - 1 without cancellation.
        if (factor.base.kind() == Kind::add && factor.exponent == half && *ratio == minus_one) {
            Term rest = term;
            NormalForm::multiply(rest, Factor{factor.base, factor.key, negate(half)});
            std::vector<Term> inside = form_.terms(factor.base);
            const auto unit = std::find_if(inside.begin(), inside.end(),
                                           [](const Term& t) { return t.is_number() && t.coefficient.is(1); });
            if (unit != inside.end() && NormalForm::key_of_factors(rest) == plain_key) {
                inside.erase(unit);
                return times(std::move(rest), build::call("sqrt1pm1", sum(std::move(inside))), one);
            }
        }
        if (factor.base.kind() != Kind::call || factor.base.operands().size() != 1) continue;
        for (const UnitIdentity& identity : unit_identities) {
            if (factor.base.node().primitive->name != identity.from || !(*ratio == identity.ratio)) continue;
            auto rest = without(term, factor.key, identity.power);
            if (!rest || NormalForm::key_of_factors(*rest) != plain_key) continue;
            Term argument = form_.term(factor.base.operand(0));
            form_.multiply(argument, identity.scale);
            const Expr result = visit(build::call(identity.to, visit(product(argument))));
            return times(std::move(*rest), visit(build::pow(result, static_cast<double>(identity.power))),
                         identity.factor);
        }
    }
    return std::nullopt;
}

/// Both terms hold a function.
std::optional<Term> Simplifier::with_other(const Term& first, const Term& second) {
    const auto ratio = multiply(second.coefficient, power(first.coefficient, -1).value_or(Rational{0}));
    if (!ratio) return std::nullopt;
    for (const Factor& f : first.factors) {
        if (f.base.kind() != Kind::call || f.base.operands().size() != 1) continue;
        const Expr u = f.base.operand(0);
        for (const Factor& g : second.factors) {
            if (g.base.kind() != Kind::call || g.base.operands().size() != 1) continue;
            const Expr v = g.base.operand(0);
            for (const PairIdentity& identity : pair_identities) {
                if (!is_call(f.base, identity.first) || !is_call(g.base, identity.second) ||
                    !(*ratio == identity.ratio))
                    continue;
                if (form_.key(identity.mirrored ? visit(-u) : u) != form_.key(v)) continue;
                auto rest = without(first, f.key, identity.power);
                const auto other = without(second, g.key, identity.power);
                if (!rest || !other || NormalForm::key_of_factors(*rest) != NormalForm::key_of_factors(*other))
                    continue;
                Term argument = form_.term(u);
                form_.multiply(argument, identity.scale);
                const Expr result =
                    identity.to.empty() ? num(1) : visit(build::call(identity.to, visit(product(std::move(argument)))));
                return times(std::move(*rest), result, identity.factor);
            }
            // sigmoid(u) - sigmoid(v) = -sigmoid(u) sigmoid(-v) expm1(v - u) keeps the digits of the difference in both
            // tails.
            if (!is_call(f.base, "sigmoid") || !is_call(g.base, "sigmoid") || !(*ratio == minus_one)) continue;
            const Expr distance = visit(v - u);
            auto rest = without(first, f.key, 1);
            const auto other = without(second, g.key, 1);
            if (depends_on_variable(distance) || !rest || !other ||
                NormalForm::key_of_factors(*rest) != NormalForm::key_of_factors(*other)) {
                continue;
            }
            return times(std::move(*rest),
                         f.base * visit(build::call("sigmoid", visit(-v))) * build::call("expm1", distance), minus_one);
        }
    }
    return std::nullopt;
}

bool Simplifier::apply_pair(std::vector<Term>& terms) {
    if (terms.size() > most_paired_terms) return false;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        for (std::size_t j = 0; j < terms.size(); ++j) {
            if (i == j) continue;
            auto replacement = is_shared(terms, j) ? std::nullopt : with_unit(terms[i], terms[j]);
            if (!replacement) replacement = with_other(terms[i], terms[j]);
            if (!replacement) continue;
            terms[std::min(i, j)] = std::move(*replacement);
            terms.erase(terms.begin() + static_cast<std::ptrdiff_t>(std::max(i, j)));
            return true;
        }
    }
    return false;
}

} // namespace actlas::formula
