#include "analysis/relatives_samples.hpp"

#include "base/infinity.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace actlas::analysis {
namespace {

/// What is cut off or bends far out only, such as ReLU6, differs there.
constexpr std::array<double, 4> far{-97.3, -23.7, 23.9, 101.7};
constexpr std::size_t near_probes = probe_count - far.size();

constexpr double agreement = 1e-10; ///< against the larger of 1 and the values

/// Whether the near probes, which have equal distances, lie on a straight line.
bool straight(const Probes& f) {
    for (std::size_t i = 2; i < near_probes; ++i)
        if (!agree(f[i] - f[i - 1], f[i - 1] - f[i - 2])) return false;
    return true;
}

/// |f - g| where both have a value, else 0.
double distance(double a, double b) {
    const double gap = std::fabs(a - b);
    return std::isnan(gap) ? 0 : gap;
}

} // namespace

Probes probe_places() {
    Probes places;
    for (std::size_t i = 0; i < near_probes; ++i)
        places[i] = -5.917 + 0.6131 * static_cast<double>(i);
    std::copy(far.begin(), far.end(), places.begin() + near_probes);
    return places;
}

Probes probed(const formula::Evaluator& f, double input) {
    Probes places = probe_places();
    for (double& place : places)
        place *= input;
    Probes values;
    f(places, values);
    return values;
}

bool agree(double a, double b) {
    if (a == b) return true;
    if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
    if (std::isinf(a) || std::isinf(b)) return false;
    return std::fabs(a - b) <= agreement * std::max({1.0, std::fabs(a), std::fabs(b)});
}

bool agree(const Probes& f, const Probes& g) {
    constexpr std::size_t enough = probe_count / 3;
    std::size_t compared = 0;
    for (std::size_t i = 0; i < f.size(); ++i) {
        if (!agree(f[i], g[i])) return false;
        if (std::isfinite(f[i])) ++compared;
    }
    return compared >= enough;
}

Sampled sampled(const catalogue::Activation& activation) {
    const std::vector<formula::Binding> bindings = activation.bindings();
    Sampled result{.id = activation.id,
                   .name = activation.name,
                   .bound = formula::bind(activation.expr, bindings),
                   .f = formula::Evaluator(activation.expr, bindings),
                   .scaled = {},
                   .grid = std::vector<double>(grid_count)};
    for (std::size_t i = 0; i < inputs.size(); ++i)
        result.scaled[i] = probed(result.f, inputs[i]);
    std::vector<double> places(grid_count);
    for (std::size_t i = 0; i < grid_count; ++i)
        places[i] = grid_place(i);
    result.f(places, result.grid);
    constexpr std::ptrdiff_t few = 4;
    const auto begin = result.grid.begin() + near_first;
    result.has_relatives =
        std::count_if(begin, begin + near_count, [](double value) { return !std::isfinite(value); }) <= few;
    result.straight = straight(result.scaled[0]);
    return result;
}

double grid_gap(const Sampled& f, const Sampled& g, double limit) {
    double largest = 0;
    // Strides first: what differs, differs soon.
    constexpr std::size_t stride = 8;
    for (std::size_t start = 0; start < stride; ++start)
        for (std::size_t i = near_first + start; i < near_first + near_count; i += stride) {
            largest = std::max(largest, distance(f.grid[i], g.grid[i]));
            if (largest > limit) return largest;
        }
    return largest;
}

Gap refined_gap(const Sampled& f, const Sampled& g) {
    const auto gap = [&](double x) { return distance(f.f(x), g.f(x)); };
    std::vector<double> values(near_count);
    for (std::size_t i = 0; i < near_count; ++i)
        values[i] = distance(f.grid[near_first + i], g.grid[near_first + i]);
    std::vector<std::size_t> peaks;
    for (std::size_t i = 0; i < near_count; ++i) {
        const bool left = i == 0 || values[i] >= values[i - 1];
        const bool right = i + 1 == near_count || values[i] > values[i + 1];
        if (left && right) peaks.push_back(i);
    }
    constexpr std::size_t most = 4;
    std::stable_sort(peaks.begin(), peaks.end(), [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
    peaks.resize(std::min(peaks.size(), most));
    Gap best;
    if (!peaks.empty()) best = {values[peaks[0]], grid_place(near_first + peaks[0])};
    constexpr double golden = 0.6180339887498949;
    constexpr int steps = 40; // from the grid's step to some 1e-10
    for (const std::size_t peak : peaks) {
        double low = grid_place(near_first + (peak == 0 ? 0 : peak - 1));
        double high = grid_place(near_first + std::min(peak + 1, near_count - 1));
        double a = high - golden * (high - low);
        double b = low + golden * (high - low);
        double at_a = gap(a);
        double at_b = gap(b);
        for (int i = 0; i < steps; ++i) {
            if (at_a > at_b) {
                high = b;
                b = a;
                at_b = at_a;
                at_a = gap(a = high - golden * (high - low));
            } else {
                low = a;
                a = b;
                at_a = at_b;
                at_b = gap(b = low + golden * (high - low));
            }
        }
        // The grid point itself stays where the search finds no more than rounding adds.
        for (const Gap& found : {Gap{at_a, a}, Gap{at_b, b}})
            if (found.value > best.value * (1 + 1e-12)) best = found;
    }
    return best;
}

double gaussian_distance(const Sampled& f, const Sampled& g) {
    constexpr double step = 2 * gaussian_reach / (grid_count - 1);
    double sum = 0;
    for (std::size_t i = 0; i < grid_count; ++i) {
        const double x = grid_place(i);
        const double gap = distance(f.grid[i], g.grid[i]);
        if (std::isfinite(gap)) sum += gap * gap * std::exp(-x * x / 2);
    }
    return std::sqrt(sum * step / std::sqrt(2 * std::numbers::pi));
}

} // namespace actlas::analysis
