#include "experiment/signals.hpp"

#include "base/parallel.hpp"
#include "experiment/random.hpp"

#include <cmath>

namespace actlas::experiment {

namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

/// What the repetition-th network of each kind is made from: entries of variance 1.
struct Draw {
    Vector input;                ///< h_0, mean square 1
    std::vector<Matrix> weights; ///< of layers 1, 2, ..., divided by sqrt(width)
    Matrix gradients;            ///< a column of mean square 1 for each layer that a backward pass begins at
};

void fill(Matrix& matrix, double reach, Random& random) {
    for (Eigen::Index i = 0; i < matrix.size(); ++i)
        matrix.data()[i] = random.uniform(-reach, reach);
}

std::vector<int> measured_layers(int every, int depth) {
    std::vector<int> layers;
    for (int layer = every; layer < depth; layer += every)
        layers.push_back(layer);
    layers.push_back(depth);
    return layers;
}

Draw draw(const Settings& settings, std::size_t repetition, std::size_t starts) {
    Random random(seed_for(settings, Purpose::signals, repetition));
    const double unit_variance = std::sqrt(3.0); // the reach of uniform numbers with variance 1
    const auto width = static_cast<Eigen::Index>(settings.width);
    const auto scaled = [&](Matrix matrix) {
        for (Eigen::Index i = 0; i < matrix.cols(); ++i)
            matrix.col(i) *= std::sqrt(static_cast<double>(width)) / matrix.col(i).norm();
        return matrix;
    };
    Draw made;
    // A layer's sums are near normal; so are these, sums of many uniform numbers.
    Matrix first(width, width);
    fill(first, unit_variance, random);
    made.input = scaled(first.rowwise().sum()).col(0);
    for (int layer = 0; layer < settings.depth; ++layer) {
        made.weights.emplace_back(width, width);
        fill(made.weights.back(), unit_variance / std::sqrt(static_cast<double>(width)), random);
    }
    made.gradients.resize(width, static_cast<Eigen::Index>(starts));
    fill(made.gradients, unit_variance, random);
    made.gradients = scaled(made.gradients);
    return made;
}

std::vector<Size> sizes(const DeepNetwork& network, const Draw& draw, const std::vector<int>& layers) {
    const double scale = std::sqrt(network.weight_variance);
    const auto width = static_cast<double>(draw.input.size());
    std::vector<Size> result;
    std::vector<Vector> slopes; // f'(h) of layers 0, 1, ...
    Vector sums = draw.input;
    Vector values(sums.size());
    const auto span = [](Vector& vector) {
        return std::span<double>(vector.data(), static_cast<std::size_t>(vector.size()));
    };
    for (std::size_t i = 0; i < draw.weights.size(); ++i) {
        slopes.emplace_back(sums.size());
        network.unit.slope(span(sums), span(slopes.back()));
        network.unit.f(span(sums), span(values));
        // By columns, so that each sum is taken in the order of the inputs.
        sums.setZero();
        for (Eigen::Index k = 0; k < values.size(); ++k)
            sums += (scale * values[k]) * draw.weights[i].col(k);
        if (static_cast<int>(i) + 1 == layers[result.size()])
            result.push_back({layers[result.size()], sums.squaredNorm() / width, 0});
    }
    // Downwards, all passes that have begun side by side: columns `begun` and later.
    Matrix gradients = draw.gradients;
    auto begun = static_cast<Eigen::Index>(layers.size());
    for (std::size_t i = draw.weights.size(); i-- > 0;) {
        if (begun > 0 && static_cast<int>(i) + 1 == layers[static_cast<std::size_t>(begun) - 1]) --begun;
        const Eigen::Index columns = gradients.cols() - begun;
        const Matrix back = scale * draw.weights[i].transpose().lazyProduct(gradients.rightCols(columns));
        gradients.rightCols(columns) = slopes[i].asDiagonal() * back;
    }
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i].gradient = gradients.col(static_cast<Eigen::Index>(i)).squaredNorm() / width;
    return result;
}

} // namespace

std::vector<std::vector<std::vector<Size>>> measured_sizes(const std::vector<DeepNetwork>& networks, int every,
                                                           const Settings& settings, unsigned jobs) {
    const std::vector<int> layers = measured_layers(every, settings.depth);
    const auto repetitions = static_cast<std::size_t>(settings.networks);
    std::vector<std::vector<std::vector<Size>>> result(networks.size(), std::vector<std::vector<Size>>(repetitions));
    // The weights take tens of megabytes, so that each job makes those of one repetition at a time.
    parallel_for(repetitions, jobs, [&](std::size_t repetition, unsigned) {
        const Draw made = draw(settings, repetition, layers.size());
        for (std::size_t i = 0; i < networks.size(); ++i)
            result[i][repetition] = sizes(networks[i], made, layers);
    });
    return result;
}

} // namespace actlas::experiment
