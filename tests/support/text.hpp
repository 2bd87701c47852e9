#pragma once

#include <iterator>
#include <regex>
#include <string>
#include <string_view>

namespace actlas::test {

/// How often a part stands in a text.
inline std::size_t count(std::string_view text, std::string_view part) {
    std::size_t times = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++times;
    return times;
}

/// How often a regular expression (ECMAScript's) is met in a text.
inline std::size_t count_matches(const std::string& text, const std::string& expression) {
    const std::regex pattern(expression);
    return static_cast<std::size_t>(std::distance(std::sregex_iterator(text.begin(), text.end(), pattern), {}));
}

inline std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i)
        result += text;
    return result;
}

} // namespace actlas::test
