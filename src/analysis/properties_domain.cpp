#include "analysis/properties_domain.hpp"

#include "base/infinity.hpp"
#include "formula/build.hpp"
#include "formula/evaluator.hpp"
#include "formula/known_sign.hpp"
#include "formula/piecewise_signs.hpp"
#include "formula/primitive.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace actlas::analysis {

namespace {

using formula::BreakPoint;
using formula::Expr;
using formula::Kind;
using namespace formula::build;

/// A formula that must not vanish, or must be positive (perhaps 0 too), for another to have a value and derivatives.
struct Condition {
    Expr expr;
    bool positive = true; ///< negative values are not allowed
    bool zero_is_defined = false;
};

/// All conditions of a formula, those excepted that hold at a glance.
class Conditions {
public:
    std::vector<Condition> of(const Expr& expr) {
        visit(expr);
        return std::move(found_);
    }

private:
    void visit(const Expr& expr) {
        if (!visited_.insert(expr.identity()).second) return;
        for (const Expr& operand : expr.operands())
            visit(operand);
        if (expr.kind() == Kind::divide) {
            add({expr.operand(1), false, false});
        } else if (expr.kind() == Kind::power) {
            of_power(expr);
        } else if (expr.kind() == Kind::call) {
            of_call(expr);
        }
    }

    void of_power(const Expr& expr) {
        if (formula::depends_on_variable(expr.operand(1))) return add({expr.operand(0), true, false});
        const double exponent = formula::Evaluator(expr.operand(1))(0);
        const bool whole = exponent == std::floor(exponent);
        if (!whole || exponent < 0) add({expr.operand(0), !whole, exponent > 0});
    }

    void of_call(const Expr& expr) {
        const std::string_view name = expr.node().primitive->name;
        const Expr& u = expr.operand(0);
        if (name == "log") add({u, true, false});
        if (name == "log1p") add({num(1) + u, true, false});
        if (name == "sqrt") add({u, true, true});
        if (name == "sqrt1pm1") add({num(1) + u, true, true});
        if (name == "tan") add({Expr::call("cos", {u}), false, false});
    }

    void add(Condition condition) {
        if (formula::known_sign(condition.expr) != formula::Sign::positive) found_.push_back(std::move(condition));
    }

    std::vector<Condition> found_;
    std::unordered_set<const Expr::Node*> visited_;
};

double end_of(const std::optional<BreakPoint>& point, double infinite) {
    return point ? point->x : infinite;
}

/// A formula with more is not taken apart further.
constexpr std::size_t most_pieces = 64;

class Cutter {
public:
    void cut(DomainPiece piece) {
        std::vector<DomainPiece> parts{std::move(piece)};
        for (const Condition& condition : Conditions().of(parts[0].expr)) {
            if (domain_.pieces.size() + parts.size() > most_pieces) {
                domain_.complete = false;
                break;
            }
            std::vector<DomainPiece> kept;
            for (const DomainPiece& part : parts)
                apply(condition, part, kept);
            parts = std::move(kept);
        }
        for (DomainPiece& part : parts)
            domain_.pieces.push_back(std::move(part));
    }

    Domain take() { return std::move(domain_); }

private:
    void apply(const Condition& condition, const DomainPiece& part, std::vector<DomainPiece>& kept) {
        const auto chart = formula::sign_chart(condition.expr, {part.low, part.high});
        if (!chart) {
            domain_.complete = false;
            kept.push_back(part);
            return;
        }
        const auto& points = chart->points;
        for (std::size_t i = 0; i < chart->signs.size(); ++i) {
            DomainPiece next{part.expr, i == 0 ? part.low : points[i - 1], i == points.size() ? part.high : points[i]};
            const int sign = chart->signs[i];
            const bool allowed =
                sign == 1 || (sign == -1 && !condition.positive) || (sign == 0 && condition.zero_is_defined);
            if (!allowed)
                exclude(end_of(next.low, -infinity), end_of(next.high, infinity));
            else
                kept.push_back(std::move(next));
            if (i < points.size() && !condition.zero_is_defined) exclude(points[i].x, points[i].x);
        }
    }

    void exclude(double low, double high) {
        auto& hull = domain_.undefined;
        hull = hull ? Interval{std::min(hull->low, low), std::max(hull->high, high)} : Interval{low, high};
    }

    Domain domain_;
};

} // namespace

Domain domain(const formula::Piecewise& taken_apart) {
    Cutter cutter;
    const auto& points = taken_apart.points;
    for (std::size_t i = 0; i < taken_apart.pieces.size(); ++i) {
        cutter.cut({taken_apart.pieces[i].expr, i == 0 ? std::nullopt : std::optional(points[i - 1]),
                    i == points.size() ? std::nullopt : std::optional(points[i])});
    }
    Domain result = cutter.take();
    result.complete = result.complete && taken_apart.complete;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!std::isnan(taken_apart.at_points[i])) continue;
        const double x = points[i].x;
        result.undefined = result.undefined
                               ? Interval{std::min(result.undefined->low, x), std::max(result.undefined->high, x)}
                               : Interval{x, x};
    }
    return result;
}

} // namespace actlas::analysis
