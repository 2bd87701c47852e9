#include "fake_typeset.hpp"
#include "plot/axes.hpp"
#include "plot/curve.hpp"
#include "plot/distance.hpp"
#include "plot/layout.hpp"
#include "plot/place.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <random>

using namespace actlas::plot;
using testing::fake;

namespace {

const Panel panel({48, 86, 662, 402}, {-6, 6, -3, 3});

Scene page() {
    Scene scene;
    scene.background = Colour{255, 255, 255};
    return scene;
}

void add_curve(Scene& scene, std::function<double(double)> value, std::function<double(double)> slope,
               const std::string& name) {
    scene.marks.push_back(
        curve_mark(trace({std::move(value), std::move(slope), {}}, panel), {Colour{}, 2.8, {}, Cap::round}, name));
}

Point add_point(Scene& scene, double x, double y) {
    PointMark mark;
    mark.centre = panel.at(x, y);
    scene.marks.push_back({Role::point, mark, "point"});
    return mark.centre;
}

LabelRequest request(std::string name, std::vector<std::string> texts, std::optional<Point> target,
                     Side side = Side::any) {
    LabelRequest result;
    result.name = std::move(name);
    for (auto& text : texts)
        result.texts.push_back({{fake(std::move(text), 12.5)}});
    result.target = target;
    result.side = side;
    return result;
}

std::vector<const Mark*> find(const Scene& scene, Role role, const std::string& name) {
    std::vector<const Mark*> result;
    for (const auto& mark : scene.marks) {
        if (mark.role == role && mark.name == name) result.push_back(&mark);
    }
    return result;
}

Box label_box(const Scene& scene, const std::string& name) {
    const auto marks = find(scene, Role::label, name);
    REQUIRE(!marks.empty());
    Box box = bounds(*marks[0]);
    for (const Mark* mark : marks)
        box = box.united(bounds(*mark));
    return box;
}

} // namespace

TEST_CASE("a maximum is labelled above, a minimum below, without a leader where there is room") {
    Scene scene = page();
    add_curve(
        scene, [](double x) { return std::cos(x); }, [](double x) { return -std::sin(x); }, "f");
    const Point top = add_point(scene, 0, 1), bottom = add_point(scene, 3.141592653589793, -1);
    place_labels(scene, {request("maximum", {"maximum 1"}, top, Side::above),
                         request("minimum", {"minimum -1"}, bottom, Side::below)});
    CHECK(label_box(scene, "maximum").bottom < top.y - 7.9);
    CHECK(label_box(scene, "maximum").bottom > top.y - 22.1);
    CHECK((label_box(scene, "maximum").left + label_box(scene, "maximum").right) / 2 == Approx(top.x));
    CHECK(label_box(scene, "minimum").top > bottom.y + 7.9);
    CHECK(find(scene, Role::leader, "maximum").empty());
    CHECK(scene.dropped.empty());
    CHECK(layout_faults(scene).empty());
}

TEST_CASE("a label that finds no room beside its point gets a leader") {
    Scene scene = page();
    // A comb of lines leaves 26 px of room round the point, too narrow for the text.
    const Point target = add_point(scene, 0, 0);
    for (const double dx : {-13.0, 13.0}) {
        Path path;
        path.move_to({target.x + dx, target.y - 30});
        path.line_to({target.x + dx, target.y + 30});
        scene.marks.push_back({Role::curve, PathMark{path, Stroke{Colour{}, 2, {}, Cap::butt}, {}, {}}, "wall"});
    }
    place_labels(scene, {request("far", {"a long label"}, target)});
    const auto leaders = find(scene, Role::leader, "far");
    REQUIRE(leaders.size() == 1);
    const auto& path = std::get<PathMark>(leaders[0]->shape).path;
    REQUIRE(path.segments.size() == 2);
    const Point start = path.segments[0].to, end = path.segments[1].to;
    CHECK(std::hypot(start.x - target.x, start.y - target.y) == Approx(5.5));
    CHECK(start.x == target.x); // upright comes first
    CHECK(end.x == target.x);
    CHECK(std::hypot(end.x - start.x, end.y - start.y) <= 40);
    const double gap = distance(end, label_box(scene, "far"));
    CHECK(gap >= 2);
    CHECK(gap <= 3);
    CHECK(layout_faults(scene).empty());
}

