#include "experiment/signals.hpp"
#include "experiment/units.hpp"
#include "oracle/lines.hpp"
#include "support/catch.hpp"

#include <cmath>

using namespace actlas;
using namespace actlas::experiment;
using actlas::test::unit;

TEST_CASE("signals and gradients go as in another implementation") {
    const auto lines = oracle::lines("experiments.txt", "sizes");
    REQUIRE(lines.size() >= 4);
    for (const auto& line : lines) {
        INFO(line[1]);
        Settings settings;
        settings.networks = 2;
        settings.width = std::stoi(line[3]);
        settings.depth = std::stoi(line[4]);
        settings.seed = std::stoi(line[6]);
        const auto sizes =
            measured_sizes({{unit(line[1], 1), std::stod(line[2])}}, std::stoi(line[5]), settings, 1).at(0).at(1);
        const auto layers = oracle::numbers(line[7]);
        const auto signals = oracle::numbers(line[8]);
        const auto gradients = oracle::numbers(line[9]);
        REQUIRE(sizes.size() == layers.size());
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            CHECK(sizes[i].layer == layers[i]);
            CHECK(sizes[i].signal == Approx(signals[i]).epsilon(1e-11));
            CHECK(sizes[i].gradient == Approx(gradients[i]).epsilon(1e-11));
        }
    }
}

TEST_CASE("wide linear layers multiply signal and gradient by the weight variance") {
    Settings settings;
    settings.width = 300;
    settings.depth = 10;
    settings.networks = 2;
    // With the relative error of a mean square of n numbers, sqrt(2/n), in each of ten layers: 26% at most likely.
    for (const double variance : {0.5, 1.0, 2.0}) {
        const auto networks = measured_sizes({{unit("x", 1), variance}}, 5, settings, 1);
        for (const auto& repetition : networks.at(0))
            for (const auto& size : repetition) {
                const double expected = std::pow(variance, size.layer);
                CHECK(size.signal / expected == Approx(1).margin(0.5));
                CHECK(size.gradient / expected == Approx(1).margin(0.5));
            }
    }
    // The same weights but for their scale: the ratio is exact.
    const auto both = measured_sizes({{unit("x", 1), 1}, {unit("x", 1), 4}}, 10, settings, 1);
    CHECK(both[1][0].back().signal == Approx(std::pow(4, 10) * both[0][0].back().signal).epsilon(1e-12));
    CHECK(both[1][0].back().gradient == Approx(std::pow(4, 10) * both[0][0].back().gradient).epsilon(1e-12));
}

TEST_CASE("sizes are the same for any number of jobs, and every depth has its last layer") {
    Settings settings;
    settings.width = 20;
    settings.depth = 7;
    settings.networks = 3;
    const std::vector<DeepNetwork> networks{{unit("tanh(x)", 1), 1.5}, {unit("relu(x)", 1), 2}};
    const auto one = measured_sizes(networks, 3, settings, 1);
    const auto two = measured_sizes(networks, 3, settings, 2);
    for (std::size_t i = 0; i < networks.size(); ++i)
        for (std::size_t k = 0; k < 3; ++k) {
            REQUIRE(one[i][k].size() == 3); // layers 3, 6, 7
            CHECK(one[i][k].back().layer == 7);
            for (std::size_t n = 0; n < 3; ++n) {
                CHECK(one[i][k][n].signal == two[i][k][n].signal);
                CHECK(one[i][k][n].gradient == two[i][k][n].gradient);
            }
        }
}
