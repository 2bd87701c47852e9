#include "report/representatives.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

namespace actlas::report {
namespace {

constexpr double reach = 4;
constexpr std::size_t points = 161;
constexpr std::size_t most = 6;
constexpr double discernible = 0.12; ///< about two lines' width of a figure

using Samples = std::array<double, points>;

Samples sampled(const analysis::Study& study) {
    Samples samples{};
    for (std::size_t i = 0; i < points; ++i) {
        const double y = study.f(-reach + 2 * reach * static_cast<double>(i) / (points - 1));
        samples[i] = std::isnan(y) ? 0 : std::clamp(y, -reach, reach);
    }
    return samples;
}

double distance(const Samples& a, const Samples& b) {
    double sum = 0;
    for (std::size_t i = 0; i < points; ++i)
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    return std::sqrt(sum / points);
}

} // namespace

std::vector<const analysis::Study*> representatives(const std::vector<const analysis::Study*>& family) {
    if (family.empty()) return {};
    std::vector<Samples> curves;
    curves.reserve(family.size());
    for (const auto* study : family)
        curves.push_back(sampled(*study));
    const auto known = std::find_if(family.begin(), family.end(),
                                    [](const auto* study) { return !study->activation.frameworks.empty(); });
    std::size_t next = known != family.end() ? static_cast<std::size_t>(known - family.begin()) : 0;
    std::vector<std::size_t> chosen;
    std::vector<double> nearest(family.size(), std::numeric_limits<double>::infinity());
    do {
        chosen.push_back(next);
        for (std::size_t i = 0; i < family.size(); ++i)
            nearest[i] = std::min(nearest[i], distance(curves[i], curves[next]));
        // Of several about as far away the first, which is the best known.
        const double farthest = *std::max_element(nearest.begin(), nearest.end());
        next = static_cast<std::size_t>(
            std::find_if(nearest.begin(), nearest.end(), [&](double d) { return d >= 0.9 * farthest; }) -
            nearest.begin());
    } while (chosen.size() < most && nearest[next] > discernible);
    std::sort(chosen.begin(), chosen.end());
    std::vector<const analysis::Study*> result;
    for (const std::size_t i : chosen)
        result.push_back(family[i]);
    return result;
}

} // namespace actlas::report
