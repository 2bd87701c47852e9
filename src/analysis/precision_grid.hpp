#pragma once

#include "analysis/number_format.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace actlas::analysis {

/// Some or all values of a format, by size.
struct Grid {
    std::span<const double> x; ///< among them -0, 0 and the two ends; as many negative as positive
    bool complete = false;     ///< x holds all values
    std::vector<double> own;   ///< what x refers to where that is not a list kept for good
};

/// All values of a format of at most 16 bits, or every stride-th from 0 outwards. Of float32, those of bfloat16.
Grid grid(const NumberFormat& format, std::size_t stride);

/// The value of the format next to `inside`, on the way to `outside`, at which `holds` does, by bisection: it holds at
/// `inside` and, as far as anybody knows, from there up to one place and no longer from there to `outside`.
template<class Predicate>
double last_held(const NumberFormat& format, double inside, double outside, const Predicate& holds) {
    while (true) {
        const double middle = format.rounded(inside + (outside - inside) / 2);
        if (middle == inside || middle == outside) return inside;
        (holds(middle) ? inside : outside) = middle;
    }
}

} // namespace actlas::analysis
