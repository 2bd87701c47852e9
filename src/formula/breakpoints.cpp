#include "formula/breakpoints.hpp"

#include "formula/evaluator.hpp"
#include "formula/primitive.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>
#include <unordered_set>

namespace actlas::formula {

namespace {

constexpr int samples = 4096;
constexpr int most_steps = 10'000;

/// slope * x + intercept.
struct Affine {
    double slope = 0;
    double intercept = 0;
};

struct Point {
    double x = 0;
    bool exact = false;
};

/// Where a value falls; sampling looks for changes of it.
enum class Side { negative, zero, positive, undefined };

Side side_of(double value) {
    if (std::isnan(value)) return Side::undefined;
    if (value == 0) return Side::zero;
    return value < 0 ? Side::negative : Side::positive;
}

bool is_call(const Expr& expr, std::initializer_list<std::string_view> names) {
    return expr.kind() == Kind::call &&
           std::find(names.begin(), names.end(), expr.node().primitive->name) != names.end();
}

/// A call that vanishes where its argument does, or, for relu, begins to.
bool keeps_zeros(const Expr& expr) {
    return expr.kind() == Kind::call && (expr.node().primitive->keeps_sign || is_call(expr, {"abs", "relu", "sqrt"}));
}

Expr difference(const Expr& a, const Expr& b) {
    return Expr::add({a, Expr::negate(b)});
}

std::optional<Affine> affine(const Expr& expr);

std::optional<Affine> affine_sum(const Expr& expr) {
    Affine sum;
    for (const Expr& term : expr.operands()) {
        const auto part = affine(term);
        if (!part) return std::nullopt;
        sum.slope += part->slope;
        sum.intercept += part->intercept;
    }
    return sum;
}

std::optional<Affine> affine_product(const Expr& expr) {
    Affine product{0, 1};
    for (const Expr& factor : expr.operands()) {
        const auto part = affine(factor);
        if (!part || (part->slope != 0 && product.slope != 0)) return std::nullopt;
        product.slope = product.slope * part->intercept + part->slope * product.intercept;
        product.intercept *= part->intercept;
    }
    return product;
}

/// The formula as slope * x + intercept, where it is written so.
std::optional<Affine> affine(const Expr& expr) {
    if (!depends_on_variable(expr)) return Affine{0, Evaluator(expr)(0)};
    switch (expr.kind()) {
    case Kind::variable:
        return Affine{1, 0};
    case Kind::add:
        return affine_sum(expr);
    case Kind::multiply:
        return affine_product(expr);
    case Kind::negate:
        if (const auto inner = affine(expr.operand(0))) return Affine{-inner->slope, -inner->intercept};
        return std::nullopt;
    case Kind::divide: {
        const auto top = affine(expr.operand(0));
        const auto bottom = affine(expr.operand(1));
        if (!top || !bottom || bottom->slope != 0) return std::nullopt;
        return Affine{top->slope / bottom->intercept, top->intercept / bottom->intercept};
    }
    default:
        return std::nullopt;
    }
}

/// Collects the points at which one formula after the other vanishes.
class Search {
public:
    Search(double low, double high) : low_(low), high_(high) {}

    /// The zeros of a formula, taken apart as far as that is exact.
    void zeros(const Expr& expr) {
        if (const auto line = affine(expr)) {
            if (line->slope != 0) add({-line->intercept / line->slope, true});
        } else if (expr.kind() == Kind::negate || keeps_zeros(expr)) {
            zeros(expr.operand(0));
        } else if (expr.kind() == Kind::multiply) {
            for (const Expr& factor : expr.operands())
                zeros(factor);
        } else if (expr.kind() == Kind::divide) {
            zeros(expr.operand(0));
        } else if (expr.kind() == Kind::power && !depends_on_variable(expr.operand(1))) {
            zeros(expr.operand(0));
        } else {
            sample(expr, [](double value) { return side_of(value); });
        }
    }

    /// The points at which floor(expr) jumps.
    void steps(const Expr& expr) {
        if (const auto line = affine(expr); line && line->slope != 0) {
            const double first = std::ceil(std::min(line->slope * low_, line->slope * high_) + line->intercept);
            const double last = std::floor(std::max(line->slope * low_, line->slope * high_) + line->intercept);
            if (!(last - first < most_steps)) return;
            for (double whole = first; whole <= last; ++whole)
                add({(whole - line->intercept) / line->slope, true});
        } else if (!line) {
            sample(expr, [](double value) { return std::floor(value); });
        }
    }

