#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>

/// Reading the tables of exact values that the scripts of this folder make.
namespace oracle {

/// An exact value: the double nearest to it, and how far it lies above that double in hundredths of an ulp.
struct Exact {
    double nearest = 0;
    double above = 0;
};

/// The distance of neighbouring doubles at a value; that of the subnormal numbers at 0.
inline double ulp(double value) {
    if (!std::isfinite(value)) return std::numeric_limits<double>::quiet_NaN();
    int exponent = 0;
    std::frexp(value, &exponent);
    return std::ldexp(1.0, value == 0 || exponent < -1021 ? -1074 : exponent - 53);
}

/// The error of a computed value in ulps of the exact one; infinite for a NaN and for a missed or wrong infinity.
inline double error_in_ulps(double computed, const Exact& exact) {
    if (computed == exact.nearest && !std::isfinite(computed)) return 0;
    if (!std::isfinite(computed) || !std::isfinite(exact.nearest)) return std::numeric_limits<double>::infinity();
    return std::fabs((computed - exact.nearest) / ulp(exact.nearest) - exact.above / 100);
}

inline double from_bits(const std::string& hexadecimal) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(std::stoull(hexadecimal, nullptr, 16)));
}

inline std::ifstream open(std::string_view name) {
    std::ifstream file(std::string(ACTLAS_SOURCE_DIR "/tests/oracle/").append(name));
    if (!file) throw std::runtime_error("cannot read tests/oracle/" + std::string(name));
    return file;
}

} // namespace oracle
