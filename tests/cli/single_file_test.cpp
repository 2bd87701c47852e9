#include "cli/support.hpp"
#include "support/catch.hpp"

#include <set>
#include <string>

using namespace actlas::test;
namespace fs = std::filesystem;

TEST_CASE("config/single.toml writes one HTML file for each language") {
    const TemporaryFolder folder;
    folder.write("config/single.toml", bytes_of(fs::path(ACTLAS_SOURCE_DIR) / "config/single.toml"));
    const Run run = run_actlas({"build", "config/single.toml"}, {.folder = folder.path()});
    INFO(run.err);
    REQUIRE(run.status == 0);
    std::set<std::string> pages;
    for (const auto& [path, bytes] : tree(folder / "out/single"))
        if (!path.starts_with("figures/")) pages.insert(path);
    CHECK(pages == std::set<std::string>{"atlas.en.html", "atlas.zh.html", "data/studies.json", "manifest.json"});
    CHECK(bytes_of(folder / "out/single/atlas.zh.html").find("<title>整流函数及其平滑变体</title>") !=
          std::string::npos);
}
