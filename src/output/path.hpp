#pragma once

#include <string_view>

namespace actlas::output {

/// Why a path may not name an artefact, as the end of a sentence ("it leaves the output folder"); "" where it may.
/// Allowed are relative paths of UTF-8 with forward slashes whose parts are neither empty nor "." nor "..", without
/// backslashes and control characters.
std::string_view path_fault(std::string_view path);

/// Throws InputError where path_fault() finds one.
void require_safe_path(std::string_view path);

} // namespace actlas::output
