#include "plot/contour.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <limits>

using namespace actlas::plot;

namespace {

Field field_of(std::size_t side, double (*value)(double x, double y)) {
    Field field{side, side, {}};
    for (std::size_t row = 0; row < side; ++row)
        for (std::size_t column = 0; column < side; ++column)
            field.values.push_back(value(static_cast<double>(column) / static_cast<double>(side - 1),
                                         static_cast<double>(row) / static_cast<double>(side - 1)));
    return field;
}

/// Twice the enclosed area by the shoelace formula, signs as the outlines turn.
double area(const Path& path) {
    double twice = 0;
    Point start, at;
    for (const auto& segment : path.segments) {
        if (segment.verb == Path::Verb::move) {
            start = at = segment.to;
            continue;
        }
        const Point to = segment.verb == Path::Verb::close ? start : segment.to;
        twice += at.x * to.y - to.x * at.y;
        at = to;
    }
    return std::abs(twice) / 2;
}

const Box box{100, 50, 300, 250};

} // namespace

TEST_CASE("the outline of a disc holds its area and is not cut off by the frame") {
    const auto result = contour(
        field_of(81, [](double x, double y) { return 0.3 * 0.3 - (x - 0.5) * (x - 0.5) - (y - 0.5) * (y - 0.5); }), box,
        0.05);
    CHECK(area(result.area) == Approx(3.14159265 * 60 * 60).epsilon(0.005)); // 0.3 of 200 px
    for (const auto& segment : result.boundary.segments)
        CHECK(std::hypot(segment.to.x - 200, segment.to.y - 150) == Approx(60).margin(0.3));
}

TEST_CASE("a ring has a hole: outlines turn in opposite ways") {
    const auto result = contour(field_of(101,
                                         [](double x, double y) {
                                             const double r = std::hypot(x - 0.5, y - 0.5);
                                             return (r - 0.2) * (0.4 - r);
                                         }),
                                box, 0.05);
    CHECK(area(result.area) == Approx(3.14159265 * (80.0 * 80 - 40.0 * 40)).epsilon(0.01));
}

TEST_CASE("a half plane is closed along the frame, whose edges are no boundary") {
    const auto result = contour(field_of(21, [](double x, double) { return x - 0.25; }), box);
    CHECK(area(result.area) == Approx(150.0 * 200).epsilon(1e-6));
    REQUIRE(!result.boundary.segments.empty());
    for (const auto& segment : result.boundary.segments)
        CHECK(segment.to.x == Approx(150).margin(0.02));
}

TEST_CASE("fields of one sign give the whole box or nothing") {
    const auto all = contour(field_of(5, [](double, double) { return 1.0; }), box);
    CHECK(area(all.area) == Approx(200.0 * 200));
    CHECK(all.boundary.segments.empty());
    const auto none =
        contour(field_of(5, [](double, double) { return std::numeric_limits<double>::quiet_NaN(); }), box);
    CHECK(none.area.segments.empty());
}
