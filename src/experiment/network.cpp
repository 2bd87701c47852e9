#include "experiment/network.hpp"

#include "experiment/random.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>
#include <utility>

namespace actlas::experiment {

namespace {

using Matrix = Eigen::MatrixXd;

/// The evaluator of a formula applied to each entry.
Matrix applied(const formula::Evaluator& function, const Matrix& values) {
    Matrix result(values.rows(), values.cols());
    const auto size = static_cast<std::size_t>(values.size());
    function(std::span<const double>(values.data(), size), std::span<double>(result.data(), size));
    return result;
}

/// a b, each sum taken in order (Eigen's blocked product would follow the sizes of the caches), column by column.
Matrix product(const Matrix& a, const Matrix& b) {
    Matrix result = Matrix::Zero(a.rows(), b.cols());
    for (Eigen::Index j = 0; j < b.cols(); ++j)
        for (Eigen::Index k = 0; k < a.cols(); ++k)
            result.col(j) += b(k, j) * a.col(k);
    return result;
}

/// a b^T, likewise.
Matrix product_with_transpose(const Matrix& a, const Matrix& b) {
    Matrix result = Matrix::Zero(a.rows(), b.rows());
    for (Eigen::Index j = 0; j < a.cols(); ++j)
        for (Eigen::Index k = 0; k < b.rows(); ++k)
            result.col(k) += b(k, j) * a.col(j);
    return result;
}

double logistic(double x) {
    return x >= 0 ? 1 / (1 + std::exp(-x)) : std::exp(x) / (1 + std::exp(x));
}

/// Whether no sum has a finite slope larger in size than `least`. Looks no further than the first that has.
bool is_dead(const formula::Evaluator& slope, const Eigen::RowVectorXd& sums, double least) {
    constexpr Eigen::Index block = 24;
    std::array<double, block> slopes{};
    for (Eigen::Index from = 0; from < sums.size(); from += block) {
        const auto count = static_cast<std::size_t>(std::min(block, sums.size() - from));
        slope(std::span<const double>(sums.data() + from, count), std::span<double>(slopes.data(), count));
        if (std::any_of(slopes.begin(), slopes.begin() + static_cast<std::ptrdiff_t>(count),
                        [&](double each) { return std::isfinite(each) && std::fabs(each) > least; }))
            return false;
    }
    return true;
}

/// One step of Adam.
void adam(Matrix& value, Matrix& mean, Matrix& square, const Matrix& gradient, double rate, long long time) {
    constexpr double keep_mean = 0.9;
    constexpr double keep_square = 0.999;
    mean = keep_mean * mean + (1 - keep_mean) * gradient;
    square = keep_square * square + (1 - keep_square) * gradient.cwiseProduct(gradient);
    const double mean_scale = 1 / (1 - std::pow(keep_mean, static_cast<double>(time)));
    const double square_scale = 1 / (1 - std::pow(keep_square, static_cast<double>(time)));
    value -= rate * ((mean * mean_scale).array() / ((square * square_scale).array().sqrt() + 1e-8)).matrix();
}

} // namespace

Network::Network(std::vector<int> hidden, Unit unit, std::uint64_t seed) : unit_(std::move(unit)) {
    Random random(seed);
    hidden.push_back(1);
    int inputs = 2;
    for (std::size_t i = 0; i < hidden.size(); ++i) {
        const int outputs = hidden[i];
        Layer layer;
        // Uniform with the variance asked for; the last layer and a linear model have no activation to make up for.
        const double gain = i + 1 == hidden.size() ? 1 : unit_.gain;
        const double reach = gain * std::sqrt(3.0 / inputs);
        layer.weights.resize(outputs, inputs);
        for (Eigen::Index k = 0; k < layer.weights.size(); ++k)
            layer.weights.data()[k] = random.uniform(-reach, reach);
        layer.bias.resize(outputs, 1);
        for (Eigen::Index k = 0; k < layer.bias.size(); ++k)
            layer.bias.data()[k] = random.uniform(-0.5, 0.5);
        layer.weights_mean = layer.weights_square = Matrix::Zero(outputs, inputs);
        layer.bias_mean = layer.bias_square = Matrix::Zero(outputs, 1);
        layers_.push_back(std::move(layer));
        inputs = outputs;
    }
}

Network::Matrix Network::Layer::sums(const Matrix& inputs) const {
    Matrix result = product(weights, inputs);
    result.colwise() += bias.col(0);
    return result;
}

Network::Pass Network::forward(Matrix inputs) const {
    Pass pass;
    for (const Layer& layer : layers_) {
        Matrix sums = layer.sums(inputs);
        pass.inputs.push_back(std::move(inputs));
        inputs = &layer == &layers_.back() ? Matrix() : applied(unit_.f, sums);
        pass.sums.push_back(std::move(sums));
    }
    return pass;
}

void Network::step(const Matrix& inputs, const Matrix& labels, double rate, long long time) {
    const Pass pass = forward(inputs);
    // The derivative of the mean cross-entropy by the logits.
    Matrix error = pass.sums.back();
    for (Eigen::Index i = 0; i < error.size(); ++i)
        error.data()[i] = (logistic(error.data()[i]) - labels.data()[i]) / static_cast<double>(error.size());
    std::vector<Matrix> weights_gradient(layers_.size());
    std::vector<Matrix> bias_gradient(layers_.size());
    double square = 0;
    for (std::size_t i = layers_.size(); i-- > 0;) {
        weights_gradient[i] = product_with_transpose(error, pass.inputs[i]);
        bias_gradient[i] = error.rowwise().sum();
        square += weights_gradient[i].squaredNorm() + bias_gradient[i].squaredNorm();
        if (i > 0) {
            const Matrix back = layers_[i].weights.transpose().lazyProduct(error);
            error = back.cwiseProduct(applied(unit_.slope, pass.sums[i - 1]));
        }
    }
    // One wild batch must not throw the weights away; a gradient without a value moves nothing.
    if (!std::isfinite(square)) return;
    const double clip = std::min(1.0, 1 / std::max(std::sqrt(square), 1e-300));
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        Layer& layer = layers_[i];
        adam(layer.weights, layer.weights_mean, layer.weights_square, clip * weights_gradient[i], rate, time);
        adam(layer.bias, layer.bias_mean, layer.bias_square, clip * bias_gradient[i], rate, time);
    }
}

