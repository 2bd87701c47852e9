#include "figure/looks.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace actlas::figure {

namespace {

/// A place in the theme's hues and one among the dashes.
struct Place {
    std::size_t hue;
    std::size_t dash;
    auto operator<=>(const Place&) const = default;
};

/// The looks that a function keeps (FIGURES 4).
const std::map<std::string_view, Place> own_places{{"relu", {0, 0}}, {"leaky_relu", {1, 3}}, {"elu", {2, 1}},
                                                   {"mish", {3, 1}}, {"silu", {4, 0}},       {"gelu", {5, 2}}};

constexpr std::size_t hue_count = 6;

/// Hands out places to functions without their own: free hues first, then hues again with other dashes.
class FreePlaces {
public:
    FreePlaces(std::set<Place> used, std::size_t dashes) : used_(std::move(used)), dashes_(dashes) {
        for (const Place& place : used_)
            taken_[place.hue] = true;
    }

    Place next() {
        Place place{};
        for (std::size_t tried = 0; tried < hue_count * dashes_; ++tried) {
            for (std::size_t skipped = 0; skipped < hue_count && taken_[next_ % hue_count]; ++skipped)
                ++next_;
            place = {next_ % hue_count, next_ / hue_count % dashes_};
            if (place.dash == 0 && next_ % 2 == 1) place.dash = 1;
            ++next_;
            if (used_.insert(place).second) break;
        }
        return place;
    }

private:
    std::set<Place> used_;
    std::array<bool, hue_count> taken_{};
    std::size_t dashes_;
    std::size_t next_ = 0;
};

} // namespace

plot::Stroke Look::stroke(const Context& context) const {
    return {hue.stroke, context.profile.strokes.overlay * weight, dash,
            dash.empty() ? plot::Cap::round : plot::Cap::butt};
}

std::vector<Look> looks(const std::vector<const analysis::Study*>& studies, const Context& context,
                        const std::vector<plot::Colour>& colours) {
    const auto& theme = context.theme;
    const plot::Hue ink{theme.ink, theme.ink};
    const std::array<plot::Hue, hue_count> hues{ink,          theme.ochre,    theme.green,
                                                theme.purple, theme.function, theme.derivative};
    const auto& dashes = context.profile.strokes.overlay_dashes;
    std::set<Place> used;
    for (const auto* study : studies)
        if (const auto own = own_places.find(study->activation.id); own != own_places.end()) used.insert(own->second);
    FreePlaces free(std::move(used), dashes.size());
    std::vector<Look> result;
    for (std::size_t i = 0; i < studies.size(); ++i) {
        const auto own = own_places.find(studies[i]->activation.id);
        const Place place = own != own_places.end() ? own->second : free.next();
        Look look{hues[place.hue], dashes[place.dash], 1};
        // A theme may tell the curves apart itself.
        if (place.hue < theme.lines.size()) {
            look.dash = theme.lines[place.hue].dash;
            for (double& length : look.dash)
                length = context.profile.px(length);
            look.weight = theme.lines[place.hue].weight;
        }
        if (i < colours.size()) look.hue = {colours[i], colours[i]};
        result.push_back(std::move(look));
    }
    return result;
}

} // namespace actlas::figure
