// Sums: like terms, common factors, and common denominators where they make terms cancel.

#include "formula/simplifier.hpp"

#include <algorithm>
#include <unordered_map>

namespace actlas::formula {

namespace {

/// Bounds on expansion, so that a formula that does not cancel costs little.
constexpr std::size_t most_expanded_terms = 60;
constexpr std::size_t most_combined_terms = 12;
constexpr std::int64_t highest_expanded_power = 4;

bool is_expandable(const Factor& factor) {
    return factor.base.kind() == Kind::add && factor.exponent.whole() && !factor.exponent.negative() &&
           factor.exponent.numerator <= highest_expanded_power;
}

/// True of sqrt(u)^3 with a sum u: over such a numerator nothing becomes simpler.
bool has_high_root(const Term& term) {
    return std::any_of(term.factors.begin(), term.factors.end(), [](const Factor& f) {
        return f.base.kind() == Kind::add && !f.exponent.whole() && less(one, f.exponent);
    });
}

/// True if u^n occurs for the base u of the factor: u^n/u = u^(n - 1) is to stay together.
bool has_power_of(const std::vector<Term>& terms, const Factor& factor) {
    return std::any_of(terms.begin(), terms.end(), [&](const Term& term) {
        return std::any_of(term.factors.begin(), term.factors.end(), [&](const Factor& f) {
            return f.base.kind() == Kind::power && f.base.operand(0) == factor.base;
        });
    });
}

/// A polynomial in x with constant coefficients: people write it term by term.
bool is_polynomial(const std::vector<Term>& terms) {
    return std::all_of(terms.begin(), terms.end(), [](const Term& term) {
        return std::all_of(term.factors.begin(), term.factors.end(), [](const Factor& f) {
            return !depends_on_variable(f.base) ||
                   (f.base.kind() == Kind::variable && f.exponent.whole() && !f.exponent.negative());
        });
    });
}

} // namespace

Expr Simplifier::sum(std::vector<Term> terms) {
    terms = collect(std::move(terms));
    if (auto merged = merge_choices(terms)) return *merged;
    while (apply_pair(terms))
        terms = collect(std::move(terms));
    if (terms.empty()) return Expr::number(0);
    if (terms.size() == 1) return product(terms.front());

    const Term common = is_polynomial(terms) ? Term{} : common_factors(terms);
    if (!common.factors.empty()) {
        Term result = common;
        form_.multiply(result, form_.term(sum(divided(terms, common))));
        return product(std::move(result));
    }
    if (auto combined = combine_some(terms)) return sum(std::move(*combined));
    return form_.sum(terms);
}

/// Adds up terms with the same factors and drops those that vanish; the order is that of first appearance.
std::vector<Term> Simplifier::collect(std::vector<Term> terms) {
    std::vector<Term> result;
    std::unordered_map<std::string, std::size_t> places;
    for (Term& term : terms) {
        tidy(term);
        if (term.coefficient.is(0)) continue;
        const auto [place, is_new] = places.try_emplace(NormalForm::key_of_factors(term), result.size());
        if (!is_new) {
            Term& present = result[place->second];
            if (const auto total = add(present.coefficient, term.coefficient)) {
                present.coefficient = *total;
                continue;
            }
        }
        result.push_back(std::move(term));
    }
    std::erase_if(result, [](const Term& t) { return t.coefficient.is(0); });
    return result;
}

/// The factors that every term has, to the power that all of them have; below the fraction bar only where all agree.
Term Simplifier::common_factors(const std::vector<Term>& terms) {
    Term common;
    for (const Factor& factor : terms.front().factors) {
        Rational exponent = factor.exponent;
        bool shared =
            factor.base.kind() != Kind::number && !(factor.exponent.negative() && has_power_of(terms, factor));
        for (const Term& term : terms) {
            const Factor* const same = term.find(factor.key);
            if (same == nullptr || (same->exponent.negative() || factor.exponent.negative())) {
                shared = shared && same != nullptr && same->exponent == factor.exponent;
            } else if (less(same->exponent, exponent)) {
                exponent = same->exponent;
            }
        }
        if (shared) NormalForm::multiply(common, Factor{factor.base, factor.key, exponent});
    }
    return common;
}

std::vector<Term> Simplifier::divided(const std::vector<Term>& terms, const Term& divisor) {
    std::vector<Term> result = terms;
    for (Term& term : result) {
        for (const Factor& f : divisor.factors)
            NormalForm::multiply(term, Factor{f.base, f.key, negate(f.exponent)});
    }
    return result;
}

/// The common denominator of the terms, as negative powers.
Term Simplifier::lowest_powers(const std::vector<Term>& terms) {
    Term lowest;
    for (const Term& term : terms) {
        for (const Factor& factor : term.factors) {
            if (!factor.exponent.negative()) continue;
            Factor* const present = lowest.find(factor.key);
            if (present == nullptr) {
                lowest.factors.push_back(factor);
            } else if (less(factor.exponent, present->exponent)) {
                present->exponent = factor.exponent;
            }
        }
    }
    return lowest;
}

/// Multiplies out every sum that is a factor; nothing if that takes too many terms.
std::optional<std::vector<Term>> Simplifier::expand(const Term& term) {
    const auto factor = std::find_if(term.factors.begin(), term.factors.end(), is_expandable);
    if (factor == term.factors.end()) return std::vector<Term>{term};
    Term rest = term;
    NormalForm::multiply(rest, Factor{factor->base, factor->key, negate(one)});
    std::vector<Term> result;
    for (Term& part : form_.terms(factor->base)) {
        form_.multiply(part, rest);
        tidy(part);
        const auto inner = expand(part);
        if (!inner || result.size() + inner->size() > most_expanded_terms) return std::nullopt;
        result.insert(result.end(), inner->begin(), inner->end());
    }
    return result;
}

/// The terms over one denominator, if terms cancel or merge when the numerator is multiplied out.
std::optional<Expr> Simplifier::combine(const std::vector<Term>& terms) {
    const Term denominator = lowest_powers(terms);
    std::vector<Term> expanded;
    for (const Term& term : divided(terms, denominator)) {
        const auto parts = expand(term);
        if (!parts || expanded.size() + parts->size() > most_expanded_terms) return std::nullopt;
        expanded.insert(expanded.end(), parts->begin(), parts->end());
    }
    const std::size_t before = expanded.size();
    std::vector<Term> numerator = collect(std::move(expanded));
    const std::size_t allowed = terms.size() + (denominator.factors.empty() ? 0 : 1);
    if (numerator.size() >= before || numerator.size() > allowed) return std::nullopt;
    if (std::any_of(numerator.begin(), numerator.end(), has_high_root)) return std::nullopt;
    Term result = denominator;
    form_.multiply(result, form_.term(sum(std::move(numerator))));
    return product(std::move(result));
}

/// Tries combine() on the terms that share a denominator, then on all.
std::optional<std::vector<Term>> Simplifier::combine_some(const std::vector<Term>& terms) {
    if (terms.size() > most_combined_terms) return std::nullopt;
    for (const Factor& denominator : lowest_powers(terms).factors) {
        if (denominator.base.kind() != Kind::add) continue;
        std::vector<Term> sharing;
        std::vector<Term> others;
        for (const Term& term : terms) {
            const Factor* const factor = term.find(denominator.key);
            (factor != nullptr && factor->exponent.negative() ? sharing : others).push_back(term);
        }
        if (sharing.size() < 2 || others.empty()) continue;
        if (const auto combined = combine(sharing)) {
            std::vector<Term> result = form_.terms(*combined);
            result.insert(result.end(), others.begin(), others.end());
            return result;
        }
    }
    if (const auto combined = combine(terms)) return form_.terms(*combined);
    return std::nullopt;
}

} // namespace actlas::formula
