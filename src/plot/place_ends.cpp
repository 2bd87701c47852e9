#include "plot/place.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace actlas::plot {
namespace {

/// Isotonic regression by pooling adjacent violators: the nondecreasing sequence with the least sum of squared
/// differences.
std::vector<double> nondecreasing(const std::vector<double>& wished) {
    struct Pool {
        double sum;
        std::size_t count;
        double mean() const { return sum / static_cast<double>(count); }
    };
    std::vector<Pool> pools;
    for (const double value : wished) {
        pools.push_back({value, 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back().sum += last.sum;
            pools.back().count += last.count;
        }
    }
    std::vector<double> result;
    for (const Pool& pool : pools)
        result.insert(result.end(), pool.count, pool.mean());
    return result;
}

} // namespace

void place_end_labels(Scene& scene, const std::vector<EndLabel>& labels, const EndLabelOptions& options) {
    if (labels.empty()) return;
    std::vector<std::size_t> order(labels.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return labels[a].end.y < labels[b].end.y; });

    // With the least distances taken off, "far enough apart" becomes "in order".
    std::vector<double> offsets, wished;
    double offset = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0) {
            const double heights = labels[order[i - 1]].text->ink().height() + labels[order[i]].text->ink().height();
            offset += std::max(options.spread, heights / 2 + options.clearance);
        }
        offsets.push_back(offset);
        wished.push_back(labels[order[i]].end.y - offset);
    }
    const double least = options.page_margin + labels[order.front()].text->ink().height() / 2;
    const double most = scene.height - options.page_margin - labels[order.back()].text->ink().height() / 2 - offset;
    const auto placed = nondecreasing(wished);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const EndLabel& label = labels[order[i]];
        const double centre = std::max(std::min(placed[i], most), least) + offsets[i];
        const Box ink = label.text->ink();
        TextMark mark;
        mark.text = label.text;
        mark.origin = {options.left.value_or(label.end.x + options.gap) - ink.left,
                       centre - (ink.top + ink.bottom) / 2};
        mark.colour = label.colour;
        scene.marks.push_back({Role::label, std::move(mark), label.name});
    }
}

} // namespace actlas::plot
