#pragma once

#include "figure/figure.hpp"
#include "plot/scene.hpp"

#include <vector>

namespace actlas::figure {

/// One function's looks among others: colour and dash both differ, so that it also reads without colour.
struct Look {
    plot::Hue hue;
    std::vector<double> dash;
    double weight = 1; ///< times the usual width

    /// Its line where several functions share a panel.
    plot::Stroke stroke(const Context& context) const;
};

/// Looks for each of several functions: those that a function keeps in every figure, or free ones in order. `colours`,
/// where given, go before those of the theme.
std::vector<Look> looks(const std::vector<const analysis::Study*>& studies, const Context& context,
                        const std::vector<plot::Colour>& colours = {});

} // namespace actlas::figure
