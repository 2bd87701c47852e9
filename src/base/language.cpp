#include "base/language.hpp"

#include <algorithm>
#include <cctype>

namespace actlas {

std::string_view code(Language language) {
    return language == Language::en ? "en" : "zh";
}

std::string_view tag(Language language) {
    return language == Language::en ? "en" : "zh-CN";
}

std::optional<Language> parse_language(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) {
        return c == '_' ? '-' : static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    });
    if (lower == "en" || lower == "en-us" || lower == "en-gb") return Language::en;
    if (lower == "zh" || lower == "zh-cn" || lower == "zh-hans") return Language::zh;
    return std::nullopt;
}

} // namespace actlas
