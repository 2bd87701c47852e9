// The files of a catalogue together: families, frameworks, groups, and what must agree across files.

#include "catalogue/catalogue.hpp"
#include "catalogue/contents.hpp"
#include "catalogue/report.hpp"
#include "catalogue/shared_names.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

using actlas::Diagnostic;
using actlas::FileError;
using actlas::InputError;
using actlas::LocalizedText;
using actlas::SourceSpan;
using actlas::catalogue::Activation;
using actlas::catalogue::Catalogue;
using actlas::catalogue::Contents;
using actlas::catalogue::read_contents;
using actlas::catalogue::Relation;
using actlas::catalogue::TomlSource;

namespace {

using Messages = std::vector<std::string>;

/// Two lines that define a family.
std::string family(const std::string& id, int order) {
    return "family = { id = \"" + id + "\", order = " + std::to_string(order) +
           ", name = { en = \"F\", zh = \"族\" }, summary = { en = \"S.\", zh = \"述。\" } }\n\n";
}

/// Six lines with one entry; `more` may add to them.
std::string entry(const std::string& id, const std::string& more = {}) {
    return "[[activation]]\nid = \"" + id + "\"\nname = \"" + id +
           "\"\nformula = \"x\"\nsummary = { en = \"It.\", zh = \"它。\" }\n" + more + "\n";
}

/// The faults of the files named a.toml, b.toml, ... as "file:line:column message (hint)".
Messages faults(const std::vector<std::string>& texts) {
    std::vector<TomlSource> files;
    for (const std::string& text : texts)
        files.emplace_back(std::string(1, static_cast<char>('a' + files.size())), text);
    try {
        read_contents(files);
    } catch (const InputError& error) {
        Messages messages = actlas::test::report(error.diagnostics());
        for (std::size_t i = 0; i < messages.size(); ++i)
            messages[i] = error.diagnostics()[i].where->file + ":" + messages[i];
        return messages;
    }
    FAIL("no fault was found");
    return {};
}

Activation custom(const std::string& id) {
    Activation activation;
    activation.id = id;
    activation.name = id;
    activation.family = "custom";
    activation.user_defined = true;
    return activation;
}

} // namespace

TEST_CASE("activations come by the order of families, then of files, then of entries") {
    const std::vector<TomlSource> files{
        {"a", family("second", 20) + entry("s1") + entry("s2")},
        {"b", family("first", 10) + entry("f1")},
        {"c", "family = \"second\"\n" + entry("s3")},
        {"d", "[[framework]]\nid = \"torch\"\nname = \"PyTorch\"\ncomplete = true\n[[group]]\nid = \"some\"\nmembers = "
              "[\"s3\", \"f1\"]\n"},
    };
    const Contents contents = read_contents(files);
    std::vector<std::string> ids;
    for (const Activation& activation : contents.activations)
        ids.push_back(activation.id + " of " + activation.family);
    CHECK(ids == std::vector<std::string>{"f1 of first", "s1 of second", "s2 of second", "s3 of second"});
    REQUIRE(contents.families.size() == 2);
    CHECK(contents.families[0].id == "first");
    CHECK(contents.families[0].name == LocalizedText{"F", "族"});
    REQUIRE(contents.frameworks.size() == 1);
    CHECK(contents.frameworks[0].name == "PyTorch");
    CHECK(contents.frameworks[0].complete);
    REQUIRE(contents.groups.size() == 1);
    CHECK(contents.groups[0].members == std::vector<std::string>{"s3", "f1"});
}

TEST_CASE("ids of all kinds may be used once") {
    CHECK(faults({family("f", 1) + entry("one"), "family = \"f\"\n" + entry("one")}) ==
          Messages{"b:3:6 the id \"one\" is taken already (first used at a:4)"});
    CHECK(faults({family("f", 1), family("f", 2)}) ==
          Messages{"b:1:17 the family \"f\" is taken already (first used at a:1)"});
    const std::string framework = "[[framework]]\nid = \"t\"\nname = \"T\"\n";
    CHECK(faults({framework, framework}) == Messages{"b:2:6 the framework \"t\" is taken already (first used at a:2)"});
    const std::string group = "[[group]]\nid = \"g\"\nmembers = []\n";
    CHECK(faults({group + group}) == Messages{"a:5:6 the group \"g\" is taken already (first used at a:2)"});
}

