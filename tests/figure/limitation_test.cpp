#include "base/diagnostic.hpp"
#include "scenes.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

using namespace actlas;
using namespace scenes;

namespace {

plot::Scene picture(const std::string& id, const char* limitation, Language language = Language::en) {
    figure::Options options;
    options.limitation = limitation;
    return figure::limitation_figure(study_of(id), context(language), options);
}

plot::Box box_of(const plot::Scene& scene, plot::Role role, const std::string& name) {
    const auto found = marks(scene, role, name);
    REQUIRE(!found.empty());
    return plot::bounds(*found.front());
}

/// The centre of a tick number.
plot::Point tick(const plot::Scene& scene, const std::string& name) {
    const auto box = box_of(scene, plot::Role::tick_label, name);
    return {(box.left + box.right) / 2, (box.top + box.bottom) / 2};
}

} // namespace

TEST_CASE("without a wish the worst limitation is shown, under its own title") {
    const auto scene = figure::limitation_figure(study_of("relu"), context());
    CHECK(study_of("relu").limitations.front().kind == "dead_interval");
    CHECK(scene.title == "ReLU: dead interval");
    CHECK(scene.description.find("50%") != std::string::npos);
}

TEST_CASE("half of N(0, 1) gets no gradient through ReLU, and that share of the density is coloured") {
    for (const Language language : all_languages) {
        const auto scene = picture("relu", "dead_interval", language);
        CHECK(says(scene, "50%"));
        const auto dead = box_of(scene, plot::Role::fill, "inputs without gradient");
        const auto all = box_of(scene, plot::Role::fill, "density of N(0, 1)");
        CHECK(dead.width() == Approx(all.width() / 2).margin(1));
        CHECK(dead.left == Approx(all.left).margin(0.5));
    }
}

TEST_CASE("ten layers of sigmoids multiply a gradient by 1.8e-7 typically and 9.5e-7 at most") {
    // E sigmoid'(z)^2 = 0.0448362 (numpy, 200-point Gauss-Hermite), to the 5th power 1.81e-7; 4^-10 = 9.54e-7.
    const auto scene = picture("sigmoid", "vanishing_gradient");
    CHECK(says(scene, "1.8 × 10⁻⁷"));
    CHECK(says(scene, "9.5 × 10⁻⁷"));
    CHECK(says(scene, "largest slope 1/4"));
    // |sigmoid'| = 0.01 at 4.5849: the shaded regions begin there on both sides.
    CHECK(marks(scene, plot::Role::fill, "saturated").size() == 2);
}

TEST_CASE("the mean output of ReLU for N(0, 1) is 1/sqrt(2 pi), and half of the inputs share the output 0") {
    const auto scene = picture("relu", "not_zero_centred");
    CHECK(says(scene, "mean 0.399")); // 0.39894
    CHECK(says(scene, "50% share one output"));
    const auto line = box_of(scene, plot::Role::asymptote, "mean");
    const double zero = tick(scene, "tick y 0").y;
    const double one = tick(scene, "tick y 1").y;
    CHECK((zero - (line.top + line.bottom) / 2) / (zero - one) ==
          Approx(1 / std::sqrt(2 * std::numbers::pi)).margin(0.02));
}

TEST_CASE("ReLU halves the mean square from layer to layer") {
    // Outputs of layer 1: mean 0.39894, variance 1/2 - 1/(2 pi) = 0.34085; after 20 layers both shrink by 2^(19/2) and
    // 2^19.
    const auto scene = picture("relu", "not_self_normalising");
    CHECK(says(scene, "0.399"));
    CHECK(says(scene, "0.341"));
    CHECK(says(scene, "6.5 × 10⁻⁷")); // 0.34085 / 2^19 = 6.501e-7
    CHECK(marks(scene, plot::Role::point, "mean").size() == 21);
}

TEST_CASE("squares overflow fp16 from 256 on, exponentials from 11.1 on") {
    CHECK(says(picture("square", "unbounded_growth"), "256"));       // 256^2 = 65536 > 65504
    CHECK(says(picture("exponential", "unbounded_growth"), "11.1")); // ln 65504 = 11.0899
}

