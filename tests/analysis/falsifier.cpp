#include "falsifier.hpp"

#include "base/infinity.hpp"
#include "formula/exact_value.hpp"
#include "formula/formulas.hpp"
#include "formula/piecewise.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace actlas::analysis::test {

namespace {

using actlas::test::Exact;
using formula::Expr;

bool sure(Evidence evidence) {
    return evidence == Evidence::proved || evidence == Evidence::exact;
}

Exact difference(const Exact& a, const Exact& b) {
    Exact result = a;
    mpfr_sub(result.get(), a.get(), b.get(), MPFR_RNDN);
    return result;
}

int sign(const Exact& value) {
    return mpfr_sgn(value.get());
}

/// A literal of the formula that is a bound, 8/5, is given as the double nearest to it.
double lowered(double bound) {
    return std::nextafter(bound, -infinity);
}
double raised(double bound) {
    return std::nextafter(bound, infinity);
}

struct Sample {
    double x = 0;
    Exact value;
    long double scale = 0; ///< the largest magnitude met on the way to the value
};

/// Where rounding in MPFR's 256 bits may begin to matter.
long double noise(const Sample& a) {
    return 1e-60L * (1 + a.scale);
}

class Falsifier {
public:
    Falsifier(const Expr& expr, const Properties& properties)
        : expr_(expr), pieces_(formula::piecewise(expr)), p_(properties) {
        collect();
        for (const Kink& kink : p_.kinks)
            if (kink.order == 0) jumps_.push_back(kink.x);
    }

    std::vector<std::string> run() {
        ranges();
        slopes();
        shape();
        parity();
        solutions("zero", p_.zeros, false);
        solutions("fixed point", p_.fixed_points, true);
        extrema();
        inflections();
        saturation();
        dead_intervals();
        asymptote("left", p_.left, -1);
        asymptote("right", p_.right, 1);
        smoothness();
        return std::move(wrong_);
    }

private:
    template<class... Values>
    void wrong(const std::string& statement, const char* format, const Values&... values) {
        const std::string line = statement + ": " + fmt::format(fmt::runtime(format), values...);
        const auto same = [&](const std::string& other) { return other.starts_with(statement + ":"); };
        if (std::none_of(wrong_.begin(), wrong_.end(), same)) wrong_.push_back(line);
    }

    // --- Samples

    void collect() {
        std::vector<double> points;
        const auto add = [&](double x) {
            if (std::isfinite(x)) points.push_back(x);
        };
        for (double x = -12; x <= 12; x += 0.3125)
            add(x);
        for (int power = -60; power <= 120; power += 5) {
            add(std::ldexp(1.0, power));
            add(-std::ldexp(1.0, power));
        }
        const auto beside = [&](double x) {
            add(x);
            for (const double step : {1e-9, 1e-5, 1e-2}) {
                add(x - step * std::max(1.0, std::fabs(x)));
                add(x + step * std::max(1.0, std::fabs(x)));
            }
        };
        for (const Kink& kink : p_.kinks)
            beside(kink.x);
        for (const Solutions* solutions : {&p_.zeros, &p_.fixed_points})
            for (const double x : solutions->points)
                beside(x);
        for (const auto* list : {&p_.extrema, &p_.slope_extrema})
            for (const Extremum& extremum : *list)
                beside(extremum.x);
        for (const Place& place : p_.inflections)
            beside(place.x);
        for (const Saturation& saturation : p_.saturation) {
            beside(saturation.left);
            beside(saturation.right);
        }
        if (p_.undefined) {
            beside(p_.undefined->low);
            beside(p_.undefined->high);
        }
        std::sort(points.begin(), points.end());
        points.erase(std::unique(points.begin(), points.end()), points.end());
        for (const double x : points) {
            if (auto sample = at(x)) samples_.push_back(std::move(*sample));
        }
    }

    /// Nothing where f has no value, or the numbers on the way are so large that MPFR would take long.
    std::optional<Sample> at(double x) {
        const formula::test::Measured rough = formula::test::measure(expr_, static_cast<long double>(x));
        const bool moderate = rough.scale < 1e40L;
        if (!moderate && !(std::fabs(x) < 4)) return std::nullopt;
        if (!moderate && !std::isnan(rough.value)) return std::nullopt;
        const auto [value, reliable] = formula::test::exact_value(expr_, x);
        if (!reliable) return std::nullopt;
        if (!value.defined()) {
            const bool told = p_.undefined && p_.undefined->low <= x && x <= p_.undefined->high;
            if (!told && p_.continuity.evidence != Evidence::undecided && !piece_defined(x))
                wrong("undefined", "f has no value at {}", x);
            return std::nullopt;
        }
        if (!moderate || mpfr_inf_p(value.get())) return std::nullopt;
        return Sample{x, value, rough.scale};
    }

