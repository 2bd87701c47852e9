#pragma once

#include "plot/geometry.hpp"

namespace actlas::figure {

/// The outline of a box whose corners are quarters of circles, px.
plot::Path rounded_rectangle(const plot::Box& box, double radius);

} // namespace actlas::figure
