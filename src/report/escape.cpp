#include "report/escape.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <cctype>

namespace actlas::report {
namespace {

bool is_alphanumeric(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0;
}

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
}

/// Characters that mark a block only where a line begins: "# ", "- ", "+ ", "1. ", "===".
std::size_t block_marker(std::string_view text) {
    if (text.empty()) return 0;
    if (text[0] == '#' || text[0] == '-' || text[0] == '+' || text[0] == '=') return 1;
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0 || digits >= text.size() || (text[digits] != '.' && text[digits] != ')')) return 0;
    const bool ends_marker = digits + 1 == text.size() || text[digits + 1] == ' ';
    return ends_marker ? digits + 1 : 0;
}

/// What General_Category calls punctuation or a symbol, for the blocks that headings of ours use.
bool slug_drops(char32_t c) {
    if (c < 0x80) return !(std::isalnum(static_cast<int>(c)) != 0 || c == '-' || c == '_' || c == ' ');
    const bool latin_marks = (c >= 0xA1 && c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA) || c == 0xD7 || c == 0xF7;
    const bool general = c >= 0x2010 && c <= 0x206F;
    const bool symbols = c >= 0x20A0 && c <= 0x2BFF;
    const bool han_marks = (c >= 0x3001 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3020) || c == 0x3030;
    const bool full_width = (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) ||
                            (c >= 0xFF3B && c <= 0xFF40) || (c >= 0xFF5B && c <= 0xFF65);
    return latin_marks || general || symbols || han_marks || full_width;
}

} // namespace

std::string escape_html(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            if (is_control(c))
                out += "\uFFFD";
            else
                out += c;
        }
    }
    return out;
}

std::string escape_markdown(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    const std::size_t marker = block_marker(text);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        switch (c) {
        case '\n':
        case '\r':
        case '\t':
            out += ' ';
            break;
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '|':
            out += "&#124;";
            break;
        case '$':
            out += "&#36;";
            break;
        case '\\':
        case '`':
        case '*':
        case '[':
        case ']':
        case '~':
            (out += '\\') += c;
            break;
        case '_': {
            const bool inside_word =
                i > 0 && i + 1 < text.size() && is_alphanumeric(text[i - 1]) && is_alphanumeric(text[i + 1]);
            out += inside_word ? "_" : "\\_";
            break;
        }
        default:
            if (is_control(c)) {
                out += "\uFFFD";
                break;
            }
            if (marker > 0 && i + 1 == marker) out += '\\';
            out += c;
        }
    }
    return out;
}

std::string markdown_code_span(std::string_view code, bool in_table) {
    std::string content;
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : code) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
        if (c == '|' && in_table) content += '\\';
        if (c == '\n' || c == '\r')
            content += ' ';
        else if (is_control(c))
            content += "\uFFFD";
        else
            content += c;
    }
    if (content.empty()) return {};
    const std::string fence(longest + 1, '`');
    const bool pad =
        content.front() == '`' || content.back() == '`' || (content.front() == ' ' && content.back() == ' ');
    return fence + (pad ? " " : "") + content + (pad ? " " : "") + fence;
}

std::string safe_url(std::string_view url) {
    if (!url.starts_with("https://") && !url.starts_with("http://")) return {};
    static constexpr std::string_view hex = "0123456789ABCDEF";
    static constexpr std::string_view kept = "-._~:/?#@!$&+,;=%";
    std::string out;
    for (const char c : url) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && (std::isalnum(byte) != 0 || kept.find(c) != std::string_view::npos))
            out += c;
        else
            ((out += '%') += hex[byte >> 4]) += hex[byte & 15];
    }
    return out;
}

std::string github_slug(std::string_view heading) {
    std::string out;
    for (const char32_t c : code_points(heading)) {
        if (c == U' ')
            out += '-';
        else if (c >= U'A' && c <= U'Z')
            append_utf8(out, c + 32);
        else if (!slug_drops(c))
            append_utf8(out, c);
    }
    return out;
}

} // namespace actlas::report
