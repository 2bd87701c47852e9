#pragma once

#include <string>
#include <string_view>

namespace actlas {

/// Bytes in base64 (RFC 4648, section 4), padded, without line breaks.
std::string base64(std::string_view bytes);

} // namespace actlas
