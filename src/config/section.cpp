#include "config/section.hpp"

#include "base/number.hpp"
#include "base/suggest.hpp"
#include "config/colour.hpp"
#include "config/limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace actlas::config {
namespace {

using catalogue::Presence;

/// The defaults of a section as a TOML text.
std::string defaults_of(std::string_view section) {
    std::string text;
    for (const Key& row : keys()) {
        if (row.section == section && !row.standard.empty()) text += fmt::format("{} = {}\n", row.name, row.standard);
    }
    return text;
}

toml::table parsed_defaults(const catalogue::TomlSource& source, std::vector<Diagnostic>& diagnostics) {
    auto table = catalogue::parse_toml(source, diagnostics);
    if (!table) throw std::logic_error("a default in keys() is no TOML");
    return std::move(*table);
}

Presence presence_of(const Key& row) {
    return row.required ? Presence::required : Presence::optional;
}

} // namespace

Section::Section(const toml::table& table, const catalogue::TomlSource& source, std::vector<Diagnostic>& diagnostics,
                 std::string_view section, std::string what, const Vocabulary& vocabulary)
    : section_(section), vocabulary_(vocabulary), default_source_("the defaults", defaults_of(section)),
      default_table_(parsed_defaults(default_source_, default_diagnostics_)),
      given_(table, source, diagnostics, std::move(what)),
      defaults_(default_table_, default_source_, default_diagnostics_, "the defaults") {
    for (const Key& each : keys()) {
        if (each.section == section) given_.expect(each.name);
    }
}

const Key& Section::row(std::string_view name, KeyType type) const {
    const Key& found = key(section_, name);
    if (found.type != type)
        throw std::logic_error(fmt::format("the config key \"{}\" is read as what it is not", name));
    return found;
}

catalogue::TableReader& Section::source_of(const Key& row) {
    return given_.node(row.name) == nullptr && !row.standard.empty() ? defaults_ : given_;
}

bool Section::in_range(const Key& row, double value, const toml::node& node) {
    if (value >= row.low && value <= row.high) return true;
    given_.error_at_node(
        node, fmt::format("\"{}\" must lie between {} and {}", row.name, shortest(row.low), shortest(row.high)));
    return false;
}

std::optional<std::vector<double>> Section::numbers_of(const Key& row) {
    if (source_of(row).node(row.name) == nullptr) return std::nullopt;
    const std::vector<const toml::node*> all = elements(row.name, "an array of numbers");
    std::vector<double> result;
    for (const toml::node* element : all) {
        const auto value = element->value<double>();
        if (!value)
            given_.error_at_node(*element, fmt::format("\"{}\" must hold numbers", row.name),
                                 "for example [0.5, 1, 2]");
        if (value && in_range(row, *value, *element)) result.push_back(*value);
    }
    if (row.most == 0 || all.size() <= row.most)
        return result.size() == all.size() ? std::optional(std::move(result)) : std::nullopt;
    given_.error_at(row.name,
                    fmt::format("\"{}\" takes at most {} numbers, and these are {}", row.name, row.most, all.size()));
    return std::nullopt;
}

std::optional<std::string> Section::string(std::string_view name) {
    const Key& row = this->row(name, KeyType::string);
    return source_of(row).string(name, presence_of(row));
}

std::optional<LocalizedText> Section::localized(std::string_view name) {
    const Key& row = this->row(name, KeyType::localized);
    return source_of(row).text(name, catalogue::Translation::optional, presence_of(row));
}

std::optional<bool> Section::boolean(std::string_view name) {
    const Key& row = this->row(name, KeyType::boolean);
    return source_of(row).boolean(name, presence_of(row));
}

