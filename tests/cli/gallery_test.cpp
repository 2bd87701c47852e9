#include "cli/support.hpp"
#include "support/catch.hpp"

#include <string>

using namespace actlas::test;
namespace fs = std::filesystem;

TEST_CASE("the committed gallery is what the program draws, and what the README shows") {
    const fs::path source(ACTLAS_SOURCE_DIR);
    const TemporaryFolder folder;
    const Run run = run_actlas({"build", (source / "config/gallery.toml").string(), "-o", (folder / "out").string()});
    INFO(run.err);
    REQUIRE(run.status == 0);
    const auto made = tree(folder / "out");
    const auto committed = tree(source / "out/gallery");
    std::string stale;
    for (const auto& [path, bytes] : made)
        if (!committed.contains(path) || committed.at(path) != bytes) stale += path + "\n";
    INFO("to be made again with `actlas build config/gallery.toml`:\n" << stale);
    CHECK(stale.empty());
    CHECK(made.size() == committed.size());

    const std::string readme = bytes_of(source / "README.md");
    std::size_t size = 0;
    for (const auto& [path, bytes] : made) {
        size += bytes.size();
        INFO(path);
        CHECK((path == "manifest.json" || readme.find("\"out/gallery/" + path + "\"") != std::string::npos));
    }
    CHECK(size < 300'000);
}
