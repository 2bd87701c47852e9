#include "catalogue/catalogue.hpp"
#include "markdown_faults.hpp"
#include "pages.hpp"
#include "report/report.hpp"
#include "support/catch.hpp"

#include <deque>
#include <map>
#include <string>
#include <vector>

using namespace actlas;
using pages::markdown_faults;

namespace {

/// The faults of one page beside a second that has the headings "One" and "Two words".
std::vector<std::string> faults_of(const std::string& text) {
    return markdown_faults({{"a/page.md", text}, {"b/other.md", "# One\n\n## Two words\n"}, {"c.svg", ""}});
}

} // namespace

TEST_CASE("what GitHub shows as meant is no fault") {
    CHECK(faults_of("# Title\n\n## Title\n\n[one](../b/other.md#two-words) [self](#title-1) <https://example.org>\n\n"
                    "| a | b |\n|---|---|\n| `x\\|y` | $`\\lvert x\\rvert`$, then $`y`$ |\n\n"
                    "<picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"../c.svg\">"
                    "<img src=\"../c.svg\" width=\"10\" alt=\"c\"></picture>\n\n"
                    "```math\n\\begin{cases}x & x < 0\\end{cases}\n```\n")
              .empty());
    CHECK(faults_of("# 中文，标题（一）\n\n[此](#中文标题一)\n").empty());
}

/// The user's own texts in the small report are full of markup that is to stay text.
bool is_users(const std::string& fault) {
    const bool users = fault.find("yours") != std::string::npos || fault.find("![x](y)") != std::string::npos ||
                       fault.find("/my_own.md: ") != std::string::npos;
    return users && fault.find("markup that stayed text") != std::string::npos;
}

TEST_CASE("what GitHub would not show as meant is found") {
    const std::map<std::string, std::string> faulty{
        {"[x](../b/nowhere.md)", "leads to no file: ../b/nowhere.md"},
        {"[x](../b/other.md#three)", "leads to no heading: ../b/other.md#three"},
        {"![x](d.svg)", "leads to no file: d.svg"},
        {"<img src=\"d.svg\" alt=\"\">", "leads to no file: d.svg"},
        {"<span>x</span>", "GitHub strips <span>"},
        {"<sub class=\"x\">x</sub>", "GitHub strips class=\"x\""},
        {"### Third", "heading of level 3 under 1"},
        {"# Second", "a second title"},
        {"$`x`", "a dollar sign on one side of `x`"},
        {"$`\\frac{1}{2`$", "not TeX that GitHub typesets: \\frac{1}{2"},
        {"```math\n\\left(x\n```", "not TeX that GitHub typesets: \\left(x\n"},
        {"it costs $5", "markup that stayed text: it costs $5"},
        {"甲**“乙”**丙", "markup that stayed text: 甲**“乙”**丙"},
        {"| a | b |\n|---|\n| c | d |", "a table that is none: | a | b |"},
        {"| a | b |\n|---|---|\n| c |", "a row that is not of 2 cells: | c |"},
    };
    for (const auto& [text, fault] : faulty) {
        const auto found = faults_of("# Title\n\n" + text + "\n");
        INFO(text);
        REQUIRE_FALSE(found.empty());
        CHECK(found.front() == "a/page.md: " + fault);
    }
}

TEST_CASE("GitHub shows the Markdown report as meant") {
    std::string faults;
    for (const auto& fault : markdown_faults(pages::small_report()))
        if (!is_users(fault)) faults += fault + "\n";
    INFO(faults);
    CHECK(faults.empty());
}

TEST_CASE("GitHub shows the Markdown report of the whole catalogue as meant") {
    const auto catalogue = catalogue::Catalogue::builtin();
    std::deque<analysis::Study> studies;
    report::Input input = pages::small_input();
    input.catalogue = &catalogue;
    input.studies.clear();
    for (const auto& id : catalogue.group("@all"))
        input.studies.push_back(&studies.emplace_back(analysis::study(*catalogue.find(id))));
    input.html = false;
    input.themes = {"light"};
    std::map<std::string, std::string> files;
    for (auto& artefact : report::render_report(input))
        files[artefact.path] = artefact.bytes;
    REQUIRE(files.size() > 100);
    std::string faults;
    for (const auto& fault : markdown_faults(files))
        if (!is_users(fault)) faults += fault + "\n"; // whose function the experiments have
    INFO(faults);
    CHECK(faults.empty());
}