    /// What the simplifier cancels counts as cancelled: x/x is 1 at 0 too.
    bool piece_defined(double x) const {
        for (const formula::SmoothPiece& piece : pieces_.pieces)
            if (piece.low <= x && x <= piece.high && formula::test::exact_value(piece.expr, x).value.defined())
                return true;
        return false;
    }

    bool jump_in(double low, double high) const {
        return std::any_of(jumps_.begin(), jumps_.end(), [&](double x) { return low <= x && x <= high; }) ||
               hole_in(low, high);
    }

    bool hole_in(double low, double high) const {
        return p_.undefined && p_.undefined->low <= high && low <= p_.undefined->high;
    }

    // --- Statements

    void bound(const std::string& name, const Bound& bound) {
        if (!sure(bound.evidence)) return;
        if (!(bound.low <= bound.high)) wrong(name, "enclosure [{}, {}]", bound.low, bound.high);
        if (!(bound.low <= bound.value && bound.value <= bound.high))
            wrong(name, "value {} outside [{}, {}]", bound.value, bound.low, bound.high);
        if (bound.attained.value_or(false) && std::isinf(bound.value)) wrong(name, "an infinite value is attained");
    }

    void ranges() {
        bound("infimum", p_.infimum);
        bound("supremum", p_.supremum);
        for (const Sample& s : samples_) {
            if (sure(p_.infimum.evidence) &&
                difference(s.value, Exact(lowered(p_.infimum.low), 256)) < Exact(-double(noise(s))))
                wrong("infimum", "{} but f({}) = {}", p_.infimum.low, s.x, s.value.nearest());
            if (sure(p_.supremum.evidence) &&
                Exact(double(noise(s))) < difference(s.value, Exact(raised(p_.supremum.high), 256)))
                wrong("supremum", "{} but f({}) = {}", p_.supremum.high, s.x, s.value.nearest());
            for (const Bound* b : {&p_.infimum, &p_.supremum}) {
                if (b->evidence == Evidence::exact && b->attained == false && std::isfinite(b->value) &&
                    sign(difference(s.value, Exact(b->value, 256))) == 0 && surely_equal(s.x, b->value))
                    wrong(b == &p_.infimum ? "infimum not attained" : "supremum not attained", "f({}) = {}", s.x,
                          b->value);
            }
        }
        for (const Bound* b : {&p_.infimum, &p_.supremum}) {
            if (!sure(b->evidence) || !b->attained.value_or(false)) continue;
            for (const double x : b->at) {
                if (jump_in(x, x)) continue; // the double may lie on the other side
                const auto s = at(x);
                const double room = 1e-7 * std::max(1.0, std::fabs(b->value));
                if (s && std::fabs(s->value.nearest() - b->value) > room)
                    wrong(b == &p_.infimum ? "infimum attained" : "supremum attained", "{} at {} but f = {}", b->value,
                          x, s->value.nearest());
            }
        }
    }

    /// Also with many more digits, so that it is no matter of rounding (1 + exp(-1000) is not 1).
    bool surely_equal(double x, double value) const {
        if (!(formula::test::measure(expr_, static_cast<long double>(x)).scale < 30)) return false;
        const auto [many, reliable] = formula::test::exact_value(expr_, x, 4096);
        return reliable && many.defined() && sign(difference(many, Exact(value, 4096))) == 0 && std::fabs(x) < 7;
    }

