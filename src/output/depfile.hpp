#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace actlas::output {

/// A dependency file in the syntax that make and ninja share: `target: input \⏎ input ...`, with blanks, `#` and `$`
/// escaped. The inputs are sorted, each once. Throws InputError for a path with a line break, which the syntax cannot
/// write.
std::string depfile(const std::filesystem::path& target, std::vector<std::filesystem::path> inputs);

} // namespace actlas::output
