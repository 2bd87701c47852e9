// Every kind of fault on a page made for it, and the nearest page without the fault. Fake text of size 10 is 6 px wide
// a letter and 7.2 px high: "a" at {100, 100} covers x 100 to 106, y 92.8 to 100.

#include "fake_typeset.hpp"
#include "plot/distance.hpp"
#include "plot/layout.hpp"
#include "plot/place.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <numbers>

using namespace actlas::plot;
using testing::fake;

namespace {

Mark text(std::string words, Point origin, Role role = Role::label, const std::string& name = "") {
    TextMark mark;
    mark.text = fake(words, 10);
    mark.origin = origin;
    return {role, mark, name.empty() ? words : name};
}

Mark with_plate(Mark mark, double pad) {
    auto& shape = std::get<TextMark>(mark.shape);
    shape.plate = Colour{};
    shape.plate_pad = pad;
    return mark;
}

Mark line(Point from, Point to, Role role, double width = 2, std::string name = "line") {
    Path path;
    path.move_to(from);
    path.line_to(to);
    return {role, PathMark{path, Stroke{Colour{}, width, {}, Cap::butt}, {}, {}}, std::move(name)};
}

Mark point(Point centre, double radius = 3.6) {
    PointMark mark;
    mark.centre = centre;
    mark.radius = radius;
    return {Role::point, mark, "point"};
}

Mark hatch(const Box& box, std::vector<Box> holes = {}) {
    return {Role::hatch, HatchMark{box, Colour{}, 9, 0.8, std::move(holes)}, "dead"};
}

Mark plate(const Box& box, const std::string& of) {
    return {Role::background, PathMark{rectangle(box), {}, Colour{}, {}}, "plate " + of};
}

Mark leader(Point from, Point to, std::string name = "elsewhere") {
    return line(from, to, Role::leader, 0.9, std::move(name));
}

std::vector<std::string> faults(std::vector<Mark> marks, double clearance = 4) {
    Scene scene;
    scene.marks = std::move(marks);
    return layout_faults(scene, clearance);
}

bool faultless(std::vector<Mark> marks) {
    const auto found = faults(std::move(marks));
    for (const auto& fault : found)
        UNSCOPED_INFO(fault);
    return found.empty();
}

/// Just this fault, no other.
bool only(std::vector<Mark> marks, const std::string& words) {
    const auto found = faults(std::move(marks));
    for (const auto& fault : found)
        UNSCOPED_INFO(fault);
    return found.size() == 1 && found.front().find(words) != std::string::npos;
}

/// Out of the middle of the page, at an angle to the x axis.
Point at_angle(double degrees, double length) {
    const double radians = degrees * std::numbers::pi / 180;
    return {300 + length * std::cos(radians), 200 - length * std::sin(radians)};
}

} // namespace

TEST_CASE("label and label: 4 px from side to side, and none over another") {
    CHECK(only({text("a", {100, 100}), text("b", {109.9, 100})}, "\"b\", less than 4"));
    CHECK(faultless({text("a", {100, 100}), text("b", {110.1, 100})}));
    CHECK(only({text("a", {100, 100}), text("b", {103, 103})}, "0.00 px"));
    CHECK(only({text("a", {100, 100}), text("b", {100, 111})}, "\"b\"")); // 3.8 px below
    CHECK(faultless({text("a", {100, 100}), text("b", {100, 111.3})}));
    // A curve of the same name is no part of the label.
    CHECK(only({line({112, 10}, {112, 200}, Role::curve, 8, "a"), text("a", {100, 100})}, "curve"));
    // Titles count too.
    CHECK(only({text("a", {100, 100}, Role::title), text("b", {109, 100})}, "title \"a\""));
}

TEST_CASE("lines of one label may stand close, not on each other, and another label of that name is another label") {
    const auto line_of = [](Point at) { return text("a", at, Role::label, "note"); };
    CHECK(faultless({line_of({100, 100}), line_of({102, 108})})); // 0.8 px between the lines
    CHECK(only({line_of({100, 100}), line_of({102, 107})}, "0.00 px"));
    CHECK(only({line_of({100, 100}), line_of({108, 100})}, "2.00 px")); // side by side: two labels
    const Mark leads = leader({104, 130}, {104, 112}, "note");
    CHECK(only({line_of({100, 100}), leads, line_of({102, 110})}, "2.80 px"));
}

