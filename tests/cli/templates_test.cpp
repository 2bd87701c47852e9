#include "cli/support.hpp"
#include "support/catch.hpp"

#include <nlohmann/json.hpp>

#include <string>

using namespace actlas::test;
namespace fs = std::filesystem;

namespace {

const std::string config = R"(
include = ["relu"]
[report]
formats = ["markdown"]
chapters = ["analogy"]
templates = "mine"
[figures]
themes = ["light"]
)";

nlohmann::ordered_json builtin_strings(const std::string& language) {
    return nlohmann::ordered_json::parse(
        bytes_of(fs::path(ACTLAS_SOURCE_DIR) / "templates" / language / "strings.json"));
}

Run build(const TemporaryFolder& folder) {
    return run_actlas({"build", "a.toml"}, {.folder = folder.path()});
}

} // namespace

TEST_CASE("a folder of the user's replaces pages, prose and strings") {
    const TemporaryFolder folder;
    folder.write("a.toml", config);
    folder.write("mine/pages/method.md", "# {{t.method.title}}\n\n{{counts.functions}} in all. {{> method}}\n");
    folder.write("mine/en/method.md", "Ask *me*.\n");
    auto words = builtin_strings("en");
    words["method"]["title"] = "How I did it";
    folder.write("mine/en/strings.json", words.dump());
    const Run run = build(folder);
    INFO(run.err);
    REQUIRE(run.status == 0);
    CHECK(bytes_of(folder / "out/en/method.md") == "# How I did it\n\n1 in all. Ask *me*.\n");
    CHECK(contains(bytes_of(folder / "out/zh/method.md"), "1 in all. "));
    CHECK_FALSE(contains(bytes_of(folder / "out/zh/method.md"), "Ask *me*."));
}

TEST_CASE("a translation that is missing is an error that names it") {
    const TemporaryFolder folder;
    folder.write("a.toml", config);
    auto words = builtin_strings("zh");
    words["compare"].erase("gain");
    words.erase("footer");
    folder.write("mine/zh/strings.json", words.dump());
    const Run run = build(folder);
    CHECK(run.status == 2);
    CHECK(contains(run.err, "templates/zh lacks the string \"compare.gain\""));
    CHECK(contains(run.err, "templates/zh lacks the string \"footer\""));
    CHECK_FALSE(fs::exists(folder / "out"));
}

TEST_CASE("a string that no language has is an error that names it and the template") {
    const TemporaryFolder folder;
    folder.write("a.toml", config);
    folder.write("mine/pages/method.md", "# {{t.method.titel}}\n");
    const Run run = build(folder);
    CHECK(run.status == 2);
    CHECK(contains(run.err, "templates/pages/method.md: nothing is called \"t.method.titel\""));
}

TEST_CASE("a file that replaces nothing is an error with the nearest name") {
    const TemporaryFolder folder;
    folder.write("a.toml", config);
    folder.write("mine/pages/metod.md", "# x\n");
    const Run run = build(folder);
    CHECK(run.status == 2);
    CHECK(contains(run.err, "metod.md replaces no template"));
    CHECK(contains(run.err, "did you mean \"pages/method.md\"?"));
}
