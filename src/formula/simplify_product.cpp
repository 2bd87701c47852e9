// Products: factors that cancel or merge.

#include "formula/build.hpp"
#include "formula/primitive.hpp"
#include "formula/simplifier.hpp"

#include <algorithm>
#include <numeric>

namespace actlas::formula {

using build::operator-;
using build::operator*;
using build::operator+;

namespace {

bool is_odd(const Rational& exponent) {
    return exponent.whole() && !exponent.even();
}

void erase(Term& term, const std::string& key) {
    std::erase_if(term.factors, [&](const Factor& f) { return f.key == key; });
}

Factor* find_call(Term& term, std::string_view primitive, const std::string& argument_key, NormalForm& form) {
    for (Factor& factor : term.factors) {
        if (is_call(factor.base, primitive) && form.key(factor.base.operand(0)) == argument_key) return &factor;
    }
    return nullptr;
}

bool holds_exponential(const Expr& expr) {
    if (is_call(expr, "exp") || is_call(expr, "expm1") || is_call(expr, "cosh") || is_call(expr, "sinh")) {
        return depends_on_variable(expr);
    }
    return std::any_of(expr.operands().begin(), expr.operands().end(), holds_exponential);
}

/// What people take out of a sum: a whole number, or the fraction that all terms have; the sign if all are negative.
Rational common_number(const std::vector<Term>& terms) {
    Rational common{0};
    bool equal = true;
    bool negative = true;
    for (const Term& term : terms) {
        const Rational& c = term.coefficient;
        equal = equal && c.denominator == terms.front().coefficient.denominator &&
                std::abs(c.numerator) == std::abs(terms.front().coefficient.numerator);
        negative = negative && c.negative();
        common = Rational{c.whole() && common.whole() ? std::gcd(common.numerator, c.numerator) : 1};
    }
    if (equal) {
        common = terms.front().coefficient;
        if (common.negative()) common = negate(common);
    }
    return negative ? negate(common) : common;
}

} // namespace

Expr Simplifier::product(Term term) {
    tidy(term);
    while (take_out_numbers(term) || match_sums(term))
        tidy(term);
    if (auto chosen = push_into_choice(term)) return *chosen;
    // -(a - b) is written b - a.
    if (term.coefficient.is(-1) && term.factors.size() == 1 && term.factors[0].exponent.is(1) &&
        term.factors[0].base.kind() == Kind::add) {
        std::vector<Term> terms = form_.terms(term.factors[0].base);
        for (Term& t : terms)
            t.coefficient = negate(t.coefficient);
        return form_.sum(terms);
    }
    return form_.product(term);
}

void Simplifier::tidy(Term& term) {
    if (term.coefficient.is(0)) {
        term.factors.clear();
        return;
    }
    while (tidy_signs(term) || tidy_circulars(term) || tidy_hyperbolics(term) || tidy_exponentials(term) ||
           tidy_roots(term)) {
    }
}

/// |u|^2 = u^2, sign(u) |u| = u, sign(u) u = |u|, sign(u)^3 = sign(u), sign(u) g(|u|) = g(u) for an odd g.
bool Simplifier::tidy_signs(Term& term) {
    for (Factor& factor : term.factors) {
        if (!factor.exponent.whole()) continue;
        const std::int64_t n = factor.exponent.numerator;
        if (is_call(factor.base, "abs") && n % 2 == 0) {
            const Expr u = factor.base.operand(0);
            erase(term, std::string(factor.key));
            form_.multiply(term, u, Rational{n});
            return true;
        }
        if (!is_call(factor.base, "sign")) continue;
        const std::string sign_key = factor.key;
        const Expr u = factor.base.operand(0);
        if (n % 2 == 0) {
            if (equality_ == Equality::almost_everywhere) {
                erase(term, sign_key);
                return true;
            }
            if (n == 2) continue;
            factor.exponent = Rational{2};
            return true;
        }
        if (n != 1) {
            factor.exponent = one;
            return true;
        }
        const std::string u_key = form_.key(u);
        const bool in_power = std::any_of(term.factors.begin(), term.factors.end(), [&](const Factor& f) {
            return f.base.kind() == Kind::power && is_call(f.base.operand(0), "abs");
        });
        Factor* const absolute = find_call(term, "abs", u_key, form_);
        if (absolute && is_odd(absolute->exponent) && !in_power) {
            const Rational exponent = absolute->exponent;
            erase(term, std::string(absolute->key));
            erase(term, sign_key);
            form_.multiply(term, u, exponent);
            return true;
        }
        for (const Factor& odd : term.factors) {
            if (!is_odd(odd.exponent) || odd.base.kind() != Kind::call ||
                odd.base.node().primitive->parity != Parity::odd || !is_call(odd.base.operand(0), "abs") ||
                form_.key(odd.base.operand(0).operand(0)) != u_key) {
                continue;
            }
            const Factor same = odd;
            erase(term, same.key);
            erase(term, sign_key);
            form_.multiply(term, visit(build::call(same.base.node().primitive->name, u)), same.exponent);
            return true;
        }
        if (Factor* const plain = term.find(u_key); plain && plain->exponent.whole()) {
            const bool below = plain->exponent.negative();
            plain->exponent.numerator += below ? 1 : -1;
            std::erase_if(term.factors, [](const Factor& f) { return f.exponent.is(0); });
            erase(term, sign_key);
            form_.multiply(term, build::call("abs", u), below ? negate(one) : one);
            return true;
        }
    }
    return false;
}

/// 2 sin(u) cos(u) = sin(2 u).
bool Simplifier::tidy_circulars(Term& term) {
    for (const Factor& factor : term.factors) {
        if (!is_call(factor.base, "sin") || !factor.exponent.is(1)) continue;
        const Expr u = factor.base.operand(0);
        const Factor* const cosine = find_call(term, "cos", form_.key(u), form_);
        if (cosine == nullptr || !cosine->exponent.is(1)) continue;
        erase(term, std::string(cosine->key));
        erase(term, std::string(form_.key(build::call("sin", u))));
        form_.multiply(term, half);
        form_.multiply(term, build::call("sin", visit(build::num(2) * u)));
        return true;
    }
    return false;
}

/// 1/cosh = sech, which underflows where cosh overflows; sinh sech = tanh.
bool Simplifier::tidy_hyperbolics(Term& term) {
    for (const Factor& factor : term.factors) {
        const bool is_cosh = is_call(factor.base, "cosh");
        const bool is_sech = is_call(factor.base, "sech");
        if ((!is_cosh && !is_sech) || !factor.exponent.whole()) continue;
        const Expr u = factor.base.operand(0);
        const Factor same = factor;
        if (same.exponent.negative()) {
            erase(term, same.key);
            form_.multiply(term, build::call(is_cosh ? "sech" : "cosh", u), negate(same.exponent));
            return true;
        }
        const Factor* const other = find_call(term, is_cosh ? "sech" : "sinh", form_.key(u), form_);
        if (other == nullptr || !other->exponent.whole() || other->exponent.negative()) continue;
        const Rational shared{std::min(same.exponent.numerator, other->exponent.numerator)};
        const Expr partner = other->base;
        form_.multiply(term, same.base, negate(shared));
        form_.multiply(term, partner, negate(shared));
        if (is_sech) form_.multiply(term, build::call("tanh", u), shared);
        return true;
    }
    return false;
}

/// 1/exp(u) = exp(-u), exp(u) exp(-u) = 1, 1/(1 + exp(u)) = sigmoid(-u), exp(u) sigmoid(-u) = sigmoid(u): none
/// overflows. Other products of exponentials stay, since u + v rounds; but where u itself holds an exponential, exp(v)
/// exp(-exp(v)) would be infinity times 0, and the sum is taken.
bool Simplifier::tidy_exponentials(Term& term) {
    for (const Factor& factor : term.factors) {
        const Factor same = factor;
        if (!same.exponent.whole()) continue;
        if (same.base.kind() == Kind::add && same.exponent.negative()) {
            const std::vector<Term> terms = form_.terms(same.base);
            if (terms.size() != 2) continue;
            const bool first = terms[0].is_number();
            const Term& unit = terms[first ? 0 : 1];
            const Term& power = terms[first ? 1 : 0];
            const bool fits = unit.is_number() && unit.coefficient.is(1) && power.coefficient.is(1) &&
                              power.factors.size() == 1 && power.factors[0].exponent.is(1) &&
                              is_call(power.factors[0].base, "exp");
            if (!fits) continue;
            erase(term, same.key);
            const Expr u = power.factors[0].base.operand(0);
            form_.multiply(term, build::call("sigmoid", visit(-u)), negate(same.exponent));
            return true;
        }
        if (!is_call(same.base, "exp")) continue;
        const Expr u = same.base.operand(0);
        if (same.exponent.negative()) {
            erase(term, same.key);
            form_.multiply(term, build::call("exp", visit(-u)), negate(same.exponent));
            return true;
        }
        const Expr minus_u = visit(-u);
        const std::string mirror_key = form_.key(minus_u);
        for (const bool is_sigmoid : {false, true}) {
            const Factor* const mirror = find_call(term, is_sigmoid ? "sigmoid" : "exp", mirror_key, form_);
            if (mirror == nullptr || !mirror->exponent.whole() || mirror->exponent.negative()) continue;
            const Rational shared{std::min(same.exponent.numerator, mirror->exponent.numerator)};
            const Expr partner = mirror->base;
            form_.multiply(term, same.base, negate(shared));
            form_.multiply(term, partner, negate(shared));
            if (is_sigmoid) form_.multiply(term, build::call("sigmoid", u), shared);
            return true;
        }
        if (!same.exponent.is(1)) continue;
        for (const Factor& other : term.factors) {
            if (other.key == same.key || !is_call(other.base, "exp") || !other.exponent.is(1)) continue;
            const Expr v = other.base.operand(0);
            if (!holds_exponential(u) && !holds_exponential(v)) continue;
            erase(term, std::string(other.key));
            erase(term, same.key);
            form_.multiply(term, visit(build::call("exp", visit(u + v))));
            return true;
        }
    }
    return false;
}

/// 2 / sqrt(2) = sqrt(2).
bool Simplifier::tidy_roots(Term& term) {
    for (Factor& factor : term.factors) {
        if (factor.base.kind() != Kind::number || !(factor.exponent == negate(half))) continue;
        const auto number = to_rational(factor.base.node().value);
        if (!number || !number->whole() || number->is(0) || term.coefficient.numerator % number->numerator != 0)
            continue;
        term.coefficient.numerator /= number->numerator;
        factor.exponent = half;
        return true;
    }
    return false;
}

/// (2 + 4 y) z = 2 (1 + 2 y) z, (0.5 + 0.5 y) z = 0.5 (1 + y) z, (-a - b) z = -(a + b) z.
bool Simplifier::take_out_numbers(Term& term) {
    if (term.factors.size() < 2 && term.coefficient.is(1)) return false;
    for (const Factor& factor : term.factors) {
        if (factor.base.kind() != Kind::add || !factor.exponent.whole()) continue;
        std::vector<Term> terms = form_.terms(factor.base);
        const Rational content = common_number(terms);
        const auto inverse = power(content, -1);
        const auto outside = power(content, factor.exponent.numerator);
        if (content.is(1) || !inverse || !outside) continue;
        const auto coefficient = multiply(term.coefficient, *outside);
        if (!coefficient) continue;
        for (Term& t : terms)
            form_.multiply(t, *inverse);
        const Factor same = factor;
        erase(term, same.key);
        term.coefficient = *coefficient;
        form_.multiply(term, form_.sum(terms), same.exponent);
        return true;
    }
    return false;
}

/// Cancels a sum against another that differs from it by its sign or by a common denominator:
/// (1 - x/sqrt(w)) / (sqrt(w) - x)^2 = 1 / (sqrt(w) (sqrt(w) - x)).
bool Simplifier::match_sums(Term& term) {
    for (const Factor& sum : term.factors) {
        if (sum.base.kind() != Kind::add || !sum.exponent.whole()) continue;
        for (const Factor& other : term.factors) {
            if (other.key == sum.key || other.base.kind() != Kind::add || !other.exponent.whole()) continue;
            if (match_sum(term, Factor(sum), Factor(other))) return true;
        }
    }
    return false;
}

bool Simplifier::match_sum(Term& term, const Factor& sum, const Factor& other) {
    const std::vector<Term> terms = form_.terms(sum.base);
    const Term content = lowest_powers(terms);
    std::vector<Term> rest = content.factors.empty() ? terms : divided(terms, content);
    for (const bool flipped : {false, true}) {
        if (flipped) {
            for (Term& t : rest)
                t.coefficient = negate(t.coefficient);
        }
        if (form_.key(form_.sum(rest)) != other.key) continue;
        const Rational exponent = sum.exponent;
        erase(term, sum.key);
        form_.multiply(term, other.base, exponent);
        for (std::int64_t i = 0; i < std::abs(exponent.numerator); ++i) {
            for (const Factor& f : content.factors) {
                form_.multiply(term, f.base, exponent.negative() ? negate(f.exponent) : f.exponent);
            }
            if (flipped) term.coefficient = negate(term.coefficient);
        }
        return true;
    }
    return false;
}

} // namespace actlas::formula