TEST_CASE("label and curve, axis, frame, asymptote, guide: 4 px to the edge of the stroke") {
    for (const Role role : {Role::curve, Role::axis, Role::asymptote, Role::guide, Role::tick, Role::inset}) {
        CAPTURE(role_name(role));
        // Text to 106; a line 2 px wide at 111.1 begins at 110.1.
        CHECK(only({text("a", {100, 100}), line({110.9, 10}, {110.9, 200}, role)}, "less than 4"));
        CHECK(faultless({text("a", {100, 100}), line({111.1, 10}, {111.1, 200}, role)}));
        CHECK(only({text("a", {100, 100}), line({103, 10}, {103, 200}, role)}, "0.00 px"));
    }
    CHECK(faultless({text("a", {100, 100}), line({103, 10}, {103, 200}, Role::grid)}));
    // A frame's outline, from the inside: its right edge at 110 begins at 109.5.
    const auto frame = [](double right) {
        return Mark{Role::axis, PathMark{rectangle({20, 20, right, 300}), Stroke{}, {}, {}}, "frame"};
    };
    CHECK(only({frame(110), text("a", {100, 100})}, "axis \"frame\""));
    CHECK(faultless({frame(110.6), text("a", {100, 100})}));
}

TEST_CASE("tick numbers may come as near as 2 px to lines and to each other") {
    const auto number = [](Point at) { return text("1", at, Role::tick_label); };
    CHECK(only({number({100, 100}), line({108.9, 10}, {108.9, 200}, Role::curve)}, "less than 2"));
    CHECK(faultless({number({100, 100}), line({109.1, 10}, {109.1, 200}, Role::curve)}));
    CHECK(only({number({100, 100}), number({107.9, 100})}, "less than 2"));
    CHECK(faultless({number({100, 100}), number({108.1, 100})}));
    CHECK(only({number({100, 100}), point({111.5, 96})}, "less than 2")); // 1.9 px
    CHECK(faultless({number({100, 100}), point({111.7, 96})}));
}

TEST_CASE("a clipped curve counts only where it shows") {
    Mark curve = line({103, 10}, {103, 200}, Role::curve);
    std::get<PathMark>(curve.shape).clip = Box{0, 0, 200, 87.7};
    CHECK(faultless({text("a", {100, 100}), curve}));
    std::get<PathMark>(curve.shape).clip = Box{0, 0, 200, 87.9};
    CHECK(only({text("a", {100, 100}), curve}, "curve"));
}

TEST_CASE("label and point: 4 px to its edge") {
    CHECK(only({text("a", {100, 100}), point({113.5, 96})}, "point"));
    CHECK(faultless({text("a", {100, 100}), point({113.7, 96})}));
    // Points drawn as squares too.
    const Mark square{Role::point, PathMark{rectangle({109, 93, 114, 98}), Stroke{}, Colour{}, {}}, "square"};
    CHECK(only({text("a", {100, 100}), square}, "square"));
}

TEST_CASE("a label on hatching needs a plate or a hole") {
    const Box area{50, 50, 150, 150}, around{96, 88, 110, 104}, not_all{101, 88, 110, 104};
    CHECK(only({hatch(area), text("a", {100, 100})}, "without a plate"));
    CHECK(faultless({hatch({50, 50, 99.9, 150}), text("a", {100, 100})})); // beside it
    CHECK(faultless({hatch(area), plate(around, "a"), text("a", {100, 100})}));
    CHECK(only({hatch(area), plate(not_all, "a"), text("a", {100, 100})}, "without a plate"));
    CHECK(only({plate(around, "a"), hatch(area), text("a", {100, 100})}, "without a plate")); // drawn over
    CHECK(faultless({hatch(area), with_plate(text("a", {100, 100}), 2)}));
    CHECK(faultless({hatch(area, {around}), text("a", {100, 100})}));
    CHECK(only({hatch(area, {not_all}), text("a", {100, 100})}, "without a plate"));
}

