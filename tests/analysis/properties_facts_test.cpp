// Classes against what others found: properties_facts.txt.

#include "analysis/properties.hpp"
#include "base/number.hpp"
#include "catalogue/catalogue.hpp"
#include "formula/parser.hpp"
#include "support/catch.hpp"

#include <fmt/format.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>

using namespace actlas;
using analysis::Evidence;
using analysis::Monotonicity;

namespace {

struct Fact {
    std::string id;
    std::string monotone;
    std::string continuity;
    std::string parity;
    std::vector<formula::Binding> parameters;
    std::string formula;
};

std::vector<Fact> facts() {
    std::vector<Fact> found;
    std::ifstream file(ACTLAS_SOURCE_DIR "/tests/analysis/properties_facts.txt");
    std::string line;
    while (std::getline(file, line)) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream columns(line);
        Fact fact;
        std::string parameters;
        std::getline(columns, fact.id, '\t');
        std::getline(columns, fact.monotone, '\t');
        std::getline(columns, fact.continuity, '\t');
        std::getline(columns, fact.parity, '\t');
        std::getline(columns, parameters, '\t');
        std::getline(columns, fact.formula, '\t');
        std::istringstream words(parameters);
        std::string word;
        while (words >> word) {
            if (word == "-") break;
            const std::size_t equals = word.find('=');
            fact.parameters.push_back({word.substr(0, equals), parse_number(word.substr(equals + 1)).value()});
        }
        found.push_back(std::move(fact));
    }
    return found;
}

std::string monotone(Monotonicity monotonicity) {
    switch (monotonicity) {
    case Monotonicity::strictly_increasing:
    case Monotonicity::nondecreasing:
        return "increasing";
    case Monotonicity::strictly_decreasing:
    case Monotonicity::nonincreasing:
        return "decreasing";
    default:
        return "no";
    }
}

std::string continuity(const analysis::Smoothness& smoothness) {
    return smoothness.infinite ? "C^inf" : fmt::format("C^{}", smoothness.order);
}

} // namespace

TEST_CASE("no class contradicts those that others measured of four hundred functions") {
    const auto all = facts();
    CHECK(all.size() >= 400);
    std::size_t undecided = 0;
    for (const Fact& fact : all) {
        INFO(fact.id << ": " << fact.formula);
        std::vector<std::string> names;
        for (const auto& parameter : fact.parameters)
            names.push_back(parameter.name);
        const auto found = analysis::properties(formula::bind(formula::parse(fact.formula, names), fact.parameters));
        if (found.monotonicity.evidence != Evidence::undecided)
            CHECK(monotone(found.monotonicity.value) == fact.monotone);
        else
            ++undecided;
        if (found.continuity.evidence != Evidence::undecided)
            CHECK(continuity(found.continuity.value) == fact.continuity);
        else
            ++undecided;
        if (found.parity.evidence != Evidence::undecided)
            CHECK(word(found.parity.value) == fact.parity);
        else
            ++undecided;
    }
    // What stays open: formulas that change over to a series or to another form of themselves, or oscillate for ever.
    CHECK(undecided <= 30);
}

TEST_CASE("the catalogue's classes are decided and right") {
    std::map<std::string, Fact> by_id;
    for (const Fact& fact : facts())
        by_id[fact.id] = fact;
    const catalogue::Catalogue builtin = catalogue::Catalogue::builtin();
    for (const catalogue::Activation& activation : builtin.activations()) {
        INFO(activation.id);
        const auto found = analysis::properties(formula::bind(activation.expr, activation.bindings()));
        REQUIRE(found.monotonicity.evidence <= Evidence::exact);
        REQUIRE(found.continuity.evidence <= Evidence::exact);
        REQUIRE(found.parity.evidence <= Evidence::exact);
        REQUIRE(found.convexity.evidence <= Evidence::exact);
        for (const auto& kink : found.kinks)
            CHECK(kink.evidence <= Evidence::exact);
        for (const analysis::Bound* bound :
             {&found.infimum, &found.supremum, &found.slope_infimum, &found.slope_supremum, &found.lipschitz}) {
            // x cos(x) has no limits, so no rule tells that it is unbounded; the values found say so.
            if (activation.id == "gcu")
                CHECK(bound->evidence == Evidence::estimated);
            else
                CHECK(bound->evidence <= Evidence::exact);
        }
        const auto fact = by_id.find(activation.id);
        if (fact == by_id.end()) continue;
        CHECK(monotone(found.monotonicity.value) == fact->second.monotone);
        CHECK(word(found.parity.value) == fact->second.parity);
        if (activation.id == "threshold") continue; // there with parameters that make it continuous
        CHECK(continuity(found.continuity.value) == fact->second.continuity);
    }
}
