#include "figure/marking.hpp"
#include "scenes.hpp"

#include <cmath>

using namespace actlas;
using namespace scenes;

namespace {

figure::Marking marking() {
    figure::Marking result{.questions = 10, .weight = 0.5, .to_scale = {}, .as_it_is = {}};
    result.to_scale = {{"Sigmoid", &study_of("sigmoid"), 100}, {"Tanh", &study_of("tanh"), 100}};
    result.as_it_is = {{}, {"ReLU", &study_of("relu"), 1}, {"Leaky ReLU", &study_of("leaky_relu"), 1}};
    return result;
}

} // namespace

TEST_CASE("marks follow from the raw score, half a point up or down an answer") {
    const auto rules = marking();
    CHECK(rules.raw_score(9) == 4);
    CHECK(rules.raw_score(5) == 0);
    CHECK(rules.raw_score(0) == -5);
    CHECK(rules.mark(rules.as_it_is[0], 1) == -4);
    CHECK(rules.mark(rules.as_it_is[1], 1) == 0);
    CHECK(rules.mark(rules.as_it_is[2], 1) == Approx(-0.04));
    CHECK(rules.mark(rules.to_scale[0], 9) == Approx(100 / (1 + std::exp(-4.0))));
    CHECK(rules.mark(rules.to_scale[1], 6) == Approx(100 * std::tanh(1.0)));
}

TEST_CASE("the figure of the five rules has a point a paper and no fault") {
    for (const Language language : all_languages)
        for (const char* theme : {"light", "dark", "print"}) {
            CAPTURE(code(language), theme);
            const auto scene = figure::marking(marking(), context(language, theme));
            require_faultless(scene);
            CHECK(marks(scene, plot::Role::point, "mark Tanh").size() == 11);
            CHECK(marks(scene, plot::Role::point, "mark Leaky ReLU").size() == 11);
            CHECK(marks(scene, plot::Role::label, "ReLU").size() == 1);
            CHECK(says(scene, "−0.04"));
            CHECK(scene.description.find("−99.99") != std::string::npos);
        }
}
