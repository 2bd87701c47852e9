#include "formula/piecewise.hpp"

#include "base/infinity.hpp"
#include "formula/build.hpp"
#include "formula/enclosure.hpp"
#include "formula/evaluator.hpp"
#include "formula/piecewise_signs.hpp"
#include "formula/primitive.hpp"
#include "formula/relation.hpp"
#include "formula/simplify.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <unordered_map>

namespace actlas::formula {

using namespace build;

namespace {

/// So many sign charts are drawn, and so many of them may fail; a formula that needs more is not taken apart further.
struct Budget {
    std::size_t charts = 4096;
    std::size_t failures = 16;
};

bool is_branching(const Expr& expr) {
    if (expr.kind() == Kind::choice) return true;
    if (expr.kind() != Kind::call) return false;
    if (expr.node().primitive->pieces != nullptr) return true;
    constexpr std::array<std::string_view, 4> names{"abs", "floor", "sign", "step"};
    return std::find(names.begin(), names.end(), expr.node().primitive->name) != names.end();
}

class Branching {
public:
    /// Whether any part that varies may take different branches.
    bool operator()(const Expr& expr) {
        if (const auto known = known_.find(expr.identity()); known != known_.end()) return known->second;
        bool result = is_branching(expr);
        for (const Expr& operand : expr.operands())
            result = (*this)(operand) || result;
        known_.emplace(expr.identity(), result);
        return result;
    }

private:
    std::unordered_map<const Expr::Node*, bool> known_;
};

bool branches(const Expr& expr) {
    return Branching()(expr);
}

/// Rewrites a formula for a part of the line, each branching node by the branch taken there. What cannot be decided
/// stays as it is.
class Resolver {
public:
    virtual ~Resolver() = default;
    Resolver() = default;
    Resolver(const Resolver&) = delete;
    Resolver& operator=(const Resolver&) = delete;

    Expr resolve(const Expr& expr) {
        if (stopped_ || expr.operands().empty()) return expr;
        if (const auto known = done_.find(expr.identity()); known != done_.end()) return known->second.to;
        const Expr result = is_branching(expr) ? branch(expr) : with_resolved_operands(expr);
        done_.emplace(expr.identity(), Done{expr, result});
        return result;
    }

    bool complete() const { return complete_; }

protected:
    /// The sign of a branch-free formula; SignChart::undefined where it has no value.
    virtual std::optional<int> sign(const Expr& expr) = 0;
    virtual std::optional<double> floor(const Expr& expr) = 0;

    bool stopped_ = false;

private:
    Expr with_resolved_operands(const Expr& expr) {
        std::vector<Expr> operands;
        operands.reserve(expr.operands().size());
        bool changed = false;
        for (const Expr& operand : expr.operands()) {
            operands.push_back(resolve(operand));
            changed = changed || operands.back().identity() != operand.identity();
        }
        return changed ? expr.with_operands(std::move(operands)) : expr;
    }

    Expr branch(const Expr& expr) {
        if (expr.kind() == Kind::choice) return choice(expr);
        const Primitive& primitive = *expr.node().primitive;
        if (primitive.pieces != nullptr) {
            const Expr resolved = with_resolved_operands(expr);
            return resolve(primitive.pieces(resolved.operands()));
        }
        const Expr u = resolve(expr.operand(0));
        if (stopped_) return expr;
        if (primitive.name == "floor") {
            if (const auto whole = branches(u) ? std::nullopt : floor(u)) return num(*whole);
            return undecided(Expr::call("floor", {u}));
        }
        const auto s = branches(u) ? std::nullopt : sign(u);
        if (!s) return undecided(Expr::call(primitive.name, {u}));
        if (*s == SignChart::undefined) return u;
        if (primitive.name == "abs") return *s < 0 ? -u : u;
        return num(primitive.name == "sign" ? *s : *s >= 0 ? 1 : 0);
    }

    Expr choice(const Expr& expr) {
        const Expr lhs = resolve(expr.operand(0));
        const Expr rhs = resolve(expr.operand(1));
        if (stopped_) return expr;
        const auto s = branches(lhs) || branches(rhs) ? std::nullopt : sign(difference(lhs, rhs));
        if (!s) {
            if (stopped_) return expr;
            return undecided(
                Expr::choice(expr.node().relation, lhs, rhs, resolve(expr.operand(2)), resolve(expr.operand(3))));
        }
        // A condition without a value leaves the formula without one: any formula without a value will do.
        if (*s == SignChart::undefined) return difference(lhs, rhs);
        return resolve(expr.operand(holds(expr.node().relation, *s, 0) ? 2 : 3));
    }

    static Expr difference(const Expr& lhs, const Expr& rhs) {
        if (rhs.is_number(0)) return lhs;
        return lhs.is_number(0) ? -rhs : lhs - rhs;
    }

    Expr undecided(Expr expr) {
        complete_ = complete_ && stopped_;
        return expr;
    }

    struct Done {
        Expr from; ///< keeps the node alive, so that its address stays its own
        Expr to;
    };
    bool complete_ = true;
    std::unordered_map<const Expr::Node*, Done> done_;
};

/// A sign that a formula is known to have on a stretch.
struct Fact {
    Expr expr;
    int sign = 0;
};

struct Part {
    Stretch stretch;
    Expr expr;
    std::vector<Fact> facts = {};
};

/// On a stretch. Stops where a branch changes inside.
class StretchResolver : public Resolver {
public:
    StretchResolver(const Part& part, Budget& budget) : part_(part), budget_(budget) {}

