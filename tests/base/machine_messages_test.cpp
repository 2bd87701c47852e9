#include "base/machine_messages.hpp"
#include "support/catch.hpp"

#include <nlohmann/json.hpp>

using namespace actlas;
using nlohmann::json;

TEST_CASE("a diagnostic as JSON is one line with its place, counted in code points") {
    Diagnostic diagnostic{Diagnostic::Severity::error, "no such \"函数\"\nhere",
                          SourceSpan{"目录/a.toml", 7, 3, 4, "x = \"函数\""}, "did you mean \"f\"?"};
    const std::string line = format_as_json(diagnostic);
    REQUIRE(line.ends_with("}\n"));
    CHECK(line.find('\n') == line.size() - 1);
    CHECK(json::parse(line) == json({{"severity", "error"},
                                     {"message", "no such \"函数\"\nhere"},
                                     {"file", "目录/a.toml"},
                                     {"line", 7},
                                     {"column", 3},
                                     {"end_column", 7},
                                     {"hint", "did you mean \"f\"?"}}));
}

TEST_CASE("what a diagnostic lacks its JSON lacks too") {
    CHECK(format_as_json({Diagnostic::Severity::warning, "pale", std::nullopt, ""}) ==
          "{\"severity\":\"warning\",\"message\":\"pale\"}\n");
    const json of_argument =
        json::parse(format_as_json({Diagnostic::Severity::error, "m", SourceSpan{"", 1, 2, 0, "ab"}, ""}));
    CHECK_FALSE(of_argument.contains("file"));
    CHECK(of_argument["end_column"] == 3);
}

TEST_CASE("bytes that are no UTF-8 do not stop a message") {
    CHECK(json::parse(format_as_json({Diagnostic::Severity::error, "a\xff", std::nullopt, ""}))["message"] ==
          "a\xEF\xBF\xBD");
}

TEST_CASE("notes are no faults") {
    CHECK(note_as_json("wrote a") == "{\"severity\":\"note\",\"message\":\"wrote a\"}\n");
    CHECK(notice_for_github("50%\nof it: two, three") == "::notice::50%25%0Aof it: two, three\n");
}
