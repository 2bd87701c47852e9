#include "base/diagnostic.hpp"
#include "output/directory_sink.hpp"
#include "output/manifest.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace actlas;
using namespace actlas::output;
using actlas::test::bytes_of;
using actlas::test::TemporaryFolder;
using actlas::test::tree;
namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;
using Paths = std::vector<std::string>;

namespace {

Outcome build(const fs::path& folder, const std::vector<Artefact>& artefacts,
              DirectorySink::Stale stale = DirectorySink::Stale::remove) {
    DirectorySink sink(folder, stale);
    for (const Artefact& artefact : artefacts)
        sink.accept(artefact);
    sink.accept(to_artefact(make_manifest(artefacts, "1", {})));
    return sink.commit();
}

std::string failure(const fs::path& folder, const std::vector<Artefact>& artefacts) {
    try {
        build(folder, artefacts);
    } catch (const FileError& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("nothing is written before commit") {
    const TemporaryFolder temporary;
    {
        DirectorySink sink(temporary / "out");
        sink.accept({"a/b", "x"});
    }
    CHECK(fs::is_empty(temporary.path()));
}

TEST_CASE("folders are made and every file is written") {
    const TemporaryFolder temporary;
    const std::string binary("\0\xFF\r\n", 4);
    DirectorySink sink(temporary / "deep/out");
    sink.accept({"a/b/c.txt", "x"});
    sink.accept({"d.bin", binary});
    const Outcome outcome = sink.commit();
    CHECK(outcome.written == Paths{"a/b/c.txt", "d.bin"});
    CHECK(outcome.unchanged.empty());
    CHECK(tree(temporary / "deep/out") == Files{{"a/b/c.txt", "x"}, {"d.bin", binary}});
}

TEST_CASE("only what changed is written") {
    const TemporaryFolder temporary;
    build(temporary.path(), {{"same", "1"}, {"other", "1"}});
    const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(1);
    fs::last_write_time(temporary / "same", long_ago);
    const Outcome outcome = build(temporary.path(), {{"same", "1"}, {"other", "2"}});
    CHECK(outcome.unchanged == Paths{"same"});
    CHECK(outcome.written == Paths{"manifest.json", "other"});
    CHECK(fs::last_write_time(temporary / "same") == long_ago);
    CHECK(bytes_of(temporary / "other") == "2");
}

TEST_CASE("files of the earlier build that are no longer made are removed, with folders left empty") {
    const TemporaryFolder temporary;
    build(temporary.path(), {{"keep", "1"}, {"old/deep/a", "2"}, {"old/b", "3"}});
    temporary.write("old/mine.txt", "not of the build");
    const Outcome outcome = build(temporary.path(), {{"keep", "1"}});
    CHECK(outcome.removed == Paths{"old/b", "old/deep/a"});
    CHECK(fs::exists(temporary / "old/mine.txt"));
    CHECK_FALSE(fs::exists(temporary / "old/deep"));
    CHECK_FALSE(fs::exists(temporary / "old/b"));
}

TEST_CASE("a file that somebody edited stays, and so does everything when asked to keep it") {
    const TemporaryFolder temporary;
    build(temporary.path(), {{"edited", "1"}, {"plain", "1"}});
    temporary.write("edited", "by hand");
    CHECK(build(temporary.path(), {{"x", "1"}}, DirectorySink::Stale::keep).removed.empty());
    CHECK(bytes_of(temporary / "plain") == "1");

    build(temporary.path(), {{"edited", "by build"}, {"x", "1"}});
    temporary.write("edited", "by hand");
    CHECK(build(temporary.path(), {{"y", "1"}}).removed == Paths{"x"});
    CHECK(bytes_of(temporary / "edited") == "by hand");
}

TEST_CASE("a manifest that was tampered with removes nothing outside the folder") {
    const TemporaryFolder temporary;
    const fs::path victim = temporary.write("victim", "1");
    const std::string digest = make_manifest({{"v", "1"}}, "1", {}).files.at("v");
    temporary.write("out/manifest.json",
                    R"({"schema": "actlas.manifest/1", "version": "1", "fonts": [], "files": {"../victim": ")" +
                        digest + R"(", ")" + victim.string() + R"(": ")" + digest + R"("}})");
    CHECK(build(temporary / "out", {{"a", "1"}}).removed.empty());
    CHECK(bytes_of(victim) == "1");

    // Nor through a link, nor by the word of a file that is no manifest of ours.
    fs::create_directory(temporary / "elsewhere");
    temporary.write("elsewhere/w", "1");
    fs::create_directory_symlink(temporary / "elsewhere", temporary / "out/link");
    temporary.write("out/manifest.json",
                    R"({"schema": "actlas.manifest/1", "version": "1", "fonts": [], "files": {"link/w": ")" + digest +
                        R"("}})");
    CHECK(failure(temporary / "out", {{"a", "2"}}).find("symbolic link") != std::string::npos);
    CHECK(bytes_of(temporary / "elsewhere/w") == "1");
    fs::remove(temporary / "out/link");
    temporary.write("out/a", "1");
    temporary.write("out/manifest.json", R"({"files": {"a": ")" + digest + R"("}})");
    CHECK(build(temporary / "out", {{"b", "1"}}).removed.empty());
    CHECK(bytes_of(temporary / "out/a") == "1");
}

