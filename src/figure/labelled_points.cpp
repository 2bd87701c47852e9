#include "figure/labelled_points.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace actlas::figure {

namespace {

/// Takes the point that a label explains out of the scene.
std::optional<plot::Mark> take_point(plot::Scene& scene, const plot::LabelRequest& request) {
    if (!request.target) return std::nullopt;
    const auto found = std::find_if(scene.marks.rbegin(), scene.marks.rend(), [&](const plot::Mark& mark) {
        const auto* point = std::get_if<plot::PointMark>(&mark.shape);
        return point != nullptr && point->centre.x == request.target->x && point->centre.y == request.target->y;
    });
    if (found == scene.marks.rend()) return std::nullopt;
    plot::Mark point = std::move(*found);
    scene.marks.erase(std::next(found).base());
    return point;
}

bool near_a_label(const plot::Scene& scene, const plot::Mark& point, double clearance) {
    const plot::Box box = plot::bounds(point).grown(clearance);
    return std::any_of(scene.marks.begin(), scene.marks.end(), [&](const plot::Mark& mark) {
        return (mark.role == plot::Role::label || mark.role == plot::Role::leader) && box.overlaps(plot::bounds(mark));
    });
}

} // namespace

void place_labelled_points(plot::Scene& scene, std::vector<plot::LabelRequest> requests, std::size_t most,
                           const plot::PlaceOptions& options) {
    std::stable_sort(requests.begin(), requests.end(),
                     [](const auto& a, const auto& b) { return a.priority < b.priority; });
    std::vector<std::optional<plot::Mark>> points;
    for (const auto& request : requests)
        points.push_back(take_point(scene, request));
    // Labels must know of all points that will be there: those of the first ones are put back beforehand.
    const std::size_t first = std::min(most, requests.size());
    for (std::size_t i = 0; i < first; ++i)
        if (points[i]) scene.marks.push_back(*points[i]);

    std::size_t placed = 0;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        const bool later = i >= first;
        if (placed == most || (later && points[i] && near_a_label(scene, *points[i], options.clearance))) {
            scene.dropped.push_back(requests[i].name);
            continue;
        }
        if (later && points[i]) scene.marks.push_back(*points[i]);
        const std::size_t before = scene.dropped.size();
        plot::place_labels(scene, {requests[i]}, options);
        if (scene.dropped.size() == before)
            ++placed;
        else if (points[i])
            take_point(scene, requests[i]);
    }
}

} // namespace actlas::figure
