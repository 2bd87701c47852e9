#include "plot/axes.hpp"

#include "plot/tick_text.hpp"
#include "plot/ticks.hpp"

#include <cmath>
#include <utility>

namespace actlas::plot {

std::vector<double> choose_x_ticks(const Panel& panel, const AxesOptions& options) {
    return nice_ticks(panel.x.low(), panel.x.high(), tick_target(panel.box.width(), options.x_spacing, 4.5, 8),
                      {options.x_landmarks, 8, true, 4, true});
}

std::vector<double> choose_y_ticks(const Panel& panel, const AxesOptions& options) {
    // In a low panel three numbers would run into each other.
    const bool low = panel.box.height() < 1.2 * options.y_spacing;
    return nice_ticks(panel.y.low(), panel.y.high(), tick_target(panel.box.height(), options.y_spacing, 3, 5),
                      {options.y_landmarks, low ? 3 : 5, true, low ? 2 : 3, true});
}

namespace {

class AxesDrawer {
public:
    AxesDrawer(Scene& scene, const Panel& panel, const Theme& theme, const AxesOptions& options)
        : scene_(scene), panel_(panel), theme_(theme), options_(options), x_ticks_(options.x_ticks),
          y_ticks_(options.y_ticks), axis_x_(panel.x.contains(0) ? panel.x.to_px(0) : panel.box.left),
          axis_y_(panel.y.contains(0) ? panel.y.to_px(0) : panel.box.bottom) {
        if (x_ticks_.empty()) x_ticks_ = choose_x_ticks(panel, options);
        if (y_ticks_.empty()) y_ticks_ = choose_y_ticks(panel, options);
    }

    void grid() {
        Stroke stroke{theme_.grid, options_.grid_width, {}, Cap::butt};
        // matplotlib's "--": 3.7 and 1.6 line widths.
        if (options_.dashed_grid) {
            // Dashes cover half the ink of a line: in its pale colour they would all but vanish.
            stroke.colour = theme_.hatch;
            stroke.dash = {3.7 * options_.grid_width, 1.6 * options_.grid_width};
        }
        Path vertical, horizontal;
        for (const double x : x_ticks_)
            segment(vertical, {panel_.x.to_px(x), panel_.box.bottom}, {panel_.x.to_px(x), panel_.box.top});
        for (const double y : y_ticks_)
            segment(horizontal, {panel_.box.left, panel_.y.to_px(y)}, {panel_.box.right, panel_.y.to_px(y)});
        add(Role::grid, std::move(vertical), stroke, "grid x");
        add(Role::grid, std::move(horizontal), stroke, "grid y");
    }

    void lines() {
        Path x, y;
        segment(x, {panel_.box.left, axis_y_}, {panel_.box.right, axis_y_});
        segment(y, {axis_x_, panel_.box.bottom}, {axis_x_, panel_.box.top});
        add(Role::axis, std::move(x), axis_stroke(), "axis x");
        add(Role::axis, std::move(y), axis_stroke(), "axis y");
    }

    void frame() { add(Role::axis, rectangle(panel_.box), axis_stroke(), "frame"); }

    void tick_marks() {
        const double half = options_.tick_length / 2;
        Path x, y;
        // No tick where the axes cross: it would only thicken the other axis.
        for (const double tick : x_ticks_) {
            const double at = panel_.x.to_px(tick);
            if (std::abs(at - axis_x_) > 0.5) segment(x, {at, axis_y_ - half}, {at, axis_y_ + half});
        }
        for (const double tick : y_ticks_) {
            const double at = panel_.y.to_px(tick);
            if (std::abs(at - axis_y_) > 0.5) segment(y, {axis_x_ - half, at}, {axis_x_ + half, at});
        }
        add(Role::tick, std::move(x), axis_stroke(), "ticks x");
        add(Role::tick, std::move(y), axis_stroke(), "ticks y");
    }

    void numbers(const NumberSetter& number) {
        const double digit_height = -number("0")->ink().top;
        if (options_.x_numbers) {
            const double baseline = panel_.box.bottom + options_.number_gap + digit_height;
            for (const double tick : x_ticks_) {
                const auto text = number(tick_text(tick));
                label(text, {panel_.x.to_px(tick) - text->width() / 2, baseline}, "tick x " + text->plain());
            }
        }
        if (options_.y_numbers) {
            for (const double tick : y_ticks_) {
                const auto text = number(tick_text(tick));
                const double left = panel_.box.left - options_.number_gap - text->width();
                label(text, {left, panel_.y.to_px(tick) + digit_height / 2}, "tick y " + text->plain());
            }
        }
    }

private:
    Stroke axis_stroke() const { return {theme_.axis, options_.axis_width, {}, Cap::butt}; }

    static void segment(Path& path, Point from, Point to) {
        path.move_to(from);
        path.line_to(to);
    }
    void add(Role role, Path path, const Stroke& stroke, std::string name) {
        if (path.segments.empty()) return;
        scene_.marks.push_back({role, PathMark{std::move(path), stroke, std::nullopt, std::nullopt}, std::move(name)});
    }
    void label(std::shared_ptr<const Typeset> text, Point origin, std::string name) {
        TextMark mark;
        mark.text = std::move(text);
        mark.origin = origin;
        mark.colour = theme_.muted;
        scene_.marks.push_back({Role::tick_label, std::move(mark), std::move(name)});
    }

    Scene& scene_;
    const Panel& panel_;
    const Theme& theme_;
    const AxesOptions& options_;
    std::vector<double> x_ticks_, y_ticks_;
    double axis_x_, axis_y_; ///< where the y axis and the x axis stand, px
};

} // namespace

AxesOptions slide_axes() {
    AxesOptions options;
    options.x_spacing = 230;
    options.y_spacing = 160;
    options.grid_width = 1.6;
    options.axis_width = 3;
    options.tick_length = 12;
    options.number_gap = 18;
    return options;
}

void draw_axes(Scene& scene, const Panel& panel, const Theme& theme, const NumberSetter& number,
               const AxesOptions& options) {
    AxesDrawer drawer(scene, panel, theme, options);
    if (options.grid) drawer.grid();
    if (options.lines) drawer.lines();
    if (options.frame) drawer.frame();
    if (options.tick_marks) drawer.tick_marks();
    drawer.numbers(number);
}

void draw_plain_axes(Scene& scene, const Panel& panel, const Stroke& stroke) {
    Path path;
    path.move_to({panel.box.left, panel.y.to_px(0)});
    path.line_to({panel.box.right, panel.y.to_px(0)});
    path.move_to({panel.x.to_px(0), panel.box.bottom});
    path.line_to({panel.x.to_px(0), panel.box.top});
    scene.marks.push_back({Role::axis, PathMark{std::move(path), stroke, std::nullopt, std::nullopt}, "axes"});
}

} // namespace actlas::plot
