#pragma once

#include "experiment/network.hpp"
#include "experiment/settings.hpp"

#include <vector>

namespace actlas::experiment {

/// A deep network without biases: the same unit in every layer, weights of variance `weight_variance` / width.
struct DeepNetwork {
    Unit unit; ///< its gain is not used
    double weight_variance = 1;
};

/// Mean squares after `layer` layers against those at layer 0.
struct Size {
    int layer = 0;
    double signal = 0;   ///< of the sums h of a layer; those of layer 0 have mean square 1
    double gradient = 0; ///< at layer 0, of a gradient that is 1 on average in the layer named and random in sign
};

/// Random networks of settings.width and settings.depth, one after the other: for each, its sizes at every
/// `every`-th layer and the last, by one forward pass and a backward pass from each of these layers.
///
///     h_l = W_l f(h_(l-1)),    g_(l-1) = f'(h_(l-1)) * W_l^T g_l
///
/// Weights are uniform: in wide layers only their variance counts. All networks of `networks` get the same weights but
/// for their scale. Answers [network][repetition][layer], settings.networks repetitions. Sizes may be 0, infinite or
/// NaN where the network leaves the range of numbers.
std::vector<std::vector<std::vector<Size>>> measured_sizes(const std::vector<DeepNetwork>& networks, int every,
                                                           const Settings& settings, unsigned jobs);

} // namespace actlas::experiment
