#include "figure/precision_map.hpp"

#include "base/infinity.hpp"
#include "base/number.hpp"
#include "figure/chart.hpp"
#include "figure/expression.hpp"
#include "figure/head.hpp"
#include "figure/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace actlas::figure {

namespace {

using analysis::FormatBehaviour;

/// A stretch of inputs with what happens there.
struct Stretch {
    double low = 0;
    double high = 0;
    std::string text;
    std::vector<plot::MathNode> math; ///< one node, instead of the text
    bool trouble = false;             ///< wrong, not only rounded
};

/// A symmetric logarithmic axis: decades 10^first to 10^last on either side of 0, and a stretch between them for what
/// is smaller.
class Axis {
public:
    Axis(double left, double right, int first, int last)
        : middle_((left + right) / 2), first_(first), last_(last), core_(0.06 * (right - left)),
          decade_(((right - left) / 2 - core_) / (last - first)) {}

    double px(double x) const {
        const double size = std::abs(x);
        if (!(size > 0)) return middle_;
        const double place = std::log10(size) - first_;
        // Below the first decade the axis is bent: a number's place says only that it is near 0.
        const double distance =
            place >= 0 ? core_ + std::min(place, static_cast<double>(last_ - first_)) * decade_ : core_ / (1 - place);
        return middle_ + std::copysign(distance, x);
    }
    int first() const { return first_; }
    int last() const { return last_; }

private:
    double middle_;
    int first_, last_;
    double core_, decade_;
};

std::vector<Stretch> value_stretches(const FormatBehaviour& behaviour, const Wording& wording) {
    std::vector<Stretch> result;
    const auto add = [&](const std::optional<analysis::RoundedTail>& tail, int side) {
        if (!tail) return;
        Stretch stretch;
        (side < 0 ? stretch.high : stretch.low) = tail->from;
        (side < 0 ? stretch.low : stretch.high) = side * behaviour.format->largest;
        if (!(stretch.low < stretch.high)) return;
        using Kind = analysis::RoundedTail::Kind;
        if (tail->kind == Kind::overflow) {
            stretch.text = wording.text("precision.overflow");
            stretch.trouble = true;
        } else {
            stretch.math.push_back(row(
                {function_name(0), relation("="), tail->kind == Kind::identity ? symbol("x") : number(tail->value)}));
        }
        result.push_back(std::move(stretch));
    };
    const bool everywhere = behaviour.left && behaviour.right && behaviour.left->from >= behaviour.right->from;
    add(behaviour.left, -1);
    if (!everywhere || result.empty()) add(behaviour.right, 1);
    return result;
}

std::vector<Stretch> slope_stretches(const FormatBehaviour& behaviour) {
    std::vector<Stretch> result;
    const std::vector<plot::MathNode> zero{slope_is_zero()};
    if (behaviour.slope_zero_left)
        result.push_back({-behaviour.format->largest, *behaviour.slope_zero_left, {}, zero, false});
    if (behaviour.slope_zero_right &&
        (!behaviour.slope_zero_left || *behaviour.slope_zero_left < *behaviour.slope_zero_right))
        result.push_back({*behaviour.slope_zero_right, behaviour.format->largest, {}, zero, false});
    std::erase_if(result, [](const Stretch& each) { return !(each.low < each.high); });
    return result;
}

/// Where the textbook formula errs. Of what overlaps the worst is kept: NaN before an infinity before 0.
std::vector<Stretch> textbook_stretches(const FormatBehaviour& behaviour) {
    std::vector<Stretch> result;
    const auto add = [&](const analysis::Affected& affected, const char* text) {
        for (const auto& range : {affected.negative, affected.positive}) {
            if (!range) continue;
            // What happens among the subnormal numbers alone is the format's trouble, not the formula's.
            if (std::abs(range->farthest) < behaviour.format->smallest_normal()) continue;
            Stretch stretch;
            stretch.low = std::min(range->nearest, range->farthest);
            stretch.high = std::max(range->nearest, range->farthest);
            stretch.text = text;
            stretch.trouble = true;
            result.push_back(std::move(stretch));
        }
    };
    add(behaviour.textbook.undefined, "NaN");
    add(behaviour.textbook.infinite, "∞");
    add(behaviour.textbook.flushed, "0");
    return result;
}

struct Lane {
    const char* key; ///< of its name
    std::vector<Stretch> stretches;
};

std::vector<Lane> lanes_of(const FormatBehaviour& behaviour, const MapLanes& wanted, const Wording& wording) {
    std::vector<Lane> lanes;
    if (wanted.value) lanes.push_back({"precision.value", value_stretches(behaviour, wording)});
    if (wanted.slope) lanes.push_back({"precision.slope", slope_stretches(behaviour)});
    if (wanted.textbook) lanes.push_back({"precision.textbook", textbook_stretches(behaviour)});
    return lanes;
}

/// The decades in which something begins or ends; the ends of the formats themselves do not count.
std::pair<int, int> decades(const std::vector<std::vector<Lane>>& rows, const std::vector<FormatBehaviour>& formats) {
    double smallest = infinity;
    double largest = 0;
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (const auto& lane : rows[i])
            for (const auto& stretch : lane.stretches)
                for (const double end : {stretch.low, stretch.high}) {
                    const double size = std::abs(end);
                    if (size == 0 || size >= formats[i].format->largest) continue;
                    smallest = std::min(smallest, size);
                    largest = std::max(largest, size);
                }
    if (largest == 0) return {-1, 3};
    const int first = static_cast<int>(std::clamp(std::floor(std::log10(smallest)), -9.0, -1.0));
    const int last = static_cast<int>(std::clamp(std::ceil(std::log10(largest)) + 1, 2.0, 6.0));
    return {first, last};
}

} // namespace

