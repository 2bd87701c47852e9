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

} // namespace

TEST_CASE("the layout file is JSON with every mark") {
    Scene scene;
    scene.marks = {line({10, 20}, {30, 20}, Role::curve), text("say \"hi\"", {100, 100})};
    scene.dropped = {"inflection"};
    scene.title = "SiLU";
    scene.description = "A curve.";
    scene.language = "zh-CN";
    const auto json = nlohmann::json::parse(layout_json(scene));
    CHECK(json["schema"] == "actlas.layout/1");
    CHECK(json["width"] == 720);
    CHECK(json["height"] == 450);
    CHECK(json["title"] == "SiLU");
    CHECK(json["description"] == "A curve.");
    CHECK(json["language"] == "zh-CN");
    REQUIRE(json["marks"].size() == 2);
    CHECK(json["marks"][0]["role"] == "curve");
    CHECK(json["marks"][0]["box"] == nlohmann::json{9, 19, 31, 21});
    CHECK(json["marks"][1]["text"] == "say \"hi\"");
    CHECK(json["marks"][1]["role"] == "label");
    CHECK(json["marks"][1]["name"] == "say \"hi\"");
    CHECK(json["marks"][1]["box"] == nlohmann::json{100, 92.8, 148, 100});
    CHECK(json["dropped"][0] == "inflection");
    CHECK(role_name(Role::inset) == "inset");
    CHECK(role_name(Role::tick_label) == "tick_label");
}
