#include "config/support.hpp"
#include "support/catch.hpp"

using namespace actlas;
using actlas::test::faults;
using Faults = std::vector<std::string>;

namespace {

bool has(const Faults& faults, std::string_view part) {
    for (const std::string& fault : faults) {
        if (fault.find(part) != std::string::npos) return true;
    }
    return false;
}

/// A figure that is right, with one more line.
std::string figure_with(const std::string& line) {
    return "include = [\"relu\"]\n[[figure]]\nname = \"f\"\nkind = \"grid\"\nactivations = [\"relu\", \"tanh\"]\n" +
           line + "\n";
}

} // namespace

TEST_CASE("every fault of a file is reported in one run, in the order of their places") {
    const Faults found = faults(R"(titel = "x"
languages = ["en", "fr"]
include = ["@seeed", "gleu", "@torch"]
[[activation]]
id = "mine"
formula = "tanhh(x"
[figures]
dpi = 5
themes = "light"
[[figure]]
kind = "pie"
activations = ["relu", "sigmiod"]
[report]
enabled = 1
)");
    REQUIRE(found.size() == 11);
    CHECK(found[0].starts_with("1:1 the config has no key \"titel\" [did you mean \"title\"?]"));
    CHECK(found[1].starts_with("2:20 \"fr\" is no value of \"languages\""));
    CHECK(found[2].starts_with("3:12 there is no group \"@seeed\" [did you mean \"@seed\"?]"));
    CHECK(found[3].starts_with("3:22 there is no activation \"gleu\" [did you mean \"gelu\"?]"));
    CHECK(found[4].starts_with("6:12 "));
    CHECK(found[4].find("tanh") != std::string::npos);
    CHECK(found[5].starts_with("8:7 \"dpi\" must lie between 24 and 1200"));
    CHECK(found[6].starts_with("9:10 \"themes\" must be an array of strings"));
    CHECK(found[7].starts_with("10:1 [[figure]] lacks \"name\""));
    CHECK(found[8].starts_with("11:8 \"pie\" is no value of \"kind\""));
    CHECK(found[9].starts_with("12:24 there is no activation \"sigmiod\" [did you mean \"sigmoid\"?]"));
    CHECK(found[10].starts_with("14:11 \"enabled\" must be true or false"));
}

TEST_CASE("a text that is no TOML has the place of its fault") {
    const Faults found = faults("title = \"a\"\nlanguages = [\n");
    REQUIRE(found.size() == 1);
    CHECK(found[0].starts_with("2:"));
}

TEST_CASE("unknown words have a suggestion or the list") {
    CHECK(has(faults("[figures]\nformats = [\"jpg\"]"), "\"jpg\" is no value of \"formats\" [one of: svg, png, pdf]"));
    CHECK(has(faults("[figures]\nformats = [\"pgn\"]"), "did you mean \"png\"?"));
    CHECK(has(faults("[report]\nchapters = [\"limitation\"]"), "did you mean \"limitations\"?"));
    CHECK(has(faults("[figurs]\n"), "did you mean \"figure"));
    CHECK(has(faults("include = [\"@nothing-like-it\"]"), "the groups are @"));
    CHECK(has(faults("include = [\"zzzzzzzzzzzz\"]"), "`actlas list` shows every id"));
}

TEST_CASE("lists that would leave nothing to do are faults") {
    CHECK(has(faults("languages = []"), "\"languages\" must name at least one of: zh-CN, en"));
    CHECK(has(faults("include = []"), "no activation is left"));
    CHECK(has(faults("include = [\"relu\"]\nexclude = [\"relu\"]"), "no activation is left"));
    CHECK(faults("include = []\n[report]\nenabled = false\n").empty());
    CHECK(has(faults("[[figure]]\nname = \"f\"\nkind = \"grid\"\nactivations = []"),
              "must name at least one activation"));
}

TEST_CASE("an id that is taken is a fault of the config's own activation") {
    const Faults found = faults("[[activation]]\nid = \"relu\"\nformula = \"x\"\n");
    REQUIRE(found.size() == 1);
    CHECK(found[0].starts_with("2:6 "));
}

