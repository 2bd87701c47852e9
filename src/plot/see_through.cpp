#include "plot/see_through.hpp"

#include "plot/flatten.hpp"

#include <algorithm>
#include <vector>

namespace actlas::plot {
namespace {

bool is_plate(const Mark& mark, Colour page) {
    const auto* path = std::get_if<PathMark>(&mark.shape);
    return path != nullptr && mark.role == Role::background && mark.name.starts_with("plate ") && path->fill == page;
}

/// Lines drawn before a point end where its ring, or the inside of a hollow one, would hide them.
void clear_round_point(Scene& scene, std::size_t index, Colour page) {
    auto* point = std::get_if<PointMark>(&scene.marks[index].shape);
    if (point == nullptr || point->background != page) return;
    point->background.reset();
    const double radius = point->hollow ? point->radius : point->radius + point->ring;
    const Box around = Box{point->centre.x, point->centre.y, point->centre.x, point->centre.y}.grown(radius);
    for (std::size_t i = 0; i < index; ++i) {
        auto* path = std::get_if<PathMark>(&scene.marks[i].shape);
        if (path == nullptr || !path->stroke || path->fill || !around.overlaps(bounds(scene.marks[i]))) continue;
        path->path = outside(path->path, point->centre, radius);
    }
}

} // namespace

void see_through(Scene& scene, Colour page) {
    std::vector<Box> plates;
    for (const Mark& mark : scene.marks)
        if (is_plate(mark, page)) plates.push_back(bounds(mark));
    std::erase_if(scene.marks, [&](const Mark& mark) { return is_plate(mark, page); });
    for (Mark& mark : scene.marks) {
        if (auto* hatch = std::get_if<HatchMark>(&mark.shape)) {
            hatch->holes.insert(hatch->holes.end(), plates.begin(), plates.end());
        } else if (auto* path = std::get_if<PathMark>(&mark.shape); path != nullptr && mark.role == Role::grid) {
            for (const Box& plate : plates)
                if (plate.overlaps(bounds(mark))) path->path = outside(path->path, plate);
        }
    }
    for (std::size_t i = 0; i < scene.marks.size(); ++i)
        clear_round_point(scene, i, page);
}

} // namespace actlas::plot
