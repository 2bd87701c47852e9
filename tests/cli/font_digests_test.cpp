#include "cli/support.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <nlohmann/json.hpp>

using namespace actlas::test;

TEST_CASE("a build keeps the digests of fonts in the user's cache, a check keeps nothing") {
    const TemporaryFolder folder;
    folder.write("atlas.toml", one_figure);
    const std::string cache = "XDG_CACHE_HOME=" + (folder / "cache").string();
    const Surroundings here{.environment = {cache}, .folder = folder.path()};
    REQUIRE(run_actlas({"build", "atlas.toml"}, here).status == 0);
    const std::string kept = bytes_of(folder / "cache/actlas/font-digests");
    const std::string manifest = bytes_of(folder / "out/manifest.json");
    const auto fonts = nlohmann::json::parse(manifest).at("fonts");
    REQUIRE(fonts.size() >= 4);
    for (const auto& font : fonts)
        CHECK(contains(kept, font.at("sha256").get<std::string>() + " "));

    // With the cache and without it a build writes the same.
    const Surroundings nowhere{.environment = {"XDG_CACHE_HOME=", "HOME="}, .folder = folder.path()};
    REQUIRE(run_actlas({"build", "atlas.toml", "-o", "again"}, here).status == 0);
    CHECK(bytes_of(folder / "again/manifest.json") == manifest);
    REQUIRE(run_actlas({"build", "atlas.toml", "-o", "uncached"}, nowhere).status == 0);
    CHECK(bytes_of(folder / "uncached/manifest.json") == manifest);

    std::filesystem::remove_all(folder / "cache");
    CHECK(run_actlas({"check", "atlas.toml"}, here).status == 0);
    CHECK_FALSE(std::filesystem::exists(folder / "cache"));
}
