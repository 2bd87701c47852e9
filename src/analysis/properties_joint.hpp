#pragma once

#include "analysis/evidence.hpp"
#include "analysis/properties_stretch.hpp"

#include <optional>

namespace actlas::analysis {

/// Where one stretch ends and the next begins.
struct Joint {
    double x = 0;
    Box place;                     ///< encloses the exact point
    bool exact = true;             ///< the place is known as a double or as a formula
    double value = 0;              ///< of f at the point itself; NaN where it has none
    bool gap = false;              ///< f has no value on all of `place`, an interval
    bool smooth = false;           ///< no derivative jumps
    std::optional<int> order = {}; ///< the derivative (0: f itself) that first jumps, or grows beyond all bounds
    Tendency left = {};            ///< of that derivative
    Tendency right = {};
    Evidence evidence = Evidence::undecided; ///< of `smooth` and `order`
    int equal = -1;                          ///< derivatives up to this order are continuous

    bool continuous() const { return equal >= 0; }
    bool jumps() const { return order == 0; }
};

/// How two neighbouring stretches, with no gap between them, join; `value` is f's own at the point between.
/// `continuous`: it is known that f does not jump there.
Joint join(const Stretch& left, const Stretch& right, double value, bool continuous);

} // namespace actlas::analysis
