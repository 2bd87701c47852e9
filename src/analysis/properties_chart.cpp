#include "analysis/properties_chart.hpp"

#include "interval/branch.hpp"
#include "interval/rounding.hpp"

#include <algorithm>
#include <cmath>

namespace actlas::analysis {

int sign_of(const Box& value) {
    if (value.positive()) return 1;
    if (value.negative()) return -1;
    return value.zero() ? 0 : unknown_sign;
}

int opposite(int sign) {
    return sign == unknown_sign ? sign : -sign;
}

int product_of_signs(int a, int b) {
    if (a == 0 || b == 0) return 0;
    return a == unknown_sign || b == unknown_sign ? unknown_sign : a * b;
}

bool SignChart::known() const {
    return gaps() == 0;
}

std::size_t SignChart::gaps() const {
    const auto open = std::count_if(spots.begin(), spots.end(), [](const Spot& spot) { return !spot.zero; });
    return static_cast<std::size_t>(open + std::count(signs.begin(), signs.end(), unknown_sign));
}

int SignChart::at(double x) const {
    const auto first =
        std::partition_point(spots.begin(), spots.end(), [&](const Spot& spot) { return spot.place.high() < x; });
    const auto gap = static_cast<std::size_t>(first - spots.begin());
    if (gap < spots.size() && spots[gap].place.contains(x)) return unknown_sign;
    return signs[gap];
}

double SignChart::left_of_gap(std::size_t gap) const {
    return gap == 0 ? low : spots[gap - 1].place.high();
}

double SignChart::right_of_gap(std::size_t gap) const {
    return gap == spots.size() ? high : spots[gap].place.low();
}

double between(double low, double high) {
    if (low < 0 && high > 0) return 0;
    if (low < -1 && high > -1) return -1;
    if (low < 1 && high > 1) return 1;
    const Box box(std::max(low, -farthest), std::min(high, farthest));
    if (!box.empty() && !box.point()) return interval::branch::cut(box).value_or(low);
    // beyond single precision
    return std::isinf(high) ? 2 * low : std::isinf(low) ? 2 * high : low;
}

SignChart constant_chart(double low, double high, int sign) {
    return {.low = low, .high = high, .spots = {}, .signs = {sign}, .symbolic = true};
}

SignChart opposite(SignChart chart) {
    for (int& sign : chart.signs)
        sign = opposite(sign);
    return chart;
}

SignChart product(const SignChart& a, const SignChart& b) {
    using Spot = SignChart::Spot;
    const auto whole = [](const SignChart& chart) { return chart.spots.empty(); };
    if (whole(a) && a.signs[0] == 0) return a;
    if (whole(b) && b.signs[0] == 0) return b;
    std::vector<Spot> spots = a.spots;
    spots.insert(spots.end(), b.spots.begin(), b.spots.end());
    std::sort(spots.begin(), spots.end(), [](const Spot& s, const Spot& t) { return s.place.low() < t.place.low(); });
    SignChart result{.low = a.low,
                     .high = a.high,
                     .spots = {},
                     .signs = {},
                     .symbolic = a.symbolic && b.symbolic,
                     .endless = a.endless || b.endless};
    for (const Spot& spot : spots) {
        if (!result.spots.empty() && spot.place.low() <= result.spots.back().place.high()) {
            Spot& last = result.spots.back();
            last.zero = last.zero && spot.zero && last.place == spot.place && spot.place.point();
            last.place = interval::hull(last.place, spot.place);
        } else {
            result.spots.push_back(spot);
        }
    }
    for (std::size_t gap = 0; gap <= result.spots.size(); ++gap) {
        const double x = between(result.left_of_gap(gap), result.right_of_gap(gap));
        result.signs.push_back(product_of_signs(a.at(x), b.at(x)));
    }
    return result;
}

} // namespace actlas::analysis
