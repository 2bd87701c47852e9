#pragma once

#include "plot/scene.hpp"

namespace actlas::plot {

/// Makes a scene without a background right on any ground: where a plate of the colour `page` would hide grid lines or
/// hatching behind a label, these are interrupted instead, and the plate is taken away. Plates on a fill stay. Likewise
/// lines stop before the ring of that colour round a point, or before a hollow point, and the ring is taken away.
void see_through(Scene& scene, Colour page);

} // namespace actlas::plot
