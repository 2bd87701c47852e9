#include "analysis/summary_text.hpp"

#include "analysis/limitations_text.hpp"
#include "base/number.hpp"
#include "base/utf8.hpp"
#include "formula/printers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace actlas::embedded {
extern const std::span<const EmbeddedFile> function_files;
} // namespace actlas::embedded

namespace actlas::analysis {
namespace {

const Phrases& pieces() {
    static const Phrases phrases(embedded::function_files, "functions.toml");
    return phrases;
}

LocalizedText piece(std::string_view key, const Fillings& fillings = {}) {
    return pieces().fill(key, fillings);
}

std::string number(double value) {
    return about(value, 3);
}

bool is_known(const Bound& bound) {
    return bound.evidence != Evidence::undecided;
}

/// "y = 2x − 1".
std::string line(double slope, double intercept) {
    const std::string size = number(std::fabs(slope));
    std::string text = fmt::format("y = {}{}x", slope < 0 ? "−" : "", size == "1" ? "" : size);
    if (const std::string shift = number(std::fabs(intercept)); shift != "0")
        text += fmt::format(" {} {}", intercept < 0 ? "−" : "+", shift);
    return text;
}

/// The factor that x is multiplied with where the whole formula is such a product.
std::optional<std::string> gate_of(const formula::Expr& expr) {
    constexpr std::size_t longest = 24; // characters; a longer one is no easier to read than the formula
    if (expr.kind() != formula::Kind::multiply) return std::nullopt;
    std::vector<formula::Expr> rest = expr.operands();
    const auto is_x = [](const formula::Expr& factor) { return factor.kind() == formula::Kind::variable; };
    const auto found = std::find_if(rest.begin(), rest.end(), is_x);
    if (found == rest.end()) return std::nullopt;
    rest.erase(found);
    const formula::Expr gate = rest.size() == 1 ? rest.front() : formula::Expr::multiply(rest);
    if (!formula::depends_on_variable(gate)) return std::nullopt;
    std::string text = formula::to_text(gate);
    if (code_points(text).size() > longest) return std::nullopt;
    return text;
}

/// Composes the words on one function.
class Describer {
public:
    explicit Describer(const Study& study) : study_(study), found_(study.properties) {}

    LocalizedText text() const {
        std::vector<LocalizedText> first;
        if (const auto gate = gate_of(study_.activation.expr))
            first.push_back(piece("lead.gate", {{"gate", same(*gate)}}));
        first.push_back(shape());
        const auto ends = tails();
        if (ends) first.push_back(*ends);
        if (const auto more = detail(ends.has_value())) first.push_back(*more);
        std::vector<LocalizedText> sentences{capital(joined(first, piece("sentence.join")))};
        if (const auto whole = form()) sentences.push_back(capital(*whole));
        if (found_.undefined) sentences.push_back(capital(piece("whole.undefined")));
        const LocalizedText all = joined(sentences, piece("sentence.stop"));
        const LocalizedText end = piece("sentence.end");
        return {all.en + end.en, all.zh + end.zh};
    }

private:
    static LocalizedText capital(LocalizedText text) {
        if (!text.en.empty() && text.en[0] >= 'a' && text.en[0] <= 'z' && !text.en.starts_with("x "))
            text.en[0] = static_cast<char>(text.en[0] - 'a' + 'A');
        return text;
    }

    bool bounded_below() const { return is_known(found_.infimum) && std::isfinite(found_.infimum.value); }
    bool bounded_above() const { return is_known(found_.supremum) && std::isfinite(found_.supremum.value); }

    /// A piece of the shape with the bounds filled in.
    LocalizedText shaped(std::string_view key, Fillings more = {}) const {
        if (bounded_below()) more.emplace("low", same(number(found_.infimum.value)));
        if (bounded_above()) more.emplace("high", same(number(found_.supremum.value)));
        return piece(fmt::format("shape.{}", key), more);
    }

    /// The piece of this name for the bounds that there are: NAME, NAME_above, NAME_below or NAME_unbounded.
    LocalizedText within_bounds(const std::string& name, const Fillings& more = {}) const {
        if (bounded_below()) return shaped(bounded_above() ? name : name + "_above", more);
        return shaped(name + (bounded_above() ? "_below" : "_unbounded"), more);
    }

