#pragma once

#include "plot/scale.hpp"
#include "plot/scene.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace actlas::plot {

/// A function of one variable to draw. NaN and infinities are gaps.
struct CurveSource {
    std::function<double(double)> value;
    std::function<double(double)>
        slope; ///< exact derivative of `value`; where it is not finite or wrong only more pieces result
    std::vector<double> splits; ///< kinks, jumps and poles, in any order; others are found, less exactly
};

struct CurveOptions {
    double tolerance = 0.05; ///< greatest distance from the true curve, px
    double margin = 4; ///< the path goes on this far beyond the panel's top and bottom, px; the clip box then cuts it
    std::optional<double> from; ///< leftmost x to draw; the panel's edge if not given
    std::optional<double> to;   ///< rightmost x to draw, e.g. a little inside the edge so that the end label has room
};

/// A place where the limits from the left and from the right differ by more than half a px. Values are data, possibly
/// infinite or NaN where there is no limit.
struct Jump {
    double x = 0;
    double left = 0;  ///< the limit from the left
    double right = 0; ///< the limit from the right
    double value = 0; ///< what the function itself says at x
};

/// A curve ready to draw.
struct Curve {
    Path path;                                 ///< lines and cubics, coordinates rounded to 1/1000 px
    Box clip;                                  ///< panel box, a little larger so that caps at its edges stay whole
    std::vector<std::vector<Point>> polylines; ///< the same, flattened to 0.1 px and cut off at the panel's box
    std::vector<Jump> jumps;                   ///< at the given splits only
    std::optional<Point> start;                ///< leftmost visible point, px
    std::optional<Point> end;                  ///< rightmost visible point, px: where an end label belongs
};

/// Cubic Béziers from the exact slope: control points a third of the step along the tangent, so that x runs evenly and
/// the piece is the Hermite interpolant; pieces are halved until every check point (at most 1 px apart) is within the
/// tolerance. Straight stretches become one line. A kink is a vertex, a jump or a pole a gap. Subdivision is bounded,
/// so a vertical tangent costs a few dozen pieces.
Curve trace(const CurveSource& source, const Panel& panel, const CurveOptions& options = {});

/// The curve as a mark with its clip box.
Mark curve_mark(const Curve& curve, const Stroke& stroke, std::string name);

/// The dots of jumps: filled where the function takes the value, hollow where it does not. Only inside the panel.
/// `scale` is that of the figure against a document's (points of 3.6 px radius).
std::vector<Mark> jump_marks(const Curve& curve, const Panel& panel, Colour colour, Colour background,
                             const std::string& name, double scale = 1);

/// A straight line y = slope * x + intercept (asymptote, limit) between two x, cut off at the panel's box; nothing
/// where it does not cross it.
std::optional<Path> straight_line(const Panel& panel, double slope, double intercept, double from_x, double to_x);

} // namespace actlas::plot
