#include "report/shape.hpp"

#include "base/number.hpp"

#include <fmt/format.h>

#include <cmath>

namespace actlas::report {
namespace {

std::string end(double value, int digits) {
    if (std::isinf(value)) return value < 0 ? "−∞" : "+∞";
    return significant_for_people(value, digits);
}

} // namespace

std::string interval_of(const analysis::Bound& low, const analysis::Bound& high, int digits) {
    return fmt::format("{}{}, {}{}", low.attained.value_or(false) ? '[' : '(', end(low.value, digits),
                       end(high.value, digits), high.attained.value_or(false) ? ']' : ')');
}

std::string output_range(const analysis::Study& study) {
    return interval_of(study.properties.infimum, study.properties.supremum, 4);
}

} // namespace actlas::report
