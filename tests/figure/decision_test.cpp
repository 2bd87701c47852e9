#include "scenes.hpp"

#include <string>

using namespace actlas;
using namespace scenes;

namespace {

/// The number before the % of the accuracy in the given place.
double accuracy(const plot::Scene& scene, std::size_t place) {
    const auto found = marks(scene, plot::Role::title, "accuracy");
    REQUIRE(found.size() > place);
    const std::string text = std::get<plot::TextMark>(found[place]->shape).text->plain();
    return std::stod(text.substr(text.find_first_of("0123456789")));
}

} // namespace

TEST_CASE("a linear model fails at XOR and halves the taiji figure, networks solve both") {
    const auto scene = figure::decision({&study_of("tanh")}, context());
    // Row by row: XOR linear, XOR tanh, taiji linear, taiji tanh.
    CHECK(accuracy(scene, 0) < 60);
    CHECK(accuracy(scene, 1) > 97);
    CHECK(accuracy(scene, 2) > 70);
    CHECK(accuracy(scene, 2) < 90);
    CHECK(accuracy(scene, 3) > 94);
    CHECK(marks(scene, plot::Role::point, "class 0").size() + marks(scene, plot::Role::point, "class 1").size() ==
          2 * (300 + 300));
    CHECK(scene.description.find("XOR, Tanh") != std::string::npos);
}

TEST_CASE("decision figures are laid out without a fault and the same on every run") {
    for (const Language language : all_languages) {
        require_faultless(figure::decision({&study_of("relu")}, context(language)));
        const auto scene =
            figure::decision({&study_of("relu"), &study_of("gelu"), &study_of("exponential")}, context(language));
        require_faultless(scene);
        const auto again =
            figure::decision({&study_of("relu"), &study_of("gelu"), &study_of("exponential")}, context(language));
        CHECK(plot::layout_json(again) == plot::layout_json(scene));
        CHECK(again.description == scene.description);
    }
}