TEST_CASE("a shorter text is taken before a long leader, and what fits nowhere is dropped") {
    Scene scene;
    scene.width = 150;
    scene.height = 90;
    PointMark point;
    point.centre = {75, 45};
    scene.marks.push_back({Role::point, point, "p"});
    Scene tight = scene;
    place_labels(scene, {request("label", {"a text that is wider than the page", "short"}, point.centre)});
    CHECK(std::get<TextMark>(find(scene, Role::label, "label").at(0)->shape).text->plain() == "short");
    place_labels(tight, {request("label", {"a text that is wider than the page"}, point.centre)});
    CHECK(tight.dropped == std::vector<std::string>{"label"});
    CHECK(tight.marks.size() == 1);
}

TEST_CASE("priority decides who gets the place") {
    Scene scene = page();
    LabelRequest late = request("late", {"second"}, {}), early = request("early", {"first!"}, {});
    late.priority = 5;
    late.area = early.area = Box{100, 100, 145, 112}; // room for one
    place_labels(scene, {late, early});
    CHECK(find(scene, Role::label, "early").size() == 1);
    CHECK(scene.dropped == std::vector<std::string>{"late"});
}

TEST_CASE("a label of an area keeps to it, lines aligned") {
    Scene scene = page();
    LabelRequest region = request("saturated", {}, {});
    region.texts.push_back({{fake("saturated", 12.5), fake("x > 4.59", 12.5)}, 17, LabelText::Align::centre});
    region.area = Box{500, 100, 640, 390};
    place_labels(scene, {region});
    const auto lines = find(scene, Role::label, "saturated");
    REQUIRE(lines.size() == 2);
    CHECK(region.area->contains(label_box(scene, "saturated")));
    const Box first = bounds(*lines[0]), second = bounds(*lines[1]);
    CHECK(first.left + first.right == Approx(second.left + second.right));
    CHECK(second.bottom - first.bottom == Approx(17));
    CHECK((first.left + first.right) / 2 == Approx(570).margin(1));
}

TEST_CASE("labels side by side stand farther apart than words") {
    Scene scene = page();
    LabelRequest first = request("first", {"asymptote"}, {}), second = request("second", {"minimum"}, {});
    first.near = Point{200, 200};
    second.near = Point{262, 200};                     // would touch
    first.area = second.area = Box{50, 190, 650, 210}; // one row
    place_labels(scene, {first, second});
    CHECK(label_box(scene, "second").left - label_box(scene, "first").right >= 12);
}

TEST_CASE("a label on hatching lies on a wide plate that covers no line") {
    Scene scene = page();
    scene.marks.push_back({Role::hatch, HatchMark{{100, 100, 400, 400}, Colour{}}, "dead"});
    Path path;
    path.move_to({100, 250});
    path.line_to({400, 250});
    scene.marks.push_back({Role::curve, PathMark{path, Stroke{Colour{}, 2.8, {}, Cap::butt}, {}, {}}, "f"});
    LabelRequest dead = request("dead region", {"dead"}, {});
    dead.area = Box{100, 100, 400, 400};
    place_labels(scene, {dead});
    const auto plates = find(scene, Role::background, "plate dead region");
    REQUIRE(plates.size() == 1);
    const Box plate = bounds(*plates[0]), text = label_box(scene, "dead region");
    CHECK(text.left - plate.left == Approx(5));
    CHECK((plate.bottom <= 250 - 1.4 || plate.top >= 250 + 1.4));
    CHECK(layout_faults(scene).empty());
}

