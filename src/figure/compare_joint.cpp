#include "figure/compare_joint.hpp"

#include "figure/expression.hpp"
#include "figure/notes_parts.hpp"
#include "figure/window.hpp"
#include "figure/wording.hpp"

#include <algorithm>
#include <cmath>

namespace actlas::figure {

namespace {

using Studies = std::vector<const analysis::Study*>;

double value(const analysis::Study& study, int order, double x) {
    return order == 0 ? study.f(x) : defined_slope(study, x);
}

/// The largest set of functions with one value at x; of equally large ones the first.
std::vector<std::size_t> together(const Studies& studies, int order, double x) {
    std::vector<std::size_t> best;
    for (std::size_t i = 0; i < studies.size(); ++i) {
        const double own = value(*studies[i], order, x);
        std::vector<std::size_t> same;
        for (std::size_t j = 0; j < studies.size(); ++j)
            if (std::abs(value(*studies[j], order, x) - own) <= 1e-9 * std::max(1.0, std::abs(own))) same.push_back(j);
        if (same.size() > best.size()) best = std::move(same);
    }
    return best.size() >= 2 ? best : std::vector<std::size_t>{};
}

} // namespace

std::optional<Coincidence> longest_coincidence(const Studies& studies, const plot::Window& window, int order) {
    constexpr int steps = 120;
    constexpr int shortest = steps / 6;
    const double step = (window.x1 - window.x0) / steps;
    std::optional<Coincidence> best;
    const auto at = [&](int i) { return window.x0 + (i + 0.5) * step; };
    for (int i = 0; i < steps;) {
        const auto members = together(studies, order, at(i));
        int end = i + 1;
        while (end < steps && together(studies, order, at(end)) == members)
            ++end;
        const double low = at(i) - step / 2, high = at(end - 1) + step / 2;
        const auto better = [&] {
            if (!best) return true;
            if (members.size() != best->members.size()) return members.size() > best->members.size();
            return high - low > best->high - best->low + step / 2;
        };
        if (!members.empty() && end - i >= shortest && better()) best = Coincidence{members, low, high};
        i = end;
    }
    if (!best) return best;
    // They part at a kink of one of them.
    for (const std::size_t member : best->members)
        for (const auto& kink : studies[member]->properties.kinks) {
            if (std::abs(kink.x - best->low) < 1.5 * step) best->low = kink.x;
            if (std::abs(kink.x - best->high) < 1.5 * step) best->high = kink.x;
        }
    return best;
}

plot::LabelRequest joint_label(const Studies& studies, const Coincidence& joint, const plot::Panel& panel,
                               const Context& context, int order) {
    const Wording& wording = Wording::in(context.language);
    const plot::Window window = panel.window();
    std::string names;
    for (const std::size_t member : joint.members) {
        if (!names.empty()) names += context.language == Language::en ? ", " : "、";
        names += studies[member]->activation.name;
    }
    const auto& first = *studies[joint.members.front()];
    const double width = joint.high - joint.low;
    const double a = joint.low + 0.1 * width, b = joint.low + 0.9 * width, middle = joint.low + 0.55 * width;
    const double f_a = value(first, order, a), f_b = value(first, order, b);
    analysis::Asymptote line;
    line.slope = (f_b - f_a) / (b - a);
    line.intercept = f_a - line.slope * a;
    const double f_middle = value(first, order, middle);
    const bool straight =
        std::abs(line.slope * middle + line.intercept - f_middle) <= 1e-9 * std::max(1.0, std::abs(f_middle));

    plot::LabelRequest request =
        detail::point_label(context, panel.at(middle, std::clamp(f_middle, window.y0, window.y1)),
                            detail::Priority::kink_or_extremum, plot::Side::above, "joint");
    request.priority = 1;
    const bool from_edge = joint.low <= window.x0 + 1e-9 * width, to_edge = joint.high >= window.x1 - 1e-9 * width;
    if (straight && from_edge != to_edge) {
        const auto condition =
            row({symbol("x"), relation(from_edge ? "≤" : "≥"), number(from_edge ? joint.high : joint.low)});
        request.texts.push_back(detail::note_text(
            context, {wording.phrase("note.joint_line", {{"equation", line_equation(line)}, {"condition", condition}}),
                      {plot::Run{names, {}, plot::Weight::regular}}}));
        request.texts.push_back(detail::note_text(
            context, {wording.phrase("note.joint", {{"equation", line_equation(line)}, {"names", names}})}));
    }
    request.texts.push_back(detail::note_text(context, {{plot::Run{names, {}, plot::Weight::regular}}}));
    return request;
}

} // namespace actlas::figure
