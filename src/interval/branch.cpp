#include "interval/branch.hpp"

#include "interval/rounding.hpp"

#include <algorithm>
#include <cmath>

namespace actlas::interval {

std::vector<Piece> pieces(const Interval& range, std::span<const double> splits, const Enclosure& value,
                          const Enclosure& slope, const Enclosure& curvature) {
    std::vector<double> ends{range.low(), range.high()};
    for (const double split : splits)
        if (split > range.low() && split < range.high()) ends.push_back(split);
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    std::vector<Piece> result;
    for (std::size_t k = 0; k + 1 < ends.size(); ++k)
        result.push_back({{ends[k], ends[k + 1]}, value, slope, curvature});
    if (range.point()) result.push_back({range, value, slope, curvature});
    return result;
}

namespace branch {

std::vector<Interval> first_cut(const Interval& range) {
    constexpr double magnitudes[] = {0x1p-16, 0.0625, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 1024, 0x1p16, 0x1p32, 0x1p64};
    std::vector<double> ends{range.low(), range.high()};
    const auto add = [&](double x) {
        if (x > range.low() && x < range.high()) ends.push_back(x);
    };
    add(0);
    for (const double magnitude : magnitudes) {
        add(magnitude);
        add(-magnitude);
    }
    std::sort(ends.begin(), ends.end());
    std::vector<Interval> boxes;
    if (range.point()) boxes.push_back(range);
    for (std::size_t k = 0; k + 1 < ends.size(); ++k)
        if (ends[k] < ends[k + 1]) boxes.emplace_back(ends[k], ends[k + 1]);
    return boxes;
}

std::optional<double> cut(const Interval& box) {
    double place = 0;
    if (box.low() >= 0 || box.high() <= 0) {
        const double near = box.mignitude();
        const double far = box.magnitude();
        if (near == 0)
            place = far / 256;
        else if (far / near > 4)
            place = std::sqrt(near) * std::sqrt(far);
        else
            place = near + (far - near) / 2;
        if (box.high() <= 0) place = -place;
    }
    if (!(box.low() < place && place < box.high())) return std::nullopt;
    return place;
}

double relative_width(const Interval& box, double least) {
    const double scale = std::fmax(box.magnitude(), least);
    return scale == 0 ? 0 : box.width() / scale;
}

Interval Probe::value(const Interval& box) const {
    ++*evaluations_;
    return piece_->value(box);
}

Interval Probe::slope(const Interval& box) const {
    if (!has_slope()) return {};
    ++*evaluations_;
    const Interval slope = piece_->slope(box);
    return slope.defined() ? slope : Interval();
}

Interval Probe::curvature(const Interval& box) const {
    if (!has_curvature()) return {};
    ++*evaluations_;
    const Interval curvature = piece_->curvature(box);
    return curvature.defined() ? curvature : Interval();
}

void Probe::refine(const Interval& box, View& view) const {
    view.slope = slope(box);
    const Interval& slope = view.slope;
    if (slope.empty()) return;
    const Decoration decoration = view.value.decoration();
    Interval narrower;
    if (slope.nonnegative() || slope.nonpositive()) {
        view.at_low = value(box.low());
        view.at_high = value(box.high());
        if (view.at_low.empty() || view.at_high.empty()) return;
        if (slope.zero()) {
            view.trend = Trend::constant;
            narrower = intersection(view.at_low, view.at_high);
        } else if (slope.nonnegative()) {
            view.trend = slope.positive() ? Trend::strictly_rising : Trend::rising;
            narrower = {view.at_low.low(), view.at_high.high()};
        } else {
            view.trend = slope.negative() ? Trend::strictly_falling : Trend::falling;
            narrower = {view.at_high.low(), view.at_low.high()};
        }
    } else if (slope.bounded()) {
        const double middle = box.middle();
        narrower = value(middle) + slope * (box - middle);
    } else {
        return;
    }
    narrower = intersection(view.value, narrower);
    view.value = {narrower.low(), narrower.high(), decoration};
}

Interval newton(const Interval& box, double middle, const Interval& value, const Interval& slope) {
    return intersection(box, middle - value / slope);
}

std::vector<Interval> joined(std::vector<Interval> intervals, double gap) {
    std::sort(intervals.begin(), intervals.end(),
              [](const Interval& a, const Interval& b) { return a.low() < b.low(); });
    std::vector<Interval> result;
    for (const Interval& next : intervals) {
        const double room = gap * std::fmax(std::fabs(next.low()), gap);
        if (!result.empty() && next.low() <= result.back().high() + room)
            result.back() = hull(result.back(), next);
        else
            result.push_back(next);
    }
    return result;
}

} // namespace branch

} // namespace actlas::interval
