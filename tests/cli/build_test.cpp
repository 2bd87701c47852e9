#include "cli/support.hpp"
#include "figure/figure.hpp"
#include "figure/vector_figure.hpp"
#include "support/catch.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <regex>

using namespace actlas::test;
namespace fs = std::filesystem;

namespace {

/// A config that builds in a moment.
const std::string small = one_figure + R"([[figure]]
name = "g"
kind = "compare"
activations = ["tanh", "sigmoid"]
)";

std::string copy_of(const std::string& name) {
    return bytes_of(fs::path(ACTLAS_SOURCE_DIR) / "config" / name);
}

} // namespace

TEST_CASE("build writes figures and a manifest, and the second time nothing") {
    const TemporaryFolder folder;
    folder.write("a.toml", small);
    const Run first = run_actlas({"build", "a.toml"}, {.folder = folder.path()});
    INFO(first.err);
    CHECK(first.status == 0);
    CHECK(first.out.empty());
    CHECK(first.err == "out: 3 written, 0 unchanged, 0 removed\n");
    const auto files = tree(folder / "out");
    CHECK(files.size() == 3);
    CHECK(files.at("figures/f.en.light.svg").find("<svg") != std::string::npos);
    const auto manifest = nlohmann::json::parse(files.at("manifest.json"));
    CHECK(manifest["files"].size() == 2);
    CHECK(manifest["files"].contains("figures/g.en.light.svg"));
    CHECK_FALSE(manifest["fonts"].empty());
    for (const auto& font : manifest["fonts"])
        CHECK_FALSE(contains(font["file"].get<std::string>(), "/"));

    CHECK(run_actlas({"build", "a.toml"}, {.folder = folder.path()}).err == "out: 0 written, 3 unchanged, 0 removed\n");
    const Run quiet = run_actlas({"build", "a.toml", "--quiet", "-o", "other"}, {.folder = folder.path()});
    CHECK(quiet.err.empty());
    CHECK(tree(folder / "other") == files);
    const Run verbose = run_actlas({"build", "a.toml", "--verbose"}, {.folder = folder.path()});
    for (const char* phase : {"config: ", "studies: ", "figures: ", "output: "})
        CHECK(contains(verbose.err, phase));
}

TEST_CASE("build --verbose names the labels that found no room, with their figure; without it they are not mentioned") {
    const TemporaryFolder folder;
    folder.write("a.toml", small + R"toml(
[[activation]]
id = "ripple"
name = "Ripple"
formula = "x/4 + sin(2*x)"
[[figure]]
name = "h"
kind = "curve"
activations = ["ripple"]
x = [-9, 9]
)toml");
    CHECK_FALSE(contains(run_actlas({"build", "a.toml"}, {.folder = folder.path()}).err, "no room"));
    const Run verbose = run_actlas({"build", "a.toml", "--verbose"}, {.folder = folder.path()});
    CHECK(verbose.status == 0);
    CHECK(contains(verbose.err, "no room for a label: h (en, light): "));
    CHECK_FALSE(contains(verbose.err, "no room for a label: f "));
}

TEST_CASE("what a changed config no longer asks for is removed") {
    const TemporaryFolder folder;
    folder.write("a.toml", small);
    CHECK(run_actlas({"build", "a.toml"}, {.folder = folder.path()}).status == 0);
    folder.write("out/notes.txt", "mine");
    folder.write("a.toml", small.substr(0, small.rfind("[[figure]]")));
    CHECK(run_actlas({"build", "a.toml"}, {.folder = folder.path()}).err == "out: 1 written, 1 unchanged, 1 removed\n");
    CHECK_FALSE(fs::exists(folder / "out/figures/g.en.light.svg"));
    CHECK(bytes_of(folder / "out/notes.txt") == "mine");
}

