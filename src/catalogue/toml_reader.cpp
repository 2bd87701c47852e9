#include "catalogue/toml_reader.hpp"

#include "base/number.hpp"
#include "base/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace actlas::catalogue {
namespace {

std::string_view name_of(toml::node_type type) {
    switch (type) {
    case toml::node_type::table:
        return "a table";
    case toml::node_type::array:
        return "an array";
    case toml::node_type::string:
        return "a string";
    case toml::node_type::integer:
        return "an integer";
    case toml::node_type::floating_point:
        return "a number";
    case toml::node_type::boolean:
        return "a boolean";
    case toml::node_type::date:
        return "a date";
    case toml::node_type::time:
        return "a time";
    case toml::node_type::date_time:
        return "a date and time";
    default:
        return "nothing";
    }
}

/// A finite integer or float.
std::optional<double> finite_number(const toml::node& node) {
    if (const auto* integer = node.as_integer()) return static_cast<double>(integer->get());
    if (const auto* real = node.as_floating_point(); real != nullptr && std::isfinite(real->get())) return real->get();
    return std::nullopt;
}

} // namespace

TableReader::TableReader(const toml::table& table, const TomlSource& source, std::vector<Diagnostic>& diagnostics,
                         std::string what)
    : table_(table), source_(source), diagnostics_(diagnostics), what_(std::move(what)) {}

const toml::node* TableReader::node(std::string_view key, Presence presence) {
    expect(key);
    const toml::node* found = table_.get(key);
    if (found == nullptr && presence == Presence::required) error_here(fmt::format("{} lacks \"{}\"", what_, key));
    return found;
}

std::optional<std::string> TableReader::string(std::string_view key, Presence presence) {
    const toml::node* found = node(key, presence);
    if (found == nullptr) return std::nullopt;
    const auto* value = found->as_string();
    if (value == nullptr) {
        wrong_type(key, *found, "a string");
        return std::nullopt;
    }
    if (value->get().empty()) {
        error_at_node(*found, fmt::format("\"{}\" must not be empty", key));
        return std::nullopt;
    }
    return value->get();
}

std::optional<double> TableReader::number(std::string_view key, Presence presence) {
    const toml::node* found = node(key, presence);
    if (found == nullptr) return std::nullopt;
    const auto value = finite_number(*found);
    if (!value) wrong_type(key, *found, "a finite number");
    return value;
}

std::optional<std::int64_t> TableReader::integer(std::string_view key, std::int64_t low, std::int64_t high,
                                                 Presence presence) {
    const toml::node* found = node(key, presence);
    if (found == nullptr) return std::nullopt;
    const auto* value = found->as_integer();
    if (value == nullptr) {
        wrong_type(key, *found, "an integer");
        return std::nullopt;
    }
    if (value->get() < low || value->get() > high) {
        error_at_node(*found, fmt::format("\"{}\" must lie between {} and {}", key, low, high));
        return std::nullopt;
    }
    return value->get();
}

std::optional<bool> TableReader::boolean(std::string_view key, Presence presence) {
    const toml::node* found = node(key, presence);
    if (found == nullptr) return std::nullopt;
    const auto* value = found->as_boolean();
    if (value == nullptr) {
        wrong_type(key, *found, "true or false");
        return std::nullopt;
    }
    return value->get();
}

std::optional<std::string> TableReader::word(std::string_view key, const std::vector<std::string>& allowed,
                                             Presence presence) {
    auto value = string(key, presence);
    if (!value || std::find(allowed.begin(), allowed.end(), *value) != allowed.end()) return value;
    std::string hint = did_you_mean(*value, allowed);
    if (hint.empty()) hint = fmt::format("one of: {}", fmt::join(allowed, ", "));
    error_at(key, fmt::format("\"{}\" is no value of \"{}\"", *value, key), std::move(hint));
    return std::nullopt;
}

std::optional<std::vector<std::string>> TableReader::strings(std::string_view key, Presence presence) {
    const toml::node* found = node(key, presence);
    if (found == nullptr) return std::nullopt;
    const auto* array = found->as_array();
    if (array == nullptr) {
        wrong_type(key, *found, "an array of strings");
        return std::nullopt;
    }
    std::vector<std::string> values;
    for (const toml::node& element : *array) {
        const auto* value = element.as_string();
        if (value == nullptr)
            wrong_type(key, element, "an array of strings");
        else if (value->get().empty())
            error_at_node(element, fmt::format("\"{}\" must not hold an empty string", key));
        else
            values.push_back(value->get());
    }
    return values;
}

