// The line that tells how far a build is: on a terminal only, and gone at the end.

#include "cli/support.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <pty.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using actlas::test::contains;
using actlas::test::one_figure;
using actlas::test::run_actlas;
using actlas::test::TemporaryFolder;

namespace {

/// What the program writes to a terminal.
std::string on_terminal(const TemporaryFolder& folder, const std::vector<std::string>& arguments,
                        const std::string& variable = {}) {
    int terminal = -1;
    const pid_t child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
    REQUIRE(child >= 0);
    if (child == 0) {
        for (const char* name : {"CI", "NO_COLOR", "GITHUB_ACTIONS"})
            ::unsetenv(name);
        if (!variable.empty()) ::putenv(const_cast<char*>(variable.c_str()));
        if (::chdir(folder.path().c_str()) != 0) ::_exit(126);
        std::vector<char*> words{const_cast<char*>("actlas")};
        for (const std::string& argument : arguments)
            words.push_back(const_cast<char*>(argument.c_str()));
        words.push_back(nullptr);
        ::execv(ACTLAS_BINARY, words.data());
        ::_exit(127);
    }
    std::string text;
    std::array<char, 4096> part{};
    for (ssize_t length = 0; (length = ::read(terminal, part.data(), part.size())) > 0;)
        text.append(part.data(), static_cast<std::size_t>(length));
    int status = 0;
    ::waitpid(child, &status, 0);
    ::close(terminal);
    CHECK(WIFEXITED(status));
    return text;
}

/// What is left to be seen of it: a carriage return goes to the start of the line, ESC [ K clears to its end.
std::string seen(const std::string& text) {
    std::string done, line;
    std::size_t column = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r') {
            column = 0;
        } else if (text[i] == '\n') {
            done += line + "\n";
            line.clear();
            column = 0;
        } else if (text.compare(i, 3, "\x1b[K") == 0) {
            line.resize(column);
            i += 2;
        } else {
            line.resize(std::max(line.size(), column + 1), ' ');
            line[column++] = text[i];
        }
    }
    return done + line;
}

} // namespace

TEST_CASE("on a terminal one line tells the stage, and nothing of it is left") {
    const TemporaryFolder folder;
    folder.write("a.toml", one_figure);
    const std::string text = on_terminal(folder, {"build", "a.toml"});
    for (const char* stage : {"\rconfig", "\rstudies 0/1", "\rfigures 0/1", "\routput"})
        CHECK(contains(text, stage));
    CHECK(seen(text) == "out: 2 written, 0 unchanged, 0 removed\n");
    const std::string checked = on_terminal(folder, {"check", "a.toml"});
    CHECK(contains(checked, "\rcomparison"));
    CHECK(seen(checked) == "out: 2 files are what they should be\n");
}

TEST_CASE("a fault leaves nothing of the line either") {
    const TemporaryFolder folder;
    folder.write("a.toml", one_figure + "[[figure]]\nname = \"g\"\nkind = \"family\"\nactivations = [\"relu\"]\n");
    const std::string text = on_terminal(folder, {"build", "a.toml"});
    CHECK(contains(text, "\rconfig"));
    CHECK_FALSE(contains(seen(text), "config"));
    CHECK(contains(seen(text), "error"));
}

TEST_CASE("no progress in CI, without colour, when quiet, and where nobody looks") {
    const TemporaryFolder folder;
    folder.write("a.toml", one_figure);
    CHECK_FALSE(contains(on_terminal(folder, {"build", "a.toml"}, "CI=true"), "\x1b[K"));
    CHECK_FALSE(contains(on_terminal(folder, {"build", "a.toml"}, "NO_COLOR=1"), "\x1b[K"));
    CHECK(on_terminal(folder, {"build", "a.toml", "--quiet"}).empty());
    CHECK(run_actlas({"build", "a.toml"}, {.folder = folder.path()}).err == "out: 0 written, 2 unchanged, 0 removed\n");
}

TEST_CASE("check --quiet says nothing where nothing is stale, and --verbose how long each stage took") {
    const TemporaryFolder folder;
    folder.write("a.toml", one_figure);
    CHECK(run_actlas({"build", "a.toml", "--quiet"}, {.folder = folder.path()}).status == 0);
    const auto quiet = run_actlas({"check", "a.toml", "--quiet"}, {.folder = folder.path()});
    CHECK(quiet.status == 0);
    CHECK(quiet.err.empty());
    const auto verbose = run_actlas({"check", "a.toml", "--verbose"}, {.folder = folder.path()});
    for (const char* stage : {"config: ", "studies: ", "figures: ", "comparison: "})
        CHECK(contains(verbose.err, stage));
}