    std::vector<double> points() const {
        std::vector<Point> sorted = points_;
        std::stable_sort(sorted.begin(), sorted.end(), [](const Point& a, const Point& b) { return a.x < b.x; });
        std::vector<Point> distinct;
        for (const Point& point : sorted) {
            if (!distinct.empty() && same(distinct.back().x, point.x)) {
                if (point.exact && !distinct.back().exact) distinct.back() = point;
            } else {
                distinct.push_back(point);
            }
        }
        std::vector<double> result;
        for (const Point& point : distinct)
            result.push_back(point.x);
        return result;
    }

private:
    /// Formulas that are equal on paper may be solved a few ulp apart.
    static bool same(double a, double b) {
        return std::fabs(a - b) <= 4 * std::numeric_limits<double>::epsilon() * std::max(std::fabs(a), std::fabs(b));
    }

    void add(Point point) {
        if (point.x >= low_ && point.x <= high_) points_.push_back({point.x + 0.0, point.exact}); // no -0
    }

    /// Half of the samples evenly spaced, half evenly in asinh(x), for what happens near 0 in a wide interval.
    std::vector<double> sample_points() const {
        std::vector<double> x{low_, high_};
        const double from = std::asinh(low_);
        const double to = std::asinh(high_);
        for (int i = 1; i < samples; ++i) {
            const double t = static_cast<double>(i) / samples;
            x.push_back(low_ * (1 - t) + high_ * t);
            x.push_back(std::clamp(std::sinh(from * (1 - t) + to * t), low_, high_));
        }
        std::sort(x.begin(), x.end());
        return x;
    }

    template<class Classify>
    void sample(const Expr& expr, Classify classify) {
        const std::vector<double> x = sample_points();
        std::vector<double> value(x.size());
        const Evaluator f(expr);
        f(x, value);
        int found = 0;
        for (std::size_t i = 1; i < x.size(); ++i) {
            if (std::isnan(value[i - 1]) || std::isnan(value[i])) continue;
            double from = x[i - 1];
            for (double value_at = value[i - 1]; !std::isnan(value_at) && classify(value_at) != classify(value[i]);
                 value_at = f(from)) {
                from = bisect(f, from, x[i], classify);
                if (++found > most_steps) return;
            }
        }
    }

    /// Narrows [a, b], where the class changes, down to neighbouring doubles, adds the one at which f is nearer to a
    /// whole number (its zero or step), and returns the right one.
    template<class Classify>
    double bisect(const Evaluator& f, double a, double b, Classify classify) {
        const auto left = classify(f(a));
        while (true) {
            const double middle = a + (b - a) / 2;
            if (middle <= a || middle >= b) break;
            (classify(f(middle)) == left ? a : b) = middle;
        }
        if (std::isnan(f(b))) return b;
        const double distance_a = std::fabs(f(a) - std::round(f(a)));
        const double distance_b = std::fabs(f(b) - std::round(f(b)));
        add({distance_a < distance_b ? a : b, distance_a == 0 || distance_b == 0});
        return b;
    }

    double low_;
    double high_;
    std::vector<Point> points_;
};

/// The conditions of an if() and of those nested directly in its branches.
void conditions(const Expr& expr, Search& search) {
    if (expr.kind() != Kind::choice) return;
    search.zeros(difference(expr.operand(0), expr.operand(1)));
    conditions(expr.operand(2), search);
    conditions(expr.operand(3), search);
}

void at_call(const Expr& expr, Search& search) {
    if (const auto pieces = expr.node().primitive->pieces) conditions(pieces(expr.operands()), search);
    if (is_call(expr, {"abs", "sign", "step", "sqrt"})) search.zeros(expr.operand(0));
    if (is_call(expr, {"sqrt1pm1"})) search.zeros(Expr::add({Expr::number(1), expr.operand(0)}));
    if (is_call(expr, {"floor"})) search.steps(expr.operand(0));
}

void at_power(const Expr& expr, Search& search) {
    const auto exponent = affine(expr.operand(1));
    const bool whole = exponent && exponent->slope == 0 && exponent->intercept == std::floor(exponent->intercept);
    if (!whole) search.zeros(expr.operand(0));
}

void collect(const Expr& expr, Search& search, std::unordered_set<const Expr::Node*>& seen) {
    if (!seen.insert(expr.identity()).second) return;
    for (const Expr& operand : expr.operands())
        collect(operand, search, seen);
    if (!depends_on_variable(expr)) return;
    if (expr.kind() == Kind::choice) search.zeros(difference(expr.operand(0), expr.operand(1)));
    if (expr.kind() == Kind::call) at_call(expr, search);
    if (expr.kind() == Kind::power) at_power(expr, search);
}

} // namespace

std::vector<double> break_points(const Expr& expr, double low, double high) {
    Search search(low, high);
    std::unordered_set<const Expr::Node*> seen;
    collect(expr, search, seen);
    return search.points();
}

} // namespace actlas::formula
