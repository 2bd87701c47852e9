#pragma once

#include "formula/code_expression.hpp"

#include <cstddef>
#include <functional>
#include <string>

namespace actlas::formula {

/// A function of a vector in C++, but for its name, its parameters and the brace that ends it.
struct LoopCode {
    std::string type;  ///< of the value, as a definition begins: "inline std::vector<double> "
    std::string input; ///< the first argument: "const std::vector<double>& v"
    std::string body;  ///< statements, each with its line end
};

/// A formula of a vector as C++: a loop over the components for each vector that is computed on the way, in lines of at
/// most `width` columns where formulas allow it. `names` has the helpers of all primitives in it and the parameters;
/// names of variables are added to it, made by `new_name` from a wish.
LoopCode loop_code(const Expr& expr, CodeNames& names, std::size_t width,
                   const std::function<std::string(const std::string&)>& new_name);

} // namespace actlas::formula
