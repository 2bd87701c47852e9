#pragma once

#include "plot/scene.hpp"

#include <string>
#include <vector>

namespace actlas::plot {

/// The drawing part of an SVG document. Ids are made of a salt, which only the finished body can give, and a number:
/// where the salt goes is remembered.
struct SvgBody {
    std::string text;
    std::vector<std::size_t> salt_places; ///< ascending

    std::string salted(const std::string& salt) const;
};

/// Writes a scene's marks in order as presentation attributes (a strict content security policy forbids style=""),
/// without defaults, lengths to 1/100 px. Each glyph's outline stands in the file once, or at its place where that is
/// shorter.
SvgBody svg_body(const Scene& scene);

} // namespace actlas::plot
