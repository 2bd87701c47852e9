#include "base/diagnostic.hpp"
#include "figure/experiments.hpp"
#include "scenes.hpp"

#include <cmath>

using namespace actlas;
using namespace scenes;

namespace {

/// Quick, and large enough for what is asserted.
experiment::Settings quick() {
    experiment::Settings settings;
    settings.samples = 60;
    settings.held_out = 100;
    settings.units = 8;
    settings.epochs = 12;
    settings.region_epochs = 20;
    settings.networks = 2;
    settings.width = 60;
    settings.depth = 20;
    settings.dead_rates = {0.01, 0.5};
    return settings;
}

figure::Studies studies_of(std::initializer_list<const char*> ids) {
    figure::Studies studies;
    for (const char* const id : ids)
        studies.push_back(&study_of(id));
    return studies;
}

const figure::Studies& ten() {
    static const figure::Studies all =
        studies_of({"sigmoid", "tanh", "relu", "leaky_relu", "elu", "selu", "gelu", "silu", "mish", "softplus"});
    return all;
}

} // namespace

TEST_CASE("loss curves of ten functions stand apart, each with its name and its last loss") {
    const auto losses = figure::train_losses(ten(), quick(), 2);
    for (const Language language : all_languages)
        for (const char* const theme : {"light", "dark", "print"}) {
            const auto scene = figure::loss(losses, context(language, theme));
            require_faultless(scene);
            for (const auto* study : ten()) {
                INFO(study->activation.id);
                REQUIRE(marks(scene, plot::Role::curve, study->activation.id).size() == 1);
                CHECK(says(scene, study->activation.name + "  "));
            }
        }
    // No two share colour and dash.
    const auto scene = figure::loss(losses, context());
    std::vector<std::pair<std::string, std::vector<double>>> seen;
    for (const auto* study : ten()) {
        const auto& stroke =
            std::get<plot::PathMark>(marks(scene, plot::Role::curve, study->activation.id).at(0)->shape).stroke;
        const std::pair look{plot::to_hex(stroke->colour), stroke->dash};
        CHECK(std::find(seen.begin(), seen.end(), look) == seen.end());
        seen.push_back(look);
    }
}

TEST_CASE("a loss figure of a training that fails is drawn all the same") {
    auto losses = figure::train_losses(studies_of({"relu", "tanh"}), quick(), 1);
    for (auto& value : losses.courses[0].loss)
        value = std::nan("");
    require_faultless(figure::loss(losses, context()));
    CHECK(says(figure::loss(losses, context()), "ReLU  –"));
}

TEST_CASE("dead units: a panel a rate, and one label for curves that are one") {
    const auto dead = figure::train_dead_units(studies_of({"relu", "leaky_relu", "prelu"}), quick(), 2);
    for (const auto& rate : dead.courses) {
        CHECK(rate[1].dead == std::vector<double>(13, 0.0));
        CHECK(rate[2].dead == rate[1].dead);
    }
    CHECK(dead.courses[1][0].dead.back() > 0.1);
    for (const Language language : all_languages) {
        const auto scene = figure::dead_units(dead, context(language));
        require_faultless(scene);
        CHECK(marks(scene, plot::Role::curve, "relu").size() == 2);
        CHECK(says(scene, language == Language::en ? "Leaky ReLU, PReLU  0%" : "Leaky ReLU、PReLU  0%"));
    }
    const auto scene = figure::dead_units(dead, context());
    CHECK(says(scene, "Learning rate 0.01"));
    CHECK(says(scene, "Learning rate 0.5"));
    CHECK(scene.description.find("Leaky ReLU at rate 0.5: 0% at the end.") != std::string::npos);
}

TEST_CASE("six functions and four rates still find room") {
    auto settings = quick();
    settings.dead_rates = {0.001, 0.01, 0.1, 1};
    const auto dead =
        figure::train_dead_units(studies_of({"relu", "relu6", "elu", "gelu", "silu", "hard_swish"}), settings, 2);
    for (const Language language : all_languages)
        require_faultless(figure::dead_units(dead, context(language)));
}

TEST_CASE("points of a depth figure lie near their line, within their bars") {
    auto settings = quick();
    settings.width = 200;
    const auto depths = figure::measure_depths(studies_of({"relu", "tanh"}), {}, settings, 2);
    for (const auto& network : depths.networks) {
        REQUIRE(network.measured_gradient.size() == 10);
        REQUIRE(network.measured_signal.size() == 10);
        for (const auto* const measured : {&network.measured_gradient, &network.measured_signal})
            for (const auto& point : *measured) {
                CHECK(point.least <= point.mean);
                CHECK(point.mean <= point.greatest);
            }
        for (const auto& point : network.measured_gradient)
            CHECK(point.mean == Approx(network.gradient[static_cast<std::size_t>(point.layer)].y).margin(0.3));
        for (const auto& point : network.measured_signal)
            CHECK(point.mean == Approx(network.signal[static_cast<std::size_t>(point.layer)].y).margin(0.3));
    }
    const auto scene = figure::depth(depths, context());
    // In two panels; tanh with two variances.
    CHECK(marks(scene, plot::Role::point, "measured relu").size() == 20);
    CHECK(marks(scene, plot::Role::point, "measured tanh").size() == 40);
    CHECK(scene.description.find(
              "after 20 layers the gradient is 1 times as large in theory. In the networks measured") !=
          std::string::npos);
}

TEST_CASE("the kinds that train are reached by name and know their limits") {
    figure::Options options;
    options.experiments = quick();
    require_faultless(figure::by_name("loss", studies_of({"relu", "tanh"}), context(), options));
    require_faultless(figure::by_name("dead_units", studies_of({"relu"}), context(), options));
    auto many = ten();
    many.insert(many.end(), 3, &study_of("relu"));
    CHECK_THROWS_AS(figure::by_name("loss", many, context(), options), InputError);
    CHECK_THROWS_AS(figure::by_name("dead_units", ten(), context(), options), InputError);
}
