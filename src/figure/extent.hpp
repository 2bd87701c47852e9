#pragma once

#include "analysis/study.hpp"

namespace actlas::figure {

/// Where on the x axis the shape of a function happens.
struct Extent {
    double low = 0; ///< hull of the kinks, jumps, extrema, steepest points and bends nearest the origin
    double high = 0;
    double domain_low = 0; ///< hull of where f has a value; may be infinite
    double domain_high = 0;

    /// The unit of length that suits the shape: 1 for functions made for numbers of ordinary size, else a third of the
    /// way to the farthest point of the shape.
    double unit() const;

    /// The shape lies so far from the origin for its width that a picture with both would show neither.
    bool remote() const;
};

/// From the landmarks of the study, and, where f approaches a line, from where its slope is still a twentieth of its
/// whole change away from the line's.
Extent extent(const analysis::Study& study);

} // namespace actlas::figure
