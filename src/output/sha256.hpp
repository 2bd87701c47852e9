#pragma once

#include <string>
#include <string_view>

namespace actlas::output {

/// The SHA-256 digest of some bytes as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

} // namespace actlas::output
