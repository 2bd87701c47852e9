#include "formula/normal_form.hpp"
#include "formula/primitive.hpp"

#include <algorithm>

namespace actlas::formula {

namespace {

/// The order of the factors of a product: 2 π α x tanh(x) (1 + x).
int rank(const Factor& factor) {
    const Expr& base = factor.base;
    switch (base.kind()) {
    case Kind::number:
        return 0;
    case Kind::constant:
        return 1;
    case Kind::parameter:
        return 2;
    case Kind::variable:
        return 4;
    case Kind::add:
        return !depends_on_variable(base) ? 3 : factor.exponent == half ? 5 : 6;
    case Kind::choice:
        return 7;
    default:
        return depends_on_variable(base) ? 5 : 3;
    }
}

Expr joined(std::vector<Expr> factors) {
    return factors.size() == 1 ? factors.front() : Expr::multiply(std::move(factors));
}

bool is_merging_call(const Expr& base) {
    return base.kind() == Kind::call && (base.node().primitive->name == "abs" || base.node().primitive->name == "sign");
}

/// |b| |x| is written |bx|, and sign likewise: the reverse of NormalForm::split_call.
std::vector<Factor> merge_calls(NormalForm& form, std::vector<Factor> factors) {
    std::vector<Factor> result;
    for (Factor& factor : factors) {
        const auto partner = std::find_if(result.begin(), result.end(), [&](const Factor& f) {
            return is_merging_call(f.base) && is_merging_call(factor.base) && f.exponent == factor.exponent &&
                   f.base.node().primitive == factor.base.node().primitive;
        });
        if (partner == result.end()) {
            result.push_back(std::move(factor));
            continue;
        }
        Term inside = form.term(partner->base.operand(0));
        form.multiply(inside, form.term(factor.base.operand(0)));
        partner->base = Expr::call(factor.base.node().primitive->name, {form.product(inside)});
    }
    return result;
}

bool is_negative(const Expr& term) {
    if (term.kind() == Kind::negate) return true;
    if (term.kind() == Kind::number) return term.node().value < 0;
    return (term.kind() == Kind::multiply || term.kind() == Kind::divide) && is_negative(term.operand(0));
}

} // namespace

Expr write_number(Rational value) {
    if (value.whole() || value.decimal) return Expr::number(value.value());
    return Expr::divide(Expr::number(static_cast<double>(value.numerator)),
                        Expr::number(static_cast<double>(value.denominator)));
}

Expr NormalForm::write_factor(const Factor& factor, Rational exponent) {
    if (exponent.is(1)) return factor.base;
    if (exponent == half) return Expr::call("sqrt", {factor.base});
    return Expr::power(factor.base, write_number(exponent));
}

/// u^n u^2 is written u^(n + 2), and 1/(u^n u) is written 1/u^(n + 1): the reverse of split_power.
void NormalForm::merge_powers(std::vector<Factor>& factors) {
    for (std::size_t i = 0; i < factors.size(); ++i) {
        const Factor symbolic = factors[i];
        if (symbolic.base.kind() != Kind::power || !symbolic.exponent.whole()) continue;
        std::vector<Term> exponent = terms(symbolic.base.operand(1));
        for (Term& t : exponent)
            multiply(t, symbolic.exponent);
        const std::string& base_key = key(symbolic.base.operand(0));
        const auto plain = std::find_if(factors.begin(), factors.end(),
                                        [&](const Factor& f) { return f.key == base_key && f.exponent.whole(); });
        Rational outside = symbolic.exponent.negative() ? negate(one) : one;
        if (plain != factors.end()) exponent.push_back({plain->exponent, {}});
        if (outside.negative()) {
            for (Term& t : exponent)
                t.coefficient = negate(t.coefficient);
        }
        factors[i] = {Expr::power(symbolic.base.operand(0), sum(exponent)), symbolic.key, outside};
        if (plain != factors.end()) factors.erase(plain);
    }
}

Expr NormalForm::product(const Term& term) {
    const Rational c = term.coefficient;
    if (c.is(0)) return Expr::number(0);
    for (const Factor& factor : term.factors)
        spend(factor.key.size());
    const bool decimal = c.decimal && !c.whole();

    std::vector<Factor> above;
    std::vector<Factor> below;
    std::vector<Factor> factors = term.factors;
    merge_powers(factors);
    for (const Factor& factor : factors)
        (factor.exponent.negative() ? below : above).push_back(factor);
    const auto write = [&](std::vector<Factor> side, bool flip, Rational number) {
        side = merge_calls(*this, std::move(side));
        std::stable_sort(side.begin(), side.end(), [](const Factor& a, const Factor& b) { return rank(a) < rank(b); });
        std::vector<Expr> written;
        if (!number.is(1)) written.push_back(write_number(number));
        for (const Factor& f : side)
            written.push_back(write_factor(f, flip ? negate(f.exponent) : f.exponent));
        return written;
    };

    // A sign in front of a bare number or of a number times something belongs to the number, as the parser reads it.
    const Rational number = decimal ? c : Rational{c.numerator};
    bool minus_in_front = number.is(-1) && !above.empty();
    std::vector<Expr> numerator = write(above, false, minus_in_front ? one : number);
    if (numerator.empty()) numerator.push_back(Expr::number(1));
    if (minus_in_front && numerator.front().kind() == Kind::number) {
        numerator.front() = Expr::number(-numerator.front().node().value);
        minus_in_front = false;
    }
    const std::vector<Expr> denominator = write(below, true, decimal ? one : Rational{c.denominator});

    Expr result = joined(std::move(numerator));
    if (!denominator.empty()) result = Expr::divide(std::move(result), joined(denominator));
    return minus_in_front ? Expr::negate(std::move(result)) : result;
}

Expr NormalForm::sum(const std::vector<Term>& terms) {
    if (terms.empty()) return Expr::number(0);
    std::vector<Expr> written;
    for (const Term& t : terms)
        written.push_back(product(t));
    if (written.size() == 1) return written.front();
    // People start a sum with a positive term if it has one.
    const auto positive = std::find_if_not(written.begin(), written.end(), is_negative);
    if (positive != written.end()) std::rotate(written.begin(), positive, positive + 1);
    return Expr::add(std::move(written));
}

} // namespace actlas::formula
