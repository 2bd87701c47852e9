#pragma once

#include "catalogue/vector_activation.hpp"
#include "cli/console.hpp"

#include <optional>
#include <string>

namespace actlas::cli {

/// Prints an activation of vectors as CSV: a header y1,...,ym, then a line for each line of components read from
/// standard input, or for the one vector of `at`; with order 1 also the Jacobian, row by row: dy1_dx1, dy1_dx2, ...
/// Throws InputError for another order, for a line that is not numbers, is of another length than the first, or of a
/// length that the activation does not take.
void eval_vectors(const catalogue::VectorActivation& activation, int order, const std::optional<std::string>& at,
                  const Console& console);

} // namespace actlas::cli
