#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

namespace actlas::fuzz {

/// Ends the program, which a fuzzer takes for a find, unless `holds`.
inline void require(bool holds, const std::string& what) {
    if (holds) return;
    std::fprintf(stderr, "found: %s\n", what.c_str());
    std::abort();
}

} // namespace actlas::fuzz
