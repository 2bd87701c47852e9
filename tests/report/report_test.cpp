#include "base/diagnostic.hpp"
#include "pages.hpp"
#include "report/prose_html.hpp"
#include "report/report.hpp"
#include "report/slots.hpp"
#include "support/catch.hpp"
#include "support/text.hpp"

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>
#include <string>

using namespace actlas;
using actlas::test::count;
using pages::attributes;
using pages::small_report;

namespace {

bool is_page(const std::string& path, const char* extension) {
    return path.ends_with(extension) && !path.starts_with("figures/");
}

} // namespace

TEST_CASE("a page in each language and format for each subject") {
    for (const std::string language : {"zh", "en"})
        for (const std::string extension : {".html", ".md"})
            for (const std::string page : {"index", "overview", "method", "activation/sigmoid", "activation/my_own"})
                CHECK(small_report().contains(language + "/" + page + extension));
    CHECK(small_report().contains("assets/atlas.css"));
    CHECK(small_report().contains("figures/curve-gelu.zh.dark.svg"));
}

TEST_CASE("HTML pages are well formed and have one title each") {
    for (const auto& [path, text] : small_report()) {
        if (!is_page(path, ".html")) continue;
        INFO(path);
        CHECK_NOTHROW(pages::require_well_formed(text));
        CHECK(count(text, "<h1>") == 1);
        CHECK(text.starts_with("<!doctype html>\n<html lang=\"" + std::string(path.starts_with("zh") ? "zh-CN" : "en") +
                               "\">"));
        const auto ids = attributes(text, "id");
        CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
        for (const auto& table : {"<table", "<caption"})
            CHECK(count(text, table) == count(text, "<table"));
        CHECK(count(text, "<img ") == count(text, " alt=\""));
    }
}

TEST_CASE("nothing of a template is left over") {
    for (const auto& [path, text] : small_report()) {
        if (!is_page(path, ".html") && !is_page(path, ".md")) continue;
        INFO(path);
        // The user's name holds braces of its own.
        CHECK(count(text, "{{") == count(text, "{{name}}"));
        const std::vector<std::string> naming{"my_own", "index",       "overview", "sine",   "compare", "choose",
                                              "names",  "experiments", "custom",   "lookup", "synonyms"};
        if (std::none_of(naming.begin(), naming.end(),
                         [&](const std::string& page) { return path.find(page) != std::string::npos; }))
            CHECK(count(text, "{{") == 0);
        for (const std::string token : {"\uE000", "\uE001", "\uE002", "\uE003", "\uE004", "\uE005"})
            CHECK(count(text, token) == 0);
    }
}

TEST_CASE("every link of a page leads somewhere") {
    CHECK(pages::broken_links(small_report()) == std::vector<std::string>());
}

TEST_CASE("a stranger's texts stay text") {
    for (const auto& [path, text] : small_report()) {
        if (!is_page(path, ".html") && !is_page(path, ".md")) continue;
        INFO(path);
        CHECK(count(text, "<script") == count(text, "<script src=\"../assets/compare.js\" defer></script>"));
        CHECK(count(text, "<b>Mine") == 0);
        CHECK(count(text, "<i>slope") == 0);
        if (is_page(path, ".md")) CHECK(count(text, "(javascript:") == count(text, "\\](javascript:"));
        for (const auto& address : attributes(text, "href"))
            CHECK_FALSE(address.starts_with("javascript:"));
    }
    const std::string& page = small_report().at("en/activation/my_own.html");
    CHECK(page.find("<h1>&lt;b&gt;Mine&lt;/b&gt; &amp; *yours* {{name}}</h1>") != std::string::npos);
    CHECK(page.find("<p>- not a list # not a heading</p>") != std::string::npos);
    // The Markdown page reads the same once it is HTML.
    const auto prose = report::markdown_to_html(small_report().at("en/activation/my_own.md"), report::Slots{});
    CHECK(prose.html.find("<h1>&lt;b&gt;Mine&lt;/b&gt; &amp; *yours* {{name}}</h1>") != std::string::npos);
    CHECK(prose.html.find("a|b</td>") == std::string::npos);
}