TEST_CASE("two activations may not have ids or names that look alike") {
    CHECK(faults({family("f", 1) + entry("hard_tanh") + entry("hardtanh")}) ==
          Messages{"a:10:6 \"hardtanh\" answers to the name \"hardtanh\", and so does \"hard_tanh\""});
}

TEST_CASE("an alias may be shared: alone it means none of its owners") {
    const actlas::test::TemporaryFolder folder;
    std::ofstream(folder.path() / "a.toml")
        << family("f", 1) << entry("first", "aliases = [\"Shared\", \"own\"]\n")
        << entry("second", "aliases = [\"sha-red\"]\n") << entry("third", "aliases = [\"First\"]\n");
    const Catalogue catalogue = Catalogue::from_folder(folder.path());
    CHECK(catalogue.find("shared") == nullptr);
    CHECK(actlas::catalogue::meant_by(catalogue, "SHARED") == std::vector<std::string>{"first", "second"});
    CHECK(catalogue.find("Own")->id == "first");
    CHECK(catalogue.find("FIRST")->id == "first"); // a name goes before others' aliases
    CHECK(actlas::catalogue::meant_by(catalogue, "FIRST") == std::vector<std::string>{"first", "third"});
    CHECK(actlas::catalogue::meant_by(catalogue, "fourth").empty());

    const auto shared = actlas::catalogue::shared_names(catalogue);
    REQUIRE(shared.size() == 2);
    CHECK(shared[0].name == "First");
    CHECK(shared[0].ids == std::vector<std::string>{"first", "third"});
    CHECK(shared[1].name == "Shared");
    CHECK(shared[1].ids == std::vector<std::string>{"first", "second"});
}

TEST_CASE("what is mentioned must exist") {
    CHECK(faults({family("rectifier", 1), "family = \"rectifer\"\n" + entry("one")}) ==
          Messages{"b:1:10 there is no family \"rectifer\" (did you mean \"rectifier\"?)"});
    CHECK(faults({family("f", 1) + entry("sigmoid") +
                  entry("one", "relations = [{ kind = \"variant\", id = \"sigmoud\" }]\n")}) ==
          Messages{"a:14:39 there is no activation \"sigmoud\" (did you mean \"sigmoid\"?)"});
    CHECK(faults({family("f", 1) + entry("one", "relations = [{ kind = \"variant\", id = \"one\" }]\n")}) ==
          Messages{"a:8:39 an activation cannot be related to itself"});
    CHECK(faults({"[[framework]]\nid = \"torch\"\nname = \"T\"\n",
                  family("f", 1) + entry("one", "frameworks = [{ framework = \"troch\", name = \"N\" }]\n")}) ==
          Messages{"b:8:29 there is no framework \"troch\" (did you mean \"torch\"?)"});
    CHECK(
        faults({family("f", 1) + entry("sigmoid"), "[[group]]\nid = \"g\"\nmembers = [\"sigmoid\", \"sigmoidd\"]\n"}) ==
        Messages{"b:3:23 there is no activation \"sigmoidd\" (did you mean \"sigmoid\"?)"});
}

TEST_CASE("a written group may not hide a derived one") {
    CHECK(faults({family("f", 1) + "[[group]]\nid = \"f\"\nmembers = []\n[[group]]\nid = \"all\"\nmembers = []\n"}) ==
          Messages{"a:4:6 the group \"@f\" exists without being written",
                   "a:7:6 the group \"@all\" exists without being written"});
}

TEST_CASE("a file's own faults") {
    CHECK(faults({entry("one")}) == Messages{"a:1:1 an activation needs a [family] in its file"});
    CHECK(faults({"family = 3\n"}) == Messages{"a:1:10 \"family\" must be a table, not an integer"});
    CHECK(faults({"family = { id = \"f\" }\n"}) == Messages{"a:1:10 [family] lacks \"order\"",
                                                            "a:1:10 [family] lacks \"name\"",
                                                            "a:1:10 [family] lacks \"summary\""});
    CHECK(faults({"[[activations]]\n"})[0].starts_with("a:1:3 a catalogue file has no key \"activations\""));
    CHECK(faults({"[[framework]]\nname = \"T\"\n"}) == Messages{"a:1:1 [[framework]] lacks \"id\""});
    CHECK(faults({"[[group]]\nid = \"g\"\n"}) == Messages{"a:1:1 [[group]] lacks \"members\""});
}

