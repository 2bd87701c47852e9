#pragma once

#include "interval/interval.hpp"
#include "oracle.hpp"

#include <span>

namespace actlas::test {

enum class Shape { increasing, decreasing, other };

/// A primitive of one argument with its exact value.
struct Primitive {
    const char* name;
    interval::Interval (*enclosure)(const interval::Interval&);
    Exact (*exact)(double); ///< undefined (NaN) outside the domain
    Shape shape;
};

std::span<const Primitive> primitives();

} // namespace actlas::test
