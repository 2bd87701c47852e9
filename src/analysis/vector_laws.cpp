#include "analysis/vector_laws.hpp"

#include "formula/evaluator.hpp"
#include "formula/known_sign.hpp"
#include "formula/primitive.hpp"
#include "formula/vector_primitive.hpp"

#include <algorithm>
#include <cmath>

namespace actlas::analysis {
namespace {

using formula::Expr;
using formula::Kind;
using formula::VectorOp;
using formula::VectorPrimitive;

double constant_value(const Expr& expr) {
    return formula::Evaluator(expr)(0);
}

bool is_call_of(const Expr& expr, std::string_view name) {
    return expr.kind() == Kind::call && expr.node().primitive->name == name;
}

using Shift = std::optional<ShiftLaw>;

bool same_law(const ShiftLaw& a, const ShiftLaw& b) {
    return a.scale == b.scale && a.add == b.add;
}
bool only_scales(const Shift& law) {
    return law && law->add == 0;
}
bool only_adds(const Shift& law) {
    return law && law->scale == 0;
}
bool unmoved(const Shift& law) {
    return only_scales(law) && only_adds(law);
}

/// Two values of which it is asked which is larger: the answer does not change if both move alike.
bool comparable(const Shift& a, const Shift& b, const Expr& right) {
    if (a && right.is_number(0)) return a->add == 0;
    return a && b && same_law(*a, *b) && (a->add == 0 || a->scale == 0);
}

Shift shift_of(const Expr& expr);

Shift common(const std::vector<Expr>& operands, std::size_t count) {
    const Shift first = shift_of(operands[0]);
    for (std::size_t i = 1; i < count; ++i) {
        const Shift next = shift_of(operands[i]);
        if (!first || !next || !same_law(*first, *next)) return std::nullopt;
    }
    return first;
}

Shift shift_of_vector_call(const Expr& expr, const VectorPrimitive& primitive) {
    const Shift u = common(expr.operands(), primitive.vectors);
    switch (primitive.op) {
    case VectorOp::first_half:
    case VectorOp::second_half:
    case VectorOp::concat:
    case VectorOp::sort_groups:
    case VectorOp::mean:
    case VectorOp::largest:
    case VectorOp::smallest:
        return u;
    case VectorOp::index_parity:
        return ShiftLaw{};
    case VectorOp::sum:
    case VectorOp::norm:
        return only_scales(u) ? u : std::nullopt;
    case VectorOp::log_sum_exp:
    case VectorOp::simplex_threshold:
        return only_adds(u) ? u : std::nullopt;
    case VectorOp::softmax:
    case VectorOp::log_softmax:
    case VectorOp::above_threshold:
        return only_adds(u) ? Shift(ShiftLaw{}) : std::nullopt;
    case VectorOp::share:
        return only_scales(u) ? Shift(ShiftLaw{}) : std::nullopt;
    case VectorOp::one_hot_argmax:
    case VectorOp::top:
    case VectorOp::group_winner:
        return only_adds(u) || only_scales(u) ? Shift(ShiftLaw{}) : std::nullopt;
    case VectorOp::softmax_plus:
        return unmoved(u) ? u : std::nullopt;
    default:
        return std::nullopt;
    }
}

Shift shift_of_call(const Expr& expr) {
    if (const VectorPrimitive* const primitive = formula::vector_primitive_of(expr))
        return shift_of_vector_call(expr, *primitive);
    const auto& operands = expr.operands();
    const Shift u = shift_of(operands[0]);
    if (!u) return std::nullopt;
    if (is_call_of(expr, "exp") && only_adds(u)) return ShiftLaw{u->add, 0};
    if (is_call_of(expr, "log") && only_scales(u)) return ShiftLaw{0, u->scale};
    if ((is_call_of(expr, "relu") || is_call_of(expr, "abs")) && only_scales(u)) return u;
    if (is_call_of(expr, "sqrt") && only_scales(u)) return ShiftLaw{u->scale / 2, 0};
    if ((is_call_of(expr, "sign") || is_call_of(expr, "step")) && only_scales(u)) return ShiftLaw{};
    if (is_call_of(expr, "max") || is_call_of(expr, "min")) {
        if (operands[1].is_number(0) && only_scales(u)) return u;
        const Shift v = shift_of(operands[1]);
        return v && same_law(*u, *v) && (u->add == 0 || u->scale == 0) ? u : std::nullopt;
    }
    const bool all = std::all_of(operands.begin(), operands.end(), [](const Expr& e) { return unmoved(shift_of(e)); });
    return all ? Shift(ShiftLaw{}) : std::nullopt;
}

Shift shift_of(const Expr& expr) {
    if (!depends_on_variable(expr)) return ShiftLaw{};
    const auto& operands = expr.operands();
    switch (expr.kind()) {
    case Kind::variable:
        return ShiftLaw{0, 1};
    case Kind::add: {
        ShiftLaw total;
        bool first = true;
        for (const Expr& term : operands) {
            const Shift law = shift_of(term);
            if (!law) return std::nullopt;
            if (!first && (law->scale != total.scale || (total.scale != 0 && (law->add != 0 || total.add != 0))))
                return std::nullopt;
            total = {law->scale, total.add + law->add};
            first = false;
        }
        return total;
    }
    case Kind::negate: {
        const Shift law = shift_of(operands[0]);
        return law ? Shift(ShiftLaw{law->scale, -law->add}) : law;
    }
    case Kind::multiply: {
        ShiftLaw total;
        double factor = 1;
        bool varying = false;
        for (const Expr& term : operands) {
            const Shift law = shift_of(term);
            if (!law) return std::nullopt;
            if (!depends_on_variable(term)) {
                factor *= constant_value(term);
                continue;
            }
            if (varying && (law->add != 0 || total.add != 0)) return std::nullopt;
            total = {total.scale + law->scale, law->add};
            varying = true;
        }
        return ShiftLaw{total.scale, total.add * factor};
    }
    case Kind::divide: {
        const Shift above = shift_of(operands[0]);
        const Shift below = shift_of(operands[1]);
        if (!above || !only_scales(below)) return std::nullopt;
        if (above->add == 0) return ShiftLaw{above->scale - below->scale, 0};
        if (depends_on_variable(operands[1])) return std::nullopt;
        return ShiftLaw{above->scale, above->add / constant_value(operands[1])};
    }
    case Kind::power: {
        const Shift base = shift_of(operands[0]);
        if (!only_scales(base) || depends_on_variable(operands[1])) return std::nullopt;
        return ShiftLaw{base->scale * constant_value(operands[1]), 0};
    }
    case Kind::call:
        return shift_of_call(expr);
    case Kind::choice: {
        if (!comparable(shift_of(operands[0]), shift_of(operands[1]), operands[1])) return std::nullopt;
        const Shift then = shift_of(operands[2]);
        const Shift otherwise = shift_of(operands[3]);
        if (operands[2].is_number(0) && only_scales(otherwise)) return otherwise;
        if (operands[3].is_number(0) && only_scales(then)) return then;
        return then && otherwise && same_law(*then, *otherwise) ? then : std::nullopt;
    }
    default:
        return std::nullopt;
    }
}

/// The degree; the number 0 has any.
struct Degree {
    double value = 0;
    bool any = false;
};
using MaybeDegree = std::optional<Degree>;

MaybeDegree degree_of(const Expr& expr);

MaybeDegree meet(const MaybeDegree& a, const MaybeDegree& b) {
    if (!a || !b) return std::nullopt;
    if (a->any) return b;
    if (b->any || a->value == b->value) return a;
    return std::nullopt;
}

bool is_level(const MaybeDegree& degree) {
    return degree && (degree->any || degree->value == 0);
}

MaybeDegree degree_of_call(const Expr& expr) {
    const auto& operands = expr.operands();
    MaybeDegree u = degree_of(operands[0]);
    const auto level = [&](bool condition) { return condition ? MaybeDegree(Degree{}) : std::nullopt; };
    if (const VectorPrimitive* const primitive = formula::vector_primitive_of(expr)) {
        for (std::size_t i = 1; i < primitive->vectors; ++i)
            u = meet(u, degree_of(operands[i]));
        switch (primitive->op) {
        case VectorOp::first_half:
        case VectorOp::second_half:
        case VectorOp::concat:
        case VectorOp::sort_groups:
        case VectorOp::mean:
        case VectorOp::largest:
        case VectorOp::smallest:
        case VectorOp::sum:
        case VectorOp::norm:
            return u;
        case VectorOp::index_parity:
            return Degree{};
        case VectorOp::share:
        case VectorOp::one_hot_argmax:
        case VectorOp::top:
        case VectorOp::group_winner:
            return level(u.has_value());
        default:
            return level(is_level(u));
        }
    }
    if (!u) return std::nullopt;
    if (is_call_of(expr, "relu") || is_call_of(expr, "abs")) return u;
    if (is_call_of(expr, "sqrt")) return Degree{u->value / 2, u->any};
    if (is_call_of(expr, "sign") || is_call_of(expr, "step")) return Degree{};
    if (is_call_of(expr, "max") || is_call_of(expr, "min")) return meet(u, degree_of(operands[1]));
    return level(std::all_of(operands.begin(), operands.end(), [](const Expr& e) { return is_level(degree_of(e)); }));
}

MaybeDegree degree_of(const Expr& expr) {
    if (expr.is_number(0)) return Degree{0, true};
    if (!depends_on_variable(expr)) return Degree{};
    const auto& operands = expr.operands();
    switch (expr.kind()) {
    case Kind::variable:
        return Degree{1};
    case Kind::add: {
        MaybeDegree total = Degree{0, true};
        for (const Expr& term : operands)
            total = meet(total, degree_of(term));
        return total;
    }
    case Kind::negate:
        return degree_of(operands[0]);
    case Kind::multiply: {
        Degree total;
        for (const Expr& term : operands) {
            const MaybeDegree degree = degree_of(term);
            if (!degree) return std::nullopt;
            total.value += degree->value;
        }
        return total;
    }
    case Kind::divide: {
        const MaybeDegree above = degree_of(operands[0]);
        const MaybeDegree below = degree_of(operands[1]);
        if (!above || !below || below->any) return std::nullopt;
        return Degree{above->value - below->value, above->any};
    }
    case Kind::power: {
        const MaybeDegree base = degree_of(operands[0]);
        if (!base || depends_on_variable(operands[1])) return std::nullopt;
        return Degree{base->value * constant_value(operands[1])};
    }
    case Kind::call:
        return degree_of_call(expr);
    case Kind::choice:
        if (!meet(degree_of(operands[0]), degree_of(operands[1]))) return std::nullopt;
        return meet(degree_of(operands[2]), degree_of(operands[3]));
    default:
        return std::nullopt;
    }
}

/// 1 even, -1 odd, 0 unknown; the number 0 is both, told apart by `zero`.
int parity_of(const Expr& expr);

int joined_parity(const std::vector<Expr>& terms) {
    int result = 2;
    for (const Expr& term : terms) {
        if (term.is_number(0)) continue;
        const int parity = parity_of(term);
        if (parity == 0 || (result != 2 && result != parity)) return 0;
        result = parity;
    }
    return result == 2 ? 1 : result;
}

bool all_even(const std::vector<Expr>& operands) {
    return std::all_of(operands.begin(), operands.end(), [](const Expr& e) { return parity_of(e) == 1; });
}

int parity_of_call(const Expr& expr) {
    const auto& operands = expr.operands();
    if (all_even(operands)) return 1;
    if (const VectorPrimitive* const primitive = formula::vector_primitive_of(expr)) {
        switch (primitive->op) {
        case VectorOp::first_half:
        case VectorOp::second_half:
        case VectorOp::sum:
        case VectorOp::mean:
            return parity_of(operands[0]);
        case VectorOp::concat:
            return joined_parity(operands);
        case VectorOp::index_parity:
            return 1;
        case VectorOp::norm:
            return parity_of(operands[0]) == 0 ? 0 : 1;
        default:
            return 0;
        }
    }
    if (operands.size() != 1 || parity_of(operands[0]) != -1) return 0;
    switch (expr.node().primitive->parity) {
    case formula::Parity::even:
        return 1;
    case formula::Parity::odd:
        return -1;
    case formula::Parity::none:
        break;
    }
    return 0;
}

int parity_of(const Expr& expr) {
    if (!depends_on_variable(expr)) return 1;
    const auto& operands = expr.operands();
    switch (expr.kind()) {
    case Kind::variable:
        return -1;
    case Kind::add:
        return joined_parity(operands);
    case Kind::negate:
        return parity_of(operands[0]);
    case Kind::multiply:
    case Kind::divide: {
        int product = 1;
        for (const Expr& factor : operands)
            product *= parity_of(factor);
        return product;
    }
    case Kind::power: {
        const int base = parity_of(operands[0]);
        if (base != -1) return depends_on_variable(operands[1]) ? 0 : base;
        if (depends_on_variable(operands[1])) return 0;
        const double exponent = constant_value(operands[1]);
        if (std::floor(exponent) != exponent) return 0;
        return std::fmod(exponent, 2) == 0 ? 1 : -1;
    }
    case Kind::call:
        return parity_of_call(expr);
    case Kind::choice:
        if (parity_of(operands[0]) != 1 || parity_of(operands[1]) != 1) return 0;
        return joined_parity({operands[2], operands[3]});
    default:
        return 0;
    }
}

struct Words {
    bool halves = false;
    bool places = false;
    bool competes = false;
    bool concat = false;
};

void collect_words(const Expr& expr, Words& words) {
    if (const VectorPrimitive* const primitive = formula::vector_primitive_of(expr)) {
        switch (primitive->op) {
        case VectorOp::first_half:
        case VectorOp::second_half:
            words.halves = true;
            break;
        case VectorOp::index_parity:
        case VectorOp::group_winner:
        case VectorOp::sort_groups:
            words.places = true;
            break;
        case VectorOp::one_hot_argmax:
        case VectorOp::top:
            words.competes = true;
            break;
        case VectorOp::concat:
            words.concat = true;
            break;
        default:
            break;
        }
    }
    for (const Expr& operand : expr.operands())
        collect_words(operand, words);
}

bool is_reduction(const Expr& expr) {
    if (expr.kind() == Kind::variable) return false;
    const VectorPrimitive* const primitive = formula::vector_primitive_of(expr);
    if (primitive != nullptr) return primitive->length == formula::Length::one;
    return std::all_of(expr.operands().begin(), expr.operands().end(), is_reduction);
}

} // namespace

std::optional<ShiftLaw> shift_law(const Expr& expr) {
    return shift_of(expr);
}

std::optional<double> homogeneity(const Expr& expr) {
    const MaybeDegree degree = degree_of(expr);
    return degree ? std::optional(degree->value) : std::nullopt;
}

std::optional<int> vector_parity(const Expr& expr) {
    const int parity = parity_of(expr);
    return parity == 0 ? std::nullopt : std::optional(parity);
}

Symmetry symmetry(const Expr& expr) {
    Words words;
    collect_words(expr, words);
    if (words.places) return Symmetry::ordered;
    if (is_reduction(expr) && !words.halves && !words.concat)
        return words.competes ? Symmetry::but_for_ties : Symmetry::invariant;
    if (words.halves) return Symmetry::in_pairs;
    if (words.concat) return Symmetry::in_blocks;
    return words.competes ? Symmetry::but_for_ties : Symmetry::equivariant;
}

std::optional<UnitSum> unit_sum(const Expr& stable) {
    const VectorPrimitive* const primitive = formula::vector_primitive_of(stable);
    if (primitive != nullptr) {
        if (primitive->op == VectorOp::softmax) return UnitSum{true, true};
        if (primitive->op == VectorOp::one_hot_argmax) return UnitSum{true, false};
        if (primitive->op != VectorOp::share) return std::nullopt;
        // A square of anything is not negative, which known_sign() does not say of sums below it.
        const Expr& u = stable.operand(0);
        const bool square = u.kind() == Kind::power && u.operand(1).is_number(2);
        const formula::Sign sign = formula::known_sign(u);
        return UnitSum{square || sign != formula::Sign::any, sign == formula::Sign::positive};
    }
    // max(u − τ(u, p), 0)^p
    const bool raised = stable.kind() == Kind::power;
    const Expr& cut = raised ? stable.operand(0) : stable;
    if (!is_call_of(cut, "max") || !cut.operand(1).is_number(0)) return std::nullopt;
    const Expr& above = cut.operand(0);
    const VectorPrimitive* const threshold = formula::vector_primitive_of(above);
    if (threshold == nullptr || threshold->op != VectorOp::above_threshold) return std::nullopt;
    const double p = constant_value(above.operand(1));
    return p == (raised ? constant_value(stable.operand(1)) : 1) ? std::optional(UnitSum{true, false}) : std::nullopt;
}

} // namespace actlas::analysis