void draw_precision_map(plot::Scene& scene, const plot::Box& box, const std::vector<FormatBehaviour>& all,
                        const Context& context, const MapLanes& wanted) {
    const auto& theme = context.theme;
    const auto& profile = context.profile;
    const Wording& wording = Wording::in(context.language);
    std::vector<FormatBehaviour> formats;
    for (const auto& each : all)
        if (each.format->bits >= wanted.least_bits) formats.push_back(each);
    if (formats.empty()) return;
    std::vector<std::vector<Lane>> rows;
    for (const auto& behaviour : formats)
        rows.push_back(lanes_of(behaviour, wanted, wording));
    const auto [first, last] = decades(rows, formats);
    const Axis axis(box.left, box.right, first, last);

    // The axis: a grid line for each decade that has a number.
    std::vector<AxisTick> ticks = decade_ticks(first, last, last - first <= 4 ? 5 : 4);
    plot::Path grid;
    const auto set = [&](const std::string& text) {
        return context.typesetter.words(text, profile.type.tick, context.language);
    };
    const double digit = -set("0")->ink().top;
    const auto tick = [&](double x, const std::string& text) {
        grid.move_to({axis.px(x), box.top});
        grid.line_to({axis.px(x), box.bottom});
        const auto number = set(text);
        scene.marks.push_back(
            {plot::Role::tick_label,
             plot::TextMark{number,
                            {axis.px(x) - number->width() / 2, box.bottom + profile.axes.number_gap + digit},
                            theme.muted,
                            std::nullopt,
                            2},
             "tick x " + text});
    };
    tick(0, "0");
    double nearest_to_zero = infinity;
    for (const auto& each : ticks) {
        const double x = std::pow(10, each.at);
        if (axis.px(x) - axis.px(0) < profile.px(26)) continue;
        nearest_to_zero = std::min(nearest_to_zero, x);
        tick(x, each.text);
        tick(-x, "−" + each.text);
    }
    scene.marks.push_back(
        {plot::Role::grid,
         plot::PathMark{
             std::move(grid), plot::Stroke{theme.grid, profile.axes.grid_width, {}, plot::Cap::butt}, {}, {}},
         "grid x"});

    const auto lane_count = static_cast<double>(rows.front().size());
    const double row_height = box.height() / static_cast<double>(rows.size());
    const double lane_height = std::min((row_height - profile.px(14)) / lane_count, profile.px(20));
    const double name_left = box.left - profile.px(map_names);
    std::vector<plot::LabelRequest> notes;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double top = box.top + row_height * static_cast<double>(i) + (row_height - lane_height * lane_count) / 2;
        const auto name = context.typesetter.words(formats[i].format->name, profile.type.note, context.language,
                                                   plot::Weight::semibold);
        put_text(scene, name, {name_left, top + lane_height / 2 - (name->ink().top + name->ink().bottom) / 2},
                 theme.ink, plot::Role::title, "format");
        for (std::size_t k = 0; k < rows[i].size(); ++k) {
            const Lane& lane = rows[i][k];
            const double lane_top = top + lane_height * static_cast<double>(k);
            const double lane_bottom = lane_top + lane_height - profile.px(2);
            const auto lane_name = context.typesetter.line(
                wording.phrase(lane.key, {{"f", function_name(0)}, {"slope", function_name(1)}}), profile.type.tick,
                context.language);
            put_text(scene, lane_name,
                     {box.left - profile.px(8) - lane_name->width(),
                      (lane_top + lane_bottom) / 2 - (lane_name->ink().top + lane_name->ink().bottom) / 2},
                     theme.muted, plot::Role::title, "lane");
            // The inputs that the format has.
            draw_fill(
                scene,
                {axis.px(-formats[i].format->largest), lane_top, axis.px(formats[i].format->largest), lane_bottom},
                theme.saturation, "inputs");
            for (const auto& stretch : lane.stretches) {
                const plot::Box bar{axis.px(stretch.low), lane_top, axis.px(stretch.high), lane_bottom};
                if (bar.width() < 0.75) continue;
                const bool is_slope =
                    !stretch.trouble && !stretch.math.empty() && std::string_view(lane.key) == "precision.slope";
                const plot::Colour colour = stretch.trouble || is_slope ? tint(theme.derivative.stroke, theme)
                                                                        : tint(theme.function.stroke, theme);
                draw_fill(scene, bar, colour, stretch.trouble ? "trouble" : "stretch");
                if (is_slope) draw_hatch(scene, bar, context, "slope is 0");
                const auto text = stretch.math.empty()
                                      ? context.typesetter.words(stretch.text, profile.type.tick, context.language,
                                                                 plot::Weight::semibold)
                                      : context.typesetter.math(stretch.math.front(), profile.type.tick * 1.12);
                if (text->width() + profile.px(10) > bar.width()) continue;
                plot::TextMark mark{text,
                                    {(bar.left + bar.right - text->width()) / 2,
                                     (lane_top + lane_bottom) / 2 - (text->ink().top + text->ink().bottom) / 2},
                                    stretch.trouble ? theme.derivative.text : theme.ink,
                                    std::nullopt,
                                    1};
                if (is_slope) mark.plate = colour;
                scene.marks.push_back(
                    {plot::Role::label, std::move(mark), fmt::format("{} {}", formats[i].format->name, lane.key)});
            }
        }
    }
}

} // namespace actlas::figure
