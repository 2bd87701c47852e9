#pragma once

#include "formula/expr.hpp"
#include "formula/rational.hpp"
#include "interval/interval.hpp"

#include <exception>
#include <optional>

namespace actlas::formula::asymptotic {

/// Thrown where the rules do not lead on.
struct Undecided : std::exception {
    const char* what() const noexcept override { return "the asymptotic rules do not decide this"; }
};

/// A real number: a fraction, or a formula without x together with its enclosure, or, where that formula would be too
/// long to work with, the enclosure alone. Never NaN.
class Coefficient {
public:
    Coefficient(std::int64_t whole) : Coefficient(Rational{whole}) {} // NOLINT(google-explicit-constructor)
    Coefficient(const Rational& value);                               // NOLINT(google-explicit-constructor)
    /// Throws Undecided where the formula has no value.
    explicit Coefficient(const Expr& constant);

    const std::optional<Rational>& rational() const { return rational_; }
    const interval::Interval& enclosure() const { return enclosure_; }
    /// Nothing where only the enclosure is known.
    std::optional<Expr> expr() const;

    /// -1, 0 or 1; throws Undecided where the number cannot be told from 0.
    int sign() const;
    bool is(std::int64_t whole) const { return rational_ && rational_->is(whole); }
    Coefficient simplified() const { return expr_ ? Coefficient(*expr_) : *this; }
    /// A double that is, or as a literal stands for, exactly this number, once simplified.
    std::optional<double> literal() const;

    Coefficient operator-() const;
    friend Coefficient operator+(const Coefficient& a, const Coefficient& b);
    friend Coefficient operator*(const Coefficient& a, const Coefficient& b);
    /// c^r for c > 0 or whole r; throws Undecided otherwise.
    friend Coefficient power(const Coefficient& base, const Rational& exponent);
    friend Coefficient exp(const Coefficient& c);
    /// Of c > 0; throws Undecided otherwise.
    friend Coefficient log(const Coefficient& c);

private:
    /// What is made of other numbers. Simplified only where it cannot be told from 0: that is what takes time.
    Coefficient(std::optional<Expr> expr, const interval::Interval& enclosure, std::size_t size);

    std::optional<Rational> rational_;
    std::optional<Expr> expr_; ///< of a number that is not in rational_
    interval::Interval enclosure_;
    std::size_t size_ = 1; ///< at least the number of nodes in expr_
};

} // namespace actlas::formula::asymptotic
