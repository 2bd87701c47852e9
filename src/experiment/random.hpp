#pragma once

#include <cstdint>

namespace actlas::experiment {

/// SplitMix64: G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014; constants
/// as in S. Vigna's public-domain splitmix64.c. The same numbers from the same seed on every machine, which the
/// distributions of the standard library do not promise.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }

    /// One of 2^53 evenly spaced numbers of [0, 1).
    double uniform() { return static_cast<double>(next() >> 11U) * 0x1p-53; }

    /// Of [low, high).
    double uniform(double low, double high) { return low + (high - low) * uniform(); }

    /// Of [0, bound), without the bias of a plain remainder. `bound` > 0.
    std::uint64_t below(std::uint64_t bound) {
        const std::uint64_t uneven = (0 - bound) % bound; // 2^64 mod bound
        while (true) {
            const std::uint64_t number = next();
            if (number >= uneven) return number % bound;
        }
    }

private:
    std::uint64_t state_;
};

} // namespace actlas::experiment
