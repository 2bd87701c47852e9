#include "base/diagnostic.hpp"
#include "base/limits.hpp"
#include "report/escape.hpp"
#include "report/mustache.hpp"
#include "support/catch.hpp"
#include "support/text.hpp"

#include <fmt/format.h>

#include <string>

using namespace actlas;
using namespace actlas::report;
using actlas::test::repeated;
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

TEST_CASE("sections nest as deep as the limit says and no deeper, in a page and in a partial") {
    const std::string too_deep =
        fmt::format("templates/test.md: sections nest deeper than {} levels", limits::template_depth);
    const auto nested = [](std::size_t depth) { return repeated("{{#a}}", depth) + "x" + repeated("{{/a}}", depth); };
    CHECK(render_with(nested(limits::template_depth), {{"a", "b"}}) == "x");
    CHECK(failure(nested(limits::template_depth + 1), {{"a", "b"}}) == too_deep);
    CHECK(failure("{{> part}}", {{"a", "b"}, {"part", nested(limits::template_depth + 1)}}) == too_deep);
    // Other signs and other delimiters open sections too; sections side by side do not nest.
    CHECK(failure(repeated("{{ ^a }}", limits::template_depth + 1), {{"a", "b"}}) == too_deep);
    CHECK(failure("{{=<% %>=}}" + repeated("<%#a%>", limits::template_depth + 1), {{"a", "b"}}) == too_deep);
    CHECK(render_with(repeated("{{#a}}x{{/a}}", limits::template_depth + 1), {{"a", "b"}}) ==
          std::string(limits::template_depth + 1, 'x'));
}

TEST_CASE("a page renders as many sections and partials as the limit says and no more") {
    const std::string too_many =
        fmt::format("templates/test.md: the page renders more than {} sections and partials", limits::template_items);
    ordered_json model{{"hundred", ordered_json::array()}, {"part", "x"}};
    for (int i = 0; i < 100; ++i)
        model["hundred"].push_back(".");
    // The page itself, a hundred, a hundred in each of these, and 98 in each of those; then partials.
    constexpr std::size_t sections = 1 + 100 + 100 * 100 + 100 * 100 * 98;
    const std::string inner = repeated("{{#part}}{{/part}}", 98);
    const std::string page = "{{#hundred}}{{#hundred}}" + inner + "{{/hundred}}{{/hundred}}";
    constexpr std::size_t left = limits::template_items - sections;
    CHECK(render_with(page + repeated("{{> part}}", left), model).size() == left);
    CHECK(failure(page + repeated("{{> part}}", left + 1), model) == too_many);
}

TEST_CASE("a partial that holds itself is an error, and one that is used often is none") {
    CHECK(failure("{{> me}}", {{"me", "{{> me}}"}}) ==
          "templates/test.md: the partial \"me\" holds itself, or partials nest too deep");
    CHECK(failure("{{> ping}}", {{"ping", "{{> pong}}"}, {"pong", "{{> ping}}"}}).ends_with("partials nest too deep"));
    CHECK(render_with(repeated("{{> me}}", 1000), {{"me", "x"}}) == std::string(1000, 'x'));
    // A chain of different ones is none either.
    ordered_json chain;
    for (int i = 0; i < 50; ++i)
        chain[fmt::format("p{}", i)] = fmt::format("{{{{> p{}}}}}", i + 1);
    chain["p50"] = "end";
    CHECK(render_with("{{> p0}}", chain) == "end");
}
