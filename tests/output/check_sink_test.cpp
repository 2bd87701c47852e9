#include "output/check_sink.hpp"
#include "output/directory_sink.hpp"
#include "output/manifest.hpp"
#include "output/unified_diff.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <cstdio>
#include <sstream>

using namespace actlas;
using namespace actlas::output;
using actlas::test::TemporaryFolder;
using actlas::test::tree;
using Paths = std::vector<std::string>;

namespace {

template<class Sink>
Outcome give(Sink& sink, const std::vector<Artefact>& artefacts, const std::string& version = "1") {
    for (const Artefact& artefact : artefacts)
        sink.accept(artefact);
    sink.accept(to_artefact(make_manifest(artefacts, version, {})));
    return sink.commit();
}

/// "kind path" of each difference.
Paths found(const CheckSink& sink) {
    Paths lines;
    for (const Difference& difference : sink.differences())
        lines.push_back(std::string(word(difference.kind)) + " " + difference.path);
    return lines;
}

} // namespace

TEST_CASE("a check of what was built finds nothing, whatever the version, and writes nothing") {
    const TemporaryFolder temporary;
    const std::vector<Artefact> artefacts{{"a.txt", "one\n"}, {"b/c.txt", "two\n"}};
    DirectorySink build(temporary.path());
    give(build, artefacts);
    const auto before = tree(temporary.path());
    for (const char* version : {"1", "2"}) {
        CheckSink check(temporary.path());
        const Outcome outcome = give(check, artefacts, version);
        CHECK(check.differences().empty());
        CHECK(outcome.written.empty());
        CHECK(outcome.unchanged == Paths{"a.txt", "b/c.txt", "manifest.json"});
    }
    CHECK(tree(temporary.path()) == before);
}

TEST_CASE("changed, missing and surplus files are found, and no file that is not ours") {
    const TemporaryFolder temporary;
    DirectorySink build(temporary.path());
    give(build, {{"a.txt", "one\n"}, {"gone.txt", "x"}, {"old.txt", "y"}, {"edited.txt", "z"}});
    temporary.write("a.txt", "ONE\n");
    temporary.write("edited.txt", "by hand");
    temporary.write("notes.txt", "mine");
    std::filesystem::remove(temporary / "gone.txt");
    const auto before = tree(temporary.path());
    CheckSink check(temporary.path());
    const Outcome outcome = give(check, {{"a.txt", "one\n"}, {"gone.txt", "x"}});
    CHECK(found(check) == Paths{"changed a.txt", "missing gone.txt", "changed manifest.json", "surplus old.txt"});
    CHECK(outcome.written == Paths{"a.txt", "gone.txt", "manifest.json"});
    CHECK(outcome.removed == Paths{"old.txt"});
    CHECK(check.differences().front().before == "ONE\n");
    CHECK(check.differences().front().after == "one\n");
    CHECK(tree(temporary.path()) == before);
}

TEST_CASE("a folder that is not there lacks everything") {
    const TemporaryFolder temporary;
    CheckSink check(temporary / "nowhere");
    give(check, {{"a.txt", "one\n"}});
    CHECK(found(check) == Paths{"missing a.txt", "missing manifest.json"});
    CHECK_FALSE(std::filesystem::exists(temporary / "nowhere"));
}

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

/// What `patch` makes of a text by a unified diff.
std::string patched(const std::string& text, const std::string& diff) {
    const std::vector<std::string> old_lines = lines_of(text), diff_lines = lines_of(diff);
    std::string result;
    std::size_t taken = 0;
    for (std::size_t i = 2; i < diff_lines.size(); ++i) {
        const std::string& line = diff_lines[i];
        int start = 0;
        if (std::sscanf(line.c_str(), "@@ -%d", &start) == 1) {
            for (; static_cast<int>(taken) + 1 < start; ++taken)
                result += old_lines.at(taken) + "\n";
        } else if (line.front() == '+') {
            result += line.substr(1) + "\n";
        } else {
            REQUIRE(old_lines.at(taken) == line.substr(1));
            if (line.front() == ' ') result += old_lines[taken] + "\n";
            ++taken;
        }
    }
    for (; taken < old_lines.size(); ++taken)
        result += old_lines[taken] + "\n";
    return result;
}

} // namespace

TEST_CASE("a difference is printed as a unified diff that makes one text of the other") {
    std::string before, after;
    for (int i = 1; i <= 60; ++i) {
        before += std::to_string(i) + "\n";
        if (i != 20) after += (i % 17 == 5 ? "new " : "") + std::to_string(i) + "\n";
        if (i == 40) after += "more\n";
    }
    const std::string diff = unified_diff({Difference::Kind::changed, "a.txt", before, after});
    CHECK(diff.starts_with("--- a/a.txt\n+++ b/a.txt\n@@ -"));
    CHECK(lines_of(diff).size() < 45);
    CHECK(patched(before, diff) == after);
    CHECK(unified_diff({Difference::Kind::changed, "a.txt", "1", "1\n"}) ==
          "--- a/a.txt\n+++ b/a.txt\n@@ -1,1 +1,1 @@\n-1\n\\ No newline at end of file\n+1\n");
    CHECK(unified_diff({Difference::Kind::missing, "a.txt", "", "new\n"}).starts_with("--- /dev/null\n+++ b/a.txt\n"));
    CHECK(unified_diff({Difference::Kind::surplus, "a.txt", "old\n", ""}).starts_with("--- a/a.txt\n+++ /dev/null\n"));
    CHECK(unified_diff({Difference::Kind::changed, "a.png", std::string("\0x", 2), "y"}) ==
          "Files a/a.png and b/a.png differ\n");
}
