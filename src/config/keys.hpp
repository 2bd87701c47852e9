#pragma once

#include "config/config.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::config {

enum class KeyType {
    string,
    stem,      ///< a string that becomes part of a file name; see Section::stem()
    id,        ///< a string of a-z, 0-9 and _
    localized, ///< a string, or { en = "..", zh = ".." }
    boolean,
    integer,     ///< of [low, high]
    number,      ///< of [low, high]
    range,       ///< two numbers of [low, high], the first below the second
    word,        ///< one of the words
    words,       ///< an array of at least one of the words
    theme,       ///< one of the themes, those of the config included
    themes,      ///< an array of at least one of them
    strings,     ///< an array of strings
    colour,      ///< "#rrggbb" or a CSS name
    colours,     ///< an array of them
    hue,         ///< a colour, or { stroke = "..", text = ".." }
    hues,        ///< an array of at least one of them
    lengths,     ///< an array of numbers of [low, high]
    size,        ///< [width, height] in px, or "12x8in"; each side of [low, high] px
    number_list, ///< an array of numbers of [low, high]
    numbers,     ///< a table from names to numbers of [low, high]
    activations, ///< an array of ids and of tables
    table,       ///< a section of its own
    tables,      ///< an array of such sections
};

/// The sets of words that keys of the type word or words draw from.
enum class Words {
    none,
    languages,
    figure_kinds,
    themes,
    chapters,
    figure_formats,
    report_formats,
    line_styles,
    profiles,
    slide_formats,
    slide_images,
    limitations,
    relations
};

/// A text of the program in each language.
struct Meaning {
    std::string_view en;
    std::string_view zh;
};

/// One key that a config may hold: a row of the table that drives the reader, its suggestions, the JSON Schema and the
/// reference page.
struct Key {
    std::string_view section; ///< "" for the top of the file, else the table's name: "figures", "figure.activations"
    std::string_view name;
    KeyType type = KeyType::string;
    std::string_view standard = {}; ///< the default as TOML; "": none
    Meaning meaning = {};           ///< one phrase without a full stop
    double low = 0;
    double high = 0;
    Words words = Words::none;
    bool required = false;
    std::size_t most = 0;          ///< of the numbers or activations that a list names; 0: any number
    std::string_view example = {}; ///< a value as TOML; "": the default is one
};

/// A number of this size or more is no bound: any finite number will do.
inline constexpr double any_number = 1e308;

/// Whether the numbers of a key have bounds.
inline bool is_bounded(const Key& row) {
    return row.high < any_number;
}

/// Every key, section by section, in the order in which they are best explained. Those of [[activation]] are read by
/// catalogue::read_activation(), and a test holds them to it.
std::span<const Key> keys();

/// The tables that keys() puts together: the top of the file, [[activation]], [[theme]], [report] and [figures],
/// [[figure]], [slides] and [experiments].
std::span<const Key> top_keys();
std::span<const Key> activation_keys();
std::span<const Key> theme_keys();
std::span<const Key> report_keys();
std::span<const Key> figure_keys();
std::span<const Key> slide_keys();
std::span<const Key> experiment_keys();

/// The row of a key. Throws std::logic_error if there is none: only names in our own code are looked up here.
const Key& key(std::string_view section, std::string_view name);

/// The members of a set of words.
const std::vector<std::string>& members(Words words, const Vocabulary& vocabulary);

} // namespace actlas::config
