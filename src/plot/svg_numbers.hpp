#pragma once

#include <string>
#include <string_view>

namespace actlas::plot {

/// A number with at most `decimals` (0 to 6) places and no superfluous digit: "0.5" is ".5", "-0.0001" is "0".
std::string short_number(double value, int decimals);

/// A list of numbers ("7,4", "100.25 3") divided by `scale` and shortened, separated by blanks.
std::string short_numbers(std::string_view text, double scale, int decimals);

/// Path data divided by `scale` and shortened: no superfluous blanks or repeated letters, no move at the end that draws
/// nothing.
/// "" for a path that draws nothing.
std::string short_path(std::string_view data, double scale, int decimals);

} // namespace actlas::plot
