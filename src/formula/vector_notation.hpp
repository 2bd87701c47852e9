#pragma once

#include "formula/notation.hpp"
#include "formula/vector_formula.hpp"

#include <vector>

namespace actlas::formula {

/// How a formula of vectors is written on paper: by components, with the indices i of the value and j of what is
/// summed over. One equation for each piece of the value: "y_i = ...", for concatenated ones also "y_(n+i) = ...", for
/// one number "y = ...".
std::vector<Notation> notate_vector(const VectorFormula& formula);

/// Its derivatives in the same way: "∂y_i/∂x_j = y_i (δ_ij − y_j)", for gates those by a and by b; empty where the
/// Jacobian has no such form (see matrix_form()).
std::vector<Notation> notate_jacobian(const VectorFormula& formula);

/// What symbols of these equations stand for, as equations: of τ, w and top where they occur.
std::vector<Notation> notate_symbols(const VectorFormula& formula);

} // namespace actlas::formula
