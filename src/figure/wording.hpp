#pragma once

#include "base/language.hpp"
#include "plot/typeset.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::figure {

/// What stands for a {name} in a phrase: words or an expression.
struct Filling {
    std::string words;
    std::vector<plot::MathNode> math; ///< one node, used instead of `words` where given

    Filling(std::string text) : words(std::move(text)) {}
    Filling(const char* text) : words(text) {}
    Filling(plot::MathNode node) : math{std::move(node)} {}
};

using Fillings = std::map<std::string, Filling, std::less<>>;

/// The words that figures are lettered with, templates/<language>/figures.toml, in one language.
class Wording {
public:
    static const Wording& in(Language language);

    /// The phrase under "table.key", its {names} replaced. A run of words and expressions for the typesetter.
    /// Throws std::logic_error naming an unknown key or a {name} without a filling.
    std::vector<plot::Run> phrase(std::string_view key, const Fillings& fillings = {},
                                  plot::Weight weight = plot::Weight::regular) const;

    /// The same as plain text; fillings must be words.
    std::string text(std::string_view key, const Fillings& fillings = {}) const;

private:
    explicit Wording(Language language) : language_(language) {}
    Language language_;
};

} // namespace actlas::figure
