#pragma once

#include <string>

namespace actlas::report {

/// The smallest number with so many decimals that is not below `value` (finite).
double rounded_up(double value, int decimals);

/// The largest number with so many decimals that is not above `value` (finite).
double rounded_down(double value, int decimals);

/// A bound that a value does not exceed, for people: `value` > 0 rounded up to so many significant digits, as
/// significant_for_people() writes it.
std::string upper_bound_for_people(double value, int digits);

/// A whole number for people, digits in groups of three with a narrow space (U+202F) between, a true minus sign.
std::string grouped_for_people(double value);

} // namespace actlas::report