    /// Every difference quotient of a stretch without jumps is a value between those of the slope.
    void slopes() {
        bound("slope infimum", p_.slope_infimum);
        bound("slope supremum", p_.slope_supremum);
        bound("lipschitz", p_.lipschitz);
        for (std::size_t i = 0; i + 1 < samples_.size(); ++i) {
            const Sample& a = samples_[i];
            const Sample& b = samples_[i + 1];
            if (hole_in(a.x, b.x)) continue;
            const Exact rise = difference(b.value, a.value);
            const auto above = [&](double slope) { // rise - slope*(b - a), 0 where rounding may decide
                Exact run = difference(Exact(b.x, 2200), Exact(a.x, 2200));
                mpfr_mul_d(run.get(), run.get(), slope, MPFR_RNDN);
                const Exact rest = difference(Exact(run), rise);
                const double room = static_cast<double>(noise(a) + noise(b));
                return mpfr_cmp_d(rest.get(), room) > 0 ? -1 : mpfr_cmp_d(rest.get(), -room) < 0 ? 1 : 0;
            };
            if (sure(p_.lipschitz.evidence) && std::isfinite(p_.lipschitz.high) &&
                (above(raised(p_.lipschitz.high)) > 0 || above(-raised(p_.lipschitz.high)) < 0))
                wrong("lipschitz", "{} but f({}) and f({}) are farther apart", p_.lipschitz.high, a.x, b.x);
            if (jump_in(a.x, b.x)) continue;
            if (sure(p_.slope_infimum.evidence) && std::isfinite(p_.slope_infimum.low) &&
                above(lowered(p_.slope_infimum.low)) < 0)
                wrong("slope infimum", "{} but f rises less between {} and {}", p_.slope_infimum.low, a.x, b.x);
            if (sure(p_.slope_supremum.evidence) && std::isfinite(p_.slope_supremum.high) &&
                above(raised(p_.slope_supremum.high)) > 0)
                wrong("slope supremum", "{} but f rises more between {} and {}", p_.slope_supremum.high, a.x, b.x);
        }
    }

    void shape() {
        const auto m = p_.monotonicity;
        if (sure(m.evidence)) {
            for (std::size_t i = 0; i + 1 < samples_.size(); ++i) {
                const Sample& a = samples_[i];
                const Sample& b = samples_[i + 1];
                const Exact rise = difference(b.value, a.value);
                const double room = static_cast<double>(noise(a) + noise(b));
                const int way = mpfr_cmp_d(rise.get(), room) > 0 ? 1 : mpfr_cmp_d(rise.get(), -room) < 0 ? -1 : 0;
                using enum Monotonicity;
                const bool up = m.value == strictly_increasing || m.value == nondecreasing;
                const bool down = m.value == strictly_decreasing || m.value == nonincreasing;
                const bool strict = m.value == strictly_increasing || m.value == strictly_decreasing;
                const bool flat = strict && std::fabs(a.x) < 7 && std::fabs(b.x) < 7 && b.x - a.x > 1e-3 &&
                                  sign(rise) == 0 && surely_flat(a.x, b.x);
                if ((up && way < 0) || (down && way > 0) || (m.value == constant && way != 0) || flat)
                    wrong("monotonicity", "{} but not between {} and {}", word(m.value), a.x, b.x);
            }
        }
        const auto c = p_.convexity;
        if (!sure(c.evidence) || c.value == Convexity::neither) return;
        for (std::size_t i = 0; i + 2 < samples_.size(); ++i) {
            const Sample& a = samples_[i];
            const Sample& b = samples_[i + 1];
            const Sample& d = samples_[i + 2];
            // (b - a)(f(d) - f(b)) - (d - b)(f(b) - f(a)) >= 0 where convex.
            Exact left = difference(d.value, b.value);
            Exact right = difference(b.value, a.value);
            const Exact first = difference(Exact(b.x, 2200), Exact(a.x, 2200));
            const Exact second = difference(Exact(d.x, 2200), Exact(b.x, 2200));
            mpfr_mul(left.get(), left.get(), first.get(), MPFR_RNDN);
            mpfr_mul(right.get(), right.get(), second.get(), MPFR_RNDN);
            const Exact bend = difference(left, right);
            const double room = static_cast<double>(noise(a) + noise(b) + noise(d)) * (1 + d.x - a.x);
            const int way = mpfr_cmp_d(bend.get(), room) > 0 ? 1 : mpfr_cmp_d(bend.get(), -room) < 0 ? -1 : 0;
            if ((c.value == Convexity::convex && way < 0) || (c.value == Convexity::concave && way > 0) ||
                (c.value == Convexity::affine && way != 0))
                wrong("convexity", "{} but not at {}, {}, {}", word(c.value), a.x, b.x, d.x);
        }
    }

    bool surely_flat(double a, double b) const {
        // exp(-exp(u)) differs from 0 by less than any precision shows.
        for (const double x : {a, b})
            if (!(formula::test::measure(expr_, static_cast<long double>(x)).scale < 30)) return false;
        const auto left = formula::test::exact_value(expr_, a, 8192);
        const auto right = formula::test::exact_value(expr_, b, 8192);
        return left.sure && right.sure && sign(difference(left.value, right.value)) == 0;
    }

