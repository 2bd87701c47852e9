// One [[activation]] table: what is read, and every fault with its line and column.

#include "catalogue/activation_reader.hpp"
#include "catalogue/report.hpp"
#include "formula/evaluator.hpp"
#include "support/catch.hpp"

#include <optional>
#include <string>
#include <vector>

using actlas::Diagnostic;
using actlas::LocalizedText;
using actlas::catalogue::Activation;
using actlas::catalogue::parse_toml;
using actlas::catalogue::read_activation;
using actlas::catalogue::ReadMode;
using actlas::catalogue::Relation;
using actlas::catalogue::TomlSource;

namespace {

using Messages = std::vector<std::string>;

struct Result {
    std::optional<Activation> activation;
    std::vector<Diagnostic> diagnostics;
    Messages messages() const { return actlas::test::report(diagnostics); }
};

Result read(const std::string& text, ReadMode mode) {
    const TomlSource source("file.toml", text);
    Result result;
    const auto root = parse_toml(source, result.diagnostics);
    REQUIRE(root);
    const auto* tables = root->get_as<toml::array>("activation");
    REQUIRE(tables != nullptr);
    result.activation = read_activation(*tables->get(0)->as_table(), source, mode, result.diagnostics);
    actlas::catalogue::sort_by_place(result.diagnostics);
    return result;
}

/// A sound entry of four lines, to which a test adds its fifth and later ones.
std::string entry(const std::string& more) {
    return "[[activation]]\nid = \"a\"\nname = \"A\"\nsummary = { en = \"It.\", zh = \"它。\" }\n" + more;
}

Messages faults(const std::string& more) {
    const Result result = read(entry(more), ReadMode::catalogue);
    CHECK_FALSE(result.activation);
    return result.messages();
}

} // namespace

TEST_CASE("a full entry is read") {
    const Result result = read(R"toml([[activation]]
id = "leaky"
name = "Leaky"
label = { en = "Leaky one", zh = "带泄漏" }
aliases = ["LR", "Leak"]
formula = "if(x > 0, x, alpha*x)"
parameters = [{ name = "alpha", default = 0.01, usual = [0, 1], meaning = { en = "slope", zh = "斜率" } }]
year = 2013
summary = { en = "It leaks.", zh = "它会泄漏。" }
note = { en = "Note.", zh = "注。" }
uncertain = { en = "The slope is recalled.", zh = "斜率系凭记忆。" }
references = [{ text = "Somebody, 2013", url = "https://example.org/a" }, { text = "Another" }]
frameworks = [
    { framework = "torch", name = "torch.nn.LeakyReLU", note = { en = "N.", zh = "注。" } },
    { framework = "onnx", name = "Clip", activation = false },
]
relations = [
    { kind = "special_case", id = "relu", note = { en = "R.", zh = "关。" } },
    { kind = "same_function", id = "prelu" },
    { kind = "approximates", id = "elu" },
    { kind = "variant", id = "selu" },
]
)toml",
                               ReadMode::catalogue);
    CHECK(result.messages().empty());
    REQUIRE(result.activation);
    const Activation& a = *result.activation;
    CHECK(a.id == "leaky");
    CHECK(a.name == "Leaky");
    CHECK(a.label == LocalizedText{"Leaky one", "带泄漏"});
    CHECK(a.aliases == std::vector<std::string>{"LR", "Leak"});
    CHECK(a.family.empty());
    CHECK(a.source == "if(x > 0, x, alpha*x)");
    CHECK(actlas::formula::Evaluator(a.expr, a.bindings())(-2) == -0.02);
    REQUIRE(a.parameters.size() == 1);
    CHECK(a.parameters[0].name == "alpha");
    CHECK(a.parameters[0].value == 0.01);
    CHECK(a.parameters[0].usual_low == 0.0);
    CHECK(a.parameters[0].usual_high == 1.0);
    CHECK(a.parameters[0].meaning == LocalizedText{"slope", "斜率"});
    CHECK(a.year == 2013);
    CHECK(a.summary == LocalizedText{"It leaks.", "它会泄漏。"});
    CHECK(a.note == LocalizedText{"Note.", "注。"});
    CHECK(a.uncertain == LocalizedText{"The slope is recalled.", "斜率系凭记忆。"});
    REQUIRE(a.references.size() == 2);
    CHECK(a.references[0].url == "https://example.org/a");
    CHECK(a.references[1].text == "Another");
    CHECK(a.references[1].url.empty());
    REQUIRE(a.frameworks.size() == 2);
    CHECK(a.frameworks[0].framework == "torch");
    CHECK(a.frameworks[0].is_activation);
    CHECK(a.frameworks[0].note.zh == "注。");
    CHECK_FALSE(a.frameworks[1].is_activation);
    REQUIRE(a.relations.size() == 4);
    CHECK(a.relations[0].kind == Relation::Kind::special_case);
    CHECK(a.relations[0].id == "relu");
    CHECK(a.relations[1].kind == Relation::Kind::same_function);
    CHECK(a.relations[2].kind == Relation::Kind::approximates);
    CHECK(a.relations[3].kind == Relation::Kind::variant);
    CHECK_FALSE(a.user_defined);
}

