// Texts that are made to break out of where they stand, and input that is made to exhaust the program.
#include "base/limits.hpp"
#include "cli/support.hpp"
#include "support/catch.hpp"
#include "support/text.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <memory>

using namespace actlas;
using namespace actlas::test;
using actlas::test::repeated;
namespace fs = std::filesystem;

namespace {

/// Ends elements, comments, attributes, CDATA, code, table cells and template tags, and begins links, pictures,
/// mathematics and LaTeX commands. Every part of the config below has a mark before it, so that none is taken for
/// another.
const std::string hostile = "</script><img src=x onerror=y>]]>&#x3c;[a](javascript:b)![i](j)`c`|d|$e$%\\input{f}"
                            "{{name}}{{{name}}}*g*_h_~~i~~<!--k--> \"l\" 'm'#n";

/// A config with that text, or a plain word, wherever a text may stand.
std::string config_with(const std::string& text) {
    std::string config = R"toml(title = { en = $title, zh = $chinese }
include = ["relu"]
[report]
chapters = ["analogy"]
[figures]
themes = ["light"]
[experiments]
enabled = false
[[activation]]
id = "own"
name = $name
aliases = [$alias]
formula = "x*sigmoid(beta*x)"
parameters = [{ name = "beta", default = 1.5, meaning = $meaning }]
summary = { en = $summary, zh = $abstract }
note = $note
frameworks = [{ framework = "torch", name = "plain", note = $framework }]
references = [{ text = $reference, url = "https://example.org/a)b\"><i>" }]
relations = [{ kind = "variant", id = "relu", note = $relation }]
[[figure]]
name = "f"
kind = "compare"
activations = ["relu", { id = "own", label = $label }]
title = $figure
[slides]
name = "deck"
include = ["own"]
title = $deck
subtitle = $under
)toml";
    std::size_t at = 0;
    while ((at = config.find('$', at)) != std::string::npos) {
        const std::size_t end = config.find_first_not_of("abcdefghijklmnopqrstuvwxyz", at + 1);
        // TOML's strings are JSON's.
        const std::string filled = nlohmann::json(config.substr(at + 1, end - at - 1) + " " + text).dump();
        config.replace(at, end - at, filled);
        at += filled.size();
    }
    return config;
}

/// GitHub's own renderer, with raw HTML let through: markup that got into a page would show.
std::string html_of(const std::string& markdown) {
    cmark_gfm_core_extensions_ensure_registered();
    const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(cmark_parser_new(CMARK_OPT_UNSAFE),
                                                                             &cmark_parser_free);
    for (const char* name : {"table", "strikethrough"})
        cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
    cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
    const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> document(cmark_parser_finish(parser.get()),
                                                                           &cmark_node_free);
    const std::unique_ptr<char, decltype(&std::free)> html(
        cmark_render_html(document.get(), CMARK_OPT_UNSAFE, cmark_parser_get_syntax_extensions(parser.get())),
        &std::free);
    return html.get();
}

/// Status, and all that was said, of a build of that config.
Run build_of(const TemporaryFolder& folder, const std::string& config) {
    folder.write("a.toml", config);
    return run_actlas({"build", "a.toml"}, {.folder = folder.path()});
}

} // namespace

TEST_CASE("whatever a text holds, every page, figure and deck shows it as it is") {
    const TemporaryFolder folder;
    const std::string plain = "Qq";
    for (const auto& [name, text] : {std::pair<std::string, std::string>("plain", plain), {"hostile", hostile}}) {
        folder.write(name + ".toml", config_with(text));
        const Run run = run_actlas({"build", name + ".toml", "-o", name}, {.folder = folder.path()});
        INFO(run.err);
        REQUIRE(run.status == 0);
        for (const auto& [path, bytes] : tree(folder / name)) {
            if (!path.ends_with(".md")) continue;
            // The front matter of a deck is YAML, and its strings are JSON's.
            const std::size_t front = bytes.starts_with("---\n") ? bytes.find("\n---\n", 4) + 5 : 0;
            if (front > 0) CHECK(contains(bytes.substr(0, front), nlohmann::json("deck " + text).dump()));
            folder.write(fs::path(name) / (path + ".html"), html_of(bytes.substr(front)));
        }
    }
    folder.write("text", hostile);
    const std::string script = ACTLAS_SOURCE_DIR "/tests/cli/same_structure.py";
    const std::string command = fmt::format("cd '{0}' && python3 '{1}' plain hostile {2} text >report 2>&1",
                                            folder.path().string(), script, plain);
    const int status = std::system(command.c_str());
    INFO(bytes_of(folder / "report"));
    CHECK(status == 0);
    CHECK_FALSE(fs::exists(folder / "j"));
}

