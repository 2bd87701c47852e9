#include "report/highlight.hpp"

#include "report/escape.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace actlas::report {
namespace {

constexpr std::array<std::string_view, 14> keywords{"and",    "as", "def", "elif", "else", "for",    "from",
                                                    "import", "in", "if",  "not",  "or",   "return", "with"};

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

std::string span(std::string_view kind, std::string_view text) {
    return "<span class=\"" + std::string(kind) + "\">" + escape_html(text) + "</span>";
}

/// The end of the string literal that begins at `start`, triple quotes included.
std::size_t string_end(std::string_view code, std::size_t start) {
    const bool triple = code.substr(start, 3) == "\"\"\"" || code.substr(start, 3) == "'''";
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
    if (language != "python") return escape_html(code);
    std::string out;
    for (std::size_t i = 0; i < code.size();) {
        std::size_t end = i + 1;
        if (code[i] == '#') {
            end = std::min(code.find('\n', i), code.size());
            out += span("c", code.substr(i, end - i));
        } else if (code[i] == '"' || code[i] == '\'') {
            end = string_end(code, i);
            out += span("s", code.substr(i, end - i));
        } else if (is_word(code[i])) {
            while (end < code.size() && is_word(code[end]))
                ++end;
            const std::string_view word = code.substr(i, end - i);
            const bool keyword = std::find(keywords.begin(), keywords.end(), word) != keywords.end();
            out += keyword ? span("k", word) : escape_html(word);
        } else {
            out += escape_html(code.substr(i, 1));
        }
        i = end;
    }
    return out;
}

} // namespace actlas::report
