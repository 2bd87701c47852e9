#include "cli/themes.hpp"

#include "base/number.hpp"

#include <fmt/format.h>

#include <cmath>

namespace actlas::cli {
namespace {

void set(plot::Theme& theme, const config::ThemeRequest& request) {
    const auto take = [&](const std::string& role, plot::Colour& colour) {
        const auto given = request.colours.find(role);
        if (given != request.colours.end()) colour = plot::parse_colour(given->second.value);
    };
    const auto take_hue = [&](const std::string& role, plot::Hue& hue) {
        take(role + ".stroke", hue.stroke);
        take(role + ".text", hue.text);
    };
    take("page", theme.page);
    take("ink", theme.ink);
    take("muted", theme.muted);
    take("axis", theme.axis);
    take("grid", theme.grid);
    take("saturation", theme.saturation);
    take("hatch", theme.hatch);
    take("inset", theme.inset);
    take_hue("function", theme.function);
    take_hue("derivative", theme.derivative);
    take_hue("green", theme.green);
    take_hue("purple", theme.purple);
    take_hue("ochre", theme.ochre);
    // A family is a ramp: it is given whole or not at all.
    if (request.colours.contains("family[0].stroke")) {
        theme.family.clear();
        for (std::size_t i = 0; request.colours.contains(fmt::format("family[{}].stroke", i)); ++i)
            take_hue(fmt::format("family[{}]", i), theme.family.emplace_back());
    }
    if (request.lines) {
        theme.lines.clear();
        for (const config::ThemeLine& line : *request.lines)
            theme.lines.push_back({line.dash, line.weight});
    }
    theme.text_contrast = request.text_contrast.value_or(theme.text_contrast);
    theme.stroke_contrast = request.stroke_contrast.value_or(theme.stroke_contrast);
}

/// The place of a role's colour, of its ground's, or of the theme.
SourceSpan place_of(const config::ThemeRequest& theme, const plot::ContrastFault& fault) {
    for (const std::string& role : {fault.role, fault.ground}) {
        const auto found = theme.colours.find(role);
        if (found != theme.colours.end()) return found->second.where;
    }
    return theme.where;
}

} // namespace

std::vector<plot::Theme> own_themes(const config::Config& config) {
    std::vector<plot::Theme> themes;
    for (const config::ThemeRequest& request : config.themes) {
        plot::Theme theme = plot::theme(request.inherits, themes);
        theme.name = request.name;
        set(theme, request);
        themes.push_back(std::move(theme));
    }
    return themes;
}

std::vector<Diagnostic> contrast_warnings(const config::Config& config, const std::vector<plot::Theme>& themes) {
    std::vector<Diagnostic> warnings;
    for (std::size_t i = 0; i < themes.size(); ++i) {
        for (const plot::ContrastFault& fault : plot::contrast_faults(themes[i])) {
            // Rounded down: a ratio that just fails must not read as one that passes.
            const double ratio = std::floor(fault.ratio * 100) / 100;
            const bool bright =
                plot::contrast(themes[i].page, {0, 0, 0}) > plot::contrast(themes[i].page, {255, 255, 255});
            warnings.push_back(
                {Diagnostic::Severity::warning,
                 fmt::format("in the theme \"{}\" the contrast of \"{}\" with \"{}\" is {}, and {} is required",
                             themes[i].name, fault.role, fault.ground, shortest(ratio), shortest(fault.required)),
                 place_of(config.themes[i], fault),
                 bright ? "a darker colour can be read more easily" : "a lighter colour can be read more easily"});
        }
    }
    return warnings;
}

} // namespace actlas::cli
