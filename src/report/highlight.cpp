#include "report/highlight.hpp"

#include "report/escape.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>

namespace actlas::report {
namespace {

/// What is marked in a language.
struct Grammar {
    std::span<const std::string_view> keywords;
    std::string_view comment;        ///< what begins a comment that ends with the line
    bool has_triple_quotes = false;  ///< strings over several lines
    std::string_view directive = {}; ///< what begins a word that is a keyword whatever it is
};

constexpr std::array<std::string_view, 14> python_keywords{"and",    "as", "def", "elif", "else", "for",    "from",
                                                           "import", "in", "if",  "not",  "or",   "return", "with"};
constexpr std::array<std::string_view, 8> cpp_keywords{"const", "double", "else", "for",
                                                       "if",    "inline", "int",  "return"};

const Grammar* grammar_of(std::string_view language) {
    static constexpr Grammar python{python_keywords, "#", true};
    static constexpr Grammar cpp{cpp_keywords, "//", false, "#"};
    if (language == "python") return &python;
    return language == "cpp" ? &cpp : nullptr;
}

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

std::string marked(std::string_view kind, std::string_view text) {
    return "<span class=\"" + std::string(kind) + "\">" + escape_html(text) + "</span>";
}

/// The end of the string literal that begins at `start`, triple quotes included.
std::size_t string_end(std::string_view code, std::size_t start, bool has_triple_quotes) {
    const bool triple = has_triple_quotes && (code.substr(start, 3) == "\"\"\"" || code.substr(start, 3) == "'''");
    const std::string_view quote = code.substr(start, triple ? 3 : 1);
    for (std::size_t i = start + quote.size(); i < code.size(); ++i) {
        if (code[i] == '\\')
            ++i;
        else if (code.substr(i, quote.size()) == quote)
            return i + quote.size();
        else if (!triple && code[i] == '\n')
            return i;
    }
    return code.size();
}

} // namespace

std::string highlight(std::string_view code, std::string_view language) {
    const Grammar* const grammar = grammar_of(language);
    if (grammar == nullptr) return escape_html(code);
    std::string out;
    for (std::size_t i = 0; i < code.size();) {
        std::size_t end = i + 1;
        const std::string_view rest = code.substr(i);
        if (rest.starts_with(grammar->comment)) {
            end = std::min(code.find('\n', i), code.size());
            out += marked("c", code.substr(i, end - i));
        } else if (!grammar->directive.empty() && rest.starts_with(grammar->directive)) {
            while (end < code.size() && is_word(code[end]))
                ++end;
            out += marked("k", code.substr(i, end - i));
        } else if (code[i] == '"' || code[i] == '\'') {
            end = string_end(code, i, grammar->has_triple_quotes);
            out += marked("s", code.substr(i, end - i));
        } else if (is_word(code[i])) {
            while (end < code.size() && is_word(code[end]))
                ++end;
            const std::string_view word = code.substr(i, end - i);
            const auto& keywords = grammar->keywords;
            const bool keyword = std::find(keywords.begin(), keywords.end(), word) != keywords.end();
            out += keyword ? marked("k", word) : escape_html(word);
        } else {
            out += escape_html(code.substr(i, 1));
        }
        i = end;
    }
    return out;
}

} // namespace actlas::report
