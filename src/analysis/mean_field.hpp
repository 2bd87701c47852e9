#pragma once

#include "analysis/gaussian.hpp"
#include "formula/evaluator.hpp"
#include "formula/expr.hpp"

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

/// How signals and gradients spread through a very wide, fully connected network with weights N(0,
/// weight_variance/width) and biases N(0, bias_variance). The length q of a layer's inputs (their mean square) becomes
///     q -> weight_variance E f(sqrt(q) z)^2 + bias_variance,   z ~ N(0, 1),
/// and each layer multiplies the mean square of a gradient, and of a small difference between two inputs, by
///     chi = weight_variance E f'(sqrt(q) z)^2
/// at the length q that the layers settle at. chi = 1 is the edge of chaos: below it gradients vanish, above it they
/// explode, by a factor e every 1/|ln chi| layers.
/// B. Poole et al., "Exponential expressivity in deep neural networks through transient chaos", 2016;
/// S. Schoenholz et al., "Deep information propagation", 2017; S. Hayou et al., "On the impact of the activation
/// function on deep neural networks training", 2019.
namespace actlas::analysis {

/// Weights and biases for which chi = 1 at a fixed point of the length.
struct EdgePoint {
    double weight_variance = 0;
    double bias_variance = 0;
    double length = 0;       ///< the fixed point; 0: the limit that the edge starts from
    bool attracting = false; ///< lengths near it come nearer
};

struct EdgeOfChaos {
    /// Without biases, by growing length; empty where there is none with 1e-3 <= length <= 1e4 or in the limit.
    std::vector<EdgePoint> points;
    /// With biases, at lengths of edge_lengths: those of them that some bias variance > 0 makes a fixed point.
    std::vector<EdgePoint> with_bias;
    bool any_length = false; ///< f(cx) = c f(x) for c > 0: at this one point every length is a fixed point
};

/// The lengths at which the edge of chaos is given where biases move it.
inline constexpr std::array edge_lengths{0.25, 0.5, 1.0, 2.0, 4.0};

/// Split points as for gaussian_moments(). Costs some forty of its averages, and propagation() some thirty: too much
/// for formulas of thousands of operations.
EdgeOfChaos edge_of_chaos(const formula::Evaluator& f, const formula::Evaluator& slope, std::span<const double> splits);

/// Where the length goes that starts at 1, and what happens to gradients there.
struct Propagation {
    enum class Fate {
        settles,   ///< at `length`
        kept,      ///< every length stays as it is: chi does not depend on it
        vanishes,  ///< towards 0; chi is that of the limit
        explodes,  ///< without bound; no chi
        undecided, ///< the averages are not finite, or do not exist
    };
    Fate fate = Fate::undecided;
    double length = 0;
    bool attracting = false; ///< |d(next length)/d(length)| < 1 at `length`
    Estimate chi;            ///< NaN where there is none
    double depth_scale = 0;  ///< 1/|ln chi|: infinite on the edge of chaos, NaN where there is no chi
};

Propagation propagation(const formula::Evaluator& f, const formula::Evaluator& slope, std::span<const double> splits,
                        double weight_variance, double bias_variance);

/// The gain that PyTorch's torch.nn.init.calculate_gain recommends for an activation of that id, with weight_variance =
/// gain^2 (documentation of torch.nn.init: linear 1, sigmoid 1, tanh 5/3, relu sqrt(2), leaky_relu sqrt(2/(1 + a^2)),
/// selu 3/4); nothing for the others.
std::optional<double> recommended_gain(std::string_view id, std::span<const formula::Binding> bindings);

/// The signal propagation of one activation.
struct Signals {
    EdgeOfChaos edge;
    std::optional<double> recommended_gain;    ///< by PyTorch
    std::optional<Propagation> at_recommended; ///< what layers with that gain do, without biases
};

/// Empty for formulas whose averages would take long. `id` and `bindings` as for recommended_gain().
Signals signals(std::string_view id, std::span<const formula::Binding> bindings, const formula::Evaluator& f,
                const formula::Evaluator& slope, std::span<const double> splits, std::size_t nodes);

} // namespace actlas::analysis
