#include "formula/limits_rules.hpp"

#include "formula/build.hpp"
#include "formula/derivative.hpp"
#include "formula/normal_form.hpp"
#include "formula/primitive.hpp"
#include "formula/relation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <unordered_map>

namespace actlas::formula::asymptotic {

using namespace build;

namespace {

/// Taylor series of functions of which only the derivatives are known are cut after so many terms.
constexpr int taylor_terms = 4;

/// Longer formulas are left alone: their expansions take too long.
constexpr std::size_t most_rule_steps = 1000;

Series constant(const Expr& expr) {
    return Series(Coefficient(expr));
}

Series pi() {
    return constant(Expr::constant("pi"));
}

/// F(c + u) for u -> 0, where F is a primitive that is smooth at c.
Series taylor(const Primitive& primitive, const Coefficient& at, const Series& u) {
    const auto place = at.expr();
    if (!place) throw Undecided();
    std::vector<Coefficient> coefficients;
    Expr slope = call(primitive.name, Expr::variable());
    Rational factorial{1};
    for (int k = 0; k < taylor_terms; ++k) {
        if (k > 0) {
            slope = derivative(slope);
            factorial = {factorial.numerator * k};
        }
        const Coefficient value(substitute_variable(slope, *place));
        coefficients.push_back(value * Rational{1, factorial.numerator});
    }
    return compose(coefficients, u, true);
}

/// erfc(u) = exp(-u^2)/(u sqrt(pi)) (1 - 1/(2 u^2) + 1*3/(2 u^2)^2 - ...) as u -> +inf (NIST DLMF 7.12.1).
Series erfc_far(const Series& u) {
    Coefficient last = 1;
    const auto coefficient = [&](std::int64_t k) {
        return k == 0 ? last : last = last * Coefficient(Rational{1 - 2 * k, 2});
    };
    const Series square = power(u, {2});
    return exp(-square) / u * power(pi(), {-1, 2}) * compose(coefficient, power(square, {-1}));
}

/// atan(u) = pi/2 - 1/u + 1/(3 u^3) - ... as u -> +inf.
Series atan_far(const Series& u) {
    const auto coefficient = [](std::int64_t k) {
        return k % 2 == 0 ? Coefficient(0) : Coefficient(Rational{k % 4 == 1 ? 1 : -1, k});
    };
    return pi() * constant(num(0.5)) - compose(coefficient, power(u, {-1}));
}

/// asinh(u) = log(u + sqrt(u^2 + 1)).
Series asinh_far(const Series& u) {
    const Series one(Coefficient(1));
    return log(u + power(power(u, {2}) + one, {1, 2}));
}

class Walk {
public:
    explicit Walk(Series x) : x_(std::move(x)) {}

    Series operator()(const Expr& expr) {
        if (const auto known = done_.find(expr.identity()); known != done_.end()) return known->second.series;
        if (done_.size() >= most_rule_steps) throw Undecided();
        Series series = depends_on_variable(expr) ? expand(expr) : constant(expr);
        return done_.emplace(expr.identity(), Done{expr, std::move(series)}).first->second.series;
    }

private:
    Series expand(const Expr& expr) {
        const auto operand = [&](std::size_t i) { return (*this)(expr.operand(i)); };
        switch (expr.kind()) {
        case Kind::variable:
            return x_;
        case Kind::add:
        case Kind::multiply: {
            Series result = operand(0);
            for (std::size_t i = 1; i < expr.operands().size(); ++i)
                result = expr.kind() == Kind::add ? result + operand(i) : result * operand(i);
            return result;
        }
        case Kind::divide:
            return operand(0) / operand(1);
        case Kind::negate:
            return -operand(0);
        case Kind::power:
            return power_of(expr.operand(0), expr.operand(1));
        case Kind::choice:
            return operand(holds(expr.node().relation, (operand(0) - operand(1)).sign(), 0) ? 2 : 3);
        case Kind::call:
            return call_of(*expr.node().primitive, expr.operands());
        case Kind::number:
        case Kind::parameter:
        case Kind::constant:
            break;
        }
        throw Undecided();
    }

    Series power_of(const Expr& base, const Expr& exponent) {
        if (!depends_on_variable(exponent)) {
            const Coefficient number(exponent);
            if (number.rational()) return power((*this)(base), *number.rational());
        }
        return exp((*this)(exponent)*log((*this)(base)));
    }

