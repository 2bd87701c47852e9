#pragma once

#include "analysis/limitations.hpp"
#include "figure/figure.hpp"
#include "plot/place.hpp"
#include "plot/scale.hpp"
#include "plot/scene.hpp"

#include <optional>
#include <string>
#include <vector>

/// The pictures of single limitations: each shows one trouble and its number.
namespace actlas::figure::limitation {

/// A page whose head and foot are set, with what the picture is about.
struct Page {
    plot::Scene& scene;
    const analysis::Study& study;
    const analysis::Finding& finding;
    const Context& context;
    const Options& options;
    double top = 0; ///< between these, px, is room for panels, their titles and numbers
    double bottom = 0;
    std::vector<plot::LabelRequest> notes{}; ///< placed when the picture is drawn

    /// A number that the finding rests on.
    std::optional<double> number(const std::string& name) const;
    double px(double document) const { return context.profile.px(document); }
};

/// The boxes of two panels side by side; `share` is that of the left one. On the right `end_room` px of a document stay
/// free for the names of curves.
struct Pair {
    plot::Box left, right;
};
Pair side_by_side(const Page& page, double share, double end_room);

/// The box of a single panel.
plot::Box whole(const Page& page, double end_room);

/// A phrase of figures.toml's table "limitation" as the title of the panel in this box.
void panel_title(Page& page, const plot::Box& box, std::vector<plot::Run> runs);

/// The values of f in [low, high] with 0 among them and some room, a spread of at least 1e-3.
plot::Window window_of(const formula::Evaluator& function, double low, double high);

/// Half the width of a window on which the function's landmarks and most of N(0, 1) are in view, px not considered.
double usual_reach(const Page& page);

void gradient(Page& page);  ///< vanishing_gradient, small_slope, steep_slope: f' and what many layers make of it
void linear(Page& page);    ///< linear: layers of it are one straight line
void dead(Page& page);      ///< dead_interval, zero_gradient: how much of N(0, 1) gets no gradient
void outputs(Page& page);   ///< not_zero_centred: the outputs of inputs from N(0, 1)
void moments(Page& page);   ///< not_self_normalising: mean and variance from layer to layer
void growth(Page& page);    ///< unbounded_growth: |f| against |x|, both logarithmic
void breaks(Page& page);    ///< kink, jump, undefined: the place enlarged
void order(Page& page);     ///< non_monotone: inputs that share an output
void parameter(Page& page); ///< parameter: what moves with it
void cost(Page& page);      ///< cost: the calls counted
void precision(Page& page); ///< textbook_trouble, low_precision: where, for each number format

} // namespace actlas::figure::limitation
