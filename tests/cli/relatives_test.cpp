// What the program says of functions that are the same or near, and of formulas that are not what their author thinks.

#include "cli/support.hpp"
#include "support/catch.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <string>

using actlas::test::contains;
using actlas::test::Run;
using actlas::test::run_actlas;

TEST_CASE("show names the same functions and the nearest, in text and JSON") {
    const Run card = run_actlas({"show", "tanh"});
    CHECK(card.status == 0);
    CHECK(card.err.empty());
    CHECK(contains(card.out, "THE SAME AND THE NEAREST"));
    CHECK(contains(card.out, "f(x) = 2g(2x) − 1"));
    CHECK(contains(run_actlas({"show", "tanh", "--lang", "zh-CN"}).out, "最接近"));

    const auto json = nlohmann::json::parse(run_actlas({"show", "tanh", "--json"}).out);
    CHECK(json["relatives"].size() >= 3);
    CHECK(json["relatives"][0]["largest_gap"]["evidence"] == "proved");
    CHECK(json["same_as"].is_array());
}

TEST_CASE("a formula that the catalogue has is told so, and drawn all the same") {
    const Run shown = run_actlas({"show", "--formula", "if(x >= 0, x, 2^(x/log(2)) - 1)"});
    CHECK(shown.status == 0);
    CHECK(contains(shown.err, "warning: the formula is the same function as \"elu\""));
    CHECK(contains(shown.err, "`actlas show elu`"));

    const Run drawn = run_actlas({"plot", "--formula", "x/(1 + exp(-x))", "-o", "f.svg"});
    CHECK(drawn.status == 0);
    CHECK(contains(drawn.err, "the formula is the same function as \"silu\""));

    const Run other = run_actlas({"plot", "--formula", "x/(1 + exp(-1.001*x))", "-o", "f.svg"});
    CHECK(other.status == 0);
    CHECK(other.err.empty());
}

TEST_CASE("a formula without a value somewhere is drawn with a warning that says where") {
    const auto said = [](const std::string& formula) {
        const Run run = run_actlas({"plot", "--formula", formula, "-o", "f.svg"});
        CHECK(run.status == 0);
        return run.err;
    };
    CHECK(contains(said("log(x)"), "warning: the formula has no finite value for x in (-inf, 0]"));
    CHECK(contains(said("sqrt(x)"), "for x in (-inf, 0)\n"));
    CHECK(contains(said("1/x"), "at x = 0\n"));
    CHECK(contains(said("sqrt(x^2 - 1)"), "for x in (-1, 1)\n"));
    CHECK(contains(said("1/(x^2 - 1)"), "for some x in [-1, 1]\n"));
    CHECK(said("tanh(x) + x^2/7").empty());
}

TEST_CASE("a parameter outside its usual range is warned of") {
    const Run run = run_actlas({"plot", "leaky_relu", "--param", "alpha=5", "-o", "f.svg"});
    CHECK(run.status == 0);
    CHECK(contains(run.err, "warning: alpha = 5 of \"leaky_relu\" is outside its usual range"));
    CHECK(run_actlas({"plot", "leaky_relu", "--param", "alpha=0.1", "-o", "f.svg"}).err.empty());
}

TEST_CASE("build tells of activations of the config's own that the catalogue has or that have gaps") {
    const actlas::test::TemporaryFolder folder;
    std::ofstream(folder.path() / "c.toml") << R"toml(
languages = ["en"]
include = ["relu"]
output = "out"
[report]
enabled = false
[figures]
themes = ["light"]
[[activation]]
id = "mine"
formula = "(x + abs(x))/2"
[[activation]]
id = "gap"
formula = "log(x)"
[[figure]]
name = "f"
kind = "compare"
activations = ["mine", "gap"]
[[figure]]
name = "steep"
kind = "curve"
activations = [{ id = "leaky_relu", parameters = { alpha = 5 } }]
)toml";
    const Run run = run_actlas({"build", (folder.path() / "c.toml").string()});
    CHECK(run.status == 0);
    CHECK(contains(run.err, "c.toml:11:11: warning: \"mine\" is the same function as \"relu\""));
    CHECK(contains(run.err, "c.toml:14:11: warning: \"gap\" has no finite value for x in (-inf, 0]"));
    CHECK(contains(run.err, "c.toml:19:1: warning: alpha = 5 of \"leaky_relu\" is outside its usual range"));
}

TEST_CASE("a name of several activations is refused with their ids") {
    const actlas::test::TemporaryFolder folder;
    const auto entry = [](const std::string& id) {
        return "[[activation]]\nid = \"" + id + "\"\nname = \"" + id +
               "\"\naliases = [\"Both\"]\nformula = \"x\"\nsummary = { en = \"It.\", zh = \"它。\" }\n";
    };
    std::ofstream(folder.path() / "a.toml") << "[family]\nid = \"f\"\norder = 1\nname = { en = \"F\", zh = \"族\" "
                                               "}\nsummary = { en = \"S.\", zh = \"述。\" }\n"
                                            << entry("one") << entry("two");
    const Run run = run_actlas({"show", "both", "--catalogue", folder.path().string()});
    CHECK(run.status == 2);
    CHECK(contains(run.err, "\"both\" is the name of several activations"));
    CHECK(contains(run.err, "say which by its id: one, two"));
    CHECK(run_actlas({"show", "two", "--catalogue", folder.path().string()}).status == 0);
}
