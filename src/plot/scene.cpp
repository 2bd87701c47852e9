#include "plot/scene.hpp"

#include "plot/flatten.hpp"

namespace actlas::plot {
namespace {

Box box_of(const PathMark& mark) {
    const auto lines = flatten(mark.path);
    std::optional<Box> box;
    for (const auto& line : lines) {
        for (const Point p : line) {
            const Box at{p.x, p.y, p.x, p.y};
            box = box ? box->united(at) : at;
        }
    }
    if (!box) return {};
    Box result = mark.stroke ? box->grown(mark.stroke->width / 2) : *box;
    if (mark.clip) {
        result.left = std::clamp(result.left, mark.clip->left, mark.clip->right);
        result.right = std::clamp(result.right, mark.clip->left, mark.clip->right);
        result.top = std::clamp(result.top, mark.clip->top, mark.clip->bottom);
        result.bottom = std::clamp(result.bottom, mark.clip->top, mark.clip->bottom);
    }
    return result;
}

Box box_of(const TextMark& mark) {
    return mark.text->ink().moved(mark.origin.x, mark.origin.y);
}

Box box_of(const PointMark& mark) {
    const double radius = mark.hollow ? mark.radius + mark.ring / 2 : mark.radius;
    return Box{mark.centre.x, mark.centre.y, mark.centre.x, mark.centre.y}.grown(radius);
}

Box box_of(const HatchMark& mark) {
    return mark.area;
}

} // namespace

Box bounds(const Mark& mark) {
    return std::visit([](const auto& shape) { return box_of(shape); }, mark.shape);
}

} // namespace actlas::plot
