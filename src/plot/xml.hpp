#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace actlas::plot {

/// An XML element without text, which is all that Cairo's SVG surface writes.
struct XmlElement {
    std::string name;
    std::vector<std::pair<std::string, std::string>>
        attributes; ///< values as they stand in the file, escapes untouched
    std::vector<XmlElement> children;

    /// "" where there is no such attribute.
    std::string_view attribute(std::string_view key) const;
};

/// The root element of a document made by Cairo; throws std::runtime_error where it is not well formed.
XmlElement parse_xml(std::string_view text);

/// For text and for attribute values in double quotes. Characters that XML 1.0 forbids are left out.
std::string escape_xml(std::string_view text);

} // namespace actlas::plot
