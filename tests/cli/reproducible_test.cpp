// The same bytes everywhere. Each run differs from the first in several things at once.
#include "cli/locales.hpp"
#include "cli/pipeline.hpp"
#include "cli/support.hpp"
#include "support/catch.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <sys/stat.h>

using namespace actlas;
using namespace actlas::test;
namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

namespace {

/// Two trees hold the same files with the same bytes; names those that differ.
void check_same(const Files& one, const Files& other) {
    std::string different;
    for (const auto& [path, bytes] : one)
        if (!other.contains(path) || other.at(path) != bytes) different += path + "\n";
    for (const auto& [path, bytes] : other)
        if (!one.contains(path)) different += path + "\n";
    INFO(different);
    CHECK(different.empty());
}

mode_t mode_of(const fs::path& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 0777U;
}

} // namespace

TEST_CASE("every kind of output has the same bytes for any jobs, locale, time zone, folder, umask and home") {
    const TemporaryFolder locales;
    make_locales(locales.path());
    REQUIRE(decimal_point(locales.path(), "de_DE.UTF-8") == ",");
    REQUIRE(decimal_point(locales.path(), "C") == ".");

    const TemporaryFolder folder;
    const std::string text = bytes_of(fs::path(ACTLAS_SOURCE_DIR) / "tests/cli/broad.toml");
    folder.write("config/broad.toml", text);
    fs::create_directories(folder / "elsewhere");
    const Run first = run_actlas({"build", "config/broad.toml", "--jobs", "1"},
                                 {.environment = {"LC_ALL=C", "TZ=UTC"}, .folder = folder.path(), .umask = 022});
    INFO(first.err);
    REQUIRE(first.status == 0);
    const Files files = tree(folder / "config/out");
    for (const char* path : {"zh/index.html", "en/index.md", "figures/loss.zh.light.pdf", "figures/grid.en.light.png",
                             "slides/deck.zh.pdf", "slides/deck.en.md", "en/experiments.html", "data/studies.json"})
        CHECK(files.contains(path));
    CHECK(mode_of(folder / "config/out/en/index.html") == 0644);

    std::vector<std::string> german = in_locale(locales.path(), "de_DE.UTF-8");
    german.insert(german.end(), {"TZ=Asia/Shanghai", "HOME=/nonexistent home"});
    const Run second = run_actlas({"build", "../config/broad.toml", "--jobs", "2", "-o", "second"},
                                  {.environment = german, .folder = folder / "elsewhere", .umask = 077});
    REQUIRE(second.status == 0);
    check_same(files, tree(folder / "elsewhere/second"));
    CHECK(mode_of(folder / "elsewhere/second/en/index.html") == 0600);

    std::vector<std::string> chinese = in_locale(locales.path(), "zh_CN.UTF-8");
    chinese.insert(chinese.end(), {"TZ=America/St_Johns", "HOME=", "LANGUAGE=zh", "GITHUB_ACTIONS=true"});
    const fs::path absolute = folder / "config/broad.toml";
    const Run third = run_actlas({"build", absolute.string(), "--jobs", "8", "-o", (folder / "third").string()},
                                 {.environment = chinese, .folder = "/", .umask = 002});
    REQUIRE(third.status == 0);
    check_same(files, tree(folder / "third"));

    // Twice in one process: nothing of the first time is left in the second.
    const config::Config config = cli::read_config_for(absolute.string(), "");
    for (int i = 0; i < 2; ++i) {
        Progress unseen;
        cli::Product product = cli::produce(config, {}, 2, unseen);
        Files made;
        for (output::Artefact& artefact : product.artefacts)
            made[artefact.path] = std::move(artefact.bytes);
        made["manifest.json"] = files.at("manifest.json");
        check_same(files, made);
    }
}

TEST_CASE("the default report has the same bytes for one thread at home and for eight abroad") {
    const TemporaryFolder locales;
    make_locales(locales.path());
    const TemporaryFolder folder;
    folder.write("config/default.toml", bytes_of(fs::path(ACTLAS_SOURCE_DIR) / "config/default.toml"));
    const Run one = run_actlas({"build", "config/default.toml", "--jobs", "1"}, {.folder = folder.path()});
    INFO(one.err);
    REQUIRE(one.status == 0);
    std::vector<std::string> abroad = in_locale(locales.path(), "de_DE.UTF-8");
    abroad.insert(abroad.end(), {"TZ=Asia/Shanghai", "HOME=/nonexistent"});
    const Run eight = run_actlas(
        {"build", (folder / "config/default.toml").string(), "--jobs", "8", "-o", (folder / "eight").string()},
        {.environment = abroad, .folder = "/", .umask = 077});
    REQUIRE(eight.status == 0);
    const Files files = tree(folder / "out");
    check_same(files, tree(folder / "eight"));

    const auto studies = nlohmann::json::parse(files.at("data/studies.json"));
    const auto listed = nlohmann::json::parse(run_actlas({"list", "@common", "--json"}).out);
    CHECK(studies.size() == listed.size());
    for (const char* language : {"zh", "en"}) {
        for (const auto& entry : listed) {
            for (const char* ending : {".html", ".md"}) {
                const std::string page =
                    std::string(language) + "/activation/" + entry["id"].get<std::string>() + ending;
                INFO(page);
                CHECK(files.contains(page));
            }
        }
    }
    // The whole is listed, with nothing else in the folder.
    const auto manifest = nlohmann::json::parse(files.at("manifest.json"));
    CHECK(manifest["files"].size() + 1 == files.size());
}

TEST_CASE("the big book holds every function of the catalogue, scalar and of vectors") {
    const TemporaryFolder folder;
    const Run run = run_actlas(
        {"build", std::string(ACTLAS_SOURCE_DIR) + "/config/atlas.toml", "-o", (folder / "atlas").string(), "--quiet"});
    INFO(run.err);
    REQUIRE(run.status == 0);
    CHECK(run.err.empty());
    for (const char* group : {"@all", "@vector"})
        for (const auto& entry : nlohmann::json::parse(run_actlas({"list", group, "--json"}).out)) {
            const std::string page =
                fmt::format("en/{}/{}.html", group == std::string("@all") ? "activation" : "vector",
                            entry["id"].get<std::string>());
            INFO(page);
            CHECK(fs::is_regular_file(folder / "atlas" / page));
        }
}
