#include "base/utf8.hpp"
#include "support/catch.hpp"

using namespace actlas;

TEST_CASE("code points and back") {
    const std::string text = "aα函𝑓";
    const std::u32string points = code_points(text);
    CHECK(points == U"aα函𝑓");
    std::string back;
    for (const char32_t c : points)
        append_utf8(back, c);
    CHECK(back == text);
}

TEST_CASE("invalid bytes are taken one by one") {
    CHECK(code_points("a\xFF"
                      "b") == U"a\uFFFDb");
    CHECK(code_points("\xC0\xAF") == U"\uFFFD\uFFFD");                     // overlong
    CHECK(code_points("\xE0\x80\x80") == U"\uFFFD\uFFFD\uFFFD");           // overlong
    CHECK(code_points("\xED\xA0\x80") == U"\uFFFD\uFFFD\uFFFD");           // a surrogate
    CHECK(code_points("\xF4\x90\x80\x80") == U"\uFFFD\uFFFD\uFFFD\uFFFD"); // above U+10FFFF
    CHECK(code_points("\xE5\x87") == U"\uFFFD\uFFFD");                     // cut off
}

TEST_CASE("widths in a terminal") {
    for (const char32_t c : U"aαé−′·|") {
        if (c != 0) CHECK(display_width(c) == 1);
    }
    for (const char32_t c : {U'函', U'，', U'（', U'あ', U'한', U'\U00020000'})
        CHECK(display_width(c) == 2);
    CHECK(display_width(U'\u0301') == 0);
}

TEST_CASE("control characters do not reach the terminal") {
    CHECK(printable("a\x1b[31m\tb\x07\x7F") == "a\uFFFD[31m\tb\uFFFD\uFFFD");
    CHECK(printable("\xC2\x9B"
                    "1m") == "\uFFFD1m"); // C1 control sequence introducer
    CHECK(printable("函数") == "函数");
}
