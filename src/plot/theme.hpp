#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::plot {

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
    bool operator==(const Colour&) const = default;
};

/// "#RRGGBB" (either case); throws std::invalid_argument otherwise.
Colour parse_colour(std::string_view text);
std::string to_hex(Colour colour);

/// WCAG 2 contrast ratio, 1 to 21.
double contrast(Colour a, Colour b);

/// A stroke colour and the darker or lighter one that text of the same hue uses.
struct Hue {
    Colour stroke;
    Colour text;
};

/// One table of config/themes/*.toml: every colour of a figure by its role.
struct Theme {
    std::string name; ///< "light", "dark"
    Colour page, ink, muted, axis, grid, saturation, hatch, inset;
    Hue function, derivative, green, purple, ochre;
    std::vector<Hue> family; ///< ramp of one hue, palest first
};

/// The themes compiled into the binary, by name; throws std::out_of_range for an unknown one.
const Theme& theme(std::string_view name);
std::vector<std::string> theme_names();

} // namespace actlas::plot
