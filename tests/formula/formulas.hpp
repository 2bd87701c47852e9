#pragma once
// What the formula tests share.

#include "formula/parser.hpp"

#include <array>
#include <string>
#include <string_view>

namespace actlas::formula::test {

/// Parses with the parameters that the tests use.
inline Expr parsed(std::string_view text) {
    static const std::array<std::string, 12> parameters{
        "a", "b", "k", "m", "n", "lo", "beta", "alpha", "lambda", "theta", "negative_slope", "w0"};
    return parse(text, parameters);
}

/// A formula's value and the largest magnitude met on the way to it, by plain recursion in long double with the C
/// library's functions: independent of the project's kernels and evaluator.
struct Measured {
    long double value = 0;
    long double scale = 0;
};
Measured measure(const Expr& expr, long double x);

/// Formulas made up at random from a seed; always the same ones for the same seed.
class Maker {
public:
    explicit Maker(unsigned seed) : state_(seed) {}
    Expr formula(int depth);
    long double point(); ///< in [-4, 4]

private:
    unsigned below(unsigned bound);
    Expr leaf();
    unsigned long long state_;
};

} // namespace actlas::formula::test
