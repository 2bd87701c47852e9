#pragma once

#include "plot/fonts.hpp"
#include "plot/typeset.hpp"

#include <memory>
#include <string_view>

namespace actlas::plot {

/// Sets words with Pango in the fonts given, unhinted and at fractional positions, so that every output format agrees.
class WordSetter {
public:
    explicit WordSetter(const WordFonts& fonts);
    ~WordSetter();
    WordSetter(const WordSetter&) = delete;
    WordSetter& operator=(const WordSetter&) = delete;

    /// One line of words; `size` in px. In Chinese, quotation marks, dashes and ellipses are full-width ones. Throws
    /// InputError for a character that no font has and for control characters.
    std::shared_ptr<const Typeset> set(std::string_view text, double size, Language language, Weight weight) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The InputError for a character that cannot be drawn; `text` is where it stands.
[[noreturn]] void throw_missing_glyph(char32_t character, std::string_view text, std::string_view fonts);

} // namespace actlas::plot
