// A build that is killed, or that cannot write, over the output of an earlier one.
#include "cli/support.hpp"
#include "support/catch.hpp"

#include <fmt/format.h>

#include <csignal>
#include <random>
#include <sys/mount.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace actlas::test;
namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

namespace {

/// A config of icons, small and quickly drawn: "name kind-of-function" pairs, in four themes and two languages.
std::string icons(const std::vector<std::pair<std::string, std::string>>& figures) {
    std::string text = "languages = [\"en\", \"zh-CN\"]\n[report]\nenabled = false\n[figures]\n"
                       "themes = [\"light\", \"dark\", \"print\", \"contrast\"]\n";
    for (const auto& [name, activation] : figures)
        text += fmt::format("[[figure]]\nname = \"{}\"\nkind = \"icon\"\nactivations = [\"{}\"]\n", name, activation);
    return text;
}

const std::string first = icons({{"a", "relu"}, {"b", "tanh"}, {"c", "sigmoid"}, {"d", "elu"}, {"e", "selu"}});
/// Keeps a, changes b and c, drops d and e, adds f to i.
const std::string second = icons(
    {{"a", "relu"}, {"b", "relu"}, {"c", "sine"}, {"f", "elu"}, {"g", "selu"}, {"h", "softsign"}, {"i", "hard_tanh"}});
const std::string third = icons({{"b", "tanh"}, {"j", "elu"}});

/// The files that are not of a build at work.
Files finished(const Files& files) {
    Files result = files;
    std::erase_if(result,
                  [](const auto& file) { return fs::path(file.first).filename().string().starts_with(".actlas-"); });
    return result;
}

bool is_at_work(const fs::path& output) {
    std::error_code error;
    for (fs::directory_iterator entry(output, error), end; !error && entry != end; entry.increment(error))
        if (entry->path().extension() == ".pending") return true;
    return false;
}

/// Puts a tree of files back as it was.
void restore(const TemporaryFolder& folder, const Files& files) {
    fs::remove_all(folder / "out");
    for (const auto& [path, bytes] : files)
        folder.write(fs::path("out") / path, bytes);
}

} // namespace

TEST_CASE("a build that is killed leaves every file old or new, and the next one finishes and clears up") {
    const TemporaryFolder folder;
    std::map<std::string, Files> made;
    for (const auto& [name, text] :
         {std::pair<std::string, std::string>("first", first), {"second", second}, {"third", third}}) {
        folder.write(name + ".toml", text);
        const Run run = run_actlas({"build", name + ".toml", "-o", name}, {.folder = folder.path()});
        INFO(run.err);
        REQUIRE(run.status == 0);
        made[name] = tree(folder / name);
    }
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::minstd_rand random(seed);
    int killed_at_work = 0;
    for (int trial = 0; trial < 16; ++trial) {
        CAPTURE(trial);
        restore(folder, made["first"]);
        folder.write("out/notes.txt", "mine");
        const TemporaryFolder streams;
        const pid_t child = start_actlas({"build", "second.toml", "-o", "out", "--jobs", "1"},
                                         {.folder = folder.path()}, streams.path());
        // Mostly while files are being written, which takes a few milliseconds.
        int status = 0;
        bool ended = false;
        while (!ended && !is_at_work(folder / "out"))
            ended = ::waitpid(child, &status, WNOHANG) == child;
        if (!ended) {
            std::this_thread::sleep_for(std::chrono::microseconds(random() % 4000));
            ::kill(child, SIGKILL);
            ::waitpid(child, &status, 0);
        }
        if (WIFSIGNALED(status)) ++killed_at_work;

        const Files left = tree(folder / "out");
        for (const auto& [path, bytes] : finished(left)) {
            INFO(path);
            const bool is_old = made["first"].contains(path) && made["first"].at(path) == bytes;
            const bool is_new = made["second"].contains(path) && made["second"].at(path) == bytes;
            CHECK((is_old || is_new || path == "notes.txt"));
        }
        for (const auto& [path, bytes] : made["first"]) {
            INFO(path);
            if (made["second"].contains(path)) CHECK(left.contains(path));
        }
        const std::string next = trial % 2 == 0 ? "third" : "second";
        const Run run = run_actlas({"build", next + ".toml", "-o", "out"}, {.folder = folder.path()});
        INFO(run.err);
        CHECK(run.status == 0);
        Files wanted = made[next];
        wanted["notes.txt"] = "mine";
        const Files now = tree(folder / "out");
        std::string different;
        for (const auto& [path, bytes] : now)
            if (!wanted.contains(path) || wanted.at(path) != bytes) different += path + "\n";
        INFO(different);
        CHECK(different.empty());
        CHECK(now.size() == wanted.size());
    }
    CHECK(killed_at_work > 0);
}

