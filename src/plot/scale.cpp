#include "plot/scale.hpp"

#include <cmath>
#include <stdexcept>

namespace actlas::plot {

Scale::Scale(double data_low, double data_high, double px_low, double px_high)
    : data_low_(data_low), data_high_(data_high), px_low_(px_low),
      factor_((px_high - px_low) / (data_high - data_low)) {
    if (!(data_low < data_high) || !std::isfinite(factor_) || factor_ == 0) {
        throw std::invalid_argument("a scale needs a finite, non-empty range of data and of px");
    }
}

Panel::Panel(const Box& px, const Window& window)
    : box(px), x(window.x0, window.x1, px.left, px.right), y(window.y0, window.y1, px.bottom, px.top) {}

Window equal_scales(const Window& wanted, const Box& box, double left_share, double bottom_share) {
    const double unit = std::min(box.width() / (wanted.x1 - wanted.x0), box.height() / (wanted.y1 - wanted.y0));
    const double more_x = box.width() / unit - (wanted.x1 - wanted.x0);
    const double more_y = box.height() / unit - (wanted.y1 - wanted.y0);
    return {wanted.x0 - more_x * left_share, wanted.x1 + more_x * (1 - left_share), wanted.y0 - more_y * bottom_share,
            wanted.y1 + more_y * (1 - bottom_share)};
}

} // namespace actlas::plot
