// `build --depfile` as make and ninja read it. Each is used where it is installed.

#include "cli/support.hpp"
#include "support/catch.hpp"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

using actlas::test::one_figure;
using actlas::test::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

// Names that need escaping in all places: blanks, '#', '$', and what is special to neither.
const std::string config = "my config #1 $2 (a).toml";
const std::string output = "out put #3";

bool has(const std::string& program) {
    return std::system(("command -v " + program + " >/dev/null").c_str()) == 0;
}

int status(const TemporaryFolder& folder, const std::string& command) {
    const int result = std::system(("cd '" + folder.path().string() + "' && " + command + " >said 2>&1").c_str());
    INFO(actlas::test::bytes_of(folder / "said"));
    return result;
}

/// Later than everything that was written so far, on file systems of any precision.
void touch(const fs::path& file) {
    fs::last_write_time(file, fs::file_time_type::clock::now() + std::chrono::seconds(2));
}

/// Not later than anything that will be written.
void age(const TemporaryFolder& folder) {
    for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
        if (entry.is_regular_file())
            fs::last_write_time(entry.path(), fs::last_write_time(entry.path()) - std::chrono::seconds(10));
    }
}

} // namespace

TEST_CASE("make knows from the dependency file when to build again") {
    if (!has("make")) return;
    const TemporaryFolder folder;
    folder.write(config, one_figure);
    // '$$' is make's '$', and single quotes keep the shell from the rest.
    folder.write("Makefile", "out\\ put\\ \\#3/manifest.json:\n"
                             "\t'" ACTLAS_BINARY "' build 'my config #1 $$2 (a).toml' -o 'out put #3' "
                             "--depfile deps.d --quiet\n-include deps.d\n");
    REQUIRE(status(folder, "make") == 0);
    CHECK(fs::exists(folder / output / "figures/f.en.light.svg"));
    CHECK(status(folder, "make -q") == 0);
    age(folder);
    CHECK(status(folder, "make -q") == 0);
    touch(folder / config);
    CHECK(status(folder, "make -q") != 0);
    // Nothing in the output changes, and still it counts as made.
    age(folder);
    touch(folder / config);
    fs::last_write_time(folder / config, fs::file_time_type::clock::now() - std::chrono::seconds(5));
    REQUIRE(status(folder, "make") == 0);
    CHECK(status(folder, "make -q") == 0);
}

TEST_CASE("ninja knows from the dependency file when to build again") {
    if (!has("ninja")) return;
    const TemporaryFolder folder;
    folder.write(config, one_figure);
    folder.write("build.ninja", "rule atlas\n"
                                "  command = '" ACTLAS_BINARY "' build 'my config #1 $$2 (a).toml' -o 'out put #3' "
                                "--depfile deps.d --quiet\n"
                                "  depfile = deps.d\n"
                                "build out$ put$ #3/manifest.json: atlas\n");
    const auto is_fresh = [&] {
        REQUIRE(status(folder, "ninja -n -d explain") == 0);
        return actlas::test::contains(actlas::test::bytes_of(folder / "said"), "no work to do");
    };
    REQUIRE(status(folder, "ninja") == 0);
    CHECK(fs::exists(folder / output / "figures/f.en.light.svg"));
    CHECK(is_fresh());
    touch(folder / config);
    CHECK_FALSE(is_fresh());
    age(folder);
    fs::last_write_time(folder / config, fs::file_time_type::clock::now() - std::chrono::seconds(5));
    CHECK_FALSE(is_fresh());
    REQUIRE(status(folder, "ninja") == 0);
    CHECK(is_fresh());
}

TEST_CASE("make builds again when a file comes into the folder of a catalogue or of templates") {
    if (!has("make")) return;
    const TemporaryFolder folder;
    folder.write("catalogue/mine.toml", R"toml([family]
id = "mine"
order = 1
name = { en = "Mine", zh = "自建" }
summary = { en = "Mine.", zh = "自建。" }
[[activation]]
id = "relu"
name = "Own"
formula = "max(0, x)"
summary = { en = "Own.", zh = "自建。" }
)toml");
    folder.write("of_catalogue.toml", "catalogue = \"catalogue\"\n" + one_figure);
    fs::create_directories(folder / "templates/assets");
    folder.write("of_templates.toml", R"toml(languages = ["en"]
include = ["relu"]
[report]
templates = "templates"
formats = ["html"]
[experiments]
enabled = false
[figures]
themes = ["light"]
)toml");
    for (const auto& [name, changed] : {std::pair<std::string, std::vector<std::string>>{"of_catalogue", {"catalogue"}},
                                        {"of_templates", {"templates", "templates/assets"}}}) {
        folder.write("Makefile", name + "/manifest.json:\n\t'" ACTLAS_BINARY "' build " + name + ".toml -o " + name +
                                     " --depfile deps.d --quiet\n-include deps.d\n");
        fs::remove(folder / "deps.d");
        REQUIRE(status(folder, "make") == 0);
        CHECK(status(folder, "make -q") == 0);
        for (const std::string& inside : changed) {
            INFO(inside);
            touch(folder / inside);
            CHECK(status(folder, "make -q") != 0);
            fs::last_write_time(folder / inside, fs::file_time_type::clock::now() - std::chrono::seconds(60));
            CHECK(status(folder, "make -q") == 0);
        }
    }
}
