#pragma once

#include "base/diagnostic.hpp"

#include <toml++/toml.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::catalogue {

/// A TOML text with the name it has in messages.
class TomlSource {
public:
    TomlSource(std::string file, std::string text);

    const std::string& file() const { return file_; }
    std::string_view text() const { return text_; }

    /// The line with this number (from 1) without its line break; "" beyond the end.
    std::string_view line(std::size_t number) const;

    /// What toml++ says of a node's or key's place. A region over several lines is cut at the end of its first line.
    SourceSpan span(const toml::source_region& region) const;

    /// The place of `length` bytes at byte `offset` of the *value* of a string in this text: escapes and the line
    /// breaks of multi-line strings are seen through. A range that ends on a later line is cut at the end of its first.
    SourceSpan span_in_string(const toml::node& string, std::size_t offset, std::size_t length) const;

private:
    std::size_t offset_of(const toml::source_position& position) const;
    SourceSpan span_of_bytes(std::size_t offset, std::size_t length) const;

    std::string file_;
    std::string text_;
    std::vector<std::size_t> line_starts_; ///< byte offsets
};

/// Parses the text; a syntax error becomes a diagnostic and the answer is empty.
std::optional<toml::table> parse_toml(const TomlSource& source, std::vector<Diagnostic>& diagnostics);

/// Orders messages by line and column; those without a place go last.
void sort_by_place(std::vector<Diagnostic>& diagnostics);

} // namespace actlas::catalogue
