#pragma once

#include "analysis/study.hpp"
#include "figure/figure.hpp"
#include "plot/scale.hpp"

#include <utility>
#include <vector>

namespace actlas::figure {

/// How f behaves at one end of the line, as far as a picture is concerned.
enum class Tail { level, rises, falls };

/// Level: settles, oscillates within bounds, or has no value there. Judged by the asymptote, else by the bounds and by
/// values far out.
Tail tail(const analysis::Study& study, int side);

/// f' where f has a value, NaN elsewhere: the rule for the derivative of log(x) gives numbers for negative x too.
double defined_slope(const analysis::Study& study, double x);

/// The least and the greatest finite value of f's derivative of that order (0 or 1) in [low, high], by samples. (0, 0)
/// if there is none.
std::pair<double, double> sampled_range(const analysis::Study& study, int order, double low, double high);

/// The same of any function.
std::pair<double, double> sampled_range(const formula::Evaluator& function, double low, double high);

/// The part of the plane in which the function's landmarks (kinks, extrema, saturation, steepest points) are in view,
/// whatever their size. Where f grows like a line both axes have one scale, so that slope 1 stands at 45 degrees in
/// `box`. A pole does not stretch it. The ranges of `options` go before.
plot::Window choose_window(const analysis::Study& study, const plot::Box& box, const Options& options);

/// An end of the line where |f'| stays below the study's first threshold, as far as the window shows it and f' is not
/// simply 0 there.
struct SaturatedSide {
    int side = 0;         ///< -1: for all x below the bound; +1: above
    double threshold = 0; ///< |f'| is less than this
    double end = 0;       ///< where it begins
    double bound = 0;     ///< `end` rounded so that the inequality stays true
    int decimals = 0;     ///< of `bound`, as many as the scale of the window makes sense of
};
std::vector<SaturatedSide> saturated_sides(const analysis::Study& study, const plot::Window& window);

/// Round numbers on the axes at which something happens inside the window: where a kink or jump is, and what f is
/// there, at an extremum or in the limit. For plot::AxesOptions.
struct AxisLandmarks {
    std::vector<double> x, y;
};
AxisLandmarks axis_landmarks(const analysis::Study& study, const plot::Window& window, bool derivative);

} // namespace actlas::figure