TEST_CASE("no name leads out of the output folder") {
    for (const char* name : {"../x", "/tmp/x", "a/b", "..", "-x", "a\\\\b", "a\\u0000b", "a b", "", "ａ"}) {
        INFO(name);
        const TemporaryFolder folder;
        const Run run = build_of(folder, fmt::format("[report]\nenabled = false\n[[figure]]\nname = \"{}\"\n"
                                                     "kind = \"icon\"\nactivations = [\"relu\"]\n",
                                                     name));
        CHECK(run.status == 2);
        CHECK(contains(run.err, "a.toml:4:8: error: "));
        CHECK(tree(folder.path()).size() == 1);
        const Run own =
            build_of(folder, fmt::format("[[activation]]\nid = \"{}\"\nname = \"A\"\nformula = \"x\"\n", name));
        CHECK(own.status == 2);
        const Run deck = build_of(folder, fmt::format("[report]\nenabled = false\n[slides]\nname = \"{}\"\n", name));
        CHECK(deck.status == 2);
        CHECK(tree(folder.path()).size() == 1);
    }
}

TEST_CASE("characters that steer a terminal or turn the direction of writing are refused where they stand") {
    for (const auto& [text, name] : {std::pair<const char*, const char*>("\\u0000", "U+0000"),
                                     {"\\u001b[31m", "U+001B"},
                                     {"\\u007f", "U+007F"},
                                     {"\\u009b", "U+009B"},
                                     {"\\u202e", "U+202E"},
                                     {"\\u202a", "U+202A"},
                                     {"\\u2066", "U+2066"},
                                     {"\u2069", "U+2069"},
                                     {"\u200f", "U+200F"},
                                     {"\u202d", "U+202D"}}) {
        INFO(name);
        const TemporaryFolder folder;
        const Run run = build_of(folder, fmt::format("include = [\"relu\"]\ntitle = \"a{}b\"\n", text));
        CHECK(run.status == 2);
        CHECK(contains(run.err, "a.toml:2:9: error: "));
        CHECK(contains(run.err, name));
        CHECK(tree(folder.path()).size() == 1);
    }
    // In a file name, in a key.
    const TemporaryFolder folder;
    CHECK(build_of(folder, "output = \"a\\u0000/b\"\ninclude = [\"relu\"]\n").status == 2);
    CHECK(build_of(folder, "\"ti\\u202etle\" = \"x\"\ninclude = [\"relu\"]\n").status == 2);
    CHECK(tree(folder.path()).size() == 1);
}

TEST_CASE("what is no UTF-8 is refused") {
    for (const std::string bytes : {"\xFF\xFE", "\xED\xA0\x80", "\xC0\xAF", "\xF4\x90\x80\x80", "\xE4\xB8"}) {
        const TemporaryFolder folder;
        const Run run = build_of(folder, "include = [\"relu\"]\ntitle = \"a" + bytes + "\"\n");
        INFO(run.err);
        CHECK(run.status == 2);
        CHECK(contains(run.err, "a.toml:2:"));
        const Run formula = run_actlas({"show", "--formula", "x+" + bytes});
        CHECK(formula.status == 2);
        CHECK(contains(formula.err, "unexpected character"));
        CHECK_FALSE(contains(formula.err, bytes)); // nor does a message pass it on
    }
}

