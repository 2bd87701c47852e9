#include "base/diagnostic.hpp"
#include "base/file.hpp"
#include "output/file.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace actlas;
using namespace actlas::output;
using actlas::test::bytes_of;
using actlas::test::TemporaryFolder;
namespace fs = std::filesystem;

TEST_CASE("a file is replaced as a whole") {
    const TemporaryFolder temporary;
    write_file(temporary / "a", "one");
    write_file(temporary / "a", "two");
    CHECK(read_file(temporary / "a") == "two");
    CHECK(holds(temporary / "a", "two"));
    CHECK_FALSE(holds(temporary / "a", "twx"));
    CHECK_FALSE(holds(temporary / "missing", ""));
    CHECK(test::tree(temporary.path()).size() == 1); // no temporary file is left
}

TEST_CASE("a link is followed when a person names it") {
    const TemporaryFolder temporary;
    temporary.write("target", "old");
    fs::create_symlink("target", temporary / "link");
    write_file(temporary / "link", "new");
    CHECK(fs::is_symlink(temporary / "link"));
    CHECK(bytes_of(temporary / "target") == "new");
}

TEST_CASE("failures name the file and the reason") {
    const TemporaryFolder temporary;
    const std::string missing = (temporary / "no/such").string();
    CHECK_THROWS_WITH(read_file(missing), "cannot read " + missing + ": No such file or directory");
    CHECK_THROWS_WITH(write_file(missing, "x"), "cannot write " + missing + ": No such file or directory");
    CHECK_THROWS_WITH(write_file(temporary.path(), "x"),
                      "cannot write " + temporary.path().string() + ": Is a directory");
    CHECK_THROWS_AS(read_file(temporary.path()), FileError);
}

TEST_CASE("a device is written to and not replaced") {
    if (!fs::exists("/dev/full")) return;
    CHECK_THROWS_WITH(write_file("/dev/full", "x"), "cannot write /dev/full: No space left on device");
    write_file("/dev/null", "x");
    CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("a staged file that is given up leaves nothing") {
    const TemporaryFolder temporary;
    { const StagedFile staged(temporary / "a", "x"); }
    CHECK(fs::is_empty(temporary.path()));
}
