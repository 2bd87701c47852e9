// Activations of vectors by name: where a config may say them, and what it is told where not.

#include "support.hpp"
#include "support/catch.hpp"

using namespace actlas;

namespace {

config::Vocabulary with_vectors() {
    config::Vocabulary words = test::words();
    words.vector_figure_kinds = {"temperature", "gate"};
    words.figure_kinds.insert(words.figure_kinds.end(), {"temperature", "gate"});
    return words;
}

config::Config read(const std::string& text) {
    return config::parse_config("test.toml", text, "base", with_vectors());
}

/// The one fault of a text, as "line:column message [hint]".
std::string fault(const std::string& text) {
    try {
        read(text);
    } catch (const InputError& error) {
        REQUIRE(error.diagnostics().size() == 1);
        const Diagnostic& only = error.diagnostics().front();
        return std::to_string(only.where->line) + ":" + std::to_string(only.where->column) + " " + only.message + " [" +
               only.hint + "]";
    }
    return "none";
}

std::string figure(const std::string& kind, const std::string& activations) {
    return "include = [\"relu\"]\n[[figure]]\nname = \"f\"\nkind = \"" + kind + "\"\nactivations = " + activations +
           "\n";
}

} // namespace

TEST_CASE("a misspelt activation of vectors is recognised by id, name, alias and group") {
    CHECK(fault("include = [\"softmx\"]") == "1:12 there is no activation \"softmx\" [did you mean \"softmax\"?]");
    CHECK(fault("include = [\"relu\", \"Gated linear unt\"]") ==
          "1:20 there is no activation \"Gated linear unt\" [did you mean \"glu\"?]");
    CHECK(fault("include = [\"relu\"]\nexclude = [\"sparsmax\"]") ==
          "2:12 there is no activation \"sparsmax\" [did you mean \"sparsemax\"?]");
    CHECK(fault("include = [\"gates\"]") ==
          "1:12 there is no activation \"gates\" [did you mean the group \"@gates\"?]");
    CHECK(fault("include = [\"@simplx\"]") == "1:12 there is no group \"@simplx\" [did you mean \"@simplex\"?]");
    CHECK(fault("include = [\"@vectors\"]") == "1:12 there is no group \"@vectors\" [did you mean \"@vector\"?]");
}

TEST_CASE("an activation of vectors of the user's own is suggested too, and not missed where it has a fault") {
    const std::string own = "[[vector_activation]]\nid = \"halver\"\nname = \"Halver\"\nformula = ";
    CHECK(fault("include = [\"halvr\"]\n" + own + "\"x/sum(x)\"\n") ==
          "1:12 there is no activation \"halvr\" [did you mean \"halver\"?]");
    CHECK(fault("include = [\"halver\"]\n" + own + "\"x/(\"\n").starts_with("5:"));
}

TEST_CASE("a figure shows an activation of vectors, with the parameters and the label it is given") {
    const config::Config plain = read(figure("gate", "[\"GLU\"]"));
    REQUIRE(plain.extra_figures.size() == 1);
    CHECK(plain.extra_figures[0].activations.empty());
    REQUIRE(plain.extra_figures[0].vectors.size() == 1);
    CHECK(plain.extra_figures[0].vectors[0].about.id == "glu");

    const config::Config set = read(
        figure("gate", "[{ id = \"swiglu\", parameters = { beta = 3 }, label = { en = \"Sharp\", zh = \"陡\" } }]"));
    const catalogue::Activation& about = set.extra_figures.at(0).vectors.at(0).about;
    CHECK(about.parameters.at(0).value == 3);
    CHECK(about.label == LocalizedText{"Sharp", "陡"});
}

TEST_CASE("a kind of figure is told which activations it does not show") {
    CHECK(fault(figure("curve", "[\"softmax\"]")) ==
          "5:16 \"softmax\" is an activation of vectors, which a figure of kind \"curve\" does not show "
          "[the kinds that do are temperature, gate]");
    CHECK(fault(figure("temperature", "[{ id = \"relu\" }]")) ==
          "5:23 \"relu\" is an activation of numbers, which a figure of kind \"temperature\" does not show "
          "[the kinds that do are curve, grid, compare]");
    CHECK(fault(figure("temperature", "[\"softmx\"]")) ==
          "5:16 there is no activation \"softmx\" [did you mean \"softmax\"?]");
    CHECK(fault(figure("gate", "[{ id = \"swiglu\", parameters = { bta = 1 } }]")) ==
          "5:48 swiglu has no parameter \"bta\" [did you mean \"beta\"?]");
    CHECK(fault(figure("temprature", "[\"softmax\"]")) ==
          "4:8 \"temprature\" is no value of \"kind\" [did you mean \"temperature\"?]");
}

TEST_CASE("where only activations of numbers can stand, one of vectors is refused as such") {
    CHECK(fault("include = [\"relu\"]\n[slides]\ninclude = [\"softmax\"]\n") ==
          "3:12 \"softmax\" is an activation of vectors, which cannot stand here "
          "[`include` of the report and [[figure]] take those]");
    CHECK(fault("include = [\"relu\"]\n[slides]\ninclude = [\"relu\", \"@gates\"]\n") ==
          "3:20 \"@gates\" is a group of activations of vectors, which cannot stand here "
          "[`include` of the report takes those]");
    CHECK(fault("include = [\"relu\"]\n[experiments]\nloss = [\"softmx\"]\n").find("softmax") == std::string::npos);
}
