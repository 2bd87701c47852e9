#include "experiment/data.hpp"

#include "experiment/random.hpp"

#include <cmath>

namespace actlas::experiment {

std::vector<Sample> exclusive_or(std::size_t count, std::uint64_t seed) {
    constexpr double gap = 0.06;
    Random random(seed);
    std::vector<Sample> samples;
    while (samples.size() < count) {
        const double x = random.uniform(-1, 1);
        const double y = random.uniform(-1, 1);
        if (std::fabs(x) < gap || std::fabs(y) < gap) continue;
        samples.push_back({x, y, x * y > 0 ? 1 : 0});
    }
    return samples;
}

int yin_yang_label(double x, double y) {
    constexpr double dot = 0.18;
    const double to_upper = x * x + (y - 0.5) * (y - 0.5);
    const double to_lower = x * x + (y + 0.5) * (y + 0.5);
    if (to_upper < dot * dot) return 0;
    if (to_lower < dot * dot) return 1;
    if (to_upper < 0.25) return 1;
    if (to_lower < 0.25) return 0;
    return x > 0 ? 1 : 0;
}

std::vector<Sample> yin_yang(std::size_t count, std::uint64_t seed) {
    Random random(seed);
    std::vector<Sample> samples;
    while (samples.size() < count) {
        const double x = random.uniform(-1, 1);
        const double y = random.uniform(-1, 1);
        if (x * x + y * y < 1) samples.push_back({x, y, yin_yang_label(x, y)});
    }
    return samples;
}

} // namespace actlas::experiment
