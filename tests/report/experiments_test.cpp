#include "pages.hpp"
#include "report/experiments_model.hpp"
#include "support/catch.hpp"
#include "support/text.hpp"

#include <cmath>
#include <limits>
#include <map>
#include <string>

using namespace actlas;
using actlas::test::count;
using analysis::Study;
using nlohmann::ordered_json;
using pages::small_report;

namespace {

const Study& study(const std::string& id) {
    for (const auto* each : pages::small_input().studies)
        if (each->activation.id == id) return *each;
    throw std::runtime_error("no study of " + id);
}

report::ExperimentResults nothing() {
    return {{}, {}, {}, {}, {}};
}

ordered_json model_of(const report::ExperimentResults& results) {
    return report::experiments_model(results, {&study("relu")});
}

report::ExperimentResults regions(double linear, double relu, double tanh) {
    auto results = nothing();
    const std::vector<experiment::Region> task{{linear, {}}, {relu, {}}, {tanh, {}}};
    results.regions = figure::Regions{{&study("relu"), &study("tanh")}, {}, {task, task}};
    return results;
}

report::ExperimentResults losses(const std::vector<experiment::Course>& courses) {
    auto results = nothing();
    results.losses = figure::Losses{{&study("relu"), &study("tanh")}, {}, courses};
    return results;
}

} // namespace

TEST_CASE("the sentence on decision regions is the one that the accuracies bear out") {
    const auto good = model_of(regions(0.5, 0.9, 0.8))["regions"];
    CHECK(good["all_better"] == true);
    CHECK(good["least_xor"] == "80.0%");
    CHECK(good["rows"][0]["page"] == "activation/relu");
    CHECK(good["rows"][1]["page"] == ""); // it has no page here
    const auto bad = model_of(regions(0.8, 0.9, 0.8))["regions"];
    CHECK(bad["all_better"] == false);
    CHECK(bad["not_better_xor"]["en"] == "Tanh");
    const auto worst = model_of(regions(0.95, 0.9, 0.8))["regions"];
    CHECK(worst["not_better_taiji"]["en"] == "ReLU and Tanh");
    CHECK(worst["not_better_taiji"]["zh"] == "ReLU 和 Tanh");
    CHECK(model_of(regions(0.5, 0.9, 0.8))["loss"] == false);
}

TEST_CASE("losses are sorted, failed trainings last, and compared only where there is something to compare") {
    const auto found =
        model_of(losses({{{0.8, 0.4, 0.2}, {}, 0.8, 0.7, 0.9}, {{0.8, 0.5, 0.1}, {}, 0.95, 0.92, 1}}))["loss"];
    CHECK(found["rows"][0]["name"] == "Tanh");
    CHECK(found["rows"][0]["halved"] == "2");
    CHECK(found["rows"][1]["halved"] == "1");
    CHECK(found["compared"]["ratio"] == "2");
    CHECK(found["compared"]["apart"] == true);
    CHECK(found["compared"]["overlap"] == false);
    const auto near = model_of(losses({{{0.8, 0.2}, {}, 0.8, 0.7, 0.9}, {{0.8, 0.1}, {}, 0.9, 0.85, 1}}))["loss"];
    CHECK(near["compared"]["apart"] == false);
    CHECK(near["compared"]["overlap"] == true);
    CHECK(near["rows"][0]["halved"] == "1");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto failed = model_of(losses({{{0.8, nan}, {}, 0.5, 0.5, 0.5}, {{0.8, 0.7}, {}, 0.9, 0.85, 1}}))["loss"];
    CHECK(failed["rows"][1]["name"] == "ReLU");
    CHECK(failed["rows"][1]["last"] == "—");
    CHECK(failed["rows"][1]["halved"] == "—");
    CHECK(failed["compared"] == false);
    const auto equal = model_of(losses({{{1, 0.5}, {}, 0.5, 0.5, 0.5}, {{1, 0.5}, {}, 0.5, 0.5, 0.5}}))["loss"];
    CHECK(equal["compared"] == false);
}

