#include "plot/tick_text.hpp"

#include "base/number.hpp"

namespace actlas::plot {

std::string tick_text(double tick) {
    // Twelve digits are more than neighbouring ticks need and fewer than would show how a double misses its decimal.
    return significant_for_people(tick, 12);
}

} // namespace actlas::plot