TEST_CASE("a kink is shown with both slopes, a jump with both values") {
    const auto kink = picture("leaky_relu", "kink");
    CHECK(says(kink, "left slope 0.01"));
    CHECK(says(kink, "right slope 1"));
    CHECK(marks(kink, plot::Role::asymptote, "left tangent").size() == 1);
    const auto jump = picture("hardshrink", "jump");
    CHECK(says(jump, "jump from"));
}

TEST_CASE("the two inputs of a function that is not monotone have the same output") {
    for (const char* id : {"silu", "gelu", "mish", "gaussian", "square"}) {
        INFO(id);
        const auto scene = picture(id, "non_monotone");
        const auto twins = marks(scene, plot::Role::point, "twin");
        REQUIRE(twins.size() == 2);
        const auto at = [&](std::size_t i) { return std::get<plot::PointMark>(twins[i]->shape).centre; };
        CHECK(at(0).y == Approx(at(1).y).margin(0.01));
        // Back from px to data, and through the function itself.
        const double zero = tick(scene, "tick x 0").x;
        const auto other = std::find_if(scene.marks.begin(), scene.marks.end(), [](const plot::Mark& mark) {
            return mark.role == plot::Role::tick_label && mark.name.starts_with("tick x ") &&
                   std::isdigit(static_cast<unsigned char>(mark.name[7])) && mark.name != "tick x 0";
        });
        REQUIRE(other != scene.marks.end());
        const double one = std::stod(other->name.substr(7));
        const double scale = one / (tick(scene, other->name).x - zero);
        const auto x_of = [&](double px) { return (px - zero) * scale; };
        CHECK(study_of(id).f(x_of(at(0).x)) == Approx(study_of(id).f(x_of(at(1).x))).margin(0.02));
    }
}

TEST_CASE("each distinct call is one block, those of the derivative after those of the formula") {
    const auto scene = picture("sigmoid", "cost");
    CHECK(marks(scene, plot::Role::fill, "call").size() == 1 + 2);
}

TEST_CASE("a limitation that the function does not have, or that does not exist, is refused with a hint") {
    figure::Options options;
    options.limitation = "vanishing_gradient";
    CHECK_THROWS_AS(figure::limitation_figure(study_of("relu"), context(), options), InputError);
    options.limitation = "dead_intervall";
    try {
        figure::limitation_figure(study_of("relu"), context(), options);
        FAIL("it was drawn");
    } catch (const InputError& error) {
        CHECK(error.diagnostics().front().hint.find("dead_interval") != std::string::npos);
    }
}

TEST_CASE("every limitation of the whole catalogue has a picture without a fault, in both languages", "[catalogue]") {
    std::set<std::string> drawn;
    for (const auto& activation : scenes::catalogue().activations()) {
        std::string last;
        for (const auto& finding : study_of(activation.id).limitations) {
            if (finding.kind == last) continue;
            last = finding.kind;
            drawn.insert(finding.kind);
            for (const Language language : all_languages) {
                INFO(activation.id << ' ' << finding.kind << ' ' << code(language));
                const auto scene = picture(activation.id, finding.kind.c_str(), language);
                CHECK(!scene.description.empty());
                require_faultless(scene);
            }
        }
    }
    // All kinds but "undefined", which no entry of the catalogue has.
    CHECK(drawn.size() == figure::limitation_kinds().size() - 1);
}

TEST_CASE("a function without a value somewhere has the picture of that") {
    catalogue::Activation activation = *scenes::catalogue().find("relu");
    activation.id = "logarithm";
    activation.expr = formula::Expr::call("log", {formula::Expr::variable()});
    const auto study = analysis::study(activation);
    figure::Options options;
    options.limitation = "undefined";
    const auto scene = figure::limitation_figure(study, context(), options);
    CHECK(marks(scene, plot::Role::fill, "undefined").size() == 1);
    require_faultless(scene);
}
