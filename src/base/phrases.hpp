#pragma once

#include "base/embedded.hpp"
#include "base/language.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actlas {

/// The same text in every language.
LocalizedText same(std::string text);

/// A piece of a phrase: words as they stand, or the name of a {placeholder}.
struct PhrasePiece {
    std::string_view text;
    bool is_placeholder = false;
};

/// The phrases of one TOML file per language, which is compiled in. Tables nest; a phrase's key is its path
/// ("limitation.kink.title"). {name} in a phrase marks what the program fills in.
/// What is wrong with a phrase book or with how it is used is an error of the program, not of its input: all of it is
/// thrown as std::logic_error that names the file and the key, placeholder or filling.
class Phrases {
public:
    /// What takes the place of {name}, for one language or for all.
    using Words = std::map<std::string, std::string, std::less<>>;
    using Fillings = std::map<std::string, LocalizedText, std::less<>>;

    /// Reads <language>/`name` of the files, whatever folder those are in. Throws where a language's file is missing,
    /// a key is no text, a { is not closed, or the languages differ in keys or placeholders.
    Phrases(std::span<const EmbeddedFile> files, std::string_view name);

    bool has(std::string_view key) const { return phrases_.contains(key); }

    /// The phrase with its placeholders filled; fillings that it has no use for are passed over.
    std::string fill(std::string_view key, Language language, const Words& words) const;
    LocalizedText fill(std::string_view key, const Fillings& fillings = {}) const;

    /// The phrase cut at its placeholders, for those who fill in something else than text.
    std::vector<PhrasePiece> pieces(std::string_view key, Language language) const;

    /// The error of a phrase for whose {placeholder} there is nothing.
    [[noreturn]] void fail_unfilled(std::string_view key, std::string_view placeholder) const;

    const std::map<std::string, LocalizedText, std::less<>>& all() const { return phrases_; }

private:
    std::string name_;
    std::map<std::string, LocalizedText, std::less<>> phrases_;
};

} // namespace actlas