TEST_CASE("a plate covers no curve, axis, asymptote, point, leader or label that was drawn before") {
    const Mark label = with_plate(text("a", {100, 100}), 6); // to x = 112
    for (const Role role : {Role::curve, Role::axis, Role::asymptote, Role::leader}) {
        CAPTURE(role_name(role));
        CHECK(only({line({112.9, 10}, {112.9, 200}, role), label}, "the plate of"));
        CHECK(faultless({line({113.1, 10}, {113.1, 200}, role), label}));
        CHECK(faultless({label, line({112.9, 10}, {112.9, 200}, role)})); // drawn later, so not hidden
    }
    CHECK(only({point({115, 96}, 3.6), label}, "the plate of"));
    CHECK(faultless({point({115.7, 96}, 3.6), label}));
    CHECK(only({text("b", {111, 100}), label}, "the plate of"));
    CHECK(only({line({200, 10}, {200, 200}, Role::curve), plate({150, 80, 199.5, 90}, "x")}, "the plate of"));
    CHECK(faultless({line({200, 10}, {200, 200}, Role::curve), plate({150, 80, 198.9, 90}, "x")}));
}

TEST_CASE("a guide may pass behind a text on a plate") {
    const Mark guide = line({50, 96}, {150, 96}, Role::guide);
    CHECK(only({guide, text("a", {100, 100})}, "guide"));
    CHECK(faultless({guide, with_plate(text("a", {100, 100}), 2)}));
    CHECK(only({with_plate(text("a", {100, 100}), 2), guide}, "guide")); // in front of it
}

TEST_CASE("a leader keeps 4 px from others' labels, 1.5 px from its own") {
    CHECK(only({text("a", {100, 100}), leader({109.9, 90}, {109.9, 120})}, "leader"));
    CHECK(faultless({text("a", {100, 100}), leader({110.5, 90}, {110.5, 120})}));
    CHECK(only({text("a", {100, 100}), leader({90, 97}, {120, 97})}, "0.00 px"));
    CHECK(faultless({leader({103, 130}, {103, 102.5}, "a"), text("a", {100, 100})}));
    CHECK(only({leader({103, 130}, {103, 101.4}, "a"), text("a", {100, 100})}, "less than 1.5"));
    // Its own, but through the text.
    CHECK(only({leader({103, 130}, {103, 95}, "a"), text("a", {100, 100})}, "less than 1.5"));
    // A leader that comes after the text is not the text's own.
    CHECK(only({text("a", {100, 100}), leader({103, 130}, {103, 102.5}, "a")}, "less than 4"));
}

TEST_CASE("a leader keeps off points but the one that it begins at") {
    CHECK(only({point({104.9, 60}), leader({100, 50}, {100, 90})}, "point"));
    CHECK(faultless({point({105.1, 60}), leader({100, 50}, {100, 90})}));
    CHECK(only({point({100, 60}), leader({100, 50}, {100, 90})}, "0.00 px")); // straight through
    CHECK(faultless({point({100, 46}), leader({100, 50}, {100, 90})}));
    CHECK(only({point({101, 46}), leader({100, 50}, {100, 90})}, "point")); // 1 px aside: it points past it
    CHECK(only({point({100, 93}), leader({100, 50}, {100, 90})}, "point")); // the far end is no beginning
}

TEST_CASE("leaders neither cross nor come near each other") {
    CHECK(only({leader({100, 50}, {100, 90}), leader({90, 70}, {110, 70}, "other")}, "0.00 px"));
    CHECK(only({leader({100, 50}, {100, 90}), leader({104.8, 50}, {104.8, 90}, "other")}, "3.90 px"));
    CHECK(faultless({leader({100, 50}, {100, 90}), leader({105, 50}, {105, 90}, "other")}));
    CHECK(only({leader({100, 50}, {100, 90}), leader({103, 93}, {140, 93}, "other")}, "leader")); // near an end
}

