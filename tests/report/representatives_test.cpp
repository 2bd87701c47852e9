#include "formula/parser.hpp"
#include "report/representatives.hpp"
#include "support/catch.hpp"

#include <deque>
#include <string>
#include <vector>

using namespace actlas;

namespace {

std::vector<std::string> chosen(const std::vector<std::string>& formulas, const std::string& in_framework = {}) {
    std::deque<analysis::Study> made;
    std::vector<const analysis::Study*> family;
    for (const std::string& formula : formulas) {
        catalogue::Activation activation;
        activation.id = formula;
        activation.source = formula;
        activation.expr = formula::parse(formula);
        if (formula == in_framework) activation.frameworks = {{.framework = "torch", .name = "f", .note = {}}};
        made.push_back(analysis::study(activation, analysis::Scope::properties));
        family.push_back(&made.back());
    }
    std::vector<std::string> names;
    for (const auto* study : report::representatives(family))
        names.push_back(study->activation.id);
    return names;
}

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("members that could not be told apart are not shown beside each other") {
    CHECK(chosen({"x", "1.001*x", "-x"}) == Ids{"x", "-x"});
    CHECK(chosen({"x", "x"}) == Ids{"x"});
    CHECK(chosen({}).empty());
}

TEST_CASE("the choice starts from what a framework has, keeps the family's order and ends at six") {
    CHECK(chosen({"x", "1.001*x"}, "1.001*x") == Ids{"1.001*x"});
    // From 0.1 the farthest is -3, then the gaps are halved.
    CHECK(chosen({"0.1", "3", "0.2", "-3"}).front() == "0.1");
    CHECK(chosen({"0.1", "3", "0.11", "-3"}) == Ids{"0.1", "3", "-3"});
    CHECK(chosen({"0", "1", "2", "3", "-1", "-2", "-3", "0.5"}).size() == 6);
}

TEST_CASE("values that are none or too large are cut, so that they decide nothing alone") {
    CHECK(chosen({"exp(exp(x))", "log(x)"}).size() == 2);
    CHECK(chosen({"1000", "2000"}) == Ids{"1000"});
}
