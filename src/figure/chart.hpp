#pragma once

#include "figure/figure.hpp"
#include "plot/place.hpp"
#include "plot/scale.hpp"
#include "plot/scene.hpp"

#include <functional>
#include <string>
#include <vector>

/// What figures draw that show more than f and f': axes at the edges of a panel, logarithmic ones among them, areas,
/// straight lines, and labels.
namespace actlas::figure {

/// A number on an axis whose data are not what is written there, such as logarithms.
struct AxisTick {
    double at = 0;
    std::string text;
};

/// "1", "10", "10⁻³".
std::string power_text(int exponent);

/// Powers of ten for an axis of decimal logarithms: every one, second, third, fifth, tenth ... so that there are at
/// most `most`.
std::vector<AxisTick> decade_ticks(double low, double high, std::size_t most);

/// Round numbers, about `target` of them, at most a quarter more and never more than 8.
std::vector<AxisTick> number_ticks(double low, double high, double target);

struct Edges {
    bool left = true;    ///< an axis line at the left edge
    bool bottom = true;  ///< ... and at the bottom
    bool grid_x = true;  ///< grid lines that stand
    bool grid_y = true;  ///< ... and that lie
    bool numbers = true; ///< under the panel
};

/// Grid, axis lines at the left and bottom edges and numbers beside them.
void draw_edges(plot::Scene& scene, const plot::Panel& panel, const Context& context, const std::vector<AxisTick>& x,
                const std::vector<AxisTick>& y, const Edges& edges = {});

/// A fill of this hue, pale enough for text and curves on it (FIGURES 4).
plot::Colour tint(plot::Colour hue, const plot::Theme& theme);

void draw_fill(plot::Scene& scene, const plot::Box& box, plot::Colour colour, std::string name);
void draw_hatch(plot::Scene& scene, const plot::Box& box, const Context& context, std::string name);

/// A straight line of one of the roles guide, asymptote, axis.
void draw_segment(plot::Scene& scene, plot::Point from, plot::Point to, const plot::Stroke& stroke, plot::Role role,
                  std::string name);

/// The dotted line of asymptotes, limits and thresholds.
plot::Stroke dotted(const Context& context);

/// A curve through points, data of the panel, clipped to it. Non-finite points leave gaps.
void draw_points_line(plot::Scene& scene, const plot::Panel& panel, const std::vector<plot::Point>& points,
                      const plot::Stroke& stroke, std::string name);

/// The area between a curve and a horizontal line, data of the panel, from `from` to `to`.
void draw_area(plot::Scene& scene, const plot::Panel& panel, const std::function<double(double)>& curve, double base,
               double from, double to, plot::Colour colour, std::string name);

/// The density of N(0, 1).
double normal_density(double x);

/// The share of N(0, 1) in an interval, whose ends may be infinite.
double normal_share(double low, double high);

/// Runs set as lines of a label at the size of notes.
plot::LabelText label_text(const Context& context, const std::vector<std::vector<plot::Run>>& lines);

/// One expression as the runs of a line.
std::vector<plot::Run> expression(plot::MathNode node);

/// A note beside a point of a curve.
plot::LabelRequest note_at(const Context& context, plot::Point target, std::vector<plot::LabelText> texts,
                           std::string name, plot::Side side = plot::Side::any);

/// A note somewhere in an area, as near to a point as can be.
plot::LabelRequest note_in(const Context& context, const plot::Box& area, plot::Point near,
                           std::vector<plot::LabelText> texts, std::string name);

} // namespace actlas::figure
