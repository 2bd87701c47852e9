#include "analysis/mean_field.hpp"

#include "base/infinity.hpp"

#include <boost/math/tools/toms748_solve.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace actlas::analysis {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

constexpr double shortest_length = 1e-3; ///< for the edge of chaos: below, it is the limit that counts
constexpr double longest_length = 1e4;
constexpr double vanished_length = 1e-9; ///< of a length that shrinks all the way from 1
constexpr double exploded_length = 1e12;
constexpr std::size_t most_panels = 400; ///< of the many averages taken here; an oscillating function may need more
constexpr double neutral = 1e-12;        ///< relative change of the length that is none

/// A function seen through Gaussian averages.
class Layer {
public:
    Layer(const formula::Evaluator& f, const formula::Evaluator& slope, std::span<const double> splits)
        : f_(f), slope_(slope), splits_(splits) {}

    GaussianMoments at(double length) const { return gaussian_moments(f_, slope_, splits_, length, most_panels); }
    double second_moment(double length) const { return at(length).second_moment.value; }

    /// The limit of E f(sqrt(q) z)^2 / q and of E f'(sqrt(q) z)^2 as q -> 0; NaN where the first is infinite.
    double slope_at_zero() const {
        constexpr double tiny = 1e-100;
        if (f_(0) != 0 || std::fabs(f_(tiny)) > 1e-50 || std::fabs(f_(-tiny)) > 1e-50) return unknown;
        const double left = slope_(-tiny);
        const double right = slope_(tiny);
        const double square = (left * left + right * right) / 2;
        return square < tiny ? 0 : square; // a slope that vanishes at 0 is not exactly 0 beside it
    }

private:
    const formula::Evaluator& f_;
    const formula::Evaluator& slope_;
    std::span<const double> splits_;
};

/// The zero of g between two lengths at which it has opposite signs.
template<class Function>
double solve(const Function& g, double low, double high) {
    const auto in_log = [&](double log_length) { return g(std::exp(log_length)); };
    std::uintmax_t steps = 60;
    const auto [a, b] = boost::math::tools::toms748_solve(in_log, std::log(low), std::log(high),
                                                          boost::math::tools::eps_tolerance<double>(46), steps);
    return std::exp((a + b) / 2);
}

/// The slope of the length map at a fixed point.
bool attracts(const Layer& layer, double weight_variance, double length) {
    constexpr double h = 1e-4;
    const double rise = layer.second_moment(length * (1 + h)) - layer.second_moment(length * (1 - h));
    return std::fabs(weight_variance * rise / (2 * h * length)) < 1 - 1e-7;
}

Propagation settled(const Layer& layer, double weight_variance, double length, Propagation::Fate fate) {
    Propagation result{fate, length, attracts(layer, weight_variance, length), layer.at(length).slope_second_moment,
                       unknown};
    result.chi.value *= weight_variance;
    result.chi.error *= weight_variance;
    result.depth_scale = 1 / std::fabs(std::log(result.chi.value));
    // What the average leaves open of a chi that is 1 must not become a depth.
    if (std::fabs(result.chi.value - 1) <= std::max(result.chi.error, neutral)) result.depth_scale = infinity;
    return result;
}

Propagation without_fixed_point(Propagation::Fate fate) {
    Propagation result;
    result.fate = fate;
    result.length = unknown;
    if (fate == Propagation::Fate::explodes) result.length = infinity;
    result.chi = {unknown, infinity};
    result.depth_scale = unknown;
    return result;
}

} // namespace

