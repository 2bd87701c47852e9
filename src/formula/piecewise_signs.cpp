#include "formula/piecewise_signs.hpp"

#include "formula/build.hpp"
#include "formula/derivative.hpp"
#include "formula/known_sign.hpp"
#include "formula/limits.hpp"
#include "formula/simplify.hpp"

#include <algorithm>
#include <cmath>

namespace actlas::formula {

using namespace build;

namespace {

using Chart = std::optional<SignChart>;

/// slope * x + intercept, both without x.
struct Line {
    Expr slope;
    Expr intercept;
};

std::optional<Line> line_of(const Expr& expr);

std::optional<Line> line_of_sum(const Expr& expr) {
    std::vector<Expr> slopes{num(0)};
    std::vector<Expr> intercepts{num(0)};
    for (const Expr& term : expr.operands()) {
        const auto part = line_of(term);
        if (!part) return std::nullopt;
        slopes.push_back(part->slope);
        intercepts.push_back(part->intercept);
    }
    return Line{Expr::add(std::move(slopes)), Expr::add(std::move(intercepts))};
}

std::optional<Line> line_of_product(const Expr& expr) {
    std::optional<Line> line;
    std::vector<Expr> constants{num(1)};
    for (const Expr& factor : expr.operands()) {
        if (!depends_on_variable(factor)) {
            constants.push_back(factor);
        } else if (line) {
            return std::nullopt;
        } else if (line = line_of(factor); !line) {
            return std::nullopt;
        }
    }
    const Expr scale = Expr::multiply(std::move(constants));
    return Line{scale * line->slope, scale * line->intercept};
}

/// Nothing where the formula is not written so.
std::optional<Line> line_of(const Expr& expr) {
    if (!depends_on_variable(expr)) return Line{num(0), expr};
    switch (expr.kind()) {
    case Kind::variable:
        return Line{num(1), num(0)};
    case Kind::add:
        return line_of_sum(expr);
    case Kind::multiply:
        return line_of_product(expr);
    case Kind::negate:
        if (const auto line = line_of(expr.operand(0))) return Line{-line->slope, -line->intercept};
        return std::nullopt;
    case Kind::divide: {
        const auto line = line_of(expr.operand(0));
        const Expr& by = expr.operand(1);
        if (!line || depends_on_variable(by)) return std::nullopt;
        return Line{line->slope / by, line->intercept / by};
    }
    default:
        return std::nullopt;
    }
}

Chart chart_of_line(const Expr& expr, const Line& line, const Stretch& stretch) {
    const Expr slope = simplify(line.slope);
    const auto direction = sign_of_constant(slope);
    if (!direction) return std::nullopt;
    if (*direction == 0 || *direction == SignChart::undefined) {
        const auto sign = *direction == 0 ? sign_of_constant(simplify(line.intercept)) : direction;
        if (!sign) return std::nullopt;
        return SignChart{{}, {*sign}};
    }
    BreakPoint zero = place(simplify(-line.intercept / slope));
    zero.vanishing.push_back(expr);
    if (zero.enclosure.empty()) return std::nullopt;
    switch (side_of(zero, stretch)) {
    case Side::inside:
        return SignChart{{zero}, {-*direction, *direction}};
    case Side::left:
        return SignChart{{}, {*direction}};
    case Side::right:
        return SignChart{{}, {-*direction}};
    case Side::unknown:
        break;
    }
    return std::nullopt;
}

/// The chart of a product; without a value where one factor has none.
Chart product(const SignChart& a, const SignChart& b) {
    const auto times = [](int s, int t) {
        return s == SignChart::undefined || t == SignChart::undefined ? SignChart::undefined : s * t;
    };
    SignChart result{{}, {times(a.signs[0], b.signs[0])}};
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.points.size() || j < b.points.size()) {
        std::optional<int> order = i == a.points.size()   ? 1
                                   : j == b.points.size() ? -1
                                                          : compare(a.points[i], b.points[j]);
        if (!order) return std::nullopt;
        BreakPoint point = *order <= 0 ? a.points[i] : b.points[j];
        if (*order == 0) {
            const auto& more = b.points[j].vanishing;
            point.vanishing.insert(point.vanishing.end(), more.begin(), more.end());
        }
        if (*order <= 0) ++i;
        if (*order >= 0) ++j;
        result.points.push_back(std::move(point));
        result.signs.push_back(times(a.signs[i], b.signs[j]));
    }
    return result;
}

Chart product(const Chart& a, const Chart& b) {
    return a && b ? product(*a, *b) : std::nullopt;
}

Chart negated(Chart chart) {
    return product(chart, SignChart{{}, {-1}});
}

/// The formula vanishes wherever its factors' charts have points.
Chart vanishing(Chart chart, const Expr& expr) {
    if (chart) {
        for (BreakPoint& point : chart->points)
            point.vanishing.push_back(expr);
    }
    return chart;
}

Chart chart_where_defined(const Expr& expr, const Stretch& stretch);

/// Of what is written as a product.
Chart chart_of_factors(const Expr& expr, const Stretch& stretch) {
    Chart chart = SignChart{{}, {1}};
    for (const Expr& factor : expr.operands()) {
        chart = product(chart, chart_where_defined(factor, stretch));
        if (!chart) break;
    }
    return vanishing(std::move(chart), expr);
}

Chart chart_of_power(const Expr& expr, const Stretch& stretch) {
    const Expr& exponent = expr.operand(1);
    Chart chart = chart_where_defined(expr.operand(0), stretch);
    if (!chart || depends_on_variable(exponent)) return std::nullopt;
    const Expr number = simplify(exponent);
    if (number.kind() != Kind::number || number.node().value <= 0) return std::nullopt;
    const double n = number.node().value;
    const bool odd = n == std::floor(n) && std::fmod(n, 2) != 0;
    if (!odd) {
        for (int& sign : chart->signs)
            sign = std::abs(sign) == 1 ? 1 : sign;
    }
    return vanishing(std::move(chart), expr);
}

/// Of a formula that is defined, and therefore continuous, on the whole stretch.
Chart chart_where_defined(const Expr& expr, const Stretch& stretch) {
    if (!depends_on_variable(expr)) {
        const auto sign = sign_of_constant(simplify(expr));
        return sign ? Chart(SignChart{{}, {*sign}}) : std::nullopt;
    }
    if (const auto line = line_of(expr)) return chart_of_line(expr, *line, stretch);
    if (known_sign(expr) == Sign::positive) return SignChart{{}, {1}};
    Chart chart;
    if (expr.kind() == Kind::negate)
        chart = vanishing(negated(chart_where_defined(expr.operand(0), stretch)), expr);
    else if (expr.kind() == Kind::multiply || expr.kind() == Kind::divide)
        chart = chart_of_factors(expr, stretch);
    else if (expr.kind() == Kind::power)
        chart = chart_of_power(expr, stretch);
    else if (expr.kind() == Kind::call && expr.node().primitive->keeps_sign)
        chart = vanishing(chart_where_defined(expr.operand(0), stretch), expr);
    return chart ? chart : searched_sign_chart(expr, stretch);
}

/// Where a formula is defined: all of these are positive (or, for those marked so, at least not 0).
struct Requirement {
    Expr expr;
    bool nonzero_only = false;
};

/// False where the places at which the formula is undefined cannot be listed.
bool collect_requirements(const Expr& expr, std::vector<Requirement>& found) {
    if (!depends_on_variable(expr)) return true;
    if (expr.kind() == Kind::divide && depends_on_variable(expr.operand(1))) {
        found.push_back({expr.operand(1), true});
    } else if (expr.kind() == Kind::power) {
        const Expr& exponent = expr.operand(1);
        const bool whole =
            exponent.kind() == Kind::number && exponent.node().value == std::floor(exponent.node().value);
        if (!whole)
            found.push_back({expr.operand(0)});
        else if (exponent.node().value < 0)
            found.push_back({expr.operand(0), true});
    } else if (expr.kind() == Kind::call) {
        const std::string_view name = expr.node().primitive->name;
        if (name == "tan") return false;
        if (name == "log" || name == "sqrt") found.push_back({expr.operand(0)});
        if (name == "log1p" || name == "sqrt1pm1") found.push_back({num(1) + expr.operand(0)});
    }
    return std::all_of(expr.operands().begin(), expr.operands().end(),
                       [&](const Expr& operand) { return collect_requirements(operand, found); });
}

/// Without the help of chart_by_slope().
Chart plain_chart(const Expr& expr, const Stretch& stretch);

/// Positive where the formula is defined, `undefined` elsewhere.
Chart domain_chart(const Expr& expr, const Stretch& stretch) {
    std::vector<Requirement> requirements;
    if (!collect_requirements(expr, requirements)) return std::nullopt;
    Chart domain = SignChart{{}, {1}};
    for (const Requirement& requirement : requirements) {
        if (known_sign(requirement.expr) == Sign::positive) continue;
        Chart chart = plain_chart(requirement.expr, stretch);
        if (!chart) return std::nullopt;
        for (int& sign : chart->signs)
            sign = sign == 1 || (sign == -1 && requirement.nonzero_only) ? 1 : SignChart::undefined;
        domain = product(domain, chart);
        if (!domain) return std::nullopt;
    }
    return domain;
}

std::optional<int> far_out(const Expr& expr, int side) {
    const int sign = eventual_sign(expr, side);
    return sign != 0 ? std::optional(sign) : std::nullopt;
}

/// The one sign of a function on an open stretch, from that of its slope and its own at the two ends.
std::optional<int> sign_if_monotone(int slope, std::optional<int> at_low, std::optional<int> at_high) {
    if (at_low == SignChart::undefined) at_low.reset();
    if (at_high == SignChart::undefined) at_high.reset();
    if (slope < 0) std::swap(at_low, at_high); // now the function grows from at_low to at_high
    if (slope == SignChart::undefined || slope == 0) return std::nullopt;
    if (at_low && *at_low >= 0) return 1;
    if (at_high && *at_high <= 0) return -1;
    return std::nullopt;
}

/// Of a continuous function that is monotone between the points at which its slope's chart changes, from its signs at
/// those. Helps where the zeros are ones of the slope too: x - tanh(x).
Chart chart_by_slope(const Expr& expr, const Stretch& stretch) {
    const Expr slope = derivative(expr);
    const Chart slopes = chart_where_defined(slope, stretch);
    if (!slopes) return std::nullopt;
    std::vector<std::optional<int>> at; // the signs at the ends of the monotone stretches
    at.push_back(stretch.low ? sign_at(expr, *stretch.low) : far_out(expr, -1));
    for (const BreakPoint& point : slopes->points)
        at.push_back(sign_at(expr, point));
    at.push_back(stretch.high ? sign_at(expr, *stretch.high) : far_out(expr, 1));
    SignChart chart;
    for (std::size_t i = 0; i < slopes->signs.size(); ++i) {
        const auto sign = sign_if_monotone(slopes->signs[i], at[i], at[i + 1]);
        if (!sign) return std::nullopt;
        if (i > 0 && at[i] == 0) {
            chart.points.push_back(slopes->points[i - 1]);
            chart.points.back().vanishing.push_back(expr);
        }
        if (i == 0 || at[i] == 0) chart.signs.push_back(*sign);
    }
    return chart;
}

Chart chart_on(const Expr& expr, const Stretch& stretch, Chart (*where_defined)(const Expr&, const Stretch&)) {
    const Chart domain = domain_chart(expr, stretch);
    if (!domain) return std::nullopt;
    SignChart result;
    for (std::size_t i = 0; i < domain->signs.size(); ++i) {
        const Stretch part{i == 0 ? stretch.low : domain->points[i - 1],
                           i == domain->points.size() ? stretch.high : domain->points[i]};
        if (i > 0) result.points.push_back(domain->points[i - 1]);
        if (domain->signs[i] == SignChart::undefined) {
            result.signs.push_back(SignChart::undefined);
            continue;
        }
        Chart chart = where_defined(expr, part);
        if (!chart) return std::nullopt;
        result.points.insert(result.points.end(), chart->points.begin(), chart->points.end());
        result.signs.insert(result.signs.end(), chart->signs.begin(), chart->signs.end());
    }
    return result;
}

Chart plain_chart(const Expr& expr, const Stretch& stretch) {
    return chart_on(expr, stretch, chart_where_defined);
}

} // namespace

std::optional<SignChart> sign_chart(const Expr& expr, const Stretch& stretch) {
    const auto thorough = [](const Expr& e, const Stretch& part) {
        Chart chart = chart_where_defined(e, part);
        return chart ? chart : chart_by_slope(e, part);
    };
    return chart_on(expr, stretch, thorough);
}

} // namespace actlas::formula
