#include "base/diagnostic.hpp"
#include "output/font_digest.hpp"
#include "output/sha256.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace actlas;
using namespace actlas::output;

namespace {

/// A table directory with one table, whose checksum ends in `mark`.
std::string directory(char mark) {
    const std::string header("OTTO\0\1\0\0\0\0\0\0", 12);
    return header + "CFF " + std::string("\0\0\0", 3) + mark + std::string("\0\0\0\x40\0\0\0\4", 8);
}

} // namespace

TEST_CASE("a font's digest is that of its table directory") {
    const test::TemporaryFolder temporary;
    const auto one = temporary.write("one.otf", directory('a') + "data");
    CHECK(font_digest(one) == sha256(directory('a')));
    // The tables themselves are not read: their checksums speak for them.
    CHECK(font_digest(temporary.write("same.otf", directory('a') + "xxxx")) == font_digest(one));
    CHECK(font_digest(temporary.write("other.otf", directory('b') + "data")) != font_digest(one));
}

TEST_CASE("a collection's digest is that of all its directories") {
    const test::TemporaryFolder temporary;
    // "ttcf", version 1.0, two fonts at 20 and 48.
    const std::string header = "ttcf" + std::string("\0\1\0\0\0\0\0\2\0\0\0\x14\0\0\0\x30", 16);
    const auto file = temporary.write("two.ttc", header + directory('a') + directory('b'));
    CHECK(font_digest(file) == sha256(directory('a') + directory('b')));
}

TEST_CASE("what is no font is refused") {
    const test::TemporaryFolder temporary;
    CHECK_THROWS_AS(font_digest(temporary / "missing.otf"), FileError);
    CHECK_THROWS_AS(font_digest(temporary.write("short.otf", "OTTO")), FileError);
    CHECK_THROWS_AS(font_digest(temporary.write("cut.otf", directory('a').substr(0, 20))), FileError);
    CHECK_THROWS_AS(font_digest(temporary.write("cut.ttc", "ttcf" + std::string("\0\1\0\0\xFF\xFF\xFF\xFF", 8))),
                    FileError);
}
