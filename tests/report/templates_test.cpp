#include "base/diagnostic.hpp"
#include "failure.hpp"
#include "report/mustache.hpp"
#include "report/report.hpp"
#include "report/templates.hpp"
#include "support/catch.hpp"

#include <filesystem>
#include <fstream>
#include <string>

using namespace actlas;
using namespace actlas::report;
namespace fs = std::filesystem;

namespace {

/// A folder that is there for one test.
struct Folder {
    fs::path path = fs::temp_directory_path() / "actlas-templates-test";
    Folder() {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~Folder() { fs::remove_all(path); }
    void write(const std::string& name, const std::string& text) const {
        fs::create_directories((path / name).parent_path());
        std::ofstream(path / name, std::ios::binary) << text;
    }
};

Templates two(const std::string& en, const std::string& zh, bool extra = false) {
    std::map<std::string, std::string, std::less<>> files{{"en/strings.json", en}, {"zh/strings.json", zh}};
    if (extra) files["zh/chapters/more.md"] = "更多";
    return Templates(std::move(files));
}

std::string problems(const Templates& templates) {
    try {
        check_languages(templates, {Language::en, Language::zh});
    } catch (const InputError& error) {
        std::string all;
        for (const auto& diagnostic : error.diagnostics())
            all += diagnostic.message + "\n";
        return all;
    }
    return "";
}

} // namespace

TEST_CASE("the built-in languages have the same files and strings") {
    CHECK(problems(Templates::builtin()).empty());
}

TEST_CASE("every chapter has its text and its title in both languages") {
    const Templates templates = Templates::builtin();
    for (const Language language : all_languages) {
        const auto words = strings(templates, language);
        for (const auto& id : chapter_names()) {
            INFO(id);
            CHECK(templates.has(std::string(code(language)) + "/chapters/" + id + ".md"));
            CHECK_FALSE(string_of(words, "chapters." + id + ".title", language).empty());
            CHECK_FALSE(string_of(words, "chapters." + id + ".summary", language).empty());
        }
    }
}

TEST_CASE("what one language lacks is listed, all of it") {
    CHECK(problems(two(R"({"a": "x", "b": {"c": "y"}})", R"({"a": "x", "d": "z"})", true)) ==
          "templates/en lacks the file chapters/more.md\ntemplates/en lacks the string \"d\"\ntemplates/zh lacks the "
          "string \"b.c\"\n");
    CHECK(problems(two(R"({"a": "x"})", R"({"a": "甲"})")).empty());
}

TEST_CASE("strings that are no JSON point at the place") {
    try {
        strings(two("{\n  \"a\": oops\n}", "{}"), Language::en);
        FAIL("accepted");
    } catch (const InputError& error) {
        REQUIRE(error.diagnostics().at(0).where);
        CHECK(error.diagnostics()[0].where->line == 2);
        CHECK(error.diagnostics()[0].where->file == "templates/en/strings.json");
    }
    CHECK_THROWS_AS(strings(two("[]", "{}"), Language::en), InputError);
}

TEST_CASE("a folder of the user's replaces templates, and nothing else") {
    const Folder folder;
    folder.write("en/summary.md", "Mine.\n");
    CHECK(Templates::with_overrides(folder.path).text("en/summary.md") == "Mine.\n");
    CHECK(Templates::with_overrides(folder.path).text("zh/summary.md") == Templates::builtin().text("zh/summary.md"));
    folder.write("en/sumary.md", "typo");
    try {
        Templates::with_overrides(folder.path);
        FAIL("accepted");
    } catch (const InputError& error) {
        CHECK(error.diagnostics().at(0).message.find("en/sumary.md replaces no template") != std::string::npos);
        CHECK(error.diagnostics()[0].hint == "did you mean \"en/summary.md\"?");
    }
    CHECK_THROWS_AS(Templates::with_overrides(folder.path / "nowhere"), FileError);
}

TEST_CASE("a copy of the whole folder changes nothing") {
    const Templates templates = Templates::with_overrides(fs::path(ACTLAS_SOURCE_DIR) / "templates");
    const Templates builtin = Templates::builtin();
    CHECK(templates.paths() == builtin.paths());
    CHECK(templates.text("en/figures.toml") == builtin.text("en/figures.toml"));
}

TEST_CASE("texts that do not go through templates are not replaced in silence") {
    const Folder folder;
    folder.write("en/figures.toml", "x = \"y\"\n");
    CHECK(failure([&] { Templates::with_overrides(folder.path); }).find("en/figures.toml: the texts of figures") !=
          std::string::npos);
}

TEST_CASE("a template that is not there is named") {
    CHECK(failure([&] { Templates::builtin().text("en/nothing.md"); }).find("templates/en/nothing.md") !=
          std::string::npos);
}