EdgeOfChaos edge_of_chaos(const formula::Evaluator& f, const formula::Evaluator& slope,
                          std::span<const double> splits) {
    const Layer layer(f, slope, splits);
    // With weight_variance = 1/E f'^2, so that chi = 1, the length map takes q to this times q.
    const auto growth = [&](double length) {
        const GaussianMoments moments = layer.at(length);
        return moments.second_moment.value / moments.slope_second_moment.value / length;
    };
    EdgeOfChaos edge;
    bool all_neutral = true;
    std::vector<double> fixed;
    double last_length = 0; // where the growth was last told from 1
    double last_excess = 0;
    for (double length = shortest_length; length <= longest_length; length *= std::sqrt(10.0)) {
        const double excess = growth(length) - 1;
        if (std::fabs(excess) <= neutral) continue;
        all_neutral = false;
        if (last_excess * excess < 0) {
            fixed.push_back(solve([&](double q) { return growth(q) - 1; }, last_length, length));
        }
        last_length = length;
        last_excess = excess;
    }
    const double limit = layer.slope_at_zero();
    if (limit > 0 && limit < infinity) {
        double change = 0; // of a length a little above 0
        for (double length = shortest_length; length <= longest_length && std::fabs(change) <= neutral; length *= 2) {
            change = layer.second_moment(length) / (limit * length) - 1;
        }
        edge.points.push_back({1 / limit, 0, 0, change < -neutral});
    }
    edge.any_length = all_neutral && !edge.points.empty();
    if (all_neutral) return edge;
    for (const double length : fixed) {
        const double weight_variance = 1 / layer.at(length).slope_second_moment.value;
        edge.points.push_back({weight_variance, 0, length, attracts(layer, weight_variance, length)});
    }
    for (const double length : edge_lengths) {
        const GaussianMoments moments = layer.at(length);
        const double weight_variance = 1 / moments.slope_second_moment.value;
        const double bias_variance = length - weight_variance * moments.second_moment.value;
        if (!(bias_variance > neutral * length) || !std::isfinite(weight_variance)) continue;
        edge.with_bias.push_back({weight_variance, bias_variance, length, attracts(layer, weight_variance, length)});
    }
    return edge;
}

Propagation propagation(const formula::Evaluator& f, const formula::Evaluator& slope, std::span<const double> splits,
                        double weight_variance, double bias_variance) {
    using Fate = Propagation::Fate;
    const Layer layer(f, slope, splits);
    // By how much the length map lengthens, relatively.
    const auto excess = [&](double length) {
        return (weight_variance * layer.second_moment(length) + bias_variance) / length - 1;
    };
    const double start = excess(1);
    if (std::isnan(start)) return without_fixed_point(Fate::undecided);
    if (std::fabs(start) <= neutral) {
        const bool everywhere = std::fabs(excess(2)) <= neutral && std::fabs(excess(0.5)) <= neutral;
        return settled(layer, weight_variance, 1, everywhere ? Fate::kept : Fate::settles);
    }
    // E f(sqrt(q) z)^2 is usually monotone in q: then the length goes to the first fixed point in its direction.
    const double factor = start > 0 ? 2 : 0.5;
    for (double length = 1; length < exploded_length && length > vanished_length; length *= factor) {
        const double next = excess(length * factor);
        if (std::isnan(next)) return without_fixed_point(Fate::undecided);
        if ((1 + next) * length * factor > exploded_length) break;
        if (next == 0 || (next > 0) != (start > 0)) {
            const double fixed =
                next == 0 ? length * factor
                          : solve(excess, std::min(length, length * factor), std::max(length, length * factor));
            return settled(layer, weight_variance, fixed, Fate::settles);
        }
    }
    if (start > 0) return without_fixed_point(Fate::explodes);
    const double chi = weight_variance * layer.slope_at_zero();
    if (bias_variance != 0 || !(chi <= 1)) return without_fixed_point(Fate::undecided);
    return {Fate::vanishes, 0, true, {chi, 0}, chi == 1 ? infinity : 1 / std::fabs(std::log(chi))};
}

std::optional<double> recommended_gain(std::string_view id, std::span<const formula::Binding> bindings) {
    if (id == "leaky_relu") {
        const auto alpha =
            std::find_if(bindings.begin(), bindings.end(), [](const auto& b) { return b.name == "alpha"; });
        if (alpha == bindings.end()) return std::nullopt;
        return std::sqrt(2 / (1 + alpha->value * alpha->value));
    }
    struct Gain {
        std::string_view id;
        double value;
    };
    constexpr std::array gains{Gain{"identity", 1}, Gain{"relu", 1.41421356237309505}, Gain{"selu", 0.75},
                               Gain{"sigmoid", 1}, Gain{"tanh", 5.0 / 3}};
    const auto found = std::find_if(gains.begin(), gains.end(), [&](const Gain& gain) { return gain.id == id; });
    return found == gains.end() ? std::nullopt : std::optional(found->value);
}

Signals signals(std::string_view id, std::span<const formula::Binding> bindings, const formula::Evaluator& f,
                const formula::Evaluator& slope, std::span<const double> splits, std::size_t nodes) {
    constexpr std::size_t most = 2000; // nodes times pieces: some milliseconds
    if (nodes * (splits.size() + 1) > most) return {};
    Signals result{edge_of_chaos(f, slope, splits), recommended_gain(id, bindings), {}};
    if (result.recommended_gain) {
        const double gain = *result.recommended_gain;
        result.at_recommended = propagation(f, slope, splits, gain * gain, 0);
    }
    return result;
}

} // namespace actlas::analysis
