#include "config/config.hpp"
#include "config/support.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace actlas;
using namespace actlas::config;
using actlas::test::parse;
using Words = std::vector<std::string>;

namespace {

Words ids(const std::vector<catalogue::Activation>& activations) {
    Words result;
    for (const auto& activation : activations)
        result.push_back(activation.id);
    return result;
}

} // namespace

TEST_CASE("an empty config has the defaults") {
    const Config config = parse("");
    CHECK(config.languages == std::vector<Language>{Language::zh, Language::en});
    CHECK(config.output == std::filesystem::path("base/out"));
    CHECK(ids(config.activations) == catalogue::Catalogue::builtin().group("@common"));
    CHECK(config.title == LocalizedText{});
    CHECK(config.report.enabled);
    CHECK(config.report.html);
    CHECK(config.report.markdown);
    CHECK(config.report.chapters == Words{"summary", "limitations", "code"});
    CHECK(config.figures.formats == std::vector{FigureFormat::svg});
    CHECK(config.figures.themes == Words{"light", "dark"});
    CHECK(config.figures.dpi == 192);
    CHECK(config.extra_figures.empty());
}

TEST_CASE("what is given is taken") {
    const Config config = parse(R"(
title = "Plain"
languages = ["en"]
output = "/absolute/out"
include = ["@seed", "GELU", "relu"]
exclude = ["tanh"]
[report]
formats = ["markdown"]
chapters = ["code", "summary"]
[figures]
formats = ["pdf", "svg", "svg"]
themes = ["dark"]
dpi = 96.5
)");
    CHECK(config.title == LocalizedText{"Plain", "Plain"});
    CHECK(config.languages == std::vector{Language::en});
    CHECK(config.output == std::filesystem::path("/absolute/out"));
    CHECK(ids(config.activations) == Words{"sigmoid", "relu", "leaky_relu", "gelu"});
    CHECK_FALSE(config.report.html);
    CHECK(config.report.chapters == Words{"summary", "code"}); // in the report's order
    CHECK(config.figures.formats == std::vector{FigureFormat::svg, FigureFormat::pdf});
    CHECK(config.figures.themes == Words{"dark"});
    CHECK(config.figures.dpi == 96.5);
}

TEST_CASE("the user's own activations are read and taken in") {
    const Config config = parse(R"(
include = ["relu"]
[[activation]]
id = "mine"
formula = "a*x"
parameters = [{ name = "a", default = 2 }]
[[figure]]
name = "f"
kind = "curve"
activations = ["mine"]
)");
    CHECK(ids(config.activations) == Words{"relu", "mine"});
    CHECK(config.activations[1].user_defined);
    CHECK(config.catalogue.find("mine") != nullptr);
    CHECK(config.extra_figures[0].activations[0].id == "mine");
}

TEST_CASE("a figure takes everything it is given") {
    const Config config = parse(R"(
include = ["relu"]
[[figure]]
name = "four_2-x"
kind = "grid"
activations = ["relu", { id = "leaky_relu", parameters = { alpha = 0.2 }, label = { en = "L", zh = "漏" } }]
title = { en = "T", zh = "题" }
x = [-10, 10]
y = [-1.5, 2]
size = "12x8in"
dpi = 100
columns = 3
colours = ["blue", "#0AF"]
grid = "dashed"
derivative = false
annotate = false
languages = ["en"]
themes = ["dark"]
formats = ["png"]
)");
    REQUIRE(config.extra_figures.size() == 1);
    const FigureRequest& figure = config.extra_figures[0];
    CHECK(figure.name == "four_2-x");
    CHECK(figure.kind == "grid");
    CHECK(ids(figure.activations) == Words{"relu", "leaky_relu"});
    CHECK(figure.activations[1].parameters.at(0).value == 0.2);
    CHECK(figure.activations[1].label == LocalizedText{"L", "漏"});
    CHECK(figure.title == LocalizedText{"T", "题"});
    CHECK(figure.x == std::pair(-10.0, 10.0));
    CHECK(figure.y == std::pair(-1.5, 2.0));
    CHECK(figure.width == 1152);
    CHECK(figure.height == 768);
    CHECK(figure.dpi == 100);
    CHECK(figure.columns == 3);
    CHECK(figure.colours == Words{"#0000ff", "#00aaff"});
    CHECK(figure.dashed_grid);
    CHECK_FALSE(figure.derivative);
    CHECK_FALSE(figure.annotate);
    CHECK(figure.languages == std::vector{Language::en});
    CHECK(figure.themes == Words{"dark"});
    CHECK(figure.formats == std::vector{FigureFormat::png});
    CHECK(figure.where.line == 3);
    // The override is the figure's alone.
    CHECK(config.catalogue.find("leaky_relu")->parameters.at(0).value == 0.01);
}