TEST_CASE("a leader crosses a curve only where there is no other way, and then straight") {
    Scene scene = page();
    const Point target = add_point(scene, 0, 0);
    // A box of curves round the point, too small for the text.
    const Path path = rectangle({target.x - 24, target.y - 24, target.x + 24, target.y + 24});
    scene.marks.push_back({Role::curve, PathMark{path, Stroke{Colour{}, 2, {}, Cap::butt}, {}, {}}, "box"});
    place_labels(scene, {request("inside", {"a label that is long"}, target)});
    const auto leaders = find(scene, Role::leader, "inside");
    REQUIRE(leaders.size() == 1);
    const auto& segments = std::get<PathMark>(leaders[0]->shape).path.segments;
    CHECK(segments[0].to.x == segments[1].to.x); // at a right angle
    CHECK(layout_faults(scene).empty());
}

TEST_CASE("slides keep slide distances") {
    Scene scene = page();
    scene.width = 1920;
    scene.height = 1080;
    PointMark point;
    point.centre = {960, 540};
    point.radius = 12;
    scene.marks.push_back({Role::point, point, "p"});
    LabelRequest label;
    label.name = "maximum";
    label.texts = {{{fake("maximum", 36)}}};
    label.target = point.centre;
    label.side = Side::above;
    place_labels(scene, {label}, slide_placing());
    CHECK(540 - label_box(scene, "maximum").bottom >= 24 - 1e-9);
    CHECK(540 - label_box(scene, "maximum").bottom <= 60 + 1e-9);
    CHECK(layout_faults(scene, 10).empty());
}

TEST_CASE("a plate hides the grid under a label in the colour of what lies there") {
    Scene scene = page();
    const Path fill = rectangle({400, 86, 662, 402});
    scene.marks.push_back({Role::fill, PathMark{fill, {}, Colour{241, 243, 246}, {}}, "saturation"});
    Path grid;
    for (double y = 90; y < 402; y += 6) {
        grid.move_to({48, y});
        grid.line_to({662, y});
    }
    scene.marks.push_back({Role::grid, PathMark{grid, Stroke{Colour{}, 0.8, {}, Cap::butt}, {}, {}}, "grid"});
    LabelRequest on_page = request("on page", {"text"}, {}), on_fill = request("on fill", {"text"}, {});
    on_page.area = Box{100, 150, 300, 300};
    on_fill.area = Box{450, 150, 600, 300};
    place_labels(scene, {on_page, on_fill});
    const auto plate = [&](const std::string& name) {
        const auto marks = find(scene, Role::background, "plate " + name);
        REQUIRE(marks.size() == 1);
        CHECK(bounds(*marks[0]).contains(label_box(scene, name)));
        return *std::get<PathMark>(marks[0]->shape).fill;
    };
    CHECK(plate("on page") == Colour{255, 255, 255});
    CHECK(plate("on fill") == Colour{241, 243, 246});
    CHECK(layout_faults(scene).empty());
}