TEST_CASE("the numbers of the model stand in the prose of both formats") {
    const auto contains = [](const std::string& path, const std::string& text) {
        return small_report().at(path).find(text) != std::string::npos;
    };
    for (const char* const extension : {".html", ".md"}) {
        CHECK(contains(std::string("zh/index") + extension,
                       "10 层连乘也不超过 9.6\u00A0×\u00A010⁻⁷，50 层不超过 7.9\u00A0×\u00A010⁻³¹"));
        CHECK(contains(std::string("en/index") + extension,
                       "the product over 10 layers is at most 9.6\u00A0×\u00A010⁻⁷, "
                       "over 50 layers at most 7.9\u00A0×\u00A010⁻³¹"));
        CHECK(contains(std::string("zh/index") + extension, "对 9 题得 98.2 分，全对也只有 99.3 分"));
        CHECK(contains(std::string("en/index") + extension, "nine right answers earn 98.2, and even ten only 99.3"));
    }
    CHECK(contains("zh/index.md", "从 $`\\lvert x\\rvert = 709.79`$ 起"));
}

TEST_CASE("sections without contents are left out, long lists are cut") {
    CHECK(small_report().at("en/activation/sigmoid.md").find("## Parameters") == std::string::npos);
    CHECK(small_report().at("en/activation/leaky_relu.md").find("## Parameters") != std::string::npos);
    const std::string& sine = small_report().at("en/activation/sine.md");
    CHECK(count(sine, "| Zero |") == 4);
    CHECK(sine.find("are known, and there may be more; above are the 3 nearest to 0") != std::string::npos);
}

TEST_CASE("a page lists what the study concludes, the worst first, with how it is known") {
    const std::string& markdown = small_report().at("en/activation/sigmoid.md");
    const auto severe = markdown.find("●●●&nbsp;severe **Vanishing gradient**");
    const auto minor = markdown.find("●○○&nbsp;minor");
    REQUIRE(severe != std::string::npos);
    CHECK(severe < minor);
    // sigma' = 0.01 at ln((98 + sqrt(98^2 - 4))/2) = 4.58497; rounded up the sentence stays true.
    CHECK(markdown.find("&#124;x&#124; &gt; 4.59") != std::string::npos);
    CHECK(markdown.find("## Strengths") != std::string::npos);
    CHECK(markdown.find("| Slopes | (0, 0.25\\] | ") != std::string::npos);
    CHECK(markdown.find("| Monotonicity | rises | ") != std::string::npos);
    CHECK(markdown.find("| Parity | neither odd nor even | ") != std::string::npos);
    CHECK(markdown.find("| Mean for inputs from N(0, 1) | 0.5 | ≈&nbsp;estimated |") != std::string::npos);
    CHECK(markdown.find("## Claims checked") != std::string::npos);
    CHECK(small_report().at("zh/activation/sigmoid.md").find("●●●&nbsp;严重 **梯度消失**") != std::string::npos);
    const std::string& html = small_report().at("en/activation/sigmoid.html");
    CHECK(html.find("<span class=\"sv sv-3\"><i aria-hidden=\"true\"><b></b><b></b><b></b></i>severe</span>") !=
          std::string::npos);
    CHECK(html.find("<span class=\"vd vd-y\">") != std::string::npos);
}

TEST_CASE("the comparison holds a row for each function, numbers to sort by beside the text") {
    const std::string& html = small_report().at("en/compare.html");
    CHECK(count(html, "<tbody>") >= 4);
    // Known by heart: sigmoid takes values in (0, 1), has slope 1/4 at 0 and mean 1/2.
    const auto row = html.find("<a href=\"activation/sigmoid.html\">Sigmoid</a>");
    REQUIRE(row != std::string::npos);
    const std::string cells = html.substr(row, html.find("</tr>", row) - row);
    CHECK(cells.find("<td data-v=\"0\">(0, 1)</td>") != std::string::npos);
    CHECK(cells.find("<td data-v=\"1e999\">C<sup>∞</sup></td>") != std::string::npos);
    CHECK(cells.find("<td class=\"n\" data-v=\"0.25\">0.2500</td>") != std::string::npos);
    CHECK(cells.find(">0.500</td>") != std::string::npos);
    CHECK(small_report().at("en/compare.md").find("| [ReLU](activation/relu.md) | \\[0, +∞) | C<sup>0</sup> |") !=
          std::string::npos);
    CHECK(count(small_report().at("en/index.html"), "<script") == 0);
}

