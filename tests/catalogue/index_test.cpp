// The program that reads and checks the built-in catalogue while actlas is built.

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <cstdlib>
#include <string>

namespace {

using actlas::test::bytes_of;
using actlas::test::TemporaryFolder;

const std::string family = "[family]\nid = \"f\"\norder = 1\nname = { en = \"F\", zh = \"族\" }\n"
                           "summary = { en = \"S.\", zh = \"述。\" }\n\n";

std::string entry(const std::string& id) {
    return "# Before it.\n[[activation]]\nid = \"" + id + "\"\nname = \"" + id +
           "\"\nformula = \"x\"\nsummary = { en = \"It.\", zh = \"它。\" }\n";
}

/// Runs it on a.toml and b.toml of the folder; what it says goes to the file `said`, the index to index.cpp.
bool succeeds(const TemporaryFolder& folder) {
    const std::string in = "cd '" + folder.path().string() + "' && ";
    return std::system((in + "'" ACTLAS_CATALOGUE_INDEX "' index.cpp a.toml b.toml 2>said").c_str()) == 0;
}

} // namespace

TEST_CASE("the index has each activation's own lines and no other's") {
    const TemporaryFolder folder;
    folder.write("a.toml", family + entry("one") + "\n" + entry("two"));
    folder.write("b.toml", "[[group]]\nid = \"g\"\nmembers = [\"two\"]\n");
    REQUIRE(succeeds(folder));
    const std::string index = bytes_of(folder / "index.cpp");
    CHECK(index.find("R\"actlas~([[activation]]\nid = \"one\"\nname = \"one\"\nformula = \"x\"\n"
                     "summary = { en = \"It.\", zh = \"它。\" }\n)actlas~\"") != std::string::npos);
    CHECK(index.find("Before it") == std::string::npos);
}

TEST_CASE("a fault of the catalogue, within a file or across files, stops the build at its place") {
    const TemporaryFolder folder;
    folder.write("a.toml", family + entry("one"));
    folder.write("b.toml", "family = \"f\"\n" + entry("one"));
    CHECK_FALSE(succeeds(folder));
    CHECK(bytes_of(folder / "said").find("b.toml:4:6: error: the id \"one\" is taken already") == 0);
    CHECK_FALSE(std::filesystem::exists(folder / "index.cpp"));
}

TEST_CASE("an activation whose keys stand in two places cannot be cut out of its file") {
    const TemporaryFolder folder;
    folder.write("a.toml", family + entry("one") + "[[group]]\nid = \"g\"\nmembers = [\"one\"]\n" +
                               "[activation.note]\nen = \"N.\"\nzh = \"注。\"\n");
    folder.write("b.toml", "");
    CHECK_FALSE(succeeds(folder));
    CHECK(bytes_of(folder / "said").find("a.toml:8:1: error: this activation is not written in one piece") == 0);
}
