#include "figure/magnifier.hpp"

#include "figure/expression.hpp"
#include "figure/graph.hpp"
#include "figure/head.hpp"
#include "figure/notes_parts.hpp"
#include "figure/rounded_rectangle.hpp"
#include "figure/wording.hpp"
#include "plot/place.hpp"
#include "plot/tick_text.hpp"
#include "plot/ticks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace actlas::figure {

namespace {

using analysis::Study;

constexpr std::array<int, 6> factors{10, 20, 50, 100, 200, 500};
/// The line climbs at most this part of the inset's plot, and at least that.
constexpr double most_climb = 0.95, least_climb = 0.5;

// Lengths in px of a document.
constexpr double unseen_rise = 8; ///< a line that rises less over the plot's height looks level
constexpr double shortest_stretch = 150;
constexpr double shortest_strip = 100;                 ///< what is enlarged of it
constexpr double numbers_width = 54;                   ///< left of the inset's plot
constexpr double title_height = 36;                    ///< above it
constexpr double foot = 16;                            ///< below it
constexpr double greatest_plot = 150, least_plot = 70; ///< its height
constexpr double beside_axis = 8;                      ///< from the ends of the stretch
constexpr double clear_of_curves = 30;                 ///< the inset from the curves that it stands above or below
constexpr double frame_corner = 5;

/// What takes room above and below a part of the x axis.
struct Skyline {
    double top, bottom; ///< px
};

Skyline skyline(const Study& study, const plot::Panel& panel, double left, double right, bool derivative) {
    Skyline line{panel.box.bottom, panel.box.top};
    const auto include = [&](double y) {
        const double px = std::clamp(panel.y.to_px(y), panel.box.top, panel.box.bottom);
        line.top = std::min(line.top, px);
        line.bottom = std::max(line.bottom, px);
    };
    const int steps = static_cast<int>(std::ceil(right - left)) + 1;
    for (int i = 0; i <= steps; ++i) {
        const double x = panel.x.to_data(left + (right - left) * i / steps);
        for (const double y : {study.f(x), derivative ? study.slope(x) : study.f(x)})
            if (std::isfinite(y)) include(y);
    }
    if (panel.y.contains(0)) include(0);
    return line;
}

/// Where everything of a magnifier stands.
struct Plan {
    plot::Box frame;
    plot::Box plot;
    plot::Box strip; ///< round the part of the curve that is enlarged
    plot::Window window;
    int factor = 0;
    bool above = true;
};

class Planner {
public:
    Planner(const Study& study, const plot::Panel& panel, const Profile& profile, const FlatStretch& flat)
        : study_(study), panel_(panel), profile_(profile), flat_(flat) {}

    std::optional<Plan> run(bool derivative) const {
        const plot::Box& box = panel_.box;
        const double gap = px(beside_axis);
        Plan plan;
        plan.frame.left = std::max(panel_.x.to_px(flat_.low), box.left) + gap;
        plan.frame.right = std::min(panel_.x.to_px(flat_.high), box.right) - gap;
        plan.plot.left = plan.frame.left + px(numbers_width);
        plan.plot.right = plan.frame.right - px(4);
        if (plan.plot.width() < px(shortest_strip)) return std::nullopt;

        const Skyline line = skyline(study_, panel_, plan.frame.left, plan.frame.right, derivative);
        const double above = line.top - px(clear_of_curves) - box.top - px(1);
        const double below = box.bottom - px(1) - line.bottom - px(clear_of_curves);
        plan.above = above >= below;
        const double room = std::max(above, below) - px(title_height + foot);
        if (!choose_scale(plan, room)) return std::nullopt;

        const double height = plan.plot.bottom + px(title_height + foot); // until now the plot's own height
        plan.frame.top = plan.above ? box.top + px(1) : box.bottom - px(1) - height;
        plan.frame.bottom = plan.frame.top + height;
        plan.plot.top = plan.frame.top + px(title_height);
        plan.plot.bottom = plan.frame.bottom - px(foot);
        return plan;
    }

private:
    double px(double document) const { return profile_.px(document); }

