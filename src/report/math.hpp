#pragma once

#include "formula/notation.hpp"

#include <string>
#include <string_view>

namespace actlas::report {

/// Mathematics as prose writes it: sides in the formula language, in which every name that is no primitive is a
/// variable ("w", "x1", "alpha"), joined by = < > <= >= ≈. A whole side may also be a function applied to a formula,
/// with primes ("f(z)", "sigma'(x)"), between bars or not ("|f'(x)|"); an argument that ends in + or - is a one-sided
/// limit ("f(0+)"). Numbers may be as people read them, with U+2212 and U+202F. Throws InputError that quotes the text.
formula::Notation prose_math(std::string_view text);

} // namespace actlas::report
