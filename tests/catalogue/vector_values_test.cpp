// The built-in activations of vectors against definitions that were typed independently: see oracle/vectors.py.

#include "base/number.hpp"
#include "catalogue/catalogue.hpp"
#include "catalogue/vector_catalogue.hpp"
#include "formula/vector_evaluator.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using actlas::catalogue::VectorActivation;
using actlas::catalogue::VectorCatalogue;
using actlas::formula::VectorEvaluator;

namespace {

struct VectorRow {
    std::string id;
    std::vector<double> x;
    std::vector<double> y;
    std::vector<double> jacobian; ///< empty at a kink
};

std::vector<double> numbers(const std::string& text) {
    std::vector<double> result;
    std::istringstream list(text);
    for (std::string word; std::getline(list, word, ',');) {
        word.erase(std::remove(word.begin(), word.end(), ' '), word.end());
        const auto value = actlas::parse_number(word);
        // What no double holds is below or beyond all of them.
        if (!value) REQUIRE((word.find("e-") != std::string::npos || word.find("e+") != std::string::npos));
        const double beyond = word[0] == '-' ? -HUGE_VAL : HUGE_VAL;
        result.push_back(value ? *value : word.find("e-") != std::string::npos ? 0 : beyond);
    }
    return result;
}

std::vector<VectorRow> read_vectors() {
    std::ifstream file(ACTLAS_SOURCE_DIR "/tests/oracle/vectors.txt");
    REQUIRE(file);
    std::vector<VectorRow> rows;
    for (std::string line; std::getline(file, line);) {
        std::istringstream parts(line);
        VectorRow row;
        std::string x;
        std::string y;
        std::string jacobian;
        std::getline(parts, row.id, ';');
        std::getline(parts, x, ';');
        std::getline(parts, y, ';');
        std::getline(parts, jacobian, ';');
        row.x = numbers(x);
        row.y = numbers(y);
        if (jacobian.find('-') == std::string::npos || jacobian.size() > 2) row.jacobian = numbers(jacobian);
        rows.push_back(std::move(row));
    }
    return rows;
}

/// What a bent input costs: a relative error of the value, and for those that subtract like sizes one of the largest.
struct Tolerance {
    double relative = 0;
    double of_largest = 0;
};

Tolerance tolerance(const std::string& id) {
    static const std::set<std::string> measured_against_the_whole{"squash", "l2_normalize", "dice", "ab_relu"};
    static const std::set<std::string> of_a_threshold{"sparsemax", "entmax15", "alpha_entmax"};
    static const std::set<std::string> complex{"cardioid", "modrelu"};
    if (measured_against_the_whole.contains(id) || complex.contains(id)) return {1e-12, 4e-15};
    if (of_a_threshold.contains(id)) return {1e-12, 1e-15};
    return {2e-13, 0};
}

void check_close(const std::vector<double>& got, const std::vector<double>& wanted, const Tolerance& tolerance) {
    REQUIRE(got.size() == wanted.size());
    double largest = 0;
    for (const double value : wanted)
        largest = std::max(largest, std::fabs(value));
    for (std::size_t i = 0; i < got.size(); ++i) {
        INFO("component " << i << ": " << got[i] << ", wanted " << wanted[i]);
        const double margin = std::max({tolerance.relative * std::fabs(wanted[i]), tolerance.of_largest * largest,
                                        4 * std::numeric_limits<double>::denorm_min()});
        CHECK((got[i] == wanted[i] || std::fabs(got[i] - wanted[i]) <= margin));
    }
}

} // namespace

TEST_CASE("activations of vectors have the values of the literature's definitions, at ordinary and extreme inputs") {
    const VectorCatalogue catalogue = VectorCatalogue::builtin();
    std::set<std::string> seen;
    for (const VectorRow& row : read_vectors()) {
        INFO(row.id << " at " << row.x[0] << ", " << row.x[1] << ", ...");
        const VectorActivation* const activation = catalogue.find(row.id);
        REQUIRE(activation != nullptr);
        seen.insert(row.id);
        const VectorEvaluator evaluate(activation->formula, activation->about.bindings());
        REQUIRE(evaluate.formula().refusal(row.x.size()).empty());
        check_close(evaluate(row.x), row.y, tolerance(row.id));
        if (row.jacobian.empty()) continue;
        check_close(evaluate.jacobian(row.x).values, row.jacobian, tolerance(row.id));
    }
    for (const std::string& id : catalogue.ids()) {
        INFO("vectors.py does not define " << id);
        CHECK(seen.contains(id));
    }
}

TEST_CASE("activations of vectors have names of their own and relations that exist") {
    const VectorCatalogue catalogue = VectorCatalogue::builtin();
    const auto numbers = actlas::catalogue::Catalogue::builtin();
    CHECK(catalogue.activations().size() >= 40);
    for (const VectorActivation& activation : catalogue.activations()) {
        INFO(activation.about.id);
        CHECK_FALSE(numbers.has_id(activation.about.id));
        CHECK(catalogue.find(activation.about.id) == &activation);
        CHECK(catalogue.find(activation.about.name) == &activation);
        for (const std::string& alias : activation.about.aliases)
            CHECK(catalogue.find(alias) == &activation);
        for (const auto& relation : activation.about.relations)
            CHECK(catalogue.find(relation.id) != nullptr);
    }
    CHECK(catalogue.group("@vector") == catalogue.ids());
    CHECK(catalogue.group("@gates").front() == "glu");
    CHECK(catalogue.group("@rectifier").empty());
}
