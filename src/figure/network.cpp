#include "figure/network.hpp"

#include "base/number.hpp"
#include "figure/chart.hpp"
#include "figure/expression.hpp"
#include "figure/graph.hpp"
#include "figure/head.hpp"
#include "figure/profile.hpp"
#include "figure/rounded_rectangle.hpp"
#include "figure/window.hpp"
#include "figure/wording.hpp"
#include "plot/axes.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace actlas::figure {

namespace {

using plot::Box;
using plot::MathNode;
using plot::Point;
using plot::Role;

// The plan, in px of a document's figure: what it is drawn on, below the head.
constexpr double width = 720, height = 372, plan_top = 84;
constexpr double input_x = 62, middle_x = 300, last_x = 560;
constexpr double upper_y = 128, lower_y = 262, last_y = (upper_y + lower_y) / 2;
constexpr double input_radius = 27;
constexpr double box_width = 132, box_height = 84;
constexpr double corner = 10;

std::string text_of(double value) {
    return fixed_for_people(value, 3);
}

MathNode subscripted(const char* letter, int index) {
    return {MathNode::Kind::subscript, {}, {symbol(letter), {MathNode::Kind::number, std::to_string(index), {}}}};
}

/// "z₁ = 0.3" where three decimals say it all, else "z₁ ≈ 0.678".
MathNode equation(const char* letter, int index, double value) {
    const double rounded = std::round(value * 1e3) / 1e3;
    const bool exact = std::abs(value - rounded) < 1e-12;
    return row({subscripted(letter, index), relation(exact ? "=" : "≈"),
                text_number(exact ? significant_for_people(rounded, 6) : text_of(value))});
}

class Diagram {
public:
    /// Below `top`, as large as fits.
    Diagram(plot::Scene& scene, const analysis::Study& study, const Context& context, double top)
        : scene_(scene), study_(study), context_(context),
          scale_(std::min(scene.width / width, (scene.height - top) / (height - plan_top))),
          left_((scene.width - scale_ * width) / 2), top_(top) {}

    void input(int index, double y, double value) {
        const Box box{input_x - input_radius, y - input_radius, input_x + input_radius, y + input_radius};
        outline(box, input_radius, "input");
        centred_math(subscripted("x", index), {input_x, y - 5}, 17, context_.theme.ink, "input name");
        centred_math({MathNode::Kind::number, shortest(value), {}}, {input_x, y + 15}, 15, context_.theme.muted,
                     "input value");
    }

    /// The box of a neuron: what it adds up, its bias, and the activation's curve with the point it is at.
    void neuron(int index, double x, double y, const NeuronShown& shown) {
        const Box box{x - box_width / 2, y - box_height / 2, x + box_width / 2, y + box_height / 2};
        outline(box, corner, "neuron");
        curve({box.left + 62, box.top + 9, box.right - 9, box.bottom - 9}, shown);
        const double text_x = box.left + 33;
        centred_math({MathNode::Kind::upright, "Σ", {}}, {text_x, y - 14}, 22, context_.theme.ink, "sum");
        centred_math(row({{MathNode::Kind::prefix, shown.bias.starts_with("−") ? "−" : "+", {}},
                          {MathNode::Kind::number, without_sign(shown.bias), {}}}),
                     {text_x, y + 12}, 14, context_.theme.muted, "bias");
        centred_math(equation("z", index, shown.sum), {x, box.bottom + 17}, 15, context_.theme.ink, "z");
    }

    void label_output(int index, Point at, const NeuronShown& shown) {
        centred_math(equation("a", index, shown.output), at, 15, context_.theme.function.text, "a");
    }

    void output(int index, Point from, Point to, const NeuronShown& shown) {
        arrow(from, to);
        label_output(index, {(from.x + to.x) / 2, from.y - 16}, shown);
    }

    /// A connection with its weight beside its beginning or end.
    void connection(Point from, Point to, const std::string& weight, double share) {
        arrow(from, to);
        const Point at = on_page({from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)});
        const auto text = context_.typesetter.math({MathNode::Kind::number, weight, {}}, px(15));
        const Box ink = text->ink();
        const Point origin{at.x - ink.width() / 2, at.y - (ink.top + ink.bottom) / 2};
        plot::TextMark mark{text, origin, context_.theme.derivative.text, context_.theme.page, px(3)};
        scene_.marks.push_back({Role::label, std::move(mark), "weight"});
    }

    void caption(std::string_view key, double x) {
        const auto text =
            context_.typesetter.words(Wording::in(context_.language).text(key), px(12.5), context_.language);
        const Point at = on_page({x, height - 12});
        put_text(scene_, text, {at.x - text->width() / 2, at.y}, context_.theme.muted, Role::label, std::string(key));
    }

private:
    static std::string without_sign(const std::string& number) {
        constexpr std::string_view minus = "−";
        return number.starts_with(minus) ? number.substr(minus.size()) : number;
    }

    double px(double plan) const { return scale_ * plan; }
    Point on_page(Point plan) const { return {left_ + px(plan.x), top_ + px(plan.y - plan_top)}; }
    Box box_on_page(const Box& plan) const {
        const Point from = on_page(Point{plan.left, plan.top}), to = on_page(Point{plan.right, plan.bottom});
        return {from.x, from.y, to.x, to.y};
    }

