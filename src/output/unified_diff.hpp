#pragma once

#include "output/check_sink.hpp"

#include <string>

namespace actlas::output {

/// A difference as a unified diff (as of `diff -u`), with a/ and b/ before the path and /dev/null for what is missing
/// on one side. Files that hold bytes of 0, and those of more than 20,000 lines, are only said to differ.
std::string unified_diff(const Difference& difference);

} // namespace actlas::output
