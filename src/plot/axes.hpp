#pragma once

#include "plot/scale.hpp"
#include "plot/scene.hpp"
#include "plot/theme.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::plot {

/// Sets the text of a tick number, e.g. [&](auto text) { return typesetter.words(text, 11.5, language); }.
using NumberSetter = std::function<std::shared_ptr<const Typeset>(std::string_view)>;

/// Sizes and switches of a panel's frame; the defaults are those of document figures, px.
struct AxesOptions {
    std::vector<double> x_ticks; ///< empty: nice_ticks for the panel's size
    std::vector<double> y_ticks;
    std::vector<double> x_landmarks; ///< where a tick would be welcome, for nice_ticks
    std::vector<double> y_landmarks;
    double x_spacing = 105; ///< px wished for between ticks, within 4-8 ticks
    double y_spacing = 66;  ///< ..., within 3-5 ticks
    bool grid = true;
    bool dashed_grid = false;
    bool lines = true; ///< axis lines through the origin, or at the left and bottom edge where 0 is out of range
    bool tick_marks = true;
    bool frame = false; ///< a rectangle round the panel, as matplotlib draws it
    bool x_numbers = true;
    bool y_numbers = true;
    double grid_width = 0.8;
    double axis_width = 1.1;
    double tick_length = 4;
    double number_gap = 7; ///< between the panel's edge and the numbers
};

/// The same for slides (1920 x 1080).
AxesOptions slide_axes();

/// The ticks that draw_axes chooses for a panel where the options give none: 4 to 8 on x, 3 to 5 on y (FIGURES 5).
std::vector<double> choose_x_ticks(const Panel& panel, const AxesOptions& options);
std::vector<double> choose_y_ticks(const Panel& panel, const AxesOptions& options);

/// Appends grid, axis lines, tick marks centred on the axis, and numbers at the left and bottom edge, in this order.
/// Draw fills and hatches before, curves after. Marks are named "grid x", "grid y", "axis x", "axis y", "ticks x",
/// "ticks y", "tick x 0.5", ....
void draw_axes(Scene& scene, const Panel& panel, const Theme& theme, const NumberSetter& number,
               const AxesOptions& options = {});

/// The axes of an icon: two lines through the origin and nothing else.
void draw_plain_axes(Scene& scene, const Panel& panel, const Stroke& stroke);

} // namespace actlas::plot
