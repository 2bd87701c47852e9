#include "formula/vector_notation.hpp"

#include "formula/build.hpp"
#include "formula/notation_parts.hpp"
#include "formula/primitive.hpp"
#include "formula/vector_jacobian.hpp"
#include "formula/vector_primitive.hpp"
#include "formula/vector_stable.hpp"

#include <algorithm>
#include <array>

namespace actlas::formula {

namespace {

using namespace notation;

constexpr std::array<const char*, 4> letters{"i", "j", "k", "l"};

/// "ij" in italics.
Notation index_letters(const std::string& text) {
    return leaf(NKind::identifier, text);
}

Notation subscript(Notation base, Notation index) {
    return node(NKind::subscript, {std::move(base), std::move(index)});
}

Notation named(const std::string& letter, const std::string& index) {
    return subscript(leaf(NKind::identifier, letter), index_letters(index));
}

Notation equation(Notation left, Notation right) {
    return row({std::move(left), leaf(NKind::relation, "="), std::move(right)});
}

/// Writes formulas by components. What the notation of numbers has no signs for stands in the tree as a parameter whose
/// name begins with '@' until all is written.
class ComponentWriter {
public:
    /// `whole`: the formula that y stands for.
    explicit ComponentWriter(std::optional<Expr> whole = std::nullopt) : whole_(std::move(whole)) {}

    /// The component with that index: 0 is i.
    Notation component(const Expr& expr, std::size_t index) { return filled(notate(indexed(expr, index))); }

    /// The vector as such.
    Notation vector(const Expr& expr) { return filled(notate(indexed(expr, no_index))); }

    Expr placed(Notation notation) {
        notations_.push_back(std::move(notation));
        // Digits would be taken for an index.
        std::string name = "@";
        for (const char digit : std::to_string(notations_.size() - 1))
            name += static_cast<char>('A' + (digit - '0'));
        return Expr::parameter(std::move(name));
    }

    Notation filled(Notation notation) const {
        if (notation.kind == NKind::upright && notation.text.starts_with('@')) {
            std::size_t place = 0;
            for (const char letter : notation.text.substr(1))
                place = 10 * place + static_cast<std::size_t>(letter - 'A');
            return notations_.at(place);
        }
        for (Notation& child : notation.children)
            child = filled(std::move(child));
        return notation;
    }

    /// The tree with x_i for x, and so on.
    Expr indexed(const Expr& expr, std::size_t index) {
        const bool is_value = expr.kind() == Kind::parameter && expr.node().name == value_name;
        if (is_value || (whole_ && expr == *whole_)) return letter("y", index);
        if (expr.kind() == Kind::variable) return letter("x", index);
        if (const VectorPrimitive* const primitive = vector_primitive_of(expr)) return call(expr, *primitive, index);
        if (expr.operands().empty()) return expr;
        std::vector<Expr> operands;
        for (const Expr& operand : expr.operands())
            operands.push_back(indexed(operand, index));
        return expr.with_operands(std::move(operands));
    }

private:
    static constexpr std::size_t no_index = 99;

    Expr letter(const std::string& name, std::size_t index) {
        if (index == no_index) return placed(leaf(NKind::identifier, name));
        return placed(named(name, letters.at(index)));
    }

    /// f(u), with the index outside where the value is a vector.
    Expr applied_to(Notation function, const Expr& u, bool is_vector, std::size_t index) {
        Notation whole = applied(std::move(function), parenthesised(vector(u)));
        if (is_vector && index != no_index) whole = subscript(std::move(whole), index_letters(letters.at(index)));
        return placed(std::move(whole));
    }

    /// 1 where i is one of the chosen, else 0 (Iverson's bracket).
    Expr chosen(Notation set, std::size_t index) {
        return placed(node(NKind::fenced,
                           {row({index_letters(letters.at(index == no_index ? 0 : index)), leaf(NKind::relation, "∈"),
                                 std::move(set)})},
                           "[]"));
    }

    Notation with_order(const std::string& name, const Expr& order) { return subscript(symbol(name), vector(order)); }

