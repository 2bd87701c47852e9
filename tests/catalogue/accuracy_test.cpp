// Every activation of the catalogue against the exact values of tests/oracle/activations.txt.
#include "catalogue/catalogue.hpp"
#include "formula/derivative.hpp"
#include "formula/evaluator.hpp"
#include "oracle/table.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

using namespace actlas;

namespace {

/// An exact number and what accuracy can be asked for; see tests/oracle/jets.py.
struct Target {
    oracle::Exact exact;
    double amplification = 1;
    double largest_term = 0; ///< 0 where full relative accuracy is asked for
};

struct Row {
    double x = 0;
    Target value;
    std::optional<Target> slope;
};

struct Section {
    std::string formula;
    std::map<std::string, double> parameters;
    std::vector<Row> rows;
};

std::optional<Target> read_target(std::istream& words) {
    std::string bits;
    if (!(words >> bits) || bits == "-") return std::nullopt;
    Target target;
    target.exact.nearest = oracle::from_bits(bits);
    if (!(words >> target.exact.above >> target.amplification >> target.largest_term)) {
        throw std::runtime_error("tests/oracle/activations.txt: a number is missing");
    }
    return target;
}

std::map<std::string, double> read_parameters(std::istream& words) {
    std::map<std::string, double> parameters;
    for (std::string word; words >> word;) {
        const std::size_t equals = word.find('=');
        parameters[word.substr(0, equals)] = std::strtod(word.c_str() + equals + 1, nullptr);
    }
    return parameters;
}

std::map<std::string, Section> read_table() {
    std::ifstream file = oracle::open("activations.txt");
    std::map<std::string, Section> sections;
    Section* section = nullptr;
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string first;
        words >> first;
        if (first == "#") continue;
        if (first == "activation") {
            std::string id;
            words >> id;
            section = &sections[id];
        } else if (first == "formula") {
            section->formula = line.substr(8);
        } else if (first == "parameters") {
            section->parameters = read_parameters(words);
        } else {
            Row row;
            row.x = oracle::from_bits(first);
            row.value = read_target(words).value();
            row.slope = read_target(words);
            section->rows.push_back(row);
        }
    }
    return sections;
}

/// 8 ulp; 4 times the factor by which the formula itself amplifies a rounding error; where terms may cancel, 4 ulp of
/// the largest.
double tolerance(const Target& target) {
    double ulps = std::max(8.0, 4 * target.amplification);
    if (target.largest_term > 0) {
        ulps = std::max(ulps, 4 * oracle::ulp(target.largest_term) / oracle::ulp(target.exact.nearest));
    }
    return ulps;
}

void check(const std::string& what, double x, double computed, const Target& target) {
    const double error = oracle::error_in_ulps(computed, target.exact);
    const double allowed = tolerance(target);
    if (error <= allowed) return;
    std::ostringstream message;
    message.precision(17);
    message << what << " at x = " << x << ": computed " << computed << ", exact " << target.exact.nearest << ", "
            << error << " ulp off, " << allowed << " allowed";
    FAIL_CHECK(message.str());
}

} // namespace

TEST_CASE("values and slopes of every activation are as accurate as its formula allows") {
    const std::map<std::string, Section> table = read_table();
    const catalogue::Catalogue catalogue = catalogue::Catalogue::builtin();
    REQUIRE(catalogue.activations().size() > 400);
    for (const catalogue::Activation& activation : catalogue.activations()) {
        const auto found = table.find(activation.id);
        INFO(activation.id << ": the table is out of date; run: python3 tests/oracle/make_catalogue_table.py");
        REQUIRE(found != table.end());
        const Section& section = found->second;
        const std::vector<formula::Binding> bindings = activation.bindings();
        std::map<std::string, double> parameters;
        for (const formula::Binding& binding : bindings)
            parameters[binding.name] = binding.value;
        CHECK(section.formula == activation.source);
        CHECK(section.parameters == parameters);
        CHECK(section.rows.size() >= 40);

        // As written, and simplified and differentiated with the parameters kept as symbols or replaced by their
        // values.
        const formula::Expr bound = formula::bind(activation.expr, bindings);
        const std::vector<formula::Evaluator> values{
            formula::Evaluator(bound), formula::Evaluator(formula::derivative(activation.expr, 0), bindings),
            formula::Evaluator(formula::derivative(bound, 0))};
        const std::vector<formula::Evaluator> slopes{
            formula::Evaluator(formula::derivative(activation.expr, 1), bindings),
            formula::Evaluator(formula::derivative(bound, 1))};
        for (const Row& row : section.rows) {
            for (const auto& f : values)
                check(activation.id, row.x, f(row.x), row.value);
            if (!row.slope) continue;
            for (const auto& slope : slopes)
                check(activation.id + "'", row.x, slope(row.x), *row.slope);
        }
    }
    CHECK(table.size() == catalogue.activations().size());
}
