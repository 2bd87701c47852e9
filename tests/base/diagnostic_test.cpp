#include "base/diagnostic.hpp"
#include "support/catch.hpp"

using namespace actlas;

namespace {

Diagnostic at(std::string file, std::string line_text, std::size_t column, std::size_t length) {
    Diagnostic diagnostic;
    diagnostic.message = "unknown id \"gleu\"";
    diagnostic.where = SourceSpan{std::move(file), 7, column, length, std::move(line_text)};
    return diagnostic;
}

} // namespace

TEST_CASE("a diagnostic shows the line with a caret and the hint") {
    Diagnostic diagnostic = at("a.toml", R"(include = ["gleu"])", 12, 6);
    diagnostic.hint = "did you mean \"gelu\"?";
    CHECK(format_for_people(diagnostic, false) == "a.toml:7:12: error: unknown id \"gleu\"\n"
                                                  "    7 | include = [\"gleu\"]\n"
                                                  "      |            ^~~~~~\n"
                                                  "  hint: did you mean \"gelu\"?\n");
}

TEST_CASE("the caret stands under its place after wide characters and tabs, and is as wide as them") {
    CHECK(format_for_people(at("a", "题 = \"函数\" x", 11, 1), false) == "a:7:11: error: unknown id \"gleu\"\n"
                                                                         "    7 | 题 = \"函数\" x\n"
                                                                         "      |              ^\n");
    CHECK(format_for_people(at("a", "\t函数", 2, 2), false) == "a:7:2: error: unknown id \"gleu\"\n"
                                                               "    7 | \t函数\n"
                                                               "      | \t^~~~\n");
    // A combining accent takes no column.
    CHECK(format_for_people(at("a", "e\xCC\x81 x", 4, 1), false).ends_with("      |   ^\n"));
}

TEST_CASE("a place past the end of the line still has its caret") {
    CHECK(format_for_people(at("a", "1 +", 4, 1), false).ends_with("    7 | 1 +\n      |    ^\n"));
    CHECK(format_for_people(at("a", "", 1, 5), false).ends_with("    7 | \n      | ^\n"));
    CHECK(format_for_people(at("a", "ab", 2, 50), false).ends_with("    7 | ab\n      |  ^\n"));
}

TEST_CASE("a long line is cut round the place") {
    const std::string line = std::string(300, 'a') + "!" + std::string(300, 'b');
    const std::string shown = format_for_people(at("f", line, 301, 1), false);
    CHECK(shown.find("… " + std::string(50, 'a') + "!b") != std::string::npos);
    CHECK(shown.ends_with("      | " + std::string(52, ' ') + "^\n"));
    CHECK(shown.find("b …\n") != std::string::npos);
    CHECK(shown.size() < 400);
}

TEST_CASE("text from the command line has no file name; a message without a place has no line") {
    CHECK(format_for_people(at("", "gleu", 1, 4), false) == "line 7, column 1: error: unknown id \"gleu\"\n"
                                                            "    7 | gleu\n"
                                                            "      | ^~~~\n");
    Diagnostic bare;
    bare.severity = Diagnostic::Severity::warning;
    bare.message = "no figures";
    CHECK(format_for_people(bare, false) == "warning: no figures\n");
}

TEST_CASE("colour adds escape codes and nothing else; input cannot add any") {
    const Diagnostic diagnostic = at("a", "gleu", 1, 4);
    std::string coloured = format_for_people(diagnostic, true);
    CHECK(coloured.find("\x1b[1;31merror:\x1b[0m") != std::string::npos);
    for (std::size_t start; (start = coloured.find('\x1b')) != std::string::npos;)
        coloured.erase(start, coloured.find('m', start) - start + 1);
    CHECK(coloured == format_for_people(diagnostic, false));

    CHECK(format_for_people(at("a", "\x1b[31m", 1, 1), false).find('\x1b') == std::string::npos);
}

TEST_CASE("a GitHub annotation is escaped") {
    Diagnostic diagnostic = at("dir,a:b/c%.toml", "x", 3, 2);
    diagnostic.message = "50% off\r\nnext, line: two";
    diagnostic.hint = "hint";
    CHECK(format_for_github(diagnostic) ==
          "::error file=dir%2Ca%3Ab/c%25.toml,line=7,col=3,endColumn=5::50%25 off%0D%0Anext, line: two%0Ahint\n");
    diagnostic.where.reset();
    diagnostic.severity = Diagnostic::Severity::warning;
    CHECK(format_for_github(diagnostic) == "::warning::50%25 off%0D%0Anext, line: two%0Ahint\n");
}

TEST_CASE("an input error holds and names all its diagnostics") {
    const InputError error(
        std::vector<Diagnostic>{at("a", "", 1, 1), Diagnostic{Diagnostic::Severity::error, "second", {}, ""}});
    CHECK(error.diagnostics().size() == 2);
    CHECK(std::string(error.what()) == "unknown id \"gleu\"\nsecond");
}

TEST_CASE("a span counts lines and code points") {
    const std::string text = "first\r\nαβ + γδ\r\nlast";
    const SourceSpan span = span_in_text("f", text, text.find("γ"), std::string("γδ").size());
    CHECK(span.file == "f");
    CHECK(span.line == 2);
    CHECK(span.column == 6);
    CHECK(span.length == 2);
    CHECK(span.line_text == "αβ + γδ");

    CHECK(span_in_text("", text, 0, 500).length == 5); // not past the end of its line
    const SourceSpan end = span_in_text("", text, text.size(), 1);
    CHECK(end.line == 3);
    CHECK(end.column == 5);
    CHECK(end.length == 1);
    CHECK(span_in_text("", "ab", 900, 1).column == 3);
    CHECK(span_in_text("", "", 0, 0).length == 1);
}
