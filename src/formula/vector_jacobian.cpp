#include "formula/vector_jacobian.hpp"

#include "formula/build.hpp"
#include "formula/primitive.hpp"
#include "formula/simplify.hpp"
#include "formula/vector_primitive.hpp"

#include <algorithm>
#include <stdexcept>

namespace actlas::formula {

namespace {

using namespace build;

/// What has no such form.
struct NoForm {};

/// Takes calls of vector primitives for symbols, and back.
class Symbols {
public:
    Expr hidden(const Expr& expr) {
        if (vector_primitive_of(expr) != nullptr) return symbol(expr);
        if (expr.operands().empty()) return expr;
        std::vector<Expr> operands;
        for (const Expr& operand : expr.operands())
            operands.push_back(hidden(operand));
        return expr.with_operands(std::move(operands));
    }

    Expr shown(const Expr& expr) const {
        if (expr.kind() == Kind::parameter && expr.node().name.front() == '#')
            return calls_.at(std::stoul(expr.node().name.substr(1)));
        if (expr.operands().empty()) return expr;
        std::vector<Expr> operands;
        for (const Expr& operand : expr.operands())
            operands.push_back(shown(operand));
        return expr.with_operands(std::move(operands));
    }

private:
    Expr symbol(const Expr& call) {
        const auto found = std::find(calls_.begin(), calls_.end(), call);
        const auto place = static_cast<std::size_t>(found - calls_.begin());
        if (found == calls_.end()) calls_.push_back(with_simple_operands(call));
        return Expr::parameter("#" + std::to_string(place));
    }

    static Expr with_simple_operands(const Expr& call) {
        std::vector<Expr> operands;
        for (const Expr& operand : call.operands())
            operands.push_back(simplify_vector(operand));
        return call.with_operands(std::move(operands));
    }

    std::vector<Expr> calls_;
};

Expr of(std::string_view name, Expr u) {
    return Expr::call(name, {std::move(u)});
}

/// diag(scale) times the matrix.
MatrixForm scaled(const Expr& scale, const MatrixForm& form) {
    MatrixForm result;
    if (form.diagonal) result.diagonal = scale * *form.diagonal;
    for (const auto& [column, row] : form.outer)
        result.outer.push_back({scale * column, row});
    return result;
}

MatrixForm plus(MatrixForm a, const MatrixForm& b) {
    if (b.diagonal) a.diagonal = a.diagonal ? *a.diagonal + *b.diagonal : *b.diagonal;
    a.outer.insert(a.outer.end(), b.outer.begin(), b.outer.end());
    return a;
}

class Former {
public:
    Former(Expr root, InputPart part) : root_(std::move(root)), part_(part) {}

    MatrixForm operator()(const Expr& expr) const {
        if (!depends_on_variable(expr)) return {};
        switch (expr.kind()) {
        case Kind::variable:
            if (part_ != InputPart::whole) throw NoForm();
            return {num(1), {}};
        case Kind::add: {
            MatrixForm total;
            for (const Expr& term : expr.operands())
                total = plus(std::move(total), (*this)(term));
            return total;
        }
        case Kind::negate:
            return scaled(num(-1), (*this)(expr.operand(0)));
        case Kind::multiply: {
            MatrixForm total;
            for (std::size_t i = 0; i < expr.operands().size(); ++i) {
                std::vector<Expr> others = expr.operands();
                others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
                const Expr scale = others.size() == 1 ? others.front() : Expr::multiply(others);
                total = plus(std::move(total), scaled(scale, (*this)(expr.operand(i))));
            }
            return total;
        }
        case Kind::divide: {
            const Expr& u = expr.operand(0);
            const Expr& v = expr.operand(1);
            if (expr.identity() == root_.identity() && v == of("sum", u)) {
                const MatrixForm above = (*this)(u);
                return plus(scaled(num(1) / v, above),
                            scaled(-(Expr::parameter(value_name) / v), weighted(num(1), above)));
            }
            return plus(scaled(num(1) / v, (*this)(u)), scaled(-(u / pow(v, 2)), (*this)(v)));
        }
        case Kind::power: {
            const Expr& u = expr.operand(0);
            const Expr& p = expr.operand(1);
            // max(w, 0)^p has the slope p max(w, 0)^(p - 1) w' on both sides of w = 0.
            const bool cut_off = u.kind() == Kind::call && u.node().primitive->name == "max" &&
                                 u.operand(1).is_number(0) && !p.is_number(1);
            MatrixForm total = scaled(p * Expr::power(u, p - num(1)), (*this)(cut_off ? u.operand(0) : u));
            return depends_on_variable(p) ? plus(total, scaled(expr * build::call("log", u), (*this)(p))) : total;
        }
        case Kind::choice:
            return choice(expr);
        case Kind::call:
            return call(expr);
        case Kind::number:
        case Kind::parameter:
        case Kind::constant:
            break;
        }
        return {};
    }

private:
    MatrixForm choice(const Expr& expr) const {
        const MatrixForm then = (*this)(expr.operand(2));
        const MatrixForm otherwise = (*this)(expr.operand(3));
        if (!then.outer.empty() || !otherwise.outer.empty()) throw NoForm();
        if (then.zero() && otherwise.zero()) return {};
        return {Expr::choice(expr.node().relation, expr.operand(0), expr.operand(1), then.diagonal.value_or(num(0)),
                             otherwise.diagonal.value_or(num(0))),
                {}};
    }

