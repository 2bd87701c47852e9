#include "output/path.hpp"

#include "base/diagnostic.hpp"
#include "base/utf8.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace actlas::output {

std::string_view path_fault(std::string_view path) {
    if (path.empty()) return "it is empty";
    if (path.front() == '/') return "it is absolute";
    if (path.find('\\') != std::string_view::npos) return "it holds a backslash";
    const auto strange = [](char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFD; };
    const std::u32string characters = code_points(path);
    if (std::any_of(characters.begin(), characters.end(), strange))
        return "it holds a control character or invalid UTF-8";
    for (std::size_t start = 0; start <= path.size();) {
        const std::size_t end = std::min(path.find('/', start), path.size());
        const std::string_view part = path.substr(start, end - start);
        if (part.empty()) return "a part of it is empty";
        if (part == ".") return "it holds the part \".\"";
        if (part == "..") return "it leaves the output folder";
        start = end + 1;
    }
    return {};
}

void require_safe_path(std::string_view path) {
    const std::string_view fault = path_fault(path);
    if (fault.empty()) return;
    Diagnostic diagnostic;
    diagnostic.message = fmt::format("\"{}\" cannot be the path of an output file: {}", printable(path), fault);
    throw InputError(std::move(diagnostic));
}

} // namespace actlas::output
