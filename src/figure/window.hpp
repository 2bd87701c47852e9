#pragma once

#include "analysis/study.hpp"
#include "figure/figure.hpp"
#include "plot/scale.hpp"

#include <utility>

namespace actlas::figure {

/// How f behaves at one end of the line, as far as a picture is concerned.
enum class Tail { level, rises, falls };

/// Level: settles, or oscillates within bounds. Judged by the asymptote, else by values far out.
Tail tail(const analysis::Study& study, int side);

/// The least and the greatest finite value in [low, high], by samples. (0, 0) if there is none.
std::pair<double, double> sampled_range(const formula::Evaluator& function, double low, double high);

/// The part of the plane in which the function's landmarks (kinks, extrema, saturation, steepest points) are in view.
/// Where f grows without bound both axes have one scale, so that slope 1 stands at 45 degrees in `box`. The ranges of
/// `options` go before.
plot::Window choose_window(const analysis::Study& study, const plot::Box& box, const Options& options);

} // namespace actlas::figure