TEST_CASE("rows of the comparison have the traits that its fields choose by, and the form waits for a script") {
    const std::string& html = small_report().at("en/compare.html");
    CHECK(count(html, "<form class=\"filters\" hidden>") == 1);
    const auto traits = [&](const std::string& id) {
        const auto link = html.find("<a href=\"activation/" + id + ".html\"");
        REQUIRE(link != std::string::npos);
        const auto begin = html.rfind("data-traits=\"", link) + 13;
        return html.substr(begin, html.find('"', begin) - begin);
    };
    CHECK(traits("sigmoid") ==
          "family-sigmoidal bounded-below bounded-above bounded rising never-falling c0 c1 c2 smooth framework");
    CHECK(traits("relu") == "family-rectifier bounded-below never-falling c0 framework");
    CHECK(traits("sine") == "family-wave bounded-below bounded-above bounded turning c0 c1 c2 smooth odd");
    // Every trait that the form asks for is one that rows can have.
    for (const std::string& value : attributes(html, "value")) {
        INFO(value);
        CHECK((value.empty() || value.starts_with("family-") ||
               std::string(
                   " bounded bounded-below bounded-above unbounded smooth c1 c0 jumping rising never-falling turning "
                   "odd framework ")
                       .find(" " + value + " ") != std::string::npos));
    }
}

TEST_CASE("a family has a page with its members, which the pages of its functions lead to") {
    const std::string& markdown = small_report().at("en/family/rectifier.md");
    CHECK(markdown.starts_with("# "));
    CHECK(markdown.find("[ReLU](../activation/relu.md)") != std::string::npos);
    CHECK(markdown.find("[Sigmoid]") == std::string::npos);
    // One member alone is compared with nothing.
    CHECK(markdown.find("members-rectifier") == std::string::npos);
    CHECK(small_report().at("zh/activation/relu.html").find("href=\"../family/rectifier.html\"") != std::string::npos);
    report::Input input = pages::small_input();
    const analysis::Study squared = analysis::study(*input.catalogue->find("squared_relu"));
    input.studies.push_back(&squared);
    input.html = false;
    bool drawn = false;
    for (const auto& artefact : report::render_report(input)) {
        drawn = drawn || artefact.path == "figures/members-rectifier.zh.dark.svg";
        if (artefact.path == "en/family/rectifier.md")
            CHECK(artefact.bytes.find("figures/members-rectifier.en.light.svg") != std::string::npos);
    }
    CHECK(drawn);
}

TEST_CASE("the index leads from every name to its function") {
    const std::string& markdown = small_report().at("en/lookup.md");
    CHECK(markdown.find("[Sigmoid](activation/sigmoid.md)") != std::string::npos);
    CHECK(markdown.find("[Logistic](activation/sigmoid.md) (Sigmoid)") != std::string::npos);
    CHECK(markdown.find("[`torch.nn.ReLU`](activation/relu.md)") != std::string::npos);
    CHECK(small_report().at("zh/index.html").find("href=\"lookup.html\"") != std::string::npos);
}

TEST_CASE("functions are named for the needs that they meet, and for no other") {
    const std::string& markdown = small_report().at("en/choose.md");
    const auto list = [&](const std::string& title) {
        const auto from = markdown.find("## " + title);
        return from == std::string::npos ? std::string()
                                         : markdown.substr(from, markdown.find("\n## ", from + 1) - from);
    };
    const std::string probability = list("An output to be read as a probability");
    CHECK(probability.find("[Sigmoid]") != std::string::npos);
    CHECK(probability.find("[Tanh]") == std::string::npos);
    const std::string deep = list("Many layers one after the other");
    CHECK(deep.find("[Leaky ReLU]") != std::string::npos);
    CHECK(deep.find("[GELU]") != std::string::npos);
    CHECK(deep.find("[ReLU]") == std::string::npos); // dead for x < 0
    CHECK(deep.find("[Tanh]") == std::string::npos);
    CHECK(list("Depth without normalisation layers").empty()); // SELU is not in this report
}

