#pragma once

#include "figure/figure.hpp"
#include "plot/scene.hpp"

#include <string>
#include <vector>

namespace actlas::figure {

/// What stands above the plot.
struct Head {
    std::string title;
    std::vector<plot::Run> subtitle;      ///< empty: none
    std::vector<plot::MathNode> formulas; ///< ways to write the formula, longest first; the first that fits is set
};

/// Appends title, subtitle and formula (right-aligned beside the title, or below it where that leaves no room) and
/// returns the y below which the plot may begin.
double draw_head(plot::Scene& scene, const Head& head, const Context& context);

/// An empty scene with page colour, language and texts set.
plot::Scene make_scene(double width, double height, const Context& context, std::string title, std::string description);

/// Appends a text mark.
void put_text(plot::Scene& scene, std::shared_ptr<const plot::Typeset> text, plot::Point origin, plot::Colour colour,
              plot::Role role, std::string name);

} // namespace actlas::figure
