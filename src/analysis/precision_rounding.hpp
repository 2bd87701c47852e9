#pragma once

#include "analysis/number_format.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace actlas::analysis {

/// NumberFormat::rounded() with what it needs worked out beforehand, without branches, for loops over many numbers. T
/// is double, or float for formats of at most 11 bits of precision, whose numbers and their sums, products and
/// quotients rounded to float it rounds as if they had not been rounded before (S. Figueroa, "When is double rounding
/// innocuous?", 1995: 24 >= 2 * 11 + 2).
template<class T>
class Rounding {
    using Word = std::conditional_t<sizeof(T) == sizeof(std::uint64_t), std::uint64_t, std::uint32_t>;
    static constexpr int digits = std::numeric_limits<T>::digits;
    static constexpr int bias = std::numeric_limits<T>::max_exponent - 1;
    static constexpr Word sign_bit = Word{1} << (8 * sizeof(T) - 1);

public:
    explicit Rounding(const NumberFormat& format)
        : dropped_(static_cast<unsigned>(digits - format.precision)), almost_half_((Word{1} << (dropped_ - 1)) - 1),
          kept_(~((Word{1} << dropped_) - 1)), smallest_normal_(static_cast<T>(format.smallest_normal())),
          shift_(std::ldexp(T{1}, format.min_exponent - format.precision + digits)),
          largest_(static_cast<T>(format.largest)),
          overflow_(format.has_infinity ? std::numeric_limits<T>::infinity() : std::numeric_limits<T>::quiet_NaN()),
          least_exponent_(static_cast<Word>(format.min_exponent + bias)),
          per_ulp_of_1_(static_cast<Word>(2 * bias + format.precision - 1)) {}

    T operator()(T x) const {
        const Word word = std::bit_cast<Word>(x);
        const Word sign = word & sign_bit;
        const Word size = word ^ sign;
        // To even: half an ulp less one unit, and that unit too where the last bit kept is 1. A carry runs into the
        // exponent, as it should.
        const T normal = std::bit_cast<T>((size + almost_half_ + ((size >> dropped_) & 1U)) & kept_);
        // Neighbours in T at this sum are as far apart as the format's subnormal numbers.
        const T subnormal = (std::bit_cast<T>(size) + shift_) - shift_;
        const T result = std::bit_cast<T>(size) < smallest_normal_ ? subnormal : normal;
        const T in_range = result > largest_ ? overflow_ : result;
        return std::bit_cast<T>(std::bit_cast<Word>(in_range) | sign);
    }

    /// 1/NumberFormat::ulp(x).
    T per_ulp(T x) const {
        constexpr unsigned stored = digits - 1;
        const Word exponent = (std::bit_cast<Word>(x) & ~sign_bit) >> stored;
        const Word at_least = exponent < least_exponent_ ? least_exponent_ : exponent;
        return std::bit_cast<T>((per_ulp_of_1_ - at_least) << stored);
    }

private:
    unsigned dropped_;
    Word almost_half_;
    Word kept_;
    T smallest_normal_;
    T shift_;
    T largest_;
    T overflow_;
    Word least_exponent_; ///< of a normal number, with T's bias
    Word per_ulp_of_1_;
};

} // namespace actlas::analysis
