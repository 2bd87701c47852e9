// The built-in formulas against definitions that were typed independently: see make_reference_values.py.

#include "base/number.hpp"
#include "catalogue/catalogue.hpp"
#include "formula/derivative.hpp"
#include "formula/evaluator.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

using actlas::catalogue::Activation;
using actlas::catalogue::Catalogue;

namespace {

struct Row {
    double x = 0;
    double value = 0;
    double slope = 0;
};

/// An underflown literal ("4e-398") reads as 0.
double number(const std::string& text) {
    if (const auto parsed = actlas::parse_number(text)) return *parsed;
    REQUIRE(text.find("e-") != std::string::npos);
    return 0;
}

std::map<std::string, std::vector<Row>> read_table() {
    std::ifstream file(ACTLAS_SOURCE_DIR "/tests/catalogue/reference_values.txt");
    REQUIRE(file);
    std::map<std::string, std::vector<Row>> table;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with('#')) continue;
        std::istringstream words(line);
        std::string id;
        std::string x;
        std::string value;
        std::string slope;
        REQUIRE(words >> id >> x >> value >> slope);
        table[id].push_back({number(x), number(value), number(slope)});
    }
    return table;
}

/// Nearness for slips of formulas; how accurate the last digits are is tested elsewhere. Zeros at fractions of pi, as
/// that of cos(pi x) at 1/2, are met only up to the rounding of pi x.
void check_near(double got, double expected) {
    const double least = expected == 0 ? 1e-14 : 1e-30;
    CHECK(std::abs(got - expected) <= 1e-12 * std::abs(expected) + least);
}

} // namespace

TEST_CASE("every built-in activation has the values and slopes of its definition") {
    const auto table = read_table();
    const Catalogue catalogue = Catalogue::builtin();
    CHECK(table.size() == catalogue.activations().size());
    for (const Activation& activation : catalogue.activations()) {
        INFO(activation.id << " = " << activation.source);
        const auto rows = table.find(activation.id);
        REQUIRE(rows != table.end());
        CHECK(rows->second.size() >= 8);
        const actlas::formula::Evaluator f(activation.expr, activation.bindings());
        const actlas::formula::Evaluator slope(actlas::formula::derivative(activation.expr), activation.bindings());
        for (const Row& row : rows->second) {
            INFO("x = " << row.x << ", f = " << f(row.x) << " for " << row.value << ", f' = " << slope(row.x) << " for "
                        << row.slope);
            check_near(f(row.x), row.value);
            check_near(slope(row.x), row.slope);
        }
    }
}

TEST_CASE("at 0 rectifiers have the slope of their left side, as the frameworks take it") {
    const Catalogue catalogue = Catalogue::builtin();
    const auto slope_at_0 = [&](std::string_view id) {
        const Activation& activation = *catalogue.find(id);
        return actlas::formula::Evaluator(actlas::formula::derivative(activation.expr), activation.bindings())(0);
    };
    CHECK(slope_at_0("relu") == 0);
    CHECK(slope_at_0("relu6") == 0);
    CHECK(slope_at_0("squared_relu") == 0);
    CHECK(slope_at_0("leaky_relu") == 0.01);
    CHECK(slope_at_0("prelu") == 0.25);
    CHECK(slope_at_0("hardshrink") == 0);
}
