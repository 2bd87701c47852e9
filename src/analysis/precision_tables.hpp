#pragma once

#include "analysis/number_format.hpp"
#include "formula/primitive.hpp"

#include <bit>
#include <cstdint>

namespace actlas::analysis {

/// The bits of a float16 whose value is given as a float; of a bfloat16.
inline std::uint32_t float16_bits(float value) {
    constexpr float smallest_normal = 0x1p-14F;
    constexpr float subnormals_per_unit = 0x1p24F;
    constexpr std::uint32_t exponent_offset = (127U - 15U) << 23U;
    const std::uint32_t word = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t size = word & 0x7fffffffU;
    const std::uint32_t normal = (size - exponent_offset) >> 13U;
    const float subnormal = std::bit_cast<float>(size) * subnormals_per_unit;
    const std::uint32_t tiny =
        static_cast<std::uint32_t>(static_cast<std::int32_t>(subnormal < 1024.0F ? subnormal : 0.0F));
    const std::uint32_t finite = std::bit_cast<float>(size) < smallest_normal ? tiny : normal;
    const std::uint32_t special = 0x7c00U | ((size & 0x007fffffU) != 0 ? 0x0200U : 0U);
    return (word >> 16U & 0x8000U) | (size >= 0x7f800000U ? special : finite);
}
inline std::uint32_t bfloat16_bits(float value) {
    return std::bit_cast<std::uint32_t>(value) >> 16U;
}

/// The rounded values of a primitive of one argument at all 65,536 numbers of a format of 16 bits, in the order of
/// their bits. Made when first asked for and kept: the same for every formula. nullptr for other formats and
/// primitives.
const float* primitive_table(const NumberFormat& format, const formula::Primitive& primitive);

} // namespace actlas::analysis
