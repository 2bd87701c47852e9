#pragma once

#include <string>

namespace actlas::plot {

/// How a tick is written: the shortest decimal (0, 0.25, 0.5), a true minus (U+2212); from 10^6 on and below 10^-4 as
/// "2 × 10⁶" or "10⁻⁷" with superscript digits. Independent of the locale.
std::string tick_text(double tick);

} // namespace actlas::plot
