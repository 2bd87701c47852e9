// Places in TOML texts, also within strings.

#include "catalogue/toml_source.hpp"
#include "support/catch.hpp"

#include <string>
#include <vector>

using actlas::Diagnostic;
using actlas::SourceSpan;
using actlas::catalogue::parse_toml;
using actlas::catalogue::TomlSource;

namespace {

toml::table parsed(const TomlSource& source) {
    std::vector<Diagnostic> diagnostics;
    auto table = parse_toml(source, diagnostics);
    REQUIRE(table);
    REQUIRE(diagnostics.empty());
    return std::move(*table);
}

/// "line:column+length" of `length` bytes at `offset` of the value of the string "f".
std::string place_in_f(const std::string& text, std::size_t offset, std::size_t length) {
    const TomlSource source("file.toml", text);
    const toml::table table = parsed(source);
    const SourceSpan span = source.span_in_string(*table.get("f"), offset, length);
    CHECK(span.file == "file.toml");
    return std::to_string(span.line) + ":" + std::to_string(span.column) + "+" + std::to_string(span.length);
}

} // namespace

TEST_CASE("lines are given without their breaks") {
    const TomlSource source("file.toml", "one\r\ntwo\n\nfour");
    CHECK(source.line(1) == "one");
    CHECK(source.line(2) == "two");
    CHECK(source.line(3).empty());
    CHECK(source.line(4) == "four");
    CHECK(source.line(0).empty());
    CHECK(source.line(5).empty());
}

TEST_CASE("the span of a node covers its text and counts code points") {
    const TomlSource source("file.toml", "# 注释\n\"名字\" = \"中文\" # x\nb = [1,\n  2]\n");
    const toml::table table = parsed(source);
    const SourceSpan name = source.span(table.get("名字")->source());
    CHECK(name.line == 2);
    CHECK(name.column == 8);
    CHECK(name.length == 4);
    CHECK(name.line_text == "\"名字\" = \"中文\" # x");
    const SourceSpan array = source.span(table.get("b")->source());
    CHECK(array.line == 3);
    CHECK(array.column == 5);
    CHECK(array.length == 3); // cut at the end of the line
}

TEST_CASE("places within strings are seen through their spelling") {
    SECTION("basic") {
        CHECK(place_in_f("f = \"x + y\"", 0, 1) == "1:6+1");
        CHECK(place_in_f("f = \"x + y\"", 4, 1) == "1:10+1");
        CHECK(place_in_f("f = \"x + y\"", 5, 1) == "1:11+1"); // the end: the closing quotes
    }
    SECTION("literal") {
        CHECK(place_in_f("  f='x + \\y'", 5, 1) == "1:11+1");
    }
    SECTION("non-ASCII text before and inside") {
        CHECK(place_in_f("f = \"甲乙 + y\"", 3, 3) == "1:7+1");
        CHECK(place_in_f("f = \"甲乙 + y\"", 9, 1) == "1:11+1");
    }
    SECTION("escapes") {
        // The values are: a TAB b, and é (two bytes) followed by b.
        CHECK(place_in_f("f = \"a\\tb\"", 2, 1) == "1:9+1");
        CHECK(place_in_f("f = \"\\u00e9b\"", 0, 2) == "1:6+6");
        CHECK(place_in_f("f = \"\\u00E9b\"", 2, 1) == "1:12+1");
    }
    SECTION("several lines") {
        const std::string text = "f = \"\"\"\nif(x > 0,\n   x,\n   y)\"\"\"\n";
        CHECK(place_in_f(text, 0, 2) == "2:1+2");
        CHECK(place_in_f(text, 13, 1) == "3:4+1");
        CHECK(place_in_f(text, 19, 1) == "4:4+1");
        CHECK(place_in_f("f = '''\r\nx\r\n+ y'''", 5, 1) == "3:3+1");
    }
    SECTION("a folded line") {
        CHECK(place_in_f("f = \"\"\"x + \\\n\n     y\"\"\"", 4, 1) == "3:6+1");
    }
}

TEST_CASE("a syntax error is one diagnostic with its place") {
    std::vector<Diagnostic> diagnostics;
    const TomlSource source("file.toml", "a = 1\nb = = 2\n");
    CHECK_FALSE(parse_toml(source, diagnostics));
    REQUIRE(diagnostics.size() == 1);
    REQUIRE(diagnostics[0].where);
    CHECK(diagnostics[0].where->file == "file.toml");
    CHECK(diagnostics[0].where->line == 2);
    CHECK(diagnostics[0].where->line_text == "b = = 2");
    CHECK_FALSE(diagnostics[0].message.empty());
}

TEST_CASE("messages are ordered by place") {
    std::vector<Diagnostic> diagnostics{
        {Diagnostic::Severity::error, "nowhere", std::nullopt, {}},
        {Diagnostic::Severity::error, "third", SourceSpan{"f", 9, 1, 1, {}}, {}},
        {Diagnostic::Severity::error, "second", SourceSpan{"f", 2, 8, 1, {}}, {}},
        {Diagnostic::Severity::error, "first", SourceSpan{"f", 2, 3, 1, {}}, {}},
    };
    actlas::catalogue::sort_by_place(diagnostics);
    CHECK(diagnostics[0].message == "first");
    CHECK(diagnostics[1].message == "second");
    CHECK(diagnostics[2].message == "third");
    CHECK(diagnostics[3].message == "nowhere");
}
