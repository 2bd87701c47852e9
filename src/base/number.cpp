#include "base/number.hpp"

#include <fmt/core.h>

#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

namespace actlas {
namespace {

constexpr std::string_view minus = "−";

std::optional<std::string> not_finite(double value) {
    if (std::isnan(value)) return "NaN";
    if (std::isinf(value)) return value > 0 ? std::string("∞") : std::string(minus) + "∞";
    return std::nullopt;
}

bool is_zero(std::string_view digits) {
    return digits.find_first_of("123456789") == std::string_view::npos;
}

void strip_trailing_zeros(std::string& digits) {
    if (digits.find('.') == std::string::npos) return;
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
}

} // namespace

std::string power_of_ten(int exponent) {
    return "10" + superscript(exponent);
}

std::string shortest(double value) {
    if (std::isnan(value)) return "nan"; // to_chars would give the sign bit away as "-nan"
    std::array<char, 32> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), result.ptr};
}

std::optional<double> parse_number(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n\f\v";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return std::nullopt;
    text = text.substr(first, text.find_last_not_of(blanks) - first + 1);
    if (text.front() == '+') {
        text.remove_prefix(1);
        if (text.empty() || text.front() == '-') return std::nullopt;
    }
    // from_chars also takes "nan(...)", "infinity" and capitals: only the documented spellings are ours.
    const bool spelled = text == "inf" || text == "-inf" || text == "nan";
    if (!spelled && text.find_first_not_of("0123456789+-.eE") != std::string_view::npos) return std::nullopt;
    double value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc() || result.ptr != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string superscript(int number) {
    static constexpr std::array<std::string_view, 10> digits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text;
    for (const char c : fmt::format("{}", number))
        text += c == '-' ? "⁻" : digits[static_cast<std::size_t>(c - '0')];
    return text;
}

std::string fixed_for_people(double value, int decimals) {
    if (auto special = not_finite(value)) return *special;
    const std::string digits = fmt::format("{:.{}f}", std::fabs(value), decimals);
    return std::signbit(value) && !is_zero(digits) ? std::string(minus) + digits : digits;
}

std::string percent_for_people(double share, int decimals) {
    return fixed_for_people(100 * share, decimals) + "%";
}

std::string significant_for_people(double value, int digits) {
    if (auto special = not_finite(value)) return *special;
    if (value == 0) return "0";
    const std::string sign(value < 0 ? minus : "");
    // The exponent is read off the rounded value: 999999.7 with three digits is 10⁶.
    const std::string scientific = fmt::format("{:.{}e}", std::fabs(value), digits - 1);
    const std::size_t e = scientific.find('e');
    std::string mantissa = scientific.substr(0, e);
    const std::string exponent_text = scientific.substr(e + 1);
    int exponent = 0;
    std::from_chars(exponent_text.data() + (exponent_text.front() == '+' ? 1 : 0),
                    exponent_text.data() + exponent_text.size(), exponent);
    if (exponent >= -4 && exponent < 6) {
        // Beyond the units there may be more digits than asked for: 123456 with three digits is 123000.
        const double rounded = exponent >= digits ? *parse_number(scientific) : std::fabs(value);
        std::string fixed = fmt::format("{:.{}f}", rounded, exponent >= digits ? 0 : digits - 1 - exponent);
        strip_trailing_zeros(fixed);
        return sign + fixed;
    }
    strip_trailing_zeros(mantissa);
    if (mantissa == "1") return sign + power_of_ten(exponent);
    return fmt::format("{}{} × {}", sign, mantissa, power_of_ten(exponent));
}

} // namespace actlas
