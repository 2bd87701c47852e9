#pragma once

#include "interval/search.hpp"

#include <optional>
#include <vector>

/// What the searches share: how the line is cut, and what a look at one box tells.
namespace actlas::interval::branch {

/// The range cut at 0 and at magnitudes that are evenly spread on a logarithmic scale, closer near 1.
std::vector<Interval> first_cut(const Interval& range);

/// Where to cut a box in two: at 0, at the geometric mean of ends that are far apart, else in the middle. Nothing if no
/// double lies strictly between its ends.
std::optional<double> cut(const Interval& box);

/// The width against the largest magnitude in the box, or against `least` where that is larger.
double relative_width(const Interval& box, double least = 0);

/// Of a function on a box. Strict: the slope has no zero, so the function takes every value at most once.
enum class Trend { unknown, falling, constant, rising, strictly_falling, strictly_rising };

struct View {
    Interval value = {}; ///< as narrow as the slope allows
    Interval slope = {}; ///< empty where not asked for or not usable
    Trend trend = Trend::unknown;
    Interval at_low = {}; ///< the value at the box's ends, for a monotone function
    Interval at_high = {};

    bool strict() const { return trend == Trend::strictly_falling || trend == Trend::strictly_rising; }
    /// Of a strict trend: 1 rising, -1 falling.
    int direction() const { return trend == Trend::strictly_rising ? 1 : trend == Trend::strictly_falling ? -1 : 0; }
};

/// A piece whose evaluations are counted.
class Probe {
public:
    Probe(const Piece& piece, std::size_t& evaluations) : piece_(&piece), evaluations_(&evaluations) {}

    Interval value(const Interval& box) const;
    /// Empty unless the slope is there and defined on the whole box.
    Interval slope(const Interval& box) const;
    Interval curvature(const Interval& box) const;
    bool has_slope() const { return static_cast<bool>(piece_->slope); }
    bool has_curvature() const { return has_slope() && piece_->curvature; }
    const Interval& range() const { return piece_->range; }

    /// The value alone if `enough` says that it settles the matter; else the slope too, and with it the trend and a
    /// narrower value, from the ends of a monotone function or by the mean value theorem.
    template<class Enough>
    View look(const Interval& box, Enough enough) const {
        View view{.value = value(box)};
        if (!view.value.empty() && !box.point() && view.value.continuous() && has_slope() && !enough(view.value))
            refine(box, view);
        return view;
    }

private:
    void refine(const Interval& box, View& view) const;

    const Piece* piece_;
    std::size_t* evaluations_;
};

/// One step of the interval Newton method: what of the box can still hold a root of the function with this value at the
/// box's middle and this slope, which has no zero, on the box. May be empty.
Interval newton(const Interval& box, double middle, const Interval& value, const Interval& slope);

/// Overlapping intervals joined, and those whose gap is at most `gap` times their magnitude (or times `gap`, near 0).
std::vector<Interval> joined(std::vector<Interval> intervals, double gap = 0);

} // namespace actlas::interval::branch
