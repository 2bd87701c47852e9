#pragma once

#include "formula/expr.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace actlas::formula {

/// A formula of a vector x of n numbers whose value is a vector or one number.
class VectorFormula {
public:
    /// How many numbers the value has.
    enum class Size { one, half, same, twice };

    /// Reads a formula (see parse_vector()) and looks whether the vectors that meet in it are equally long. Throws
    /// ParseError.
    static VectorFormula parse(std::string_view text, std::span<const std::string> parameters = {});

    /// The formula of x itself.
    VectorFormula() : VectorFormula(Expr::variable(), Size::same, false) {}

    const Expr& expr() const { return expr_; }
    Size size() const { return size_; }
    std::size_t outputs(std::size_t inputs) const;
    /// The formula speaks of the halves of x: n must be even.
    bool of_halves() const { return of_halves_; }

    /// The same formula with its parameters replaced by numbers.
    VectorFormula bound(std::span<const Binding> bindings) const;

    /// What is wrong with n inputs, the parameters being bound: "x must have an even number of components", or that a
    /// group size does not divide n; "" if nothing is.
    std::string refusal(std::size_t inputs) const;

private:
    VectorFormula(Expr expr, Size size, bool of_halves) : expr_(std::move(expr)), size_(size), of_halves_(of_halves) {}
    Expr expr_;
    Size size_;
    bool of_halves_;
};

} // namespace actlas::formula
