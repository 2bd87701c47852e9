#include "config/support.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <algorithm>

using namespace actlas;

namespace {

/// A fault of a text: where it is, and what is said of it.
struct Expected {
    std::string_view at; ///< the part of the text, found after the previous one's, that is pointed at
    std::string_view message;
    std::string_view hint;
};

std::vector<Diagnostic> faults_of(const std::string& text, const std::filesystem::path& folder) {
    config::Vocabulary vocabulary = test::words();
    vocabulary.figure_faults = [](const config::FigureRequest& figure) -> std::vector<config::FigureFault> {
        if (figure.activations.size() < 2 || figure.kind != "curve") return {};
        return {{"activations", "one is enough", "use \"grid\""}};
    };
    try {
        config::parse_config("a.toml", text, folder, vocabulary);
    } catch (const InputError& error) {
        return error.diagnostics();
    }
    return {};
}

/// Each expected fault is there, at its place, and no other.
void check(const std::string& text, const std::vector<Expected>& expected, const std::vector<Diagnostic>& found) {
    std::size_t offset = 0;
    for (std::size_t i = 0; i < std::max(expected.size(), found.size()); ++i) {
        INFO("number " << i << ": expected " << (i < expected.size() ? expected[i].message : "nothing") << ", found "
                       << (i < found.size() ? format_for_people(found[i], false) : "nothing"));
        REQUIRE(i < expected.size());
        REQUIRE(i < found.size());
        CHECK(found[i].message.find(expected[i].message) != std::string::npos);
        CHECK(found[i].hint.find(expected[i].hint) != std::string::npos);
        CHECK(found[i].hint.empty() == expected[i].hint.empty());
        const std::size_t at = text.find(expected[i].at, offset);
        REQUIRE(at != std::string::npos);
        const SourceSpan place = span_in_text("a.toml", text, at, expected[i].at.size());
        REQUIRE(found[i].where);
        CHECK(found[i].where->file == "a.toml");
        CHECK(found[i].where->line == place.line);
        CHECK(found[i].where->column == place.column);
        offset = at;
    }
}

} // namespace

