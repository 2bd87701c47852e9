#include "figure/rounded_rectangle.hpp"

namespace actlas::figure {

plot::Path rounded_rectangle(const plot::Box& box, double radius) {
    constexpr double handle = 0.4477; // 1 - 4/3 tan(pi/8): a quarter of a circle
    const double h = radius * handle;
    plot::Path path;
    path.move_to({box.left + radius, box.top});
    path.line_to({box.right - radius, box.top});
    path.cubic_to({box.right - h, box.top}, {box.right, box.top + h}, {box.right, box.top + radius});
    path.line_to({box.right, box.bottom - radius});
    path.cubic_to({box.right, box.bottom - h}, {box.right - h, box.bottom}, {box.right - radius, box.bottom});
    path.line_to({box.left + radius, box.bottom});
    path.cubic_to({box.left + h, box.bottom}, {box.left, box.bottom - h}, {box.left, box.bottom - radius});
    path.line_to({box.left, box.top + radius});
    path.cubic_to({box.left, box.top + h}, {box.left + h, box.top}, {box.left + radius, box.top});
    path.close();
    return path;
}

} // namespace actlas::figure