TEST_CASE("the faults of all files are reported at once, each file's in order") {
    const Messages messages = faults({family("f", 1) + entry("one", "year = \"x\"\n") +
                                          entry("two", "relations = [{ kind = \"variant\", id = \"six\" }]\n"),
                                      "a = = 1\n", "family = \"g\"\n" + entry("one")});
    REQUIRE(messages.size() == 5);
    CHECK(messages[0] == "a:8:8 \"year\" must be an integer, not a string");
    CHECK(messages[1] == "a:15:39 there is no activation \"six\"");
    CHECK(messages[2].starts_with("b:1:"));
    CHECK(messages[3] == "c:1:10 there is no family \"g\"");
    CHECK(messages[4] == "c:3:6 the id \"one\" is taken already (first used at a:4)");
}

TEST_CASE("a folder can stand in for the built-in catalogue") {
    const actlas::test::TemporaryFolder folder;
    folder.write("b.toml", "family = \"f\"\n" + entry("two"));
    folder.write("a.toml", family("f", 1) + entry("one"));
    folder.write("notes.txt", "not TOML");
    const Catalogue catalogue = Catalogue::from_folder(folder.path());
    CHECK(catalogue.ids() == std::vector<std::string>{"one", "two"});
    CHECK(catalogue.group("@f") == std::vector<std::string>{"one", "two"});

    folder.write("c.toml", "nonsense = 1\n");
    CHECK_THROWS_AS(Catalogue::from_folder(folder.path()), InputError);
    try {
        Catalogue::from_folder(folder.path());
    } catch (const InputError& error) {
        REQUIRE(error.diagnostics().size() == 1);
        CHECK(error.diagnostics()[0].where->file == (folder.path() / "c.toml").generic_string());
    }
}

TEST_CASE("the repository's folder is the built-in catalogue") {
    const Catalogue from_source = Catalogue::from_folder(ACTLAS_SOURCE_DIR "/config/catalogue");
    CHECK(from_source.ids() == Catalogue::builtin().ids());
}

TEST_CASE("a folder that cannot serve") {
    const actlas::test::TemporaryFolder folder;
    CHECK_THROWS_AS(Catalogue::from_folder(folder.path()), FileError);
    CHECK_THROWS_AS(Catalogue::from_folder(folder.path() / "absent"), FileError);
    std::filesystem::create_directory(folder.path() / "dir.toml");
    CHECK_THROWS_AS(Catalogue::from_folder(folder.path()), FileError);
}

TEST_CASE("activations of the user's join the catalogue") {
    Catalogue catalogue = Catalogue::builtin();
    const std::size_t families = catalogue.families().size();
    Activation mine = custom("mine");
    mine.aliases = {"My Own"};
    catalogue.add(mine);
    catalogue.add(custom("mine2"));
    CHECK(catalogue.find("my-own")->id == "mine");
    CHECK(catalogue.activations().back().id == "mine2");
    CHECK(catalogue.group("@custom") == std::vector<std::string>{"mine", "mine2"});
    REQUIRE(catalogue.families().size() == families + 1);
    CHECK(catalogue.families().back().id == "custom");
    CHECK(catalogue.group("@all").back() == "mine2");
}

TEST_CASE("a user's activation may take a built-in alias, not a built-in id") {
    Catalogue catalogue = Catalogue::builtin();
    REQUIRE(catalogue.find("ramp")->id == "relu");
    catalogue.add(custom("ramp"));
    CHECK(catalogue.find("ramp")->id == "ramp");

    Activation wrong = custom("relu");
    wrong.family = "rectifer";
    wrong.relations.push_back({Relation::Kind::variant, "tanhh", {}});
    const std::size_t before = catalogue.activations().size();
    try {
        catalogue.add(wrong, SourceSpan{"config.toml", 7, 3, 1, "line"});
        FAIL("the id is taken");
    } catch (const InputError& error) {
        CHECK(actlas::test::report(error.diagnostics()) ==
              Messages{"7:3 there is an activation \"relu\" already (give it another id)",
                       "7:3 there is no family \"rectifer\" (did you mean \"rectifier\"?)",
                       "7:3 there is no activation \"tanhh\" (did you mean \"tanh\"?)"});
    }
    CHECK(catalogue.activations().size() == before);
}