TEST_CASE("what cannot die is told from what did not, and a share that grows from one that does not") {
    auto results = nothing();
    experiment::Settings settings;
    settings.dead_rates = {0.1, 0.3};
    const auto course = [](double share) { return experiment::Course{{}, {0, share}, 0.9, 0.9, 0.9}; };
    results.dead = figure::DeadUnits{
        {&study("relu"), &study("leaky_relu"), &study("gelu"), &study("tanh")},
        settings,
        {{course(0.1), course(0), course(0), course(0.2)}, {course(0.4), course(0), course(0), course(0.1)}}};
    const auto found = model_of(results)["dead"];
    CHECK(found["immune"]["en"] == "Leaky ReLU");
    CHECK(found["spared"]["en"] == "GELU");
    CHECK(found["struck"]["en"] == "ReLU and Tanh");
    REQUIRE(found["growing"].size() == 1);
    CHECK(found["growing"][0]["least_rate"] == "10.0%");
    CHECK(found["growing"][0]["greatest_rate"] == "40.0%");
    REQUIRE(found["not_growing"].size() == 1);
    CHECK(found["not_growing"][0]["greatest"] == "20.0%");
    // A slope of 0.01 is no longer more than the limit.
    results.dead->settings.dead_slope = 0.01;
    CHECK(model_of(results)["dead"]["immune"] == false);
}

TEST_CASE("networks are sorted by what becomes of their gradients, and the worst miss of theory is named") {
    auto results = nothing();
    experiment::Settings settings;
    settings.depth = 2;
    const auto network = [](const char* id, double decades, double measured) {
        return figure::DeepNetwork{&study(id),
                                   1.5,
                                   false,
                                   {{0, 0}, {1, decades / 2}, {2, decades}},
                                   {{0, 0}, {1, 0}, {2, 0}},
                                   {{2, measured, measured, measured}},
                                   {}};
    };
    results.depths = figure::Depths{{&study("relu"), &study("tanh"), &study("sigmoid")},
                                    settings,
                                    false,
                                    {network("relu", 0, 0.1), network("tanh", 3, 3), network("sigmoid", -5, -5.3)}};
    const auto found = model_of(results)["depth"];
    CHECK(found["kept"]["members"][0]["name"] == "ReLU");
    CHECK(found["exploding"]["members"][0]["name"] == "Tanh");
    CHECK(found["vanishing"]["members"][0]["name"] == "Sigmoid");
    CHECK(found["difference"]["name"] == "Sigmoid");
    CHECK(found["difference"]["factor"] == "2"); // 10^0.3 = 1.995...
    CHECK(found["rows"][1]["gradient"]["theory"] == "1000");
    CHECK(found["rows"][2]["gradient"]["measured"] == "5 × 10⁻⁶");
    CHECK(found["rows"][0]["signal"]["measured"] == "");
    CHECK(found["any_recommended"] == false);
}

TEST_CASE("the page on experiments has every experiment in both languages and formats") {
    for (const std::string language : {"zh", "en"}) {
        const std::string& html = small_report().at(language + "/experiments.html");
        CHECK(count(html, "<figure") == 4);
        CHECK(count(html, "<table") == 4);
        CHECK(count(small_report().at(language + "/experiments.md"), "<img ") == 4);
        for (const char* const name : {"regions", "depth", "dead-units", "loss"})
            for (const char* const theme : {"light", "dark"})
                CHECK(small_report().contains("figures/experiment-" + std::string(name) + "." + language + "." + theme +
                                              ".svg"));
        CHECK(small_report().at(language + "/index.html").find("href=\"experiments.html\"") != std::string::npos);
    }
    CHECK(small_report().at("en/experiments.md").find("shape 2–6–6–1") != std::string::npos);
    CHECK(small_report().at("en/index.md").find("](experiments.md)") != std::string::npos);
}

TEST_CASE("an experiment without functions is left out, and without any there is no page") {
    auto input = pages::small_input();
    input.themes = {"light"};
    input.experiments->deep.clear();
    input.experiments->dead.clear();
    input.experiments->loss.clear();
    std::map<std::string, std::string> files;
    for (auto& artefact : report::render_report(input))
        files[artefact.path] = artefact.bytes;
    CHECK(count(files.at("en/experiments.html"), "<figure") == 1);
    CHECK_FALSE(files.contains("figures/experiment-loss.en.light.svg"));
    input.experiments->regions.clear();
    files.clear();
    for (auto& artefact : report::render_report(input))
        files[artefact.path] = artefact.bytes;
    CHECK_FALSE(files.contains("en/experiments.html"));
    CHECK(files.at("en/index.html").find("experiments.html") == std::string::npos);
    input.experiments.reset();
    CHECK(report::render_report(input).size() == files.size());
}
