#include "base/phrases.hpp"
#include "support/catch.hpp"

#include <stdexcept>
#include <string>

using namespace actlas;

namespace {

/// What is said of a phrase book with these texts; "" where nothing is wrong.
std::string complaint(std::string_view english, std::string_view chinese) {
    const EmbeddedFile files[] = {{"templates/en/book.toml", english}, {"templates/zh/book.toml", chinese}};
    try {
        const Phrases phrases(files, "book.toml");
        return "";
    } catch (const std::logic_error& error) {
        return error.what();
    }
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("phrases are found under the path of their tables and filled by name") {
    const EmbeddedFile files[] = {{"en/other.toml", "greeting = \"no\""},
                                  {"en/book.toml", "plain = \"word\"\n[a.b]\nc = \"{x} of {y}, {x}\""},
                                  {"zh/book.toml", "plain = \"词\"\n[a.b]\nc = \"{y} 中的 {x}\""}};
    const Phrases phrases(files, "book.toml");
    CHECK(phrases.all().size() == 2);
    CHECK(phrases.has("a.b.c"));
    CHECK_FALSE(phrases.has("a.b"));
    CHECK_FALSE(phrases.has("greeting"));
    CHECK(phrases.fill("plain") == LocalizedText{"word", "词"});
    CHECK(phrases.fill("a.b.c", {{"x", same("1")}, {"y", {"two", "二"}}, {"unused", same("")}}) ==
          LocalizedText{"1 of two, 1", "二 中的 1"});
    CHECK(phrases.fill("a.b.c", Language::zh, {{"x", "{y}"}, {"y", "2"}}) == "2 中的 {y}"); // fillings are not phrases

    const auto pieces = phrases.pieces("a.b.c", Language::en);
    REQUIRE(pieces.size() == 5);
    CHECK(pieces[0].is_placeholder);
    CHECK(pieces[0].text == "x");
    CHECK_FALSE(pieces[1].is_placeholder);
    CHECK(pieces[1].text == " of ");
}

TEST_CASE("errors of phrase books name what is missing") {
    CHECK(complaint("a = \"{x}\"", "a = \"{x}{x}\"").empty()); // may be said more often in one language
    CHECK(complaint("a = \"1\"", "") == "zh/book.toml has no \"a\"");
    CHECK(complaint("", "[t]\nb = \"1\"") == "en/book.toml has no \"t.b\"");
    CHECK(contains(complaint("a = \"{x}\"", "a = \"{y}\""), "\"a\" has other placeholders in zh/book.toml"));
    CHECK(contains(complaint("a = \"{x\"", "a = \"{x}\""), "en/book.toml: \"a\""));
    CHECK(contains(complaint("a = 1", "a = \"1\""), "en/book.toml: \"a\" is no text"));

    const EmbeddedFile files[] = {{"en/book.toml", "a = \"{x}\""}, {"zh/book.toml", "a = \"{x}\""}};
    CHECK_THROWS_WITH(Phrases(files, "none.toml"), "en/none.toml is not compiled in");
    const Phrases phrases(files, "book.toml");
    CHECK_THROWS_WITH(phrases.fill("b"), "book.toml has no \"b\"");
    CHECK_THROWS_WITH(phrases.fill("a"), "book.toml: \"a\" wants a filling for {x}");
}
