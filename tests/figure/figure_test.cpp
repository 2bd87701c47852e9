#include "analysis/study.hpp"
#include "base/diagnostic.hpp"
#include "catalogue/catalogue.hpp"
#include "figure/expression.hpp"
#include "figure/figure.hpp"
#include "formula/parser.hpp"
#include "plot/layout.hpp"
#include "plot/render.hpp"
#include "support/builtin.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <map>
#include <string>

using namespace actlas;

namespace {

const plot::Typesetter& typesetter() {
    static const plot::Typesetter shared;
    return shared;
}

const analysis::Study& study_of(const std::string& id) {
    static std::map<std::string, analysis::Study> studies;
    const auto found = studies.find(id);
    if (found != studies.end()) return found->second;
    const auto* activation = actlas::test::builtin().find(id);
    REQUIRE(activation != nullptr);
    return studies.emplace(id, analysis::study(*activation)).first->second;
}

figure::Context context(Language language = Language::en, const char* theme = "light") {
    return {plot::theme(theme), language, typesetter()};
}

std::size_t count(const plot::Scene& scene, plot::Role role, const std::string& name) {
    return static_cast<std::size_t>(std::count_if(scene.marks.begin(), scene.marks.end(), [&](const auto& mark) {
        return mark.role == role && mark.name == name;
    }));
}

const plot::PointMark& point(const plot::Scene& scene, const std::string& name) {
    const auto found = std::find_if(scene.marks.begin(), scene.marks.end(), [&](const auto& mark) {
        return mark.role == plot::Role::point && mark.name == name;
    });
    REQUIRE(found != scene.marks.end());
    return std::get<plot::PointMark>(found->shape);
}

} // namespace

TEST_CASE("a curve figure of ReLU hatches the dead half and marks the kink at the origin") {
    const auto scene = figure::curve(study_of("relu"), context());
    CHECK(count(scene, plot::Role::hatch, "dead") == 1);
    const auto& kink = point(scene, "kink");
    // The kink lies where the two axis lines cross.
    const auto axis = [&](const char* name) {
        const auto found = std::find_if(scene.marks.begin(), scene.marks.end(), [&](const auto& mark) {
            return mark.role == plot::Role::axis && mark.name == name;
        });
        REQUIRE(found != scene.marks.end());
        return std::get<plot::PathMark>(found->shape).path.segments.front().to;
    };
    CHECK(kink.centre.x == Approx(axis("axis y").x).margin(0.5));
    CHECK(kink.centre.y == Approx(axis("axis x").y).margin(0.5));
    CHECK(scene.description.find("x < 0") != std::string::npos);
}

TEST_CASE("a curve figure of SiLU names its minimum with the right number in both languages") {
    for (const Language language : all_languages) {
        const auto scene = figure::curve(study_of("silu"), context(language));
        CHECK(count(scene, plot::Role::point, "extremum") == 1);
        CHECK(scene.description.find("−0.278") != std::string::npos);
        CHECK(scene.language == tag(language));
        CHECK(scene.dropped.empty());
    }
}

TEST_CASE("where growth is unbounded slope 1 stands at 45 degrees") {
    const auto scene = figure::curve(study_of("relu"), context());
    std::map<std::string, plot::Box> ticks;
    for (const auto& mark : scene.marks)
        if (mark.role == plot::Role::tick_label) ticks[mark.name] = plot::bounds(mark);
    REQUIRE(ticks.count("tick x 2") == 1);
    REQUIRE(ticks.count("tick x 4") == 1);
    REQUIRE(ticks.count("tick y 0") == 1);
    REQUIRE(ticks.count("tick y 2.5") == 1);
    const auto middle_x = [&](const char* name) { return (ticks[name].left + ticks[name].right) / 2; };
    const auto middle_y = [&](const char* name) { return (ticks[name].top + ticks[name].bottom) / 2; };
    const double unit_x = (middle_x("tick x 4") - middle_x("tick x 2")) / 2;
    const double unit_y = (middle_y("tick y 0") - middle_y("tick y 2.5")) / 2.5;
    CHECK(unit_x == Approx(unit_y).margin(1));
}

TEST_CASE("an asymptote is drawn where it is approached, not where the function is the line") {
    CHECK(count(figure::curve(study_of("silu"), context()), plot::Role::asymptote, "asymptote") ==
          1); // y = x; y = 0 is the axis
    CHECK(count(figure::curve(study_of("relu"), context()), plot::Role::asymptote, "asymptote") == 0);
    CHECK(count(figure::curve(study_of("tanh"), context()), plot::Role::asymptote, "asymptote") == 2);
}

