#include "analysis/properties_solutions.hpp"

#include "analysis/properties_size.hpp"
#include "formula/breakpoints.hpp"
#include "formula/build.hpp"
#include "formula/derivative.hpp"

#include <algorithm>
#include <cmath>

namespace actlas::analysis {

namespace {

constexpr std::size_t most_points = 64; ///< of a list that is not complete, or may be endless

/// Leaves those nearest to 0, in order.
template<class Item, class Where>
void keep_nearest(std::vector<Item>& items, Where where) {
    if (items.size() <= most_points) return;
    std::stable_sort(items.begin(), items.end(),
                     [&](const Item& a, const Item& b) { return std::fabs(where(a)) < std::fabs(where(b)); });
    items.erase(items.begin() + most_points, items.end());
    std::sort(items.begin(), items.end(), [&](const Item& a, const Item& b) { return where(a) < where(b); });
}

/// Zeros of f (x) or of f(x) - x.
class Solver {
public:
    Solver(const Subject& subject, bool fixed) : subject_(subject), fixed_(fixed) {}

    Solutions run() {
        if (!subject_.complete) return near_zero();
        for (std::size_t i = 0; i < subject_.parts.size(); ++i) {
            inside(fixed_ ? subject_.parts[i].above : subject_.parts[i].value);
            if (i >= subject_.joints.size()) continue;
            const Joint& joint = subject_.joints[i];
            if (!joint.gap) {
                at(joint.x, joint.value, joint.place.point());
                continue;
            }
            end(joint.place.low());
            end(joint.place.high());
        }
        end(subject_.parts.front().stretch.low());
        end(subject_.parts.back().stretch.high());
        return result();
    }

private:
    void inside(const SignChart& chart) {
        for (const SignChart::Spot& spot : chart.spots) {
            if (!spot.zero) {
                open_ = true;
                continue;
            }
            solutions_.points.push_back(spot.place.middle());
            exact_ = exact_ && spot.place.point();
        }
        for (std::size_t gap = 0; gap < chart.signs.size(); ++gap) {
            open_ = open_ || chart.signs[gap] == unknown_sign;
            if (chart.signs[gap] == 0)
                solutions_.intervals.push_back({chart.left_of_gap(gap), chart.right_of_gap(gap)});
        }
    }

    /// The ends of where f is defined may belong to it.
    void end(double x) {
        if (std::isfinite(x)) at(x, subject_.f(x), true);
    }

    void at(double x, double value, bool exact) {
        const double wanted = fixed_ ? x : 0;
        if (exact ? value == wanted : std::fabs(value - wanted) <= 1e-15 * std::fabs(x)) {
            solutions_.points.push_back(x);
            exact_ = exact_ && exact;
        }
    }

    /// Intervals that touch at a solution become one; points in an interval belong to it.
    Solutions result() {
        std::vector<double>& points = solutions_.points;
        std::vector<Interval>& intervals = solutions_.intervals;
        std::sort(points.begin(), points.end());
        points.erase(std::unique(points.begin(), points.end()), points.end());
        std::vector<Interval> joined;
        for (const Interval& next : intervals) {
            const bool meets = !joined.empty() && joined.back().high == next.low &&
                               std::binary_search(points.begin(), points.end(), next.low);
            if (meets)
                joined.back().high = next.high;
            else
                joined.push_back(next);
        }
        intervals = std::move(joined);
        std::erase_if(points, [&](double x) {
            return std::any_of(intervals.begin(), intervals.end(),
                               [&](const Interval& i) { return i.low <= x && x <= i.high; });
        });
        solutions_.evidence = open_ ? Evidence::undecided : exact_ ? Evidence::exact : Evidence::proved;
        if (open_) keep_nearest(points, [](double x) { return x; });
        return std::move(solutions_);
    }

    /// What a search between the break points near 0 finds.
    Solutions near_zero() {
        constexpr double reach = 10;
        const formula::Expr expr =
            fixed_ ? formula::build::operator-(subject_.expr, formula::Expr::variable()) : subject_.expr;
        const formula::EnclosureEvaluator value(expr);
        interval::Enclosure slope;
        if (derivative_size(expr) <= 3000) slope = formula::EnclosureEvaluator(formula::derivative(expr));
        const auto splits = formula::break_points(subject_.expr, -reach, reach);
        const auto pieces = interval::pieces({-reach, reach}, splits, value, slope);
        const interval::Roots roots =
            interval::roots(pieces, {.evaluations = evaluations_for(expr, 1000), .roots = most_points});
        for (const interval::Root& root : roots.single)
            at(root.box.middle(), fixed_ ? root.box.middle() : 0, true);
        for (const double x : splits)
            at(x, subject_.f(x), true);
        for (const Box& box : roots.zero)
            solutions_.intervals.push_back({box.low(), box.high()});
        open_ = true;
        return result();
    }

