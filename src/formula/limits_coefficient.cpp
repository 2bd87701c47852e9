#include "formula/limits_coefficient.hpp"

#include "formula/enclosure.hpp"
#include "formula/normal_form.hpp"
#include "formula/primitive.hpp"
#include "formula/simplify.hpp"
#include "interval/elementary.hpp"

#include <bit>

namespace actlas::formula::asymptotic {

namespace {

/// Longer formulas are simplified, and forgotten where that does not make them much shorter.
constexpr std::size_t most_coefficient_nodes = 80;
constexpr std::size_t short_nodes = 30;

std::optional<Expr> joined(Expr (*join)(std::vector<Expr>), const std::optional<Expr>& a,
                           const std::optional<Expr>& b) {
    if (!a || !b) return std::nullopt;
    return join({*a, *b});
}

} // namespace

Coefficient::Coefficient(const Rational& value) : rational_(value), enclosure_(enclosure_of(value)) {}

Coefficient::Coefficient(const Expr& constant) {
    const Expr simple = simplify(constant);
    NormalForm form;
    rational_ = as_number(form, simple);
    if (rational_) {
        enclosure_ = enclosure_of(*rational_);
        return;
    }
    enclosure_ = EnclosureEvaluator(simple)(0);
    if (enclosure_.empty() || !enclosure_.defined()) throw Undecided();
    if (enclosure_.zero()) {
        rational_ = Rational{0};
        return;
    }
    size_ = node_count(simple);
    if (size_ <= short_nodes) expr_ = simple;
}

Coefficient::Coefficient(std::optional<Expr> expr, const interval::Interval& enclosure, std::size_t size)
    : enclosure_(enclosure), size_(size) {
    if (!expr) return;
    if (enclosure.contains(0) || size > most_coefficient_nodes)
        *this = Coefficient(*expr);
    else
        expr_ = std::move(expr);
}

std::optional<Expr> Coefficient::expr() const {
    return rational_ ? write_number(*rational_) : expr_;
}

int Coefficient::sign() const {
    if (rational_) return rational_->is(0) ? 0 : rational_->negative() ? -1 : 1;
    if (enclosure_.positive()) return 1;
    if (enclosure_.negative()) return -1;
    throw Undecided();
}

std::optional<double> Coefficient::literal() const {
    if (enclosure_.point()) return enclosure_.low();
    if (!rational_) return expr_ && expr_->kind() == Kind::number ? std::optional(expr_->node().value) : std::nullopt;
    // A decimal that is short stands for itself.
    constexpr std::int64_t places = 1'000'000'000;
    if (rational_->decimal || places % rational_->denominator == 0) return rational_->value();
    return std::nullopt;
}

Coefficient Coefficient::operator-() const {
    if (rational_) return negate(*rational_);
    return {expr_ ? std::optional(Expr::negate(*expr_)) : std::nullopt, -enclosure_, size_ + 1};
}

Coefficient operator+(const Coefficient& a, const Coefficient& b) {
    if (a.is(0)) return b;
    if (b.is(0)) return a;
    if (a.rational_ && b.rational_) {
        if (const auto sum = add(*a.rational_, *b.rational_)) return *sum;
    }
    return {joined(Expr::add, a.expr(), b.expr()), a.enclosure_ + b.enclosure_, a.size_ + b.size_ + 1};
}

Coefficient operator*(const Coefficient& a, const Coefficient& b) {
    if (a.is(1)) return b;
    if (b.is(1)) return a;
    if (a.is(0) || b.is(0)) return 0;
    if (a.rational_ && b.rational_) {
        if (const auto product = multiply(*a.rational_, *b.rational_)) return *product;
    }
    return {joined(Expr::multiply, a.expr(), b.expr()), a.enclosure_ * b.enclosure_, a.size_ + b.size_ + 1};
}

Coefficient power(const Coefficient& base, const Rational& exponent) {
    if (exponent.is(0) || base.is(1)) return 1;
    if (exponent.is(1)) return base;
    const int sign = base.sign();
    if (sign == 0 || (sign < 0 && !exponent.whole())) throw Undecided();
    if (base.rational_) {
        const auto root = exponent.denominator == 2 ? square_root(*base.rational_) : base.rational_;
        if (root && exponent.denominator <= 2) {
            if (const auto value = power(*root, exponent.numerator)) return *value;
        }
    }
    if (const auto expr = base.simplified().expr()) return Coefficient(Expr::power(*expr, write_number(exponent)));
    return {std::nullopt, interval::pow(base.enclosure_, enclosure_of(exponent)), most_coefficient_nodes + 1};
}

Coefficient exp(const Coefficient& c) {
    if (c.is(0)) return 1;
    const auto exponent = c.simplified().expr();
    if (!exponent) return {std::nullopt, interval::exp(c.enclosure_), most_coefficient_nodes + 1};
    // exp(r log(a)) = a^r, for the sake of what cancels.
    NormalForm form;
    const auto term = form.term(*exponent);
    if (term.factors.size() == 1 && term.factors[0].exponent.is(1)) {
        const Expr& base = term.factors[0].base;
        if (base.kind() == Kind::call && base.node().primitive->name == "log")
            return power(Coefficient(base.operand(0)), term.coefficient);
    }
    return Coefficient(Expr::call("exp", {*exponent}));
}

Coefficient log(const Coefficient& c) {
    if (c.sign() <= 0) throw Undecided();
    if (c.is(1)) return 0;
    if (const auto argument = c.expr()) return Coefficient(Expr::call("log", {*argument}));
    return {std::nullopt, interval::log(c.enclosure_), most_coefficient_nodes + 1};
}

} // namespace actlas::formula::asymptotic