    std::size_t jumps() const {
        return static_cast<std::size_t>(
            std::count_if(found_.kinks.begin(), found_.kinks.end(), [](const Kink& kink) { return kink.order == 0; }));
    }

    bool is_flat() const {
        return is_known(found_.slope_infimum) && is_known(found_.slope_supremum) && found_.slope_infimum.value == 0 &&
               found_.slope_supremum.value == 0;
    }

    LocalizedText shape() const {
        if (found_.convexity.evidence != Evidence::undecided && found_.convexity.value == Convexity::affine &&
            jumps() == 0)
            return is_flat() ? shaped("constant")
                             : shaped("line", {{"line", same(line(study_.slope(1), study_.f(0)))}});
        if (is_flat()) return flat_pieces();
        if (found_.monotonicity.evidence == Evidence::undecided) return within_bounds("values");
        switch (found_.monotonicity.value) {
        case Monotonicity::strictly_increasing:
            return shaped(one_way("rising_bounded", "rising_from", "rising_to", "rising_unbounded"));
        case Monotonicity::strictly_decreasing:
            return shaped(one_way("falling_bounded", "falling_to", "falling_from", "falling_unbounded"));
        case Monotonicity::nondecreasing:
            return nondecreasing();
        case Monotonicity::nonincreasing:
            return shaped("never_rising", {{"flat", interval_list(found_.dead_intervals)}});
        case Monotonicity::constant:
            return shaped("constant");
        case Monotonicity::none:
            break;
        }
        return turning();
    }

    std::string_view one_way(std::string_view both, std::string_view below, std::string_view above,
                             std::string_view neither) const {
        if (bounded_below()) return bounded_above() ? both : below;
        return bounded_above() ? above : neither;
    }

    LocalizedText flat_pieces() const {
        const std::size_t count = jumps();
        if (count == 1) {
            const Kink& jump = *std::find_if(found_.kinks.begin(), found_.kinks.end(),
                                             [](const Kink& kink) { return kink.order == 0; });
            return shaped(
                "one_jump",
                {{"left", same(number(jump.left))}, {"right", same(number(jump.right))}, {"x", same(number(jump.x))}});
        }
        if (count > 1 && bounded_below() && bounded_above())
            return shaped("jumps", {{"count", same(fmt::format("{}", count))}});
        return shaped("staircase");
    }

    LocalizedText nondecreasing() const {
        constexpr double infinite = std::numeric_limits<double>::infinity();
        const auto& dead = found_.dead_intervals;
        const bool left = !dead.empty() && dead.front().low == -infinite;
        const bool right = !dead.empty() && dead.back().high == infinite;
        const bool inner = dead.size() > static_cast<std::size_t>(left) + static_cast<std::size_t>(right);
        if (jumps() == 0 && !inner) {
            const auto at = [](double x) { return same(number(x)); };
            if (left && right) return shaped("ramp", {{"from", at(dead.front().high)}, {"to", at(dead.back().low)}});
            if (left)
                return shaped(bounded_above() ? "rising_after" : "rising_after_unbounded",
                              {{"from", at(dead.front().high)}});
            if (right && bounded_above()) return shaped("rising_until", {{"to", at(dead.back().low)}});
        }
        if (!dead.empty()) return shaped("never_falling", {{"flat", interval_list(dead)}});
        return shaped(one_way("rising_bounded", "rising_from", "rising_to", "rising_unbounded"));
    }

