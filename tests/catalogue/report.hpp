#pragma once

#include "base/diagnostic.hpp"

#include <string>
#include <vector>

namespace actlas::test {

/// Each diagnostic as "line:column message (hint)".
inline std::vector<std::string> report(const std::vector<Diagnostic>& diagnostics) {
    std::vector<std::string> lines;
    for (const Diagnostic& diagnostic : diagnostics) {
        std::string line;
        if (diagnostic.where) {
            line = std::to_string(diagnostic.where->line) + ":" + std::to_string(diagnostic.where->column) + " ";
        }
        line += diagnostic.message;
        if (!diagnostic.hint.empty()) line += " (" + diagnostic.hint + ")";
        lines.push_back(line);
    }
    return lines;
}

} // namespace actlas::test
