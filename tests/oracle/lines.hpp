#pragma once

#include "oracle/table.hpp"

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace oracle {

/// The lines of a table whose columns end at "; ", those of one kind (its first column).
inline std::vector<std::vector<std::string>> lines(std::string_view file, std::string_view kind = {}) {
    std::vector<std::vector<std::string>> found;
    std::ifstream table = open(file);
    std::string line;
    while (std::getline(table, line)) {
        if (line.starts_with('#')) continue;
        std::vector<std::string> columns;
        std::size_t start = 0;
        for (std::size_t end = 0; end != std::string::npos; start = end + 2) {
            end = line.find("; ", start);
            columns.push_back(line.substr(start, end - start));
        }
        if (kind.empty() || columns.front() == kind) found.push_back(std::move(columns));
    }
    return found;
}

/// Numbers with blanks between them.
inline std::vector<double> numbers(const std::string& text) {
    std::istringstream stream(text);
    std::vector<double> result;
    for (double number = 0; stream >> number;)
        result.push_back(number);
    return result;
}

} // namespace oracle