    /// The factor, the window and (in plan.plot.bottom) the height of the inset's plot.
    bool choose_scale(Plan& plan, double room) const {
        const double x0 = panel_.x.to_data(plan.plot.left), x1 = panel_.x.to_data(plan.plot.right);
        const auto [low, high] = std::minmax({study_.f(x0), study_.f(x1)});
        const double once = (high - low) * std::abs(panel_.y.factor()); // px that the strip climbs in the main plot
        const double tallest = std::min(room, px(greatest_plot));
        if (tallest < px(least_plot)) return false;
        for (auto factor = factors.rbegin(); factor != factors.rend(); ++factor) {
            const double climb = once * *factor;
            if (climb > most_climb * tallest) continue;
            const double height = std::min(tallest, climb / least_climb);
            if (height < px(least_plot)) return false;
            const double unit = *factor * std::abs(panel_.y.factor());
            const double slack = height / unit - (high - low);
            // 0 comes into view where it is near.
            double y0 = low - slack / 2;
            if (high <= 0 && high + 0.9 * slack >= 0) y0 = std::max(y0, 0.08 * slack - height / unit);
            if (low >= 0 && low - 0.9 * slack <= 0) y0 = std::min(y0, -0.08 * slack);
            plan.factor = *factor;
            plan.window = {x0, x1, y0, y0 + height / unit};
            plan.plot.bottom = height;
            const auto [top, bottom] = std::minmax({panel_.y.to_px(low), panel_.y.to_px(high)});
            plan.strip = {plan.plot.left, top - px(5), plan.plot.right, bottom + px(5)};
            return true;
        }
        return false;
    }

    const Study& study_;
    const plot::Panel& panel_;
    const Profile& profile_;
    const FlatStretch& flat_;
};

class Drawer {
public:
    Drawer(plot::Scene& scene, const Study& study, const Context& context, const Plan& plan)
        : scene_(scene), study_(study), context_(context), plan_(plan), inset_(plan.plot, plan.window) {}

    void run() {
        link();
        add(plot::Role::inset,
            plot::PathMark{rounded_rectangle(plan_.frame, px(frame_corner)),
                           plot::Stroke{context_.theme.axis, px(0.9), {}, plot::Cap::butt},
                           context_.theme.inset,
                           {}},
            "magnifier");
        title();
        scale();
        const Profile::Line& line = context_.profile.strokes.function;
        const CurveStyle style{
            context_.theme.function.stroke, line.width, line.dash, plot::Cap::butt, "f magnified", false, false};
        draw_curve(scene_, inset_, source(study_, 0), style, context_, true);
        triangle();
        plot::PlaceOptions placing = context_.profile.placing;
        placing.leader.colour = context_.theme.axis;
        plot::place_labels(scene_, std::move(labels_), placing);
    }

private:
    double px(double document) const { return context_.profile.px(document); }

    void add(plot::Role role, plot::PathMark shape, std::string name) {
        scene_.marks.push_back({role, std::move(shape), std::move(name)});
    }
    plot::Stroke thin(plot::Colour colour, double width, std::vector<double> dash = {}) const {
        return {colour, px(width), std::move(dash), plot::Cap::butt};
    }

    /// The strip in the main plot and the uprights that lead to it.
    void link() {
        const plot::Box& strip = plan_.strip;
        add(plot::Role::guide, plot::PathMark{plot::rectangle(strip), thin(context_.theme.axis, 0.9), {}, {}},
            "magnified strip");
        plot::Path uprights;
        for (const double x : {strip.left, strip.right}) {
            uprights.move_to({x, plan_.above ? plan_.frame.bottom : plan_.frame.top});
            uprights.line_to({x, plan_.above ? strip.top : strip.bottom});
        }
        add(plot::Role::guide, plot::PathMark{uprights, thin(context_.theme.axis, 0.9, {px(2), px(3)}), {}, {}},
            "magnifier uprights");
    }