    LocalizedText turning() const {
        constexpr std::size_t countable = 8; // a wave's list ends with the window that was searched
        const auto& extrema = found_.extrema;
        if (found_.endless_turns || extrema.size() > countable) return within_bounds("wave");
        if (extrema.size() == 1 && !jumps_at(extrema.front().x)) return one_turn(extrema.front());
        if (extrema.size() == 2 && extrema[0].is_minimum != extrema[1].is_minimum) {
            const Extremum& low = extrema[0].is_minimum ? extrema[0] : extrema[1];
            const Extremum& high = extrema[0].is_minimum ? extrema[1] : extrema[0];
            return piece("shape.two_turns", {{"x_low", same(number(low.x))},
                                             {"low", same(number(low.value))},
                                             {"x_high", same(number(high.x))},
                                             {"high", same(number(high.value))}});
        }
        if (extrema.size() > 1) return within_bounds("turns", {{"count", same(fmt::format("{}", extrema.size()))}});
        if (jumps() > 0) return shaped(bounded_below() && bounded_above() ? "broken" : "broken_unbounded");
        if (found_.dead_intervals.size() == 1 && bounded_below() && !bounded_above() &&
            study_.f((found_.dead_intervals[0].low + found_.dead_intervals[0].high) / 2) == found_.infimum.value)
            return shaped("flat_valley", {{"flat", same(open_interval(found_.dead_intervals[0]))}});
        return within_bounds("values");
    }

    bool jumps_at(double x) const {
        return std::any_of(found_.kinks.begin(), found_.kinks.end(),
                           [x](const Kink& kink) { return kink.order == 0 && kink.x == x; });
    }

    LocalizedText one_turn(const Extremum& turn) const {
        const Fillings place{{"x", same(number(turn.x))}, {turn.is_minimum ? "low" : "high", same(number(turn.value))}};
        // A dip or bump has the curve come back to a level on one side; a valley or peak has not.
        const bool levels =
            found_.left.kind == Asymptote::Kind::horizontal || found_.right.kind == Asymptote::Kind::horizontal;
        const bool both =
            found_.left.kind == Asymptote::Kind::horizontal && found_.right.kind == Asymptote::Kind::horizontal;
        if (turn.is_minimum) return piece(levels && !both ? "shape.dip" : "shape.valley", place);
        return piece(levels && !both ? "shape.bump" : "shape.peak", place);
    }

    bool is_one_way() const {
        if (found_.monotonicity.evidence == Evidence::undecided) return false;
        return found_.monotonicity.value == Monotonicity::strictly_increasing ||
               found_.monotonicity.value == Monotonicity::strictly_decreasing;
    }

    /// Many curves rise from one value to another: what tells this one from them. `leads`: its ends have been
    /// described.
    std::optional<LocalizedText> detail(bool leads) const {
        const bool affine = found_.convexity.evidence != Evidence::undecided &&
                            found_.convexity.value == Convexity::affine && jumps() == 0;
        if (!is_one_way() || affine) return std::nullopt;
        const auto flat = flat_ends();
        if (bounded_below() && bounded_above()) {
            const bool rises = found_.monotonicity.value == Monotonicity::strictly_increasing;
            const Bound& slope = rises ? found_.slope_supremum : found_.slope_infimum;
            if (!is_known(slope) || !std::isfinite(slope.value) || slope.at.size() != 1 || slope.attained != true)
                return flat;
            const LocalizedText steepest =
                piece("detail.steepest", {{"x", same(number(slope.at[0]))}, {"slope", same(number(slope.value))}});
            return flat ? joined(std::vector{steepest, *flat}, piece("detail.and")) : steepest;
        }
        if ((bounded_below() || bounded_above()) && flat) return flat;
        constexpr double place = 3;
        if (leads || !std::isfinite(study_.f(-place)) || !std::isfinite(study_.f(place))) return std::nullopt;
        return piece("detail.between", {{"x", same(number(place))},
                                        {"left", same(number(study_.f(-place)))},
                                        {"right", same(number(study_.f(place)))}});
    }

    /// Where the slope stays small to the end of the line.
    std::optional<LocalizedText> flat_ends() const {
        if (found_.saturation.empty()) return std::nullopt;
        const Saturation& tails = found_.saturation.front();
        const auto end = [](double x) { return std::isfinite(x) ? std::optional(x) : std::nullopt; };
        const auto left = end(tails.left);
        const auto right = end(tails.right);
        if (tails.evidence == Evidence::undecided || (!left && !right)) return std::nullopt;
        return piece("detail.flat", {{"threshold", same(number(tails.threshold))}, {"where", beyond(left, right, 3)}});
    }

