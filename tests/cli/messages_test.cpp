#include "cli/support.hpp"
#include "support/catch.hpp"
#include "support/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

using namespace actlas::test;
using nlohmann::json;

namespace {

std::vector<json> lines_of(const std::string& text) {
    std::vector<json> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        lines.push_back(json::parse(line));
    return lines;
}

/// A config of so many figures that build in a moment.
std::string figures(int number) {
    std::string text =
        "languages = [\"en\"]\ninclude = [\"relu\"]\n[report]\nenabled = false\n[figures]\nthemes = [\"light\"]\n";
    for (int i = 10; i < 10 + number; ++i)
        text += "[[figure]]\nname = \"f" + std::to_string(i) + "\"\nkind = \"icon\"\nactivations = [\"relu\"]\n";
    return text;
}

/// What `actlas list @nothing` writes to a terminal.
std::string on_a_terminal(const char* setting) {
    const int leader = ::posix_openpt(O_RDWR | O_NOCTTY);
    REQUIRE(leader >= 0);
    REQUIRE(::grantpt(leader) == 0);
    REQUIRE(::unlockpt(leader) == 0);
    const std::string name = ::ptsname(leader);
    const int follower = ::open(name.c_str(), O_RDWR | O_NOCTTY); // stays open, so that what was written can be read
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(follower, STDERR_FILENO);
        ::unsetenv("NO_COLOR");
        ::unsetenv("GITHUB_ACTIONS");
        if (setting != nullptr) ::putenv(const_cast<char*>(setting));
        ::execl(ACTLAS_BINARY, "actlas", "list", "@nothing", nullptr);
        ::_exit(127);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    char text[4096];
    const ssize_t length = ::read(leader, text, sizeof text);
    ::close(follower);
    ::close(leader);
    return {text, static_cast<std::size_t>(std::max<ssize_t>(length, 0))};
}

} // namespace

TEST_CASE("all faults of a config that only its figures' kinds know are told too, and nothing is written") {
    const TemporaryFolder folder;
    folder.write("a.toml", "titel = 1\n" + figures(1) +
                               "[[figure]]\nname = \"two\"\nkind = \"curve\"\nactivations = [\"relu\", \"tanh\"]\n"
                               "[[figure]]\nname = \"many\"\nkind = \"decision\"\nactivations = [\"relu\", \"tanh\", "
                               "\"elu\", \"gelu\"]\n"
                               "[[figure]]\nname = \"family\"\nkind = \"family\"\nactivations = [\"elu\"]\nparameter = "
                               "\"alpah\"\n"
                               "[[figure]]\nname = \"none\"\nkind = \"family\"\nactivations = [\"relu\"]\n"
                               "[[figure]]\nname = \"limit\"\nkind = \"limitation\"\nactivations = "
                               "[\"relu\"]\nlimitation = \"vanishing_gradien\"\n");
    for (const std::string command : {"build", "check"}) {
        const Run run = run_actlas({command, "a.toml", "--messages", "json"}, {.folder = folder.path()});
        INFO(run.err);
        CHECK(run.status == 2);
        CHECK(run.out.empty());
        const auto lines = lines_of(run.err);
        REQUIRE(lines.size() == 6);
        CHECK(lines[0]["hint"] == "did you mean \"title\"?");
        CHECK(lines[1]["message"] == "a figure of kind \"curve\" shows one activation, not 2");
        CHECK(lines[1]["line"] == 15);
        CHECK(lines[1]["column"] == 15);
        CHECK(lines[1]["end_column"] == 31);
        CHECK(lines[2]["message"] == "a figure of kind \"decision\" shows at most 3 activations, not 4");
        CHECK(lines[3]["message"] == "elu has no parameter \"alpah\"");
        CHECK(lines[3]["hint"] == "did you mean \"alpha\"?");
        CHECK(lines[4]["message"] == "relu has no parameter: there is no family to draw");
        CHECK(lines[5]["hint"] == "did you mean \"vanishing_gradient\"?");
        CHECK_FALSE(std::filesystem::exists(folder / "out"));
    }
}

TEST_CASE("faults that only drawing finds are told of every figure in one run") {
    const TemporaryFolder folder;
    folder.write("a.toml",
                 figures(1) + "[[figure]]\nname = \"a\"\nkind = \"limitation\"\nactivations = [\"tanh\"]\nlimitation = "
                              "\"jump\"\nthemes = [\"light\", \"dark\"]\n"
                              "[[figure]]\nname = \"b\"\nkind = \"limitation\"\nactivations = [\"tanh\"]\nlimitation = "
                              "\"undefined\"\n");
    const Run run = run_actlas({"build", "a.toml", "--messages=json"}, {.folder = folder.path()});
    INFO(run.err);
    CHECK(run.status == 2);
    const auto lines = lines_of(run.err);
    REQUIRE(lines.size() == 2); // each once, though drawn for two themes
    CHECK(lines[0]["message"] == "tanh does not have the limitation \"jump\"");
    CHECK(lines[0]["line"] == 11);
    CHECK(lines[1]["message"] == "tanh does not have the limitation \"undefined\"");
    CHECK_FALSE(std::filesystem::exists(folder / "out"));
}

