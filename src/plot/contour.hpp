#pragma once

#include "plot/geometry.hpp"

#include <cstddef>
#include <vector>

namespace actlas::plot {

/// Values at the points of a grid, row by row; `columns` and `rows` at least 2.
struct Field {
    std::size_t columns = 0;
    std::size_t rows = 0;
    std::vector<double> values;

    double at(std::size_t column, std::size_t row) const { return values[row * columns + column]; }
};

/// The outline of where a field is positive, in a box whose corners are the corners of the grid.
struct Contour {
    Path area;     ///< closed, along the box's edges too; to be filled by the rule of non-zero winding
    Path boundary; ///< only where the field changes sign
};

/// Marching squares with linear interpolation along the edges of the cells; where a cell's diagonal corners agree, the
/// mean of the four decides. Points that matter less than `tolerance` px are left out (Douglas and Peucker). Not a
/// number counts as negative.
Contour contour(const Field& field, const Box& box, double tolerance = 0.15);

} // namespace actlas::plot
