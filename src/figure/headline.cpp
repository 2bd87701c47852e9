#include "figure/headline.hpp"

#include "base/number.hpp"
#include "figure/expression.hpp"
#include "figure/window.hpp"
#include "figure/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

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
    const double infinity = std::numeric_limits<double>::infinity();
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
    if (std::abs(low - high) < 1e-6) return wording.text("headline.bump", {{"limit", label_number(low)}});
    // The limits are values of f only where a branch is constant; elsewhere f merely rounds to them.
    const bool closed = !found.dead_intervals.empty();
    return wording.text(closed ? "headline.squash_closed" : "headline.squash",
                        {{"low", label_number(std::min(low, high))}, {"high", label_number(std::max(low, high))}});
}

} // namespace

std::string interval_text(const analysis::Interval& interval) {
    const auto end = [](double x) { return significant_for_people(x, 4); };
    if (std::isinf(interval.low) && std::isinf(interval.high)) return "−∞ < x < ∞";
    if (std::isinf(interval.low)) return fmt::format("x < {}", end(interval.high));
    if (std::isinf(interval.high)) return fmt::format("x > {}", end(interval.low));
    return fmt::format("{} < x < {}", end(interval.low), end(interval.high));
}

double safe_bound(double x, int side) {
    constexpr double places = 100;
    // A bound that is a short decimal already (a break point such as -3) stays as it is.
    const double nearest = std::round(x * places) / places;
    if (std::abs(nearest - x) < 1e-12) return nearest;
    return (side < 0 ? std::floor(x * places) : std::ceil(x * places)) / places;
}

std::string headline(const Study& study, Language language) {
    const analysis::Properties& found = study.properties;
    const Wording& wording = Wording::in(language);
    const Tail left = tail(study, -1);
    const Tail right = tail(study, +1);
    if (dead_everywhere(study)) return wording.text("headline.step");
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
    if (left == Tail::rises && right == Tail::rises && minimum != found.extrema.end())
        return wording.text("headline.both_up", {{"minimum", label_number(minimum->value)}});
    if (found.left.kind == Asymptote::Kind::oblique && found.right.kind == Asymptote::Kind::oblique &&
        corners(study) == 1 && found.left.slope > 0 && found.left.slope < found.right.slope)
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
    const auto say = [&](std::string_view key, const Fillings& fillings) {
        sentences.push_back(wording.text(key, fillings));
    };

    say(with_derivative ? "alt.curve" : "alt.curve_only",
        {{"name", study.activation.name}, {"low", short_number(window.x0)}, {"high", short_number(window.x1)}});
    const auto values = sampled_range(study.f, window.x0, window.x1);
    const auto slopes = sampled_range(study.slope, window.x0, window.x1);
    say("alt.between", {{"min", short_number(values.first)},
                        {"max", short_number(values.second)},
                        {"slope_min", short_number(slopes.first)},
                        {"slope_max", short_number(slopes.second)}});
    constexpr std::size_t most_of_a_kind = 3;
    std::size_t said = 0;
    for (const auto& extremum : found.extrema)
        if (inside(extremum.x) && said++ < most_of_a_kind)
            say(extremum.is_minimum ? "alt.minimum" : "alt.maximum",
                {{"x", label_number(extremum.x)}, {"value", label_number(extremum.value)}});
    said = 0;
    for (const auto& kink : found.kinks)
        if (kink.order <= 1 && inside(kink.x) && said++ < most_of_a_kind)
            say(kink.order == 0 ? "alt.jump" : "alt.kink",
                {{"x", label_number(kink.x)}, {"left", short_number(kink.left)}, {"right", short_number(kink.right)}});
    said = 0;
    for (const auto& dead : found.dead_intervals)
        if (dead.high > window.x0 && dead.low < window.x1 && said++ < most_of_a_kind)
            say("alt.dead", {{"interval", interval_text(dead)}});
    if (found.dead_intervals.empty() && !found.saturation.empty()) {
        const auto& saturation = found.saturation.front();
        const double infinity = std::numeric_limits<double>::infinity();
        if (inside(saturation.left))
            say("alt.saturated", {{"interval", interval_text({-infinity, safe_bound(saturation.left, -1)})}});
        if (inside(saturation.right))
            say("alt.saturated", {{"interval", interval_text({safe_bound(saturation.right, +1), infinity})}});
    }
    if (found.left.kind != Asymptote::Kind::none) say("alt.asymptote_left", {{"line", line_text(found.left)}});
    if (found.right.kind != Asymptote::Kind::none) say("alt.asymptote_right", {{"line", line_text(found.right)}});

    std::string text;
    for (const auto& sentence : sentences) {
        if (!text.empty() && language == Language::en) text += ' ';
        text += sentence;
    }
    return text;
}

} // namespace actlas::figure