TEST_CASE("a leader crosses a curve at 45 degrees at least") {
    const Mark curve = line({200, 200}, {400, 200}, Role::curve);
    const auto crossing = [&](double degrees) {
        return std::vector<Mark>{curve, leader(at_angle(degrees, -30), at_angle(degrees, 30))};
    };
    CHECK(only(crossing(44), "at 44 degrees"));
    CHECK(faultless(crossing(46)));
    CHECK(faultless(crossing(90)));
    CHECK(only(crossing(136), "at 44 degrees"));
    CHECK(only(crossing(10), "at 10 degrees"));
    // Along the curve without crossing it, and well beside it.
    CHECK(only({curve, leader({250, 201.2}, {350, 201.2})}, "at 0 degrees"));
    CHECK(faultless({curve, leader({250, 202}, {350, 202})}));
}

TEST_CASE("end labels are labels like any other") {
    Scene scene;
    scene.marks.push_back(line({50, 200}, {600, 200}, Role::curve));
    scene.marks.push_back(line({50, 300}, {612, 204}, Role::curve)); // runs on under the first one's name
    place_end_labels(scene, {{"f", fake("f", 10), {600, 200}, {}}});
    const auto found = layout_faults(scene);
    REQUIRE(found.size() == 1);
    CHECK(found.front().find("label \"f\"") == 0);
    scene.marks[1] = line({50, 300}, {600, 210}, Role::curve);
    CHECK(layout_faults(scene).empty());
    // Past the edge of the page.
    Scene edge;
    place_end_labels(edge, {{"f", fake("long name", 10), {656, 200}, {}}}); // 54 px from 665
    CHECK(layout_faults(edge).size() == 1);
    edge.marks.clear();
    place_end_labels(edge, {{"f", fake("long name", 10), {652, 200}, {}}});
    CHECK(layout_faults(edge).empty());
}

TEST_CASE("nothing leaves the page, and text keeps 4 px from its edge") {
    CHECK(only({text("a", {3.9, 100})}, "edge of the page"));
    CHECK(faultless({text("a", {4, 100})}));
    CHECK(only({text("a", {710.1, 100})}, "edge of the page"));
    CHECK(faultless({text("a", {710, 100})}));
    CHECK(only({text("a", {100, 446.1})}, "edge of the page"));
    CHECK(only({text("a", {100, 11.1})}, "edge of the page"));
    CHECK(faultless({line({0, 100}, {720, 100}, Role::curve, 0)}));
    CHECK(only({line({0, 100}, {720.1, 100}, Role::curve, 0)}, "leaves the page"));
    CHECK(only({point({717, 100})}, "leaves the page"));
    CHECK(only({hatch({0, 0, 10, 451})}, "leaves the page"));
    CHECK(only({line({0, 100}, {std::nan(""), 100}, Role::curve)}, "leaves the page"));
    // What its clip leaves of a curve stays.
    Mark curve = line({100, 400}, {100, 500}, Role::curve);
    std::get<PathMark>(curve.shape).clip = Box{0, 0, 720, 450};
    CHECK(faultless({curve}));
}

TEST_CASE("slides ask for more room") {
    CHECK(faults({text("a", {100, 100}), text("b", {112, 100})}, 9).size() == 1);
    CHECK(faults({text("a", {100, 100}), text("b", {115.1, 100})}, 9).empty());
}

TEST_CASE("two segments are as far apart as their nearest points") {
    CHECK(distance({0, 0}, {10, 0}, {5, -5}, {5, 5}) == 0);
    CHECK(distance({0, 0}, {10, 0}, {5, 2}, {5, 5}) == 2);
    CHECK(distance({0, 0}, {10, 0}, {13, 4}, {20, 9}) == 5);
    CHECK(distance({0, 0}, {10, 0}, {2, 3}, {8, 3}) == 3);   // parallel
    CHECK(distance({0, 0}, {10, 0}, {12, 0}, {20, 0}) == 2); // on one line
    CHECK(distance({0, 0}, {10, 0}, {8, 0}, {20, 0}) == 0);
    CHECK(distance({0, 0}, {10, 0}, {10, 0}, {10, 8}) == 0);
}
