#include "report/shape.hpp"

#include "base/number.hpp"
#include "formula/primitive.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>

namespace actlas::report {
namespace {

using analysis::Asymptote;
using analysis::Study;

constexpr double infinity = std::numeric_limits<double>::infinity();

/// A value that f comes near or takes.
struct Reach {
    double value = 0;
    bool taken = false;
};

/// Where f goes at one end; side is -1 or +1.
double limit(const Asymptote& asymptote, const Study& study, int side) {
    switch (asymptote.kind) {
    case Asymptote::Kind::horizontal:
        return asymptote.intercept;
    case Asymptote::Kind::oblique:
        return side * asymptote.slope > 0 ? infinity : -infinity;
    case Asymptote::Kind::none:
        break;
    }
    return study.f(side * 1e3) > 0 ? infinity : -infinity;
}

std::vector<Reach> reaches(const Study& study) {
    std::vector<Reach> all{{limit(study.left, study, -1), false}, {limit(study.right, study, +1), false}};
    for (const auto& extremum : study.extrema)
        all.push_back({extremum.value, true});
    for (const auto& interval : study.dead_intervals) {
        const double inside = std::isinf(interval.low)
                                  ? interval.high - 1
                                  : interval.low + std::min(1.0, (interval.high - interval.low) / 2);
        all.push_back({study.f(inside), true});
    }
    return all;
}

std::string end(double value) {
    if (std::isinf(value)) return value < 0 ? "−∞" : "+∞";
    return significant_for_people(value, 4);
}

} // namespace

LargestSlope largest_slope(const Study& study) {
    LargestSlope largest;
    const auto consider = [&largest](double slope, analysis::Evidence evidence) {
        if (std::abs(slope) > largest.value) largest = {std::abs(slope), evidence};
    };
    for (const auto& extremum : study.slope_extrema)
        consider(extremum.value, extremum.evidence);
    for (const auto& kink : study.kinks) {
        if (kink.order != 1) continue;
        consider(kink.left, kink.evidence);
        consider(kink.right, kink.evidence);
    }
    consider(study.left.slope, study.left.evidence);
    consider(study.right.slope, study.right.evidence);
    return largest;
}

std::string output_range(const Study& study) {
    const auto all = reaches(study);
    // Of equal values one that is taken decides the bracket.
    const auto low = *std::min_element(all.begin(), all.end(), [](const Reach& a, const Reach& b) {
        return a.value != b.value ? a.value < b.value : a.taken && !b.taken;
    });
    const auto high = *std::max_element(all.begin(), all.end(), [](const Reach& a, const Reach& b) {
        return a.value != b.value ? a.value < b.value : !a.taken && b.taken;
    });
    return fmt::format("{}{}, {}{}", low.taken ? '[' : '(', end(low.value), end(high.value), high.taken ? ']' : ')');
}

int transcendental_calls(const formula::Expr& formula) {
    static constexpr std::array<std::string_view, 9> cheap{"abs",  "clamp", "floor", "max", "min",
                                                           "relu", "sign",  "sqrt",  "step"};
    int calls = 0;
    if (formula.kind() == formula::Kind::call &&
        std::find(cheap.begin(), cheap.end(), formula.node().primitive->name) == cheap.end())
        ++calls;
    for (const auto& operand : formula.operands())
        calls += transcendental_calls(operand);
    return calls;
}

} // namespace actlas::report
