#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace actlas::analysis {

/// A binary floating-point format: sign, significand with a leading bit that is not stored, subnormal numbers.
/// float32 and float16 are IEEE 754-2019's binary32 and binary16; bfloat16 is the upper half of a float32; the two of 8
/// bits are those of "OCP 8-bit Floating Point Specification (OFP8)", revision 1.0, 2023, in which E4M3 has no infinity
/// and a single NaN, so that its largest exponent still holds numbers.
struct NumberFormat {
    std::string_view id = {};   ///< "float32", "float16", "bfloat16", "float8_e5m2", "float8_e4m3"
    std::string_view name = {}; ///< short, for tables: "fp32", "fp16", "bf16", "fp8 E5M2", "fp8 E4M3"
    int bits = 32;
    int precision = 24;      ///< bits of the significand, the leading one included
    int min_exponent = -126; ///< 2^min_exponent is the smallest normal number
    double largest = 0;      ///< finite number
    bool has_infinity = true;

    double smallest_normal() const;
    double smallest_positive() const; ///< subnormal; also the distance of neighbouring numbers below smallest_normal()

    /// The distance of neighbouring numbers at |x|: that of the binade [2^e, 2^(e+1)) that holds it.
    double ulp(double x) const;

    /// The nearest number, that with an even significand if there are two; zero keeps the sign. What lies beyond the
    /// largest number by half an ulp or more becomes infinite, or NaN where the format has no infinity (OFP8's
    /// non-saturating conversion).
    double rounded(double x) const;

    /// How many finite values there are, 0 and -0 counted as two.
    std::size_t count() const;

    /// All finite values by size from -largest to largest, -0 and 0 both among them. For formats of at most 16 bits;
    /// std::invalid_argument otherwise.
    std::vector<double> values() const;

    /// The neighbours of a finite value of the format; beyond the largest, infinity. Of both zeros, the smallest number
    /// above or below.
    double next_up(double value) const;
    double next_down(double value) const { return -next_up(-value); }
};

/// float32, bfloat16, float16, float8_e5m2, float8_e4m3.
std::span<const NumberFormat> number_formats();

/// The format of that id, or nullptr.
const NumberFormat* find_number_format(std::string_view id);

} // namespace actlas::analysis
