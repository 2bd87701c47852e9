#include "fake_typeset.hpp"
#include "plot/layout.hpp"
#include "support/catch.hpp"

#include <nlohmann/json.hpp>

using namespace actlas::plot;
using testing::fake;

namespace {

Mark text(std::string words, Point origin, Role role = Role::label, const std::string& name = "") {
    TextMark mark;
    mark.text = fake(words, 10); // 6 px a letter, 7.2 px high
    mark.origin = origin;
    return {role, mark, name.empty() ? words : name};
}

Mark line(Point from, Point to, Role role, double width = 2) {
    Path path;
    path.move_to(from);
    path.line_to(to);
    return {role, PathMark{path, Stroke{Colour{}, width, {}, Cap::butt}, {}, {}}, "line"};
}

std::vector<std::string> faults(std::vector<Mark> marks) {
    Scene scene;
    scene.marks = std::move(marks);
    return layout_faults(scene);
}

} // namespace

TEST_CASE("text must keep 4 px from text, curves, axes and points") {
    CHECK(faults({text("a", {100, 100}), text("b", {110.1, 100})}).empty());
    CHECK(faults({text("a", {100, 100}), text("b", {109, 100})}).size() == 1);
    CHECK(faults({text("a", {100, 100}), text("b", {103, 100})}).size() == 1);
    // Text from 100 to 106; a curve 2 px wide at 111.1 begins at 110.1.
    CHECK(faults({text("a", {100, 100}), line({111.1, 10}, {111.1, 200}, Role::curve)}).empty());
    CHECK(faults({text("a", {100, 100}), line({110.5, 10}, {110.5, 200}, Role::curve)}).size() == 1);
    CHECK(faults({text("a", {100, 100}), line({110.5, 10}, {110.5, 200}, Role::axis)}).size() == 1);
    CHECK(faults({text("a", {100, 100}), line({103, 10}, {103, 200}, Role::asymptote)}).size() == 1);
    CHECK(faults({text("a", {100, 100}), line({103, 10}, {103, 200}, Role::grid)}).empty());
    PointMark point;
    point.centre = {114, 96};
    CHECK(faults({text("a", {100, 100}), {Role::point, point, "p"}}).empty());
    point.centre = {113, 96};
    CHECK(faults({text("a", {100, 100}), {Role::point, point, "p"}}).size() == 1);
}

TEST_CASE("tick numbers may come as near as 2 px to lines") {
    CHECK(faults({text("1", {100, 100}, Role::tick_label), line({109.5, 10}, {109.5, 200}, Role::curve)}).empty());
    CHECK(faults({text("1", {100, 100}, Role::tick_label), line({108.5, 10}, {108.5, 200}, Role::curve)}).size() == 1);
}

TEST_CASE("a clipped curve counts only where it shows") {
    Mark curve = line({103, 10}, {103, 200}, Role::curve);
    std::get<PathMark>(curve.shape).clip = Box{0, 0, 200, 50};
    CHECK(faults({text("a", {100, 100}), curve}).empty());
    std::get<PathMark>(curve.shape).clip = Box{0, 0, 200, 98};
    CHECK(faults({text("a", {100, 100}), curve}).size() == 1);
}

TEST_CASE("lines of one label may stand close") {
    CHECK(faults({text("a", {100, 100}, Role::label, "n"), text("b", {100, 110}, Role::label, "n")}).empty());
    CHECK(faults({text("a", {100, 100}, Role::label, "n"), text("b", {100, 110}, Role::label, "m")}).size() == 1);
}

TEST_CASE("nothing may leave the page, text not even come near its edge") {
    CHECK(faults({text("a", {3, 100})}).size() == 1);
    CHECK(faults({text("a", {4, 100})}).empty());
    CHECK(faults({text("abc", {700, 100})}).size() == 1);
    CHECK(faults({line({0, 100}, {720, 100}, Role::curve, 0)}).empty());
    CHECK(faults({line({0, 100}, {721, 100}, Role::curve, 0)}).size() == 1);
}

TEST_CASE("a leader must not run through a label, nor a plate cover a curve") {
    Mark leader = line({90, 97}, {120, 97}, Role::leader, 0.9);
    CHECK(faults({text("a", {100, 100}), leader}).size() == 1);
    leader.name = "a"; // its own, but through the text
    CHECK(faults({text("a", {100, 100}), leader}).size() == 1);
    Mark label = text("a", {100, 100});
    std::get<TextMark>(label.shape).plate = Colour{};
    std::get<TextMark>(label.shape).plate_pad = 6;
    CHECK(faults({line({112, 10}, {112, 200}, Role::curve), label}).size() == 1);
    CHECK(faults({label, line({112, 10}, {112, 200}, Role::curve)}).empty()); // drawn later, so not hidden
}

TEST_CASE("the layout file is JSON with every mark") {
    Scene scene;
    scene.marks = {line({10, 20}, {30, 20}, Role::curve), text("say \"hi\"", {100, 100})};
    scene.dropped = {"inflection"};
    const auto json = nlohmann::json::parse(layout_json(scene));
    CHECK(json["width"] == 720);
    REQUIRE(json["marks"].size() == 2);
    CHECK(json["marks"][0]["role"] == "curve");
    CHECK(json["marks"][0]["box"] == nlohmann::json{9, 19, 31, 21});
    CHECK(json["marks"][1]["text"] == "say \"hi\"");
    CHECK(json["marks"][1]["role"] == "label");
    CHECK(json["dropped"][0] == "inflection");
    CHECK(role_name(Role::inset) == "inset");
    CHECK(role_name(Role::tick_label) == "tick_label");
}
