#pragma once

#include <optional>
#include <string_view>

namespace actlas::config {

/// Width and height in px (1/96 inch).
struct Size {
    double width = 0;
    double height = 0;
};

/// Reads "720x450", "720x450px", "12x8in", "30.5 x 20 cm", "12×8in": one unit for both of px, pt, mm, cm, in; px where
/// none is named. Nothing for any other text and for a side that is not positive.
std::optional<Size> parse_size(std::string_view text);

} // namespace actlas::config
