#include "base/diagnostic.hpp"
#include "output/transaction.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace actlas;
using namespace actlas::output;
using actlas::test::TemporaryFolder;
using actlas::test::tree;
namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

TEST_CASE("what is kept is there, and nothing of what was") {
    const TemporaryFolder temporary;
    temporary.write("a", "old");
    temporary.write("gone", "old");
    StagedFile a(temporary / "a", "new"), b(temporary / "b", "new");
    Transaction transaction;
    transaction.put(a);
    transaction.put(b);
    transaction.take_away(temporary / "gone");
    transaction.keep();
    CHECK(tree(temporary.path()) == Files{{"a", "new"}, {"b", "new"}});
}

TEST_CASE("a step that fails undoes those before it") {
    const TemporaryFolder temporary;
    temporary.write("a", "old");
    temporary.write("gone", "old");
    fs::create_symlink("nowhere", temporary / "link");
    const Files before = tree(temporary.path());
    {
        StagedFile a(temporary / "a", "new"), b(temporary / "b", "new"), link(temporary / "link", "new"),
            last(temporary / "last", "new");
        fs::create_directory(temporary / "last");
        Transaction transaction;
        transaction.put(a);
        transaction.put(b);
        transaction.put(link);
        CHECK(fs::is_regular_file(temporary / "link"));
        transaction.take_away(temporary / "gone");
        CHECK_THROWS_WITH(transaction.put(last), "cannot write " + (temporary / "last").string() + ": Is a directory");
    }
    CHECK(tree(temporary.path()) == before);
    CHECK(fs::read_symlink(temporary / "link") == "nowhere");
    {
        StagedFile a(temporary / "a", "new");
        Transaction transaction;
        transaction.put(a);
        CHECK_THROWS_WITH(transaction.take_away(temporary / "none"),
                          "cannot remove " + (temporary / "none").string() + ": No such file or directory");
    }
    CHECK(tree(temporary.path()) == before);
}

TEST_CASE("a device that cannot be written to comes before any file changes") {
    if (!fs::exists("/dev/full")) return;
    const TemporaryFolder temporary;
    temporary.write("a", "old");
    std::vector<Replacement> files;
    files.emplace_back(temporary / "a", "new");
    files.emplace_back("/dev/full", "new");
    {
        Transaction transaction;
        CHECK_THROWS_AS(transaction.put(files), FileError);
    }
    files.clear();
    CHECK(tree(temporary.path()) == Files{{"a", "old"}});
}

TEST_CASE("temporary names are told from others") {
    CHECK(is_temporary_name(name_beside("a/b").filename().string()));
    CHECK(name_beside("a/b").parent_path() == "a");
    CHECK(name_beside("a/b") != name_beside("a/b"));
    for (const char* name : {".actlas-.tmp", ".actlas-1.tmp", ".actlas-1-.tmp", ".actlas--1.tmp", ".actlas-1-2.tmp~",
                             "actlas-1-2.tmp", ".actlas-1-x.tmp", ".actlas-1-2-3.tmp", ""}) {
        INFO(name);
        CHECK_FALSE(is_temporary_name(name));
    }
}
