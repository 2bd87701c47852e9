#pragma once

#include "analysis/number_format.hpp"
#include "formula/evaluator.hpp"
#include "formula/expr.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace actlas::analysis {

/// What f, rounded to a format, is from some input on to the end of the format's values.
struct RoundedTail {
    enum class Kind {
        constant, ///< `value`: the limit of f, rounded
        identity, ///< x itself
        overflow, ///< beyond the largest number
    };
    Kind kind = Kind::constant;
    double value = 0; ///< of a constant tail
    /// The first input of the tail, nearest to the other end; the other end itself where f is so everywhere.
    double from = 0;
    bool proved = false; ///< it is so at every value from there on: looked at each, or by enclosures
};

/// Inputs on one side of 0 that something happens to: those nearest to 0 and farthest from it.
struct InputRange {
    double nearest = 0;
    double farthest = 0;
};

/// Inputs that something happens to. They need not be neighbours.
struct Affected {
    std::optional<std::size_t> inputs;  ///< how many; only where every value was looked at
    std::optional<InputRange> negative; ///< -0 included
    std::optional<InputRange> positive; ///< 0 included
};

/// What goes wrong when the formula is typed in as textbooks print it (formula/textbook.hpp) and every operation is
/// rounded to the format. It is compared with f(x) in double precision, rounded once more: where the exact value lies
/// so close to the middle of two numbers of the format that the double is that middle, either neighbour may be right.
struct TextbookErrors {
    /// An intermediate result leaves the range although f(x) does not; and the operation that is the first to do so at
    /// the nearest input on either side.
    Affected overflow;
    std::optional<formula::Expr> overflows_negative;
    std::optional<formula::Expr> overflows_positive;
    Affected undefined; ///< NaN where f(x) is a number
    Affected infinite;  ///< infinite where f(x) is finite
    Affected flushed;   ///< 0 where f(x) is not
    /// Over the inputs with finite results, in units of the last place of the exact value (below the normal numbers, of
    /// the smallest number); only where every value was looked at. Errors of at most half a unit may be passed over.
    std::optional<double> largest_error;
    double largest_error_at = 0; ///< of several, the most negative
};

/// An activation in one number format.
struct FormatBehaviour {
    const NumberFormat* format = nullptr;
    /// True: the tails of f and the textbook errors were checked at every value of the format. False (float32, and the
    /// formats of 16 bits for very long formulas): at values spread evenly over each binade, and by bisection between
    /// those.
    bool every_value = false;
    std::optional<RoundedTail> left;
    std::optional<RoundedTail> right;
    /// The slope at all inputs <= (>=) this one rounds to 0. Found at 16 values a binade (at all of the formats of 8
    /// bits) and by bisection between those.
    std::optional<double> slope_zero_left;
    std::optional<double> slope_zero_right;
    /// It is so at every value beyond: by enclosures, or (8 bits) looked at each.
    bool slope_zero_left_proved = false;
    bool slope_zero_right_proved = false;
    TextbookErrors textbook;
};

/// One for each of number_formats(). `formula` is the formula as it is written and `derivative` its derivative, with
/// the parameters of `bindings`; f and slope evaluate them, and may have been simplified first. Throws
/// std::invalid_argument naming a parameter that is not bound.
std::vector<FormatBehaviour> low_precision(const formula::Expr& formula, const formula::Expr& derivative,
                                           std::span<const formula::Binding> bindings, const formula::Evaluator& f,
                                           const formula::Evaluator& slope);

} // namespace actlas::analysis
