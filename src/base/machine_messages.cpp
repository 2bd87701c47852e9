#include "base/machine_messages.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

namespace actlas {
namespace {

std::string line_of(const nlohmann::ordered_json& object) {
    // What is no UTF-8 is replaced rather than refused.
    return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

} // namespace

std::string format_as_json(const Diagnostic& diagnostic) {
    nlohmann::ordered_json object{
        {"severity", diagnostic.severity == Diagnostic::Severity::error ? "error" : "warning"},
        {"message", diagnostic.message}};
    if (diagnostic.where) {
        const SourceSpan& where = *diagnostic.where;
        if (!where.file.empty()) object["file"] = where.file;
        object["line"] = where.line;
        object["column"] = where.column;
        object["end_column"] = where.column + std::max<std::size_t>(where.length, 1);
    }
    if (!diagnostic.hint.empty()) object["hint"] = diagnostic.hint;
    return line_of(object);
}

std::string note_as_json(std::string_view message) {
    return line_of({{"severity", "note"}, {"message", message}});
}

std::string notice_for_github(std::string_view message) {
    constexpr std::string_view warning = "::warning";
    const std::string text = format_for_github({Diagnostic::Severity::warning, std::string(message), std::nullopt, {}});
    return "::notice" + text.substr(warning.size());
}

} // namespace actlas