TEST_CASE("build --only builds a part and keeps the rest") {
    const TemporaryFolder folder;
    folder.write("a.toml", small);
    CHECK(run_actlas({"build", "a.toml"}, {.folder = folder.path()}).status == 0);
    const auto all = tree(folder / "out");
    fs::remove(folder / "out/figures/g.en.light.svg");
    const Run run = run_actlas({"build", "a.toml", "--only", "relu"}, {.folder = folder.path()});
    CHECK(run.err == "out: 0 written, 2 unchanged, 0 removed\n");
    CHECK_FALSE(fs::exists(folder / "out/figures/g.en.light.svg"));
    CHECK(run_actlas({"build", "a.toml", "--only", "tanh"}, {.folder = folder.path()}).status == 0);
    CHECK(tree(folder / "out") == all);
    const Run unknown = run_actlas({"build", "a.toml", "--only", "relu,tahn"}, {.folder = folder.path()});
    CHECK(unknown.status == 2);
    CHECK(contains(unknown.err, "did you mean \"tanh\"?"));
    const Run absent = run_actlas({"build", "a.toml", "--only", "relu6"}, {.folder = folder.path()});
    CHECK(absent.status == 2);
    CHECK(contains(absent.err, "the config shows no activation \"relu6\""));
    CHECK(contains(absent.err, "did you mean \"relu\"?"));
    CHECK(tree(folder / "out") == all);
}

