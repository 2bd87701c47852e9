#include "formula/code_guard.hpp"

#include "formula/build.hpp"
#include "formula/derivative.hpp"
#include "formula/evaluator.hpp"
#include "formula/primitive.hpp"
#include "formula/relation.hpp"
#include "formula/steps.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>
#include <unordered_map>
#include <utility>

namespace actlas::formula {

namespace {

using namespace build;

/// Points of all magnitudes, among them those where branches usually meet.
const std::vector<double>& sample_points() {
    static const std::vector<double> points = [] {
        std::vector<double> all{0, 1e-8, 0.25, 0.5, 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 1e9};
        for (double x = 12; x < 2e4; x *= 1.15)
            all.push_back(x);
        const std::size_t positive = all.size();
        for (std::size_t i = 1; i < positive; ++i)
            all.push_back(-all[i]);
        return all;
    }();
    return points;
}

/// Computes a formula as code in doubles does, step by step, and notes where that goes wrong on the way.
class Probe {
public:
    explicit Probe(std::span<const Binding> bindings) : bindings_(bindings) {}

    double operator()(const Expr& expr, double x) {
        x_ = x;
        trouble_ = false;
        overflowing_.clear();
        known_.clear();
        const double value = evaluate(expr);
        return value;
    }

    /// An intermediate value, or the result, was infinite or undefined, or nearly so.
    bool trouble() const { return trouble_; }

    /// The exponentials whose argument was beyond the bound.
    const std::vector<const Expr::Node*>& overflowing() const { return overflowing_; }

private:
    double evaluate(const Expr& expr) {
        const auto known = known_.find(expr.identity());
        if (known != known_.end()) return known->second;
        const double value = compute(expr);
        if (!std::isfinite(value)) trouble_ = true;
        known_[expr.identity()] = value;
        return value;
    }

    double compute(const Expr& expr) {
        const auto operand = [&](std::size_t i) { return evaluate(expr.operand(i)); };
        const Expr::Node& node = expr.node();
        double value = 0;
        switch (expr.kind()) {
        case Kind::number:
            return node.value;
        case Kind::variable:
            return x_;
        case Kind::parameter: {
            const auto bound =
                std::find_if(bindings_.begin(), bindings_.end(), [&](const Binding& b) { return b.name == node.name; });
            return bound != bindings_.end() ? bound->value : std::nan("");
        }
        case Kind::constant:
            return node.name == "pi" ? std::numbers::pi : std::numbers::e;
        case Kind::add:
            for (const Expr& term : expr.operands())
                value += evaluate(term);
            return value;
        case Kind::multiply:
            value = 1;
            for (const Expr& factor : expr.operands())
                value *= evaluate(factor);
            return value;
        case Kind::divide:
            return operand(0) / operand(1);
        case Kind::power:
            return std::pow(operand(0), operand(1));
        case Kind::negate:
            return -operand(0);
        case Kind::call:
            return call(expr);
        case Kind::choice:
            break;
        }
        return operand(holds(node.relation, operand(0), operand(1)) ? 2 : 3);
    }

    double call(const Expr& expr) {
        const Expr::Node& node = expr.node();
        std::array<double, 4> args{};
        for (std::size_t i = 0; i < node.operands.size(); ++i)
            args[i] = evaluate(node.operands[i]);
        const std::string_view name = node.primitive->name;
        const bool one_sided = name == "exp" || name == "expm1";
        const bool two_sided = name == "sinh" || name == "cosh";
        if ((one_sided && args[0] > overflow_bound) || (two_sided && std::fabs(args[0]) > overflow_bound)) {
            trouble_ = true;
            overflowing_.push_back(expr.identity());
        }
        return node.primitive->value(args.data());
    }

    std::span<const Binding> bindings_;
    double x_ = 0;
    bool trouble_ = false;
    std::vector<const Expr::Node*> overflowing_;
    std::unordered_map<const Expr::Node*, double> known_;
};

bool is_upper(Relation relation) {
    return relation == Relation::less || relation == Relation::less_equal;
}

/// A condition on the way to a branch, and whether the branch is the one where it holds.
struct Condition {
    Expr choice;
    bool holds = true;

