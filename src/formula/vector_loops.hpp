#pragma once

#include "formula/expr.hpp"
#include "formula/vector_primitive.hpp"

#include <optional>
#include <string>
#include <vector>

namespace actlas::formula {

/// A formula of a vector taken apart into loops over components, for languages without arrays that compute as a whole.
/// In every formula here x, or a and b as parameters of these names, are the components of one place of the input, and
/// "parity" is 1 at the first place, 0 at the second, ...; results of earlier steps are parameters of their names,
/// "#1", "#2", ...
struct VectorLoops {
    /// A function of a whole vector, computed before what needs it.
    struct Step {
        std::string result;                         ///< its name
        const VectorPrimitive* primitive = nullptr; ///< a reduction where its length is one
        std::optional<Expr> vector;                 ///< the first argument, of each place; nothing: the input itself
        std::vector<Expr> numbers;                  ///< the other arguments, which the input does not change
    };
    std::vector<Step> steps;      ///< inner ones first
    Expr value = Expr::number(0); ///< of each place, or the one number
    std::optional<Expr> behind;   ///< of a value twice as long: of each place of its second half
};

/// Takes a formula apart. Throws std::logic_error for a formula that
/// VectorFormula::parse() and stable_form() do not make.
VectorLoops vector_loops(const Expr& expr);

} // namespace actlas::formula
