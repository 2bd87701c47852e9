#include "formula/wide.hpp"

#include "base/infinity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actlas::formula {

namespace {

/// Where numbers end, so that sums of two exponents cannot overflow.
constexpr std::int64_t largest_exponent = std::int64_t{1} << 60;

/// Beyond these no double is left, so that an exponent may be cut off before it is handed to std::ldexp.
constexpr std::int64_t far = 2500;

int clipped(std::int64_t exponent) {
    if (exponent > far) return static_cast<int>(far);
    if (exponent < -far) return static_cast<int>(-far);
    return static_cast<int>(exponent);
}

} // namespace

Wide::Wide(double value, std::int64_t exponent) {
    if (value == 0 || !std::isfinite(value)) {
        fraction_ = value;
        return;
    }
    int shift = 0;
    fraction_ = std::frexp(value, &shift);
    exponent_ = exponent + shift;
    if (exponent_ > largest_exponent) *this = Wide(std::copysign(infinity, value));
    if (exponent_ < -largest_exponent) *this = Wide(std::copysign(0.0, value));
}

double Wide::rounded() const {
    return std::ldexp(fraction_, clipped(exponent_));
}

double Wide::rounded_away_from_zero() const {
    const double value = rounded();
    if (value == 0 && fraction_ != 0) return std::copysign(std::numeric_limits<double>::denorm_min(), fraction_);
    return value;
}

bool Wide::fits() const {
    return fraction_ == 0 || !std::isfinite(fraction_) || (exponent_ >= -1021 && exponent_ <= 1024);
}

bool Wide::is_nan() const {
    return std::isnan(fraction_);
}

Wide Wide::operator-() const {
    Wide result = *this;
    result.fraction_ = -fraction_;
    return result;
}

Wide operator+(const Wide& a, const Wide& b) {
    if (!std::isfinite(a.fraction_) || !std::isfinite(b.fraction_)) return Wide(a.fraction_ + b.fraction_);
    if (b.fraction_ == 0) return a.fraction_ == 0 ? Wide(a.fraction_ + b.fraction_) : a;
    if (a.fraction_ == 0) return b;
    if (a.exponent_ < b.exponent_) return b + a;
    return Wide(a.fraction_ + std::ldexp(b.fraction_, clipped(b.exponent_ - a.exponent_)), a.exponent_);
}

Wide operator*(const Wide& a, const Wide& b) {
    return Wide(a.fraction_ * b.fraction_, a.exponent_ + b.exponent_);
}

Wide operator/(const Wide& a, const Wide& b) {
    return Wide(a.fraction_ / b.fraction_, a.exponent_ - b.exponent_);
}

bool operator<(const Wide& a, const Wide& b) {
    if (a.is_nan() || b.is_nan()) return false;
    if (std::isinf(a.fraction_) || std::isinf(b.fraction_)) {
        return a.fraction_ < b.fraction_; // fractions of finite numbers are below infinity
    }
    return (a - b).fraction_ < 0;
}

bool operator<=(const Wide& a, const Wide& b) {
    return !a.is_nan() && !b.is_nan() && !(b < a);
}

namespace wide {

namespace {

constexpr double ln2_high = 0x1.62e42fefa39efp-1;
constexpr double ln2_low = 0x1.abc9e3b39803fp-56;

/// exp(x + tail) for a tail that is tiny beside 1.
Wide exp_compensated(double x, double tail) {
    if (!(std::fabs(x) < 0x1p30)) return Wide(std::exp(x)); // 0, infinity or NaN
    const double k = std::nearbyint(x / ln2_high);
    const double rest = std::fma(-k, ln2_high, x); // exact, by the cancellation
    const double correction = std::fma(-k, ln2_low, tail);
    const double sum = rest + correction;
    const double value = std::exp(sum);
    return Wide(std::fma(value, (rest - sum) + correction, value), static_cast<std::int64_t>(k));
}

} // namespace

Wide exp(const Wide& x) {
    const double argument = x.rounded();
    if (std::fabs(argument) < 700) return Wide(std::exp(argument));
    return exp_compensated(argument, 0);
}

Wide exp_of_product(const Wide& a, const Wide& b) {
    const Wide product = a * b;
    const double high = product.rounded();
    if (!std::isfinite(high) || !a.fits() || !b.fits()) return exp(product);
    return exp_compensated(high, std::fma(a.rounded(), b.rounded(), -high));
}

Wide exp_of_sum(const Wide& a, const Wide& b) {
    const Wide high = a + b;
    if (!std::isfinite(high.rounded())) return exp(high);
    const Wide shadow = high - a;
    return exp_compensated(high.rounded(), ((a - (high - shadow)) + (b - shadow)).rounded());
}

Wide sqrt(const Wide& x) {
    const std::int64_t odd = x.exponent() & 1;
    return Wide(std::sqrt(std::ldexp(x.fraction(), static_cast<int>(odd))), (x.exponent() - odd) / 2);
}

Wide log(const Wide& x) {
    if (x.fits()) return Wide(std::log(x.rounded()));
    return Wide(std::fma(static_cast<double>(x.exponent()), ln2_high, std::log(x.fraction())));
}

Wide pow(const Wide& base, const Wide& exponent) {
    const double p = exponent.rounded();
    if (base.is_nan() || exponent.is_nan()) return base + exponent;
    if (std::fabs(p) <= 1000 && base.fraction() != 0 && std::isfinite(base.fraction())) {
        const double scale = std::clamp(static_cast<double>(base.exponent()) * p, -0x1p61, 0x1p61);
        const double whole = std::floor(scale);
        return Wide(std::pow(base.fraction(), p) * std::exp2(scale - whole), static_cast<std::int64_t>(whole));
    }
    const double value = std::pow(base.rounded(), p);
    if (base.fits() && std::isnormal(value)) return Wide(value);
    return base > Wide(0) && std::isfinite(base.fraction()) ? exp(log(base) * exponent) : Wide(value);
}

} // namespace wide

} // namespace actlas::formula