TEST_CASE("one fault of every kind: all are told in one run, each at its place, and none that follows from another") {
    const test::TemporaryFolder folder;
    std::filesystem::create_directory(folder / "templates");
    const std::string text = R"toml(titel = "x"
languages = ["en", "zh-CM"]
output = 3
include = ["@seeed", "gleu", "seed", "first", "@custom"]

[[activation]]
id = "first"
formula = "tanhh(x)"
[[activation]]
id = "first"
formula = "x*"
[[activation]]
id = "relu"
formula = "x"
[[activation]]
id = "second"
formula = "x"
family = "rectifer"
[[activation]]
id = "third"
formula = "x"
relations = [{ kind = "varient", id = "relu" }]
[[activation]]
id = "fourth"
formula = "x"
relations = [{ kind = "variant", id = "first" }, { kind = "variant", id = "rellu" }]
[[activation]]
id = "fifth"
formula = "a*x"
parameters = [{ name = "a", defalt = 1 }]

[[theme]]
name = "mine"
inherits = "ligth"
page = "whit"
function = {}
family = ["rde", "gren"]
text_contrast = 99
lines = [{ dash = [0, "x"] }]
[[theme]]
name = "dark"

[report]
enabled = 1
chapters = ["limitation"]
templates = "tempaltes"

[figures]
formats = ["pgn"]
themes = ["mime"]
dpi = 5

[[figure]]
name = "a/b"
kind = "gird"
activations = ["relu", "sigmiod"]
x = [3, 1]
y = [0, 1e9]
size = "12by8"
[[figure]]
name = "same"
kind = "grid"
activations = ["relu", "first", { id = "leaky_relu", parameters = { alpah = 1 } }]
colours = ["bleu", "red"]
limitation = "vanishing_gradiant"
profile = "slides"
values = [1, 2, 3, 4, 5, 6]
[[figure]]
name = "Same"
kind = "curve"
activations = ["relu", "tanh"]

[slides]
include = ["@torhc"]
theme = "drak"
images = "pgn"

[experiments]
units = 0
dead_rates = [0, "x"]
regions = ["@seed"]
loss = ["rellu"]
seeds = 1
)toml";
    const std::vector<Expected> expected{
        {"titel", "the config has no key \"titel\"", "did you mean \"title\"?"},
        {"\"zh-CM\"", "\"zh-CM\" is no value of \"languages\"", "did you mean \"zh-CN\"?"},
        {"3", "\"output\" must be a string, not an integer", ""},
        {"\"@seeed\"", "there is no group \"@seeed\"", "did you mean \"@seed\"?"},
        {"\"gleu\"", "there is no activation \"gleu\"", "did you mean \"gelu\"?"},
        {"\"seed\"", "there is no activation \"seed\"", "did you mean the group \"@seed\"?"},
        {"tanhh", "tanhh", "did you mean \"tanh\"?"},
        {"\"first\"\nformula = \"x*\"", "there is an activation \"first\" already", "give it another id"},
        {"\"\n[[activation]]\nid = \"relu\"", "", ""},
        {"\"relu\"\nformula", "there is an activation \"relu\" already", "give it another id"},
        {"\"rectifer\"", "there is no family \"rectifer\"", "did you mean \"rectifier\"?"},
        {"\"varient\"", "\"varient\" is no value of \"kind\"", "did you mean \"variant\"?"},
        {"\"rellu\"", "there is no activation \"rellu\"", "did you mean \"relu\"?"},
        {"{ name = \"a\"", "a parameter lacks \"default\"", ""},
        {"defalt", "a parameter has no key \"defalt\"", "did you mean \"default\"?"},
        {"\"ligth\"", "\"ligth\" is no value of \"inherits\"", "did you mean \"light\"?"},
        {"\"whit\"", "\"whit\" is no colour", "did you mean \"white\"?"},
        {"{}", "\"function\" must have a \"stroke\" or a \"text\"", "for example"},
        {"\"rde\"", "\"rde\" is no colour", "did you mean \"red\"?"},
        {"\"gren\"", "\"gren\" is no colour", "did you mean \"green\"?"},
        {"99", "\"text_contrast\" must lie between 1 and 21", ""},
        {"0, \"x\"", "\"dash\" must lie between 0.1 and 1000", ""},
        {"\"x\"", "\"dash\" must hold numbers", "for example"},
        {"\"dark\"", "there is a theme \"dark\" already", "another name"},
        {"1\nchapters", "\"enabled\" must be true or false, not an integer", ""},
        {"\"limitation\"", "\"limitation\" is no value of \"chapters\"", "did you mean \"limitations\"?"},
        {"\"tempaltes\"", "there is no folder", "did you mean "},
        {"\"pgn\"", "\"pgn\" is no value of \"formats\"", "did you mean \"png\"?"},
        {"\"mime\"", "\"mime\" is no value of \"themes\"", "did you mean \"mine\"?"},
        {"5", "\"dpi\" must lie between 24 and 1200", ""},
        {"\"a/b\"", "\"a/b\" cannot be the name of a figure", "letters"},
        {"\"gird\"", "\"gird\" is no value of \"kind\"", "did you mean \"grid\"?"},
        {"\"sigmiod\"", "there is no activation \"sigmiod\"", "did you mean \"sigmoid\"?"},
        {"[3, 1]", "the first number of \"x\" is above the second", ""},
        {"1e9", "\"y\" must lie between -1e+06 and 1e+06", ""},
        {"\"12by8\"", "\"size\" must be a width and a height", "for example"},
        {"alpah", "leaky_relu has no parameter \"alpah\"", "did you mean \"alpha\"?"},
        {"\"bleu\"", "\"bleu\" is no colour", "did you mean \"blue\"?"},
        {"\"vanishing_gradiant\"", "is no value of \"limitation\"", "did you mean \"vanishing_gradient\"?"},
        {"\"slides\"", "\"slides\" is no value of \"profile\"", "did you mean \"slide\"?"},
        {"[1, 2, 3, 4, 5, 6]", "\"values\" takes at most 5 numbers, and these are 6", ""},
        {"\"Same\"", "two figures have the name \"Same\"", "another name"},
        {"[\"relu\", \"tanh\"]", "one is enough", "use \"grid\""},
        {"\"@torhc\"", "there is no group \"@torhc\"", "did you mean \"@torch\"?"},
        {"\"drak\"", "\"drak\" is no value of \"theme\"", "did you mean \"dark\"?"},
        {"\"pgn\"", "\"pgn\" is no value of \"images\"", "did you mean \"png\"?"},
        {"0\n", "\"units\" must lie between 1 and 128", ""},
        {"0, \"x\"", "\"dead_rates\" must lie between 1e-06 and 10", ""},
        {"\"x\"", "\"dead_rates\" must hold numbers", "for example"},
        {"[\"@seed\"]", "\"regions\" takes at most 3 activations, and these are 4", ""},
        {"\"rellu\"", "there is no activation \"rellu\"", "did you mean \"relu\"?"},
        {"seeds", "[experiments] has no key \"seeds\"", "did you mean \"seed\"?"},
    };
    check(text, expected, faults_of(text, folder.path()));
}

