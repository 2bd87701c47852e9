#pragma once

#include <cstdlib>
#include <stdexcept>
#include <string>

namespace actlas::test {

/// A Python with NumPy: on a machine with several the first need not have it.
inline const std::string& python() {
    static const std::string found = [] {
        for (const std::string name : {"python3", "/usr/bin/python3"})
            if (std::system((name + " -c 'import numpy' 2>/dev/null").c_str()) == 0) return name;
        throw std::runtime_error("these tests need Python with NumPy: Debian's package python3-numpy");
    }();
    return found;
}

} // namespace actlas::test
