#pragma once

#include "figure/figure.hpp"
#include "plot/scale.hpp"

namespace actlas::figure {

/// A curve figure with the part of the plane that it shows.
struct CurveFigure {
    plot::Scene scene;
    plot::Window window;
};

CurveFigure curve_figure(const analysis::Study& study, const Context& context, const Options& options = {});

} // namespace actlas::figure
