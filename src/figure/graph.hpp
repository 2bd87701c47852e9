#pragma once

#include "figure/figure.hpp"
#include "plot/curve.hpp"
#include "plot/scale.hpp"
#include "plot/scene.hpp"

#include <optional>
#include <string>
#include <vector>

namespace actlas::figure {

/// How one function's curve is drawn.
struct CurveStyle {
    plot::Colour colour;
    double width = 0; ///< px
    std::vector<double> dash;
    plot::Cap cap = plot::Cap::round;
    std::string name;
    bool hollow_jumps = false; ///< at a jump both ends are open: the value there is only a convention (f' at a kink)
    bool dots = true;          ///< draw the ends at jumps
};

/// How far inside the panel's right edge a curve with an end label stops, in data units.
double curve_end_inset(const plot::Panel& panel);

/// f of a study as the drawing engine's source, split at the study's kinks and jumps; its derivative with order 1.
plot::CurveSource source(const analysis::Study& study, int order);

/// Appends the curve with the dots at its jumps; returns it for labels. It ends a little inside the right edge.
plot::Curve draw_curve(plot::Scene& scene, const plot::Panel& panel, const plot::CurveSource& source,
                       const CurveStyle& style, const Context& context, bool to_edge = false);

/// Appends the dots at a curve's jumps.
void draw_jumps(plot::Scene& scene, const plot::Curve& curve, const plot::Panel& panel, const CurveStyle& style,
                const Context& context);

/// Appends f (solid) and, if asked, f' (dashed, on top) in the theme's colours, with the widths of a figure of its own
/// or, `small`, of a panel in a grid.
struct GraphCurves {
    plot::Curve function;
    std::optional<plot::Curve> derivative;
};
GraphCurves draw_graph(plot::Scene& scene, const plot::Panel& panel, const analysis::Study& study,
                       const Context& context, bool derivative, bool small);

/// Appends a disc on a curve: filled (extremum, kink) or hollow (inflection).
void draw_point(plot::Scene& scene, plot::Point centre, plot::Colour colour, const Context& context, bool hollow,
                std::string name);

} // namespace actlas::figure
