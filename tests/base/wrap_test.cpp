#include "base/utf8.hpp"
#include "base/wrap.hpp"
#include "support/catch.hpp"

#include <random>

using namespace actlas;
using Lines = std::vector<std::string>;

TEST_CASE("widths and padding count columns, not bytes") {
    CHECK(text_width("") == 0);
    CHECK(text_width("f′(x) ≤ 1") == 9);
    CHECK(text_width("函数 f") == 6);
    CHECK(padded("函数", 6) == "函数  ");
    CHECK(padded("abc", 2) == "abc");
}

TEST_CASE("lines end at spaces") {
    CHECK(wrapped("", 10).empty());
    CHECK(wrapped("  \n ", 10).empty());
    CHECK(wrapped("one two three", 13) == Lines{"one two three"});
    CHECK(wrapped("one two three", 12) == Lines{"one two", "three"});
    CHECK(wrapped(" one\n  two ", 10) == Lines{"one two"});
    CHECK(wrapped("abcdefgh", 3) == Lines{"abc", "def", "gh"});
}

TEST_CASE("relations and intervals stay together where they can") {
    CHECK(wrapped("flat for x < −5 or so", 12) == Lines{"flat for", "x < −5 or so"});
    CHECK(wrapped("drawn from N(0, 1)", 14) == Lines{"drawn from", "N(0, 1)"});
    CHECK(wrapped("a + b + c + d", 9) == Lines{"a + b + c", "+ d"}); // nowhere else to break
    CHECK(wrapped("g(a + b) + g(c + d)", 15) == Lines{"g(a + b) +", "g(c + d)"});
}

TEST_CASE("Chinese breaks anywhere but before closing and after opening punctuation") {
    CHECK(wrapped("梯度消失了", 4) == Lines{"梯度", "消失", "了"});
    CHECK(wrapped("梯度消失。", 8) == Lines{"梯度消", "失。"});
    CHECK(wrapped("梯度（消失）", 6) == Lines{"梯度", "（消", "失）"});
    CHECK(wrapped("斜率从 −1 到 1 不等", 10) == Lines{"斜率从 −1", "到 1 不等"});
}

TEST_CASE("control characters are replaced") {
    CHECK(wrapped("a\x1b[31mb", 20) == Lines{"a\uFFFD[31mb"});
}

TEST_CASE("no line is too wide, and no character is lost") {
    const unsigned seed = 20240611;
    CAPTURE(seed);
    std::mt19937 random(seed);
    const std::u32string alphabet = U"ab <=(),[]−函数，。（）∞ ";
    for (int round = 0; round < 500; ++round) {
        std::string text;
        for (auto length = random() % 60; length > 0; --length)
            append_utf8(text, alphabet[random() % alphabet.size()]);
        const int width = 2 + static_cast<int>(random() % 20);
        CAPTURE(text, width);
        std::string without_spaces, from_lines;
        for (const char c : text)
            if (c != ' ') without_spaces += c;
        for (const std::string& line : wrapped(text, width)) {
            CHECK(text_width(line) <= width);
            CHECK(!line.empty());
            CHECK(line.front() != ' ');
            for (const char c : line)
                if (c != ' ') from_lines += c;
        }
        CHECK(from_lines == without_spaces);
    }
}
