#include "analysis/properties_smoothness.hpp"

#include "base/infinity.hpp"
#include "formula/breakpoints.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actlas::analysis {

namespace {

double number(const Tendency& tendency) {
    if (tendency.infinite()) return tendency.direction() * infinity;
    return tendency.finite() ? tendency.best : std::numeric_limits<double>::quiet_NaN();
}

/// By values a little to the left and to the right.
std::vector<Kink> estimated_kinks(const Subject& subject) {
    constexpr double reach = 10;
    constexpr double step = 1e-7;
    constexpr double noticeable = 1e-5;
    std::vector<Kink> found;
    for (const double x : formula::break_points(subject.expr, -reach, reach)) {
        const auto look = [&](const formula::Evaluator& g, int order) {
            const double left = g(x - step);
            const double right = g(x + step);
            if (!(std::fabs(right - left) > noticeable * std::max(1.0, std::fabs(left)))) return false;
            found.push_back({x, order, left, right, Evidence::estimated});
            return true;
        };
        if (!look(subject.f, 0)) look(subject.slope, 1);
    }
    return found;
}

} // namespace

std::vector<Kink> kinks(const Subject& subject) {
    if (!subject.complete) return estimated_kinks(subject);
    std::vector<Kink> found;
    for (const Joint& joint : subject.joints)
        if (joint.order && !joint.gap)
            found.push_back({joint.x, *joint.order, number(joint.left), number(joint.right), joint.evidence});
    return found;
}

Verdict<Smoothness> continuity(const Subject& subject, const std::vector<Kink>& kinks) {
    if (subject.undefined) return {};
    constexpr int endless = std::numeric_limits<int>::max();
    int lowest = endless; ///< of the derivatives that jump
    for (const Kink& kink : kinks)
        lowest = std::min(lowest, kink.order);
    if (!subject.complete) {
        if (lowest == endless) return {};
        return {{.order = lowest - 1}, Evidence::estimated};
    }
    Evidence evidence = Evidence::exact;
    for (const Joint& joint : subject.joints) {
        if (!joint.smooth && !joint.order && joint.equal < lowest - 1) return {};
        if (joint.smooth || joint.order) evidence = weaker(evidence, joint.evidence);
    }
    if (lowest == endless) return {{.order = 0, .infinite = true}, evidence};
    return {{.order = lowest - 1}, evidence};
}

} // namespace actlas::analysis