TEST_CASE("input beyond the limits is refused with the limit, at once") {
    const TemporaryFolder folder;
    const auto refused = [&](const std::string& config, const std::string& message) {
        const Run run = build_of(folder, config);
        INFO(run.err.substr(0, 2000));
        CHECK(run.status == 2);
        CHECK(contains(run.err, message));
        CHECK(run.err.size() < 10'000);
        CHECK(tree(folder.path()).size() == 1);
    };
    refused("title = \"" + std::string(1'000'000, 'n') + "\"\n",
            fmt::format("a name or title may have {} characters, and this has 1000000", limits::name_characters));
    refused("[[activation]]\nid = \"a\"\nname = \"A\"\nformula = \"x\"\nnote = \"" + std::string(30'000, 'n') + "\"\n",
            fmt::format("a text may have {} characters", limits::text_characters));
    refused(std::string(5'000'000, '\n'), fmt::format("at most {} are read", limits::toml_bytes));
    const std::string too_deep = fmt::format("nest deeper than {} levels", limits::toml_depth);
    refused("a = " + std::string(10'000, '[') + std::string(10'000, ']') + "\n", too_deep);
    refused("a = " + repeated("{a=", 10'000) + "1" + std::string(10'000, '}') + "\n", too_deep);
    refused("a" + repeated(".a", 100'000) + " = 1\n", too_deep);
    refused("[a" + repeated(".a", 100'000) + "]\n", too_deep);
    const auto formula = [&](const std::string& text, const std::string& message) {
        refused("[[activation]]\nid = \"a\"\nname = \"A\"\nformula = \"" + text + "\"\n", message);
        const Run run = run_actlas({"eval", "--formula", text, "--at", "1"});
        CHECK(run.status == 2);
        CHECK(contains(run.err, message));
    };
    const std::string nested = fmt::format("nested deeper than {} levels", limits::formula_depth);
    formula(std::string(9'000, '(') + "x" + std::string(9'000, ')'), nested);
    formula(repeated("tanh(", 3'000) + "x" + std::string(3'000, ')'), nested);
    formula(std::string(10'000, '-') + "x", nested);
    formula("x" + repeated("/x", 9'000), nested);
    formula(repeated("x^", 9'000) + "x", nested);
    const Run many = run_actlas({"eval", "--formula", "x" + repeated("+x", 30'000), "--at", "1"});
    CHECK(many.status == 2);
    CHECK(contains(many.err, fmt::format("more than {} parts", limits::formula_nodes)));
}

TEST_CASE("input at the limits is taken") {
    const TemporaryFolder folder;
    const Run run = build_of(
        folder, fmt::format("include = [\"relu\"]\ntitle = \"{}\"\n[report]\nchapters = [\"analogy\"]\n[experiments]\n"
                            "enabled = false\n[figures]\nthemes = [\"light\"]\n[[activation]]\nid = \"a\"\n"
                            "name = \"{}\"\nformula = \"tanh(x)\"\nnote = \"{}\"\n",
                            std::string(limits::name_characters, 't'), std::string(limits::name_characters, 'n'),
                            std::string(limits::text_characters, 'n')));
    INFO(run.err.substr(0, 2000));
    CHECK(run.status == 0);
}

TEST_CASE("templates of a user's that never end are refused") {
    const std::string config =
        "include = [\"relu\"]\n[report]\nformats = [\"markdown\"]\nchapters = [\"analogy\"]\n"
        "templates = \"mine\"\n[experiments]\nenabled = false\n[figures]\nthemes = [\"light\"]\n";
    for (const auto& [text, message] :
         {std::pair<std::string, std::string>("{{> pages/method.md}}x", "holds itself"),
          {repeated("{{#t}}", 20'000), "sections nest deeper than"},
          {"{{=<% %>=}}" + repeated("<%#t%>", 20'000), "sections nest deeper than"},
          {repeated("{{#activations}}{{#kinks}}{{/kinks}}", 24) + repeated("{{/activations}}", 24), ""},
          {repeated(">", 100'000) + " x", ""}}) {
        INFO(text.substr(0, 80));
        const TemporaryFolder folder;
        folder.write("mine/pages/method.md", text);
        const Run run = build_of(folder, config);
        INFO(run.err);
        CHECK((run.status == 2 || (message.empty() && run.status == 0)));
        CHECK(contains(run.err, message));
    }
}
