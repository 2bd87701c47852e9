#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

/// Small tasks in the plane, on which it can be seen what a network learns.
namespace actlas::experiment {

struct Sample {
    double x = 0;
    double y = 0;
    int label = 0; ///< 0 or 1
};

/// Points of the square [-1, 1]^2 off its axes; label 1 where x and y have the same sign. No straight line does better
/// than chance, up to the luck of the draw.
std::vector<Sample> exclusive_or(std::size_t count, std::uint64_t seed);

/// Points of the unit disc; label 1 in the yang of the taiji figure, its dot in the yin included. (As a task: L.
/// Kriener, J. Göltz and M. Petrovici, "The Yin-Yang dataset", 2022; there with a third class for the dots.)
std::vector<Sample> yin_yang(std::size_t count, std::uint64_t seed);

/// The true label of a point of the unit disc.
int yin_yang_label(double x, double y);

} // namespace actlas::experiment
