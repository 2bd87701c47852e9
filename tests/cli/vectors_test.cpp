// Activations of vectors on the command line and in builds.

#include "cli/support.hpp"
#include "support/catch.hpp"

using namespace actlas::test;
namespace fs = std::filesystem;

namespace {

Run refused(const std::vector<std::string>& arguments) {
    const Run run = run_actlas(arguments);
    INFO(run.err);
    CHECK(run.status == 2);
    CHECK(run.out.empty());
    return run;
}

/// A report of two activations of vectors and two figures, one of them the config's own parameters.
const std::string with_figures = R"(
languages = ["en"]
include = ["relu", "softmax", "glu"]
[report]
formats = ["html"]
chapters = ["sentence"]
[experiments]
enabled = false
[figures]
themes = ["light"]
[[figure]]
name = "cold"
kind = "temperature"
activations = [{ id = "softmax_temperature", parameters = { t = 0.5 } }]
[[figure]]
name = "door"
kind = "gate"
activations = ["glu"]
)";

} // namespace

TEST_CASE("eval, show, plot and list suggest activations of vectors") {
    for (const char* const command : {"eval", "show"})
        CHECK(contains(refused({command, "softmx"}).err, "did you mean \"softmax\"?"));
    CHECK(contains(refused({"plot", "spars-max", "-o", "a.svg"}).err, "did you mean \"sparsemax\"?"));
    CHECK(contains(refused({"show", "Gated linear unt"}).err, "did you mean \"glu\"?"));
    CHECK(contains(refused({"list", "@simplx"}).err, "did you mean \"@simplex\"?"));
}

TEST_CASE("plot draws the kinds that suit an activation of vectors and names them for others") {
    const TemporaryFolder folder;
    const auto plot = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "plot");
        arguments.insert(arguments.end(), {"-o", "a.svg"});
        return run_actlas(arguments, {.folder = folder.path()});
    };
    CHECK(plot({"softmax"}).status == 0);
    const std::string standard = bytes_of(folder / "a.svg");
    CHECK(plot({"softmax", "--kind", "temperature"}).status == 0);
    CHECK(bytes_of(folder / "a.svg") == standard);
    CHECK(plot({"softmax", "--kind", "jacobian", "--lang", "zh", "--profile", "slide"}).status == 0);
    const auto refusal = [&](const std::vector<std::string>& arguments, const char* message, const char* hint) {
        const Run run = plot(arguments);
        INFO(run.err);
        CHECK(run.status == 2);
        CHECK(contains(run.err, message));
        CHECK(contains(run.err, hint));
    };
    refusal({"softmax", "--kind", "curve"}, "there is no figure \"curve\" of softmax", "temperature, simplex");
    refusal({"softmax", "--kind", "gate"}, "there is no figure \"gate\" of softmax", "temperature, simplex");
    refusal({"glu", "--kind", "jacobean"}, "there is no figure \"jacobean\" of glu", "gate, response");
    refusal({"relu", "--kind", "simplex"}, "shows an activation of vectors", "curve, grid");
    refusal({"swiglu", "--vary", "beta=1,2"}, "no figure of an activation of vectors takes --vary", "--param");
}

TEST_CASE("figures of a config show activations of vectors, and --only makes what belongs to one") {
    const TemporaryFolder folder;
    folder.write("a.toml", with_figures);
    const Run first = run_actlas({"build", "a.toml"}, {.folder = folder.path()});
    INFO(first.err);
    REQUIRE(first.status == 0);
    const auto all = tree(folder / "out");
    CHECK(contains(all.at("figures/cold.en.light.svg"), "<svg"));
    CHECK(contains(all.at("figures/door.en.light.svg"), "<svg"));

    const auto only = [&](const char* name) {
        fs::remove_all(folder / "out");
        const Run run = run_actlas({"build", "a.toml", "--only", name}, {.folder = folder.path()});
        INFO(run.err);
        CHECK(run.status == 0);
        auto files = tree(folder / "out");
        for (const auto& [path, bytes] : files) {
            INFO(path);
            CHECK((path == "manifest.json" || all.at(path) == bytes));
        }
        return files;
    };
    const auto gate = only("Gated linear unit");
    CHECK(gate.contains("en/vector/glu.html"));
    CHECK(gate.contains("figures/vector-gate-glu.en.light.svg"));
    CHECK(gate.contains("figures/door.en.light.svg"));
    CHECK_FALSE(gate.contains("en/vector/softmax.html"));
    CHECK_FALSE(gate.contains("en/index.html"));
    CHECK_FALSE(gate.contains("figures/cold.en.light.svg"));
    const auto figure = only("softmax_temperature");
    CHECK(figure.size() == 2);
    CHECK(figure.contains("figures/cold.en.light.svg"));
    const Run unknown = run_actlas({"build", "a.toml", "--only", "softmx"}, {.folder = folder.path()});
    CHECK(unknown.status == 2);
    CHECK(contains(unknown.err, "did you mean \"softmax\"?"));
    const Run absent = run_actlas({"build", "a.toml", "--only", "maxout"}, {.folder = folder.path()});
    CHECK(absent.status == 2);
    CHECK(contains(absent.err, "the config shows no activation \"maxout\""));
}

TEST_CASE("a figure whose kind does not suit its activation of vectors is refused where it stands") {
    const TemporaryFolder folder;
    const auto fault = [&](const std::string& kind, const std::string& activations) {
        folder.write("a.toml", "[report]\nenabled = false\n[[figure]]\nname = \"f\"\nkind = \"" + kind +
                                   "\"\nactivations = " + activations + "\n");
        const Run run = run_actlas({"build", "a.toml"}, {.folder = folder.path()});
        CHECK(run.status == 2);
        return run.err;
    };
    const std::string unsuitable = fault("gate", "[\"softmax\"]");
    CHECK(contains(unsuitable, "a.toml:3:"));
    CHECK(contains(unsuitable, "there is no figure \"gate\" of softmax"));
    CHECK(contains(unsuitable, "temperature, simplex, response, jacobian"));
    const std::string several = fault("gate", "[\"glu\", \"gtu\"]");
    CHECK(contains(several, "a.toml:6:"));
    CHECK(contains(several, "a figure of kind \"gate\" shows one activation, not 2"));
}