    void parity() {
        if (!sure(p_.parity.evidence) || p_.parity.value == Parity::none) return;
        for (const Sample& s : samples_) {
            if (std::fabs(s.x) > 12) continue;
            const auto mirrored = at(-s.x);
            if (!mirrored) continue;
            Exact other = mirrored->value;
            if (p_.parity.value == Parity::odd) mpfr_neg(other.get(), other.get(), MPFR_RNDN);
            const Exact rest = difference(s.value, other);
            if (mpfr_cmpabs(rest.get(), Exact(static_cast<double>(noise(s) + noise(*mirrored))).get()) > 0)
                wrong("parity", "{} but not at {}", word(p_.parity.value), s.x);
        }
    }

    /// f(x), or f(x) - x.
    static Exact level(const Sample& s, bool fixed) { return fixed ? difference(s.value, Exact(s.x, 256)) : s.value; }

    void solutions(const std::string& name, const Solutions& solutions, bool fixed) {
        if (!sure(solutions.evidence)) return;
        const auto listed = [&](double low, double high) {
            const double room = 1e-9 * std::max(std::fabs(low), std::fabs(high));
            return std::any_of(solutions.points.begin(), solutions.points.end(),
                               [&](double x) { return low - room <= x && x <= high + room; }) ||
                   std::any_of(solutions.intervals.begin(), solutions.intervals.end(),
                               [&](const Interval& i) { return i.low <= high + room && low - room <= i.high; });
        };
        for (std::size_t i = 0; i < samples_.size(); ++i) {
            const Sample& s = samples_[i];
            const Exact here = level(s, fixed);
            if (sign(here) == 0 && std::fabs(s.x) < 7 && !listed(s.x, s.x) && surely_equal(s.x, fixed ? s.x : 0))
                wrong(name, "{} is missing", s.x);
            const bool clear = mpfr_cmpabs(here.get(), Exact(static_cast<double>(noise(s))).get()) > 0;
            if (!clear) continue;
            const bool inside =
                std::any_of(solutions.intervals.begin(), solutions.intervals.end(),
                            [&](const Interval& interval) { return interval.low < s.x && s.x < interval.high; });
            if (inside) wrong(name, "{} is in an interval of them, but is none", s.x);
            if (i + 1 == samples_.size() || jump_in(s.x, samples_[i + 1].x)) continue;
            const Exact next = level(samples_[i + 1], fixed);
            const bool next_clear =
                mpfr_cmpabs(next.get(), Exact(static_cast<double>(noise(samples_[i + 1]))).get()) > 0;
            if (next_clear && sign(here) * sign(next) < 0 && !listed(s.x, samples_[i + 1].x))
                wrong(name, "one is missing between {} and {}", s.x, samples_[i + 1].x);
        }
        for (const double x : solutions.points) {
            const auto s = at(x);
            if (!s) continue;
            // Of one sign on both sides close by, and not 0 itself: no solution.
            const double step = 1e-9 * std::max(std::fabs(x), 1e-6);
            const auto left = at(x - step);
            const auto right = at(x + step);
            if (!left || !right) continue;
            const double here = level(*s, fixed).nearest();
            const bool small = std::fabs(here) <= 1e-12 * static_cast<double>(1 + s->scale);
            const bool crosses = sign(level(*left, fixed)) * sign(level(*right, fixed)) <= 0;
            if (!small && (!crosses || jump_in(x - step, x + step))) wrong(name, "{} is none", x);
        }
    }