TEST_CASE("a build that cannot write says so, ends with status 3, and the earlier output is as it was") {
    const TemporaryFolder folder;
    folder.write("first.toml", first);
    folder.write("second.toml", second);
    REQUIRE(run_actlas({"build", "first.toml", "-o", "out"}, {.folder = folder.path()}).status == 0);
    folder.write("elsewhere/theirs", "1");
    folder.write("out/notes.txt", "mine");
    const fs::path figures = folder / "out/figures";
    Surroundings surroundings{.folder = folder.path(), .modes_hold = true};
    const auto build_fails = [&](const std::string& message) {
        const Files before = tree(folder.path());
        const Run run = run_actlas({"build", "second.toml", "-o", "out"}, surroundings);
        INFO(run.err);
        CHECK(run.status == 3);
        CHECK(run.err.starts_with("error: cannot "));
        CHECK(contains(run.err, message));
        CHECK(tree(folder.path()) == before);
    };
    SECTION("the disk is full") {
        surroundings.file_size = 600;
        build_fails("File too large");
    }
    SECTION("the folder of the figures is read-only") {
        fs::permissions(figures, fs::perms::owner_read | fs::perms::owner_exec);
        build_fails("Permission denied");
        fs::permissions(figures, fs::perms::owner_all);
    }
    SECTION("the output folder is read-only") {
        fs::permissions(folder / "out", fs::perms::owner_read | fs::perms::owner_exec);
        build_fails("Permission denied");
        fs::permissions(folder / "out", fs::perms::owner_all);
    }
    SECTION("files that are to go are in a read-only folder") {
        // A build that writes nothing there and only removes.
        folder.write("second.toml",
                     "[report]\nenabled = false\n[slides]\nname = \"s\"\ninclude = [\"relu\"]\nbuilds = false\n"
                     "title_slide = false\nformats = [\"markdown\"]\nlanguages = [\"en\"]\n");
        fs::permissions(figures, fs::perms::owner_read | fs::perms::owner_exec);
        build_fails("cannot remove");
        fs::permissions(figures, fs::perms::owner_all);
    }
    SECTION("a file where a folder should be") {
        fs::rename(figures, folder / "elsewhere/figures");
        folder.write("out/figures", "a file");
        build_fails("a file of that name is in the way");
    }
    SECTION("a folder where a file should be") {
        fs::create_directory(figures / "f.en.dark.svg");
        build_fails("Is a directory");
    }
    SECTION("a link that leads out of the folder") {
        fs::rename(figures, folder / "elsewhere/figures");
        fs::create_directory_symlink(folder / "elsewhere/figures", figures);
        build_fails("a symbolic link leads out of the output folder");
    }
    SECTION("a link that leads nowhere where the output folder should be") {
        fs::remove_all(folder / "out");
        fs::create_symlink("nowhere", folder / "out");
        build_fails("cannot make the folder");
        CHECK(fs::is_symlink(folder / "out"));
    }
}

TEST_CASE("on a disk that is full the earlier output stays, and once there is room the build succeeds") {
    const TemporaryFolder folder;
    fs::create_directory(folder / "disk");
    if (::mount("none", (folder / "disk").c_str(), "tmpfs", 0, "size=128k") != 0) {
        WARN("skipped: a small disk can only be mounted as root");
        return;
    }
    folder.write("first.toml", icons({{"a", "relu"}}));
    folder.write("second.toml", second);
    CHECK(run_actlas({"build", "first.toml", "-o", "disk/out"}, {.folder = folder.path()}).status == 0);
    const Files before = tree(folder / "disk");
    const Run full = run_actlas({"build", "second.toml", "-o", "disk/out"}, {.folder = folder.path()});
    CHECK(full.status == 3);
    CHECK(contains(full.err, "No space left on device"));
    CHECK(tree(folder / "disk") == before);
    CHECK(::mount("none", (folder / "disk").c_str(), "tmpfs", MS_REMOUNT, "size=16m") == 0);
    CHECK(run_actlas({"build", "second.toml", "-o", "disk/out"}, {.folder = folder.path()}).status == 0);
    ::umount((folder / "disk").c_str());
}

TEST_CASE("two builds into one folder take turns") {
    const TemporaryFolder folder;
    folder.write("first.toml", first);
    folder.write("second.toml", second);
    const TemporaryFolder streams, other_streams;
    const pid_t one = start_actlas({"build", "first.toml", "-o", "out"}, {.folder = folder.path()}, streams.path());
    const pid_t two =
        start_actlas({"build", "second.toml", "-o", "out"}, {.folder = folder.path()}, other_streams.path());
    int status = -1, other_status = -1;
    ::waitpid(one, &status, 0);
    ::waitpid(two, &other_status, 0);
    INFO(bytes_of(streams / "err") << bytes_of(other_streams / "err"));
    CHECK(status == 0);
    CHECK(other_status == 0);
    const Files files = tree(folder / "out");
    CHECK(files == finished(files));
    const bool last_is_first = run_actlas({"check", "first.toml", "-o", "out"}, {.folder = folder.path()}).status == 0;
    const bool last_is_second =
        run_actlas({"check", "second.toml", "-o", "out"}, {.folder = folder.path()}).status == 0;
    CHECK(last_is_first != last_is_second);
}
