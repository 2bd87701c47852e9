#include "report/escape.hpp"
#include "report/prose_html.hpp"
#include "report/slots.hpp"
#include "support/catch.hpp"

#include <string>
#include <vector>

using namespace actlas::report;

namespace {

const std::vector<std::string> hostile{
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "*bold* _em_ __strong__ ~~del~~ `code`",
    "[link](javascript:alert(1))",
    "![image](https://example.org/x.png)",
    "a | b | c",
    "# heading",
    "- item",
    "+ item",
    "12. item",
    "3) item",
    "===",
    "$x$ and $`y`$",
    "&lt;b&gt; &amp;amp;",
    "back\\slash\\*",
    "{{#math}}x{{/math}}",
    "<!-- comment -->",
    "line\nbreak\n\n# heading",
    "snake_case _edge_ x_",
    "]]> ``` ~~~",
    "![a][b] [c]: d",
    "https://example.org/<x>",
};

} // namespace

TEST_CASE("HTML escaping leaves no markup and no control character") {
    CHECK(escape_html("<a href=\"x\" title='y'>&") == "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;");
    CHECK(escape_html(std::string("a\x01") + "b") == "a\uFFFDb");
    CHECK(escape_html("激活 σ") == "激活 σ");
}

TEST_CASE("a hostile text in Markdown reads as itself") {
    const Slots slots;
    for (const auto& text : hostile) {
        INFO(text);
        std::string one_line = text;
        for (char& c : one_line)
            if (c == '\n') c = ' ';
        CHECK(inline_to_html(escape_markdown(text), slots) == escape_html(one_line));
        // In a table's cell too: one row, one cell, the same text.
        const std::string table = "| h |\n|---|\n| " + escape_markdown(text) + " |\n";
        CHECK(markdown_to_html(table, slots).html.find("<th scope=\"row\">" + escape_html(one_line) + "</th>") !=
              std::string::npos);
    }
}

TEST_CASE("Markdown escaping changes nothing that needs no change") {
    for (const std::string text : {"leaky_relu", "σ′ ≤ 0.25", "−3.5", "a - b", "x = 1", "Softplus (β)", "v1.2"})
        CHECK(escape_markdown(text) == text);
}

TEST_CASE("code spans hold backticks and bars") {
    const Slots slots;
    CHECK(markdown_code_span("f(x)", false) == "`f(x)`");
    CHECK(markdown_code_span("a`b", false) == "``a`b``");
    CHECK(inline_to_html(markdown_code_span("`", false), slots) == "<code>`</code>");
    CHECK(inline_to_html(markdown_code_span("<b>", false), slots) == "<code>&lt;b&gt;</code>");
    const std::string table = "| h |\n|---|\n| " + markdown_code_span("a|b", true) + " |\n";
    CHECK(markdown_to_html(table, slots).html.find("<code>a|b</code>") != std::string::npos);
    CHECK(markdown_code_span("", true).empty());
}

TEST_CASE("only web addresses become links") {
    CHECK(safe_url("https://arxiv.org/abs/1606.08415") == "https://arxiv.org/abs/1606.08415");
    CHECK(safe_url("https://example.org/a (b)\"<>") == "https://example.org/a%20%28b%29%22%3C%3E");
    CHECK(safe_url("javascript:alert(1)").empty());
    CHECK(safe_url("data:text/html,x").empty());
    CHECK(safe_url("").empty());
}

TEST_CASE("heading anchors follow GitHub") {
    // Anchors as github.com makes them for these headings.
    CHECK(github_slug("Names in frameworks") == "names-in-frameworks");
    CHECK(github_slug("Chapter 2 An analogy: five ways to mark a paper") ==
          "chapter-2-an-analogy-five-ways-to-mark-a-paper");
    CHECK(github_slug("第 1 章 打个比方：老师怎样批卷") == "第-1-章-打个比方老师怎样批卷");
    CHECK(github_slug("snake_case & more (x)") == "snake_case--more-x");
}
