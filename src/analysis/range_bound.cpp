#include "analysis/range_bound.hpp"

#include "base/infinity.hpp"
#include "formula/breakpoints.hpp"
#include "formula/derivative.hpp"
#include "formula/enclosure.hpp"

#include <algorithm>
#include <vector>

namespace actlas::analysis {

double proved_bound(const formula::Expr& g, double low, double high, const interval::Effort& effort) {
    const formula::EnclosureEvaluator value(g);
    const formula::EnclosureEvaluator slope(formula::derivative(g));
    const std::vector<double> splits = formula::break_points(g, low, high);
    const auto pieces = interval::pieces(
        {low, high}, splits, [&](const interval::Interval& box) { return value(box); },
        [&](const interval::Interval& box) { return slope(box); });
    const interval::Extremum bottom = interval::infimum(pieces, effort);
    const interval::Extremum top = interval::supremum(pieces, effort);
    if (bottom.value.empty() || top.value.empty()) return infinity;
    return std::max(-bottom.value.low(), top.value.high());
}

} // namespace actlas::analysis
