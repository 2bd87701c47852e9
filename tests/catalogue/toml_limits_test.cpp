// What TOML texts may hold, at the very edge of each limit.

#include "base/limits.hpp"
#include "catalogue/toml_limits.hpp"
#include "support/catch.hpp"
#include "support/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using actlas::Diagnostic;
using actlas::catalogue::size_faults;
using actlas::catalogue::string_faults;
using actlas::catalogue::TomlSource;
using actlas::test::repeated;
namespace limits = actlas::limits;

namespace {

/// "" or "LINE:COLUMN message" of the only fault; "MESSAGE" of one without a place.
std::string said(const std::vector<Diagnostic>& faults) {
    if (faults.empty()) return "";
    REQUIRE(faults.size() == 1);
    const Diagnostic& fault = faults.front();
    if (!fault.where) return fault.message;
    CHECK(fault.where->file == "a.toml");
    return fmt::format("{}:{} {}", fault.where->line, fault.where->column, fault.message);
}

std::string of_size(const std::string& text) {
    return said(size_faults(TomlSource("a.toml", text)));
}

std::vector<Diagnostic> string_diagnostics(const std::string& text) {
    return string_faults(toml::parse(text), TomlSource("a.toml", text));
}

std::string of_strings(const std::string& text) {
    return said(string_diagnostics(text));
}

/// Writes TOML values at random and knows how deep they nest.
class Maker {
public:
    explicit Maker(unsigned seed) : random_(seed) {}

    /// A document whose deepest place has `depth` levels.
    std::string document(std::size_t depth) {
        std::string text = "# [[[ {{{ \"\n" + key() + " = " + leaf() + "\n";
        text += key() + " = " + value(depth, false) + " # ]}\n";
        return text + key() + " = " + value(depth / 2, false) + "\n";
    }

private:
    bool chance() { return random_() % 2 == 0; }

    std::string key() { return fmt::format("k{}", ++keys_); }

