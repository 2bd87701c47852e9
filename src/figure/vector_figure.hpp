#pragma once

#include "analysis/vector_study.hpp"
#include "figure/figure.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actlas::figure {

/// The kinds of figure that suit an activation of vectors, the most telling first: of "temperature" (what becomes of
/// one set of scores as they are divided by a temperature), "simplex" (the shares of three scores over the plane of
/// their differences, beside softmax's), "gate" (contours over a and b), "response" (all outputs as one input moves)
/// and "jacobian" (the Jacobian at one point).
std::vector<std::string> vector_kinds(const analysis::VectorStudy& study);

/// Every kind that there is.
std::vector<std::string> all_vector_kinds();

/// A figure of a kind; throws InputError for one that does not suit. Of the options title, width, height and x_range
/// (of gate and response) are heeded.
plot::Scene vector_figure(std::string_view kind, const analysis::VectorStudy& study, const Context& context,
                          const Options& options = {});

} // namespace actlas::figure
