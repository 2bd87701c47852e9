// What several layers of a straight line are: one straight line.

#include "figure/chart.hpp"
#include "figure/expression.hpp"
#include "figure/limitation.hpp"
#include "figure/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace actlas::figure::limitation {

namespace {

/// Weight and bias of each layer of the example.
struct Weights {
    double weight;
    double bias;
};
constexpr std::array layers{Weights{1.2, 0.5}, Weights{-0.8, 0.6}, Weights{-1.5, -0.4}};

/// The outputs of the first `count` layers, one unit each.
double output(const analysis::Study& study, double x, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
        x = study.f(layers[i].weight * x + layers[i].bias);
    return x;
}

} // namespace

void linear(Page& page) {
    const Context& context = page.context;
    const Wording& wording = Wording::in(context.language);
    const plot::Box box = whole(page, 96);
    constexpr double reach = 3;
    double least = 0;
    double greatest = 0;
    for (std::size_t count = 1; count <= layers.size(); ++count)
        for (const double x : {-reach, reach}) {
            least = std::min(least, output(page.study, x, count));
            greatest = std::max(greatest, output(page.study, x, count));
        }
    const double room = 0.06 * std::max(greatest - least, 1e-3);
    const plot::Panel panel(box, {-reach, 1.02 * reach, least - room, greatest + room});
    panel_title(page, box, wording.phrase("limitation.linear_panel", {{"f", of_x(0)}}));
    draw_edges(page.scene, panel, context, number_ticks(-reach, reach, 6),
               number_ticks(panel.y.low(), panel.y.high(), 5));
    const std::array hues{context.theme.function, context.theme.green, context.theme.derivative};
    std::vector<plot::EndLabel> ends;
    for (std::size_t count = 1; count <= layers.size(); ++count) {
        std::vector<plot::Point> points;
        for (int i = 0; i <= 24; ++i) {
            const double x = -reach + 2 * reach * i / 24;
            points.push_back({x, output(page.study, x, count)});
        }
        const auto& hue = hues[count - 1];
        const std::string name = fmt::format("{} layers", count);
        draw_points_line(page.scene, panel, points,
                         {hue.stroke, context.profile.strokes.overlay,
                          context.profile.strokes.overlay_dashes[count - 1],
                          count == 1 ? plot::Cap::round : plot::Cap::butt},
                         name);
        ends.push_back({name,
                        context.typesetter.words(wording.text(count == 1 ? "limitation.layer" : "limitation.layers",
                                                              {{"count", std::to_string(count)}}),
                                                 context.profile.type.note, context.language, plot::Weight::semibold),
                        panel.at(points.back().x, points.back().y), hue.text});
    }
    plot::place_end_labels(page.scene, ends, context.profile.ends);
}

} // namespace actlas::figure::limitation
