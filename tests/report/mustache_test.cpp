#include "base/diagnostic.hpp"
#include "report/escape.hpp"
#include "report/mustache.hpp"
#include "support/catch.hpp"

#include <string>

using namespace actlas;
using namespace actlas::report;
using nlohmann::ordered_json;

namespace {

const ordered_json words{{"word", "Wort"}, {"nested", {{"key", "Schlüssel"}}}};

std::string render_with(const std::string& text, const ordered_json& json) {
    const Data data = to_data(json, Language::en, words);
    const Templates templates(std::map<std::string, std::string, std::less<>>{
        {"en/part.md", "part of {{name}}\n"}, {"pages/shared.md", "shared"}, {"code/x.py", "x = 1\n"}});
    return render("test.md", text, {{&data}, &templates, "en"}, escape_html);
}

std::string failure(const std::string& text, const ordered_json& json) {
    try {
        render_with(text, json);
    } catch (const InputError& error) {
        return error.diagnostics().at(0).message;
    }
    return "no error";
}

} // namespace

TEST_CASE("values, sections and partials") {
    const ordered_json json{
        {"name", "a<b"}, {"list", {"1", "2"}}, {"empty", ""}, {"none", ordered_json::array()}, {"flag", true}};
    CHECK(render_with("{{name}} {{{name}}}", json) == "a&lt;b a<b");
    CHECK(render_with("{{#list}}[{{.}}]{{/list}}", json) == "[1][2]");
    CHECK(render_with("{{#empty}}x{{/empty}}{{^empty}}y{{/empty}}{{^none}}z{{/none}}{{#flag}}!{{/flag}}", json) ==
          "yz!");
    CHECK(render_with("({{> part}})({{> shared}})({{> code/x.py}})", json) == "(part of a&lt;b)(shared)(x = 1)");
}

TEST_CASE("texts in two languages and references to strings") {
    const ordered_json json{{"both", {{"en", "two"}, {"zh", "二"}}}, {"word", {{"t", "nested.key"}}}};
    CHECK(render_with("{{both}} {{word}}", json) == "two Schlüssel");
    CHECK(to_data(json, Language::zh, words).get("both")->string_value() == "二");
    CHECK_THROWS_AS(to_data({{"x", {{"t", "nested.nothing"}}}}, Language::en, words), InputError);
}

TEST_CASE("numbers in scientific notation stay on one line") {
    CHECK(render_with("{{x}}", {{"x", "9.6 × 10⁻⁷"}}) == "9.6\u00A0×\u00A010⁻⁷");
    CHECK(render_with("{{x}}", {{"x", "3 × 4"}}) == "3 × 4");
}

TEST_CASE("a number or null in the model is refused") {
    CHECK_THROWS_AS(to_data({{"x", 1.5}}, Language::en, words), std::invalid_argument);
    CHECK_THROWS_AS(to_data({{"x", nullptr}}, Language::en, words), std::invalid_argument);
}

TEST_CASE("what is missing is an error that names it") {
    CHECK(failure("{{nothing}}", {{"a", "b"}}) == "templates/test.md: nothing is called \"nothing\"");
    CHECK(failure("{{#nothing}}x{{/nothing}}", {{"a", "b"}}) == "templates/test.md: nothing is called \"nothing\"");
    CHECK(failure("{{^nothing}}x{{/nothing}}", {{"a", "b"}}) == "templates/test.md: nothing is called \"nothing\"");
    CHECK(failure("{{a.b}}", {{"a", "b"}}) == "templates/test.md: nothing is called \"a.b\"");
    CHECK(failure("{{> nothing}}", {{"a", "b"}}) == "templates/test.md: there is no partial \"nothing\"");
    CHECK(failure("{{> flag}}", {{"flag", true}}) == "templates/test.md: \"flag\" is no text and cannot be a partial");
}

TEST_CASE("syntax errors name the template") {
    CHECK(failure("{{#a}}x", {{"a", "b"}}).starts_with("templates/test.md: Unclosed section"));
    CHECK(failure("x{{/a}}", {{"a", "b"}}).starts_with("templates/test.md: Unopened section"));
    CHECK(failure("{{a", {{"a", "b"}}).starts_with("templates/test.md: Unclosed tag"));
}