TEST_CASE("figures of the whole catalogue are laid out without a fault", "[catalogue]") {
    const auto catalogue = catalogue::Catalogue::builtin();
    for (const auto& activation : catalogue.activations())
        for (const Language language : all_languages) {
            INFO(activation.id << ' ' << code(language));
            const auto scene = figure::curve(study_of(activation.id), context(language));
            for (const auto& fault : plot::layout_faults(scene))
                CHECK(fault == "");
            const auto icon = figure::icon(study_of(activation.id), context(language));
            for (const auto& fault : plot::layout_faults(icon))
                CHECK(fault == "");
        }
}

TEST_CASE("the grid of the seed article has four panels without a fault") {
    const std::vector<const analysis::Study*> studies{&study_of("sigmoid"), &study_of("tanh"), &study_of("relu"),
                                                      &study_of("leaky_relu")};
    for (const Language language : all_languages) {
        figure::Options options;
        options.title = language == Language::en ? "Four classic activations" : "四种经典激活函数对照";
        options.x_range = std::pair{-10.0, 10.0};
        const auto scene = figure::grid(studies, context(language), options);
        CHECK(count(scene, plot::Role::title, "panel title") == 4);
        CHECK(count(scene, plot::Role::curve, "f") == 4);
        for (const auto& fault : plot::layout_faults(scene))
            CHECK(fault == "");
    }
}

TEST_CASE("a comparison labels every function or says that it could not") {
    const std::vector<const analysis::Study*> studies{&study_of("relu"), &study_of("leaky_relu"), &study_of("elu"),
                                                      &study_of("mish"), &study_of("silu"),       &study_of("gelu")};
    const auto scene = figure::compare(studies, context());
    for (const auto* study : studies) {
        const std::string name = study->activation.id + " f";
        const bool dropped = std::find(scene.dropped.begin(), scene.dropped.end(), name) != scene.dropped.end();
        CHECK(count(scene, plot::Role::label, name) + (dropped ? 1 : 0) == 1);
    }
    for (const auto& fault : plot::layout_faults(scene))
        CHECK(fault == "");
}

TEST_CASE("figures come out the same whatever was drawn before") {
    const auto first = plot::render_svg(figure::curve(study_of("gelu"), context()));
    plot::render_svg(figure::curve(study_of("tanh"), context(Language::zh, "dark")));
    CHECK(plot::render_svg(figure::curve(study_of("gelu"), context())) == first);
}

TEST_CASE("kinds are checked against what they can show") {
    CHECK_THROWS_AS(figure::by_name("curv", {&study_of("relu")}, context(), {}), InputError);
    CHECK_THROWS_AS(figure::by_name("curve", {&study_of("relu"), &study_of("tanh")}, context(), {}), InputError);
    CHECK_THROWS_AS(figure::by_name("grid", {}, context(), {}), InputError);
    for (const auto& kind : figure::kind_names())
        CHECK_NOTHROW(figure::by_name(kind, {&study_of("swish")}, context(), {}));
}

TEST_CASE("small and large numbers become powers, since fonts for mathematics have no raised digits") {
    using plot::MathNode;
    const auto plain = figure::text_number("−0.25");
    CHECK(plain.kind == MathNode::Kind::number);
    CHECK(plain.text == "−0.25");
    const auto small = figure::text_number("8.07 × 10⁻⁵");
    REQUIRE(small.kind == MathNode::Kind::row);
    REQUIRE(small.children.size() == 3);
    CHECK(small.children[0].text == "8.07");
    CHECK(small.children[1].text == "×");
    REQUIRE(small.children[2].kind == MathNode::Kind::superscript);
    CHECK(small.children[2].children[0].text == "10");
    CHECK(small.children[2].children[1].text == "−5");
    const auto power = figure::text_number("10¹²");
    REQUIRE(power.children.size() == 1);
    CHECK(power.children[0].children[1].text == "12");
    // An extremum of this size was an error for want of a glyph.
    catalogue::Activation mixed;
    mixed.id = mixed.name = "mixed";
    mixed.expr = formula::parse("0.5*sin(x) + 0.5*tanh(x)");
    const auto study = analysis::study(mixed);
    CHECK_NOTHROW(figure::curve(study, context(), {}));
}