std::optional<int> Section::integer(std::string_view name) {
    const Key& row = this->row(name, KeyType::integer);
    const auto value = source_of(row).integer(name, static_cast<std::int64_t>(row.low),
                                              static_cast<std::int64_t>(row.high), presence_of(row));
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

std::optional<double> Section::number(std::string_view name) {
    const Key& row = this->row(name, KeyType::number);
    const auto value = source_of(row).number(name, presence_of(row));
    return value && in_range(row, *value, *source_of(row).node(name)) ? value : std::nullopt;
}

std::optional<std::pair<double, double>> Section::range(std::string_view name) {
    const Key& row = this->row(name, KeyType::range);
    const auto value = source_of(row).range(name, presence_of(row));
    if (!value) return std::nullopt;
    const toml::array& ends = *source_of(row).node(name)->as_array();
    const bool low_is_good = in_range(row, value->first, *ends.get(0));
    if (!in_range(row, value->second, *ends.get(1)) || !low_is_good) return std::nullopt;
    // Below this the numbers at the ticks would need more digits than there is room for.
    const double least = 1e-6 * std::max({1.0, std::abs(value->first), std::abs(value->second)});
    if (value->second - value->first >= least) return value;
    given_.error_at(name, fmt::format("\"{}\" is too narrow: it must span at least {}", name, shortest(least)));
    return std::nullopt;
}

std::optional<std::vector<double>> Section::number_list(std::string_view name) {
    const Key& row = this->row(name, KeyType::number_list);
    const toml::node* node = source_of(row).node(name);
    if (node == nullptr || !node->is_array() || !node->as_array()->empty()) return numbers_of(row);
    given_.error_at(name, fmt::format("\"{}\" must hold at least one number", name));
    return std::nullopt;
}

std::optional<std::string> Section::word(std::string_view name) {
    return word_of(row(name, KeyType::word));
}

std::optional<std::string> Section::theme(std::string_view name) {
    return word_of(row(name, KeyType::theme));
}

std::optional<std::vector<std::string>> Section::words(std::string_view name) {
    return words_of(row(name, KeyType::words));
}

std::optional<std::vector<std::string>> Section::themes(std::string_view name) {
    return words_of(row(name, KeyType::themes));
}

std::optional<std::string> Section::word_of(const Key& row) {
    return source_of(row).word(row.name, members(row.words, vocabulary_), presence_of(row));
}

std::optional<std::vector<std::string>> Section::words_of(const Key& row) {
    const std::string_view name = row.name;
    const std::vector<std::string>& allowed = members(row.words, vocabulary_);
    catalogue::TableReader& reader = source_of(row);
    const auto given = reader.strings(name, presence_of(row));
    if (!given) return std::nullopt;
    const toml::array& array = *reader.node(name)->as_array();
    if (array.empty()) {
        given_.error_at(name, fmt::format("\"{}\" must name at least one of: {}", name, fmt::join(allowed, ", ")));
        return std::nullopt;
    }
    std::vector<std::string> result;
    for (const toml::node& element : array) {
        const auto* text = element.as_string();
        if (text == nullptr || text->get().empty()) continue; // reported by strings()
        if (std::find(allowed.begin(), allowed.end(), text->get()) == allowed.end()) {
            std::string hint = did_you_mean(text->get(), allowed);
            if (hint.empty()) hint = fmt::format("one of: {}", fmt::join(allowed, ", "));
            given_.error_at_node(element, fmt::format("\"{}\" is no value of \"{}\"", text->get(), name),
                                 std::move(hint));
        } else if (std::find(result.begin(), result.end(), text->get()) == result.end()) {
            result.push_back(text->get());
        }
    }
    if (result.empty()) return std::nullopt;
    return result;
}

std::optional<Size> Section::size(std::string_view name) {
    const Key& row = this->row(name, KeyType::size);
    const toml::node* node = source_of(row).node(name, presence_of(row));
    if (node == nullptr) return std::nullopt;
    std::optional<Size> result;
    if (const auto* text = node->as_string()) {
        result = parse_size(text->get());
    } else if (const auto* array = node->as_array(); array != nullptr && array->size() == 2) {
        const auto width = array->get(0)->value<double>();
        const auto height = array->get(1)->value<double>();
        if (width && height) result = Size{*width, *height};
    }
    if (!result) {
        given_.error_at(name, fmt::format("\"{}\" must be a width and a height", name),
                        "for example [720, 450] or \"12x8in\"");
        return std::nullopt;
    }
    for (const double side : {result->width, result->height}) {
        if (side >= row.low && side <= row.high) continue;
        given_.error_at(name,
                        fmt::format("each side of \"{}\" must lie between {} and {} px, and this is {}x{} px", name,
                                    shortest(row.low), shortest(row.high), significant_for_people(result->width, 6),
                                    significant_for_people(result->height, 6)));
        return std::nullopt;
    }
    return result;
}

std::optional<std::string> Section::stem(std::string_view name, std::string_view of_what) {
    const Key& row = this->row(name, KeyType::stem);
    auto given = source_of(row).string(name, presence_of(row));
    if (!given) return std::nullopt;
    const bool safe = given->find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
                      std::string::npos;
    if (safe && given->front() != '-' && given->size() <= longest_stem) return given;
    given_.error_at(
        name, fmt::format("\"{}\" cannot be the name of {}, which becomes part of a file name", *given, of_what),
        fmt::format("up to {} letters (a-z, A-Z), digits, '-' and '_', not beginning with '-'", longest_stem));
    return std::nullopt;
}

std::optional<PlacedColour> Section::colour_of(std::string_view name, const toml::node& node) {
    const auto* text = node.as_string();
    if (const auto colour = text == nullptr ? std::nullopt : resolve_colour(text->get()))
        return PlacedColour{*colour, given_.source().span(node.source())};
    std::string hint = text == nullptr ? "" : did_you_mean(text->get(), colour_names());
    if (hint.empty()) hint = "a colour is written \"#0072b2\" or by its CSS name, such as \"blue\"";
    given_.error_at_node(node,
                         text == nullptr ? fmt::format("\"{}\" must hold strings", name)
                                         : fmt::format("\"{}\" is no colour", text->get()),
                         std::move(hint));
    return std::nullopt;
}

std::optional<PlacedColour> Section::colour(std::string_view name) {
    row(name, KeyType::colour);
    const toml::node* node = given_.node(name);
    return node == nullptr ? std::nullopt : colour_of(name, *node);
}

PlacedHue Section::hue_of(std::string_view name, const toml::node& node) {
    const toml::table* table = node.as_table();
    if (table == nullptr) {
        const auto both = colour_of(name, node);
        return {both, both};
    }
    catalogue::TableReader reader(*table, given_.source(), given_.diagnostics(), fmt::format("\"{}\"", name));
    PlacedHue result;
    if (const toml::node* stroke = reader.node("stroke")) result.stroke = colour_of("stroke", *stroke);
    if (const toml::node* text = reader.node("text")) result.text = colour_of("text", *text);
    reader.reject_unknown_keys();
    if (table->empty())
        given_.error_at_node(node, fmt::format("\"{}\" must have a \"stroke\" or a \"text\"", name),
                             "for example { stroke = \"#0072b2\", text = \"#00558a\" }");
    return result;
}

PlacedHue Section::hue(std::string_view name) {
    row(name, KeyType::hue);
    const toml::node* node = given_.node(name);
    return node == nullptr ? PlacedHue{} : hue_of(name, *node);
}

std::optional<std::vector<PlacedHue>> Section::hues(std::string_view name) {
    row(name, KeyType::hues);
    if (given_.node(name) == nullptr) return std::nullopt;
    std::vector<PlacedHue> result;
    bool good = true;
    for (const toml::node* element : elements(name, "an array of colours and of tables")) {
        PlacedHue hue = hue_of(name, *element);
        if (!hue.stroke) hue.stroke = hue.text;
        if (!hue.text) hue.text = hue.stroke;
        good = good && hue.stroke; // else reported
        result.push_back(std::move(hue));
    }
    if (!good) return std::nullopt;
    if (!result.empty()) return result;
    given_.error_at(name, fmt::format("\"{}\" must hold at least one colour", name));
    return std::nullopt;
}

std::optional<std::vector<double>> Section::lengths(std::string_view name) {
    return numbers_of(row(name, KeyType::lengths));
}

std::optional<std::vector<std::string>> Section::colours(std::string_view name) {
    row(name, KeyType::colours);
    if (given_.node(name) == nullptr) return std::nullopt;
    std::vector<std::string> result;
    bool good = true;
    for (const toml::node* element : elements(name, "an array of colours")) {
        auto colour = colour_of(name, *element);
        good = good && colour;
        if (colour) result.push_back(std::move(colour->value));
    }
    return good ? std::optional(std::move(result)) : std::nullopt;
}

std::vector<std::pair<std::string, const toml::node*>> Section::strings(std::string_view name) {
    const Key& row = this->row(name, KeyType::strings);
    catalogue::TableReader& reader = source_of(row);
    std::vector<std::pair<std::string, const toml::node*>> result;
    if (!reader.strings(name, presence_of(row))) return result;
    for (const toml::node& element : *reader.node(name)->as_array()) {
        if (const auto* text = element.as_string(); text != nullptr && !text->get().empty())
            result.emplace_back(text->get(), &element);
    }
    return result;
}

const toml::table* Section::table(std::string_view name) {
    return given_.table(name);
}

std::vector<const toml::table*> Section::tables(std::string_view name) {
    return given_.tables(name);
}

std::vector<const toml::node*> Section::elements(std::string_view name, std::string_view expected) {
    const Key& row = key(section_, name);
    const toml::node* node = source_of(row).node(name, presence_of(row));
    if (node == nullptr) return {};
    const auto* array = node->as_array();
    if (array == nullptr) {
        given_.error_at(name, fmt::format("\"{}\" must be {}", name, expected));
        return {};
    }
    std::vector<const toml::node*> result;
    for (const toml::node& element : *array)
        result.push_back(&element);
    return result;
}

} // namespace actlas::config