TEST_CASE("a failure names path and reason and leaves the earlier output as it was") {
    const TemporaryFolder temporary;
    const fs::path out = temporary / "out";
    build(out, {{"a", "1"}, {"z", "1"}});
    SECTION("a file where a folder should be") {
        temporary.write("out/dir", "a file");
        const Files before = tree(out);
        CHECK(failure(out, {{"a", "2"}, {"dir/b", "2"}, {"new/c", "2"}}) ==
              "cannot make the folder " + (out / "dir").string() + ": a file of that name is in the way");
        CHECK(tree(out) == before);
    }
    SECTION("a folder where a file should be") {
        fs::create_directory(out / "dir");
        const Files before = tree(out);
        CHECK(failure(out, {{"a", "2"}, {"dir", "2"}, {"a2/b", "x"}}) ==
              "cannot write " + (out / "dir").string() + ": Is a directory");
        CHECK(tree(out) == before);
        CHECK_FALSE(fs::exists(out / "a2"));
    }
    SECTION("a link out of the folder") {
        fs::create_directory(temporary / "elsewhere");
        fs::create_directory_symlink(temporary / "elsewhere", out / "link");
        CHECK(failure(out, {{"a", "2"}, {"link/b", "2"}}).find("symbolic link leads out") != std::string::npos);
        CHECK(fs::is_empty(temporary / "elsewhere"));
        CHECK(bytes_of(out / "a") == "1");
    }
    SECTION("a file name that the file system refuses") {
        const Files before = tree(out);
        CHECK(failure(out, {{"a", "2"}, {std::string(300, 'n') + "/f", "2"}}).find("File name too long") !=
              std::string::npos);
        CHECK(tree(out) == before);
    }
}

TEST_CASE("an output folder that cannot be made") {
    const TemporaryFolder temporary;
    temporary.write("file", "1");
    CHECK(failure(temporary / "file", {{"a", "1"}}) ==
          "cannot make the folder " + (temporary / "file").string() + ": a file of that name is in the way");
    CHECK(failure(temporary / "file/out", {{"a", "1"}}).find("cannot ") == 0);
    CHECK(bytes_of(temporary / "file") == "1");
    CHECK(failure("/proc/actlas", {{"a", "1"}}).find("cannot make the folder /proc/actlas: ") == 0);
}

TEST_CASE("a link inside the folder is no way out of it for a file either") {
    const TemporaryFolder temporary;
    temporary.write("victim", "1");
    fs::create_directory(temporary / "out");
    fs::create_symlink(temporary / "victim", temporary / "out/a");
    build(temporary / "out", {{"a", "2"}});
    CHECK(bytes_of(temporary / "victim") == "1"); // the link was replaced, not followed
    CHECK(bytes_of(temporary / "out/a") == "2");
}

TEST_CASE("what a killed build left is cleared up by the next, and nothing else") {
    const TemporaryFolder temporary;
    const fs::path out = temporary / "out";
    build(out, {{"keep", "1"}, {"old/a", "1"}});
    // Killed after it had put new/b and old/c in place, with old/d half written and new/e edited since.
    const std::vector<Artefact> other{{"keep", "1"}, {"new/b", "2"}, {"new/e", "2"}, {"old/c", "2"}, {"old/d", "2"}};
    temporary.write("out/.actlas-77.pending", to_artefact(make_manifest(other, "1", {})).bytes);
    temporary.write("out/new/b", "2");
    temporary.write("out/new/e", "by hand");
    temporary.write("out/old/c", "2");
    temporary.write("out/old/.actlas-77-3.tmp", "ha");
    temporary.write("out/.actlas-77-4.tmp", "");
    temporary.write("out/old/.actlas-mine.tmp", "not ours");
    temporary.write("out/elsewhere/.actlas-77-5.tmp", "in no folder of ours");
    CHECK(build(out, {{"keep", "1"}, {"x", "1"}}, DirectorySink::Stale::keep).removed.empty());
    CHECK(fs::exists(out / ".actlas-77.pending")); // for a build that removes
    CHECK(build(out, {{"keep", "1"}, {"x", "1"}}).removed == Paths{"new/b", "old/c"});
    Files after = tree(out);
    after.erase("manifest.json");
    CHECK(after == Files{{"keep", "1"},
                         {"x", "1"},
                         {"new/e", "by hand"},
                         {"old/a", "1"},
                         {"old/.actlas-mine.tmp", "not ours"},
                         {"elsewhere/.actlas-77-5.tmp", "in no folder of ours"}});
}

TEST_CASE("a companion is written with the artefacts or not at all") {
    const TemporaryFolder temporary;
    const fs::path out = temporary / "out";
    build(out, {{"a", "1"}});
    const Files before = tree(temporary.path());
    for (const fs::path& companion : {temporary / "absent/x.d", temporary.path(), fs::path("/dev/full")}) {
        INFO(companion);
        DirectorySink sink(out);
        sink.accept({"a", "2"});
        sink.accompany(companion, "x");
        CHECK_THROWS_AS(sink.commit(), FileError);
        CHECK(tree(temporary.path()) == before);
    }
    DirectorySink sink(out);
    sink.accept({"a", "2"});
    sink.accompany(out / "x.d", "x");
    CHECK(sink.commit().written == Paths{"a"});
    CHECK(bytes_of(out / "x.d") == "x");
    CHECK(bytes_of(out / "a") == "2");
}

TEST_CASE("a link to a folder that held files of ours stays") {
    const TemporaryFolder temporary;
    const fs::path out = temporary / "out";
    fs::create_directories(out / "real");
    fs::create_directory_symlink("real", out / "link");
    build(out, {{"link/a", "1"}});
    CHECK(build(out, {{"b", "1"}}).removed == Paths{"link/a"});
    CHECK(fs::is_symlink(out / "link"));
    CHECK(fs::is_empty(out / "real"));
}