TEST_CASE("a figure inherits what it does not say, wherever [figures] stands") {
    const Config config = parse(R"(
languages = ["en"]
[[figure]]
name = "f"
kind = "curve"
activations = ["relu"]
[figures]
formats = ["png"]
themes = ["dark"]
dpi = 300
)");
    const FigureRequest& figure = config.extra_figures.at(0);
    CHECK(figure.languages == std::vector{Language::en});
    CHECK(figure.formats == std::vector{FigureFormat::png});
    CHECK(figure.themes == Words{"dark"});
    CHECK(figure.dpi == 300);
    CHECK_FALSE(figure.width.has_value());
    CHECK_FALSE(figure.title.has_value());
    CHECK(figure.colours.empty());
    CHECK(figure.columns == 2);
    CHECK(figure.derivative);
    CHECK_FALSE(figure.dashed_grid);
}

TEST_CASE("a config file's paths are relative to it, and its inputs are listed") {
    const test::TemporaryFolder temporary;
    const auto file = temporary.write("sub/a.toml", "output = \"../out\"\n");
    const Config config = read_config(file, test::words());
    CHECK(config.output == temporary / "sub/../out");
    CHECK(config.inputs == std::vector<std::filesystem::path>{file});

    std::filesystem::create_directory(temporary / "mine");
    const auto with_templates = temporary.write("sub/t.toml", "[report]\ntemplates = \"../mine\"\n");
    CHECK(read_config(with_templates, test::words()).report.templates == temporary / "sub/../mine");

    temporary.write("sub/own/one.toml", test::bytes_of(ACTLAS_SOURCE_DIR "/config/catalogue/rectifier.toml"));
    temporary.write("sub/own/two.toml", test::bytes_of(ACTLAS_SOURCE_DIR "/config/catalogue/frameworks.toml"));
    CHECK_THROWS_AS(read_config(temporary / "missing.toml", test::words()), FileError);
    temporary.write("sub/b.toml", "catalogue = \"nowhere\"\n");
    CHECK_THROWS_AS(read_config(temporary / "sub/b.toml", test::words()), InputError);
    std::filesystem::create_directory(temporary / "sub/empty");
    temporary.write("sub/c.toml", "catalogue = \"empty\"\n");
    CHECK_THROWS_AS(read_config(temporary / "sub/c.toml", test::words()), FileError);
}

TEST_CASE("a catalogue of the config's own replaces the built-in one") {
    const test::TemporaryFolder temporary;
    temporary.write("own/one.toml", R"(
[family]
id = "lines"
order = 1
name = { en = "Lines", zh = "直线" }
summary = { en = "Straight.", zh = "直的。" }
[[activation]]
id = "line"
name = "Line"
label = { en = "Line", zh = "直线" }
formula = "x"
summary = { en = "A line.", zh = "一条直线。" }
)");
    const auto file = temporary.write("a.toml", "catalogue = \"own\"\n");
    const Config config = read_config(file, test::words());
    CHECK(ids(config.activations) == Words{"line"});
    // It lacks the activations of the default experiments, which do without them.
    CHECK(config.experiments.loss.empty());
    CHECK(config.inputs == std::vector<std::filesystem::path>{file, temporary / "own", temporary / "own/one.toml"});
}

TEST_CASE("the experiments have their defaults, which the table of keys repeats") {
    const Config config = parse("");
    CHECK(config.experiments.enabled);
    CHECK(config.experiments.settings == experiment::Settings{});
    CHECK(ids(config.experiments.regions) == Words{"relu", "tanh"});
    CHECK(ids(config.experiments.deep) == Words{"sigmoid", "tanh", "relu", "selu"});
    CHECK(ids(config.experiments.dead) == Words{"relu", "leaky_relu", "prelu", "elu"});
    CHECK(config.experiments.loss.size() == 10);
}

TEST_CASE("experiments take what they are given") {
    const Config config = parse(R"(
[experiments]
enabled = false
seed = 7
regions = []
deep = ["mine"]
dead = ["@seed", "relu"]
loss = ["GELU"]
samples = 50
held_out = 60
layers = 3
units = 4
epochs = 5
region_epochs = 55
batch = 6
rate = 0.5
networks = 8
dead_rates = [1]
dead_slope = 0
width = 30
depth = 9
[[activation]]
id = "mine"
formula = "x"
)");
    const ExperimentSettings& found = config.experiments;
    CHECK_FALSE(found.enabled);
    CHECK(found.regions.empty());
    CHECK(ids(found.deep) == Words{"mine"});
    CHECK(ids(found.dead) == Words{"sigmoid", "tanh", "relu", "leaky_relu"});
    CHECK(ids(found.loss) == Words{"gelu"});
    const experiment::Settings given{7, 50, 60, 3, 4, 5, 55, 6, 0.5, 8, {1}, 0, 30, 9};
    CHECK(found.settings == given);
}
