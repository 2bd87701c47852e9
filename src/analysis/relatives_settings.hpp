#pragma once
// Which values of its parameters make one function another.

#include "analysis/relatives.hpp"
#include "analysis/relatives_samples.hpp"
#include "formula/open_evaluator.hpp"

#include <functional>

namespace actlas::analysis {

/// A value that a formula writes, with its formula: 0.01, 1/6, sqrt(2/pi).
struct Constant {
    double value = 0;
    formula::Expr exact;
};

/// The values that are tried for the parameters of a family that is to become a given function.
struct Constants {
    std::vector<Constant> written; ///< those of its formula, the first few of them
    std::vector<Constant> derived; ///< their negatives and reciprocals
};

/// Of a formula with its parameters bound. 0, 1, -1, 2 and 1/2 are tried with every function and not among them.
Constants constants_of(const formula::Expr& bound);

/// A function at other values of its parameters.
struct Special {
    std::vector<Setting> parameters; ///< those that differ from the values that they usually have
    formula::Expr bound;
};

/// An activation with its parameters open.
class Adjustable {
public:
    explicit Adjustable(const catalogue::Activation& activation);

    /// The settings at which the function has these values at the probes, the fewest changes first, until `take`
    /// returns true. Tried are, for each parameter by itself, the constants, 0, 1, -1, 2, 1/2 and the ends of its usual
    /// range; for two together (of two or three parameters: for all) fewer of them.
    void find(const Probes& f, const Constants& constants, const std::function<bool(const Special&)>& take) const;

private:
    struct Search;

    std::vector<catalogue::Parameter> parameters_;
    formula::Expr expr_;
    formula::OpenEvaluator at_;
};

} // namespace actlas::analysis
