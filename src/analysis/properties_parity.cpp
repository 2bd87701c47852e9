#include "analysis/properties_shape.hpp"
#include "formula/build.hpp"
#include "formula/identity.hpp"
#include "formula/simplify.hpp"

#include <algorithm>
#include <cmath>

namespace actlas::analysis {

namespace {

using formula::Expr;
using namespace formula::build;

Expr mirrored(const Expr& expr) {
    return formula::substitute_variable(expr, -Expr::variable());
}

/// Whether b is the mirror image of a (times the sign): their sum or difference vanishes.
bool mirrors(const Expr& a, const Expr& b, int sign) {
    if (formula::simplify(sign > 0 ? a - mirrored(b) : a + mirrored(b)).is_number(0)) return true;
    return formula::identical(a, sign > 0 ? mirrored(b) : -mirrored(b));
}

bool same_place(const std::optional<formula::BreakPoint>& a, const std::optional<formula::BreakPoint>& b) {
    if (!a || !b) return !a && !b;
    if (a->exact() && b->exact()) return a->x == -b->x;
    if (a->position && b->position) return formula::simplify(*a->position + *b->position).is_number(0);
    // Enclosed zeros of one formula and of its mirror image.
    return !interval::intersection(a->enclosure, -b->enclosure).empty();
}

/// f(-x) = sign * f(x), part by part. Not exact where break points are enclosed only.
bool symmetric(const Subject& subject, int sign) {
    const std::size_t count = subject.parts.size();
    for (std::size_t i = 0; 2 * i < count + 1 && i < count; ++i) {
        const Stretch& left = subject.parts[i].stretch;
        const Stretch& right = subject.parts[count - 1 - i].stretch;
        if (!same_place(left.low_point(), right.high_point()) || !same_place(left.high_point(), right.low_point()))
            return false;
        if (!mirrors(left.derivative(0), right.derivative(0), sign)) return false;
    }
    for (std::size_t i = 0; i < subject.joints.size(); ++i) {
        const double here = subject.joints[i].value;
        const double there = subject.joints[subject.joints.size() - 1 - i].value;
        if (std::isnan(here) != std::isnan(there) || (!std::isnan(here) && here != sign * there)) return false;
    }
    return true;
}

/// Where a symmetry that does not hold is likely to show: at some numbers, and where f, f' or f'' change.
std::vector<double> telling_points(const Subject& subject) {
    constexpr std::size_t most = 40;
    std::vector<double> points{1.0, 0.25, 3.0, 0.7, 1.7, 6.5, 0.03125, 20.0, 300.0};
    for (const Joint& joint : subject.joints)
        for (const double factor : {1.0, 0.999, 1.001})
            points.push_back(joint.x * factor);
    for (const Subject::Part& part : subject.parts)
        for (const SignChart* chart : {&part.value, &part.slope, &part.bend})
            for (const SignChart::Spot& spot : chart->spots)
                if (spot.place.bounded()) points.push_back(spot.place.middle());
    if (points.size() > most) points.resize(most);
    return points;
}

} // namespace

Verdict<Parity> parity(const Subject& subject) {
    bool may_be_odd = true;
    bool may_be_even = true;
    const auto look = [&](const Box& here, const Box& there) {
        may_be_odd = may_be_odd && !interval::intersection(here, -there).empty();
        may_be_even = may_be_even && !interval::intersection(here, there).empty();
    };
    for (const double x : telling_points(subject)) {
        const Box here = subject.enclosure(x);
        const Box there = subject.enclosure(-x);
        if (here.empty() != there.empty()) return {Parity::none, Evidence::proved};
        if (!here.empty()) look(here, there);
        if (!may_be_odd && !may_be_even) return {Parity::none, Evidence::proved};
    }
    for (const Joint& joint : subject.joints)
        if (joint.place.point() && joint.x == 0 && std::isfinite(joint.value)) look(joint.value, joint.value);
    if (!may_be_odd && !may_be_even) return {Parity::none, Evidence::proved};
    const bool places_known =
        std::all_of(subject.joints.begin(), subject.joints.end(), [](const Joint& joint) { return joint.exact; });
    for (const int sign : {-1, 1}) {
        if (!(sign < 0 ? may_be_odd : may_be_even)) continue;
        const Parity found = sign < 0 ? Parity::odd : Parity::even;
        if (subject.complete && symmetric(subject, sign))
            return {found, places_known ? Evidence::exact : Evidence::estimated};
        if (mirrors(subject.expr, subject.expr, sign)) return {found, Evidence::exact};
    }
    return {};
}

} // namespace actlas::analysis
