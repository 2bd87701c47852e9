#include "output/unified_diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <dtl/dtl.hpp>
#include <sstream>
#include <string_view>
#include <vector>

namespace actlas::output {
namespace {

constexpr std::size_t most_lines = 20'000;

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        if (end == text.size()) {
            lines.back() += "\n\\ No newline at end of file";
            break;
        }
        text.remove_prefix(end + 1);
    }
    return lines;
}

} // namespace

std::string unified_diff(const Difference& difference) {
    const auto named = [&](char side, bool there) {
        return there ? fmt::format("{}/{}", side, difference.path) : std::string("/dev/null");
    };
    const std::string before = named('a', difference.kind != Difference::Kind::missing);
    const std::string after = named('b', difference.kind != Difference::Kind::surplus);
    const auto is_binary = [](const std::string& bytes) { return bytes.find('\0') != std::string::npos; };
    std::vector<std::string> old_lines = lines_of(difference.before), new_lines = lines_of(difference.after);
    if (is_binary(difference.before) || is_binary(difference.after) || old_lines.size() > most_lines ||
        new_lines.size() > most_lines)
        return fmt::format("Files {} and {} differ\n", before, after);
    dtl::Diff<std::string> diff(old_lines, new_lines);
    diff.onHuge();
    diff.compose();
    diff.composeUnifiedHunks();
    std::ostringstream hunks;
    hunks.imbue(std::locale::classic());
    diff.printUnifiedFormat(hunks);
    return fmt::format("--- {}\n+++ {}\n{}", before, after, hunks.str());
}

} // namespace actlas::output
