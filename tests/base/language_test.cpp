#include "base/language.hpp"
#include "support/catch.hpp"

using namespace actlas;

TEST_CASE("languages by their usual tags") {
    CHECK(parse_language("zh-CN") == Language::zh);
    CHECK(parse_language("zh_hans") == Language::zh);
    CHECK(parse_language("EN") == Language::en);
    CHECK_FALSE(parse_language("fr").has_value());
    CHECK_FALSE(parse_language("").has_value());
    for (const Language language : all_languages) {
        CHECK(parse_language(tag(language)) == language);
        CHECK(parse_language(code(language)) == language);
    }
}
