#include "base/diagnostic.hpp"
#include "base/limits.hpp"
#include "report/highlight.hpp"
#include "report/prose_html.hpp"
#include "report/slots.hpp"
#include "support/catch.hpp"
#include "support/text.hpp"

using namespace actlas::report;
using Kind = Slots::Kind;

TEST_CASE("headings take the id of their slot and join the outline") {
    Slots slots;
    const std::string id = slots.put(Kind::heading_id, "goals");
    const Prose prose = markdown_to_html("## Goals & *aims* " + id + "\n\ntext\n\n### No id\n", slots);
    CHECK(prose.html == "<h2 id=\"goals\">Goals &amp; <em>aims</em> </h2>\n<p>text</p>\n<h3>No id</h3>\n");
    REQUIRE(prose.outline.size() == 1);
    CHECK(prose.outline[0].id == "goals");
}

TEST_CASE("tables have a caption, scopes, row headers and labels") {
    Slots slots;
    const std::string caption = slots.put(Kind::table_caption, "<b>Table 1</b> Marks");
    const std::string classes = slots.put(Kind::table_class, "wide stack");
    const std::string html =
        markdown_to_html(classes + "\n\n" + caption + "\n\n| f | x |\n|---|--:|\n| **a** | 1 |\n", slots).html;
    CHECK(html == "<div class=\"tw wide\" role=\"region\" aria-label=\"Table 1 Marks\" tabindex=\"0\">\n<table "
                  "class=\"wide stack\">\n"
                  "<caption><b>Table 1</b> Marks</caption>\n<thead>\n<tr><th scope=\"col\">f</th><th scope=\"col\" "
                  "class=\"n\">x</th></tr>\n</thead>\n"
                  "<tbody>\n<tr><th scope=\"row\"><strong>a</strong></th><td class=\"n\" "
                  "data-l=\"x\">1</td></tr>\n</tbody>\n</table>\n</div>\n");
}

TEST_CASE("a table without a caption is named by its heading") {
    const Slots slots;
    const std::string html = markdown_to_html("## Names\n\n| a |\n|---|\n| b |\n", slots).html;
    CHECK(html.find("aria-label=\"Names\"") != std::string::npos);
    CHECK(html.find("<caption class=\"vh\">Names</caption>") != std::string::npos);
}

TEST_CASE("a caption without a table is a mistake") {
    Slots slots;
    const std::string caption = slots.put(Kind::table_caption, "lost");
    CHECK_THROWS_AS(markdown_to_html(caption + "\n\ntext\n", slots), actlas::InputError);
}

TEST_CASE("slots pass through Markdown untouched") {
    Slots slots;
    const std::string inline_slot = slots.put(Kind::inline_html, "<math><mo>*</mo><mi>a_b_c</mi></math>");
    const std::string block = slots.put(Kind::block_html, "<figure>_x_</figure>\n");
    CHECK(markdown_to_html("see " + inline_slot + " here\n\n" + block + "\n", slots).html ==
          "<p>see <math><mo>*</mo><mi>a_b_c</mi></math> here</p>\n<figure>_x_</figure>\n");
    // Punctuation stays with the formula before it.
    CHECK(inline_to_html("取 " + inline_slot + "。然后", slots) ==
          "取 <span class=\"nb\"><math><mo>*</mo><mi>a_b_c</mi></math>。</span>然后");
}

TEST_CASE("text from outside cannot name a slot") {
    Slots slots;
    const std::string token = slots.put(Kind::inline_html, "<b>secret</b>");
    CHECK(inline_to_html(without_tokens(token), slots).find("secret") == std::string::npos);
    std::size_t offset = 0;
    CHECK(slots.at("\uE000"
                   "99999999999999999999\uE001",
                   offset) == nullptr);
    CHECK(slots.at("\uE000"
                   "7\uE001",
                   offset) == nullptr);
    CHECK(slots.at("\uE000\uE001", offset) == nullptr);
}

TEST_CASE("quotes, lists, links, breaks, code") {
    const Slots slots;
    CHECK(markdown_to_html("> **Note** text\n", slots).html ==
          "<div class=\"note\" role=\"note\">\n<p><strong>Note</strong> text</p>\n</div>\n");
    CHECK(markdown_to_html("1. a\n2. b\n", slots).html == "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n");
    CHECK(inline_to_html("[a&b](x.html?a=1&b=2) ~~c~~<br>d", slots) ==
          "<a href=\"x.html?a=1&amp;b=2\">a&amp;b</a> <del>c</del><br>d");
    CHECK(markdown_to_html("```sh\na < b\n```\n", slots).html ==
          "<pre tabindex=\"0\"><code class=\"language-sh\">a &lt; b\n</code></pre>\n");
}

TEST_CASE("Python is highlighted without losing a character") {
    CHECK(highlight("def f(x):  # it's <ok>\n    return \"a#b\"\n", "python") ==
          "<span class=\"k\">def</span> f(x):  <span class=\"c\"># it&#39;s &lt;ok&gt;</span>\n"
          "    <span class=\"k\">return</span> <span class=\"s\">&quot;a#b&quot;</span>\n");
    CHECK(highlight("\"\"\"one\ntwo\"\"\"\nx", "python") ==
          "<span class=\"s\">&quot;&quot;&quot;one\ntwo&quot;&quot;&quot;</span>\nx");
    CHECK(strip_tags(highlight("define = 'unclosed\nif_x", "python")) == "define = &#39;unclosed if_x");
}

TEST_CASE("C++ is highlighted without losing a character") {
    CHECK(highlight("#include <cmath>\n// it's\ninline double f(double x) {", "cpp") ==
          "<span class=\"k\">#include</span> &lt;cmath&gt;\n<span class=\"c\">// it&#39;s</span>\n"
          "<span class=\"k\">inline</span> <span class=\"k\">double</span> f(<span class=\"k\">double</span> x) {");
    CHECK(highlight("return x / 2; // half", "cpp") ==
          "<span class=\"k\">return</span> x / 2; <span class=\"c\">// half</span>");
    CHECK(highlight("a # b", "text") == "a # b");
}

TEST_CASE("Markdown may nest as deep as the limit says and no deeper") {
    const Slots slots;
    // A document, its quotations and the words of the innermost are a level each.
    const auto quotations = [](std::size_t depth) { return std::string(depth, '>') + " x\n"; };
    const std::size_t most = actlas::limits::markdown_depth - 2;
    const std::string html = markdown_to_html(quotations(most), slots).html;
    CHECK(actlas::test::count(html, "<div class=\"note\"") == most);
    CHECK_THROWS_AS(markdown_to_html(quotations(most + 1), slots), actlas::InputError);
    CHECK_THROWS_AS(markdown_to_html(quotations(100'000), slots), actlas::InputError);
}
