#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace actlas::test {

/// Makes the locales de_DE.UTF-8 and zh_CN.UTF-8 in a folder (Debian's package locales has their sources): a locale
/// that is not on the machine is C, whatever it is called. Throws std::runtime_error.
void make_locales(const std::filesystem::path& folder);

/// The environment that a run needs to be in one of them.
std::vector<std::string> in_locale(const std::filesystem::path& folder, const std::string& locale);

/// The decimal point in that locale, by the system's own program.
std::string decimal_point(const std::filesystem::path& folder, const std::string& locale);

} // namespace actlas::test