TEST_CASE("build --only makes pages as the whole report has them, and no list of fewer activations") {
    const TemporaryFolder folder;
    folder.write("a.toml", "languages = [\"en\"]\ninclude = [\"relu\", \"elu\", \"tanh\"]\n");
    CHECK(run_actlas({"build", "a.toml"}, {.folder = folder.path()}).status == 0);
    const auto all = tree(folder / "out");
    folder.write("out/en/activation/elu.html", "old");
    folder.write("out/en/activation/tanh.html", "old");
    CHECK(run_actlas({"build", "a.toml", "--only", "elu"}, {.folder = folder.path()}).status == 0);
    CHECK(bytes_of(folder / "out/en/activation/tanh.html") == "old");
    CHECK(run_actlas({"build", "a.toml", "--only", "tanh"}, {.folder = folder.path()}).status == 0);
    CHECK(tree(folder / "out") == all);

    // The pages come with all their figures, in every format.
    CHECK(run_actlas({"build", "a.toml", "--only", "elu", "-o", "part"}, {.folder = folder.path()}).status == 0);
    const auto part = tree(folder / "part");
    CHECK_FALSE(part.contains("en/index.html"));
    CHECK_FALSE(part.contains("figures/limitation-tanh.en.light.svg"));
    CHECK(part.contains("figures/icon-elu.en.light.svg"));
    for (const char* page : {"en/activation/elu.html", "en/activation/elu.md"}) {
        const std::string& text = part.at(page);
        const std::regex figure(R"((figures/[^" ?#)]+))");
        std::size_t shown = 0;
        for (std::sregex_iterator it(text.begin(), text.end(), figure), end; it != end; ++it, ++shown) {
            INFO((*it)[1].str());
            REQUIRE(part.contains((*it)[1].str()));
            CHECK(part.at((*it)[1].str()) == all.at((*it)[1].str()));
        }
        CHECK(shown > 3);
    }
}

TEST_CASE("build --only leaves nothing out of a single file or a deck that shows an activation") {
    const TemporaryFolder folder;
    const std::string report = "languages = [\"en\"]\ninclude = [\"relu\", \"tanh\"]\n";
    folder.write("single.toml", report + "[report]\nsingle_file = true\n");
    CHECK(run_actlas({"build", "single.toml", "-o", "all"}, {.folder = folder.path()}).status == 0);
    CHECK(run_actlas({"build", "single.toml", "-o", "part", "--only", "relu"}, {.folder = folder.path()}).status == 0);
    const auto all = tree(folder / "all"), part = tree(folder / "part");
    CHECK(all.at("atlas.en.html").size() > 100'000);
    CHECK(part.at("atlas.en.html") == all.at("atlas.en.html"));

    folder.write("deck.toml", report + "[report]\nenabled = false\n[slides]\ninclude = [\"tanh\", \"gelu\"]\n");
    CHECK(run_actlas({"build", "deck.toml", "-o", "deck"}, {.folder = folder.path()}).status == 0);
    const auto deck = tree(folder / "deck");
    CHECK(run_actlas({"build", "deck.toml", "-o", "deck", "--only", "gelu"}, {.folder = folder.path()}).status == 0);
    CHECK(tree(folder / "deck") == deck);
    CHECK(run_actlas({"build", "deck.toml", "-o", "none", "--only", "relu"}, {.folder = folder.path()}).status == 0);
    CHECK(tree(folder / "none").size() == 1); // the manifest
}

TEST_CASE("a depfile that cannot be written leaves the output as it was") {
    const TemporaryFolder folder;
    folder.write("a.toml", small);
    CHECK(run_actlas({"build", "a.toml"}, {.folder = folder.path()}).status == 0);
    const auto before = tree(folder / "out");
    folder.write("a.toml", small.substr(0, small.rfind("[[figure]]")));
    const Run run = run_actlas({"build", "a.toml", "--depfile", "absent/a.d"}, {.folder = folder.path()});
    CHECK(run.status == 3);
    CHECK(contains(run.err, "absent/a.d"));
    CHECK(tree(folder / "out") == before);
}

TEST_CASE("the depfile names the inputs") {
    const TemporaryFolder folder;
    folder.write("a b.toml", small);
    CHECK(run_actlas({"build", "a b.toml", "--depfile", "a.d"}, {.folder = folder.path()}).status == 0);
    const std::string text = bytes_of(folder / "a.d");
    CHECK(text.starts_with("out/manifest.json: \\\n"));
    CHECK(contains(text, "  a\\ b.toml"));
    CHECK(contains(text, "STIXMath"));
}

TEST_CASE("every fault of a config is reported, with status 2 and nothing lost") {
    const TemporaryFolder folder;
    folder.write("a.toml", small);
    CHECK(run_actlas({"build", "a.toml"}, {.folder = folder.path()}).status == 0);
    const auto before = tree(folder / "out");
    folder.write(
        "bad.toml",
        "titel = \"x\"\nlanguages = 7\ninclude = [\"gleu\"]\n[[activation]]\nid = \"a\"\nformula = \"x +* 2\"\n");
    const Run run = run_actlas({"build", "bad.toml"}, {.folder = folder.path()});
    CHECK(run.status == 2);
    CHECK(run.out.empty());
    CHECK(contains(run.err, "bad.toml:1:1: error: the config has no key \"titel\""));
    CHECK(contains(run.err, "bad.toml:2:13: error: "));
    CHECK(contains(run.err, "bad.toml:3:12: error: there is no activation \"gleu\""));
    CHECK(contains(run.err, "bad.toml:6:15: error: "));
    CHECK(contains(run.err, "    6 | formula = \"x +* 2\"\n      |               ^\n"));
    CHECK_FALSE(contains(run.err, "::error"));
    CHECK_FALSE(contains(run.err, "\x1b["));
    CHECK(tree(folder / "out") == before);

    const Run annotated =
        run_actlas({"build", "bad.toml"}, {.environment = {"GITHUB_ACTIONS=true"}, .folder = folder.path()});
    CHECK(contains(annotated.err,
                   "::error file=bad.toml,line=1,col=1,endColumn=6::the config has no key \"titel\"%0Adid you mean"));
}

TEST_CASE("a figure that its kind cannot draw is pointed at") {
    const TemporaryFolder folder;
    folder.write(
        "a.toml",
        "[report]\nenabled = false\n[[figure]]\nname = \"f\"\nkind = \"curve\"\nactivations = [\"relu\", \"tanh\"]\n");
    const Run run = run_actlas({"build", "a.toml"}, {.folder = folder.path()});
    CHECK(run.status == 2);
    CHECK(contains(run.err, "a.toml:6:15: error: "));
    CHECK_FALSE(fs::exists(folder / "out"));
}

TEST_CASE("a figure may not take the name of one of the report's") {
    const TemporaryFolder folder;
    folder.write("a.toml", "languages = [\"en\"]\ninclude = [\"relu\"]\n[report]\nformats = "
                           "[\"markdown\"]\n[figures]\nthemes = [\"light\"]\n"
                           "[[figure]]\nname = \"curve-relu\"\nkind = \"curve\"\nactivations = [\"relu\"]\n");
    const Run run = run_actlas({"build", "a.toml"}, {.folder = folder.path()});
    CHECK(run.status == 2);
    CHECK(contains(run.err, "a.toml:7:1: error: the report has a figure named \"curve-relu\" already"));
}

TEST_CASE("files that cannot be read or written are status 3, and the old output stays") {
    const TemporaryFolder folder;
    const Run missing = run_actlas({"build", "none.toml"}, {.folder = folder.path()});
    CHECK(missing.status == 3);
    CHECK(missing.err == "error: cannot read none.toml: No such file or directory\n");

    folder.write("a.toml", small);
    folder.write("file", "old");
    const Run in_the_way = run_actlas({"build", "a.toml", "-o", "file"}, {.folder = folder.path()});
    CHECK(in_the_way.status == 3);
    CHECK(in_the_way.err == "error: cannot make the folder file: a file of that name is in the way\n");
    CHECK(bytes_of(folder / "file") == "old");
    CHECK(run_actlas({"build", "a.toml", "-o", "/proc/actlas"}, {.folder = folder.path()}).status == 3);

    CHECK(run_actlas({"build", "a.toml"}, {.folder = folder.path()}).status == 0);
    fs::remove(folder / "out/figures/f.en.light.svg");
    fs::create_directory(folder / "out/figures/f.en.light.svg");
    const auto before = tree(folder / "out");
    const std::size_t end = small.rfind("[\"tanh\"");
    folder.write("a.toml", small.substr(0, end) + "[\"tanh\", \"relu\"]\n");
    CHECK(run_actlas({"build", "a.toml"}, {.folder = folder.path()}).status == 3);
    CHECK(tree(folder / "out") == before);
}

TEST_CASE("a character that no font has is status 2 at the figure that asks for it, and nothing is lost") {
    const TemporaryFolder folder;
    folder.write("a.toml", small);
    CHECK(run_actlas({"build", "a.toml"}, {.folder = folder.path()}).status == 0);
    const auto before = tree(folder / "out");
    folder.write("a.toml", small + "title = \"\\U00013000\"\n"); // an Egyptian hieroglyph
    const Run run = run_actlas({"build", "a.toml"}, {.folder = folder.path()});
    CHECK(run.status == 2);
    CHECK(contains(run.err, "a.toml:12:1: error: "));
    CHECK(contains(run.err, "U+13000"));
    CHECK(tree(folder / "out") == before);
}

TEST_CASE("the starter that init writes builds") {
    const TemporaryFolder folder;
    CHECK(run_actlas({"init"}, {.folder = folder.path()}).status == 0);
    const Run run = run_actlas({"build", "actlas.toml"}, {.folder = folder.path()});
    INFO(run.err);
    CHECK(run.status == 0);
    CHECK(fs::exists(folder / "out/figures/my-comparison.zh.dark.svg"));
    CHECK(fs::exists(folder / "out/zh/index.html"));
    CHECK(fs::exists(folder / "out/en/activation/scaled_silu.md"));
}

TEST_CASE("the seed config draws the article's figure") {
    const TemporaryFolder folder;
    folder.write("config/seed.toml", copy_of("seed.toml"));
    const Run run = run_actlas({"build", "config/seed.toml"}, {.folder = folder.path()});
    INFO(run.err);
    CHECK(run.status == 0);
    const auto files = tree(folder / "out/seed");
    CHECK(files.size() == 4);
    CHECK(files.at("figures/seed.zh.light.pdf").starts_with("%PDF-"));
    CHECK(files.at("figures/seed.zh.light.svg").find("<svg") != std::string::npos);
    // Width and height stand in the first chunk of a PNG, big-endian: 12x8 inches at 100 dpi.
    const std::string& png = files.at("figures/seed.zh.light.png");
    const auto number = [&](std::size_t offset) {
        unsigned value = 0;
        for (std::size_t i = 0; i < 4; ++i)
            value = value << 8U | static_cast<unsigned char>(png.at(offset + i));
        return value;
    };
    CHECK(number(16) == 1200);
    CHECK(number(20) == 800);
}

TEST_CASE("the config of all kinds draws one figure of each in both languages") {
    const TemporaryFolder folder;
    folder.write("config/kinds.toml", copy_of("kinds.toml"));
    const Run run = run_actlas({"build", "config/kinds.toml"}, {.folder = folder.path()});
    INFO(run.err);
    REQUIRE(run.status == 0);
    std::vector<std::string> kinds = actlas::figure::kind_names();
    for (const std::string& kind : actlas::figure::all_vector_kinds())
        kinds.push_back(kind);
    CHECK(kinds.size() >= 16);
    for (const std::string& kind : kinds) {
        for (const char* language : {"en", "zh"}) {
            const auto path = folder / fmt::format("out/kinds/figures/{}.{}.light.svg", kind, language);
            INFO(path);
            CHECK(fs::exists(path));
        }
    }
    folder.write("a.toml", "[report]\nenabled = false\n[[figure]]\nname = \"f\"\nkind = \"family\"\n"
                           "activations = [\"elu\"]\nvalues = [1, \"2\"]\n");
    const Run wrong = run_actlas({"build", "a.toml"}, {.folder = folder.path()});
    CHECK(wrong.status == 2);
    CHECK(contains(wrong.err, "a.toml:7:14: error: \"values\" must hold numbers"));
}

TEST_CASE("a font that is missing is status 2 with the package to install, and nothing is written") {
    const TemporaryFolder folder;
    folder.write("a.toml", small);
    fs::create_directory(folder / "fonts");
    const Run run =
        run_actlas({"build", "a.toml"},
                   {.environment = {"ACTLAS_FONT_PATH=!" + (folder / "fonts").string()}, .folder = folder.path()});
    CHECK(run.status == 2);
    for (const char* package : {"fonts-inter", "fonts-noto-cjk", "fonts-stix"})
        CHECK(contains(run.err, fmt::format("install the Debian package {}", package)));
    CHECK(contains(run.err, (folder / "fonts").string()));
    CHECK_FALSE(fs::exists(folder / "out"));
    // The system's settings for fonts have no say.
    const std::string none = "FONTCONFIG_FILE=" + folder.write("empty.conf", "").string();
    CHECK(run_actlas({"build", "a.toml"}, {.environment = {none}, .folder = folder.path()}).status == 0);
    const auto files = tree(folder / "out");
    CHECK(run_actlas({"build", "a.toml", "-o", "again"}, {.folder = folder.path()}).status == 0);
    CHECK(tree(folder / "again") == files);
}

TEST_CASE("the manifest names the fonts' files with the digests that sha256sum gives") {
    const TemporaryFolder folder;
    folder.write("a.toml", small);
    REQUIRE(run_actlas({"build", "a.toml"}, {.folder = folder.path()}).status == 0);
    const auto manifest = nlohmann::json::parse(bytes_of(folder / "out/manifest.json"));
    CHECK(manifest["fonts"].size() == 5);
    for (const auto& font : manifest["fonts"]) {
        const std::string name = font["file"];
        INFO(name);
        const std::string command =
            fmt::format("find /usr/share/fonts /usr/local/share/fonts -name '{}' -exec sha256sum "
                        "{{}} + >'{}' 2>/dev/null",
                        name, (folder / "sums").string());
        CHECK(std::system(command.c_str()) != -1);
        CHECK(contains(bytes_of(folder / "sums"), font["sha256"].get<std::string>()));
    }
}
