#include "analysis/properties_tails.hpp"

#include "analysis/asymptote_estimate.hpp"
#include "analysis/properties_size.hpp"
#include "formula/breakpoints.hpp"
#include "formula/build.hpp"
#include "formula/derivative.hpp"
#include "formula/simplify.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace actlas::analysis {

namespace {

using formula::Expr;
using namespace formula::build;

/// The line of an asymptote, found by its two limits.
class Line {
public:
    Line(const Stretch& stretch, int side) : stretch_(stretch), side_(side) {}

    std::optional<Asymptote> find() const {
        const Tendency value = at_end(0);
        if (value.finite()) return line(0, value, true);
        const Tendency slope = at_end(1);
        if (slope.infinite()) return none();
        if (slope.finite() && !slope.exact) return tangents(slope);
        if (slope.finite()) return along(slope.value.low());
        if (!stretch_.has(1)) return std::nullopt;
        const Tendency secant = limit(formula::simplify(stretch_.derivative(0) / Expr::variable()));
        if (secant.infinite() || secant.diverges) return none();
        if (secant.exact) return along(secant.value.low());
        return std::nullopt;
    }

private:
    Tendency at_end(int order) const { return side_ > 0 ? stretch_.at_high(order) : stretch_.at_low(order); }

    Tendency limit(const Expr& expr) const {
        return tendency(expr, formula::EnclosureEvaluator(expr), std::nullopt, side_);
    }

    static Asymptote none() { return {Asymptote::Kind::none, 0, 0, Evidence::exact}; }

    static Asymptote line(double slope, const Tendency& intercept, bool exact) {
        const Evidence evidence = exact && intercept.exact ? Evidence::exact : Evidence::proved;
        return {slope == 0 ? Asymptote::Kind::horizontal : Asymptote::Kind::oblique, slope, intercept.best, evidence};
    }

    /// f - m x has a limit, or has none.
    std::optional<Asymptote> along(double slope) const {
        const Expr rest = formula::simplify(stretch_.derivative(0) - num(slope) * Expr::variable());
        const Tendency intercept = limit(rest);
        if (intercept.finite()) return line(slope, intercept, true);
        if (intercept.infinite() || intercept.diverges) return none();
        return std::nullopt;
    }

    /// Where the slope's limit is no double: if the tangents' intercepts f - x f' tend to c, then (f/x)' = -(f - x
    /// f')/x^2 integrates to f = m x + c + o(1).
    std::optional<Asymptote> tangents(const Tendency& slope) const {
        const Tendency intercept =
            limit(formula::simplify(stretch_.derivative(0) - Expr::variable() * stretch_.derivative(1)));
        if (intercept.finite()) return line(slope.best, intercept, false);
        if (intercept.infinite() || intercept.diverges) return none();
        return std::nullopt;
    }

    const Stretch& stretch_;
    int side_;
};

/// One end of a saturation.
struct Reach {
    double x = 0;
    Evidence evidence = Evidence::proved;
};

/// The signs of f' - t and f' + t on one part, made when they are asked for.
struct Levels {
    std::optional<SignChart> below;
    std::optional<SignChart> above;
};

/// Goes inwards from one end of the line until |f'| reaches the threshold.
class Inwards {
public:
    Inwards(const Subject& subject, double threshold, int side, std::vector<Levels>& levels)
        : subject_(subject), threshold_(threshold), side_(side), levels_(levels) {}

    Reach run() const {
        const std::size_t count = subject_.parts.size();
        for (std::size_t k = 0; k < count; ++k) {
            const std::size_t i = side_ > 0 ? count - 1 - k : k;
            const Stretch& stretch = subject_.parts[i].stretch;
            const double outer = side_ > 0 ? stretch.high() : stretch.low();
            if (k == 0 && std::isfinite(outer)) return {std::numeric_limits<double>::quiet_NaN(), Evidence::exact};
            const Reach here = inside(subject_.parts[i], levels_[i]);
            if (here.x == outer)
                return {std::isinf(outer) ? std::numeric_limits<double>::quiet_NaN() : outer, here.evidence};
            const double inner = side_ > 0 ? stretch.low() : stretch.high();
            if (here.x != inner || std::isinf(inner)) return here;
            const bool last = k + 1 == count;
            if (last || !passes(subject_.joints[side_ > 0 ? i - 1 : i])) return {inner, Evidence::exact};
        }
        return {};
    }

private:
    static bool passes(const Joint& joint) { return joint.smooth || joint.continuous(); }

