#include "formula/normal_form.hpp"

#include "base/number.hpp"
#include "formula/known_sign.hpp"
#include "formula/primitive.hpp"

#include <algorithm>
#include <cmath>

namespace actlas::formula {

namespace {

std::string text(const Rational& r) {
    return std::to_string(r.numerator) + (r.whole() ? "" : "/" + std::to_string(r.denominator));
}

std::string joined(std::vector<std::string> parts, char separator) {
    std::sort(parts.begin(), parts.end());
    std::string result;
    for (const std::string& part : parts)
        (result += part) += separator;
    return result;
}

std::string call_key(std::string_view name, const std::string& argument) {
    return "(" + std::string(name) + " " + argument + ")";
}

bool calls(const Expr& expr, std::string_view primitive) {
    return expr.kind() == Kind::call && expr.node().primitive->name == primitive;
}

} // namespace

Factor* Term::find(const std::string& key) {
    const auto found = std::find_if(factors.begin(), factors.end(), [&](const Factor& f) { return f.key == key; });
    return found == factors.end() ? nullptr : &*found;
}

const Factor* Term::find(const std::string& key) const {
    return const_cast<Term*>(this)->find(key);
}

std::optional<Rational> as_number(NormalForm& form, const Expr& expr) {
    const Term term = form.term(expr);
    return term.is_number() ? std::optional(term.coefficient) : std::nullopt;
}

Term NormalForm::term(const Expr& expr) {
    Term result;
    switch (expr.kind()) {
    case Kind::number:
        if (const auto value = to_rational(expr.node().value)) {
            result.coefficient = *value;
        } else {
            if (std::signbit(expr.node().value)) result.coefficient = formula::negate(one);
            multiply(result, Expr::number(std::fabs(expr.node().value)));
        }
        return result;
    case Kind::negate:
        result = term(expr.operand(0));
        result.coefficient = negate(result.coefficient);
        return result;
    case Kind::multiply:
        for (const Expr& factor : expr.operands())
            multiply(result, term(factor));
        return result;
    case Kind::divide:
        result = term(expr.operand(0));
        multiply(result, power(expr.operand(1), negate(one)));
        return result;
    case Kind::power:
        if (const auto exponent = as_number(*this, expr.operand(1))) return power(expr.operand(0), *exponent);
        return split_power(expr);
    case Kind::call:
        if (calls(expr, "sqrt")) return power(expr.operand(0), half);
        if (calls(expr, "abs") || calls(expr, "sign")) return split_call(expr);
        break;
    default:
        break;
    }
    multiply(result, expr);
    return result;
}

std::vector<Term> NormalForm::terms(const Expr& expr) {
    std::vector<Term> result;
    if (expr.kind() == Kind::add) {
        for (const Expr& operand : expr.operands()) {
            for (Term& inner : terms(operand))
                result.push_back(std::move(inner));
        }
        return result;
    }
    Term single = term(expr);
    const bool negated = single.coefficient.is(-1);
    const bool is_sum = single.factors.size() == 1 && single.factors[0].base.kind() == Kind::add &&
                        single.factors[0].exponent.is(1) && (negated || single.coefficient.is(1));
    if (!is_sum) return {std::move(single)};
    result = terms(single.factors[0].base);
    if (negated) {
        for (Term& inner : result)
            inner.coefficient = negate(inner.coefficient);
    }
    return result;
}

/// u^(2 - n) = u^2 (u^n)^-1, so that powers of one base cancel.
Term NormalForm::split_power(const Expr& expr) {
    std::vector<Term> exponent = terms(expr.operand(1));
    Term result;
    const Term base = term(expr.operand(0));
    const bool atom = base.coefficient.is(1) && base.factors.size() == 1 && base.factors[0].exponent.is(1);
    const auto whole = !atom ? exponent.end() : std::find_if(exponent.begin(), exponent.end(), [](const Term& t) {
        return t.is_number() && t.coefficient.whole();
    });
    if (whole != exponent.end()) {
        multiply(result, power(expr.operand(0), whole->coefficient));
        exponent.erase(whole);
    }
    // u^(-2 n) is the power -2 of u^n.
    Rational outside = exponent.front().coefficient.negative() ? negate(one) : one;
    if (exponent.size() == 1) outside = Rational{exponent.front().coefficient.numerator};
    const auto inverse = formula::power(outside, -1);
    for (Term& t : exponent)
        multiply(t, inverse.value_or(one));
    if (!inverse) outside = one;
    const Expr rest = sum(exponent);
    multiply(result,
             {Expr::power(expr.operand(0), rest), "(pow " + key(expr.operand(0)) + " " + key(rest) + ")", outside});
    return result;
}

/// |2bx| = 2 |b| |x| and the same for sign, so that x sign(x) = |x| is seen under any factor.
Term NormalForm::split_call(const Expr& expr) {
    const bool absolute = calls(expr, "abs");
    const Term argument = term(expr.operand(0));
    Term result;
    const Rational& c = argument.coefficient;
    if (absolute || c.numerator == 0) {
        result.coefficient = c.negative() ? negate(c) : c;
    } else {
        result.coefficient = c.negative() ? negate(one) : one;
    }
    for (const Factor& factor : argument.factors) {
        const Sign sign = known_sign(factor.base);
        const bool plain =
            sign == Sign::positive || (absolute && (sign == Sign::nonnegative || factor.exponent.even()));
        if (plain) {
            if (absolute) multiply(result, factor.base, factor.exponent);
        } else if (factor.exponent.whole()) {
            const Rational exponent = absolute ? factor.exponent : factor.exponent.even() ? Rational{2} : one;
            const std::string_view name = expr.node().primitive->name;
            multiply(result, {Expr::call(name, {factor.base}), call_key(name, factor.key), exponent});
        } else {
            const Term same{one, {factor}};
            const std::string_view name = expr.node().primitive->name;
            multiply(result, {Expr::call(name, {product(same)}), call_key(name, key_of_factors(same)), one});
        }
    }
    return result;
}

const std::string& NormalForm::key(const Expr& expr) {
    if (const auto found = keys_.find(expr.identity()); found != keys_.end()) return found->second.key;
    std::string made = make_key(expr);
    spend(made.size());
    return keys_.emplace(expr.identity(), Known{expr, std::move(made)}).first->second.key;
}

void NormalForm::spend(std::size_t work) {
    if (work > work_left_) throw TooMuchWork();
    work_left_ -= work;
}

std::string NormalForm::make_key(const Expr& expr) {
    const Expr::Node& node = expr.node();
    const auto of_operands = [&](std::string_view name) {
        std::string result(name);
        for (const Expr& operand : expr.operands())
            (result += ' ') += key(operand);
        return "(" + result + ")";
    };
    switch (expr.kind()) {
    case Kind::variable:
        return "x";
    case Kind::parameter:
        return "$" + node.name;
    case Kind::constant:
        return node.name;
    case Kind::number:
        if (!to_rational(node.value)) return shortest(node.value);
        break;
    case Kind::add: {
        std::vector<std::string> parts;
        for (const Term& t : terms(expr))
            parts.push_back(text(t.coefficient) + "*" + key_of_factors(t));
        return "[" + joined(std::move(parts), '+') + "]";
    }
    case Kind::choice:
        return of_operands("if" + std::to_string(static_cast<int>(node.relation)));
    case Kind::call:
        if (!calls(expr, "sqrt") && !calls(expr, "abs") && !calls(expr, "sign"))
            return of_operands(node.primitive->name);
        break;
    default:
        break;
    }
    const Term t = term(expr);
    if (t.coefficient.is(1) && t.factors.size() == 1 && t.factors[0].exponent.is(1)) return t.factors[0].key;
    return text(t.coefficient) + "*" + key_of_factors(t);
}

std::string NormalForm::key_of_factors(const Term& term) {
    std::vector<std::string> parts;
    for (const Factor& factor : term.factors)
        parts.push_back(factor.key + "^" + text(factor.exponent));
    return joined(std::move(parts), '*');
}

void NormalForm::multiply(Term& term, Rational number) {
    if (const auto folded = formula::multiply(term.coefficient, number)) {
        term.coefficient = *folded;
        return;
    }
    if (number.negative()) {
        term.coefficient = formula::negate(term.coefficient);
        number = formula::negate(number);
    }
    if (number.decimal) {
        multiply(term, Expr::number(number.value()));
        return;
    }
    if (number.numerator != 1) multiply(term, Expr::number(static_cast<double>(number.numerator)));
    if (number.denominator != 1) {
        multiply(term, Expr::number(static_cast<double>(number.denominator)), formula::negate(one));
    }
}

void NormalForm::multiply(Term& term, const Term& by) {
    multiply(term, by.coefficient);
    for (const Factor& factor : by.factors) {
        spend(factor.key.size());
        multiply(term, factor);
    }
}

void NormalForm::multiply(Term& term, const Expr& base, Rational exponent) {
    if (exponent.is(0)) return;
    const std::string& made = key(base);
    spend(made.size());
    multiply(term, {base, made, exponent});
}

void NormalForm::multiply(Term& term, Factor factor) {
    if (Factor* const present = term.find(factor.key)) {
        if (const auto total = formula::add(present->exponent, factor.exponent)) {
            present->exponent = *total;
            std::erase_if(term.factors, [](const Factor& f) { return f.exponent.is(0); });
            return;
        }
    }
    term.factors.push_back(std::move(factor));
}

Term NormalForm::power(const Expr& base, Rational exponent) {
    if (exponent.is(0)) return {};
    return power(term(base), exponent, base);
}

Term NormalForm::power(const Term& base, Rational exponent, const Expr& whole) {
    Term result;
    if (exponent.whole()) {
        const auto coefficient = formula::power(base.coefficient, exponent.numerator);
        if (!coefficient) {
            multiply(result, whole.kind() == Kind::number ? whole : product(base), exponent);
            return result;
        }
        result.coefficient = *coefficient;
        for (const Factor& factor : base.factors) {
            const auto total = formula::multiply(factor.exponent, exponent);
            if (total) {
                multiply(result, {factor.base, factor.key, *total});
            } else {
                multiply(result, write_factor(factor, factor.exponent), exponent);
            }
        }
        return result;
    }
    // A root. Its argument cannot be negative where it is defined, so roots of one power combine.
    if (base.coefficient.is(1) && base.factors.size() == 1) {
        const Factor& factor = base.factors[0];
        if (const auto total = formula::multiply(factor.exponent, exponent)) {
            const bool sign_lost = factor.exponent.even() && known_sign(factor.base) == Sign::any;
            multiply(result, sign_lost ? Expr::call("abs", {factor.base}) : factor.base, *total);
            return result;
        }
    }
    if (base.is_number() && exponent == half) {
        if (const auto root = square_root(base.coefficient)) {
            result.coefficient = *root;
            return result;
        }
    }
    multiply(result, product(base), exponent);
    return result;
}

} // namespace actlas::formula
