#include "report/separation.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <utility>

namespace actlas::report {
namespace {

/// The most points that a cut across one direction gets right, either side being the positive one.
int best_cut(std::vector<std::pair<int, int>> projected, int positives) {
    std::sort(projected.begin(), projected.end());
    const int total = static_cast<int>(projected.size());
    int best = std::max(positives, total - positives);
    int positives_below = 0;
    for (std::size_t i = 0; i < projected.size(); ++i) {
        positives_below += projected[i].second;
        if (i + 1 < projected.size() && projected[i + 1].first == projected[i].first) continue; // no line between them
        const int below = static_cast<int>(i) + 1;
        const int right = (below - positives_below) + (positives - positives_below);
        best = std::max({best, right, total - right});
    }
    return best;
}

} // namespace

BestLine best_line(const std::vector<LabelledPoint>& points, int reach) {
    const int positives =
        static_cast<int>(std::count_if(points.begin(), points.end(), [](const auto& point) { return point.positive; }));
    BestLine best;
    std::vector<std::pair<int, int>> projected(points.size());
    for (int p = 0; p <= reach; ++p) {
        for (int q = -reach; q <= reach; ++q) {
            // (p, q) and (-p, -q) are one direction.
            if (std::gcd(p, q) != 1 || (p == 0 && q < 0)) continue;
            for (std::size_t i = 0; i < points.size(); ++i)
                projected[i] = {p * points[i].x + q * points[i].y, points[i].positive ? 1 : 0};
            best.right = std::max(best.right, best_cut(projected, positives));
            ++best.directions;
        }
    }
    return best;
}

bool is_yang(int x, int y, int radius) {
    // A head is the disc of radius r/2 round (0, ±r/2): x² + y² < r|y|.
    const bool in_head = x * x + y * y < radius * std::abs(y);
    if (in_head) return y > 0;
    return x < 0;
}

} // namespace actlas::report
