#pragma once

#include "plot/curve.hpp"

#include <vector>

namespace actlas::plot::detail {

/// A stretch of x without a split inside. At its ends the function is taken just inside, so that it gives one-sided
/// limits.
class Stretch {
public:
    /// `inset_left` and `inset_right`: how far inside "just inside" is; 0 at an end that is no split.
    Stretch(const CurveSource& source, double from, double to, double inset_left, double inset_right)
        : source_(&source), from_(from), to_(to), low_(from + inset_left), high_(to - inset_right) {}

    double from() const { return from_; }
    double to() const { return to_; }
    double value(double x) const { return source_->value(inside(x)); }
    double slope(double x) const { return source_->slope(inside(x)); }

private:
    double inside(double x) const { return x < low_ ? low_ : x > high_ ? high_ : x; }

    const CurveSource* source_;
    double from_, to_, low_, high_;
};

struct Interval {
    double from = 0, to = 0;
};

/// Where on a stretch the function is finite and within `margin` px of the panel's height, ends found to the last bits.
std::vector<Interval> visible_intervals(const Stretch& stretch, const Panel& panel, double margin);

/// Appends the stretch from interval.from to interval.to to a path, as lines and cubics within `tolerance` px.
void fit(const Stretch& stretch, const Interval& interval, const Panel& panel, double tolerance, Path& path);

} // namespace actlas::plot::detail