    /// Where the ends lead, as far as the shape has not said it.
    std::optional<LocalizedText> tails() const {
        const auto end = [&](const Asymptote& asymptote) -> std::optional<LocalizedText> {
            if (asymptote.evidence == Evidence::undecided || asymptote.kind == Asymptote::Kind::none)
                return std::nullopt;
            if (asymptote.kind == Asymptote::Kind::horizontal) {
                const bool said = found_.monotonicity.evidence != Evidence::undecided &&
                                  found_.monotonicity.value != Monotonicity::none;
                if (said || is_flat()) return std::nullopt;
                return piece("tail.level", {{"value", same(number(asymptote.intercept))}});
            }
            return piece("tail.line", {{"line", same(line(asymptote.slope, asymptote.intercept))}});
        };
        if (found_.convexity.evidence != Evidence::undecided && found_.convexity.value == Convexity::affine)
            return std::nullopt;
        const auto left = end(found_.left);
        const auto right = end(found_.right);
        if (left && right) {
            if (*left == *right) return piece("tail.both", {{"left", *left}});
            return piece("tail.each", {{"left", *left}, {"right", *right}});
        }
        if (left) return piece("tail.left", {{"left", *left}});
        if (right) return piece("tail.right", {{"right", *right}});
        return std::nullopt;
    }

    /// A statement on smoothness: an adjective ("smooth everywhere") or what the curve has ("a corner at x = 0").
    struct Form {
        LocalizedText words;
        bool is_adjective = true;
    };

    /// Parity and smoothness.
    std::optional<LocalizedText> form() const {
        const bool symmetric = found_.parity.evidence != Evidence::undecided && found_.parity.value != Parity::none;
        const auto smooth = smoothness();
        Fillings fillings;
        if (symmetric) fillings["parity"] = piece(found_.parity.value == Parity::odd ? "form.odd" : "form.even");
        if (!smooth) return symmetric ? std::optional(piece("whole.parity", fillings)) : std::nullopt;
        fillings["form"] = smooth->words;
        return piece(fmt::format("whole.{}{}", symmetric ? "parity_" : "", smooth->is_adjective ? "is" : "has"),
                     fillings);
    }

    std::optional<Form> smoothness() const {
        const auto& [smoothness, evidence] = found_.continuity;
        if (evidence == Evidence::undecided) return std::nullopt;
        if (smoothness.infinite) return Form{piece("form.smooth")};
        if (smoothness.order == 1) return Form{piece("form.once"), false};
        if (smoothness.order > 1)
            return Form{piece("form.often", {{"order", same(fmt::format("{}", smoothness.order))}}), false};
        const bool broken = smoothness.order < 0;
        if (broken && is_flat() && jumps() > 0) return std::nullopt; // the shape has said it
        if (broken) return breaks("jump", "form.broken", [](const Kink& kink) { return kink.order == 0; });
        const auto is_upright = [](const Kink& kink) {
            return kink.order == 1 && std::isinf(kink.left) && kink.left == kink.right;
        };
        if (std::any_of(found_.kinks.begin(), found_.kinks.end(), is_upright))
            return breaks("upright", "form.continuous", is_upright);
        return breaks("corner", "form.continuous", [](const Kink& kink) { return kink.order == 1; });
    }

    template<class Test>
    Form breaks(std::string_view name, std::string_view unknown, Test test) const {
        constexpr std::size_t most = 4;
        std::vector<LocalizedText> places;
        for (const Kink& kink : found_.kinks)
            if (test(kink)) places.push_back(same(number(kink.x)));
        if (places.empty()) return {piece(unknown)};
        if (places.size() > most)
            return {piece(fmt::format("form.many_{}s", name), {{"count", same(fmt::format("{}", places.size()))}}),
                    false};
        return {
            piece(fmt::format("form.{}{}", name, places.size() > 1 ? "s" : ""), {{"places", shortened_list(places)}}),
            false};
    }

    const Study& study_;
    const Properties& found_;
};

} // namespace

LocalizedText summary_text(const Study& study) {
    if (!study.activation.summary.en.empty() || !study.activation.summary.zh.empty()) return study.activation.summary;
    return Describer(study).text();
}

} // namespace actlas::analysis
