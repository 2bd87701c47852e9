#include "config/colour.hpp"
#include "config/keys.hpp"
#include "config/schema.hpp"
#include "config/size.hpp"
#include "config/support.hpp"
#include "support/catch.hpp"

#include <set>

using namespace actlas;
using namespace actlas::config;

TEST_CASE("sizes with their units") {
    const auto check = [](std::string_view text, double width, double height) {
        INFO(text);
        const auto size = parse_size(text);
        REQUIRE(size.has_value());
        CHECK(size->width == Approx(width).epsilon(1e-12));
        CHECK(size->height == Approx(height).epsilon(1e-12));
    };
    check("720x450", 720, 450);
    check("720 x 450 px", 720, 450);
    check("12x8in", 1152, 768);
    check("12×8in", 1152, 768);
    check("2.54x25.4cm", 96, 960);
    check("25.4x254mm", 96, 960);
    check("72x36pt", 96, 48);
    for (const char* bad : {"", "720", "x", "720x", "x450", "0x8", "-1x8", "nanx8", "12x8ft", "12inx8in", "1x2x3"}) {
        INFO(bad);
        CHECK_FALSE(parse_size(bad).has_value());
    }
}

TEST_CASE("colours by number and by CSS name") {
    CHECK(resolve_colour("#0072B2") == "#0072b2");
    CHECK(resolve_colour("#fa0") == "#ffaa00");
    // matplotlib's four, which are the CSS ones.
    CHECK(resolve_colour("blue") == "#0000ff");
    CHECK(resolve_colour("Green") == "#008000");
    CHECK(resolve_colour("red") == "#ff0000");
    CHECK(resolve_colour("purple") == "#800080");
    CHECK(resolve_colour("rebeccapurple") == "#663399");
    CHECK(colour_names().size() == 148);
    for (const char* bad : {"", "#", "#12", "#12345", "#1234567", "#gggggg", "blu", "#-12345"}) {
        INFO(bad);
        CHECK_FALSE(resolve_colour(bad).has_value());
    }
}

TEST_CASE("the table of keys is whole") {
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (const Key& row : keys()) {
        INFO(row.section << "." << row.name);
        CHECK(seen.insert({row.section, row.name}).second);
        CHECK_FALSE(row.meaning.en.empty());
        CHECK_FALSE(row.meaning.zh.empty());
        CHECK_FALSE(row.meaning.en.ends_with('.'));
        const bool of_words = row.type == KeyType::word || row.type == KeyType::words || row.type == KeyType::theme ||
                              row.type == KeyType::themes;
        CHECK((row.words != Words::none) == of_words);
        if (row.words != Words::none) CHECK_FALSE(members(row.words, test::words()).empty());
        CHECK((!row.required || row.standard.empty()));
    }
}

TEST_CASE("the schema holds every key with its limits and default") {
    const auto schema = config_schema(test::words());
    CHECK(schema["additionalProperties"] == false);
    const auto& top = schema["properties"];
    CHECK(top["languages"]["items"]["enum"] == nlohmann::ordered_json({"zh-CN", "en"}));
    CHECK(top["languages"]["default"] == nlohmann::ordered_json({"zh-CN", "en"}));
    CHECK(top["figures"]["properties"]["dpi"]["minimum"] == 24);
    CHECK(top["figures"]["properties"]["dpi"]["default"] == 192);
    const auto& figure = top["figure"]["items"];
    CHECK(figure["required"] == nlohmann::ordered_json({"name", "kind", "activations"}));
    CHECK(figure["properties"]["kind"]["enum"] == nlohmann::ordered_json({"curve", "grid", "compare"}));
    CHECK(figure["properties"]["x"]["maxItems"] == 2);
    const auto& entry = figure["properties"]["activations"]["items"]["oneOf"][1];
    CHECK(entry["required"] == nlohmann::ordered_json::array({"id"}));
    CHECK(top["activation"]["items"]["required"] == nlohmann::ordered_json::array({"formula"}));
    for (const Key& row : keys()) {
        if (row.section.empty()) CHECK(top.contains(std::string(row.name)));
    }
}
