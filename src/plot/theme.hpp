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

/// How one of several curves in a panel is drawn where colours alone must not tell them apart.
struct LineLook {
    std::vector<double> dash; ///< lengths of ink and gap, px of a document's figure; empty: solid
    double weight = 1;        ///< times the usual width
};

/// One table of config/themes/*.toml: every colour of a figure by its role.
struct Theme {
    std::string name; ///< "light", "dark", ...
    Colour page, ink, muted, axis, grid, saturation, hatch, inset;
    Hue function, derivative, green, purple, ochre;
    std::vector<Hue> family;     ///< ramp of one hue, palest first
    std::vector<LineLook> lines; ///< of ink, ochre, green, purple, function, derivative; empty: as the figure has them
    double text_contrast = 4.5;  ///< that the theme's texts are to have with their grounds
    double stroke_contrast = 3;  ///< ... and its strokes
};

/// A text or stroke that is too faint.
struct ContrastFault {
    std::string role;    ///< "muted", "function.text", "family[1].stroke"
    std::string ground;  ///< "page", "saturation" or "inset"
    double ratio = 0;    ///< what the contrast is
    double required = 0; ///< what it should be
};

/// Every text and stroke of the theme that has less contrast than the theme requires with a ground it is drawn on.
/// Grid, hatch and fills are decoration.
std::vector<ContrastFault> contrast_faults(const Theme& theme);

/// The themes compiled into the binary, by name; throws std::out_of_range for an unknown one.
const Theme& theme(std::string_view name);

/// The theme of that name among `own`, else the one compiled in.
const Theme& theme(std::string_view name, const std::vector<Theme>& own);

std::vector<std::string> theme_names();

} // namespace actlas::plot
