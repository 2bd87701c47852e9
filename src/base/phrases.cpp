#include "base/phrases.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <set>
#include <stdexcept>

namespace actlas {
namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

void collect(const toml::table& table, const std::string& prefix, const std::string& file, Texts& texts) {
    for (const auto& [name, node] : table) {
        const std::string key = prefix.empty() ? std::string(name.str()) : fmt::format("{}.{}", prefix, name.str());
        if (const auto* inner = node.as_table())
            collect(*inner, key, file, texts);
        else if (const auto* text = node.as_string())
            texts[key] = text->get();
        else
            throw std::logic_error(fmt::format("{}: \"{}\" is no text", file, key));
    }
}

Texts read(std::span<const EmbeddedFile> files, const std::string& path) {
    const auto file = std::find_if(files.begin(), files.end(), [&](const EmbeddedFile& candidate) {
        return candidate.path == path || candidate.path.ends_with("/" + path);
    });
    if (file == files.end()) throw std::logic_error(path + " is not compiled in");
    Texts texts;
    collect(toml::parse(file->text, file->path), "", path, texts);
    return texts;
}

/// Nothing where a { is not closed.
std::optional<std::vector<PhrasePiece>> cut(std::string_view phrase) {
    std::vector<PhrasePiece> pieces;
    while (!phrase.empty()) {
        const std::size_t open = phrase.find('{');
        if (open != 0) pieces.push_back({phrase.substr(0, open), false});
        if (open == std::string_view::npos) break;
        const std::size_t close = phrase.find('}', open);
        if (close == std::string_view::npos) return std::nullopt;
        pieces.push_back({phrase.substr(open + 1, close - open - 1), true});
        phrase.remove_prefix(close + 1);
    }
    return pieces;
}

std::set<std::string_view> placeholders(std::string_view phrase, std::string_view file, std::string_view key) {
    const auto pieces = cut(phrase);
    if (!pieces) throw std::logic_error(fmt::format("{}: \"{}\" has a {{ that is not closed", file, key));
    std::set<std::string_view> names;
    for (const PhrasePiece& piece : *pieces)
        if (piece.is_placeholder) names.insert(piece.text);
    return names;
}

void require_pairs(const Texts& texts, const Texts& others, const std::string& file, const std::string& other) {
    for (const auto& [key, text] : texts) {
        const auto pair = others.find(key);
        if (pair == others.end()) throw std::logic_error(fmt::format("{} has no \"{}\"", other, key));
        if (placeholders(text, file, key) != placeholders(pair->second, other, key))
            throw std::logic_error(fmt::format("\"{}\" has other placeholders in {} than in {}", key, other, file));
    }
}

} // namespace

LocalizedText same(std::string text) {
    return {text, text};
}

Phrases::Phrases(std::span<const EmbeddedFile> files, std::string_view name) : name_(name) {
    const std::string english_file = fmt::format("{}/{}", code(Language::en), name);
    const std::string chinese_file = fmt::format("{}/{}", code(Language::zh), name);
    const Texts english = read(files, english_file);
    const Texts chinese = read(files, chinese_file);
    require_pairs(english, chinese, english_file, chinese_file);
    require_pairs(chinese, english, chinese_file, english_file);
    for (const auto& [key, text] : english)
        phrases_.emplace(key, LocalizedText{text, chinese.find(key)->second});
}

std::vector<PhrasePiece> Phrases::pieces(std::string_view key, Language language) const {
    const auto phrase = phrases_.find(key);
    if (phrase == phrases_.end()) throw std::logic_error(fmt::format("{} has no \"{}\"", name_, key));
    return *cut(phrase->second.in(language)); // closed: looked at when it was read
}

void Phrases::fail_unfilled(std::string_view key, std::string_view placeholder) const {
    throw std::logic_error(fmt::format("{}: \"{}\" wants a filling for {{{}}}", name_, key, placeholder));
}

std::string Phrases::fill(std::string_view key, Language language, const Words& words) const {
    std::string result;
    for (const PhrasePiece& piece : pieces(key, language)) {
        if (!piece.is_placeholder) {
            result += piece.text;
            continue;
        }
        const auto filling = words.find(piece.text);
        if (filling == words.end()) fail_unfilled(key, piece.text);
        result += filling->second;
    }
    return result;
}

LocalizedText Phrases::fill(std::string_view key, const Fillings& fillings) const {
    const auto in = [&](Language language) {
        Words words;
        for (const auto& [name, text] : fillings)
            words.emplace(name, text.in(language));
        return fill(key, language, words);
    };
    return {in(Language::en), in(Language::zh)};
}

} // namespace actlas