    Expr call(const Expr& expr, const VectorPrimitive& primitive, std::size_t index) {
        const Expr& u = expr.operand(0);
        switch (primitive.op) {
        case VectorOp::first_half:
        case VectorOp::second_half:
            if (u.kind() == Kind::variable) return letter(std::string(primitive.call.symbol), index);
            break;
        case VectorOp::index_parity:
            return placed(applied(symbol(primitive.call.symbol),
                                  parenthesised(index_letters(letters.at(index % letters.size())))));
        case VectorOp::sum:
        case VectorOp::largest:
        case VectorOp::smallest: {
            const std::size_t next = index == no_index ? 1 : index + 1;
            return expr.with_operands({indexed(u, next), Expr::parameter(letters.at(next))});
        }
        case VectorOp::norm:
            return expr.with_operands({indexed(u, no_index)});
        case VectorOp::one_hot_argmax:
            return placed(node(NKind::fenced,
                               {equation(index_letters(letters.at(index == no_index ? 0 : index)),
                                         applied(leaf(NKind::upright, "argmax"), parenthesised(vector(u))))},
                               "[]"));
        case VectorOp::top:
        case VectorOp::group_winner:
            return chosen(
                applied(with_order(std::string(primitive.call.symbol), expr.operand(1)), parenthesised(vector(u))),
                index);
        case VectorOp::sort_groups:
        case VectorOp::simplex_threshold:
        case VectorOp::simplex_weights: {
            const bool is_vector = primitive.op != VectorOp::simplex_threshold;
            const std::string name =
                primitive.op == VectorOp::simplex_weights ? "w" : std::string(primitive.call.symbol);
            Notation function = primitive.op == VectorOp::sort_groups ? with_order(name, expr.operand(1))
                                                                      : leaf(NKind::identifier, name);
            return applied_to(std::move(function), u, is_vector, index);
        }
        case VectorOp::softmax_plus:
            return applied_to(with_order("softmax", expr.operand(1)), u, true, index);
        default:
            break;
        }
        return applied_to(symbol(primitive.call.symbol), u, primitive.length != Length::one, index);
    }

