// The zeros of formulas that symbols do not solve, isolated with intervals.

#include "base/infinity.hpp"
#include "formula/build.hpp"
#include "formula/derivative.hpp"
#include "formula/enclosure.hpp"
#include "formula/limits.hpp"
#include "formula/piecewise_signs.hpp"
#include "formula/simplify.hpp"
#include "interval/search.hpp"

#include <array>
#include <cmath>

namespace actlas::formula {

using interval::Interval;
using namespace build;

namespace {

/// 0 where it is not known.
int sign_of(const Interval& value) {
    return value.positive() ? 1 : value.negative() ? -1 : 0;
}

/// A zero found by the search, as a number that people would write, if it is one.
BreakPoint recognised(const Interval& box, const Expr& expr) {
    constexpr std::array denominators{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 25, 32, 50, 64, 100, 1000};
    constexpr double most = 1e9;
    BreakPoint found{.x = box.middle(), .enclosure = box, .vanishing = {expr}};
    const auto try_fraction = [&](double value, bool root) -> bool {
        for (const int denominator : denominators) {
            const double numerator = std::nearbyint(value * denominator);
            if (std::fabs(numerator) > most) continue;
            const Expr fraction = simplify(num(numerator) / num(denominator));
            const Expr candidate = !root ? fraction : box.low() < 0 ? -call("sqrt", fraction) : call("sqrt", fraction);
            BreakPoint point = place(candidate);
            if (intersection(point.enclosure, box).empty()) continue;
            if (!simplify(substitute_variable(expr, candidate)).is_number(0)) continue;
            point.vanishing.push_back(expr);
            found = std::move(point);
            return true;
        }
        return false;
    };
    if (!try_fraction(found.x, false)) try_fraction(found.x * found.x, true);
    return found;
}

class RootSearch {
public:
    RootSearch(const Expr& expr, const Stretch& stretch)
        : expr_(expr), stretch_(stretch), value_(expr),
          range_(intersection(stretch.enclosure(), interval::float32_range)) {}

    std::optional<SignChart> run() {
        if (range_.empty() || range_.point()) return std::nullopt;
        interval::Effort effort;
        effort.evaluations = 2000;
        effort.roots = 64;
        const Expr slope = derivative(expr_);
        const auto pieces =
            interval::pieces(range_, {}, value_, EnclosureEvaluator(slope), EnclosureEvaluator(derivative(slope)));
        const interval::Roots roots = interval::roots(pieces, effort);
        if (roots.complete != interval::Answer::proved || !roots.zero.empty()) return std::nullopt;
        SignChart chart;
        for (const interval::Root& root : roots.single) {
            BreakPoint point = recognised(root.box, expr_);
            if (is_end(root.box)) continue;
            const Side side = side_of(point, stretch_);
            if (side == Side::unknown) return std::nullopt;
            if (side == Side::inside) chart.points.push_back(std::move(point));
        }
        if (!signs(chart) || !tail(chart, 1) || !tail(chart, -1)) return std::nullopt;
        return chart;
    }

private:
    /// The only zero in the box is an end of the stretch.
    bool is_end(const Interval& box) const {
        const auto at = [&](const std::optional<BreakPoint>& end) {
            return end && box.contains(end->enclosure) && sign_at(expr_, *end) == 0;
        };
        return at(stretch_.low) || at(stretch_.high);
    }

    bool signs(SignChart& chart) const {
        for (std::size_t i = 0; i <= chart.points.size(); ++i) {
            const double low = i == 0 ? range_.low() : chart.points[i - 1].enclosure.high();
            const double high = i == chart.points.size() ? range_.high() : chart.points[i].enclosure.low();
            const int sign = sign_between(low, high);
            if (sign == 0) return false;
            chart.signs.push_back(sign);
        }
        return true;
    }

    /// From points near the middle, on a linear and on a logarithmic scale; no zero lies between.
    int sign_between(double low, double high) const {
        const double from = std::asinh(low);
        const double to = std::asinh(high);
        for (const double t : {0.5, 0.25, 0.75, 0.4, 0.6, 0.1, 0.9}) {
            for (const double x : {low + t * (high - low), std::sinh(from + t * (to - from))}) {
                if (!(low <= x && x <= high)) continue;
                const Interval value = value_(x);
                if (value.continuous() && sign_of(value) != 0) return sign_of(value);
            }
        }
        return 0;
    }

    bool tail(const SignChart& chart, int side) const {
        const double end = interval::float32_range.high();
        if (side > 0 ? stretch_.high.has_value() : stretch_.low.has_value()) return true;
        const int sign = side > 0 ? chart.signs.back() : chart.signs.front();
        const Interval value = value_(side > 0 ? Interval(end, infinity) : Interval(-infinity, -end));
        return sign_of(value) == sign || eventual_sign(expr_, side) == sign;
    }

    const Expr& expr_;
    const Stretch& stretch_;
    EnclosureEvaluator value_;
    Interval range_;
};

} // namespace

std::optional<SignChart> searched_sign_chart(const Expr& expr, const Stretch& stretch) {
    return RootSearch(expr, stretch).run();
}

} // namespace actlas::formula
