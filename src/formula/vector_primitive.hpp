#pragma once

#include "formula/expr.hpp"
#include "formula/primitive.hpp"

#include <span>
#include <string_view>

namespace actlas::formula {

/// How long the value of a vector primitive is, told by its first argument.
enum class Length {
    same,  ///< as long as the argument
    one,   ///< one number: a reduction
    half,  ///< half as long
    twice, ///< both arguments, one behind the other
};

enum class VectorOp {
    first_half,
    second_half,
    index_parity,
    concat,
    sum,
    mean,
    largest,
    smallest,
    norm,
    log_sum_exp,
    softmax,
    softmax_plus,
    softmax_rest,
    log_softmax,
    share,
    one_hot_argmax,
    top,
    group_winner,
    sort_groups,
    simplex_threshold,
    above_threshold,
    simplex_weights,
    spread,
    share_tangent,
    sort_groups_tangent,
};

/// One row: everything that formulas of vectors know about one function that does not act on each component for itself.
/// The functions of primitive.hpp act componentwise and are not repeated here. A new function is a new row of the table
/// in vector_primitive.cpp and its value in vector_kernels.hpp.
struct VectorPrimitive {
    /// Name, number of arguments, notation and spelling in code. The members that make sense for numbers only (value,
    /// enclosure, partial, ...) are empty.
    Primitive call;
    VectorOp op = VectorOp::sum;
    Length length = Length::same;
    std::size_t vectors = 1; ///< as many leading arguments are vectors; the rest are numbers that x does not change
    /// The change of the value when the vector arguments u change by du, in first order; empty: it does not change.
    Expr (*tangent)(std::span<const Expr> u, std::span<const Expr> du) = nullptr;
    bool internal = false;  ///< made by rewriting and differentiation; no formula may name it
    bool symmetric = false; ///< permuting all vector arguments alike permutes the value, or leaves a number as it is
};

/// The whole table, sorted by name.
std::span<const VectorPrimitive> vector_primitives();

/// The row of that name, internal ones included; nullptr if there is none.
const VectorPrimitive* find_vector_primitive(std::string_view name);

/// The row that a call refers to; nullptr for one of the primitives of numbers.
const VectorPrimitive* vector_primitive_of(const Expr& call);

/// True of the names that a formula of a vector uses and no parameter may have: a and b (the halves of x), parity, and
/// the functions of the table, beside those that is_reserved_name() knows.
bool is_reserved_vector_name(std::string_view name);

} // namespace actlas::formula
