#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace actlas {

/// The shortest decimal that reads back to the same double; "inf", "-inf", "nan"; "-0" keeps its sign.
/// Independent of the locale.
std::string shortest(double value);

/// A double from the whole of `text` (decimal, "inf", "-inf", "nan"; surrounding blanks allowed); nothing otherwise,
/// nor where the decimal is too large or too small for a double.
std::optional<double> parse_number(std::string_view text);

/// A whole number in superscript digits: "⁻¹²".
std::string superscript(int number);

/// For people: `decimals` places, a true minus sign (U+2212), trailing zeros kept, "−0.000" written "0.000"; infinities
/// are "∞" and "−∞".
std::string fixed_for_people(double value, int decimals);

/// A share of [0, 1] in per cent, for people: `decimals` places, as fixed_for_people().
std::string percent_for_people(double share, int decimals);

/// For people: at most `digits` (>= 1) significant digits without trailing zeros, a true minus sign; from 10⁶ on and
/// below 10⁻⁴ as "1.2 × 10⁻⁷" with superscript digits (a power of ten alone as "10⁻⁷"); "∞", "−∞", "NaN".
std::string significant_for_people(double value, int digits);

/// "10⁻³", with superscript digits.
std::string power_of_ten(int exponent);

} // namespace actlas
