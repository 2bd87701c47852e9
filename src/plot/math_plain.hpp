#pragma once

#include "plot/typeset.hpp"

#include <string>

namespace actlas::plot {

/// An expression in one line of text, for readers who do not see it: "f′(x) = 1/(1 + e^(−x))".
std::string plain_math(const MathNode& node);

} // namespace actlas::plot
