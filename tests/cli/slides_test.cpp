#include "cli/support.hpp"
#include "support/catch.hpp"
#include "support/text.hpp"

#include <regex>

using namespace actlas::test;
namespace fs = std::filesystem;

namespace {

/// Whether a figure in a white theme has a page behind it.
bool has_page(const std::string& svg) {
    return contains(svg, "<path fill=\"#FFFFFF\" d=\"M0 0");
}

} // namespace

TEST_CASE("the slides config builds a deck for each language, with the same bytes whenever it is built") {
    const TemporaryFolder folder;
    folder.write("config/slides.toml", bytes_of(fs::path(ACTLAS_SOURCE_DIR) / "config/slides.toml"));
    const Run run = run_actlas({"build", "config/slides.toml"}, {.folder = folder.path()});
    INFO(run.err);
    REQUIRE(run.status == 0);
    CHECK_FALSE(contains(run.err, "warning")); // its own theme can be read
    const auto files = tree(folder / "out/slides");
    for (const std::string language : {"zh", "en"}) {
        CAPTURE(language);
        // A title and nine functions in three builds each.
        const std::string& pdf = files.at("slides/lecture." + language + ".pdf");
        CHECK(count_matches(pdf, "/Type /Page[^s]") == 1 + 9 * 3);
        CHECK(contains(pdf, language == "zh" ? "/Lang (zh-CN)" : "/Lang (en)"));
        const std::string& markdown = files.at("slides/lecture." + language + ".md");
        CHECK(markdown.starts_with("---\nmarp: true\ntitle: \""));
        CHECK(count_matches(markdown, "\n---\n") == 1 + 9 * 3); // the end of the front matter, and between slides
        // Every picture is there, relative to the deck, and has an alternative text.
        const std::regex picture(R"(\n!\[([^\n]+)\]\(([^)\n]+)\)\n)");
        std::size_t pictures = 0;
        for (std::sregex_iterator it(markdown.begin(), markdown.end(), picture), end; it != end; ++it, ++pictures) {
            INFO((*it)[2].str());
            CHECK(files.contains("slides/" + (*it)[2].str()));
            CHECK((*it)[1].length() > 4);
        }
        CHECK(pictures == 1 + 9 * 3);
    }
    CHECK(contains(files.at("slides/lecture.zh.md"), "激活函数"));
    CHECK(contains(files.at("slides/lecture/gelu-1.en.lecture.svg"), "#10141"));

    const Run again = run_actlas({"build", "config/slides.toml", "-j", "1", "-o", "again"},
                                 {.environment = {"TZ=Asia/Tokyo"}, .folder = folder.path()});
    REQUIRE(again.status == 0);
    CHECK(tree(folder / "again") == files);
    const Run dated = run_actlas({"build", "config/slides.toml", "-o", "dated", "--only", "gelu"},
                                 {.environment = {"SOURCE_DATE_EPOCH=1700000000"}, .folder = folder.path()});
    REQUIRE(dated.status == 0);
    const auto one = tree(folder / "dated");
    CHECK(contains(one.at("slides/lecture.en.pdf"), "/CreationDate (20231114221320"));
    CHECK(count_matches(one.at("slides/lecture.en.pdf"), "/Type /Page[^s]") == 1 + 9 * 3);
}

TEST_CASE("a theme that is hard to read warns with place, role and both ratios, and is used all the same") {
    const TemporaryFolder folder;
    folder.write("a.toml", R"(languages = ["en"]
include = ["relu"]
[report]
enabled = false
[[theme]]
name = "pale"
inherits = "print"
muted = "#777777"
[figures]
themes = ["pale"]
transparent = true
[[figure]]
name = "f"
kind = "curve"
activations = ["relu"]
)");
    const Run run = run_actlas({"build", "a.toml"}, {.folder = folder.path()});
    INFO(run.err);
    CHECK(run.status == 0);
    // #777777 on white is 4.478 to 1 (WCAG's own table says 4.48).
    CHECK(contains(run.err,
                   "a.toml:8:9: warning: in the theme \"pale\" the contrast of \"muted\" with \"page\" is 4.47, "
                   "and 4.5 is required"));
    const std::string svg = bytes_of(folder / "out/figures/f.en.pale.svg");
    CHECK(contains(svg, "#777"));
    CHECK_FALSE(has_page(svg));
}

TEST_CASE("plot draws for slides, and without a page") {
    const TemporaryFolder folder;
    const auto plot = [&](std::vector<std::string> more) {
        std::vector<std::string> arguments{"plot", "gelu", "-o", "a.svg"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const Run run = run_actlas(arguments, {.folder = folder.path()});
        INFO(run.err);
        REQUIRE(run.status == 0);
        return bytes_of(folder / "a.svg");
    };
    CHECK(contains(plot({"--profile", "slide"}), "viewBox=\"0 0 1920 1080\""));
    CHECK(has_page(plot({})));
    CHECK_FALSE(has_page(plot({"--transparent"})));
    const Run wrong = run_actlas({"plot", "gelu", "-o", "a.svg", "--profile", "slides"}, {.folder = folder.path()});
    CHECK(wrong.status == 2);
    CHECK(contains(wrong.err, "did you mean \"slide\"?"));
}
