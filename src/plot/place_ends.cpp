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

/// The labels from the top down.
std::vector<std::size_t> from_top(const std::vector<EndLabel>& labels) {
    std::vector<std::size_t> order(labels.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return labels[a].end.y < labels[b].end.y; });
    return order;
}

/// Between the centres of two labels one under the other.
double least_distance(const EndLabel& upper, const EndLabel& lower, const EndLabelOptions& options) {
    return (upper.text->ink().height() + lower.text->ink().height()) / 2 + options.clearance;
}

bool on_hatch(const Scene& scene, const Box& box) {
    return std::any_of(scene.marks.begin(), scene.marks.end(), [&](const Mark& mark) {
        const auto* hatch = std::get_if<HatchMark>(&mark.shape);
        return hatch != nullptr && hatch->area.overlaps(box);
    });
}

} // namespace

double end_labels_height(const std::vector<EndLabel>& labels, const EndLabelOptions& options) {
    double height = 0;
    for (const EndLabel& label : labels)
        height += label.text->ink().height() + options.clearance;
    return labels.empty() ? 0 : height - options.clearance;
}

void place_end_labels(Scene& scene, const std::vector<EndLabel>& labels, const EndLabelOptions& options) {
    if (labels.empty()) return;
    const auto order = from_top(labels);
    const double top = options.top.value_or(options.page_margin) + labels[order.front()].text->ink().height() / 2;
    const double bottom =
        options.bottom.value_or(scene.height - options.page_margin) - labels[order.back()].text->ink().height() / 2;

    // With the least distances taken off, "far enough apart" becomes "in order".
    std::vector<double> least{0}, wide{0};
    for (std::size_t i = 1; i < order.size(); ++i) {
        const double distance = least_distance(labels[order[i - 1]], labels[order[i]], options);
        least.push_back(least.back() + distance);
        wide.push_back(wide.back() + std::max(options.spread, distance));
    }
    const auto& offsets = wide.back() <= bottom - top ? wide : least;
    std::vector<double> wished;
    for (std::size_t i = 0; i < order.size(); ++i)
        wished.push_back(labels[order[i]].end.y - offsets[i]);
    const auto placed = nondecreasing(wished);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const EndLabel& label = labels[order[i]];
        const double centre = std::max(std::min(placed[i], bottom - offsets.back()), top) + offsets[i];
        const Box ink = label.text->ink();
        TextMark mark;
        mark.text = label.text;
        mark.origin = {options.left.value_or(label.end.x + options.gap) - ink.left,
                       centre - (ink.top + ink.bottom) / 2};
        mark.colour = label.colour;
        if (on_hatch(scene, ink.moved(mark.origin.x, mark.origin.y))) mark.plate = scene.background;
        scene.marks.push_back({Role::label, std::move(mark), label.name});
    }
}

} // namespace actlas::plot
