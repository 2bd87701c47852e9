#pragma once

#include "catalogue/toml_reader.hpp"
#include "config/keys.hpp"
#include "config/size.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace actlas::config {

/// The two colours of a hue, as far as they are given.
struct PlacedHue {
    std::optional<PlacedColour> stroke;
    std::optional<PlacedColour> text;
};

/// Reads one section of a config by the rows of keys(): types, ranges, allowed words and defaults come from there. A
/// getter's answer is empty where the key is absent and has no default, and where its value is wrong, which then is a
/// diagnostic.
class Section {
public:
    /// `section` as in Key::section, `what` names the table in messages. All arguments must outlive the reader.
    Section(const toml::table& table, const catalogue::TomlSource& source, std::vector<Diagnostic>& diagnostics,
            std::string_view section, std::string what, const Vocabulary& vocabulary);
    /// The reader refers to its own members.
    Section(const Section&) = delete;
    Section& operator=(const Section&) = delete;

    std::optional<std::string> string(std::string_view name);
    std::optional<LocalizedText> localized(std::string_view name);
    std::optional<bool> boolean(std::string_view name);
    std::optional<int> integer(std::string_view name);
    std::optional<double> number(std::string_view name);
    std::optional<std::pair<double, double>> range(std::string_view name);
    std::optional<std::vector<double>> number_list(std::string_view name);
    std::optional<std::string> word(std::string_view name);
    /// Each once.
    std::optional<std::vector<std::string>> words(std::string_view name);
    /// As word() and words().
    std::optional<std::string> theme(std::string_view name);
    std::optional<std::vector<std::string>> themes(std::string_view name);
    std::optional<Size> size(std::string_view name);
    /// A file stem: up to 100 letters, digits, '-' and '_', not beginning with '-'. `of_what` names what it is the name
    /// of.
    std::optional<std::string> stem(std::string_view name, std::string_view of_what);
    std::optional<PlacedColour> colour(std::string_view name);
    /// Both empty where the key is absent.
    PlacedHue hue(std::string_view name);
    std::optional<std::vector<PlacedHue>> hues(std::string_view name);
    std::optional<std::vector<double>> lengths(std::string_view name);
    /// "#rrggbb" each.
    std::optional<std::vector<std::string>> colours(std::string_view name);
    /// The strings of an array, each with its node.
    std::vector<std::pair<std::string, const toml::node*>> strings(std::string_view name);

    const toml::table* table(std::string_view name);
    std::vector<const toml::table*> tables(std::string_view name);
    /// The elements of an array of any type, or none.
    std::vector<const toml::node*> elements(std::string_view name, std::string_view expected);

    /// Places, errors and whatever has no row.
    catalogue::TableReader& reader() { return given_; }

    /// Reports keys that keys() does not list.
    void finish() { given_.reject_unknown_keys(); }

private:
    /// The config's own table, or the defaults where it lacks the key and there is a default.
    catalogue::TableReader& source_of(const Key& row);
    /// The row of a key; std::logic_error where it is of another type.
    const Key& row(std::string_view name, KeyType type) const;
    /// The colour that a node of the key says; a diagnostic where it says none.
    std::optional<PlacedColour> colour_of(std::string_view name, const toml::node& node);
    PlacedHue hue_of(std::string_view name, const toml::node& node);
    /// False, and a diagnostic at the node, where the value is outside the row's range.
    bool in_range(const Key& row, double value, const toml::node& node);
    /// The numbers of an array, all of them in the row's range; empty where one is not, after a diagnostic for each.
    std::optional<std::vector<double>> numbers_of(const Key& row);
    std::optional<std::string> word_of(const Key& row);
    std::optional<std::vector<std::string>> words_of(const Key& row);

    std::string_view section_;
    const Vocabulary& vocabulary_;
    catalogue::TomlSource default_source_;
    std::vector<Diagnostic> default_diagnostics_;
    toml::table default_table_;
    catalogue::TableReader given_;
    catalogue::TableReader defaults_;
};

} // namespace actlas::config
