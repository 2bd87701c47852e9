#pragma once

#include "figure/figure.hpp"

#include <array>
#include <string>

namespace actlas::figure {

/// One neuron of the worked example: its weights and bias as they are printed, what it adds up and what comes out.
struct NeuronShown {
    std::array<std::string, 2> weights;
    std::string bias;
    double sum = 0;
    double output = 0;
};

/// The example's network: two inputs, two neurons in the middle, one at the end, all with the same activation.
struct NetworkShown {
    std::array<double, 2> inputs{};
    std::array<NeuronShown, 2> middle;
    NeuronShown last;
};

/// A forward pass as a diagram: inputs, weighted sums, the activation with the point that each neuron is at, outputs.
plot::Scene network(const analysis::Study& study, const NetworkShown& shown, const Context& context);

} // namespace actlas::figure
