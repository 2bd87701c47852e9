#pragma once

#include "base/diagnostic.hpp"
#include "base/language.hpp"
#include "catalogue/toml_source.hpp"

#include <toml++/toml.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace actlas::catalogue {

enum class Presence { optional, required };

/// Whether a text for the reader must be given in every language, or may be one plain string that serves for all.
enum class Translation { required, optional };

/// Reads the keys of one table. Every getter makes its key a known one; a wrong type, an empty text or a missing
/// required key becomes a diagnostic, and the getter's answer is empty. Call reject_unknown_keys() last.
class TableReader {
public:
    /// `what` names the table in messages: "[[activation]]". The arguments must outlive the reader.
    TableReader(const toml::table& table, const TomlSource& source, std::vector<Diagnostic>& diagnostics,
                std::string what);

    /// Whether the key is there, whatever its type.
    bool has(std::string_view key) const { return table_.contains(key); }

    /// The value, whatever its type; nullptr if absent.
    const toml::node* node(std::string_view key, Presence presence = Presence::optional);

    /// A string that is not empty.
    std::optional<std::string> string(std::string_view key, Presence presence = Presence::optional);
    /// An integer or float; nan and inf are wrong.
    std::optional<double> number(std::string_view key, Presence presence = Presence::optional);
    /// An integer of [low, high].
    std::optional<std::int64_t> integer(std::string_view key, std::int64_t low, std::int64_t high,
                                        Presence presence = Presence::optional);
    std::optional<bool> boolean(std::string_view key, Presence presence = Presence::optional);
    /// One of the given words.
    std::optional<std::string> word(std::string_view key, const std::vector<std::string>& allowed,
                                    Presence presence = Presence::optional);
    /// An array of strings that are not empty; the elements that are wrong are reported and left out.
    std::optional<std::vector<std::string>> strings(std::string_view key, Presence presence = Presence::optional);
    /// An array of exactly two numbers, the first not above the second.
    std::optional<std::pair<double, double>> range(std::string_view key, Presence presence = Presence::optional);
    /// { en = "...", zh = "..." }; or, where translation is optional, a plain string or a table with one language,
    /// which then serves for both.
    std::optional<LocalizedText> text(std::string_view key, Translation translation,
                                      Presence presence = Presence::optional);
    /// A table; nullptr if absent or wrong.
    const toml::table* table(std::string_view key, Presence presence = Presence::optional);
    /// An array of tables ([[key]] or inline); elements that are wrong are reported and left out.
    std::vector<const toml::table*> tables(std::string_view key, Presence presence = Presence::optional);

    /// Makes `key` known without reading it.
    void expect(std::string_view key) { known_.emplace(key); }
    /// Reports every key that no getter asked for, with the nearest one that was.
    void reject_unknown_keys();

    /// An error at the value of `key`, or at the table if there is none.
    void error_at(std::string_view key, std::string message, std::string hint = {});
    /// An error at the table's head.
    void error_here(std::string message, std::string hint = {});
    /// An error at any node.
    void error_at_node(const toml::node& node, std::string message, std::string hint = {});

    /// The place of the value of `key`, or of the table if there is none.
    SourceSpan place(std::string_view key) const;

    const TomlSource& source() const { return source_; }
    std::vector<Diagnostic>& diagnostics() { return diagnostics_; }

private:
    void wrong_type(std::string_view key, const toml::node& node, std::string_view expected);

    const toml::table& table_;
    const TomlSource& source_;
    std::vector<Diagnostic>& diagnostics_;
    std::string what_;
    std::set<std::string, std::less<>> known_;
};

} // namespace actlas::catalogue
