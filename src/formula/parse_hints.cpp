#include "formula/parse_hints.hpp"

#include "base/ascii.hpp"
#include "base/suggest.hpp"
#include "formula/parser.hpp"
#include "formula/primitive.hpp"
#include "formula/vector_primitive.hpp"

#include <vector>

namespace actlas::formula {

namespace {

bool in_word(char c) {
    return is_letter_or_digit(c) || c == '_' || c == '.';
}

} // namespace

std::string in_quotes(std::string_view text) {
    return "\"" + std::string(text) + "\"";
}

std::string name_hint(std::string_view word, bool called, std::span<const std::string> parameters, bool vectors) {
    if (word == "X") return "the variable is a lower-case x";
    std::vector<std::string> names;
    if (!called) {
        names.assign(parameters.begin(), parameters.end());
        names.insert(names.end(), {"x", "pi", "e"});
    }
    for (const Primitive& primitive : primitives())
        names.emplace_back(primitive.name);
    for (const VectorPrimitive& primitive : vector_primitives()) {
        if (vectors && !primitive.internal) names.emplace_back(primitive.call.name);
    }
    names.emplace_back("if");
    return did_you_mean(word, names);
}

std::string missing_operator_hint(std::string_view before, std::string_view after) {
    std::size_t start = before.size();
    while (start > 0 && in_word(before[start - 1]))
        --start;
    const std::string left = start == before.size() ? "(...)" : std::string(before.substr(start));
    const std::string right = after == "(" ? "(...)" : std::string(after);
    return "did you mean " + left + "*" + right + "?";
}

bool is_reserved_name(std::string_view name) {
    return name == "x" || name == "pi" || name == "e" || name == "if" || find_primitive(name) != nullptr;
}

Diagnostic ParseError::diagnostic(std::string_view formula, std::string_view file) const {
    return {.severity = Diagnostic::Severity::error,
            .message = what(),
            .where = span_in_text(file, formula, offset_, length_),
            .hint = hint_};
}

} // namespace actlas::formula