void Network::train(std::span<const Sample> samples, const Training& training,
                    const std::function<void()>& after_epoch) {
    Random random(training.seed);
    std::vector<std::size_t> order(samples.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto batch = static_cast<std::size_t>(training.batch);
    long long time = 0;
    if (after_epoch) after_epoch();
    for (int epoch = 0; epoch < training.epochs; ++epoch) {
        for (std::size_t i = order.size(); i > 1; --i) // Fisher and Yates
            std::swap(order[i - 1], order[random.below(i)]);
        const double done = static_cast<double>(epoch) / training.epochs;
        const double rate = training.rate * 0.5 * (1 + std::cos(std::numbers::pi * done));
        for (std::size_t from = 0; from < order.size(); from += batch) {
            const std::size_t count = std::min(batch, order.size() - from);
            Matrix inputs(2, static_cast<Eigen::Index>(count));
            Matrix labels(1, static_cast<Eigen::Index>(count));
            for (std::size_t i = 0; i < count; ++i) {
                const Sample& sample = samples[order[from + i]];
                const auto column = static_cast<Eigen::Index>(i);
                inputs(0, column) = sample.x;
                inputs(1, column) = sample.y;
                labels(0, column) = sample.label;
            }
            step(inputs, labels, rate, ++time);
        }
        if (after_epoch) after_epoch();
    }
}

Network::Matrix Network::inputs_of(std::span<const Sample> samples) {
    Matrix inputs(2, static_cast<Eigen::Index>(samples.size()));
    for (std::size_t i = 0; i < samples.size(); ++i) {
        inputs(0, static_cast<Eigen::Index>(i)) = samples[i].x;
        inputs(1, static_cast<Eigen::Index>(i)) = samples[i].y;
    }
    return inputs;
}

std::vector<double> Network::logits(std::span<const double> x, std::span<const double> y) const {
    Matrix inputs(2, static_cast<Eigen::Index>(x.size()));
    for (std::size_t i = 0; i < x.size(); ++i) {
        inputs(0, static_cast<Eigen::Index>(i)) = x[i];
        inputs(1, static_cast<Eigen::Index>(i)) = y[i];
    }
    const Pass pass = forward(std::move(inputs));
    const Matrix& last = pass.sums.back();
    return {last.data(), last.data() + last.size()};
}

double Network::accuracy(std::span<const Sample> samples) const {
    const Matrix found = forward(inputs_of(samples)).sums.back();
    std::size_t right = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double logit = found.data()[i];
        if (std::isfinite(logit) && (logit > 0) == (samples[i].label == 1)) ++right;
    }
    return static_cast<double>(right) / static_cast<double>(samples.size());
}

double Network::loss(std::span<const Sample> samples) const {
    const Matrix found = forward(inputs_of(samples)).sums.back();
    double sum = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        // -log of the probability of the right class, log(1 + exp(-z)) without overflow
        const double z = samples[i].label == 1 ? found.data()[i] : -found.data()[i];
        sum += std::max(-z, 0.0) + std::log1p(std::exp(-std::fabs(z)));
    }
    return sum / static_cast<double>(samples.size());
}

double Network::dead_share(std::span<const Sample> samples, double slope) const {
    Matrix values = inputs_of(samples);
    Eigen::Index units = 0;
    Eigen::Index dead = 0;
    for (std::size_t i = 0; i + 1 < layers_.size(); ++i) {
        const Matrix sums = layers_[i].sums(values);
        units += sums.rows();
        for (Eigen::Index row = 0; row < sums.rows(); ++row)
            if (is_dead(unit_.slope, sums.row(row), slope)) ++dead;
        if (i + 2 < layers_.size()) values = applied(unit_.f, sums);
    }
    return units == 0 ? 0 : static_cast<double>(dead) / static_cast<double>(units);
}

} // namespace actlas::experiment