    void title() {
        const Wording& wording = Wording::in(context_.language);
        const Fillings fillings{{"y", symbol("y")}, {"x", symbol("x")}, {"factor", std::to_string(plan_.factor)}};
        const auto set = [&](const char* key) {
            return context_.typesetter.line(wording.phrase(key, fillings, plot::Weight::semibold),
                                            context_.profile.type.note, context_.language);
        };
        auto text = set("note.magnified");
        if (text->width() > plan_.frame.width() - px(24)) text = set("note.magnified_short");
        put_text(scene_, text, {plan_.frame.left + px(12), plan_.frame.top + px(22)}, context_.theme.ink,
                 plot::Role::label, "magnifier title");
    }

    /// Grid lines with their numbers.
    void scale() {
        plot::Path grid, axis;
        for (const double y : plot::nice_ticks(inset_.y.low(), inset_.y.high(),
                                               plot::tick_target(plan_.plot.height(), px(28), 3, 5), {{}, 5})) {
            const double at = inset_.y.to_px(y);
            plot::Path& path = y == 0 ? axis : grid;
            path.move_to({plan_.plot.left, at});
            path.line_to({plan_.plot.right, at});
            const auto text =
                context_.typesetter.words(plot::tick_text(y), context_.profile.type.tick, context_.language);
            const double half = -text->ink().top / 2;
            put_text(scene_, text, {plan_.plot.left - px(6) - text->width(), at + half}, context_.theme.muted,
                     plot::Role::tick_label, "tick magnified " + text->plain());
        }
        if (!grid.segments.empty())
            add(plot::Role::grid, plot::PathMark{grid, thin(context_.theme.grid, 0.8), {}, {}}, "grid magnified");
        if (!axis.segments.empty())
            add(plot::Role::axis, plot::PathMark{axis, thin(context_.theme.axis, 1.1), {}, {}}, "axis magnified");
    }

    /// Run and rise between two round x, and what slope they make.
    void triangle() {
        const double width = plan_.window.x1 - plan_.window.x0;
        double run = std::pow(10.0, std::floor(std::log10(0.45 * width)));
        for (const double leading : {5.0, 2.0})
            if (leading * run <= 0.45 * width) {
                run *= leading;
                break;
            }
        // The middle, moved to a multiple of half the run.
        const double middle = plan_.window.x0 + 0.52 * width;
        const double from = std::round((middle - run / 2) / (run / 2)) * (run / 2);
        const double to = from + run;
        const double rise = study_.f(to) - study_.f(from);
        const plot::Point start = inset_.at(from, study_.f(from)), end = inset_.at(to, study_.f(to));
        const plot::Point turn{end.x, start.y};
        plot::Path legs;
        legs.move_to(start);
        legs.line_to(turn);
        legs.line_to(end);
        add(plot::Role::guide, plot::PathMark{legs, thin(context_.theme.ink, 1), {}, {}}, "slope triangle");

        const bool rises = end.y < start.y;
        const double away = rises ? 1 : -1; // the turn lies below a rising line
        label("slope run", detail::note_text(context_, {detail::math_line(number(run))}),
              {(start.x + turn.x) / 2, start.y + away * px(12)});
        label("slope rise", detail::note_text(context_, {detail::math_line(number(std::abs(rise)))}),
              {turn.x + px(22), (turn.y + end.y) / 2});
        plot::MathNode equation = row({plain(std::abs(rise)),
                                       {plot::MathNode::Kind::binary, "/", {}},
                                       plain(run),
                                       relation("="),
                                       plain(std::abs(rise) / run)});
        if (!rises)
            equation = row({{plot::MathNode::Kind::prefix, "−", {}},
                            plain(std::abs(rise)),
                            {plot::MathNode::Kind::binary, "/", {}},
                            plain(run),
                            relation("="),
                            plain(rise / run)});
        const auto phrase = Wording::in(context_.language).phrase("note.magnified_slope", {{"equation", equation}});
        // In the half that the line leaves free.
        const double x = plan_.plot.left + (rises ? 0.25 : 0.75) * plan_.plot.width();
        label("slope", detail::note_text(context_, {phrase}), {x, plan_.plot.top + 0.3 * plan_.plot.height()});
    }

