#pragma once

#include "base/diagnostic.hpp"
#include "formula/expr.hpp"

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace actlas::formula {

/// A formula that does not follow the language. `offset` and `length` are bytes of the text given to parse().
class ParseError : public std::runtime_error {
public:
    ParseError(const std::string& message, std::size_t offset, std::size_t length, std::string hint = {})
        : std::runtime_error(message), offset_(offset), length_(length), hint_(std::move(hint)) {}
    std::size_t offset() const { return offset_; }
    std::size_t length() const { return length_; }
    const std::string& hint() const { return hint_; } ///< e.g. `did you mean "tanh"?`

    /// The error as a diagnostic on the formula's own text.
    Diagnostic diagnostic(std::string_view formula, std::string_view file = {}) const;

private:
    std::size_t offset_;
    std::size_t length_;
    std::string hint_;
};

/// True of the names that no parameter may have: x, pi, e, if and the primitives.
bool is_reserved_name(std::string_view name);

/// Reads a formula: numbers, x, the named parameters, pi, e, + - * / ^ (right-associative, binds tighter than unary
/// minus), parentheses, the primitives of primitive.hpp (clamp(u, low, high) wants low <= high), and if(a < b, then,
/// otherwise) with < <= > >=. Keeps the tree as written (nothing is simplified). Throws ParseError; nesting deeper than
/// 200 and more than 20,000 nodes are errors.
Expr parse(std::string_view text, std::span<const std::string> parameters = {});

/// Reads a formula of a vector: the language of parse(), in which x is a vector, its first half a and its second half
/// b, and parity the vector 1, 0, 1, 0, ... (the index, counted from 1, modulo 2); the functions of primitive.hpp act
/// on each component, those of vector_primitive.hpp on the whole; max and min of one argument are its largest and
/// smallest component. The lengths of vectors that meet are looked at by VectorFormula, not here. Throws as parse().
Expr parse_vector(std::string_view text, std::span<const std::string> parameters = {});

} // namespace actlas::formula
