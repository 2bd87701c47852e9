#include "formula/limits.hpp"

#include "formula/derivative.hpp"
#include "formula/enclosure.hpp"
#include "formula/limits_rules.hpp"
#include "formula/normal_form.hpp"
#include "formula/primitive.hpp"
#include "formula/simplify.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace actlas::formula {

namespace {

using asymptotic::Coefficient;
using asymptotic::Series;
using asymptotic::Wave;

/// Numbers of terms to try: few mostly do, and take little time; more are needed where the first ones cancel. Of long
/// formulas that would take too long.
std::span<const std::size_t> effort(const Expr& expr) {
    static constexpr std::array<std::size_t, 2> terms{3, 6};
    constexpr std::size_t most_nodes = 150;
    return std::span(terms).first(node_count(expr) <= most_nodes ? 2 : 1);
}

Limit infinite(int sign) {
    return {.kind = sign > 0 ? Limit::Kind::plus_infinity : Limit::Kind::minus_infinity};
}

Limit of_remainder(const Series& series) {
    const int growth = series.error ? asymptotic::growth(*series.error) : -1;
    if (growth < 0) return {.kind = Limit::Kind::finite, .value = 0, .exact = true};
    const bool none = growth == 0 ? series.wave != Wave::none : series.wave == Wave::two_signed;
    return {.kind = none ? Limit::Kind::none : Limit::Kind::undecided};
}

Limit limit_of(const Series& series) {
    if (series.terms.empty()) return of_remainder(series);
    const auto& [leading, monomial] = series.terms.front();
    const int growth = asymptotic::growth(monomial);
    if (growth > 0) return infinite(leading.sign());
    Limit limit{.kind = Limit::Kind::finite};
    if (growth < 0) {
        limit.value = 0;
        limit.exact = true;
        limit.side = leading.sign();
        return limit;
    }
    const Coefficient value = leading.simplified();
    const auto literal = value.literal();
    limit.value = literal ? interval::Interval(*literal) : value.enclosure();
    limit.exact = literal.has_value();
    if (series.terms.size() > 1) limit.side = series.terms[1].coefficient.sign();
    return limit;
}

/// A formula that depends on x only through sin, cos and tan of lines whose slopes are whole multiples of one number
/// has a period: without a limit unless it is constant.
class Periodic {
public:
    bool operator()(const Expr& expr) {
        if (!depends_on_variable(expr)) return true;
        if (expr.kind() == Kind::variable || expr.kind() == Kind::parameter) return false;
        if (expr.kind() == Kind::call && is_wave(*expr.node().primitive)) {
            const Expr slope = derivative(expr.operand(0));
            if (!depends_on_variable(slope)) return commensurable(slope);
        }
        return std::all_of(expr.operands().begin(), expr.operands().end(),
                           [this](const Expr& operand) { return (*this)(operand); });
    }

private:
    static bool is_wave(const Primitive& primitive) {
        return primitive.name == "sin" || primitive.name == "cos" || primitive.name == "tan";
    }

    bool commensurable(const Expr& slope) {
        if (!slope_) slope_ = slope;
        NormalForm form;
        return as_number(form, simplify(Expr::divide(slope, *slope_))).has_value();
    }

    std::optional<Expr> slope_;
};

/// Two values that differ.
bool varies(const Expr& expr) {
    const EnclosureEvaluator value(expr);
    interval::Interval common = interval::Interval::entire();
    for (const double x : {0.0, 0.3, 1.0, 2.1, -0.7}) {
        const interval::Interval at = value(x);
        if (at.empty() || !at.defined()) continue;
        common = intersection(common, at);
    }
    return common.empty();
}

} // namespace

Limit limit_at_infinity(const Expr& branch_free, int side) {
    const Expr expr = simplify(branch_free);
    Limit limit;
    for (const std::size_t terms : effort(expr)) {
        try {
            limit = limit_of(asymptotic::expansion(expr, side, terms));
        } catch (const asymptotic::Undecided&) {
        }
        const bool side_unknown = limit.kind == Limit::Kind::finite && limit.side == 0;
        if (limit.kind != Limit::Kind::undecided && !side_unknown) break;
    }
    if (limit.kind == Limit::Kind::undecided && Periodic()(expr) && varies(expr)) limit.kind = Limit::Kind::none;
    return limit;
}

int eventual_sign(const Expr& expr, int side) {
    const Expr simple = simplify(expr);
    for (const std::size_t terms : effort(simple)) {
        try {
            return asymptotic::expansion(simple, side, terms).sign();
        } catch (const asymptotic::Undecided&) {
        }
    }
    return 0;
}

} // namespace actlas::formula
