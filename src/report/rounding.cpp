#include "report/rounding.hpp"

#include "base/number.hpp"

#include <fmt/format.h>

#include <cmath>

namespace actlas::report {
namespace {

/// The double nearest to a decimal.
double read(const std::string& text) {
    return parse_number(text).value_or(0);
}

} // namespace

double rounded_up(double value, int decimals) {
    // Going through the decimal text avoids the error of multiplying by a power of ten.
    const double nearest = read(fmt::format("{:.{}f}", value, decimals));
    if (nearest >= value) return nearest;
    return read(fmt::format("{:.{}f}", nearest + std::pow(10.0, -decimals), decimals));
}

double rounded_down(double value, int decimals) {
    return -rounded_up(-value, decimals);
}

std::string upper_bound_for_people(double value, int digits) {
    const std::string nearest = fmt::format("{:.{}e}", value, digits - 1);
    if (read(nearest) >= value) return significant_for_people(read(nearest), digits);
    const std::size_t exponent = nearest.find('e');
    const double mantissa = read(nearest.substr(0, exponent)) + std::pow(10.0, 1 - digits);
    return significant_for_people(read(fmt::format("{:.{}f}{}", mantissa, digits - 1, nearest.substr(exponent))),
                                  digits);
}

std::string grouped_for_people(double value) {
    const std::string digits = fmt::format("{:.0f}", std::abs(value));
    std::string out = value < 0 ? "−" : "";
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += "\u202F";
        out += digits[i];
    }
    return out;
}

} // namespace actlas::report