    /// The row of a weighted sum of the components, as 1 times a row.
    static MatrixForm weighted(const Expr& weights, const MatrixForm& form) {
        if (form.zero()) return {};
        std::vector<Expr> terms;
        if (form.diagonal) terms.push_back(weights * *form.diagonal);
        for (const auto& [column, row] : form.outer)
            terms.push_back(of("sum", weights * column) * row);
        return {std::nullopt, {{num(1), terms.size() == 1 ? terms.front() : Expr::add(terms)}}};
    }

    MatrixForm call(const Expr& expr) const {
        const VectorPrimitive* const primitive = vector_primitive_of(expr);
        if (primitive == nullptr) {
            MatrixForm total;
            for (std::size_t i = 0; i < expr.operands().size(); ++i) {
                const MatrixForm inner = (*this)(expr.operand(i));
                if (inner.zero()) continue;
                const Expr partial = expr.node().primitive->partial(i, expr.operands());
                if (!partial.is_number(0)) total = plus(std::move(total), scaled(partial, inner));
            }
            return total;
        }
        const Expr& u = expr.operand(0);
        switch (primitive->op) {
        case VectorOp::first_half:
        case VectorOp::second_half: {
            if (u.kind() != Kind::variable || part_ == InputPart::whole) throw NoForm();
            const bool mine = (primitive->op == VectorOp::first_half) == (part_ == InputPart::first_half);
            return mine ? MatrixForm{num(1), {}} : MatrixForm{};
        }
        case VectorOp::sum:
            return weighted(num(1), (*this)(u));
        case VectorOp::mean:
            return weighted(num(1) / Expr::parameter("n"), (*this)(u));
        case VectorOp::largest:
            return weighted(of("one_hot_argmax", u), (*this)(u));
        case VectorOp::smallest:
            return weighted(of("one_hot_argmax", -u), (*this)(u));
        case VectorOp::norm:
            return weighted(u / expr, (*this)(u));
        case VectorOp::log_sum_exp:
            return weighted(of("softmax", u), (*this)(u));
        case VectorOp::simplex_threshold:
            return weighted(Expr::call("simplex_weights", {u, expr.operand(1)}), (*this)(u));
        case VectorOp::softmax:
        case VectorOp::softmax_plus: {
            const MatrixForm inner = (*this)(u);
            return plus(scaled(expr, inner), scaled(-expr, weighted(expr, inner)));
        }
        case VectorOp::log_softmax: {
            const MatrixForm inner = (*this)(u);
            return plus(inner, scaled(num(-1), weighted(of("softmax", u), inner)));
        }
        case VectorOp::index_parity:
        case VectorOp::one_hot_argmax:
        case VectorOp::top:
        case VectorOp::group_winner:
            return {};
        default:
            throw NoForm();
        }
    }

    Expr root_; ///< the whole formula
    InputPart part_;
};

bool is_constant_vector(const Expr& expr) {
    const std::vector<std::string> names = parameters_of(expr);
    return !depends_on_variable(expr) && std::find(names.begin(), names.end(), value_name) == names.end();
}

bool is_multiple(const Expr& a, const Expr& b) {
    return is_constant_vector(simplify_vector(a / b));
}

/// Moves signs and constant factors of the row to the column.
void gather_constants(MatrixForm::Outer& term) {
    const auto& operands = term.row.operands();
    if (term.row.kind() == Kind::negate) {
        term.column = -term.column;
        term.row = Expr(operands[0]);
        gather_constants(term);
    } else if (term.row.kind() == Kind::divide && is_constant_vector(operands[1])) {
        term.column = term.column / operands[1];
        term.row = Expr(operands[0]);
        gather_constants(term);
    } else if (term.row.kind() == Kind::multiply) {
        std::vector<Expr> rest;
        for (const Expr& factor : operands) {
            if (is_constant_vector(factor))
                term.column = term.column * factor;
            else
                rest.push_back(factor);
        }
        if (rest.empty() || rest.size() == operands.size()) return;
        term.row = rest.size() == 1 ? rest.front() : Expr::multiply(std::move(rest));
    }
}

} // namespace

bool MatrixForm::symmetric() const {
    return std::all_of(outer.begin(), outer.end(),
                       [](const Outer& term) { return is_multiple(term.row, term.column); });
}

Expr simplify_vector(const Expr& expr) {
    Symbols symbols;
    const Expr hidden = symbols.hidden(expr);
    return symbols.shown(simplify(hidden, Equality::almost_everywhere));
}

std::optional<MatrixForm> matrix_form(const Expr& expr, InputPart part) {
    MatrixForm form;
    try {
        form = Former(expr, part)(expr);
    } catch (const NoForm&) {
        return std::nullopt;
    }
    if (form.diagonal) form.diagonal = simplify_vector(*form.diagonal);
    if (form.diagonal && form.diagonal->is_number(0)) form.diagonal.reset();
    for (MatrixForm::Outer& term : form.outer) {
        term.row = simplify_vector(term.row);
        gather_constants(term);
        term.column = simplify_vector(term.column);
    }
    std::erase_if(form.outer, [](const auto& term) { return term.column.is_number(0) || term.row.is_number(0); });
    return form;
}

} // namespace actlas::formula