    void outline(const Box& box, double radius, std::string name) {
        scene_.marks.push_back({Role::guide,
                                plot::PathMark{rounded_rectangle(box_on_page(box), px(radius)),
                                               plot::Stroke{context_.theme.axis, px(1.2), {}, plot::Cap::round},
                                               context_.theme.inset,
                                               {}},
                                std::move(name)});
    }

    void centred_math(const MathNode& node, Point at, double size, plot::Colour colour, std::string name) {
        const auto text = context_.typesetter.math(node, px(size));
        const Point middle = on_page(at);
        put_text(scene_, text, {middle.x - text->width() / 2, middle.y + 0.34 * px(size)}, colour, Role::label,
                 std::move(name));
    }

    void curve(const Box& box, const NeuronShown& shown) {
        // The window holds both axes, the point and enough of the curve to be known by.
        const double reach = std::max(4.0, 1.25 * std::abs(shown.sum));
        const auto [least, greatest] = sampled_range(study_.f, -reach, reach);
        const double low = std::min(least, 0.0), high = std::max(greatest, 0.0);
        const double pad = 0.08 * std::max(high - low, 1e-3);
        const plot::Panel panel(box_on_page(box), {-reach, reach, low - pad, high + pad});
        plot::draw_plain_axes(scene_, panel, {context_.theme.hatch, px(1), {}, plot::Cap::butt});
        const CurveStyle style{context_.theme.function.stroke, px(2), {}, plot::Cap::round, "f", false, false};
        draw_curve(scene_, panel, source(study_, 0), style, context_, true);
        draw_point(scene_, panel.at(shown.sum, shown.output), context_.theme.function.stroke, context_, false, "state");
    }

    void arrow(Point from, Point to) {
        const double length = std::hypot(to.x - from.x, to.y - from.y);
        const double dx = (to.x - from.x) / length, dy = (to.y - from.y) / length;
        constexpr double head = 8, half = 3.2;
        const Point base{to.x - head * dx, to.y - head * dy};
        draw_segment(scene_, on_page(from), on_page(base), {context_.theme.axis, px(1.1), {}, plot::Cap::butt},
                     Role::guide, "connection");
        plot::Path tip;
        tip.move_to(on_page(to));
        tip.line_to(on_page(Point{base.x - half * dy, base.y + half * dx}));
        tip.line_to(on_page(Point{base.x + half * dy, base.y - half * dx}));
        tip.close();
        scene_.marks.push_back({Role::guide, plot::PathMark{tip, {}, context_.theme.axis, {}}, "arrow head"});
    }

    plot::Scene& scene_;
    const analysis::Study& study_;
    const Context& context_;
    double scale_; ///< px of the page a px of the plan
    double left_, top_;
};

} // namespace

plot::Scene network(const analysis::Study& study, const NetworkShown& shown, const Context& context) {
    const Wording& wording = Wording::in(context.language);
    const std::string description = wording.text("network.alt", {{"name", study.activation.name},
                                                                 {"x1", shortest(shown.inputs[0])},
                                                                 {"x2", shortest(shown.inputs[1])},
                                                                 {"a1", text_of(shown.middle[0].output)},
                                                                 {"a2", text_of(shown.middle[1].output)},
                                                                 {"a3", text_of(shown.last.output)}});
    const bool full_page = context.profile.one_size;
    plot::Scene scene =
        make_scene(full_page ? context.profile.width : width, full_page ? context.profile.height : height, context,
                   wording.text("network.title"), description);
    Head head;
    head.title = wording.text("network.title");
    head.subtitle = {{wording.text("network.subtitle", {{"name", study.activation.name}}), {}, plot::Weight::regular}};
    Diagram diagram(scene, study, context, draw_head(scene, head, context));
    const double left = middle_x - box_width / 2;
    for (const int i : {0, 1}) {
        const double y = i == 0 ? upper_y : lower_y;
        const auto& weights = shown.middle[static_cast<std::size_t>(i)].weights;
        const double straight = 0.5, crossing = 0.72;
        diagram.connection({input_x + input_radius, upper_y}, {left, y + (i == 0 ? -8 : -20)}, weights[0],
                           i == 0 ? straight : crossing);
        diagram.connection({input_x + input_radius, lower_y}, {left, y + (i == 0 ? 20 : 8)}, weights[1],
                           i == 1 ? straight : crossing);
    }
    diagram.input(1, upper_y, shown.inputs[0]);
    diagram.input(2, lower_y, shown.inputs[1]);
    const double right = middle_x + box_width / 2, last_left = last_x - box_width / 2;
    diagram.connection({right, upper_y}, {last_left, last_y - 12}, shown.last.weights[0], 0.78);
    diagram.connection({right, lower_y}, {last_left, last_y + 12}, shown.last.weights[1], 0.78);
    diagram.neuron(1, middle_x, upper_y, shown.middle[0]);
    diagram.neuron(2, middle_x, lower_y, shown.middle[1]);
    diagram.neuron(3, last_x, last_y, shown.last);
    diagram.label_output(1, {right + 42, upper_y - 8}, shown.middle[0]);
    diagram.label_output(2, {right + 42, lower_y + 14}, shown.middle[1]);
    diagram.output(3, {last_x + box_width / 2, last_y}, {width - 12, last_y}, shown.last);
    diagram.caption("network.inputs", input_x);
    diagram.caption("network.middle", middle_x);
    diagram.caption("network.last", last_x);
    return scene;
}

} // namespace actlas::figure
