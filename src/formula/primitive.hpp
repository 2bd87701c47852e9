#pragma once

#include "formula/expr.hpp"
#include "interval/interval.hpp"

#include <span>
#include <string_view>

namespace actlas::formula {

struct Spelling; // in spelling.hpp

/// What is known of a function for every argument.
enum class Parity { none, even, odd };
enum class Sign { any, nonnegative, positive };

/// How the notation writes a call of a primitive.
enum class Written {
    function,          ///< symbol(u, v, ...), an exponent goes on the symbol
    fenced,            ///< between the two characters of the symbol: |u|
    radical,           ///< √u
    radical_minus,     ///< √(1 + u) − 1
    exponential,       ///< e to the power u
    exponential_minus, ///< e to the power u, minus 1
    log_plus,          ///< ln(1 + u)
    indexed,           ///< symbol with the first argument as its index: j₁(u)
    reduction,         ///< of a vector: the symbol with an index below, then the terms: ∑ⱼ uⱼ
};

/// One row: everything the formula language knows about one function. A new function is a new row of the table in
/// primitive.cpp; a new property of functions (an enclosure, a spelling in another language) is a new member here.
struct Primitive {
    std::string_view name = {}; ///< as the formula language spells it
    std::size_t arity = 1;
    /// The value at arguments args[0] ... args[arity - 1].
    double (*value)(const double* args) = nullptr;
    /// All values for arguments in args[0] ... args[arity - 1], with the decoration of src/interval.
    interval::Interval (*enclosure)(const interval::Interval* args) = nullptr;
    /// The partial derivative with respect to argument i, as a formula in the arguments.
    Expr (*partial)(std::size_t i, std::span<const Expr> args) = nullptr;
    /// The if()s that a piecewise primitive stands for; nullptr for the others.
    Expr (*pieces)(std::span<const Expr> args) = nullptr;
    /// The definition that textbooks print; nullptr where they take the function as given.
    Expr (*textbook)(std::span<const Expr> args) = nullptr;
    Written written = Written::function;
    std::string_view symbol = {}; ///< Unicode: one Greek letter in lower case is set in italics, all else upright
    Parity parity = Parity::none;
    Sign sign = Sign::any;
    bool keeps_sign = false;        ///< f(u) has the sign of u
    bool exact = false;             ///< the value is exact, no rounding
    bool literal_order = false;     ///< the first argument must be a whole number from 0, written out
    const Spelling* code = nullptr; ///< how programming languages spell it
};

/// The whole table, sorted by name.
std::span<const Primitive> primitives();

/// The row of that name, or nullptr.
const Primitive* find_primitive(std::string_view name);

} // namespace actlas::formula
