// Completions and the manual page, both read off the definition of the command line.

#include "cli/support.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

using actlas::test::contains;
using actlas::test::run_actlas;
using actlas::test::TemporaryFolder;

namespace {

/// Words that begin like options or commands in what `--help` prints.
std::vector<std::string> words_of(const std::string& text, bool (*wanted)(const std::string&)) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text + "\n") {
        const bool part = c == '-' || c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (part) {
            word += c;
            continue;
        }
        if (wanted(word) && std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
        word.clear();
    }
    return words;
}

bool is_long_option(const std::string& word) {
    return word.starts_with("--") && word.size() > 3;
}

/// The commands in the order of `actlas --help`: the first word of its lines under "Commands:".
std::vector<std::string> commands() {
    const std::string help = run_actlas({"--help"}).out;
    std::vector<std::string> names;
    std::size_t at = help.find("Commands:\n");
    while (at != std::string::npos && (at = help.find("\n  ", at)) != std::string::npos) {
        at += 3;
        if (help[at] != ' ') names.push_back(help.substr(at, help.find(' ', at) - at));
    }
    return names;
}

std::string made(const std::vector<std::string>& arguments) {
    const auto run = run_actlas(arguments);
    CHECK(run.status == 0);
    CHECK(run.err.empty());
    return run.out;
}

/// What bash offers for the last of the words, as readline cuts them.
std::string bash_offers(const std::vector<std::string>& words) {
    const TemporaryFolder folder;
    folder.write("script", made({"completion", "bash"}));
    std::string list;
    for (const std::string& word : words)
        list += " '" + word + "'";
    folder.write("ask", "source ./script\nCOMP_WORDS=(actlas" + list + ")\nCOMP_CWORD=" + std::to_string(words.size()) +
                            "\n_actlas\necho \"${COMPREPLY[*]}\" > offers\n");
    REQUIRE(std::system(("cd '" + folder.path().string() + "' && bash ask").c_str()) == 0);
    std::string offers = actlas::test::bytes_of(folder / "offers");
    offers.pop_back();
    return offers;
}

/// Whether a checker that is installed accepts a text; true where it is not installed.
bool accepted_by(const std::string& checker, const std::string& command, const std::string& text) {
    if (std::system(("command -v " + checker + " >/dev/null").c_str()) != 0) return true;
    const TemporaryFolder folder;
    folder.write("text", text);
    const bool fine = std::system(("cd '" + folder.path().string() + "' && " + command + " >out 2>said").c_str()) == 0;
    const std::string said = actlas::test::bytes_of(folder / "said");
    INFO(command << ": " << said);
    CHECK(said.empty());
    return fine;
}

} // namespace

TEST_CASE("completions and the manual page name every command and every option") {
    const auto names = commands();
    REQUIRE(names.size() >= 10);
    const std::string man = made({"man"});
    for (const char* shell : {"bash", "zsh", "fish"}) {
        INFO(shell);
        const std::string script = made({"completion", shell});
        for (const std::string& command : names) {
            INFO(command);
            CHECK(contains(script, command));
            for (const std::string& option : words_of(run_actlas({command, "--help"}).out, is_long_option)) {
                INFO(option);
                CHECK(contains(script, shell == std::string("fish") ? "-l " + option.substr(2) : option));
            }
        }
    }
    for (const std::string& command : names) {
        CHECK(contains(man, "\n.SS " + command + "\n"));
        const std::string section = man.substr(man.find("\n.SS " + command + "\n") + 1);
        for (std::string option : words_of(run_actlas({command, "--help"}).out, is_long_option)) {
            INFO(command << " " << option);
            for (std::size_t at = 0; (at = option.find('-', at)) != std::string::npos; at += 2)
                option.insert(at, "\\");
            CHECK(contains(section.substr(0, section.find("\n.S")), option));
        }
    }
}

TEST_CASE("bash completes commands, options, ids, groups, kinds, themes and files") {
    CHECK(bash_offers({"comp"}) == "completion");
    CHECK(bash_offers({"plot", "leaky_"}).starts_with("leaky_relu"));
    CHECK(bash_offers({"plot", "silu", "--the"}) == "--theme");
    CHECK(bash_offers({"plot", "silu", "--theme", "da"}) == "dark");
    CHECK(bash_offers({"plot", "silu", "--theme", "=", "da"}) == "dark");
    CHECK(contains(bash_offers({"plot", "silu", "--kind", "="}), "curve"));
    CHECK(bash_offers({"show", "gelu", "--code", "num"}) == "numpy");
    CHECK(bash_offers({"list", "@", "se"}) == "seed");
    CHECK(contains(bash_offers({"build", "a.toml", "--only", "relu,tanhs"}), "relu,tanhshrink"));
    CHECK(bash_offers({"build", "a.toml", "--jobs", ""}).empty());
    CHECK(bash_offers({"completion", "f"}) == "fish");
    CHECK(bash_offers({"build", "as"}) == ""); // the script's folder has ask, which is no config
    CHECK(bash_offers({"plot", "silu", "-o", "as"}) == "ask");
}

TEST_CASE("the shells and groff accept what is made for them") {
    CHECK(accepted_by("bash", "bash -n text", made({"completion", "bash"})));
    CHECK(accepted_by("zsh", "zsh -n text", made({"completion", "zsh"})));
    CHECK(accepted_by("fish", "fish --no-execute text", made({"completion", "fish"})));
    CHECK(accepted_by("groff", "groff -man -ww -Tutf8 text", made({"man"})));
    CHECK(accepted_by("man", "man --warnings -l text", made({"man"})));
}

TEST_CASE("a shell that there is no completion for") {
    const auto run = run_actlas({"completion", "bahs"});
    CHECK(run.status == 2);
    CHECK(contains(run.err, "there is no completion for \"bahs\""));
    CHECK(contains(run.err, "did you mean \"bash\"?"));
}