    Series call_of(const Primitive& primitive, const std::vector<Expr>& arguments) {
        if (primitive.pieces != nullptr) return (*this)(primitive.pieces(arguments));
        const Series u = (*this)(arguments.back());
        const std::string_view name = primitive.name;
        if (name == "exp") return exp(u);
        if (name == "log") return log(u);
        if (name == "sqrt") return power(u, {1, 2});
        if (name == "abs") return u.sign() < 0 ? -u : u;
        if (name == "sign") return Series(Coefficient(u.sign()));
        if (name == "step") return Series(Coefficient(u.sign() >= 0 ? 1 : 0));
        if (name == "floor") return floor(u);
        if (name == "sinh" || name == "cosh") {
            const Series sum = name == "sinh" ? exp(u) - exp(-u) : exp(u) + exp(-u);
            return sum * Series(Coefficient(half));
        }
        if (u.leading_growth() > 0) return far(name, u);
        if (name == "sph_bessel") throw Undecided();
        if (primitive.textbook != nullptr && name != "sinc") {
            const Expr x = Expr::variable();
            return Walk(u)(primitive.textbook({&x, 1}));
        }
        return near(primitive, u);
    }

    /// Of primitives without a definition by others, u going to +-inf; all but cos have a parity or are bounded.
    Series far(std::string_view name, const Series& u) {
        constexpr std::array waves{std::string_view("sin"), std::string_view("cos")};
        if (std::find(waves.begin(), waves.end(), name) != waves.end()) return Series::remainder({}, Wave::two_signed);
        if (name == "sinc" || name == "sph_bessel") return Series::remainder({}, Wave::two_signed) / u;
        const bool negative = u.sign() < 0;
        const Series size = negative ? -u : u;
        const Series one(Coefficient(1));
        if (name == "erfc") return negative ? Series(Coefficient(2)) - erfc_far(size) : erfc_far(size);
        if (name == "normal_cdf") {
            const Series tail = erfc_far(size / constant(call("sqrt", num(2)))) * Series(Coefficient(half));
            return negative ? tail : one - tail;
        }
        Series value;
        if (name == "erf")
            value = one - erfc_far(size);
        else if (name == "atan")
            value = atan_far(size);
        else if (name == "asinh")
            value = asinh_far(size);
        else
            return defined(name, u);
        return negative ? -value : value;
    }

    static Series defined(std::string_view name, const Series& u) {
        const Primitive* primitive = find_primitive(name);
        if (primitive->textbook == nullptr) throw Undecided();
        const Expr x = Expr::variable();
        return Walk(u)(primitive->textbook({&x, 1}));
    }

    /// u going to a finite limit.
    static Series near(const Primitive& primitive, const Series& u) {
        Coefficient at = 0;
        Series rest = u;
        if (!u.terms.empty() && growth(u.terms.front().monomial) == 0) {
            at = u.terms.front().coefficient;
            rest.terms.erase(rest.terms.begin());
        }
        return taylor(primitive, at, rest);
    }

    static Series floor(const Series& u) {
        if (u.leading_growth() > 0) return u + Series::remainder({});
        if (u.zero()) return u;
        const bool infinitesimal = u.leading_growth() < 0;
        const Coefficient limit = infinitesimal ? Coefficient(0) : u.terms.front().coefficient;
        const interval::Interval value = limit.enclosure();
        if (!limit.rational() || !limit.rational()->whole()) {
            if (std::floor(value.low()) != std::floor(value.high())) throw Undecided();
            return Series(Coefficient(static_cast<std::int64_t>(std::floor(value.low()))));
        }
        Series rest = u;
        if (!infinitesimal) rest.terms.erase(rest.terms.begin());
        return Series(limit + Coefficient(rest.sign() < 0 ? -1 : 0));
    }

    struct Done {
        Expr expr; ///< keeps the node alive, so that its address stays its own
        Series series;
    };

    Series x_;
    std::unordered_map<const Expr::Node*, Done> done_;
};

} // namespace

Series expansion(const Expr& expr, int side, std::size_t terms) {
    Series x(Term{side, Monomial{.power = {1}, .log_power = {0}, .exponent = {}}});
    x.kept = terms;
    return Walk(x)(expr);
}

} // namespace actlas::formula::asymptotic
