#pragma once

#include "formula/expr.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::formula {

/// The languages that a formula is printed as code in: three Python libraries, and C++ with <cmath> alone.
enum class CodeLanguage { numpy, torch, jax, cpp };

/// What a library has under a name of its own.
struct NativeCall {
    std::string callee;    ///< "jax.nn.gelu"
    std::string arguments; ///< "approximate=False"; may be empty
    bool is_layer = false; ///< calling it with the arguments makes the function; else they follow x
};

/// A function to be printed with its derivative. Nothing in it but `native` reaches the code as it is: names become
/// valid identifiers of the language.
struct CodeOrder {
    std::string name;                ///< of the function
    std::vector<Binding> parameters; ///< in the order of the arguments, with their defaults
    Expr function = Expr::variable();
    Expr derivative = Expr::number(1);
    std::optional<NativeCall> native; ///< of the library of the language
    bool of_vectors = false;          ///< the formula is one of a vector: the function alone is printed
};

/// The text of a comment: "no_overflow", "erf", "left_tail", "threshold", "cancellation", "bessel_series",
/// "bessel_recurrence", "bound", "guard" (NumPy), "double_where" (PyTorch, JAX), "native", "too_long"; of vectors
/// "largest_subtracted", "ranks", "bisection". One line, at
/// most 76 columns.
using CodeComments = std::function<std::string(std::string_view key)>;

/// A complete piece of code: imports, the helpers it needs, the function and NAME_derivative (a comment in its place
/// where the derivative is thousands of terms long). Ends in a line end.
///
/// Its values are those of the evaluator to within rounding wherever no intermediate value leaves the range of a
/// double. Array code computes both branches of an if(); those are guarded so that neither warnings nor NaN in
/// gradients come of it (code_guard.hpp).
std::string to_code(const CodeOrder& order, CodeLanguage language, const CodeComments& comments);

enum class NameOf { function, variable };

/// The identifier that stands for a name in the code: an underscore follows what the language or its library uses.
std::string code_identifier(std::string_view name, CodeLanguage language, NameOf what = NameOf::function);

} // namespace actlas::formula