    /// The bound it sets to x, if it is one: its place and whether x lies below it.
    struct Bound {
        Expr place;
        bool upper = false;
    };
    std::optional<Bound> bound() const {
        const Expr &lhs = choice.operand(0), &rhs = choice.operand(1);
        const Relation relation = choice.node().relation;
        if (lhs.kind() == Kind::variable && !depends_on_variable(rhs)) return Bound{rhs, is_upper(relation) == holds};
        if (rhs.kind() == Kind::variable && !depends_on_variable(lhs))
            return Bound{lhs, is_upper(mirrored(relation)) == holds};
        return std::nullopt;
    }
};

class Guard {
public:
    Guard(std::span<const Binding> bindings, GuardStyle style) : probe_(bindings), style_(style) {}

    Expr walk(const Expr& expr) {
        if (expr.kind() == Kind::choice &&
            (depends_on_variable(expr.operand(0)) || depends_on_variable(expr.operand(1))))
            return Expr::choice(expr.node().relation, expr.operand(0), expr.operand(1), branch(expr, true),
                                branch(expr, false));
        if (expr.operands().empty()) return expr;
        // What stands inside another formula is guarded for itself, and again as a part of that formula's branch.
        const std::vector<Condition> outer = std::exchange(region_, {});
        std::vector<Expr> operands;
        for (const Expr& operand : expr.operands())
            operands.push_back(walk(operand));
        region_ = outer;
        return expr.with_operands(std::move(operands));
    }

    bool changed() const { return changed_; }

private:
    Expr branch(const Expr& choice, bool holds) {
        region_.push_back({choice, holds});
        const Expr& body = choice.operand(holds ? 2 : 3);
        Expr result = walk(body);
        if (body.kind() != Kind::choice) result = protect(result);
        region_.pop_back();
        return result;
    }

    bool in_region(double x) {
        return std::all_of(region_.begin(), region_.end(), [&](const Condition& condition) {
            const double lhs = probe_(condition.choice.operand(0), x);
            const double rhs = probe_(condition.choice.operand(1), x);
            return holds(condition.choice.node().relation, lhs, rhs) == condition.holds;
        });
    }

    /// What must stay finite: the value, and the derivative where gradients flow back through both branches.
    std::vector<Expr> watched(const Expr& leaf) const {
        std::vector<Expr> all{leaf};
        if (style_ == GuardStyle::select) all.push_back(derivative(leaf));
        return all;
    }

    /// True where no watched formula runs into trouble with `variable` in place of x, outside the region.
    bool is_safe(const std::vector<Expr>& formulas, const Expr& variable) {
        return std::all_of(sample_points().begin(), sample_points().end(), [&](double x) {
            if (in_region(x)) return true;
            const double seen = probe_(variable, x);
            return std::none_of(formulas.begin(), formulas.end(), [&](const Expr& formula) {
                probe_(formula, seen);
                return probe_.trouble();
            });
        });
    }

    Expr protect(const Expr& leaf) {
        if (!depends_on_variable(leaf)) return leaf;
        const std::vector<Expr> formulas = watched(leaf);
        if (is_safe(formulas, Expr::variable())) return leaf;
        std::vector<Expr> candidates;
        if (style_ == GuardStyle::clamp) {
            if (const auto clamped = clamped_variable()) candidates.push_back(*clamped);
        }
        for (const Condition& condition : region_)
            if (const auto bound = condition.bound()) candidates.push_back(selected_variable(bound->place));
        for (const double x : {1.0, -1.0, 2.0, -2.0, 4.0, -4.0, 10.0, -10.0, 100.0, -100.0, 0.5, -0.5, 0.0})
            if (in_region(x)) candidates.push_back(selected_variable(num(x)));
        for (const Expr& variable : candidates) {
            if (!is_safe(formulas, variable)) continue;
            changed_ = true;
            return substitute_variable(leaf, variable);
        }
        return leaf;
    }

