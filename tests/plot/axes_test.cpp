#include "fake_typeset.hpp"
#include "plot/axes.hpp"
#include "plot/layout.hpp"
#include "support/catch.hpp"

#include <algorithm>

using namespace actlas::plot;
using testing::fake;

namespace {

const NumberSetter number = [](std::string_view text) { return fake(std::string(text), 11.5); };

Scene drawn(const Window& window, const AxesOptions& options = {}) {
    Scene scene;
    draw_axes(scene, Panel({52, 86, 662, 402}, window), theme("light"), number, options);
    return scene;
}

const Mark* find(const Scene& scene, const std::string& name) {
    const auto found =
        std::find_if(scene.marks.begin(), scene.marks.end(), [&](const Mark& m) { return m.name == name; });
    return found == scene.marks.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("axis lines pass through the origin, numbers stand at the edges") {
    const Scene scene = drawn({-6, 4.6, -0.85, 4.6});
    const Panel panel({52, 86, 662, 402}, {-6, 4.6, -0.85, 4.6});
    const auto& x_axis = std::get<PathMark>(find(scene, "axis x")->shape).path;
    CHECK(x_axis.segments[0].to.y == panel.y.to_px(0));
    CHECK(x_axis.segments[0].to.x == 52);
    CHECK(x_axis.segments[1].to.x == 662);
    const auto& y_axis = std::get<PathMark>(find(scene, "axis y")->shape).path;
    CHECK(y_axis.segments[0].to.x == panel.x.to_px(0));

    const Mark* two = find(scene, "tick x 2");
    REQUIRE(two != nullptr);
    const Box ink = bounds(*two);
    CHECK(ink.top == Approx(402 + 7));
    CHECK((ink.left + ink.right) / 2 == Approx(panel.x.to_px(2)));
    const Mark* four = find(scene, "tick y 4");
    REQUIRE(four != nullptr);
    CHECK(bounds(*four).right == Approx(52 - 7));
    CHECK((bounds(*four).top + bounds(*four).bottom) / 2 == Approx(panel.y.to_px(4)));
    CHECK(find(scene, "tick x \u22126") != nullptr);
    CHECK(layout_faults(scene).empty());
}

TEST_CASE("axis lines keep to the left and bottom edge where the origin is out of range") {
    const Scene scene = drawn({2, 5, 10, 20});
    CHECK(std::get<PathMark>(find(scene, "axis x")->shape).path.segments[0].to.y == 402);
    CHECK(std::get<PathMark>(find(scene, "axis y")->shape).path.segments[0].to.x == 52);
}

TEST_CASE("ticks are centred on their axis and leave out the crossing") {
    const Scene scene = drawn({-2, 2, -1, 1});
    const Panel panel({52, 86, 662, 402}, {-2, 2, -1, 1});
    const auto& ticks = std::get<PathMark>(find(scene, "ticks x")->shape).path.segments;
    for (std::size_t i = 0; i < ticks.size(); i += 2) {
        CHECK(ticks[i].to.x == ticks[i + 1].to.x);
        CHECK(ticks[i + 1].to.y - ticks[i].to.y == Approx(4));
        CHECK((ticks[i].to.y + ticks[i + 1].to.y) / 2 == Approx(panel.y.to_px(0)));
        CHECK(std::abs(ticks[i].to.x - panel.x.to_px(0)) > 1);
    }
}

TEST_CASE("what is switched off is not drawn") {
    AxesOptions options;
    options.grid = options.lines = options.tick_marks = options.x_numbers = options.y_numbers = false;
    CHECK(drawn({-1, 1, -1, 1}, options).marks.empty());
    options.frame = true;
    CHECK(drawn({-1, 1, -1, 1}, options).marks.size() == 1);
}

TEST_CASE("given ticks are taken, and a dashed grid is dashed") {
    AxesOptions options;
    options.x_ticks = {-1, 0.5};
    options.dashed_grid = true;
    const Scene scene = drawn({-1, 1, -1, 1}, options);
    CHECK(find(scene, "tick x 0.5") != nullptr);
    CHECK(find(scene, "tick x 1") == nullptr);
    const auto& grid = std::get<PathMark>(find(scene, "grid x")->shape);
    CHECK(grid.path.segments.size() == 4);
    CHECK(grid.stroke->dash.size() == 2);
}

TEST_CASE("an icon's axes are two lines") {
    Scene scene;
    draw_plain_axes(scene, Panel({4, 4, 92, 60}, {-2.75, 2.75, -1.75, 1.75}), {Colour{}, 1, {}, Cap::butt});
    REQUIRE(scene.marks.size() == 1);
    CHECK(std::get<PathMark>(scene.marks[0].shape).path.segments.size() == 4);
}
