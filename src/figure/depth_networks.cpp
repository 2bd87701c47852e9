#include "analysis/gaussian.hpp"
#include "figure/experiments.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actlas::figure {

namespace {

constexpr double most_measured_decades = 140; ///< up or down: squares are to stay numbers
constexpr std::size_t most_panels = 400;

/// Root mean square sizes of signal and gradient after each layer, in the limit of great width
/// (analysis/mean_field.hpp); the signal starts with mean square 1.
void propagate(DeepNetwork& network, int depth) {
    std::vector<double> splits;
    for (const auto& kink : network.study->properties.kinks)
        splits.push_back(kink.x);
    double length = 1;
    double gradient = 0;
    network.signal = {{0, 0}};
    network.gradient = {{0, 0}};
    for (int layer = 1; layer <= depth; ++layer) {
        const auto moments =
            analysis::gaussian_moments(network.study->f, network.study->slope, splits, length, most_panels);
        const double chi = network.weight_variance * moments.slope_second_moment.value;
        length = network.weight_variance * moments.second_moment.value;
        if (!std::isfinite(chi) || !(chi > 0) || !std::isfinite(length) || !(length > 0)) return;
        gradient += std::log10(chi) / 2;
        const double signal = std::log10(length) / 2;
        if (std::abs(gradient) > most_measured_decades || std::abs(signal) > most_measured_decades) return;
        network.gradient.push_back({static_cast<double>(layer), gradient});
        network.signal.push_back({static_cast<double>(layer), signal});
    }
}

/// The variance that keeps gradients from vanishing and from exploding, without biases; else that which keeps the size
/// of signals.
double critical_variance(const analysis::Study& study) {
    if (!study.signals.edge.points.empty()) return study.signals.edge.points.front().weight_variance;
    const double gain = study.properties.gaussian.forward_gain.value;
    return gain * gain;
}

std::vector<DeepNetwork> networks_of(const Studies& studies, std::optional<double> weight_variance) {
    std::vector<DeepNetwork> result;
    const auto add = [&](const analysis::Study* study, double variance, bool recommended) {
        result.push_back({study, variance, recommended, {}, {}, {}, {}});
    };
    for (const auto* study : studies) {
        const double variance = weight_variance.value_or(critical_variance(*study));
        add(study, variance, false);
        const auto gain = study->signals.recommended_gain;
        if (!weight_variance && gain && std::abs(*gain * *gain / variance - 1) > 1e-6) add(study, *gain * *gain, true);
    }
    return result;
}

/// What the networks of one kind came to at one layer; nothing where a size is no positive number within bounds.
std::optional<Measured> measured(const std::vector<std::vector<experiment::Size>>& repetitions, std::size_t index,
                                 double experiment::Size::*quantity) {
    double sum = 0;
    double least = std::numeric_limits<double>::infinity();
    double greatest = 0;
    for (const auto& sizes : repetitions) {
        const double size = sizes[index].*quantity;
        sum += size;
        least = std::min(least, size);
        greatest = std::max(greatest, size);
    }
    const auto decades = [](double mean_square) { return std::log10(mean_square) / 2; };
    const Measured result{repetitions.front()[index].layer, decades(sum / static_cast<double>(repetitions.size())),
                          decades(least), decades(greatest)};
    const bool within =
        std::abs(result.least) <= most_measured_decades && std::abs(result.greatest) <= most_measured_decades;
    return within && std::isfinite(result.mean) ? std::optional(result) : std::nullopt;
}

/// About ten points a curve.
int spacing(int depth) {
    return std::max(1, (depth + 9) / 10);
}

} // namespace

Depths measure_depths(const Studies& studies, std::optional<double> weight_variance,
                      const experiment::Settings& settings, unsigned jobs) {
    Depths depths{studies, settings, weight_variance.has_value(), networks_of(studies, weight_variance)};
    auto& networks = depths.networks;
    for (auto& network : networks)
        if (std::isfinite(network.weight_variance)) propagate(network, settings.depth);
    std::erase_if(networks, [](const DeepNetwork& network) { return network.gradient.size() < 2; });
    std::vector<experiment::DeepNetwork> simulated;
    for (const auto& network : networks)
        simulated.push_back({unit_of(*network.study), network.weight_variance});
    const auto sizes = experiment::measured_sizes(simulated, spacing(settings.depth), settings, jobs);
    for (std::size_t i = 0; i < networks.size(); ++i)
        for (std::size_t k = 0; k < sizes[i].front().size(); ++k) {
            const int layer = sizes[i].front()[k].layer;
            const auto add = [&](const std::vector<plot::Point>& theory, std::vector<Measured>& into,
                                 double experiment::Size::*quantity) {
                if (theory.back().x < layer) return;
                if (const auto found = measured(sizes[i], k, quantity)) into.push_back(*found);
            };
            add(networks[i].gradient, networks[i].measured_gradient, &experiment::Size::gradient);
            add(networks[i].signal, networks[i].measured_signal, &experiment::Size::signal);
        }
    return depths;
}

} // namespace actlas::figure
