#pragma once

#include "analysis/study.hpp"
#include "figure/figure.hpp"
#include "plot/place.hpp"
#include "plot/scale.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace actlas::figure {

/// Functions that are one and the same on a stretch of x.
struct Coincidence {
    std::vector<std::size_t> members; ///< places in the list of studies, at least two, ascending
    double low = 0;
    double high = 0;
};

/// The longest stretch of the window, of a sixth of it at least, on which the most functions coincide; of their
/// derivatives with order 1.
std::optional<Coincidence> longest_coincidence(const std::vector<const analysis::Study*>& studies,
                                               const plot::Window& window, int order);

/// "y = x for x >= 0: ReLU, ELU", beside the middle of the stretch; without the equation where it is no straight line.
plot::LabelRequest joint_label(const std::vector<const analysis::Study*>& studies, const Coincidence& joint,
                               const plot::Panel& panel, const Context& context, int order);

} // namespace actlas::figure
