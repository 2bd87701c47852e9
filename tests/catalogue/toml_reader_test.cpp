// Typed reading of one TOML table, with everything that is wrong reported at its place.

#include "catalogue/report.hpp"
#include "catalogue/toml_reader.hpp"
#include "support/catch.hpp"

#include <optional>
#include <string>
#include <vector>

using actlas::Diagnostic;
using actlas::LocalizedText;
using actlas::catalogue::parse_toml;
using actlas::catalogue::Presence;
using actlas::catalogue::TableReader;
using actlas::catalogue::TomlSource;
using actlas::catalogue::Translation;

namespace {

/// A text, its table and a reader of it.
struct Reading {
    explicit Reading(const std::string& text)
        : source("file.toml", text), table(*parse_toml(source, diagnostics)),
          reader(table, source, diagnostics, "[table]") {}

    std::vector<std::string> messages() const { return actlas::test::report(diagnostics); }

    std::vector<Diagnostic> diagnostics;
    TomlSource source;
    toml::table table;
    TableReader reader;
};

using Messages = std::vector<std::string>;

} // namespace

TEST_CASE("values of the right type are read") {
    Reading r("s = \"text\"\nn = 3\nr = 2.5\ni = 7\nb = true\nw = \"left\"\nl = [\"a\", \"b\"]\nlim = [-1, "
              "2.5]\n[t]\n[[ts]]\n[[ts]]\n");
    CHECK(r.reader.string("s") == "text");
    CHECK(r.reader.number("n") == 3.0);
    CHECK(r.reader.number("r") == 2.5);
    CHECK(r.reader.integer("i", 0, 10) == 7);
    CHECK(r.reader.boolean("b") == true);
    CHECK(r.reader.word("w", {"left", "right"}) == "left");
    CHECK(r.reader.strings("l") == std::vector<std::string>{"a", "b"});
    CHECK(r.reader.range("lim") == std::pair(-1.0, 2.5));
    CHECK(r.reader.table("t") != nullptr);
    CHECK(r.reader.tables("ts").size() == 2);
    r.reader.reject_unknown_keys();
    CHECK(r.messages().empty());
}

TEST_CASE("what is absent is silent unless it is required") {
    Reading r("x = 1\n");
    CHECK_FALSE(r.reader.string("s"));
    CHECK_FALSE(r.reader.number("n"));
    CHECK(r.reader.table("t") == nullptr);
    CHECK(r.reader.tables("ts").empty());
    CHECK_FALSE(r.reader.has("s"));
    CHECK(r.messages().empty());
    CHECK_FALSE(r.reader.string("s", Presence::required));
    CHECK(r.messages() == Messages{"1:1 [table] lacks \"s\""});
}

TEST_CASE("wrong types name what was expected and what was found") {
    Reading r("s = 1\nn = \"1\"\ni = 1.5\nb = 1\nl = [\"a\", 2, \"\"]\nlim = [3, 1]\nlim2 = [1]\nt = []\nts = [1]\ne = "
              "\"\"\nnan = nan\n");
    CHECK_FALSE(r.reader.string("s"));
    CHECK_FALSE(r.reader.number("n"));
    CHECK_FALSE(r.reader.integer("i", 0, 9));
    CHECK_FALSE(r.reader.boolean("b"));
    CHECK(r.reader.strings("l") == std::vector<std::string>{"a"});
    CHECK_FALSE(r.reader.range("lim"));
    CHECK_FALSE(r.reader.range("lim2"));
    CHECK(r.reader.table("t") == nullptr);
    CHECK(r.reader.tables("ts").empty());
    CHECK_FALSE(r.reader.string("e"));
    CHECK_FALSE(r.reader.number("nan"));
    CHECK(r.messages() == Messages{
                              "1:5 \"s\" must be a string, not an integer",
                              "2:5 \"n\" must be a finite number, not a string",
                              "3:5 \"i\" must be an integer, not a number",
                              "4:5 \"b\" must be true or false, not an integer",
                              "5:11 \"l\" must be an array of strings, not an integer",
                              "5:14 \"l\" must not hold an empty string",
                              "6:7 the first number of \"lim\" is above the second",
                              "7:8 \"lim2\" must be two finite numbers, [low, high]",
                              "8:5 \"t\" must be a table, not an array",
                              "9:7 \"ts\" must be an array of tables, not an integer",
                              "10:5 \"e\" must not be empty",
                              "11:7 \"nan\" must be a finite number, not nan",
                          });
}

