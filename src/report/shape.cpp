#include "report/shape.hpp"

#include "base/number.hpp"

#include <fmt/format.h>

#include <cmath>

namespace actlas::report {
namespace {

std::string end(double value) {
    if (std::isinf(value)) return value < 0 ? "−∞" : "+∞";
    return significant_for_people(value, 4);
}

} // namespace

std::string output_range(const analysis::Study& study) {
    const auto& low = study.properties.infimum;
    const auto& high = study.properties.supremum;
    return fmt::format("{}{}, {}{}", low.attained.value_or(false) ? '[' : '(', end(low.value), end(high.value),
                       high.attained.value_or(false) ? ']' : ')');
}

} // namespace actlas::report
