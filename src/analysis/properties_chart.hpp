#pragma once

#include "formula/expr.hpp"
#include "interval/search.hpp"

#include <cstddef>
#include <vector>

/// Where a function is positive, negative or zero: what the properties are read from.
namespace actlas::analysis {

using Box = interval::Interval;

/// The largest single-precision number: as far as enclosures are searched; beyond, limits decide.
constexpr double farthest = interval::float32_range.high();

/// The sign of a function is -1, 0 or 1 for all of a stretch, or this.
constexpr int unknown_sign = 2;

int sign_of(const Box& value); ///< -1 or 1, 0 for exactly 0, else unknown_sign
int opposite(int sign);
int product_of_signs(int a, int b);

/// The boxes on a stretch where a function may vanish, and its sign between them.
struct SignChart {
    struct Spot {
        Box place;
        bool zero = false; ///< exactly one zero lies in `place`; else any number of zeros, poles, or undefined values
    };

    double low = 0; ///< the open stretch; may be infinite
    double high = 0;
    std::vector<Spot> spots; ///< sorted, disjoint
    std::vector<int> signs;  ///< before, between and after the spots
    bool symbolic = false;   ///< from the form of the formula alone
    bool endless = false;    ///< so many zeros were met far out that the search was given up there

    /// Nothing is left open: every spot is a zero, every sign is known.
    bool known() const;
    /// How much is open: spots that are no zeros and unknown signs.
    std::size_t gaps() const;
    /// The sign at a point that lies in no spot.
    int at(double x) const;
    double left_of_gap(std::size_t gap) const;
    double right_of_gap(std::size_t gap) const;
};

/// A double strictly between the two (infinite ends allowed), of moderate size if there is one; the first if there is
/// none.
double between(double low, double high);

SignChart constant_chart(double low, double high, int sign);
SignChart opposite(SignChart chart);

/// The chart of the product of two functions on the same stretch.
SignChart product(const SignChart& a, const SignChart& b);

/// How hard to look.
struct ChartEffort {
    std::size_t evaluations = 1500; ///< of enclosures in each search; 0: the form of the formula alone
};

/// The chart of a formula without branches on the open stretch (low, high), whose parameters are bound: factors of
/// known sign drop out, the zeros of the other factors are isolated by branch and bound. At infinity, where enclosures
/// underflow, terms are compared by their growth.
SignChart sign_chart(const formula::Expr& expr, double low, double high, const ChartEffort& effort = {});

} // namespace actlas::analysis