TEST_CASE("values out of range or vocabulary are refused") {
    Reading r("year = 3\nside = \"lef\"\nside2 = \"up\"\n");
    CHECK_FALSE(r.reader.integer("year", 1600, 2999));
    CHECK_FALSE(r.reader.word("side", {"left", "right"}));
    CHECK_FALSE(r.reader.word("side2", {"left", "right"}));
    CHECK(r.messages() == Messages{
                              "1:8 \"year\" must lie between 1600 and 2999",
                              "2:8 \"lef\" is no value of \"side\" (did you mean \"left\"?)",
                              "3:9 \"up\" is no value of \"side2\" (one of: left, right)",
                          });
}

TEST_CASE("unknown keys are reported at the key, with the nearest known one") {
    Reading r("formla = \"x\"\nzzz = 1\n");
    r.reader.string("formula");
    r.reader.expect("note");
    r.reader.reject_unknown_keys();
    CHECK(r.messages() == Messages{
                              "1:1 [table] has no key \"formla\" (did you mean \"formula\"?)",
                              "2:1 [table] has no key \"zzz\" (known keys: formula, note)",
                          });
    CHECK(r.diagnostics[0].where->length == 6);
}

TEST_CASE("texts in two languages") {
    SECTION("both required") {
        Reading r("a = { en = \"yes\", zh = \"是\" }\nb = { en = \"yes\" }\nc = \"plain\"\nd = { en = \"\", zh = "
                  "\"是\", de = \"ja\" }\n");
        CHECK(r.reader.text("a", Translation::required) == LocalizedText{"yes", "是"});
        CHECK_FALSE(r.reader.text("b", Translation::required));
        CHECK_FALSE(r.reader.text("c", Translation::required));
        CHECK_FALSE(r.reader.text("d", Translation::required));
        CHECK(r.messages() == Messages{
                                  "2:5 \"b\" lacks \"zh\"",
                                  "3:5 \"c\" must be { en = \"...\", zh = \"...\" }, not a string",
                                  "4:12 \"en\" must not be empty",
                                  "4:26 \"d\" has no key \"de\" (known keys: en, zh)",
                              });
    }
    SECTION("one will do") {
        Reading r("a = { zh = \"是\" }\nb = \"plain\"\nc = {}\nd = 3\n");
        CHECK(r.reader.text("a", Translation::optional) == LocalizedText{"是", "是"});
        CHECK(r.reader.text("b", Translation::optional) == LocalizedText{"plain", "plain"});
        CHECK_FALSE(r.reader.text("c", Translation::optional));
        CHECK_FALSE(r.reader.text("d", Translation::optional));
        CHECK(r.messages() == Messages{
                                  "3:5 \"c\" lacks \"en\"",
                                  "3:5 \"c\" lacks \"zh\"",
                                  "4:5 \"d\" must be a string or { en = \"...\", zh = \"...\" }, not an integer",
                              });
    }
}

TEST_CASE("errors can be put at a key, at the table and at a node") {
    Reading r("a = 1\n[sub]\nb = 2\n");
    std::vector<Diagnostic> diagnostics;
    TableReader sub(*r.table.get_as<toml::table>("sub"), r.source, diagnostics, "[sub]");
    sub.error_at("b", "at the value");
    sub.error_at("absent", "at the table");
    sub.error_here("here", "hint");
    CHECK(actlas::test::report(diagnostics) == Messages{"3:5 at the value", "2:1 at the table", "2:1 here (hint)"});
    CHECK(diagnostics[0].where->line_text == "b = 2");
}
