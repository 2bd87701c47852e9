#include "config/schema.hpp"

#include "config/keys.hpp"
#include "config/limits.hpp"

#include <fmt/core.h>
#include <toml++/toml.h>

#include <sstream>
#include <stdexcept>

namespace actlas::config {
namespace {

using Json = nlohmann::ordered_json;

Json section_schema(std::string_view section, const Vocabulary& vocabulary);

Json default_of(const Key& row) {
    const toml::table table = toml::parse(fmt::format("value = {}", row.standard));
    std::ostringstream text;
    text << toml::json_formatter(table);
    return Json::parse(text.str()).at("value");
}

Json array_of(Json items, std::size_t least = 0) {
    Json schema{{"type", "array"}, {"items", std::move(items)}};
    if (least > 0) schema["minItems"] = least;
    return schema;
}

Json number_between(const char* type, const Key& row) {
    Json schema{{"type", type}};
    if (is_bounded(row)) schema.update({{"minimum", row.low}, {"maximum", row.high}});
    return schema;
}

Json pair_of(Json items) {
    Json schema = array_of(std::move(items), 2);
    schema["maxItems"] = 2;
    return schema;
}

Json text_schema() {
    return {{"type", "string"}, {"minLength", 1}};
}

Json pattern(const std::string& regular_expression) {
    return {{"type", "string"}, {"pattern", regular_expression}};
}

Json stem_schema() {
    return pattern(fmt::format("^[A-Za-z0-9_][A-Za-z0-9_-]{{0,{}}}$", longest_stem - 1));
}

/// A name that CSS does not know passes, as capitals make no difference to it.
Json colour_schema() {
    return pattern("^(#[0-9A-Fa-f]{3}|#[0-9A-Fa-f]{6}|[A-Za-z]+)$");
}

/// The built-in themes, for completion, or one that the config defines.
Json theme_schema(const Key& row, const Vocabulary& vocabulary) {
    return {{"anyOf", {{{"enum", members(row.words, vocabulary)}}, stem_schema()}}};
}

Json hue_schema() {
    return {{"oneOf",
             {colour_schema(),
              {{"type", "object"},
               {"properties", {{"stroke", colour_schema()}, {"text", colour_schema()}}},
               {"additionalProperties", false},
               {"minProperties", 1}}}}};
}

/// What a value of the row's type looks like.
Json value_schema(const Key& row, const Vocabulary& vocabulary) {
    const std::string inner = row.section.empty() ? std::string(row.name) : fmt::format("{}.{}", row.section, row.name);
    switch (row.type) {
    case KeyType::string:
        return text_schema();
    case KeyType::stem:
        return stem_schema();
    case KeyType::id:
        return pattern("^[a-z0-9_]+$");
    case KeyType::colour:
        return colour_schema();
    case KeyType::hue:
        return hue_schema();
    case KeyType::hues:
        return array_of(hue_schema(), 1);
    case KeyType::lengths:
        return array_of(number_between("number", row));
    case KeyType::localized:
        return {{"oneOf",
                 {text_schema(),
                  {{"type", "object"},
                   {"properties", {{"en", text_schema()}, {"zh", text_schema()}}},
                   {"additionalProperties", false},
                   {"minProperties", 1}}}}};
    case KeyType::boolean:
        return {{"type", "boolean"}};
    case KeyType::integer:
        return number_between("integer", row);
    case KeyType::number:
        return number_between("number", row);
    case KeyType::range:
        return pair_of(number_between("number", row));
    case KeyType::word:
        return {{"enum", members(row.words, vocabulary)}};
    case KeyType::words:
        return array_of({{"enum", members(row.words, vocabulary)}}, 1);
    case KeyType::theme:
        return theme_schema(row, vocabulary);
    case KeyType::themes:
        return array_of(theme_schema(row, vocabulary), 1);
    case KeyType::strings:
        return array_of(text_schema());
    case KeyType::colours:
        return array_of(colour_schema());
    case KeyType::size:
        return {{"oneOf", {text_schema(), pair_of(number_between("number", row))}}};
    case KeyType::number_list: {
        Json schema = array_of(number_between("number", row), 1);
        if (row.most > 0) schema["maxItems"] = row.most;
        return schema;
    }
    case KeyType::numbers:
        return {{"type", "object"}, {"additionalProperties", number_between("number", row)}};
    case KeyType::activations:
        return array_of({{"oneOf", {text_schema(), section_schema(inner, vocabulary)}}}, 1);
    case KeyType::table:
        return section_schema(inner, vocabulary);
    case KeyType::tables:
        // The keys of [[vector_activation]] are the catalogue's.
        if (row.name == "vector_activation")
            return array_of({{"type", "object"}, {"required", Json::array({"formula"})}});
        return array_of(section_schema(inner, vocabulary));
    }
    throw std::logic_error("a type of key without a schema");
}

Json section_schema(std::string_view section, const Vocabulary& vocabulary) {
    Json properties = Json::object();
    Json required = Json::array();
    for (const Key& row : keys()) {
        if (row.section != section) continue;
        Json schema = value_schema(row, vocabulary);
        schema["description"] = fmt::format("{}\n{}", row.meaning.en, row.meaning.zh);
        if (!row.standard.empty()) schema["default"] = default_of(row);
        properties[std::string(row.name)] = std::move(schema);
        if (row.required) required.push_back(row.name);
    }
    Json schema{{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    if (!required.empty()) schema["required"] = std::move(required);
    // Either names it, and the other follows.
    if (section == "activation")
        schema["anyOf"] = Json::array({{{"required", Json::array({"id"})}}, {{"required", Json::array({"name"})}}});
    return schema;
}

} // namespace

Json config_schema(const Vocabulary& vocabulary) {
    Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", "actlas config"}};
    schema.update(section_schema("", vocabulary));
    return schema;
}

std::string config_schema_text(const Vocabulary& vocabulary) {
    return config_schema(vocabulary).dump(2) + "\n";
}

} // namespace actlas::config
