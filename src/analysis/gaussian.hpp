#pragma once

#include "formula/evaluator.hpp"

#include <cstddef>
#include <span>

namespace actlas::analysis {

/// A number found by quadrature with an estimate of its absolute error. Infinite where the integral diverges; NaN
/// (error infinite) where it is not defined or could not be decided, as when a singularity keeps the quadrature from
/// settling.
struct Estimate {
    double value = 0;
    double error = 0;
};

/// Averages over x ~ N(0, variance).
struct GaussianMoments {
    Estimate mean;                ///< E f(x)
    Estimate second_moment;       ///< E f(x)^2
    Estimate variance;            ///< E (f(x) - E f)^2
    Estimate slope_second_moment; ///< E f'(x)^2; infinite where f jumps, since f' is a delta function there
};

/// How many panels a quadrature may come to.
constexpr std::size_t usual_panels = 3000;

/// By Gauss-Kronrod rules (G15, K31) on panels that end at 0 and at the split points and are halved where the two rules
/// differ; outwards until the rest is negligible, at most to 40 standard deviations. The relative error is near 1e-14
/// for functions that are smooth between the split points, which must hold all jumps and kinks of f and f' (of more
/// than 500 split points none is used). What `most_panels` does not suffice for shows in the error. Throws
/// std::invalid_argument unless 0 < variance < inf.
GaussianMoments gaussian_moments(const formula::Evaluator& f, const formula::Evaluator& slope,
                                 std::span<const double> splits, double variance = 1,
                                 std::size_t most_panels = usual_panels);

/// For x ~ N(0, 1), with the gains that keep the size of signals and of gradients from layer to layer (Klambauer et
/// al., "Self-normalizing neural networks", 2017, and PyTorch's calculate_gain use the first).
struct GaussianAverages {
    Estimate mean;
    Estimate second_moment;
    Estimate variance;
    Estimate slope_second_moment;
    Estimate forward_gain;  ///< 1/sqrt(E f^2); infinite where f = 0, NaN where E f^2 is not finite
    Estimate backward_gain; ///< 1/sqrt(E f'^2), likewise
};

GaussianAverages gaussian_averages(const formula::Evaluator& f, const formula::Evaluator& slope,
                                   std::span<const double> splits, std::size_t most_panels = usual_panels);

} // namespace actlas::analysis
