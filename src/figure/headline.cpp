#include "figure/headline.hpp"

#include "base/infinity.hpp"
#include "base/number.hpp"
#include "figure/expression.hpp"
#include "figure/window.hpp"
#include "figure/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace actlas::figure {

namespace {

using analysis::Asymptote;
using analysis::Study;

bool is_line(const Asymptote& line, double slope, double intercept) {
    return line.kind != Asymptote::Kind::none && std::abs(line.slope - slope) < 1e-6 &&
           std::abs(line.intercept - intercept) < 1e-6;
}

bool coincides(const Study& study, const Asymptote& line, double x) {
    return std::abs(study.f(x) - (line.slope * x + line.intercept)) <= 1e-12 * std::max(1.0, std::abs(x));
}

/// How many jumps and kinks there are; that a higher derivative jumps is not seen.
std::ptrdiff_t corners(const Study& study) {
    const auto& kinks = study.properties.kinks;
    return std::count_if(kinks.begin(), kinks.end(), [](const auto& kink) { return kink.order <= 1; });
}

bool dead_everywhere(const Study& study) {
    const analysis::Properties& found = study.properties;
    double covered = -infinity;
    for (const auto& interval : found.dead_intervals) {
        if (interval.low > covered) return false;
        covered = interval.high;
    }
    return covered == infinity;
}

std::string both_level(const Study& study, const Wording& wording) {
    const analysis::Properties& found = study.properties;
    const double low = found.left.intercept;
    const double high = found.right.intercept;
    if (std::abs(low - high) < 1e-6)
        return found.extrema.size() == 1 && !found.extrema.front().is_minimum
                   ? wording.text("headline.bump", {{"limit", label_number(low)}})
                   : wording.text("headline.plain");
    // The limits are values of f only where a branch is constant; elsewhere f merely rounds to them.
    const bool closed = !found.dead_intervals.empty();
    return wording.text(closed ? "headline.squash_closed" : "headline.squash",
                        {{"low", label_number(std::min(low, high))}, {"high", label_number(std::max(low, high))}});
}

/// The values of f or f' that can be seen; nothing where none can.
std::optional<std::pair<double, double>> seen_range(const Study& study, int order, const plot::Window& window) {
    const auto [least, greatest] = sampled_range(study, order, window.x0, window.x1);
    if (least > window.y1 || greatest < window.y0) return std::nullopt;
    return std::pair{std::max(least, window.y0), std::min(greatest, window.y1)};
}

std::string undefined_inputs(const Study& study, const Wording& wording) {
    const analysis::Interval& hull = *study.properties.undefined;
    if (hull.low == hull.high) return wording.text("headline.undefined_at", {{"x", label_number(hull.low)}});
    if (std::isfinite(hull.low) == std::isfinite(hull.high)) return wording.text("headline.undefined_some");
    const bool left = std::isinf(hull.low);
    const double end = left ? hull.high : hull.low;
    const bool closed = !std::isfinite(study.f(end));
    const char* sign = left ? (closed ? "≤" : "<") : (closed ? "≥" : ">");
    return wording.text("headline.undefined_for", {{"interval", fmt::format("x {} {}", sign, label_number(end))}});
}

} // namespace

std::string interval_text(const analysis::Interval& interval) {
    const auto end = [](double x) { return significant_for_people(x, 4); };
    if (std::isinf(interval.low) && std::isinf(interval.high)) return "−∞ < x < ∞";
    if (std::isinf(interval.low)) return fmt::format("x < {}", end(interval.high));
    if (std::isinf(interval.high)) return fmt::format("x > {}", end(interval.low));
    return fmt::format("{} < x < {}", end(interval.low), end(interval.high));
}

