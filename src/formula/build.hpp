#pragma once
// Shorthand for code that writes formulas: the derivative rules and the simplifier.

#include "formula/expr.hpp"

namespace actlas::formula::build {

inline Expr num(double value) {
    return Expr::number(value);
}

inline Expr operator+(Expr a, Expr b) {
    return Expr::add({std::move(a), std::move(b)});
}
inline Expr operator-(Expr a) {
    return Expr::negate(std::move(a));
}
inline Expr operator-(Expr a, Expr b) {
    return Expr::add({std::move(a), Expr::negate(std::move(b))});
}
inline Expr operator*(Expr a, Expr b) {
    return Expr::multiply({std::move(a), std::move(b)});
}
inline Expr operator/(Expr a, Expr b) {
    return Expr::divide(std::move(a), std::move(b));
}
inline Expr pow(Expr base, double exponent) {
    return Expr::power(std::move(base), num(exponent));
}
inline Expr call(std::string_view primitive, Expr argument) {
    return Expr::call(primitive, {std::move(argument)});
}

} // namespace actlas::formula::build
