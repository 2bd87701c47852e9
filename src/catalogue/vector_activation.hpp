#pragma once

#include "catalogue/activation.hpp"
#include "formula/vector_formula.hpp"

namespace actlas::catalogue {

/// An activation of a whole vector: softmax, a gate, ...
struct VectorActivation {
    /// Names, parameters, texts, references. Its expr is formula.expr(), which only the vector side of the formula
    /// folder understands.
    Activation about;
    formula::VectorFormula formula;
};

} // namespace actlas::catalogue