    const Subject& subject_;
    bool fixed_;
    Solutions solutions_;
    bool open_ = false;
    bool exact_ = true;
};

/// The place where an enclosed zero of a chart, with a change of sign, lies; from - to + is `rising`.
struct Change {
    double x = 0;
    bool rising = false;
};

std::vector<Change> changes(const SignChart& chart) {
    std::vector<Change> found;
    for (std::size_t i = 0; i < chart.spots.size(); ++i)
        if (chart.spots[i].zero && product_of_signs(chart.signs[i], chart.signs[i + 1]) == -1)
            found.push_back({chart.spots[i].place.middle(), chart.signs[i] < 0});
    return found;
}

/// 1 if f is above f(x) just beside a joint, -1 below, 0 equal; `trend` is that of f from the joint outwards.
int beside(const Joint& joint, const Tendency& limit, int trend) {
    if (joint.continuous() || joint.smooth) return trend;
    if (!std::isfinite(joint.value)) return unknown_sign; // a pole: f has no value there that could be an extremum
    if (limit.infinite()) return limit.direction();
    if (!limit.finite()) return unknown_sign;
    const int step = sign_of(limit.value - joint.value);
    return step == 0 ? trend : step;
}

template<class Found>
void sort_by_place(std::vector<Found>& found) {
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.x < b.x; });
    keep_nearest(found, [](const Found& item) { return item.x; });
}

} // namespace

Solutions zeros(const Subject& subject) {
    return Solver(subject, false).run();
}

Solutions fixed_points(const Subject& subject) {
    return Solver(subject, true).run();
}

std::vector<Extremum> extrema(const Subject& subject) {
    std::vector<Extremum> found;
    if (!subject.complete) return found;
    for (const Subject::Part& part : subject.parts)
        for (const Change& change : changes(part.slope))
            found.push_back({change.x, subject.f(change.x), change.rising, Evidence::proved});
    for (std::size_t i = 0; i < subject.joints.size(); ++i) {
        const Joint& joint = subject.joints[i];
        const int left =
            beside(joint, subject.parts[i].stretch.at_high(0), opposite(subject.parts[i].slope.signs.back()));
        const int right =
            beside(joint, subject.parts[i + 1].stretch.at_low(0), subject.parts[i + 1].slope.signs.front());
        if (left == right && (left == 1 || left == -1))
            found.push_back({joint.x, joint.value, left > 0,
                             joint.evidence == Evidence::estimated ? joint.evidence : Evidence::proved});
    }
    sort_by_place(found);
    return found;
}

std::vector<Extremum> slope_extrema(const Subject& subject) {
    std::vector<Extremum> found;
    if (!subject.complete) return found;
    for (const Subject::Part& part : subject.parts)
        for (const Change& change : changes(part.bend))
            found.push_back({change.x, subject.slope(change.x), change.rising, Evidence::proved});
    for (std::size_t i = 0; i < subject.joints.size(); ++i) {
        const Joint& joint = subject.joints[i];
        if (!joint.smooth && joint.equal < 1) continue;
        const int left = subject.parts[i].bend.signs.back();
        const int right = subject.parts[i + 1].bend.signs.front();
        if (product_of_signs(left, right) == -1)
            found.push_back({joint.x, subject.slope(joint.x), right > 0,
                             joint.evidence == Evidence::estimated ? joint.evidence : Evidence::proved});
    }
    sort_by_place(found);
    return found;
}

std::vector<Place> inflections(const Subject& subject) {
    std::vector<Place> found;
    if (!subject.complete) return found;
    for (const Subject::Part& part : subject.parts)
        for (const Change& change : changes(part.bend))
            found.push_back({change.x, Evidence::proved});
    for (std::size_t i = 0; i < subject.joints.size(); ++i) {
        const Joint& joint = subject.joints[i];
        if (!joint.smooth && !joint.continuous()) continue;
        if (product_of_signs(subject.parts[i].bend.signs.back(), subject.parts[i + 1].bend.signs.front()) == -1)
            found.push_back({joint.x, joint.evidence == Evidence::estimated ? joint.evidence : Evidence::proved});
    }
    sort_by_place(found);
    return found;
}

} // namespace actlas::analysis
