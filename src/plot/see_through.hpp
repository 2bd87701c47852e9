#pragma once

#include "plot/scene.hpp"

namespace actlas::plot {

/// Makes a scene without a background right on any ground: where a plate of the colour `page` would hide grid lines or
/// hatching behind a label, these are interrupted instead, and the plate is taken away. Plates on a fill stay.
void see_through(Scene& scene, Colour page);

} // namespace actlas::plot
