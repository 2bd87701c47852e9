// Sign charts from the form of a formula and, where that does not tell, from branch and bound.

#include "analysis/properties_chart.hpp"
#include "analysis/properties_growth.hpp"
#include "analysis/properties_size.hpp"
#include "base/infinity.hpp"
#include "formula/derivative.hpp"
#include "formula/enclosure.hpp"
#include "formula/evaluator.hpp"
#include "formula/known_sign.hpp"
#include "formula/primitive.hpp"
#include "interval/rounding.hpp"

#include <algorithm>
#include <cmath>

namespace actlas::analysis {

namespace {

using formula::Expr;
using formula::Kind;
using Spot = SignChart::Spot;

constexpr std::size_t longest_slope = 3000; ///< nodes; without a slope no zero is proved, but signs are

/// The zeros of a formula by branch and bound: all there are near 0; far out, a few.
struct Search {
    Search(const Expr& e, const formula::EnclosureEvaluator& v, const interval::Enclosure& s)
        : expr(e), value(v), slope(s) {}

    const Expr& expr;
    const formula::EnclosureEvaluator& value;
    const interval::Enclosure& slope;
    std::vector<Spot> spots = {};
    bool endless = false;

    /// False if the formula is 0 everywhere.
    bool run(const Box& range, std::size_t evaluations) {
        constexpr double near = 16;
        constexpr std::size_t most_far = 8;
        const Box inside = interval::intersection(range, Box(-near, near));
        const Box left = interval::intersection(range, Box(-farthest, -near));
        const Box right = interval::intersection(range, Box(near, farthest));
        return part(inside, {.evaluations = evaluations}, false) &&
               part(left, {.evaluations = evaluations / 3, .roots = most_far}, true) &&
               part(right, {.evaluations = evaluations / 3, .roots = most_far}, true);
    }

private:
    bool part(const Box& range, const interval::Effort& effort, bool far) {
        if (range.empty() || range.point()) return true;
        const interval::Piece piece{.range = range, .value = value, .slope = slope};
        const interval::Roots roots = interval::roots({&piece, 1}, effort);
        // A formula without branches that vanishes on an interval vanishes everywhere.
        if (!roots.zero.empty()) return false;
        const bool given_up = roots.evaluations >= effort.evaluations || roots.single.size() >= effort.roots;
        const bool many = given_up && roots.single.size() > 1 && !roots.undecided.empty();
        endless = endless || many;
        if (many && far) {
            spots.push_back({range, false});
            return true;
        }
        for (const interval::Root& root : roots.single)
            spots.push_back({root.box, true});
        for (const interval::Root& root : roots.undecided)
            if (sign_by_growth(expr, root.box) == unknown_sign)
                spots.push_back({root.box, root.exists && root.connected});
        return true;
    }
};

class Charter {
public:
    Charter(double low, double high, const ChartEffort& effort) : low_(low), high_(high), effort_(effort) {}

    SignChart chart(const Expr& expr) const {
        if (formula::known_sign(expr) == formula::Sign::positive) return whole(1);
        switch (expr.kind()) {
        case Kind::number:
            return std::isnan(expr.node().value) ? whole(unknown_sign)
                                                 : whole((expr.node().value > 0) - (expr.node().value < 0));
        case Kind::variable:
            return of_variable();
        case Kind::negate:
            return opposite(chart(expr.operand(0)));
        case Kind::multiply:
            return of_product(expr);
        case Kind::divide:
            return product(chart(expr.operand(0)), poles(chart(expr.operand(1))));
        case Kind::power:
            return of_power(expr);
        case Kind::call:
            if (expr.node().primitive->keeps_sign) return chart(expr.operand(0));
            return search(expr);
        default:
            return search(expr);
        }
    }

private:
    SignChart whole(int sign) const { return constant_chart(low_, high_, sign); }

    SignChart of_variable() const {
        if (low_ >= 0 || high_ <= 0) return whole(low_ >= 0 ? 1 : -1);
        return {.low = low_, .high = high_, .spots = {{.place = 0, .zero = true}}, .signs = {-1, 1}, .symbolic = true};
    }

    SignChart of_product(const Expr& expr) const {
        SignChart result = whole(1);
        for (const Expr& factor : expr.operands())
            result = product(result, chart(factor));
        return result;
    }

    /// Where a divisor vanishes the quotient is not defined.
    static SignChart poles(SignChart divisor) {
        for (Spot& spot : divisor.spots)
            spot.zero = false;
        for (int& sign : divisor.signs)
            sign = sign == 0 ? unknown_sign : sign;
        return divisor;
    }

