#include "analysis/precision_enclosure.hpp"

#include <cmath>
#include <limits>
#include <vector>

namespace actlas::analysis {

namespace {

constexpr int most_boxes = 300;

/// Between ends of one sign that lie far apart, the geometric mean.
double between(double low, double high) {
    if (low > 0 && high > 4 * low) return std::sqrt(low) * std::sqrt(high);
    if (high < 0 && low < 4 * high) return -std::sqrt(-low) * std::sqrt(-high);
    return low + (high - low) / 2;
}

} // namespace

double rounded_throughout(const formula::EnclosureEvaluator& f, const Rounding<double>& round, double low,
                          double high) {
    const interval::Interval values = f(interval::Interval(low, high));
    if (!values.defined() || values.empty()) return std::numeric_limits<double>::quiet_NaN();
    const double least = round(values.low());
    return least == round(values.high()) ? least : std::numeric_limits<double>::quiet_NaN();
}

bool proved_to_round_to(const formula::EnclosureEvaluator& f, const Rounding<double>& round, double value, double low,
                        double high) {
    struct Box {
        double low;
        double high;
    };
    std::vector<Box> open{{low, high}};
    for (int boxes = 0; boxes < most_boxes; ++boxes) {
        if (open.empty()) return true;
        const Box box = open.back();
        open.pop_back();
        if (rounded_throughout(f, round, box.low, box.high) == value) continue;
        const double middle = between(box.low, box.high);
        if (!(middle > box.low && middle < box.high)) return false;
        open.push_back({box.low, middle});
        open.push_back({middle, box.high});
    }
    return false;
}

} // namespace actlas::analysis
