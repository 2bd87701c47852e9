#pragma once

#include "experiment/data.hpp"
#include "formula/evaluator.hpp"

#include <Eigen/Core>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace actlas::experiment {

/// What the hidden units compute.
struct Unit {
    formula::Evaluator f;
    formula::Evaluator slope;
    /// Initial weights have variance gain^2 divided by the number of inputs.
    double gain = 1;
};

/// How a network is trained: Adam (D. Kingma and J. Ba, 2015) on the cross-entropy in small batches, the rate falling
/// along half a cosine to 0.
struct Training {
    int epochs = 200;
    int batch = 50;
    double rate = 0.03;
    std::uint64_t seed = 1; ///< of the initial weights and of the order of the samples
};

/// A small, fully connected network from the plane to one number, whose sign is the class. The same bytes on every run:
/// sums are taken in a fixed order, random numbers are our own.
class Network {
public:
    /// `hidden` are the widths of the hidden layers; none: a linear model, `unit` is not used.
    Network(std::vector<int> hidden, Unit unit, std::uint64_t seed);

    /// `after_epoch` is called before the first epoch too: training.epochs + 1 times.
    void train(std::span<const Sample> samples, const Training& training,
               const std::function<void()>& after_epoch = {});

    /// Positive: class 1. NaN where training has failed.
    std::vector<double> logits(std::span<const double> x, std::span<const double> y) const;

    /// The share of samples that are put into their class, of [0, 1].
    double accuracy(std::span<const Sample> samples) const;

    /// The mean cross-entropy of the samples, nats. NaN where training has failed.
    double loss(std::span<const Sample> samples) const;

    /// The share of hidden units whose slope is at most `slope` in size at every sample, of [0, 1]: hardly any gradient
    /// gets through them to the weights before them. Units without a finite slope are among them. 0 without hidden
    /// ones.
    double dead_share(std::span<const Sample> samples, double slope) const;

private:
    using Matrix = Eigen::MatrixXd;

    struct Layer {
        Matrix weights; ///< outputs x inputs
        Matrix bias;    ///< outputs x 1
        /// Adam's running means of the gradients and of their squares.
        Matrix weights_mean, weights_square, bias_mean, bias_square;

        /// Before the activation, a column for each column of inputs.
        Matrix sums(const Matrix& inputs) const;
    };
    /// What the samples of a batch, a column each, were on their way through the layers.
    struct Pass {
        std::vector<Matrix> inputs; ///< of each layer
        std::vector<Matrix> sums;   ///< before the activation
    };

    static Matrix inputs_of(std::span<const Sample> samples);
    Pass forward(Matrix inputs) const;
    void step(const Matrix& inputs, const Matrix& labels, double rate, long long time);

    std::vector<Layer> layers_;
    Unit unit_;
};

} // namespace actlas::experiment
