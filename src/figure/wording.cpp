#include "figure/wording.hpp"

#include "base/phrases.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace actlas::embedded {
extern const std::span<const EmbeddedFile> wording_files;
}

namespace actlas::figure {
namespace {

const Phrases& phrases() {
    static const Phrases book(embedded::wording_files, "figures.toml");
    return book;
}

} // namespace

const Wording& Wording::in(Language language) {
    static const Wording english(Language::en);
    static const Wording chinese(Language::zh);
    return language == Language::en ? english : chinese;
}

std::vector<plot::Run> Wording::phrase(std::string_view key, const Fillings& fillings, plot::Weight weight) const {
    std::vector<plot::Run> runs;
    const auto append_words = [&](std::string_view words) {
        if (words.empty()) return;
        if (runs.empty() || !runs.back().math.empty()) runs.push_back({{}, {}, weight});
        runs.back().words += words;
    };
    for (const PhrasePiece& piece : phrases().pieces(key, language_)) {
        if (!piece.is_placeholder) {
            append_words(piece.text);
            continue;
        }
        const auto filling = fillings.find(piece.text);
        if (filling == fillings.end()) phrases().fail_unfilled(key, piece.text);
        if (filling->second.math.empty())
            append_words(filling->second.words);
        else
            runs.push_back({{}, filling->second.math, weight});
    }
    return runs;
}

std::string Wording::text(std::string_view key, const Fillings& fillings) const {
    std::string result;
    for (const plot::Run& run : phrase(key, fillings)) {
        if (!run.math.empty()) throw std::logic_error(fmt::format("\"{}\" is plain text and takes no expression", key));
        result += run.words;
    }
    return result;
}

} // namespace actlas::figure
