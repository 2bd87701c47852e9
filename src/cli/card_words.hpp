#pragma once

#include "analysis/claims.hpp"
#include "analysis/evidence.hpp"
#include "analysis/limitations.hpp"
#include "analysis/properties.hpp"
#include "base/phrases.hpp"
#include "cli/card_sheet.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::cli {

/// The phrases of templates/<language>/card.toml in one language, and how cards write lists, numbers and signs.
class CardWords {
public:
    explicit CardWords(Language language) : language_(language) {}

    Language language() const { return language_; }
    std::string operator()(std::string_view key, const Phrases::Words& words = {}) const;

    /// The first of the pieces, and how many more there are.
    std::string list(const std::vector<std::string>& pieces, std::size_t shown = 6) const;

    /// A name with a note, if there is one: "x: as in the paper".
    std::string with_note(std::string text, const std::string& note) const;

    /// ■ = ≈ ?
    static Styled mark(analysis::Evidence evidence);
    /// "■ proved  = exact  ≈ estimated  ? undecided"
    std::string legend() const;
    /// "●●○ moderate"
    Styled severity(analysis::Severity severity) const;
    /// "✗ contradicted"
    Styled verdict(analysis::ClaimVerdict verdict) const;

private:
    Language language_;
};

/// To six significant digits.
std::string number(double value);

/// The bound to six digits: to the nearest where the enclosure does not tell it from the bound, else away from the
/// values that it bounds, so that they stay on their side of it.
std::string lower_end(const analysis::Bound& bound);
std::string upper_end(const analysis::Bound& bound);

/// "(−∞, 0]": an interval that lies within the given one, but for the rounding errors of its ends. Ends at which
/// `belongs` holds belong to it.
std::string inner_interval(const analysis::Interval& interval, const std::function<bool(double)>& belongs);

/// Those of the items that are nearest to 0, at most so many, from left to right. `place` gives an item's x.
template<typename Item, typename PlaceOf>
std::vector<Item> nearest_to_zero(std::vector<Item> items, std::size_t most, const PlaceOf& place) {
    std::stable_sort(items.begin(), items.end(),
                     [&](const Item& a, const Item& b) { return std::abs(place(a)) < std::abs(place(b)); });
    if (items.size() > most) items.erase(items.begin() + static_cast<std::ptrdiff_t>(most), items.end());
    std::sort(items.begin(), items.end(), [&](const Item& a, const Item& b) { return place(a) < place(b); });
    return items;
}

} // namespace actlas::cli
