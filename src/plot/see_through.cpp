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
}

} // namespace actlas::plot
