#include "plot/theme.hpp"

#include "base/embedded.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <stdexcept>

namespace actlas::embedded {
extern const std::span<const EmbeddedFile> theme_files;
} // namespace actlas::embedded

namespace actlas::plot {
namespace {

std::uint8_t hex_pair(std::string_view text, std::size_t at) {
    int value = 0;
    for (const char c : text.substr(at, 2)) {
        value *= 16;
        if (c >= '0' && c <= '9') {
            value += c - '0';
        } else if (c >= 'a' && c <= 'f') {
            value += c - 'a' + 10;
        } else if (c >= 'A' && c <= 'F') {
            value += c - 'A' + 10;
        } else {
            throw std::invalid_argument(fmt::format("\"{}\" is not a colour of the form #RRGGBB", text));
        }
    }
    return static_cast<std::uint8_t>(value);
}

/// Relative luminance of WCAG 2.2, 0 to 1.
double luminance(Colour colour) {
    const auto linear = [](std::uint8_t channel) {
        const double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

/// Reads one theme. Every key is required: a theme that lacks one is a defect of the build, not of anybody's input.
class ThemeReader {
public:
    ThemeReader(const toml::table& table, std::string_view path) : table_(table), path_(path) {}

    Theme read() const {
        Theme theme;
        theme.name = text(table_["name"], "name");
        theme.page = colour("page");
        theme.ink = colour("ink");
        theme.muted = colour("muted");
        theme.axis = colour("axis");
        theme.grid = colour("grid");
        theme.saturation = colour("saturation");
        theme.hatch = colour("hatch");
        theme.inset = colour("inset");
        theme.function = hue(table_["function"], "function");
        theme.derivative = hue(table_["derivative"], "derivative");
        theme.green = hue(table_["green"], "green");
        theme.purple = hue(table_["purple"], "purple");
        theme.ochre = hue(table_["ochre"], "ochre");
        const auto* family = table_["family"].as_array();
        if (family == nullptr || family->empty()) fail("family");
        for (const auto& step : *family)
            theme.family.push_back(hue(View(step), "family"));
        if (const auto* lines = table_["lines"].as_array())
            for (const auto& line : *lines)
                theme.lines.push_back(look(View(line)));
        theme.text_contrast = table_["text_contrast"].value_or(theme.text_contrast);
        theme.stroke_contrast = table_["stroke_contrast"].value_or(theme.stroke_contrast);
        return theme;
    }

private:
    using View = toml::node_view<const toml::node>;

    [[noreturn]] void fail(std::string_view key) const {
        throw std::runtime_error(fmt::format("{}: \"{}\" is missing or of the wrong type", path_, key));
    }
    std::string text(View node, std::string_view key) const {
        const auto value = node.value<std::string>();
        if (!value) fail(key);
        return *value;
    }
    Colour colour(std::string_view key) const { return parse_colour(text(table_[key], key)); }
    Hue hue(View node, std::string_view key) const {
        return {parse_colour(text(node["stroke"], key)), parse_colour(text(node["text"], key))};
    }

    static LineLook look(View node) {
        LineLook result;
        if (const auto* dash = node["dash"].as_array())
            for (const auto& length : *dash)
                result.dash.push_back(length.value_or(0.0));
        result.weight = node["weight"].value_or(result.weight);
        return result;
    }

    const toml::table& table_;
    std::string_view path_;
};

const std::map<std::string, Theme, std::less<>>& all_themes() {
    static const auto themes = [] {
        std::map<std::string, Theme, std::less<>> result;
        for (const auto& file : embedded::theme_files) {
            const auto table = toml::parse(file.text, file.path);
            Theme theme = ThemeReader(table, file.path).read();
            result.emplace(theme.name, theme);
        }
        return result;
    }();
    return themes;
}

} // namespace

Colour parse_colour(std::string_view text) {
    if (text.size() != 7 || text[0] != '#') {
        throw std::invalid_argument(fmt::format("\"{}\" is not a colour of the form #RRGGBB", text));
    }
    return {hex_pair(text, 1), hex_pair(text, 3), hex_pair(text, 5)};
}

std::string to_hex(Colour colour) {
    return fmt::format("#{:02X}{:02X}{:02X}", colour.red, colour.green, colour.blue);
}

double contrast(Colour a, Colour b) {
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

std::vector<ContrastFault> contrast_faults(const Theme& theme) {
    struct Ground {
        const char* name;
        Colour colour;
    };
    const std::vector<Ground> page{{"page", theme.page}};
    const std::vector<Ground> grounds{{"page", theme.page}, {"saturation", theme.saturation}, {"inset", theme.inset}};
    std::vector<ContrastFault> faults;
    const auto check = [&](std::string role, Colour colour, double required, const std::vector<Ground>& under) {
        for (const Ground& ground : under) {
            const double ratio = contrast(colour, ground.colour);
            if (ratio < required) faults.push_back({role, ground.name, ratio, required});
        }
    };
    const auto check_hue = [&](const std::string& role, const Hue& hue, const std::vector<Ground>& under) {
        check(role + ".stroke", hue.stroke, theme.stroke_contrast, under);
        check(role + ".text", hue.text, theme.text_contrast, under);
    };
    check("ink", theme.ink, theme.text_contrast, grounds);
    check("muted", theme.muted, theme.text_contrast, grounds);
    check("axis", theme.axis, theme.stroke_contrast, grounds);
    check_hue("function", theme.function, grounds);
    check_hue("derivative", theme.derivative, grounds);
    check_hue("green", theme.green, grounds);
    check_hue("purple", theme.purple, grounds);
    check_hue("ochre", theme.ochre, grounds);
    // A family of curves has no regions to be filled.
    for (std::size_t i = 0; i < theme.family.size(); ++i)
        check_hue(fmt::format("family[{}]", i), theme.family[i], page);
    return faults;
}

const Theme& theme(std::string_view name, const std::vector<Theme>& own) {
    for (const Theme& each : own)
        if (each.name == name) return each;
    return theme(name);
}

const Theme& theme(std::string_view name) {
    const auto found = all_themes().find(name);
    if (found == all_themes().end()) throw std::out_of_range(fmt::format("no theme is called \"{}\"", name));
    return found->second;
}

std::vector<std::string> theme_names() {
    std::vector<std::string> names;
    for (const auto& [name, unused] : all_themes())
        names.push_back(name);
    return names;
}

} // namespace actlas::plot