TEST_CASE("every claim of the pages is in the chapter of claims, under its verdict") {
    std::size_t on_pages = 0;
    for (const char* const id : {"sigmoid", "tanh", "relu", "leaky_relu", "gelu", "sine"}) {
        const std::string& page = small_report().at(std::string("en/activation/") + id + ".html");
        on_pages += count(page, "<span class=\"vd ");
    }
    const std::string& chapter = small_report().at("en/claims.html");
    CHECK(on_pages > 10);
    CHECK(count(chapter, "<th scope=\"row\">") == on_pages);
    CHECK(chapter.find("id=\"contradicted\"") < chapter.find("id=\"confirmed\""));
}

TEST_CASE("a reference does not repeat its address") {
    CHECK(small_report()
              .at("en/activation/my_own.md")
              .find("1. B. Author [arXiv:2001.00001](https://arxiv.org/abs/2001.00001)\n") != std::string::npos);
}

TEST_CASE("the same bytes for any number of jobs") {
    auto input = pages::small_input();
    input.jobs = 1;
    const auto one = report::render_report(input);
    input.jobs = 5;
    const auto five = report::render_report(input);
    REQUIRE(one.size() == five.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        CHECK(one[i].path == five[i].path);
        CHECK(one[i].bytes == five[i].bytes);
    }
}

TEST_CASE("what is asked for is what is made") {
    auto input = pages::small_input();
    input.studies.resize(2);
    input.languages = {Language::en};
    input.html = false;
    input.themes = {"light"};
    input.chapters = {"analogy", "code"};
    input.title = {"My *own* title", ""};
    std::map<std::string, std::string> files;
    for (auto& artefact : report::render_report(input))
        files[artefact.path] = artefact.bytes;
    for (const auto& [path, text] : files)
        CHECK((path.starts_with("en/") ? path.ends_with(".md") : path.ends_with(".en.light.svg")));
    const std::string& index = files.at("en/index.md");
    CHECK(index.starts_with("# My \\*own\\* title\n"));
    CHECK(index.find("## Chapter 2 Code") != std::string::npos);
    CHECK(index.find("Limitations") == std::string::npos);
    CHECK(index.find("<source") == std::string::npos);
}

TEST_CASE("an unknown chapter is named") {
    auto input = pages::small_input();
    input.chapters = {"analgy"};
    try {
        report::render_report(input);
        FAIL("accepted");
    } catch (const InputError& error) {
        CHECK(error.diagnostics().at(0).message == "there is no chapter \"analgy\"");
        CHECK(error.diagnostics()[0].hint == "did you mean \"analogy\"?");
    }
}

TEST_CASE("a page shows its worst limitation, what rounding does, and its family, each where there is one") {
    const auto shows = [](const std::string& page, const std::string& figure) {
        return small_report().at("en/activation/" + page + ".html").find("figures/" + figure + ".en.light.svg") !=
               std::string::npos;
    };
    for (const char* const id : {"sigmoid", "relu", "leaky_relu"})
        CHECK(shows(id, "limitation-" + std::string(id)));
    CHECK(shows("leaky_relu", "family-leaky_relu"));
    CHECK_FALSE(shows("relu", "family-relu"));
    CHECK(shows("sigmoid", "precision-sigmoid"));
    // That ReLU is x for positive inputs is no loss to rounding; the table says it nevertheless.
    CHECK_FALSE(shows("leaky_relu", "precision-leaky_relu"));
    CHECK(small_report().at("en/activation/leaky_relu.html").find("id=\"precision\"") != std::string::npos);
    for (const std::string language : {"en", "zh"}) {
        CHECK(small_report().at(language + "/index.html").find("figures/marking." + language) != std::string::npos);
        const std::string& html = small_report().at(language + "/activation/sigmoid.html");
        const std::size_t strip = html.find("<dl class=\"glance\">");
        REQUIRE(strip != std::string::npos);
        const std::string facts = html.substr(strip, html.find("</dl>", strip) - strip);
        CHECK(facts.find("C<sup>∞</sup>") != std::string::npos);
        CHECK(facts.find("0.25") != std::string::npos);
    }
}
