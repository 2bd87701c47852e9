#include "base/wrap.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <optional>

namespace actlas {
namespace {

constexpr std::u32string_view closing = U"，。；：、！？）】」』》”’,.;:!?)]}%";
constexpr std::u32string_view opening = U"（【「『《“‘([{";
constexpr std::u32string_view operators = U"<>≤≥=≠≈→←+−-·×÷/∈|±";

bool in(std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
}

bool is_operator(std::u32string_view word) {
    return std::all_of(word.begin(), word.end(), [](char32_t c) { return in(operators, c); });
}

/// How many brackets the word leaves open (negative: closes).
std::ptrdiff_t depth(std::u32string_view word) {
    const auto count = [&](std::u32string_view set) {
        return std::count_if(word.begin(), word.end(), [&](char32_t c) { return in(set, c); });
    };
    return count(U"([") - count(U")]");
}

/// Whether a line should rather not end at the space between these words: "x|< 5", "N(0,|1)".
bool belong_together(std::u32string_view before, std::u32string_view after) {
    if (is_operator(before) || is_operator(after)) return true;
    return before.ends_with(U',') && depth(before) > 0 && depth(after) < 0;
}

enum class Break { no, poor, good };

/// Whether a line may end before text[i], i > 0.
Break break_before(std::u32string_view text, std::size_t i) {
    if (text[i] == U' ') {
        const std::size_t start = text.substr(0, i).rfind(U' ');
        const std::size_t end = std::min(text.find(U' ', i + 1), text.size());
        const auto before = text.substr(start == std::u32string_view::npos ? 0 : start + 1,
                                        i - (start == std::u32string_view::npos ? 0 : start + 1));
        return belong_together(before, text.substr(i + 1, end - i - 1)) ? Break::poor : Break::good;
    }
    const char32_t last = text[i - 1];
    const bool wide = display_width(last) == 2 || display_width(text[i]) == 2;
    if (!wide || last == U' ' || in(closing, text[i]) || in(opening, last) || display_width(text[i]) == 0)
        return Break::no;
    return Break::good;
}

/// One space for any run of blanks, none at the ends.
std::u32string tidied(std::string_view text) {
    std::u32string result;
    for (const char32_t c : code_points(text)) {
        const bool blank = c == U' ' || c == U'\t' || c == U'\n' || c == U'\r';
        if (!blank)
            result += c;
        else if (!result.empty() && result.back() != U' ')
            result += U' ';
    }
    if (!result.empty() && result.back() == U' ') result.pop_back();
    return result;
}

/// Where the line that starts at `from` ends.
std::size_t line_end(std::u32string_view text, std::size_t from, int width) {
    std::optional<std::size_t> good, poor, inside; // `inside`: poor, and within brackets
    int columns = 0;
    std::ptrdiff_t open = 0;
    for (std::size_t i = from; i < text.size(); ++i) {
        const Break quality = i > from ? break_before(text, i) : Break::no;
        if (quality == Break::good) good = i;
        if (quality == Break::poor) (open > 0 ? inside : poor) = i;
        open += depth(text.substr(i, 1));
        columns += display_width(text[i]);
        if (columns <= width) continue;
        for (const auto& end : {good, poor, inside})
            if (end) return *end;
        return std::max(i, from + 1);
    }
    return text.size();
}

} // namespace

int text_width(std::string_view text) {
    int columns = 0;
    for (const char32_t c : code_points(text))
        columns += display_width(c);
    return columns;
}

std::string padded(std::string_view text, int width) {
    return std::string(text) + std::string(static_cast<std::size_t>(std::max(0, width - text_width(text))), ' ');
}

std::vector<std::string> wrapped(std::string_view text, int width) {
    const std::u32string points = tidied(text);
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < points.size();) {
        const std::size_t end = line_end(points, from, width);
        std::string line;
        for (std::size_t i = from; i < end; ++i)
            append_utf8(line, points[i]);
        lines.push_back(printable(line));
        from = end < points.size() && points[end] == U' ' ? end + 1 : end;
    }
    return lines;
}

} // namespace actlas
