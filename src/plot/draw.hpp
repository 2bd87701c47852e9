#pragma once

#include "plot/scene.hpp"

typedef struct _cairo cairo_t;

namespace actlas::plot {

/// Draws a scene's background and marks in order; one unit of the context's user space is 1 px of the scene.
void draw(const Scene& scene, cairo_t* cairo);

} // namespace actlas::plot