    std::optional<Expr> whole_;
    std::vector<Notation> notations_;
};

/// The two pieces of a concatenation, or the formula itself.
std::vector<Expr> pieces_of(const Expr& expr) {
    const VectorPrimitive* const primitive = vector_primitive_of(expr);
    if (primitive != nullptr && primitive->op == VectorOp::concat) return expr.operands();
    return {expr};
}

/// The names of the pieces of the value: y_i, y_(n+i); y.
std::vector<Notation> names_of(const VectorFormula& formula) {
    if (formula.size() == VectorFormula::Size::one) return {leaf(NKind::identifier, "y")};
    std::vector<Notation> names{named("y", "i")};
    if (pieces_of(formula.expr()).size() == 1) return names;
    const bool same = formula.size() == VectorFormula::Size::same; // halves put together
    Notation offset = leaf(NKind::identifier, same ? "m" : "n");
    names.push_back(subscript(leaf(NKind::identifier, "y"),
                              row({std::move(offset), leaf(NKind::binary, "+"), index_letters("i")})));
    return names;
}

/// ∂y_i/∂x_j.
Notation derivative_name(const Notation& value, const std::string& input, const std::string& index) {
    return node(NKind::fraction,
                {row({leaf(NKind::identifier, "∂"), value}), row({leaf(NKind::identifier, "∂"), named(input, index)})});
}

/// The matrix by components, with i for rows and j for columns.
Notation matrix_notation(const MatrixForm& form, const Expr& whole, bool one_row) {
    using namespace build;
    ComponentWriter writer(whole);
    const Expr delta = writer.placed(subscript(leaf(NKind::identifier, "δ"), index_letters("ij")));
    if (one_row) {
        std::vector<Expr> terms;
        for (const auto& [column, g] : form.outer)
            terms.push_back(simplify_vector(column * g));
        const Expr total = terms.size() == 1 ? terms.front() : Expr::add(terms);
        return writer.component(total, 1);
    }
    if (form.outer.empty()) return writer.component(form.diagonal.value_or(num(0)), 0);
    // d (δ − g) where the column of the only product is −d.
    if (form.diagonal && form.outer.size() == 1 &&
        simplify_vector(*form.diagonal + form.outer[0].column).is_number(0)) {
        const Expr difference = delta - writer.indexed(form.outer[0].row, 1);
        const Expr d = writer.indexed(*form.diagonal, 0);
        return writer.filled(notate(form.diagonal->is_number(1) ? difference : d * difference));
    }
    std::vector<Expr> terms;
    if (form.diagonal) {
        const Expr d = writer.indexed(*form.diagonal, 0);
        terms.push_back(form.diagonal->is_number(1) ? delta : d * delta);
    }
    for (const auto& [column, g] : form.outer) {
        const Expr r = writer.indexed(column, 0);
        const Expr right = writer.indexed(g, 1);
        const bool negative = column.is_number(-1);
        terms.push_back(column.is_number(1) ? right : negative ? -right : g.is_number(1) ? r : r * right);
    }
    return writer.filled(notate(terms.size() == 1 ? terms.front() : Expr::add(terms)));
}

bool mentions(const Expr& expr, VectorOp op) {
    const VectorPrimitive* const primitive = vector_primitive_of(expr);
    return (primitive != nullptr && primitive->op == op) ||
           std::any_of(expr.operands().begin(), expr.operands().end(), [&](const Expr& e) { return mentions(e, op); });
}

} // namespace

std::vector<Notation> notate_vector(const VectorFormula& formula) {
    const std::vector<Notation> names = names_of(formula);
    const std::vector<Expr> pieces = pieces_of(formula.expr());
    std::vector<Notation> result;
    for (std::size_t k = 0; k < pieces.size(); ++k)
        result.push_back(equation(names[k], ComponentWriter().component(pieces[k], 0)));
    return result;
}

std::vector<Notation> notate_jacobian(const VectorFormula& formula) {
    const std::vector<Notation> names = names_of(formula);
    const Expr stable = stable_form(formula.expr(), StableForm::printed);
    const std::vector<Expr> pieces = pieces_of(stable);
    const std::vector<std::pair<InputPart, std::string>> inputs =
        formula.of_halves() ? std::vector<std::pair<InputPart, std::string>>{{InputPart::first_half, "a"},
                                                                             {InputPart::second_half, "b"}}
                            : std::vector<std::pair<InputPart, std::string>>{{InputPart::whole, "x"}};
    std::vector<Notation> result;
    for (std::size_t k = 0; k < pieces.size(); ++k) {
        for (const auto& [part, name] : inputs) {
            const auto form = matrix_form(pieces[k], part);
            if (!form) return {};
            const bool diagonal = form->outer.empty();
            const bool one_row = formula.size() == VectorFormula::Size::one;
            result.push_back(equation(derivative_name(names[k], name, diagonal ? "i" : "j"),
                                      matrix_notation(*form, pieces[k], one_row)));
        }
    }
    return result;
}

std::vector<Notation> notate_symbols(const VectorFormula& formula) {
    std::vector<Notation> result;
    if (!mentions(formula.expr(), VectorOp::simplex_threshold)) return result;
    // Σ max(u_j − τ(u), 0)^p = 1, whatever u and p are in the formula.
    const auto find = [](const auto& self, const Expr& expr) -> std::optional<Expr> {
        const VectorPrimitive* const primitive = vector_primitive_of(expr);
        if (primitive != nullptr && primitive->op == VectorOp::simplex_threshold) return expr;
        for (const Expr& operand : expr.operands())
            if (auto found = self(self, operand)) return found;
        return std::nullopt;
    };
    using namespace build;
    const Expr p = find(find, formula.expr())->operand(1);
    ComponentWriter writer;
    const Expr tau = writer.placed(leaf(NKind::identifier, "τ"));
    const auto above = [&](std::size_t index) {
        const Expr u = writer.placed(named("u", letters.at(index)));
        return Expr::call("max", {u - tau, num(0)});
    };
    const auto total = [&](const Expr& term, std::size_t index) {
        return Expr::call("sum", {Expr::variable()}).with_operands({term, Expr::parameter(letters.at(index))});
    };
    const auto raised = [](const Expr& u, const Expr& power) { return power.is_number(1) ? u : Expr::power(u, power); };
    const Notation of_u = parenthesised(leaf(NKind::identifier, "u"));
    result.push_back(row({leaf(NKind::identifier, "τ"), leaf(NKind::relation, "="),
                          applied(leaf(NKind::identifier, "τ"), of_u), leaf(NKind::punctuation, ":"),
                          equation(writer.filled(notate(total(raised(above(1), p), 1))), number(1))}));
    const auto weight = [&](std::size_t index) {
        if (p.is_number(1))
            return writer.placed(
                node(NKind::fenced,
                     {row({named("u", letters.at(index)), leaf(NKind::relation, ">"), leaf(NKind::identifier, "τ")})},
                     "[]"));
        return raised(above(index), simplify_vector(p - num(1)));
    };
    result.push_back(equation(subscript(applied(leaf(NKind::identifier, "w"), of_u), index_letters("j")),
                              writer.filled(notate(weight(1) / total(weight(2), 2)))));
    return result;
}

} // namespace actlas::formula