    static plot::MathNode plain(double value) { return {plot::MathNode::Kind::number, short_number(value), {}}; }

    void label(std::string name, plot::LabelText text, plot::Point near) {
        plot::LabelRequest request;
        request.name = std::move(name);
        request.priority = 1;
        request.texts = {std::move(text)};
        request.colour = context_.theme.ink;
        request.plate = context_.theme.inset;
        request.area = plot::Box{plan_.plot.left, plan_.plot.top - px(4), plan_.plot.right, plan_.frame.bottom - px(5)};
        request.near = near;
        labels_.push_back(std::move(request));
    }

    plot::Scene& scene_;
    const Study& study_;
    const Context& context_;
    const Plan& plan_;
    plot::Panel inset_;
    std::vector<plot::LabelRequest> labels_;
};

} // namespace

std::optional<FlatStretch> flat_stretch(const Study& study, const plot::Panel& panel, const Profile& profile) {
    const plot::Window window = panel.window();
    const double to_px = std::abs(panel.y.factor()) / panel.x.factor();
    const double most = profile.px(unseen_rise) / panel.box.height() / to_px;
    // Magnified most, a strip of a third of the panel must climb half of the lowest plot.
    const double least = least_climb * profile.px(least_plot) / (factors.back() * panel.box.width() / 3) / to_px;
    constexpr double straight = 1.25; // the greatest slope against the least
    constexpr int steps = 240;

    std::optional<FlatStretch> best;
    const auto at = [&](int i) { return window.x0 + (window.x1 - window.x0) * (i + 0.5) / steps; };
    const auto flat = [&](int i) {
        const double slope = study.slope(at(i)), y = study.f(at(i));
        const double size = std::abs(slope);
        return size < most && size > least && y > window.y0 && y < window.y1 ? slope : 0;
    };
    for (int i = 0; i < steps; ++i) {
        const double first = flat(i);
        if (first == 0) continue;
        double low = first, high = first;
        int end = i + 1;
        for (; end < steps; ++end) {
            const double slope = flat(end);
            if (slope * first <= 0) break;
            const double new_low = std::min(low, slope, [](double a, double b) { return std::abs(a) < std::abs(b); });
            const double new_high = std::max(high, slope, [](double a, double b) { return std::abs(a) < std::abs(b); });
            if (new_high / new_low > straight) break;
            low = new_low;
            high = new_high;
        }
        const double step = (window.x1 - window.x0) / steps;
        FlatStretch stretch{at(i) - step / 2, at(end - 1) + step / 2, study.slope(at((i + end - 1) / 2))};
        // A stretch that ends at a kink ends there and not beside it.
        for (const auto& kink : study.properties.kinks) {
            if (std::abs(kink.x - stretch.low) < step) stretch.low = kink.x;
            if (std::abs(kink.x - stretch.high) < step) stretch.high = kink.x;
        }
        const bool long_enough = (stretch.high - stretch.low) * panel.x.factor() >= profile.px(shortest_stretch);
        if (long_enough && (!best || stretch.high - stretch.low > best->high - best->low)) best = stretch;
        i = end - 1;
    }
    return best;
}

std::optional<int> draw_magnifier(plot::Scene& scene, const plot::Panel& panel, const Study& study,
                                  const Context& context, bool derivative) {
    const auto flat = flat_stretch(study, panel, context.profile);
    if (!flat) return std::nullopt;
    const auto plan = Planner(study, panel, context.profile, *flat).run(derivative);
    if (!plan) {
        scene.dropped.push_back("magnifier");
        return std::nullopt;
    }
    Drawer(scene, study, context, *plan).run();
    return plan->factor;
}

} // namespace actlas::figure