    void extrema() {
        for (const Extremum& extremum : p_.extrema) {
            if (!sure(extremum.evidence)) continue;
            // Of a jump at 0.1 the double nearest to it may see the other side.
            if (jump_in(extremum.x, extremum.x) && extremum.x != std::round(extremum.x * 256) / 256) continue;
            const auto here = at(extremum.x);
            if (!here) continue;
            bool good = false;
            for (const double step : {1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7}) {
                const double h = step * std::max(std::fabs(extremum.x), 1e-3);
                const auto left = at(extremum.x - h);
                const auto right = at(extremum.x + h);
                if (!left || !right) continue;
                const int a = sign(difference(left->value, here->value));
                const int b = sign(difference(right->value, here->value));
                good = good || (a == b && a == (extremum.is_minimum ? 1 : -1));
            }
            if (!good) wrong("extremum", "{} is none", extremum.x);
        }
        if (!sure(p_.monotonicity.evidence)) return;
        for (std::size_t i = 0; i + 2 < samples_.size(); ++i) {
            const Sample& a = samples_[i];
            const Sample& b = samples_[i + 1];
            const Sample& c = samples_[i + 2];
            // The list of an oscillating function ends somewhere.
            if (jump_in(a.x, c.x) || p_.extrema.size() >= 8 || std::fabs(a.x) > 12 || std::fabs(c.x) > 12) continue;
            const Exact up = difference(b.value, a.value);
            const Exact down = difference(b.value, c.value);
            const double room = static_cast<double>(noise(a) + noise(b) + noise(c));
            if (mpfr_cmpabs(up.get(), Exact(room).get()) <= 0 || mpfr_cmpabs(down.get(), Exact(room).get()) <= 0)
                continue;
            const bool found = std::any_of(p_.extrema.begin(), p_.extrema.end(),
                                           [&](const Extremum& e) { return a.x <= e.x && e.x <= c.x; });
            const bool flat = std::any_of(p_.dead_intervals.begin(), p_.dead_intervals.end(),
                                          [&](const Interval& e) { return a.x <= e.high && e.low <= c.x; });
            if (sign(up) == sign(down) && !found && !flat)
                missing_.push_back(fmt::format("extremum between {} and {}", a.x, c.x));
        }
        if (!missing_.empty() && complete()) wrong("extrema", "{} not listed", missing_.front());
    }

    /// All zeros of the slope are known: monotonicity and extrema rest on the same chart.
    bool complete() const { return sure(p_.infimum.evidence) && sure(p_.supremum.evidence) && sure(p_.zeros.evidence); }

    /// f'' > 0 on one side and < 0 on the other, by second differences.
    void inflections() {
        for (const Place& place : p_.inflections) {
            if (!sure(place.evidence)) continue;
            bool good = false;
            bool looked = false;
            for (const double step : {1e-1, 1e-2, 1e-3, 1e-4, 1e-5}) {
                const double h = step * std::max(std::fabs(place.x), 1e-3);
                std::vector<Sample> beside;
                for (const double k : {-1.5, -1.0, -0.5, 0.5, 1.0, 1.5}) {
                    if (auto s = at(place.x + k * h)) beside.push_back(std::move(*s));
                }
                if (beside.size() != 6) continue;
                looked = true;
                const auto bend = [&](std::size_t i) {
                    Exact left = difference(beside[i + 2].value, beside[i + 1].value);
                    Exact right = difference(beside[i + 1].value, beside[i].value);
                    const Exact first = difference(Exact(beside[i + 1].x, 2200), Exact(beside[i].x, 2200));
                    const Exact second = difference(Exact(beside[i + 2].x, 2200), Exact(beside[i + 1].x, 2200));
                    mpfr_mul(left.get(), left.get(), first.get(), MPFR_RNDN);
                    mpfr_mul(right.get(), right.get(), second.get(), MPFR_RNDN);
                    return sign(difference(left, right));
                };
                good = good || bend(0) * bend(3) < 0;
            }
            if (looked && !good) wrong("inflection", "{} is none", place.x);
        }
    }

    void saturation() {
        for (const Saturation& saturation : p_.saturation) {
            if (!sure(saturation.evidence)) continue;
            for (std::size_t i = 0; i + 1 < samples_.size(); ++i) {
                const Sample& a = samples_[i];
                const Sample& b = samples_[i + 1];
                const bool on_left = b.x < saturation.left;
                const bool on_right = a.x > saturation.right;
                if (!on_left && !on_right) continue;
                Exact run = difference(Exact(b.x, 2200), Exact(a.x, 2200));
                mpfr_mul_d(run.get(), run.get(), saturation.threshold * (1 + 1e-12), MPFR_RNDN);
                mpfr_add_d(run.get(), run.get(), static_cast<double>(noise(a) + noise(b)), MPFR_RNDU);
                if (mpfr_cmpabs(difference(b.value, a.value).get(), run.get()) > 0)
                    wrong(fmt::format("saturation {}", saturation.threshold), "but not between {} and {}", a.x, b.x);
            }
        }
    }

