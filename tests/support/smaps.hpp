#pragma once

#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace actlas::test {

/// A mapping of a process; proc(5), smaps.
struct Mapping {
    std::uintptr_t first = 0, last = 0; ///< bytes, from the first to behind the last
    std::string name;                   ///< a file or such as "[heap]"; may be empty
    bool wants_large_pages = false;     ///< "hg" among VmFlags
};

/// Whether this kernel has large pages that a program can ask for.
inline bool has_large_pages() {
    return std::ifstream("/sys/kernel/mm/transparent_hugepage/enabled").good();
}

/// The mappings of a process, by its number or "self"; none where it cannot be read.
inline std::vector<Mapping> mappings(const std::string& process) {
    std::vector<Mapping> all;
    std::ifstream file("/proc/" + process + "/smaps");
    for (std::string line; std::getline(file, line);) {
        Mapping mapping;
        char dash = 0;
        std::string permissions, offset, device, inode;
        std::istringstream words(line);
        if (line.starts_with("VmFlags:"))
            all.back().wants_large_pages = line.find(" hg") != std::string::npos;
        else if (words >> std::hex >> mapping.first >> dash >> mapping.last && dash == '-') {
            words >> permissions >> offset >> device >> inode >> mapping.name;
            all.push_back(mapping);
        }
    }
    return all;
}

} // namespace actlas::test
