#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace actlas {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Range {
    char32_t first;
    char32_t last;
};

// Both tables are sorted.
constexpr Range zero_width[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x064B, 0x065F},   {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
    {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064}, {0x20D0, 0x20F0},   {0x302A, 0x302D}, {0x3099, 0x309A},
    {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
};
constexpr Range wide[] = {
    {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE10, 0xFE19},
    {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x18CFF}, {0x1AFF0, 0x1B2FF},
    {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};

template<std::size_t N>
bool contains(const Range (&table)[N], char32_t c) {
    const auto* after = std::upper_bound(std::begin(table), std::end(table), c,
                                         [](char32_t value, const Range& range) { return value < range.first; });
    return after != std::begin(table) && c <= std::prev(after)->last;
}

} // namespace

char32_t next_code_point(std::string_view text, std::size_t& offset) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(offset);
    std::size_t length = 1;
    char32_t value = lead;
    char32_t smallest = 0;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2, value = lead & 0x1FU, smallest = 0x80;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3, value = lead & 0x0FU, smallest = 0x800;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4, value = lead & 0x07U, smallest = 0x10000;
    } else if (lead >= 0x80) {
        ++offset;
        return replacement;
    }
    bool valid = offset + length <= text.size();
    for (std::size_t i = 1; valid && i < length; ++i) {
        valid = (byte(offset + i) & 0xC0U) == 0x80U;
        value = (value << 6U) | (byte(offset + i) & 0x3FU);
    }
    valid = valid && value >= smallest && value <= 0x10FFFF && !(value >= 0xD800 && value <= 0xDFFF);
    offset += valid ? length : 1;
    return valid ? value : replacement;
}

std::u32string code_points(std::string_view text) {
    std::u32string result;
    for (std::size_t offset = 0; offset < text.size();)
        result += next_code_point(text, offset);
    return result;
}

void append_utf8(std::string& text, char32_t c) {
    const auto tail = [](char32_t bits) { return static_cast<char>(0x80U | (bits & 0x3FU)); };
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += {static_cast<char>(0xC0U | (c >> 6U)), tail(c)};
    } else if (c < 0x10000) {
        text += {static_cast<char>(0xE0U | (c >> 12U)), tail(c >> 6U), tail(c)};
    } else {
        text += {static_cast<char>(0xF0U | (c >> 18U)), tail(c >> 12U), tail(c >> 6U), tail(c)};
    }
}

int display_width(char32_t c) {
    if (contains(zero_width, c)) return 0;
    return contains(wide, c) ? 2 : 1;
}

std::string printable(std::string_view text) {
    std::string result;
    for (const char32_t c : code_points(text)) {
        const bool control = (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0);
        append_utf8(result, control ? replacement : c);
    }
    return result;
}

} // namespace actlas