TEST_CASE("a user needs little more than a formula") {
    SECTION("a name gives the id") {
        const Result result = read("[[activation]]\nname = \"My  Act-2\"\nformula = \"x\"\n", ReadMode::user);
        CHECK(result.messages().empty());
        REQUIRE(result.activation);
        CHECK(result.activation->id == "my_act_2");
        CHECK(result.activation->name == "My  Act-2");
        CHECK(result.activation->label == LocalizedText{"My  Act-2", "My  Act-2"});
        CHECK(result.activation->family == "custom");
        CHECK(result.activation->summary.en.empty());
        CHECK(result.activation->user_defined);
    }
    SECTION("an id gives the name, and plain texts serve for both languages") {
        const Result result =
            read("[[activation]]\nid = \"mine\"\nformula = \"k*x\"\nfamily = \"gated\"\nsummary = \"One.\"\n"
                 "parameters = [{ name = \"k\", default = 2 }]\n",
                 ReadMode::user);
        CHECK(result.messages().empty());
        REQUIRE(result.activation);
        CHECK(result.activation->name == "mine");
        CHECK(result.activation->family == "gated");
        CHECK(result.activation->summary == LocalizedText{"One.", "One."});
        CHECK(result.activation->parameters[0].meaning.en.empty());
    }
    SECTION("neither id nor name") {
        const Result result = read("\n[[activation]]\nformula = \"x\"\n", ReadMode::user);
        CHECK_FALSE(result.activation);
        CHECK(result.messages() == Messages{"2:1 [[activation]] needs an \"id\" or a \"name\""});
    }
    SECTION("a name of which no id can be made") {
        const Result result = read("[[activation]]\nname = \"我的\"\nformula = \"x\"\n", ReadMode::user);
        CHECK_FALSE(result.activation);
        CHECK(result.messages() == Messages{"2:8 no id can be made from this name (add an \"id\" of a-z, 0-9 and _)"});
    }
    SECTION("a formula is needed all the same") {
        CHECK(read("[[activation]]\nid = \"a\"\n", ReadMode::user).messages() ==
              Messages{"1:1 [[activation]] lacks \"formula\""});
    }
}

TEST_CASE("the catalogue's own entries need id, name and formula") {
    const Result result = read("[[activation]]\n", ReadMode::catalogue);
    CHECK_FALSE(result.activation);
    CHECK(result.messages() == Messages{
                                   "1:1 [[activation]] lacks \"id\"",
                                   "1:1 [[activation]] lacks \"name\"",
                                   "1:1 [[activation]] lacks \"formula\"",
                               });
}

TEST_CASE("a bad id") {
    const Result result = read("[[activation]]\nid = \"Hard-Swish\"\nname = \"A\"\nformula = \"x\"\nsummary = { en = "
                               "\"It.\", zh = \"它。\" }\n",
                               ReadMode::catalogue);
    CHECK(result.messages() ==
          Messages{"2:6 the id \"Hard-Swish\" may hold only a-z, 0-9 and _ (for example \"hard_swish\")"});
}

TEST_CASE("a formula's fault is shown where it stands") {
    SECTION("an unknown function") {
        const Messages messages = faults("formula = \"x*sigmod(x)\"\n");
        REQUIRE(messages.size() == 1);
        CHECK(messages[0].starts_with("5:14 "));
        CHECK(messages[0].find("did you mean \"sigmoid\"?") != std::string::npos);
    }
    SECTION("a parameter that is not declared") {
        const Messages messages = faults("formula = \"alpha*x\"\n");
        REQUIRE(messages.size() == 1);
        CHECK(messages[0].starts_with("5:12 "));
    }
    SECTION("a formula over several lines") {
        const Messages messages = faults("formula = '''\nif(x > 0,\n   x,\n   ?)'''\n");
        REQUIRE(messages.size() == 1);
        CHECK(messages[0].starts_with("8:4 "));
    }
    SECTION("the line is quoted, and the span underlined") {
        const Result result = read(entry("formula = \"x*sigmod(x)\"\n"), ReadMode::catalogue);
        REQUIRE(result.diagnostics.size() == 1);
        CHECK(result.diagnostics[0].where->line_text == "formula = \"x*sigmod(x)\"");
        CHECK(result.diagnostics[0].where->length == 6);
        CHECK(result.diagnostics[0].where->file == "file.toml");
    }
}

