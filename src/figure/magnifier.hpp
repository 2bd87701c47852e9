#pragma once

#include "analysis/study.hpp"
#include "figure/figure.hpp"
#include "plot/scale.hpp"
#include "plot/scene.hpp"

#include <optional>

namespace actlas::figure {

/// A stretch of x on which f is straight, or nearly, and rises or falls too little for the eye to see it.
struct FlatStretch {
    double low = 0;
    double high = 0;
    double slope = 0;
};

/// The longest such stretch in the panel: |slope| (px a px) times the panel's height is below 8 px (FIGURES 6), yet not
/// so small that no magnification would show it. Not where f' is 0 throughout.
std::optional<FlatStretch> flat_stretch(const analysis::Study& study, const plot::Panel& panel, const Profile& profile);

/// Where a flat stretch asks for it, appends an inset straight above or below the part of the stretch that it enlarges,
/// with the same x scale and y multiplied by 10, 20, 50, 100, 200 or 500, joined to it by dotted uprights, and with a
/// slope triangle. Keeps off the axes and curves; where there is no room for it "magnifier" goes to scene.dropped.
/// After the curves, before other labels. Returns the factor that was used.
std::optional<int> draw_magnifier(plot::Scene& scene, const plot::Panel& panel, const analysis::Study& study,
                                  const Context& context, bool derivative);

} // namespace actlas::figure
