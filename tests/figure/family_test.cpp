#include "base/diagnostic.hpp"
#include "figure/family.hpp"
#include "scenes.hpp"

#include <algorithm>

using namespace actlas;
using namespace scenes;

namespace {

const catalogue::Parameter& parameter_of(const std::string& id, const std::string& name) {
    for (const auto& parameter : study_of(id).activation.parameters)
        if (parameter.name == name) return parameter;
    throw std::logic_error("no such parameter");
}

} // namespace

TEST_CASE("the values of a family span the usual range and hold the default") {
    // Usually from 0.1 to 10, the default 1: three ratios of about the root of 10, to one digit.
    CHECK(figure::family_values(parameter_of("swish", "beta")) == std::vector<double>{0.1, 0.3, 1, 3, 10});
    for (const auto& activation : scenes::catalogue().activations())
        for (const auto& parameter : activation.parameters) {
            INFO(activation.id << ' ' << parameter.name);
            const auto values = figure::family_values(parameter);
            CHECK(values.size() >= 2);
            CHECK(values.size() <= figure::most_members);
            CHECK(std::is_sorted(values.begin(), values.end()));
            CHECK(std::count(values.begin(), values.end(), parameter.value) == 1);
            if (parameter.usual_low && parameter.value >= *parameter.usual_low &&
                parameter.value <= *parameter.usual_high) {
                CHECK(values.front() >= *parameter.usual_low);
                CHECK(values.back() <= *parameter.usual_high);
            }
        }
}

TEST_CASE("a family draws a curve for each value and names each, the default in words") {
    const auto scene = figure::family(study_of("swish"), context());
    for (const char* value : {"0.1", "0.3", "1", "3", "10"}) {
        CHECK(marks(scene, plot::Role::curve, std::string("f ") + value).size() == 1);
        CHECK(marks(scene, plot::Role::curve, std::string("f' ") + value).size() == 1);
        CHECK(says(scene, std::string("β = ") + value));
    }
    CHECK(says(scene, "(default)"));
    CHECK(scene.description.find("0.1, 0.3, 1, 3, 10") != std::string::npos);
}

TEST_CASE("the user chooses parameter and values of a family") {
    figure::Options options;
    options.parameter = "alpha";
    options.values = {2, 0.5};
    const auto scene = figure::family(study_of("elu"), context(Language::zh), options);
    CHECK(marks(scene, plot::Role::curve, "f 0.5").size() == 1);
    CHECK(marks(scene, plot::Role::curve, "f 2").size() == 1);
    options.parameter = "alfa";
    CHECK_THROWS_AS(figure::family(study_of("elu"), context(), options), InputError);
    options.parameter = "alpha";
    options.values = {1, 2, 3, 4, 5, 6};
    CHECK_THROWS_AS(figure::family(study_of("elu"), context(), options), InputError);
    CHECK_THROWS_AS(figure::family(study_of("relu"), context()), InputError);
}

namespace {

void require_a_name_for_every_member(const plot::Scene& scene) {
    std::size_t curves = 0, names = 0;
    for (const auto& mark : scene.marks) {
        if (mark.role == plot::Role::curve && mark.name.starts_with("f ")) ++curves;
        if (mark.role == plot::Role::label && mark.name.starts_with("value ")) ++names;
    }
    CHECK(curves >= 2);
    CHECK(names == curves);
    for (const auto& label : scene.dropped)
        CHECK_FALSE(label.starts_with("value "));
}

} // namespace

TEST_CASE("members whose curves lie too close are named in a key") {
    // The curves of leaky ReLU differ by a tenth of a unit: a key, with a piece of each line.
    CHECK(marks(figure::family(study_of("leaky_relu"), context()), plot::Role::guide, "value 0.01").size() == 1);
    CHECK(marks(figure::family(study_of("swish"), context()), plot::Role::guide, "value 1").empty());
}

TEST_CASE("families of the whole catalogue name every member and are laid out without a fault", "[catalogue]") {
    std::size_t drawn = 0;
    for (const auto& activation : scenes::catalogue().activations())
        for (const auto& parameter : activation.parameters) {
            // One after the other: little but the subtitle depends on the language.
            const Language language = all_languages[drawn++ % all_languages.size()];
            INFO(activation.id << ' ' << parameter.name << ' ' << code(language));
            figure::Options options;
            options.parameter = parameter.name;
            const plot::Scene scene = figure::family(study_of(activation.id), context(language), options);
            require_a_name_for_every_member(scene);
            require_faultless(scene);
        }
}
