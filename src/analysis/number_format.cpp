#include "analysis/number_format.hpp"

#include "analysis/precision_rounding.hpp"
#include "base/infinity.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>

namespace actlas::analysis {

namespace {

/// 2^exponent, for exponents of normal doubles.
constexpr double power_of_two(int exponent) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52U);
}

/// e of a normal double in [2^e, 2^(e + 1)); less than that of any format for 0 and subnormal doubles.
constexpr int exponent_of(double x) {
    return static_cast<int>((std::bit_cast<std::uint64_t>(x) >> 52U) & 0x7ffU) - 1023;
}

constexpr std::array formats{
    NumberFormat{.id = "float32", .name = "fp32", .largest = 0x1.fffffep127},
    NumberFormat{.id = "bfloat16", .name = "bf16", .bits = 16, .precision = 8, .largest = 0x1.fep127},
    NumberFormat{.id = "float16", .name = "fp16", .bits = 16, .precision = 11, .min_exponent = -14, .largest = 65504},
    NumberFormat{
        .id = "float8_e5m2", .name = "fp8 E5M2", .bits = 8, .precision = 3, .min_exponent = -14, .largest = 57344},
    NumberFormat{.id = "float8_e4m3",
                 .name = "fp8 E4M3",
                 .bits = 8,
                 .precision = 4,
                 .min_exponent = -6,
                 .largest = 448,
                 .has_infinity = false},
};

} // namespace

double NumberFormat::smallest_normal() const {
    return power_of_two(min_exponent);
}

double NumberFormat::smallest_positive() const {
    return power_of_two(min_exponent - precision + 1);
}

double NumberFormat::ulp(double x) const {
    return power_of_two(std::max(exponent_of(x), min_exponent) - precision + 1);
}

double NumberFormat::rounded(double x) const {
    return Rounding<double>(*this)(x);
}

std::size_t NumberFormat::count() const {
    const auto full_binades = static_cast<std::size_t>(exponent_of(largest) - min_exponent);
    const std::size_t in_binade = std::size_t{1} << static_cast<std::size_t>(precision - 1);
    const auto in_last = static_cast<std::size_t>((largest - power_of_two(exponent_of(largest))) / ulp(largest)) + 1;
    return 2 * (in_binade * (full_binades + 1) + in_last); // 0 and the subnormal numbers fill one binade more
}

std::vector<double> NumberFormat::values() const {
    if (bits > 16) throw std::invalid_argument("a format with too many values to list");
    std::vector<double> values;
    values.reserve(count());
    for (double value = largest; value > 0; value = next_down(value))
        values.push_back(-value);
    values.push_back(-0.0);
    for (std::size_t i = values.size(); i-- > 0;)
        values.push_back(-values[i]);
    return values;
}

double NumberFormat::next_up(double value) const {
    if (value < 0) {
        // Towards 0 the distance at a power of two is that of the binade below.
        const double gap = std::min(ulp(value), ulp(value * (1 - std::numeric_limits<double>::epsilon())));
        return value + gap;
    }
    return value >= largest ? infinity : value + ulp(value);
}

std::span<const NumberFormat> number_formats() {
    return formats;
}

const NumberFormat* find_number_format(std::string_view id) {
    const auto found =
        std::find_if(formats.begin(), formats.end(), [&](const auto& format) { return format.id == id; });
    return found == formats.end() ? nullptr : &*found;
}

} // namespace actlas::analysis
