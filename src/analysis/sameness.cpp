#include "analysis/sameness.hpp"

#include "analysis/properties_size.hpp"
#include "base/infinity.hpp"
#include "formula/derivative.hpp"
#include "formula/enclosure.hpp"
#include "formula/evaluator.hpp"
#include "formula/identity.hpp"
#include "formula/piecewise.hpp"

#include <algorithm>
#include <cmath>

namespace actlas::analysis {
namespace {

using formula::BreakPoint;
using formula::Expr;
using formula::Piecewise;

/// A stretch on which both formulas are without branches.
struct Cell {
    double low = -infinity;
    double high = infinity;
    Expr f;
    Expr g;
};

/// A break point with the values there.
struct Point {
    double x = 0;
    double f = 0;
    double g = 0;
};

/// Both formulas between all of their break points.
struct SideBySide {
    std::vector<Cell> cells;
    std::vector<Point> points;
    /// Whether break points of one that look like break points of the other are known to be.
    bool exact = true;
};

bool same_place(const BreakPoint& a, const BreakPoint& b) {
    if (a.exact() && b.exact()) return a.x == b.x;
    return a.position && b.position && formula::identical(*a.position, *b.position);
}

/// The values at break points are those of the formulas by symbols; a formula that does not break there is evaluated.
SideBySide side_by_side(const Piecewise& f, const Piecewise& g) {
    SideBySide result;
    std::size_t i = 0; // the pieces that hold to the right of what has been covered
    std::size_t k = 0;
    double low = -infinity;
    const auto next = [](const Piecewise& of, std::size_t piece) {
        return piece < of.points.size() ? &of.points[piece] : nullptr;
    };
    for (;;) {
        const BreakPoint* const a = next(f, i);
        const BreakPoint* const b = next(g, k);
        const bool together =
            a != nullptr && b != nullptr && !interval::intersection(a->enclosure, b->enclosure).empty();
        if (together) result.exact = result.exact && same_place(*a, *b);
        const BreakPoint* const first = b == nullptr || (a != nullptr && a->x <= b->x) ? a : b;
        const double high = first != nullptr ? first->enclosure.high() : infinity;
        result.cells.push_back({low, high, f.pieces[i].expr, g.pieces[k].expr});
        if (first == nullptr) return result;
        low = first->enclosure.low();
        const bool f_breaks = together || first == a;
        const bool g_breaks = together || first == b;
        const auto value = [&](const Piecewise& of, std::size_t piece, bool breaks) {
            return breaks ? of.at_points[piece] : formula::Evaluator(of.pieces[piece].expr)(first->x);
        };
        result.points.push_back({first->x, value(f, i, f_breaks), value(g, k, g_breaks)});
        if (f_breaks) ++i;
        if (g_breaks) ++k;
    }
}

bool close(double a, double b) {
    if (std::isnan(a) || std::isnan(b) || a == b) return true;
    if (std::isinf(a) || std::isinf(b)) return false;
    return std::fabs(a - b) <= 1e-9 * std::max({1.0, std::fabs(a), std::fabs(b)});
}

/// The points at which the formulas have different values.
std::vector<double> exceptions(const std::vector<Point>& points) {
    std::vector<double> result;
    for (const Point& point : points)
        if (!close(point.f, point.g)) result.push_back(point.x);
    return result;
}

/// The formulas with their branches apart, or each as it stands where that cannot be done.
SideBySide taken_apart(const Expr& f, const Expr& g) {
    const Piecewise of_f = formula::piecewise(f);
    const Piecewise of_g = formula::piecewise(g);
    if (of_f.complete && of_g.complete) return side_by_side(of_f, of_g);
    return {{{-infinity, infinity, f, g}}, {}, true};
}

std::optional<Sameness> exactly_same(const SideBySide& apart) {
    if (!apart.exact) return std::nullopt;
    const bool equal = std::all_of(apart.cells.begin(), apart.cells.end(),
                                   [](const Cell& cell) { return formula::identical(cell.f, cell.g); });
    if (!equal) return std::nullopt;
    return Sameness{Evidence::exact, 0, exceptions(apart.points)};
}

/// An upper bound of |f - g| on [low, high] by Taylor's formula of the third order on boxes of that many to one unit;
/// infinite where a derivative would be too long, or a value or derivative is not defined.
double enclosed_gap(const Expr& f, const Expr& g, double low, double high) {
    constexpr double boxes_per_unit = 64;
    constexpr std::size_t longest = 3000;
    std::vector<Expr> orders{Expr::add({f, Expr::negate(g)})};
    for (int order = 1; order <= 3; ++order) {
        if (derivative_size(orders.back()) > longest) return infinity;
        orders.push_back(formula::derivative(orders.back()));
    }
    std::vector<formula::EnclosureEvaluator> at;
    for (const Expr& order : orders)
        at.emplace_back(order);
    const auto size = [](const interval::Interval& value) {
        return value.empty() || !value.defined() ? infinity : value.magnitude();
    };
    const int count = std::max(1, static_cast<int>(std::ceil((high - low) * boxes_per_unit)));
    double bound = 0;
    for (int i = 0; i < count && bound < infinity; ++i) {
        const double left = low + (high - low) * i / count;
        const double right = i + 1 == count ? high : low + (high - low) * (i + 1) / count;
        const double middle = left + (right - left) / 2;
        const interval::Interval radius = interval::hull(interval::Interval(middle) - interval::Interval(left),
                                                         interval::Interval(right) - interval::Interval(middle));
        const interval::Interval r(radius.high());
        interval::Interval gap =
            interval::Interval(size(at[0](middle))) + r * size(at[1](middle)) +
            interval::sqr(r) * size(at[2](middle)) / interval::Interval(2) +
            interval::pow(r, 3) * size(at[3](interval::Interval(left, right))) / interval::Interval(6);
        bound = std::max(bound, gap.empty() ? infinity : gap.high());
    }
    return bound;
}

double enclosed_gap(const SideBySide& apart) {
    double bound = 0;
    for (const Cell& cell : apart.cells) {
        const double low = std::max(cell.low, -sameness_reach);
        const double high = std::min(cell.high, sameness_reach);
        if (low < high) bound = std::max(bound, enclosed_gap(cell.f, cell.g, low, high));
        if (!(bound <= sameness_tolerance)) break;
    }
    return bound;
}

/// The largest difference seen, nothing where it is more than rounding errors make, or one of them alone has no value.
std::optional<double> seen_gap(const Expr& f, const Expr& g) {
    constexpr int samples = 4001; // a prime number of steps would do as well; no grid that formulas are likely to use
    constexpr double rounding = 1e-11;
    const formula::Evaluator f_at(f);
    const formula::Evaluator g_at(g);
    double largest = 0;
    std::vector<double> places;
    for (int i = 0; i < samples; ++i)
        places.push_back(sameness_reach * (2.0 * (i + 0.31) / samples - 1));
    for (double far = sameness_reach; far < 1e5; far *= 1.1)
        places.insert(places.end(), {-far, far});
    for (const double x : places) {
        const double a = f_at(x);
        const double b = g_at(x);
        if (std::isnan(a) != std::isnan(b)) return std::nullopt;
        if (std::isnan(a) || a == b) continue;
        const double gap = std::fabs(a - b);
        if (std::isinf(gap) || !(gap <= rounding * std::max({1.0, std::fabs(a), std::fabs(b)}))) return std::nullopt;
        largest = std::max(largest, gap);
    }
    return largest;
}

} // namespace

std::optional<Sameness> exact_sameness(const Expr& f, const Expr& g) {
    if (f == g) return Sameness{};
    return exactly_same(taken_apart(f, g));
}

std::optional<Sameness> sameness(const Expr& f, const Expr& g) {
    if (f == g) return Sameness{};
    const SideBySide apart = taken_apart(f, g);
    if (auto exact = exactly_same(apart)) return exact;
    const std::optional<double> seen = seen_gap(f, g);
    if (!seen) return std::nullopt;
    std::vector<double> except = exceptions(apart.points);
    const double bound = enclosed_gap(apart);
    if (bound <= sameness_tolerance) return Sameness{Evidence::proved, bound, std::move(except)};
    // A difference may hide between the samples.
    if (std::isfinite(bound)) return std::nullopt;
    return Sameness{Evidence::estimated, *seen, std::move(except)};
}

} // namespace actlas::analysis