    /// x within the tightest bounds, if the region is an interval.
    std::optional<Expr> clamped_variable() {
        std::optional<Expr> low, high;
        for (const Condition& condition : region_) {
            const auto bound = condition.bound();
            if (!bound) return std::nullopt;
            std::optional<Expr>& tightest = bound->upper ? high : low;
            if (tightest) {
                const double difference = probe_(bound->place, 0) - probe_(*tightest, 0);
                if (bound->upper ? difference >= 0 : difference <= 0) continue;
            }
            tightest = bound->place;
        }
        const Expr x = Expr::variable();
        if (low && high) return Expr::call("clamp", {x, *low, *high});
        return low ? Expr::call("max", {x, *low}) : Expr::call("min", {x, *high});
    }

    /// x in the region, `otherwise` outside.
    Expr selected_variable(const Expr& otherwise) const {
        Expr variable = Expr::variable();
        for (auto condition = region_.rbegin(); condition != region_.rend(); ++condition) {
            const Expr& choice = condition->choice;
            variable = Expr::choice(choice.node().relation, choice.operand(0), choice.operand(1),
                                    condition->holds ? variable : otherwise, condition->holds ? otherwise : variable);
        }
        return variable;
    }

    Probe probe_;
    GuardStyle style_;
    std::vector<Condition> region_;
    bool changed_ = false;
};

/// Bounds the argument of every call that equals `target`.
Expr with_bound(const Expr& expr, const Expr& target, double bound) {
    if (expr == target) {
        const std::string_view name = expr.node().primitive->name;
        const Expr& argument = expr.operand(0);
        const Expr high = num(bound);
        return Expr::call(name,
                          {name == "exp" || name == "expm1" ? Expr::call("min", {argument, high})
                                                            : Expr::call("clamp", {argument, num(-bound), high})});
    }
    if (expr.operands().empty()) return expr;
    std::vector<Expr> operands;
    for (const Expr& operand : expr.operands())
        operands.push_back(with_bound(operand, target, bound));
    return expr.with_operands(std::move(operands));
}

const Expr* find_node(const Expr& expr, const Expr::Node* node) {
    if (expr.identity() == node) return &expr;
    for (const Expr& operand : expr.operands())
        if (const Expr* const found = find_node(operand, node)) return found;
    return nullptr;
}

bool equal_values(double a, double b) {
    constexpr double rounding = 1e-15, underflow = 1e-290;
    if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
    if (std::isinf(a) || std::isinf(b)) return a == b;
    return std::fabs(a - b) <= std::max(rounding * std::fabs(a), underflow);
}

} // namespace

Guarded guard_branches(const Expr& expr, std::span<const Binding> bindings, GuardStyle style) {
    if (node_count(expr) > large_formula) return {expr};
    Guard guard(bindings, style);
    Expr result = guard.walk(expr);
    return {std::move(result), guard.changed()};
}

Guarded bound_exponentials(const Expr& expr, std::span<const Binding> bindings) {
    Guarded result{expr};
    if (node_count(expr) > large_formula) return result;
    // Both sides get a bound, one of them out of reach: the evaluator computes the exponential of a product or a sum
    // more exactly than that of its rounded argument, which would be taken for a change.
    const auto unchanged = [&](const Expr& candidate, const Expr& call) {
        const Evaluator bounded(candidate, bindings);
        const Evaluator exact(with_bound(result.expr, call, std::numeric_limits<double>::max()), bindings);
        return std::all_of(sample_points().begin(), sample_points().end(),
                           [&](double x) { return equal_values(exact(x), bounded(x)); });
    };
    std::vector<Expr> calls;
    Probe probe(bindings);
    for (const double x : sample_points()) {
        probe(expr, x);
        for (const Expr::Node* const node : probe.overflowing()) {
            const Expr& call = *find_node(expr, node);
            if (std::find(calls.begin(), calls.end(), call) == calls.end()) calls.push_back(call);
        }
    }
    // Inner ones first: with them bounded, those around them may need none.
    std::sort(calls.begin(), calls.end(), [](const Expr& a, const Expr& b) { return node_count(a) < node_count(b); });
    for (const Expr& call : calls) {
        if (!depends_on_variable(call)) continue;
        const Expr candidate = with_bound(result.expr, call, overflow_bound);
        if (candidate == result.expr || !unchanged(candidate, call)) continue;
        result = {candidate, true};
    }
    return result;
}

} // namespace actlas::formula