TEST_CASE("a catalogue that cannot be read is one fault, and those of its files come after the config's own") {
    const test::TemporaryFolder folder;
    folder.write("mine/a.toml", "[[activation]]\nid = \"a\"\n");
    const std::string missing = "catalogue = \"mien\"\ninclude = [\"a\", \"@b\"]\n[figures]\ndpi = 5\n";
    check(missing, {{"\"mien\"", "there is no folder", "/mine?"}, {"5", "\"dpi\" must lie", ""}},
          faults_of(missing, folder.path()));
    const std::string faulty = "catalogue = \"mine\"\ninclude = [\"a\", \"@b\"]\n[figures]\ndpi = 5\n";
    const auto found = faults_of(faulty, folder.path());
    REQUIRE(found.size() > 2);
    CHECK(found[0].where->file == "a.toml");
    CHECK(found[0].where->line == 4);
    for (std::size_t i = 1; i < found.size(); ++i)
        CHECK(found[i].where->file == (folder / "mine/a.toml").generic_string());
    const std::string file = "catalogue = \"mine/a.toml\"\n";
    check(file, {{"\"mine/a.toml\"", "is no folder", ""}}, faults_of(file, folder.path()));
}

TEST_CASE("a table where an array of tables is wanted has the remedy") {
    const std::string text =
        "[figure]\nname = \"f\"\n[[activation]]\nid = \"a\"\nformula = \"b*x\"\nparameters = { name = \"b\" }\n";
    check(text,
          {{"[figure]", "\"figure\" must be an array of tables, not a table", "write [[figure]]"},
           {"b*x", "", ""},
           {"{ name", "\"parameters\" must be an array of tables, not a table", "write [{ ... }]"}},
          faults_of(text, "base"));
}

TEST_CASE("what a kind of figure cannot show is told beside the figure's other faults") {
    const std::string text =
        "[[figure]]\nname = \"a/b\"\nkind = \"curve\"\nactivations = [\"relu\", \"tanh\"]\ndpi = 1\n";
    check(text,
          {{"\"a/b\"", "cannot be the name", "letters"},
           {"[\"relu\"", "one is enough", "use \"grid\""},
           {"1", "\"dpi\" must lie", ""}},
          faults_of(text, "base"));
    // Whether one that is not there would be too many cannot be said.
    CHECK(faults_of("[[figure]]\nname = \"f\"\nkind = \"curve\"\nactivations = [\"relu\", \"tanhh\", 7]\n", "base")
              .size() == 2);
}

TEST_CASE("nothing is said to be missing because of a fault that is told elsewhere") {
    const std::string text =
        "include = [\"mine\"]\n[[activation]]\nid = \"mine\"\nformula = \"x+\"\n[[figure]]\nname = "
        "\"f\"\nkind = \"grid\"\nactivations = [\"mine\"]\ncolours = [\"red\"]\n[slides]\n";
    const auto found = faults_of(text, "base");
    REQUIRE(found.size() == 1);
    CHECK(found[0].where->line == 4);
}
