#include "catalogue/builtin/index/slices.hpp"

#include <algorithm>
#include <utility>

namespace actlas::catalogue {
namespace {

/// The lines on which tables begin that are not part of another.
std::vector<std::size_t> heads(const toml::table& root) {
    std::vector<std::size_t> lines;
    for (auto&& [key, value] : root) {
        lines.push_back(value.source().begin.line);
        if (const toml::array* array = value.as_array()) {
            for (const toml::node& element : *array)
                lines.push_back(element.source().begin.line);
        }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

/// Lines of a text, without the blank ones and comments at their end, which belong to what follows.
std::string lines_of(const TomlSource& file, std::size_t first, std::size_t past_last) {
    const auto is_nothing = [](std::string_view line) {
        const std::size_t start = line.find_first_not_of(" \t");
        return start == std::string_view::npos || line[start] == '#';
    };
    while (past_last > first + 1 && is_nothing(file.line(past_last - 1)))
        --past_last;
    std::string text;
    for (std::size_t number = first; number < past_last; ++number)
        text += std::string(file.line(number)) + "\n";
    return text;
}

bool says(const std::string& text, const toml::table& expected) {
    std::vector<Diagnostic> diagnostics;
    const auto root = parse_toml(TomlSource("", text), diagnostics);
    if (!root || root->size() != 1) return false;
    const toml::array* array = root->get_as<toml::array>("activation");
    return array != nullptr && array->size() == 1 && array->get(0)->is_table() &&
           *array->get(0)->as_table() == expected;
}

} // namespace

std::map<std::string, std::string> slices(const std::vector<TomlSource>& files) {
    std::map<std::string, std::string> result;
    std::vector<Diagnostic> diagnostics;
    for (const TomlSource& file : files) {
        const auto root = parse_toml(file, diagnostics);
        const toml::array* array = root ? root->get_as<toml::array>("activation") : nullptr;
        if (array == nullptr) continue;
        std::vector<std::size_t> lines = heads(*root);
        lines.push_back(1 + static_cast<std::size_t>(std::count(file.text().begin(), file.text().end(), '\n')) + 1);
        for (const toml::node& element : *array) {
            const toml::table& table = *element.as_table();
            const std::size_t first = table.source().begin.line;
            std::string text = lines_of(file, first, *std::upper_bound(lines.begin(), lines.end(), first));
            if (!says(text, table))
                diagnostics.push_back({Diagnostic::Severity::error, "this activation is not written in one piece",
                                       file.span(table.source()),
                                       "give it a head [[activation]] of its own, and all its keys right below"});
            result.emplace(table["id"].value_or(std::string()), std::move(text));
        }
    }
    if (!diagnostics.empty()) throw InputError(std::move(diagnostics));
    return result;
}

} // namespace actlas::catalogue