    /// How far in from the outer end of one part: its inner end where all of it is below the threshold, its outer end
    /// where nothing is.
    Reach inside(const Subject::Part& part, Levels& levels) const {
        if (!levels.below) levels.below = level_chart(part.of_slope, threshold_);
        if (!levels.above) levels.above = level_chart(part.of_slope, -threshold_);
        const SignChart& below = *levels.below;
        const SignChart& above = *levels.above;
        const int upper = side_ > 0 ? below.signs.back() : below.signs.front();
        const int lower = side_ > 0 ? above.signs.back() : above.signs.front();
        const double outer = side_ > 0 ? part.stretch.high() : part.stretch.low();
        if (upper == unknown_sign || lower == unknown_sign) return {outer, Evidence::undecided};
        if (upper != -1 || lower != 1) return {outer, Evidence::proved};
        Reach reach{side_ > 0 ? part.stretch.low() : part.stretch.high(), Evidence::proved};
        for (const SignChart* chart : {&below, &above}) {
            if (chart->spots.empty()) continue;
            const SignChart::Spot& spot = side_ > 0 ? chart->spots.back() : chart->spots.front();
            const double x = spot.zero ? spot.place.middle() : side_ > 0 ? spot.place.high() : spot.place.low();
            if (side_ * x <= side_ * reach.x) continue;
            reach = {x, spot.zero ? Evidence::proved : Evidence::estimated};
        }
        return reach;
    }

    const Subject& subject_;
    double threshold_;
    int side_;
    std::vector<Levels>& levels_;
};

/// Of a formula with branches without end that is constant between them (floor(x)): the steps near 0.
std::vector<Interval> flat_steps(const Subject& subject) {
    constexpr double reach = 10;
    std::vector<Interval> found;
    if (derivative_size(subject.expr) > 3000 || !formula::derivative(subject.expr).is_number(0)) return found;
    const std::vector<double> ends = formula::break_points(subject.expr, -reach, reach);
    for (std::size_t i = 0; i + 1 < ends.size(); ++i)
        found.push_back({ends[i], ends[i + 1]});
    return found;
}

} // namespace

Asymptote asymptote(const Subject& subject, int side) {
    if (!subject.complete) return {Asymptote::Kind::none, 0, 0, Evidence::undecided};
    const Stretch& stretch = side > 0 ? subject.parts.back().stretch : subject.parts.front().stretch;
    const double end = side > 0 ? stretch.high() : stretch.low();
    if (std::isfinite(end)) return {Asymptote::Kind::none, 0, 0, Evidence::exact};
    if (const auto line = Line(stretch, side).find()) return *line;
    return estimated_asymptote(subject.f, subject.slope, side);
}

Saturation saturation(const Subject& subject, double threshold) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    if (!subject.complete) return {threshold, nan, nan, Evidence::undecided};
    std::vector<Levels> levels(subject.parts.size());
    const Reach left = Inwards(subject, threshold, -1, levels).run();
    const Reach right = Inwards(subject, threshold, 1, levels).run();
    return {threshold, left.x, right.x, weaker(left.evidence, right.evidence)};
}

std::vector<Interval> dead_intervals(const Subject& subject) {
    std::vector<Interval> found;
    if (!subject.complete) return flat_steps(subject);
    for (const Subject::Part& part : subject.parts)
        if (part.stretch.vanishes(1)) found.push_back({part.stretch.low(), part.stretch.high()});
    return found;
}

} // namespace actlas::analysis