    /// What divides the part: the parts on both sides of each point have the formula's signs as facts.
    struct Change {
        Expr expr;
        SignChart chart;
    };
    const std::optional<Change>& change() const { return change_; }

protected:
    std::optional<int> sign(const Expr& expr) override {
        const auto known =
            std::find_if(part_.facts.begin(), part_.facts.end(), [&](const Fact& fact) { return fact.expr == expr; });
        if (known != part_.facts.end()) return known->sign;
        if (budget_.charts == 0 || budget_.failures == 0) return std::nullopt;
        --budget_.charts;
        auto chart = sign_chart(expr, part_.stretch);
        if (!chart) {
            --budget_.failures;
            return std::nullopt;
        }
        if (chart->points.empty()) return chart->signs.front();
        change_ = {expr, std::move(*chart)};
        stopped_ = true;
        return std::nullopt;
    }

    /// Where the argument stays between two whole numbers.
    std::optional<double> floor(const Expr& expr) override {
        const interval::Interval value = EnclosureEvaluator(expr)(part_.stretch.enclosure());
        if (!value.bounded() || !value.defined()) return std::nullopt;
        const double whole = std::floor(value.low());
        if (whole != std::floor(value.high())) return std::nullopt;
        return whole;
    }

private:
    const Part& part_;
    Budget& budget_;
    std::optional<Change> change_;
};

class PointResolver : public Resolver {
public:
    explicit PointResolver(const BreakPoint& point) : point_(point) {}

protected:
    std::optional<int> sign(const Expr& expr) override { return sign_at(expr, point_); }

    std::optional<double> floor(const Expr& expr) override {
        const interval::Interval value = value_at(expr, point_);
        if (!value.bounded() || std::floor(value.low()) != std::floor(value.high())) return std::nullopt;
        return std::floor(value.low());
    }

private:
    const BreakPoint& point_;
};

/// What the simplifier makes of a branch may branch again: sqrt(x^2) becomes abs(x).
constexpr int most_rounds = 4;

class Splitter {
public:
    explicit Splitter(std::size_t most) : most_(most) {}

    void split(const Expr& expr, const Stretch& stretch) {
        std::vector<Part> waiting{{stretch, expr}};
        while (!waiting.empty()) {
            Part part = std::move(waiting.back());
            waiting.pop_back();
            const auto change = resolve(part);
            if (change && parts_.size() + waiting.size() + change->chart.points.size() < most_) {
                divide(part, *change, waiting);
            } else {
                complete_ = complete_ && !change;
                parts_.push_back(std::move(part));
            }
        }
    }

    std::vector<Part>& parts() { return parts_; }
    bool complete() const { return complete_; }

private:
    /// Last part first, as they are taken from the end.
    static void divide(const Part& part, const StretchResolver::Change& change, std::vector<Part>& waiting) {
        const auto& [points, signs] = change.chart;
        for (std::size_t i = signs.size(); i-- > 0;) {
            Part child = part;
            if (i > 0) child.stretch.low = points[i - 1];
            if (i < points.size()) child.stretch.high = points[i];
            child.facts.push_back({change.expr, signs[i]});
            waiting.push_back(std::move(child));
        }
    }

    /// Rids the part's formula of its branches, or finds what divides it.
    std::optional<StretchResolver::Change> resolve(Part& part) {
        Expr expr = part.expr;
        for (int round = 0; round < most_rounds && branches(expr); ++round) {
            StretchResolver resolver(part, budget_);
            const Expr resolved = resolver.resolve(expr);
            if (resolver.change()) return resolver.change();
            expr = simplify(resolved);
            if (!resolver.complete()) break;
        }
        part.expr = expr;
        complete_ = complete_ && !branches(expr);
        return std::nullopt;
    }

    std::size_t most_;
    Budget budget_;
    std::vector<Part> parts_;
    bool complete_ = true;
};

/// What a formula gives at a break point.
struct AtPoint {
    std::optional<Expr> expr; ///< the branch taken there, if that could be decided
    double value = 0;
};

AtPoint at_point(const Expr& expr, const BreakPoint& point) {
    PointResolver resolver(point);
    const Expr resolved = resolver.resolve(expr);
    if (!resolver.complete()) return {std::nullopt, Evaluator(expr)(point.x)};
    const interval::Interval value = value_at(resolved, point);
    if (value.empty()) return {resolved, std::numeric_limits<double>::quiet_NaN()};
    return {resolved, value.point() ? value.low() : Evaluator(resolved)(point.x)};
}

/// Equal formulas on both sides, and at the point between.
bool joins(const Part& left, const Part& right, const AtPoint& between) {
    if (!(left.expr == right.expr) || !between.expr) return false;
    const BreakPoint& point = *right.stretch.low;
    if (simplify(*between.expr) == left.expr) return true;
    const interval::Interval value = value_at(left.expr, point);
    return value.point() && value.continuous() && value == value_at(*between.expr, point);
}

} // namespace

Piecewise piecewise(const Expr& bound, std::size_t most) {
    const Expr whole = simplify(bound);
    Splitter splitter(most);
    splitter.split(whole, {});
    Piecewise result;
    result.complete = splitter.complete();
    std::vector<Part> parts;
    for (Part& part : splitter.parts()) {
        if (!parts.empty()) {
            AtPoint between = at_point(whole, *part.stretch.low);
            if (joins(parts.back(), part, between)) {
                parts.back().stretch.high = part.stretch.high;
                continue;
            }
            result.at_points.push_back(between.value);
            result.points.push_back(*part.stretch.low);
        }
        parts.push_back(std::move(part));
    }
    for (const Part& part : parts) {
        const auto& [low, high] = part.stretch;
        result.pieces.push_back({.low = low ? low->x : -infinity,
                                 .high = high ? high->x : infinity,
                                 .expr = part.expr,
                                 .low_exact = !low || low->exact(),
                                 .high_exact = !high || high->exact()});
    }
    return result;
}

} // namespace actlas::formula
