#include "base/diagnostic.hpp"
#include "output/digest_cache.hpp"
#include "output/sha256.hpp"
#include "support/catch.hpp"
#include "support/environment.hpp"
#include "support/temporary_folder.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <regex>
#include <sys/stat.h>
#include <thread>

using namespace actlas;
using namespace actlas::output;
using actlas::test::bytes_of;
using actlas::test::Environment;
using actlas::test::TemporaryFolder;
using actlas::test::tree;
namespace fs = std::filesystem;

namespace {

const std::string zeros(64, '0');

/// A file that was not changed in the last seconds, having waited for it where need be.
fs::path settled_file() {
    fs::path file = fs::path(ACTLAS_SOURCE_DIR) / "README.md";
    struct stat status {};
    REQUIRE(::stat(file.c_str(), &status) == 0);
    const std::time_t changed = std::max(status.st_mtime, status.st_ctime);
    while (std::time(nullptr) - changed < 4)
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
    return file;
}

/// The parts of what is kept of the only file of a cache: digest, size and times, path.
struct Kept {
    std::string before, digest, stamp, after;
};

Kept kept_in(const std::string& cache) {
    const std::regex line("([^]*\n)([0-9a-f]{64}) ([0-9:-]+)( /[^\n]*\n)");
    std::smatch parts;
    REQUIRE(std::regex_match(cache, parts, line));
    return {parts[1], parts[2], parts[3], parts[4]};
}

} // namespace

TEST_CASE("a digest that was saved is used as long as the file's size, place and times are the same") {
    const TemporaryFolder folder;
    const fs::path settled = settled_file(), place = folder / "new/cache";
    const std::string digest = sha256(bytes_of(settled));
    {
        DigestCache cache(place);
        CHECK(cache.sha256_of(settled) == digest);
        cache.save();
    }
    const std::string saved = bytes_of(place);
    const Kept kept = kept_in(saved);
    CHECK(kept.digest == digest);
    CHECK(kept.after == " " + settled.string() + "\n");

    // A digest that no file has shows where an answer comes from.
    folder.write("new/cache", kept.before + zeros + " " + kept.stamp + kept.after);
    CHECK(DigestCache(place).sha256_of(settled) == zeros);
    // Size, both times, device and inode: where one is another, the file is read.
    std::size_t fields = 0;
    for (std::size_t at = 0; at != std::string::npos; at = kept.stamp.find(':', at + 1), ++fields) {
        std::string other = kept.stamp;
        char& digit = other[at + (at > 0 ? 1 : 0) + (other[at + 1] == '-' ? 1 : 0)];
        digit = digit == '1' ? '2' : '1';
        CAPTURE(kept.stamp, other);
        folder.write("new/cache", kept.before + zeros + " " + other + kept.after);
        DigestCache changed(place);
        CHECK(changed.sha256_of(settled) == digest);
        changed.save();
        CHECK(bytes_of(place) == saved);
    }
    CHECK(fields == 5);
}

TEST_CASE("a file that may change again within a tick of the clock is digested each time") {
    const TemporaryFolder folder;
    const fs::path place = folder / "cache";
    DigestCache cache(place);
    CHECK(cache.sha256_of(folder.write("young", "a")) == sha256("a"));
    CHECK(cache.sha256_of(folder.write("young", "b")) == sha256("b"));
    cache.save();
    CHECK_FALSE(fs::exists(place));
    CHECK_THROWS_AS(cache.sha256_of(folder / "none"), FileError);
}

TEST_CASE("a damaged cache counts as empty, and one that cannot be kept is no error") {
    const TemporaryFolder folder;
    const fs::path settled = settled_file();
    const std::string digest = sha256(bytes_of(settled));
    DigestCache first(folder / "first");
    CHECK(first.sha256_of(settled) == digest);
    first.save();
    const Kept kept = kept_in(bytes_of(folder / "first"));
    const std::string rest = " " + kept.stamp + kept.after;
    for (const std::string& text : {std::string(), "actlas.digests/2\n" + zeros + rest, kept.before + zeros,
                                    kept.before + zeros + "  " + kept.after, kept.before + std::string(64, 'x') + rest,
                                    kept.before + zeros + "0" + rest,
                                    kept.before + zeros + rest.substr(0, rest.size() - 1), std::string(5000, '\0')}) {
        INFO(text);
        CHECK(DigestCache(folder.write("cache", text)).sha256_of(settled) == digest);
    }
    for (const fs::path& place : {fs::path(), folder.path(), folder.write("file", "") / "cache"}) {
        INFO(place);
        DigestCache cache(place);
        CHECK(cache.sha256_of(settled) == digest);
        CHECK_NOTHROW(cache.save());
    }
}

TEST_CASE("the folder of the cache is the user's alone, and what killed processes left in it goes") {
    const TemporaryFolder folder;
    folder.write("made/kept", "");
    const fs::path settled = settled_file();
    const mode_t mask = ::umask(0);
    DigestCache cache(folder / "made/new/cache/digests");
    CHECK(cache.sha256_of(settled) == sha256(bytes_of(settled)));
    cache.save();
    ::umask(mask);
    for (const char* made : {"made/new", "made/new/cache"})
        CHECK((fs::status(folder / made).permissions() & fs::perms::mask) == fs::perms::owner_all);
    folder.write("made/new/cache/.actlas-1-2.tmp", "half");
    folder.write("made/new/cache/other", "not ours");
    DigestCache again(folder / "made/new/cache/again");
    CHECK(again.sha256_of(settled) == sha256(bytes_of(settled)));
    again.save();
    CHECK(tree(folder / "made/new").size() == 3);
    CHECK_FALSE(fs::exists(folder / "made/new/cache/.actlas-1-2.tmp"));
}

TEST_CASE("what can be made anew is kept where the XDG specification says, in a home that exists") {
    const TemporaryFolder home;
    const Environment own("HOME", home.path().string());
    {
        const Environment cache("XDG_CACHE_HOME", "/somewhere/else");
        CHECK(user_cache_folder() == "/somewhere/else/actlas");
    }
    const Environment not_absolute("XDG_CACHE_HOME", "cache");
    CHECK(user_cache_folder() == home / ".cache/actlas");
    const Environment missing("HOME", (home / "none").string());
    CHECK(user_cache_folder().empty());
    const Environment empty("HOME", "");
    CHECK(user_cache_folder().empty());
}