TEST_CASE("crowded pages have no faults, and every label is placed or reported") {
    const std::uint64_t seed = GENERATE(1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U);
    CAPTURE(seed);
    std::mt19937_64 engine(seed);
    const auto uniform = [&](double low, double high) {
        return low + (high - low) * static_cast<double>(engine() >> 11) * 0x1p-53;
    };
    Scene scene = page();
    AxesOptions axes;
    axes.y_ticks = {-2, 0, 2};
    draw_axes(
        scene, panel, theme("light"), [](std::string_view text) { return fake(std::string(text), 11.5); }, axes);
    std::vector<LabelRequest> requests;
    for (int c = 0; c < 4; ++c) {
        const double a = uniform(0.3, 2.5), w = uniform(0.3, 2), s = uniform(-3, 3), m = uniform(-0.5, 0.5);
        const auto f = [=](double x) { return a * std::sin(w * x + s) + m * x; };
        add_curve(
            scene, f, [=](double x) { return a * w * std::cos(w * x + s) + m; }, "curve " + std::to_string(c));
        for (int p = 0; p < 4; ++p) {
            const double x = uniform(-5.5, 5.5);
            if (std::abs(f(x)) > 2.8) continue;
            LabelRequest label =
                request("label " + std::to_string(c) + std::to_string(p), {"minimum f(1.278) = 0.278", "min 0.278"},
                        add_point(scene, x, f(x)), uniform(0, 1) < 0.5 ? Side::above : Side::below);
            label.priority = static_cast<int>(uniform(1, 6));
            requests.push_back(label);
        }
    }
    Scene again = scene;
    place_labels(scene, requests);
    for (const auto& fault : layout_faults(scene)) {
        // Points were strewn blindly and may lie on each other; labels and leaders may not.
        CAPTURE(fault);
        CHECK(false);
    }
    std::size_t placed = 0;
    for (const auto& r : requests)
        placed += find(scene, Role::label, r.name).size();
    CHECK(placed + scene.dropped.size() == requests.size());
    CHECK(placed >= 3);
    place_labels(again, requests);
    CHECK(layout_json(again) == layout_json(scene));
}

TEST_CASE("end labels stand beside their ends and spread where they would crowd") {
    Scene scene = page();
    const std::vector<EndLabel> labels{{"a", fake("A", 10), {600, 200}, {}},
                                       {"b", fake("B", 10), {600, 203}, {}},
                                       {"c", fake("C", 10), {610, 300}, {}}};
    place_end_labels(scene, labels);
    const auto centre = [&](const std::string& name) {
        const Box box = label_box(scene, name);
        return (box.top + box.bottom) / 2;
    };
    CHECK(label_box(scene, "a").left == Approx(609));
    CHECK(label_box(scene, "c").left == Approx(619));
    CHECK(centre("c") == Approx(300));
    // 14 px apart about the mean of their ends
    CHECK(centre("b") - centre("a") == Approx(14));
    CHECK((centre("a") + centre("b")) / 2 == Approx(201.5));
    CHECK(layout_faults(scene).empty());
}

TEST_CASE("end labels keep within their bounds, closer where there is no room to spread") {
    Scene scene = page();
    std::vector<EndLabel> labels;
    for (int i = 0; i < 5; ++i)
        labels.push_back({"label " + std::to_string(i), fake("A", 10), {600, 290.0 + i}, {}});
    EndLabelOptions options;
    options.top = 240;
    options.bottom = 296;
    CHECK(end_labels_height(labels) == Approx(5 * 7.2 + 4 * 4)); // fits into 56 px, with 14 px from each to each not
    place_end_labels(scene, labels, options);
    CHECK(layout_faults(scene).empty());
    CHECK(label_box(scene, "label 0").top >= 240 - 1e-9);
    CHECK(label_box(scene, "label 4").bottom <= 296 + 1e-9);
}

TEST_CASE("an end label on hatching has a plate") {
    Scene scene = page();
    scene.marks.push_back({Role::hatch, HatchMark{{550, 100, 700, 300}, Colour{}}, "dead"});
    place_end_labels(scene, {{"on", fake("A", 10), {600, 200}, {}}, {"beside", fake("B", 10), {600, 350}, {}}});
    CHECK(layout_faults(scene).empty());
    CHECK(std::get<TextMark>(find(scene, Role::label, "on").at(0)->shape).plate == scene.background);
    CHECK_FALSE(std::get<TextMark>(find(scene, Role::label, "beside").at(0)->shape).plate);
}

TEST_CASE("end labels keep on the page") {
    Scene scene = page();
    place_end_labels(scene, {{"low", fake("A", 10), {600, 449}, {}},
                             {"lower", fake("B", 10), {600, 450}, {}},
                             {"high", fake("C", 10), {600, 0}, {}}});
    CHECK(layout_faults(scene).empty());
    CHECK(label_box(scene, "lower").bottom <= 440 + 1e-9);
    CHECK(label_box(scene, "high").top >= 10 - 1e-9);
}
