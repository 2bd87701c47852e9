#include "support.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <filesystem>

using namespace actlas::test;
namespace fs = std::filesystem;

TEST_CASE("check is 0 on what build wrote, 1 with the reason and the remedy on what it would write otherwise") {
    const TemporaryFolder folder;
    folder.write("my atlas.toml", one_figure);
    const auto check = [&](std::vector<std::string> more) {
        std::vector<std::string> words{"check", "my atlas.toml"};
        words.insert(words.end(), more.begin(), more.end());
        return run_actlas(words, {.folder = folder.path()});
    };
    const Run nothing = check({});
    CHECK(nothing.status == 1);
    CHECK(nothing.out == "missing figures/f.en.light.svg\nmissing manifest.json\n");
    CHECK(contains(nothing.err, "out: 2 of 2 files are stale"));
    CHECK(contains(nothing.err, "run `actlas build 'my atlas.toml'` and commit the result"));
    CHECK_FALSE(fs::exists(folder / "out"));

    REQUIRE(run_actlas({"build", "my atlas.toml"}, {.folder = folder.path()}).status == 0);
    const Run fresh = check({});
    CHECK(fresh.status == 0);
    CHECK(fresh.out.empty());
    CHECK(fresh.err == "out: 2 files are what they should be\n");

    std::string svg = bytes_of(folder / "out/figures/f.en.light.svg");
    svg.replace(svg.find("<title"), 6, "<TITLE");
    folder.write("out/figures/f.en.light.svg", svg);
    const auto before = tree(folder / "out");
    const Run changed = check({"--diff"});
    CHECK(changed.status == 1);
    CHECK(changed.out.starts_with("changed figures/f.en.light.svg\n--- a/figures/f.en.light.svg\n"));
    CHECK(contains(changed.out, "\n-<TITLE"));
    CHECK(contains(changed.out, "\n+<title"));
    CHECK(tree(folder / "out") == before);
    CHECK(check({"-o", "elsewhere"}).status == 1);
}

TEST_CASE("check tells of a wrong config as build does") {
    const TemporaryFolder folder;
    folder.write("a.toml", "include = [\"rellu\"]\n");
    const Run run = run_actlas({"check", "a.toml"}, {.folder = folder.path()});
    CHECK(run.status == 2);
    CHECK(contains(run.err, "a.toml:1:"));
}