    SignChart of_power(const Expr& expr) const {
        if (formula::depends_on_variable(expr.operand(1))) {
            const SignChart base = chart(expr.operand(0));
            return base.spots.empty() && base.signs[0] == 1 ? base : search(expr);
        }
        const double exponent = formula::Evaluator(expr.operand(1))(0);
        if (exponent == 0 || std::isnan(exponent)) return search(expr);
        const bool is_whole = exponent == std::floor(exponent);
        const bool odd = is_whole && std::fmod(exponent, 2) != 0;
        SignChart base = chart(expr.operand(0));
        for (int& sign : base.signs) {
            if (sign == -1 && !odd) sign = is_whole ? 1 : unknown_sign;
        }
        return exponent < 0 ? poles(std::move(base)) : base;
    }

    SignChart search(const Expr& expr) const {
        if (effort_.evaluations == 0) return whole(unknown_sign);
        const Box range(std::max(low_, -farthest), std::min(high_, farthest));
        if (range.empty() || range.point()) return whole(unknown_sign);
        const formula::EnclosureEvaluator value(expr);
        interval::Enclosure slope;
        if (derivative_size(expr) <= longest_slope) slope = formula::EnclosureEvaluator(formula::derivative(expr));
        SignChart result{.low = low_, .high = high_, .spots = {}, .signs = {}};
        Search found(expr, value, slope);
        if (!found.run(range, effort_.evaluations)) return whole(0);
        result.endless = found.endless;
        for (const Spot& spot : found.spots)
            add(result, spot);
        if (std::isinf(low_) && beyond(expr, value, -1) == unknown_sign) add(result, {{-infinity, -farthest}, false});
        if (std::isinf(high_) && beyond(expr, value, 1) == unknown_sign) add(result, {{farthest, infinity}, false});
        join(result.spots);
        for (std::size_t gap = 0; gap <= result.spots.size(); ++gap)
            result.signs.push_back(sampled(expr, value, result.left_of_gap(gap), result.right_of_gap(gap)));
        return result;
    }

    /// Zeros at the ends of the open stretch do not belong to it.
    void add(SignChart& chart, const Spot& spot) const {
        const Box& place = spot.place;
        if (place.point() && (place.low() == low_ || place.low() == high_)) return;
        chart.spots.push_back({{place.low(), place.high()}, spot.zero && place.low() > low_ && place.high() < high_});
    }

    /// Of all x beyond single precision on one side.
    static int beyond(const Expr& expr, const formula::EnclosureEvaluator& value, int side) {
        const Box box = side > 0 ? Box(farthest, infinity) : Box(-infinity, -farthest);
        const Box values = value(box);
        if (values.defined() && sign_of(values) != unknown_sign) return sign_of(values);
        if (const int sign = sign_by_growth(expr, box); sign != unknown_sign) return sign;
        const formula::Limit limit = bounded_limit(expr, side);
        switch (limit.kind) {
        case formula::Limit::Kind::plus_infinity:
            return 1;
        case formula::Limit::Kind::minus_infinity:
            return -1;
        case formula::Limit::Kind::finite:
            if (limit.value.positive() || limit.value.negative()) return sign_of(limit.value);
            return limit.exact && limit.side != 0 ? limit.side : unknown_sign;
        default:
            return unknown_sign;
        }
    }

    static void join(std::vector<Spot>& spots) {
        std::sort(spots.begin(), spots.end(),
                  [](const Spot& a, const Spot& b) { return a.place.low() < b.place.low(); });
        std::vector<Spot> joined;
        for (const Spot& spot : spots) {
            if (!joined.empty() && spot.place.low() <= joined.back().place.high())
                joined.back() = {interval::hull(joined.back().place, spot.place), false};
            else
                joined.push_back(spot);
        }
        spots = std::move(joined);
    }

    /// The one sign of a formula on a stretch without zeros.
    static int sampled(const Expr& expr, const formula::EnclosureEvaluator& value, double low, double high) {
        if (low > -infinity && !(interval::rounding::up(low) < high)) return unknown_sign;
        const double middle = between(low, high);
        const double left = between(low, middle);
        const double right = between(middle, high);
        for (const double x : {middle, left, right, between(low, left), between(right, high)}) {
            const Box at = value(x);
            if (at.defined() && (at.positive() || at.negative())) return sign_of(at);
        }
        for (const double x : {middle, left, right}) {
            if (const int sign = sign_by_growth(expr, x); sign != unknown_sign) return sign;
        }
        return unknown_sign;
    }

    double low_;
    double high_;
    ChartEffort effort_;
};

} // namespace

SignChart sign_chart(const Expr& expr, double low, double high, const ChartEffort& effort) {
    return Charter(low, high, effort).chart(expr);
}

} // namespace actlas::analysis
