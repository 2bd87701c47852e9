#include "plot/math_alphabet.hpp"

#include "base/utf8.hpp"

namespace actlas::plot {

char32_t math_italic(char32_t letter) {
    // Unicode 15, block "Mathematical Alphanumeric Symbols".
    if (letter == U'h') return U'\u210E'; // Planck constant: it took the place of the italic h
    if (letter >= U'A' && letter <= U'Z') return U'\U0001D434' + (letter - U'A');
    if (letter >= U'a' && letter <= U'z') return U'\U0001D44E' + (letter - U'a');
    if (letter >= U'α' && letter <= U'ω') return U'\U0001D6FC' + (letter - U'α');
    switch (letter) {
    case U'∂':
        return U'\U0001D715';
    case U'ϵ':
        return U'\U0001D716';
    case U'ϑ':
        return U'\U0001D717';
    case U'ϰ':
        return U'\U0001D718';
    case U'ϕ':
        return U'\U0001D719';
    case U'ϱ':
        return U'\U0001D71A';
    case U'ϖ':
        return U'\U0001D71B';
    default:
        return letter;
    }
}

std::string identifier_text(std::string_view identifier) {
    std::size_t at = 0;
    if (identifier.empty()) return {};
    const char32_t letter = next_code_point(identifier, at);
    if (at < identifier.size()) return std::string(identifier);
    std::string text;
    append_utf8(text, math_italic(letter));
    return text;
}

} // namespace actlas::plot
