#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace actlas {

/// A language of the report and of the figures.
enum class Language { en, zh };

inline constexpr std::array<Language, 2> all_languages{Language::en, Language::zh};

/// The folder and file-name form: "en", "zh".
std::string_view code(Language language);

/// The BCP 47 tag for HTML and Pango: "en", "zh-CN".
std::string_view tag(Language language);

/// Accepts "en", "en-US", "en-GB", "zh", "zh-CN", "zh-Hans" (any case); nothing else.
std::optional<Language> parse_language(std::string_view text);

/// A text that exists in every language of the report.
struct LocalizedText {
    std::string en;
    std::string zh;

    const std::string& in(Language language) const { return language == Language::en ? en : zh; }
    bool operator==(const LocalizedText&) const = default;
};

} // namespace actlas
