#pragma once

#include <cstddef>

/// How large input may be. Whatever is larger is refused with a message that names the limit, so that no file, however
/// it was made, exhausts the stack or the memory. README.md lists them for people.
namespace actlas::limits {

inline constexpr std::size_t toml_bytes = 4'000'000;     ///< a config, or a file of a catalogue
inline constexpr std::size_t toml_depth = 64;            ///< arrays and tables inside each other, dotted keys included
inline constexpr std::size_t text_characters = 20'000;   ///< any string of a TOML file
inline constexpr std::size_t name_characters = 200;      ///< a name, title, label or key
inline constexpr std::size_t formula_depth = 200;        ///< of the tree, and of parentheses
inline constexpr std::size_t formula_nodes = 20'000;     ///< numbers, names, operations
inline constexpr std::size_t template_bytes = 4'000'000; ///< a file of a template folder
inline constexpr std::size_t template_depth = 100;       ///< sections inside each other, in one file
inline constexpr std::size_t markdown_depth = 200;       ///< quotations, lists and emphasis inside each other
inline constexpr std::size_t template_items =
    1'000'000; ///< sections and partials that a page renders, each time counted
inline constexpr std::size_t partials_stack = 1'000'000; ///< bytes of stack for templates inside each other
inline constexpr double picture_pixels = 1.5e8;          ///< a PNG of a figure: more than A0 at 300 dpi
inline constexpr unsigned jobs = 256;                    ///< threads

} // namespace actlas::limits