std::string headline(const Study& study, Language language) {
    const analysis::Properties& found = study.properties;
    const Wording& wording = Wording::in(language);
    const Tail left = tail(study, -1);
    const Tail right = tail(study, +1);
    if (found.undefined) return undefined_inputs(study, wording);
    if (dead_everywhere(study))
        return corners(study) == 0 ? wording.text("headline.constant", {{"value", label_number(study.f(0))}})
                                   : wording.text("headline.step");
    if (is_line(found.left, found.right.slope, found.right.intercept) && corners(study) == 0 &&
        found.left.kind == Asymptote::Kind::oblique && coincides(study, found.left, 1))
        return wording.text("headline.line");

    const bool settles =
        found.left.kind == Asymptote::Kind::horizontal && found.right.kind == Asymptote::Kind::horizontal;
    if (settles && (found.extrema.empty() || std::abs(found.left.intercept - found.right.intercept) < 1e-6))
        if (found.extrema.size() <= 1) return both_level(study, wording);
    if (left == Tail::level && right == Tail::level && found.extrema.size() > 3) return wording.text("headline.wave");

    const auto minimum =
        std::find_if(found.extrema.begin(), found.extrema.end(), [](const auto& e) { return e.is_minimum; });
    if (left == Tail::level && right == Tail::rises) {
        if (minimum != found.extrema.end() && found.extrema.size() == 1)
            return wording.text("headline.dip", {{"minimum", label_number(minimum->value)}});
        if (is_line(found.left, 0, 0) && is_line(found.right, 1, 0) && coincides(study, found.left, -1) &&
            coincides(study, found.right, 1))
            return wording.text("headline.rectifier");
    }
    if (!found.dead_intervals.empty())
        return wording.text("headline.rectifier_like", {{"dead", interval_text(found.dead_intervals.front())}});
    if (left == Tail::rises && right == Tail::rises && found.infimum.attained.value_or(false))
        return wording.text("headline.both_up", {{"minimum", label_number(found.infimum.value)}});
    if (found.left.kind == Asymptote::Kind::oblique && found.right.kind == Asymptote::Kind::oblique &&
        corners(study) == 1 && found.kinks.front().x == 0 && found.left.slope > 0 &&
        found.left.slope < found.right.slope)
        return wording.text("headline.leaky", {{"slope", short_number(found.left.slope / found.right.slope)}});
    if (found.left.kind == Asymptote::Kind::horizontal && found.right.kind == Asymptote::Kind::oblique &&
        corners(study) == 0)
        return wording.text("headline.soft", {{"left", line_text(found.left)}, {"right", line_text(found.right)}});
    if (found.left.kind == Asymptote::Kind::horizontal && right == Tail::rises)
        return wording.text("headline.floor_left", {{"left", label_number(found.left.intercept)}});
    if (found.right.kind == Asymptote::Kind::horizontal && left == Tail::falls)
        return wording.text("headline.floor_right", {{"right", label_number(found.right.intercept)}});
    if (left == Tail::falls && right == Tail::rises) return wording.text("headline.odd_growth");
    return wording.text("headline.plain");
}

std::string describe(const Study& study, const plot::Window& window, bool with_derivative, Language language) {
    const analysis::Properties& found = study.properties;
    const Wording& wording = Wording::in(language);
    std::vector<std::string> sentences;
    const auto inside = [&](double x) { return x >= window.x0 && x <= window.x1; };
    const auto shown = [&](double x, double y) { return inside(x) && y >= window.y0 && y <= window.y1; };
    const auto say = [&](std::string_view key, const Fillings& fillings) {
        sentences.push_back(wording.text(key, fillings));
    };

    say(with_derivative ? "alt.curve" : "alt.curve_only",
        {{"name", study.activation.name}, {"low", short_number(window.x0)}, {"high", short_number(window.x1)}});
    const auto values = seen_range(study, 0, window);
    const auto slopes = with_derivative ? seen_range(study, 1, window) : std::nullopt;
    if (values && slopes)
        say("alt.between", {{"min", short_number(values->first)},
                            {"max", short_number(values->second)},
                            {"slope_min", short_number(slopes->first)},
                            {"slope_max", short_number(slopes->second)}});
    else if (values)
        say("alt.between_values", {{"min", short_number(values->first)}, {"max", short_number(values->second)}});
    constexpr std::size_t most_of_a_kind = 3;
    std::size_t said = 0;
    for (const auto& extremum : found.extrema)
        if (shown(extremum.x, extremum.value) && said++ < most_of_a_kind)
            say(extremum.is_minimum ? "alt.minimum" : "alt.maximum",
                {{"x", label_number(extremum.x)}, {"value", label_number(extremum.value)}});
    said = 0;
    for (const auto& kink : found.kinks)
        if (kink.order <= 1 && shown(kink.x, study.f(kink.x)) && said++ < most_of_a_kind)
            say(kink.order == 0 ? "alt.jump" : "alt.kink",
                {{"x", label_number(kink.x)}, {"left", short_number(kink.left)}, {"right", short_number(kink.right)}});
    said = 0;
    for (const auto& dead : found.dead_intervals)
        if (dead.high > window.x0 && dead.low < window.x1 && said++ < most_of_a_kind)
            say("alt.dead", {{"interval", interval_text(dead)}});
    for (const SaturatedSide& saturated : saturated_sides(study, window))
        say("alt.saturated", {{"interval", fmt::format("x {} {}", saturated.side < 0 ? "<" : ">",
                                                       fixed_for_people(saturated.bound, saturated.decimals))}});
    const auto line_shown = [&](const Asymptote& line, double x) {
        return line.kind != Asymptote::Kind::none && shown(x, line.slope * x + line.intercept);
    };
    const double quarter = (window.x1 - window.x0) / 4;
    if (line_shown(found.left, window.x0) || line_shown(found.left, window.x0 + quarter))
        say("alt.asymptote_left", {{"line", line_text(found.left)}});
    if (line_shown(found.right, window.x1) || line_shown(found.right, window.x1 - quarter))
        say("alt.asymptote_right", {{"line", line_text(found.right)}});

    std::string text;
    for (const auto& sentence : sentences) {
        if (!text.empty() && language == Language::en) text += ' ';
        text += sentence;
    }
    return text;
}

} // namespace actlas::figure
