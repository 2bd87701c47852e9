#include "analysis/properties_shape.hpp"

#include "analysis/properties_size.hpp"
#include "base/infinity.hpp"

#include <algorithm>
#include <cmath>

namespace actlas::analysis {

namespace {

/// What a function does, part by part.
struct Trends {
    bool up = false;
    bool down = false;
    bool flat = false; ///< constant on an interval
    bool open = false; ///< somewhere it is not known
    Evidence evidence = Evidence::exact;

    void take(const SignChart& slope) {
        for (const int sign : slope.signs)
            note(sign, true);
        for (const SignChart::Spot& spot : slope.spots)
            open = open || !spot.zero;
        if (!slope.symbolic) evidence = weaker(evidence, Evidence::proved);
    }

    void join(const Trends& other) {
        up = up || other.up;
        down = down || other.down;
        flat = flat || other.flat;
        open = open || other.open;
        evidence = weaker(evidence, other.evidence);
    }

    /// Of a step from one value to another; a step of 0 is none.
    void note(int sign, bool over_interval) {
        up = up || sign == 1;
        down = down || sign == -1;
        flat = flat || (sign == 0 && over_interval);
        open = open || sign == unknown_sign;
    }
};

int sign_of_step(const Tendency& from, const Tendency& to) {
    if (from.infinite() || to.infinite()) {
        if (from.direction() == to.direction()) return unknown_sign;
        return from.direction() < to.direction() ? 1 : -1;
    }
    return from.finite() && to.finite() ? sign_of(to.value - from.value) : unknown_sign;
}

Tendency constant(double value) {
    return {Tendency::Kind::finite, value, true, false, value};
}

/// What a search for the signs of f' (order 1) or f'' (order 2) on one part tells. Where a derivative of one sign
/// vanishes here and there, f is strictly monotone (convex) all the same: a formula without branches is constant on no
/// interval, unless everywhere.
Trends searched(const Subject::Part& part, int order) {
    const Stretch& stretch = part.stretch;
    Trends result{.open = true, .evidence = Evidence::proved};
    const Box range(std::max(stretch.low(), -farthest), std::min(stretch.high(), farthest));
    if (range.empty() || !stretch.has(order)) return result;
    const auto at = [&stretch](int k) { return [&stretch, k](const Box& box) { return stretch.value(k, box); }; };
    interval::Piece piece{.range = range, .value = at(order)};
    if (stretch.has(order + 1)) piece.slope = at(order + 1);
    const std::size_t evaluations = evaluations_for(stretch.derivative(order), 300);
    const interval::SignResult found = interval::sign_on({&piece, 1}, {.evaluations = evaluations});
    result.up = found.positive_at.has_value();
    result.down = found.negative_at.has_value();
    using enum interval::SignOnRange;
    const bool above = found.sign == positive || found.sign == nonnegative;
    const bool below = found.sign == negative || found.sign == nonpositive;
    if (result.up == result.down || !(above || below)) return result;
    // Beyond single precision.
    for (const Box& far : {Box(-infinity, -farthest), Box(farthest, infinity)}) {
        if (far.low() < stretch.low() || far.high() > stretch.high()) continue;
        const Box values = stretch.value(order, far);
        if (above ? !values.nonnegative() : !values.nonpositive()) return result;
    }
    result.open = false;
    return result;
}

/// The signs of f' (order 1) or f'' (order 2) on one part.
Trends trends_of(const Subject::Part& part, int order) {
    Trends result;
    result.take(order == 1 ? part.slope : part.bend);
    return result.open && !(result.up && result.down) ? searched(part, order) : result;
}

} // namespace

Verdict<Monotonicity> monotonicity(const Subject& subject) {
    if (!subject.complete) return {};
    Trends trends;
    for (std::size_t i = 0; i < subject.parts.size(); ++i) {
        trends.join(trends_of(subject.parts[i], 1));
        if (i == subject.joints.size()) break;
        const Joint& joint = subject.joints[i];
        if (joint.evidence == Evidence::estimated) trends.evidence = weaker(trends.evidence, joint.evidence);
        if (joint.smooth || joint.continuous()) continue;
        if (!joint.jumps()) {
            trends.open = true;
        } else if (std::isnan(joint.value)) {
            trends.note(sign_of_step(joint.left, joint.right), false);
        } else {
            trends.note(sign_of_step(joint.left, constant(joint.value)), false);
            trends.note(sign_of_step(constant(joint.value), joint.right), false);
        }
    }
    if (trends.up && trends.down) return {Monotonicity::none, Evidence::proved};
    if (trends.open) return {};
    if (trends.up)
        return {trends.flat ? Monotonicity::nondecreasing : Monotonicity::strictly_increasing, trends.evidence};
    if (trends.down)
        return {trends.flat ? Monotonicity::nonincreasing : Monotonicity::strictly_decreasing, trends.evidence};
    return {Monotonicity::constant, trends.evidence};
}

Verdict<Convexity> convexity(const Subject& subject) {
    if (!subject.complete || subject.undefined) return {};
    Trends bends;
    for (const Subject::Part& part : subject.parts)
        bends.join(trends_of(part, 2));
    for (const Joint& joint : subject.joints) {
        if (joint.jumps()) return {Convexity::neither, Evidence::exact};
        if (joint.evidence == Evidence::estimated) bends.evidence = weaker(bends.evidence, joint.evidence);
        if (joint.smooth || joint.equal >= 1) continue;
        if (joint.order == 1)
            bends.note(sign_of_step(joint.left, joint.right), false);
        else
            bends.open = true;
    }
    if (bends.up && bends.down) return {Convexity::neither, Evidence::proved};
    if (bends.open) return {};
    if (bends.up) return {Convexity::convex, bends.evidence};
    if (bends.down) return {Convexity::concave, bends.evidence};
    return {Convexity::affine, Evidence::exact};
}

} // namespace actlas::analysis