TEST_CASE("a formula that cannot be studied is pointed at") {
    const TemporaryFolder folder;
    folder.write("a.toml", figures(1) + "[[activation]]\nid = \"a\"\nformula = \"log(-1 - x^2)\"\n"
                                        "[[activation]]\nid = \"b\"\nformula = \"sqrt(-1 - x^2)\"\n"
                                        "[[figure]]\nname = \"a\"\nkind = \"grid\"\nactivations = [\"a\", \"b\"]\n");
    const Run run = run_actlas({"build", "a.toml", "--messages", "json"}, {.folder = folder.path()});
    INFO(run.err);
    CHECK(run.status == 2);
    const auto lines = lines_of(run.err);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0]["line"] == 13);
    CHECK(lines[1]["line"] == 16);
}

TEST_CASE("with --messages json every message is an object on a line of its own") {
    const TemporaryFolder folder;
    folder.write("a.toml", figures(2));
    const Run built = run_actlas({"build", "a.toml", "--verbose", "--messages", "json"}, {.folder = folder.path()});
    CHECK(built.status == 0);
    CHECK(lines_of(built.err).size() > 1);
    for (const json& line : lines_of(built.err))
        CHECK(line["severity"] == "note");

    std::filesystem::remove(folder / "out/figures/f10.en.light.svg");
    // Annotations would be no JSON.
    const Run stale = run_actlas({"check", "a.toml", "--messages", "json"},
                                 {.environment = {"GITHUB_ACTIONS=true"}, .folder = folder.path()});
    CHECK(stale.status == 1);
    CHECK(stale.out == "missing figures/f10.en.light.svg\n");
    const auto lines = lines_of(stale.err);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0]["file"] == "out/figures/f10.en.light.svg");
    CHECK(lines[1]["hint"] == "run `actlas build a.toml` and commit the result");

    const Run missing = run_actlas({"build", "nowhere.toml", "--messages", "json"}, {.folder = folder.path()});
    CHECK(missing.status == 3);
    CHECK(lines_of(missing.err).size() == 1);
    CHECK(lines_of(run_actlas({"--messages", "json", "list", "@torhc"}).err).at(0)["hint"] ==
          "did you mean \"@torch\"?");
    // The rest of a wrong command line is told in the same way.
    CHECK(lines_of(run_actlas({"build", "--messages", "json", "a.toml", "--qiet"}).err).at(0)["severity"] == "error");
    const Run wrong = run_actlas({"build", "a.toml", "--messages", "xml"}, {.folder = folder.path()});
    CHECK(wrong.status == 2);
    CHECK(contains(wrong.err, "--messages"));
}

TEST_CASE("on GitHub the first ten stale files are annotated, and a notice says how many more there are") {
    const TemporaryFolder folder;
    folder.write("a,b.toml", figures(12));
    const auto check = [&](const std::string& workspace) {
        return run_actlas(
            {"check", "a,b.toml"},
            {.environment = {"GITHUB_ACTIONS=true", "GITHUB_WORKSPACE=" + workspace}, .folder = folder.path()});
    };
    const Run nothing = check("");
    INFO(nothing.err);
    CHECK(nothing.status == 1);
    CHECK(count(nothing.err, "::error") == 10);
    CHECK(contains(nothing.err, "\n::error file=out/figures/f10.en.light.svg,line=1,col=1,endColumn=2::"
                                "out/figures/f10.en.light.svg is stale (missing): a build would write it\n"));
    CHECK(contains(nothing.err, "::error file=out/figures/f19.en.light.svg,"));
    CHECK_FALSE(contains(nothing.err, "::error file=out/figures/f20.en.light.svg,"));
    CHECK(contains(nothing.err,
                   "\n::notice::out: 13 of 13 files are stale; the first 10 are annotated, and there are 3 "
                   "more%0Arun `actlas build a,b.toml` and commit the result\n"));

    REQUIRE(run_actlas({"build", "a,b.toml"}, {.folder = folder.path()}).status == 0);
    std::string svg = bytes_of(folder / "out/figures/f10.en.light.svg");
    svg.insert(svg.find("<title"), "\n");
    folder.write("out/figures/f10.en.light.svg", svg);
    const std::string parent = folder.path().parent_path().string();
    const Run changed = check(parent);
    INFO(changed.err);
    CHECK(count(changed.err, "::error") == 1);
    CHECK(contains(changed.err,
                   "::error file=" + folder.path().filename().string() + "/out/figures/f10.en.light.svg,line="));
    CHECK(contains(changed.err, "(changed): a build would write other bytes"));
    CHECK(contains(changed.err, "\n::notice::out: 1 of 13 files are stale%0Arun"));
}

TEST_CASE("messages have colour on a terminal unless NO_COLOR says otherwise") {
    CHECK(contains(on_a_terminal(nullptr), "\x1b[1;31merror:"));
    CHECK_FALSE(contains(on_a_terminal("NO_COLOR=1"), "\x1b"));
    CHECK_FALSE(contains(run_actlas({"list", "@nothing"}).err, "\x1b"));
}