    void dead_intervals() {
        for (const Interval& dead : p_.dead_intervals) {
            const Sample* first = nullptr;
            for (const Sample& s : samples_) {
                if (!(dead.low < s.x && s.x < dead.high)) continue;
                if (first == nullptr) first = &s;
                const Exact rest = difference(s.value, first->value);
                if (mpfr_cmpabs(rest.get(), Exact(static_cast<double>(noise(s) + noise(*first))).get()) > 0)
                    wrong("dead interval", "f({}) and f({}) differ", first->x, s.x);
            }
        }
        if (!sure(p_.monotonicity.evidence)) return;
        for (std::size_t i = 0; i + 2 < samples_.size(); ++i) {
            const Sample& a = samples_[i];
            const Sample& b = samples_[i + 1];
            const Sample& c = samples_[i + 2];
            if (std::fabs(a.x) > 7 || std::fabs(c.x) > 7 || b.x - a.x < 1e-3 || c.x - b.x < 1e-3) continue;
            if (sign(difference(a.value, b.value)) != 0 || sign(difference(b.value, c.value)) != 0) continue;
            const bool listed = std::any_of(p_.dead_intervals.begin(), p_.dead_intervals.end(),
                                            [&](const Interval& e) { return e.low <= b.x && b.x <= e.high; });
            if (!listed && surely_flat(a.x, b.x) && surely_flat(b.x, c.x) && surely_flat(a.x, (a.x + b.x) / 2))
                wrong("dead intervals", "f is constant between {} and {}", a.x, c.x);
        }
    }

    void asymptote(const std::string& side, const Asymptote& line, int direction) {
        if (!sure(line.evidence) || line.kind == Asymptote::Kind::none) return;
        double last = infinity;
        bool comes_near = false;
        bool looked = false;
        for (const double size : {30.0, 1e3, 1e6, 1e12, 1e24, 1e36}) {
            const double x = direction * size;
            const formula::test::Measured rough = formula::test::measure(expr_, static_cast<long double>(x));
            if (!(rough.scale < 1e100L)) continue;
            const auto [value, reliable] = formula::test::exact_value(expr_, x, 1200);
            if (!reliable || !value.defined()) continue;
            Exact on_line(x, 1200);
            mpfr_mul_d(on_line.get(), on_line.get(), line.slope, MPFR_RNDN);
            mpfr_add_d(on_line.get(), on_line.get(), line.intercept, MPFR_RNDN);
            const double off = std::fabs(difference(value, on_line).nearest());
            // The slope itself is rounded to a double.
            const double room = 0.02 * std::max(1.0, std::fabs(line.intercept)) + 1e-15 * std::fabs(line.slope * x);
            looked = looked || size > 1e9;
            comes_near = off < room;
            last = off;
        }
        if (looked && !comes_near)
            wrong(side + " asymptote", "{} x + {} is missed by {}", line.slope, line.intercept, last);
    }

    /// Bisects where f changes most, towards a jump that no kink tells of.
    void smoothness() {
        if (!sure(p_.continuity.evidence)) return;
        for (std::size_t i = 0; i + 1 < samples_.size(); ++i) {
            if (std::fabs(samples_[i].x) > 13 || jump_in(samples_[i].x, samples_[i + 1].x)) continue;
            double low = samples_[i].x;
            double high = samples_[i + 1].x;
            if (high - low < 1e-3) continue;
            auto f = [&](double x) { return formula::test::measure(expr_, static_cast<long double>(x)).value; };
            long double at_low = f(low);
            long double at_high = f(high);
            const long double whole = std::fabs(at_high - at_low);
            if (!(whole > 1e-2L)) continue;
            while (high - low > 1e-13 * std::max(1.0, std::fabs(low))) {
                const double middle = low + (high - low) / 2;
                if (!(low < middle && middle < high)) break;
                const long double value = f(middle);
                const bool left = std::fabs(value - at_low) > std::fabs(at_high - value);
                (left ? high : low) = middle;
                (left ? at_high : at_low) = value;
            }
            if (std::fabs(at_high - at_low) > 1e-2L * std::max(1.0L, std::fabs(at_low)))
                wrong("continuity", "f jumps near {}", low);
        }
    }

    const Expr& expr_;
    const formula::Piecewise pieces_;
    const Properties& p_;
    std::vector<Sample> samples_;
    std::vector<double> jumps_;
    std::vector<std::string> missing_;
    std::vector<std::string> wrong_;
};

} // namespace

std::vector<std::string> falsified(const Expr& expr, const Properties& properties) {
    return Falsifier(expr, properties).run();
}

} // namespace actlas::analysis::test
