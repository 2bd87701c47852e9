#pragma once

#include "analysis/precision.hpp"
#include "figure/figure.hpp"
#include "plot/scene.hpp"

#include <string_view>
#include <vector>

namespace actlas::figure {

/// What a precision map shows of each number format, a lane each.
struct MapLanes {
    bool value = true;    ///< where f is its limit, or x itself, or beyond the largest number
    bool slope = true;    ///< where f' rounds to 0
    bool textbook = true; ///< where the textbook formula gives 0, an infinity or NaN wrongly
    int least_bits = 8;   ///< formats with fewer are left out
};

/// Stretches of inputs in which something happens to the function in a number format, laid out over a symmetric
/// logarithmic axis of x between the tops and bottoms of `box`, px; names of formats and lanes stand left of it.
void draw_precision_map(plot::Scene& scene, const plot::Box& box, const std::vector<analysis::FormatBehaviour>& formats,
                        const Context& context, const MapLanes& lanes);

/// The room that names of formats and lanes need left of a map, px of a document.
inline constexpr double map_names = 128;

} // namespace actlas::figure
