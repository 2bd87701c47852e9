#pragma once

#include "analysis/study.hpp"
#include "figure/figure.hpp"
#include "plot/curve.hpp"
#include "plot/place.hpp"
#include "plot/scale.hpp"
#include "plot/scene.hpp"

#include <vector>

namespace actlas::figure {

/// A shaded region needs room for its inequality, px of a document.
constexpr double narrowest_saturated = 72;

/// Fills and hatching of saturated and dead regions: to be drawn before axes and curves. Returns the labels they ask
/// for. A saturated region narrower than `narrowest` (px of a document) is left alone.
std::vector<plot::LabelRequest> draw_regions(plot::Scene& scene, const plot::Panel& panel, const analysis::Study& study,
                                             const Context& context, double narrowest = narrowest_saturated);

/// Dotted asymptotes, drawn before the curves, with their labels.
std::vector<plot::LabelRequest> draw_asymptotes(plot::Scene& scene, const plot::Panel& panel,
                                                const analysis::Study& study, const Context& context);

/// Dotted upright lines where f runs off to infinity, with their labels; `curve` is f as it was drawn.
std::vector<plot::LabelRequest> draw_poles(plot::Scene& scene, const plot::Panel& panel, const analysis::Study& study,
                                           const Context& context, const plot::Curve& curve);

/// Points on the curves (kinks, extrema, steepest points), drawn after them, with their labels.
std::vector<plot::LabelRequest> draw_landmarks(plot::Scene& scene, const plot::Panel& panel,
                                               const analysis::Study& study, const Context& context, bool derivative);

/// Places the most important `most` of the labels; the names of the others go to scene.dropped.
void place_notes(plot::Scene& scene, std::vector<plot::LabelRequest> requests, std::size_t most,
                 const Context& context);

} // namespace actlas::figure
