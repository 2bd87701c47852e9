#pragma once

#include "plot/geometry.hpp"

namespace actlas::plot {

/// A linear map from data to px and back. px_low belongs to data_low; for y axes px_low is the larger number.
class Scale {
public:
    /// Throws std::invalid_argument unless all four are finite, data_low < data_high and px_low != px_high.
    Scale(double data_low, double data_high, double px_low, double px_high);

    double to_px(double data) const { return px_low_ + (data - data_low_) * factor_; }
    double to_data(double px) const { return data_low_ + (px - px_low_) / factor_; }
    /// px a unit of data; negative where px fall as data grow.
    double factor() const { return factor_; }
    double low() const { return data_low_; }
    double high() const { return data_high_; }
    bool contains(double data) const { return data >= data_low_ && data <= data_high_; }

private:
    double data_low_, data_high_, px_low_, factor_;
};

/// The part of the plane that a panel shows, in data units; x0 < x1 and y0 < y1.
struct Window {
    double x0 = 0, x1 = 1, y0 = 0, y1 = 1;
};

/// A rectangle of the page that shows a window: where everything of one coordinate system is drawn.
struct Panel {
    Box box; ///< px
    Scale x; ///< data_low at box.left
    Scale y; ///< data_low at box.bottom

    Panel(const Box& px, const Window& window);
    Point at(double data_x, double data_y) const { return {x.to_px(data_x), y.to_px(data_y)}; }
    Window window() const { return {x.low(), x.high(), y.low(), y.high()}; }
};

/// The smallest window that holds `wanted` and shows both axes at one scale in a box of this shape, so that slope 1
/// stands at 45 degrees. What x must gain goes to the left by `left_share` of it (0 to 1), what y must gain to the
/// bottom by `bottom_share`.
Window equal_scales(const Window& wanted, const Box& box, double left_share = 0.5, double bottom_share = 0.5);

} // namespace actlas::plot
