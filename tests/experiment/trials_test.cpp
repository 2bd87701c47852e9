#include "experiment/trials.hpp"
#include "experiment/units.hpp"
#include "oracle/lines.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>

using namespace actlas;
using namespace actlas::experiment;
using actlas::test::unit;

namespace {

Settings small() {
    Settings settings;
    settings.samples = 60;
    settings.held_out = 100;
    settings.units = 5;
    settings.epochs = 6;
    settings.region_epochs = 8;
    settings.batch = 20;
    settings.networks = 2;
    settings.dead_rates = {0.01, 0.5};
    return settings;
}

void require_same(const std::vector<Course>& a, const std::vector<Course>& b) {
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        CHECK(a[i].loss == b[i].loss);
        CHECK(a[i].dead == b[i].dead);
        CHECK(a[i].accuracy == b[i].accuracy);
    }
}

} // namespace

TEST_CASE("training goes as in another implementation: losses, dead units and accuracy") {
    const auto lines = oracle::lines("experiments.txt", "course");
    REQUIRE(lines.size() >= 4);
    for (const auto& line : lines) {
        INFO(line[1]);
        Settings settings;
        settings.networks = 1;
        settings.held_out = 200;
        settings.layers = std::stoi(line[3]);
        settings.units = std::stoi(line[4]);
        settings.samples = std::stoi(line[5]);
        settings.epochs = std::stoi(line[6]);
        settings.batch = std::stoi(line[7]);
        settings.dead_rates = {std::stod(line[8])};
        settings.seed = std::stoi(line[9]);
        settings.dead_slope = std::stod(line[10]);
        settings.rate = settings.dead_rates.front();
        const std::vector<Unit> units{unit(line[1], std::stod(line[2]))};
        const Course course = loss_courses(units, settings, 1).at(0);
        const Course counted = dead_courses(units, settings, 1).at(0).at(0);
        const auto losses = oracle::numbers(line[11]);
        const auto dead = oracle::numbers(line[12]);
        REQUIRE(course.loss.size() == losses.size());
        REQUIRE(counted.dead.size() == dead.size());
        for (std::size_t i = 0; i < losses.size(); ++i) {
            CHECK(course.loss[i] == Approx(losses[i]).epsilon(1e-9));
            CHECK(counted.dead[i] == Approx(dead[i]).margin(1e-12));
        }
        CHECK(course.accuracy == Approx(std::stod(line[13])).margin(1e-12));
        CHECK(counted.accuracy == course.accuracy);
    }
}

TEST_CASE("before training half of the samples' information is missing: guessing costs about ln 2") {
    Settings settings = small();
    settings.epochs = 1;
    // First weights of size 0 leave the biases, which lie within 1/2.
    const auto courses = loss_courses({unit("0*x", 0)}, settings, 1);
    CHECK(courses.at(0).loss.front() == Approx(std::log(2)).margin(0.25));
    CHECK(courses[0].dead.empty());
}

TEST_CASE("every unit of a constant function is dead, none of a line") {
    Settings settings = small();
    settings.dead_slope = 0;
    const auto courses = dead_courses({unit("0*x", 1), unit("x", 1)}, settings, 2);
    REQUIRE(courses.size() == 2); // rates
    for (const auto& rate : courses) {
        for (const double share : rate.at(0).dead)
            CHECK(share == 1);
        for (const double share : rate.at(1).dead)
            CHECK(share == 0);
    }
}

TEST_CASE("a slope at the limit counts as dead, one above it does not") {
    Settings settings = small();
    settings.epochs = 1;
    settings.dead_slope = 0.25;
    CHECK(dead_courses({unit("x/4", 1)}, settings, 1)[0][0].dead.back() == 1);
    settings.dead_slope = 0.2499;
    CHECK(dead_courses({unit("x/4", 1)}, settings, 1)[0][0].dead.back() == 0);
}

TEST_CASE("results are the same for any number of jobs") {
    const std::vector<Unit> units{unit("tanh(x)", 1.5), unit("relu(x)", 1.4), unit("x*sigmoid(x)", 1.5)};
    require_same(loss_courses(units, small(), 1), loss_courses(units, small(), 2));
    const auto one = dead_courses(units, small(), 1);
    const auto three = dead_courses(units, small(), 3);
    REQUIRE(one.size() == three.size());
    for (std::size_t rate = 0; rate < one.size(); ++rate)
        require_same(one[rate], three[rate]);
    const auto regions = decision_regions(units, 1, 9, small(), 1);
    const auto others = decision_regions(units, 1, 9, small(), 2);
    REQUIRE(regions.size() == 2);
    for (std::size_t task = 0; task < regions.size(); ++task)
        for (std::size_t model = 0; model < regions[task].size(); ++model) {
            CHECK(regions[task][model].logits == others[task][model].logits);
            CHECK(regions[task][model].accuracy == others[task][model].accuracy);
        }
}

TEST_CASE("a mean over networks lies between the least and the greatest of them") {
    Settings settings = small();
    settings.held_out = 1000;
    const auto courses = loss_courses({unit("tanh(x)", 1.5)}, settings, 1);
    CHECK(courses[0].least_accuracy <= courses[0].accuracy);
    CHECK(courses[0].accuracy <= courses[0].greatest_accuracy);
    CHECK(courses[0].least_accuracy < courses[0].greatest_accuracy); // two networks that differ
    Settings other = small();
    other.seed = 2;
    CHECK(loss_courses({unit("tanh(x)", 1.5)}, other, 1)[0].loss != courses[0].loss);
}

TEST_CASE("streams of random numbers for different purposes and networks differ") {
    const Settings settings;
    std::vector<std::uint64_t> seeds;
    for (const auto purpose : {Purpose::samples, Purpose::held_out, Purpose::weights, Purpose::order, Purpose::signals})
        for (std::uint64_t index = 0; index < 20; ++index)
            seeds.push_back(seed_for(settings, purpose, index));
    std::sort(seeds.begin(), seeds.end());
    CHECK(std::adjacent_find(seeds.begin(), seeds.end()) == seeds.end());
}