    /// Strings of every kind, which hold what would open or close something outside of them.
    std::string leaf() {
        static const std::vector<std::string> leaves{
            "1",    "\"\"",      "''", R"("[[{ \" . \\")", R"('[{.\')", R"("""[ "" \""" ] " """)", "''' [ '' . { '''",
            "0x1F", "1979-05-27"};
        return leaves[random_() % leaves.size()];
    }

    /// Line breaks stand in arrays alone.
    std::string value(std::size_t depth, bool on_one_line) {
        if (depth == 0) return leaf();
        if (chance()) {
            const std::string gap = on_one_line || chance() ? " " : " # }\n ";
            std::string text = "[" + gap + value(depth - 1, on_one_line);
            if (chance()) text += "," + gap + value(random_() % depth, on_one_line);
            return text + gap + "]";
        }
        // A dotted key adds a table for each dot.
        const std::size_t dots = random_() % std::min<std::size_t>(depth, 3);
        std::string text = "{" + key();
        for (std::size_t i = 0; i < dots; ++i)
            text += "." + key();
        text += " = " + value(depth - 1 - dots, true);
        if (chance()) text += ", " + key() + " = " + value(random_() % depth, true);
        return text + "}";
    }

    std::mt19937 random_;
    unsigned keys_ = 0;
};

} // namespace

TEST_CASE("a text may have as many bytes as the limit says and no more") {
    CHECK(of_size(std::string(limits::toml_bytes, '\n')).empty());
    CHECK(of_size(std::string(limits::toml_bytes + 1, '\n')) == "a.toml has 4000001 bytes; at most 4000000 are read");
}

TEST_CASE("arrays and tables may nest as deep as the limit says and no deeper") {
    const std::string message = "arrays and tables nest deeper than 64 levels";
    const std::size_t most = limits::toml_depth;
    const auto arrays = [](std::size_t depth) { return "x = " + repeated("[", depth) + repeated("]", depth); };
    CHECK(of_size(arrays(most)).empty());
    CHECK(of_size(arrays(most + 1)) == "1:69 " + message);
    const auto tables = [](std::size_t depth) {
        return "y = 1\nx = " + repeated("{a=", depth) + "1" + repeated("}", depth);
    };
    CHECK(of_size(tables(most)).empty());
    CHECK(of_size(tables(most + 1)) == "2:197 " + message);
    CHECK(of_size("x" + repeated(".x", most) + " = 1").empty());
    CHECK(of_size("x" + repeated(".x", most + 1) + " = 1") == "1:130 " + message);
    CHECK(of_size("[x" + repeated(".x", most - 1) + "]\na = 1\n").empty());
    CHECK(of_size("[x" + repeated(".x", most) + "]\na = 1\n") == "1:129 " + message);
    // What is not closed counts too, and neither ends nor strings without an end confuse the count.
    CHECK(of_size(repeated("[", 100'000)) == "1:65 " + message);
    CHECK(of_size(repeated("]", 1000) + repeated("[", most)).empty());
    CHECK(of_size(repeated("x = \"[\n", 1000)).empty());
    CHECK(of_size("x = \"\"\"" + repeated("[", 1000)).empty());
    CHECK(of_size("x = \"\\").empty());
    CHECK(of_size("#" + repeated("[", 1000)).empty());
    // Numbers and tables one after the other do not nest.
    CHECK(of_size("x = [" + repeated("1.5, ", 1000) + "]").empty());
    CHECK(of_size(repeated("[a.b]\n", 1000)).empty());
}

TEST_CASE("however a text is written, its depth is that of its deepest value") {
    const unsigned seed = std::random_device()();
    CAPTURE(seed);
    Maker maker(seed);
    for (std::size_t round = 0; round < 300; ++round) {
        const std::size_t depth = 50 + round % 30;
        const std::string text = maker.document(depth);
        CAPTURE(depth, text);
        if (depth <= limits::toml_depth) {
            CHECK(of_size(text).empty());
            CHECK(string_diagnostics(text).empty()); // and it is TOML
        } else {
            CHECK(of_size(text) != "");
        }
    }
}

TEST_CASE("names, keys and other texts may have as many characters as the limits say, whatever their bytes") {
    const auto of = [](const std::string& character, std::size_t count) { return repeated(character, count); };
    for (const std::string character : {"a", "中", "𝛼"}) {
        for (const std::string key : {"name", "title", "subtitle", "label", "id"}) {
            INFO(key);
            CHECK(of_strings(key + " = \"" + of(character, 200) + "\"").empty());
            CHECK(of_strings(key + " = \"" + of(character, 201) + "\"") ==
                  fmt::format("1:{} a name or title may have 200 characters, and this has 201", key.size() + 4));
        }
        CHECK(of_strings("title = { zh = \"" + of(character, 201) + "\" }") ==
              "1:16 a name or title may have 200 characters, and this has 201");
        CHECK(of_strings("aliases = [\"a\", \"" + of(character, 201) + "\"]") ==
              "1:17 a name or title may have 200 characters, and this has 201");
        CHECK(of_strings("[a]\nsummary = { en = \"" + of(character, 20'000) + "\" }").empty());
        CHECK(of_strings("[a]\nsummary = { en = \"" + of(character, 20'001) + "\" }") ==
              "2:18 a text may have 20000 characters, and this has 20001");
        CHECK(of_strings("\"" + of(character, 200) + "\" = 1").empty());
        CHECK(of_strings("[a]\n\"" + of(character, 201) + "\" = 1") ==
              "2:1 a key may have 200 characters, and this has 201");
    }
}

TEST_CASE("every character that steers a terminal or turns the direction of writing is refused, and no other") {
    const auto of_character = [](char32_t c) {
        return of_strings(fmt::format("x = \"a\\U{:08X}b\"", static_cast<unsigned>(c)));
    };
    const std::vector<char32_t> turning{0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C,
                                        0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069};
    for (char32_t c = 1; c < 0x3000; ++c) {
        const auto code = static_cast<unsigned>(c);
        std::string expected;
        if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0))
            expected = fmt::format("1:5 the text holds the control character U+{:04X}", code);
        else if (std::find(turning.begin(), turning.end(), c) != turning.end())
            expected = fmt::format("1:5 the text holds U+{:04X}, which turns the direction of writing", code);
        if (const std::string found = of_character(c); found != expected) {
            CAPTURE(code);
            CHECK(found == expected);
        }
    }
    CHECK(string_diagnostics("a = \"\\u202E\"\nb = [{ c = \"\\u0001\" }]\n\"\\u200F\" = 1\n").size() == 3);
}
