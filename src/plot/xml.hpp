#pragma once

#include <string>
#include <string_view>

namespace actlas::plot {

/// For text and for attribute values in double quotes. Characters that XML 1.0 forbids are left out.
std::string escape_xml(std::string_view text);

} // namespace actlas::plot
