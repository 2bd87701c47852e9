#include "plot/flatten.hpp"
#include "plot/render.hpp"
#include "plot/see_through.hpp"
#include "support/catch.hpp"

#include <cmath>

using namespace actlas;
using namespace actlas::plot;

namespace {

Mark line(Role role, Point from, Point to) {
    Path path;
    path.move_to(from);
    path.line_to(to);
    return {role, PathMark{path, Stroke{}, {}, {}}, "line"};
}

Mark plate(const Box& box, Colour colour) {
    return {Role::background, PathMark{rectangle(box), {}, colour, {}}, "plate note"};
}

PointMark point(bool hollow) {
    PointMark mark;
    mark.centre = {50, 50};
    mark.background = Colour{255, 255, 255};
    mark.hollow = hollow;
    mark.ring = hollow ? 1.8 : 1.4;
    return mark;
}

} // namespace

TEST_CASE("without a page the grid is interrupted behind a label instead of hidden by a plate") {
    const Colour white{255, 255, 255}, grey{240, 240, 240};
    Scene scene;
    scene.marks.push_back(line(Role::grid, {0, 50}, {100, 50}));
    scene.marks.push_back(line(Role::axis, {0, 60}, {100, 60}));
    scene.marks.push_back({Role::hatch, HatchMark{{0, 0, 100, 100}, grey}, "dead"});
    scene.marks.push_back(plate({40, 45, 60, 70}, white));
    scene.marks.push_back(plate({80, 45, 90, 70}, grey)); // on a fill of that colour, which is drawn in any case
    see_through(scene, white);
    REQUIRE(scene.marks.size() == 4);
    const auto& segments = std::get<PathMark>(scene.marks[0].shape).path.segments;
    REQUIRE(segments.size() == 4); // 0 to 40, 60 to 100
    CHECK(segments[0].to.x == 0);
    CHECK(segments[1].to.x == Approx(40));
    CHECK(segments[2].to.x == Approx(60));
    CHECK(segments[3].to.x == 100);
    CHECK(std::get<PathMark>(scene.marks[1].shape).path.segments.size() == 2);
    const auto& hatch = std::get<HatchMark>(scene.marks[2].shape);
    REQUIRE(hatch.holes.size() == 1);
    CHECK(hatch.holes.front().left == 40);
    CHECK(std::get<PathMark>(scene.marks[3].shape).fill == grey);
}

TEST_CASE("without a page lines end before the ring of a point, and the ring is not drawn") {
    const Colour white{255, 255, 255}, grey{240, 240, 240};
    for (const bool hollow : {false, true}) {
        CAPTURE(hollow);
        Scene scene;
        scene.marks.push_back(line(Role::curve, {0, 50}, {100, 50}));
        scene.marks.push_back({Role::point, point(hollow), "p"});
        scene.marks.push_back(line(Role::curve, {0, 50}, {100, 50})); // drawn over the point
        see_through(scene, white);
        const auto& segments = std::get<PathMark>(scene.marks[0].shape).path.segments;
        REQUIRE(segments.size() == 4);
        const double radius = hollow ? 3.6 : 5;
        CHECK(segments[0].to.x == 0);
        CHECK(segments[1].to.x == Approx(50 - radius));
        CHECK(segments[2].to.x == Approx(50 + radius));
        CHECK(segments[3].to.x == 100);
        CHECK(std::get<PathMark>(scene.marks[2].shape).path.segments.size() == 2);
        CHECK_FALSE(std::get<PointMark>(scene.marks[1].shape).background);
        const std::string svg = render_svg(scene);
        CHECK(svg.find("#FFFFFF") == std::string::npos);
        CHECK(svg.find("#ffffff") == std::string::npos);
    }
    // A point on a fill of its own keeps its ring.
    Scene scene;
    PointMark on_fill = point(false);
    on_fill.background = grey;
    scene.marks = {line(Role::curve, {0, 50}, {100, 50}), {Role::point, on_fill, "p"}};
    see_through(scene, white);
    CHECK(std::get<PathMark>(scene.marks[0].shape).path.segments.size() == 2);
    CHECK(std::get<PointMark>(scene.marks[1].shape).background == grey);
}

TEST_CASE("a path outside a circle is cut where it enters and leaves, and stays itself elsewhere") {
    Path path;
    path.move_to({-20, 0});
    path.cubic_to({-15, 30}, {-12, 30}, {-10, 10}); // keeps off
    path.cubic_to({-5, 0}, {5, 0}, {10, 10});       // lowest at y = 2.5
    path.line_to({10, 20});
    const Path rest = outside(path, {0, 0}, 4);
    REQUIRE(rest.segments.size() > 4);
    CHECK(rest.segments[1].verb == Path::Verb::cubic);
    std::size_t parts = 0;
    double nearest = 1e9;
    for (const auto& polyline : flatten(rest)) {
        ++parts;
        for (const Point p : polyline)
            nearest = std::min(nearest, std::hypot(p.x, p.y));
    }
    CHECK(parts == 2);
    CHECK(nearest == Approx(4).margin(1e-9));
    // A line that ends inside, and one that is inside altogether.
    Path inside;
    inside.move_to({-10, 0});
    inside.line_to({0, 0});
    inside.line_to({1, 1});
    const Path short_rest = outside(inside, {0, 0}, 4);
    REQUIRE(short_rest.segments.size() == 2);
    CHECK(short_rest.segments[1].to.x == Approx(-4));
    // A closed square round the circle stays whole.
    CHECK(outside(rectangle({-9, -9, 9, 9}), {0, 0}, 4).segments.size() == 5);
}
