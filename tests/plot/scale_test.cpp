#include "plot/scale.hpp"
#include "support/catch.hpp"

#include <limits>
#include <stdexcept>

using namespace actlas::plot;

TEST_CASE("a scale maps data to px and back") {
    const Scale x(-2, 2, 100, 300);
    CHECK(x.to_px(-2) == 100);
    CHECK(x.to_px(0) == 200);
    CHECK(x.to_px(3) == 350);
    CHECK(x.to_data(250) == 1);
    CHECK(x.factor() == 50);
    const Scale y(0, 10, 400, 0); // upwards
    CHECK(y.to_px(10) == 0);
    CHECK(y.to_px(2.5) == 300);
    CHECK(y.to_data(300) == 2.5);
}

TEST_CASE("a scale of nothing is refused") {
    CHECK_THROWS_AS(Scale(1, 1, 0, 100), std::invalid_argument);
    CHECK_THROWS_AS(Scale(2, 1, 0, 100), std::invalid_argument);
    CHECK_THROWS_AS(Scale(0, 1, 50, 50), std::invalid_argument);
    CHECK_THROWS_AS(Scale(0, std::numeric_limits<double>::infinity(), 0, 100), std::invalid_argument);
    CHECK_THROWS_AS(Scale(std::numeric_limits<double>::quiet_NaN(), 1, 0, 100), std::invalid_argument);
}

TEST_CASE("equal scales show slope 1 at 45 degrees and keep what was asked for") {
    const Box box{50, 80, 650, 380}; // 600 x 300
    SECTION("x must gain") {
        const Window w = equal_scales({-1, 1, -1, 4}, box, 0.75);
        CHECK(w.y0 == -1);
        CHECK(w.y1 == 4);
        CHECK(w.x0 == Approx(-1 - 0.75 * 8)); // 5 units high, so 10 wide: 8 more
        CHECK(w.x1 == Approx(1 + 0.25 * 8));
    }
    SECTION("y must gain") {
        const Window w = equal_scales({-6, 6, 0, 2}, box, 0.5, 0.25);
        CHECK(w.x0 == -6);
        CHECK(w.x1 == 6);
        CHECK(w.y0 == Approx(-1)); // 12 wide, so 6 high: 4 more
        CHECK(w.y1 == Approx(5));
        const Panel panel(box, w);
        CHECK(panel.x.factor() == Approx(-panel.y.factor()));
    }
}
