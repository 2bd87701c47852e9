#include "figure/extent.hpp"

#include "base/infinity.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace actlas::figure {

namespace {

using analysis::Asymptote;
using analysis::Study;

/// So many landmarks make a shape: of a wave a period or two.
constexpr std::size_t most_landmarks = 7;

/// Where the function and its slope are looked at: 0 and +-10^k in steps of an eighth of a decade.
const std::vector<double>& places() {
    static const std::vector<double> found = [] {
        constexpr int lowest = -64, highest = 64, steps = 8;
        std::vector<double> x{0};
        for (int k = lowest; k <= highest; ++k)
            for (const double sign : {-1.0, 1.0})
                x.push_back(sign * std::pow(10.0, static_cast<double>(k) / steps));
        std::sort(x.begin(), x.end());
        return x;
    }();
    return found;
}

/// Between two places of which `holds` is true at `inside` only.
template<typename Predicate>
double boundary(double inside, double outside, Predicate holds) {
    for (int i = 0; i < 60; ++i) {
        const double middle = inside + (outside - inside) / 2;
        (holds(middle) ? inside : outside) = middle;
    }
    return inside;
}

/// Nearer to 0 than the smallest place looked at is 0.
double at_origin(double x) {
    return std::abs(x) < 1e-8 ? 0 : x;
}

/// The least and the greatest place where `holds`, refined; nothing where it holds nowhere. Infinite where it holds at
/// the last place looked at.
template<typename Predicate>
std::optional<double> first_place(Predicate holds) {
    const auto& x = places();
    for (std::size_t i = 0; i < x.size(); ++i)
        if (holds(x[i])) return i == 0 ? -infinity : boundary(x[i], x[i - 1], holds);
    return std::nullopt;
}
template<typename Predicate>
std::optional<double> last_place(Predicate holds) {
    const auto& x = places();
    for (std::size_t i = x.size(); i-- > 0;)
        if (holds(x[i])) return i + 1 == x.size() ? infinity : boundary(x[i], x[i + 1], holds);
    return std::nullopt;
}

/// Where f leaves the line that it approaches on one side, if it approaches any.
std::optional<double> bend(const Study& study, int side) {
    const Asymptote& line = side < 0 ? study.properties.left : study.properties.right;
    if (line.kind == Asymptote::Kind::none) return std::nullopt;
    // Beside a pole or an upright tangent no share of the whole change means anything.
    if (std::isinf(study.properties.slope_infimum.value) || std::isinf(study.properties.slope_supremum.value))
        return std::nullopt;
    double change = 0;
    for (const double x : places()) {
        const double difference = std::abs(study.slope(x) - line.slope);
        if (std::isfinite(difference) && std::isfinite(study.f(x))) change = std::max(change, difference);
    }
    // What is left of rounding in the slope of a straight line is no bend.
    if (!(change > 1e-9 * std::max(std::abs(line.slope), 1e-300))) return std::nullopt;
    constexpr double settled = 0.05;
    const auto differs = [&](double x) {
        const double difference = std::abs(study.slope(x) - line.slope);
        return std::isfinite(difference) && difference > settled * change;
    };
    const auto found = side < 0 ? first_place(differs) : last_place(differs);
    if (!found || !std::isfinite(*found)) return std::nullopt;
    return at_origin(*found);
}

std::vector<double> landmarks(const Study& study) {
    std::vector<double> found;
    for (const auto& kink : study.properties.kinks)
        if (kink.order <= 1) found.push_back(kink.x);
    for (const auto& extremum : study.properties.extrema)
        found.push_back(extremum.x);
    for (const auto& extremum : study.properties.slope_extrema)
        found.push_back(extremum.x);
    std::sort(found.begin(), found.end(),
              [](double a, double b) { return std::abs(a) < std::abs(b) || (std::abs(a) == std::abs(b) && a < b); });
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace

double Extent::unit() const {
    const double farthest = std::max(std::abs(low), std::abs(high));
    const bool ordinary = farthest == 0 || (farthest >= 0.3 && farthest <= 10);
    return ordinary ? 1 : farthest / 3;
}

bool Extent::remote() const {
    const double width = high - low;
    const double distance = std::abs(low + high) / 2;
    return width > 1e-6 * distance && width < 0.1 * distance;
}

Extent extent(const Study& study) {
    Extent result{0, 0, -infinity, infinity};
    std::vector<double> found = landmarks(study);
    if (found.size() > most_landmarks) {
        found.resize(most_landmarks); // a wave that dies away bends everywhere
    } else {
        for (const int side : {-1, 1})
            if (const auto place = bend(study, side)) found.push_back(*place);
    }
    if (study.properties.undefined) {
        const auto defined = [&](double x) { return std::isfinite(study.f(x)); };
        result.domain_low = first_place(defined).value_or(-infinity);
        result.domain_high = last_place(defined).value_or(infinity);
        result.domain_low = at_origin(result.domain_low);
        result.domain_high = at_origin(result.domain_high);
        for (const double end :
             {result.domain_low, result.domain_high, study.properties.undefined->low, study.properties.undefined->high})
            if (std::isfinite(end)) found.push_back(end);
    }
    if (found.empty()) return result;
    const auto [least, greatest] = std::minmax_element(found.begin(), found.end());
    result.low = *least;
    result.high = *greatest;
    return result;
}

} // namespace actlas::figure