TEST_CASE("faults of parameters") {
    const std::string meaning = "meaning = { en = \"m\", zh = \"意\" }";
    CHECK(faults("formula = \"x\"\nparameters = [{ name = \"k\", default = 1, " + meaning + " }]\n") ==
          Messages{"6:24 the formula does not use the parameter \"k\""});
    CHECK(faults("formula = \"k*x\"\nparameters = [{ name = \"k\", default = \"1\", " + meaning + " }]\n") ==
          Messages{"6:39 \"default\" must be a finite number, not a string"});
    CHECK(faults("formula = \"k*x\"\nparameters = [{ name = \"k\", default = 1, usual = [2, 1], " + meaning +
                 " }]\n") == Messages{"6:50 the first number of \"usual\" is above the second"});
    CHECK(faults("formula = \"k*x\"\nparameters = [{ name = \"k\", default = 1 }]\n") ==
          Messages{"6:15 a parameter lacks \"meaning\""});
    CHECK(faults("formula = \"k*x\"\nparameters = [\n{ name = \"k\", default = 1, " + meaning +
                 " },\n{ name = \"k\", default = 2, " + meaning + " },\n]\n") ==
          Messages{"8:10 the parameter \"k\" is declared twice"});
    CHECK(faults("formula = \"e\"\nparameters = [{ name = \"e\", default = 1, " + meaning + " }]\n")[0] ==
          "6:24 a parameter cannot be named \"e\": the formula language uses it");
    CHECK(faults("formula = \"x\"\nparameters = [{ name = \"α\", default = 1, " + meaning + " }]\n") ==
          Messages{"6:24 \"α\" cannot be a parameter: a name holds letters, digits and _"});
    CHECK(faults("formula = \"k*x\"\nparameters = [{ name = \"k\", defalt = 1, " + meaning + " }]\n") ==
          Messages{"6:15 a parameter lacks \"default\"",
                   "6:29 a parameter has no key \"defalt\" (did you mean \"default\"?)"});
}

TEST_CASE("faults of the other keys") {
    const std::string formula = "formula = \"x\"\n";
    CHECK(faults(formula + "sumary = 1\n") ==
          Messages{"6:1 [[activation]] has no key \"sumary\" (did you mean \"summary\"?)"});
    CHECK(faults(formula + "year = 20133\n") == Messages{"6:8 \"year\" must lie between 1600 and 2999"});
    CHECK(faults(formula + "note = { en = \"Only.\" }\n") == Messages{"6:8 \"note\" lacks \"zh\""});
    CHECK(faults(formula + "aliases = \"B\"\n") ==
          Messages{"6:11 \"aliases\" must be an array of strings, not a string"});
    CHECK(faults(formula + "references = [{ url = \"https://a\" }]\n") == Messages{"6:15 a reference lacks \"text\""});
    CHECK(faults(formula + "references = [{ text = \"T\", url = \"a.org\" }]\n") ==
          Messages{"6:35 a URL starts with https:// or http://"});
    CHECK(faults(formula + "frameworks = [{ name = \"N\" }]\n") ==
          Messages{"6:15 a framework name lacks \"framework\""});
    CHECK(faults(formula + "frameworks = [{ framework = \"Py Torch\", name = \"N\" }]\n") ==
          Messages{"6:29 the framework \"Py Torch\" may hold only a-z, 0-9 and _"});
    CHECK(faults(formula + "relations = [{ kind = \"varient\", id = \"b\" }]\n") ==
          Messages{"6:23 \"varient\" is no value of \"kind\" (did you mean \"variant\"?)"});
    CHECK(faults(formula + "family = \"b\"\n")[0].starts_with("6:1 [[activation]] has no key \"family\""));
}

TEST_CASE("all faults of an entry are reported together") {
    CHECK(faults("formula = \"x +\"\nyear = \"then\"\nnonsense = 1\n").size() == 3);
}