std::optional<std::pair<double, double>> TableReader::range(std::string_view key, Presence presence) {
    const toml::node* found = node(key, presence);
    if (found == nullptr) return std::nullopt;
    const auto* array = found->as_array();
    const auto low = array != nullptr && array->size() == 2 ? finite_number(*array->get(0)) : std::nullopt;
    const auto high = array != nullptr && array->size() == 2 ? finite_number(*array->get(1)) : std::nullopt;
    if (!low || !high) {
        error_at_node(*found, fmt::format("\"{}\" must be two finite numbers, [low, high]", key));
        return std::nullopt;
    }
    if (*low > *high) {
        error_at_node(*found, fmt::format("the first number of \"{}\" is above the second", key));
        return std::nullopt;
    }
    return std::pair(*low, *high);
}

std::optional<LocalizedText> TableReader::text(std::string_view key, Translation translation, Presence presence) {
    const toml::node* found = node(key, presence);
    if (found == nullptr) return std::nullopt;
    const bool may_be_plain = translation == Translation::optional;
    if (found->is_string() && may_be_plain) {
        const auto plain = string(key);
        return plain ? std::optional(LocalizedText{*plain, *plain}) : std::nullopt;
    }
    const toml::table* languages = found->as_table();
    if (languages == nullptr) {
        wrong_type(key, *found,
                   may_be_plain ? "a string or { en = \"...\", zh = \"...\" }" : "{ en = \"...\", zh = \"...\" }");
        return std::nullopt;
    }
    TableReader reader(*languages, source_, diagnostics_, fmt::format("\"{}\"", key));
    const bool either_will_do = may_be_plain && (languages->contains("en") || languages->contains("zh"));
    const Presence each = either_will_do ? Presence::optional : Presence::required;
    auto en = reader.string("en", each);
    auto zh = reader.string("zh", each);
    reader.reject_unknown_keys();
    if (may_be_plain && !en) en = zh;
    if (may_be_plain && !zh) zh = en;
    return en && zh ? std::optional(LocalizedText{*en, *zh}) : std::nullopt;
}

const toml::table* TableReader::table(std::string_view key, Presence presence) {
    const toml::node* found = node(key, presence);
    if (found == nullptr) return nullptr;
    if (!found->is_table()) wrong_type(key, *found, "a table");
    return found->as_table();
}

std::vector<const toml::table*> TableReader::tables(std::string_view key, Presence presence) {
    const toml::node* found = node(key, presence);
    if (found == nullptr) return {};
    const auto* array = found->as_array();
    if (array == nullptr) {
        wrong_type(key, *found, "an array of tables");
        if (const toml::table* single = found->as_table())
            diagnostics_.back().hint = single->is_inline() ? "write [{ ... }]" : fmt::format("write [[{}]]", key);
        return {};
    }
    std::vector<const toml::table*> result;
    for (const toml::node& element : *array) {
        if (element.is_table())
            result.push_back(element.as_table());
        else
            wrong_type(key, element, "an array of tables");
    }
    return result;
}

void TableReader::reject_unknown_keys() {
    const std::vector<std::string> known(known_.begin(), known_.end());
    for (auto&& [key, value] : table_) {
        if (known_.contains(key.str())) continue;
        std::string hint = did_you_mean(key.str(), known);
        if (hint.empty()) hint = fmt::format("known keys: {}", fmt::join(known, ", "));
        diagnostics_.push_back({Diagnostic::Severity::error, fmt::format("{} has no key \"{}\"", what_, key.str()),
                                source_.span(key.source()), std::move(hint)});
    }
}

void TableReader::error_at(std::string_view key, std::string message, std::string hint) {
    diagnostics_.push_back({Diagnostic::Severity::error, std::move(message), place(key), std::move(hint)});
}

void TableReader::error_here(std::string message, std::string hint) {
    error_at_node(table_, std::move(message), std::move(hint));
}

void TableReader::error_at_node(const toml::node& node, std::string message, std::string hint) {
    diagnostics_.push_back(
        {Diagnostic::Severity::error, std::move(message), source_.span(node.source()), std::move(hint)});
}

SourceSpan TableReader::place(std::string_view key) const {
    const toml::node* found = table_.get(key);
    return source_.span(found != nullptr ? found->source() : table_.source());
}

void TableReader::wrong_type(std::string_view key, const toml::node& node, std::string_view expected) {
    const bool infinite = node.is_floating_point() && !finite_number(node);
    const std::string got = infinite ? shortest(node.as_floating_point()->get()) : std::string(name_of(node.type()));
    error_at_node(node, fmt::format("\"{}\" must be {}, not {}", key, expected, got));
}

} // namespace actlas::catalogue
