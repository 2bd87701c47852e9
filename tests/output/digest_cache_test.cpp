#include "base/diagnostic.hpp"
#include "output/digest_cache.hpp"
#include "output/sha256.hpp"
#include "support/catch.hpp"
#include "support/environment.hpp"
#include "support/temporary_folder.hpp"

using namespace actlas;
using namespace actlas::output;
using actlas::test::bytes_of;
using actlas::test::Environment;
using actlas::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

/// A file that was not written in the last seconds.
const fs::path settled = fs::path(ACTLAS_SOURCE_DIR) / "README.md";
const std::string zeros(64, '0');

std::string replaced(std::string text, const std::string& part, const std::string& by) {
    const std::size_t at = text.find(part);
    REQUIRE(at != std::string::npos);
    return text.replace(at, part.size(), by);
}

} // namespace

TEST_CASE("a digest that was saved is used as long as the file's size and times are the same") {
    const TemporaryFolder folder;
    const fs::path place = folder / "new/cache";
    const std::string digest = sha256(bytes_of(settled));
    {
        DigestCache cache(place);
        CHECK(cache.sha256_of(settled) == digest);
        cache.save();
    }
    const std::string saved = bytes_of(place);
    CHECK(saved.find(settled.string()) != std::string::npos);

    // A digest that no file has shows where an answer comes from.
    folder.write("new/cache", replaced(saved, digest, zeros));
    CHECK(DigestCache(place).sha256_of(settled) == zeros);
    const std::string size = " " + std::to_string(fs::file_size(settled)) + ":";
    folder.write("new/cache", replaced(replaced(saved, digest, zeros), size, " 1:"));
    DigestCache changed(place);
    CHECK(changed.sha256_of(settled) == digest);
    changed.save();
    CHECK(bytes_of(place) == saved);
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
    const std::string digest = sha256(bytes_of(settled));
    const std::string path = settled.string();
    for (const std::string& text :
         {std::string(), std::string("actlas.digests/2\n") + zeros + " 1:2 " + path + "\n",
          "actlas.digests/1\n" + zeros, "actlas.digests/1\n" + zeros + "  " + path + "\n",
          "actlas.digests/1\n" + std::string(64, 'x') + " 1:2 " + path + "\n\n \n", std::string(5000, '\0')}) {
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
