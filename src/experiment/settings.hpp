#pragma once

#include <cstdint>
#include <vector>

namespace actlas::experiment {

/// The sizes and seeds of all experiments; the defaults are those of [experiments] in a config.
struct Settings {
    int seed = 1; ///< of all random numbers

    int samples = 300;       ///< that a network is trained on
    int held_out = 2000;     ///< that its accuracy is measured on
    int layers = 2;          ///< hidden ones, of the networks for the taiji figure; those for XOR have one
    int units = 16;          ///< in each hidden layer
    int epochs = 40;         ///< of training
    int region_epochs = 160; ///< ... where decision regions are to be shown
    int batch = 20;
    double rate = 0.03; ///< of learning, at the beginning
    int networks = 3;   ///< that a mean is taken over

    std::vector<double> dead_rates{0.01, 0.1, 0.3}; ///< of learning, where dead units are counted
    double dead_slope = 0.001; ///< a unit is dead while its slope is no larger in size at any training sample

    int width = 200; ///< of the networks whose signals and gradients are measured
    int depth = 50;  ///< ... and how many layers they have

    bool operator==(const Settings&) const = default;
};

/// What a random number is for: streams for different purposes do not meet.
enum class Purpose : std::uint64_t { samples = 1, held_out, weights, order, signals };

/// The seed for a purpose, and for the index-th network.
std::uint64_t seed_for(const Settings& settings, Purpose purpose, std::uint64_t index = 0);

} // namespace actlas::experiment