TEST_CASE("each value of a figure is checked") {
    CHECK(faults(figure_with("")).empty());
    CHECK(has(faults(figure_with("x = [3, 3]")), "6:5 \"x\" is too narrow"));
    CHECK(has(faults(figure_with("x = [3, 1]")), "the first number of \"x\" is above the second"));
    CHECK(has(faults(figure_with("x = [1, 1.0000000001]")), "too narrow"));
    CHECK(has(faults(figure_with("y = [0, 1e9]")), "\"y\" must lie between -1e+06 and 1e+06"));
    CHECK(has(faults(figure_with("x = [nan, 1]")), "two finite numbers"));
    CHECK(has(faults(figure_with("x = [1]")), "two finite numbers"));
    CHECK(has(faults(figure_with("size = \"12by8\"")), "\"size\" must be a width and a height [for example"));
    CHECK(has(faults(figure_with("size = [10, 450]")), "each side of \"size\" must lie between 96 and 10000 px"));
    CHECK(has(faults(figure_with("size = \"200x8in\"")), "and this is 19200x768 px"));
    CHECK(has(faults(figure_with("size = [inf, 450]")), "each side of \"size\""));
    CHECK(has(faults(figure_with("size = [9000, 9000]\ndpi = 1200")), "million pixels"));
    CHECK(has(faults(figure_with("dpi = 0")), "\"dpi\" must lie between 24 and 1200"));
    CHECK(has(faults(figure_with("dpi = inf")), "\"dpi\" must be a finite number"));
    CHECK(has(faults(figure_with("columns = 0")), "\"columns\" must lie between 1 and 12"));
    CHECK(has(faults(figure_with("columns = 2.5")), "\"columns\" must be an integer"));
    CHECK(has(faults(figure_with("colours = [\"blue\"]")), "there are 1 colours for 2 activations"));
    CHECK(has(faults(figure_with("colours = [\"bleu\", \"red\"]")), "\"bleu\" is no colour [did you mean \"blue\"?]"));
    CHECK(has(faults(figure_with("colours = [\"#12345\", 3]")), "\"#12345\" is no colour"));
    CHECK(has(faults(figure_with("colours = \"blue\"")), "\"colours\" must be an array of colours"));
    CHECK(has(faults(figure_with("grid = \"dotted\"")), "\"dotted\" is no value of \"grid\""));
    CHECK(has(faults(figure_with("derivative = \"no\"")), "\"derivative\" must be true or false"));
    CHECK(has(faults(figure_with("annotat = false")), "did you mean \"annotate\"?"));
    CHECK(has(faults(figure_with("title = { fr = \"T\" }")), "\"title\""));
}

TEST_CASE("a figure's name must be safe and its own") {
    for (const char* name : {"../f", "a/b", "a b", ".hidden", "-f", "函数", "a\\\\b"}) {
        INFO(name);
        CHECK(
            has(faults("[[figure]]\nname = \"" + std::string(name) + "\"\nkind = \"grid\"\nactivations = [\"relu\"]\n"),
                "cannot be the name of a figure"));
    }
    const std::string one = "[[figure]]\nname = \"Same\"\nkind = \"grid\"\nactivations = [\"relu\"]\n";
    const std::string other = "[[figure]]\nname = \"same\"\nkind = \"grid\"\nactivations = [\"relu\"]\n";
    const Faults found = faults(one + other);
    REQUIRE(found.size() == 1);
    CHECK(found[0].starts_with("6:8 two figures have the name \"same\""));
}

TEST_CASE("the entries of a figure's activations are checked") {
    const auto entry = [](const std::string& text) {
        return faults("[[figure]]\nname = \"f\"\nkind = \"grid\"\nactivations = [" + text + "]\n");
    };
    CHECK(entry("{ id = \"leaky_relu\", parameters = { alpha = 1 } }").empty());
    CHECK(has(entry("{ id = \"leaky_relu\", parameters = { alpah = 1 } }"),
              "leaky_relu has no parameter \"alpah\" [did you mean \"alpha\"?]"));
    CHECK(has(entry("{ id = \"relu\", parameters = { alpha = 1 } }"),
              "relu has no parameter \"alpha\" [it has no parameters]"));
    CHECK(has(entry("{ id = \"leaky_relu\", parameters = { alpha = \"1\" } }"), "\"alpha\" must be a finite number"));
    CHECK(has(entry("{ id = \"leaky_relu\", parameter = { alpha = 1 } }"), "did you mean \"parameters\"?"));
    CHECK(has(entry("{ label = \"x\" }"), "lacks \"id\""));
    CHECK(has(entry("{ id = \"leaky_rleu\" }"), "did you mean \"leaky_relu\"?"));
    CHECK(has(entry("7"), "must hold ids and tables"));
}

TEST_CASE("each value of the experiments is checked") {
    const auto with = [](const std::string& line) { return faults("[experiments]\n" + line + "\n"); };
    CHECK(with("seeds = 1").at(0) == "2:1 [experiments] has no key \"seeds\" [did you mean \"seed\"?]");
    CHECK(with("units = 0").at(0).starts_with("2:9 "));
    CHECK(has(with("units = 0"), "\"units\" must lie between 1 and 128"));
    CHECK(has(with("epochs = 2.5"), "\"epochs\" must be an integer"));
    CHECK(has(with("rate = 0"), "\"rate\" must lie between"));
    CHECK(has(with("dead_rates = []"), "\"dead_rates\" must hold at least one number"));
    CHECK(has(with("dead_rates = [1, 2, 3, 4, 5]"), "\"dead_rates\" takes at most 4 numbers, and these are 5"));
    CHECK(with("dead_rates = [0.1, \"x\"]").at(0).starts_with("2:20 \"dead_rates\" must hold numbers"));
    CHECK(with("dead_rates = [0.1, \"x\"]").size() == 1);
    CHECK(with("loss = [\"rellu\"]").at(0) == "2:9 there is no activation \"rellu\" [did you mean \"relu\"?]");
    CHECK(has(with("regions = [\"@seed\"]"), "\"regions\" takes at most 3 activations, and these are 4"));
    CHECK(has(with("deep = \"relu\""), "\"deep\" must be an array of strings"));
    CHECK(has(faults("[experiment]\n"), "did you mean \"experiments\"?"));
}
