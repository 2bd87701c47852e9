#include "analysis/gaussian.hpp"

#include "base/infinity.hpp"

#include <boost/math/quadrature/gauss_kronrod.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace actlas::analysis {

namespace {

using Kronrod = boost::math::quadrature::gauss_kronrod<double, 31>;
using Gauss = boost::math::quadrature::gauss<double, 15>;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t nodes = 31;
constexpr double first_reach = 8; ///< in standard deviations; beyond, as far as it counts
constexpr double last_reach = 40;
constexpr double panel_width = 2;    ///< before any halving
constexpr double negligible = 1e-19; ///< part of the whole that one more panel in the tail may be left out for
constexpr double steady = 1 - 1e-6;  ///< from one panel to the next in the tail: no decay
constexpr double wanted = 1e-14;     ///< difference of the two rules, against the whole
constexpr double rough = 1e-6;       ///< relative error from which on f is not smooth between the split points
constexpr double hopeless = 1e-4;    ///< relative error from which on a number is not given at all
constexpr std::size_t most_splits = 500;
constexpr double rounding = 4 * std::numeric_limits<double>::epsilon();

/// The two rules on [-1, 1] with the nodes in order; Gauss's weight is 0 at the nodes that Kronrod added.
struct Rule {
    std::array<double, nodes> x{};
    std::array<double, nodes> kronrod{};
    std::array<double, nodes> gauss{};

    Rule() {
        constexpr std::size_t middle = nodes / 2;
        for (std::size_t i = 0; i <= middle; ++i) { // Boost lists those from 0 on; G15 has every other one of K31
            for (const bool left : {false, true}) {
                const std::size_t at = left ? middle - i : middle + i;
                x[at] = left ? -Kronrod::abscissa()[i] : Kronrod::abscissa()[i];
                kronrod[at] = Kronrod::weights()[i];
                gauss[at] = i % 2 == 0 ? Gauss::weights()[i / 2] : 0;
            }
        }
    }
};

const Rule& rule() {
    static const Rule made;
    return made;
}

struct Sum {
    double value = 0;
    double error = 0; ///< the two rules' difference
    double size = 0;  ///< of the terms added, for the rounding errors

    Sum& operator+=(const Sum& other) {
        value += other.value;
        error += other.error;
        size += other.size;
        return *this;
    }
    bool finite() const { return std::isfinite(value) && std::isfinite(error); }
};

struct Panel {
    double low = 0;
    double high = 0;
    std::array<double, nodes>
        root{}; ///< square root of the density, so that f^2 need not overflow where the density is tiny
    std::array<double, nodes> f{};
    Sum mean;
    Sum second;
    Sum slope;
};

/// Both rules for the integral of a function of the node's index.
template<class Integrand>
Sum integrate(const Panel& panel, const Integrand& integrand) {
    const double half = (panel.high - panel.low) / 2;
    Sum sum;
    double gauss = 0;
    for (std::size_t i = 0; i < nodes; ++i) {
        const double g = integrand(i);
        sum.value += rule().kronrod[i] * g;
        sum.size += rule().kronrod[i] * std::fabs(g);
        gauss += rule().gauss[i] * g;
    }
    return {half * sum.value, half * std::fabs(sum.value - gauss), half * sum.size};
}

/// True where f has different limits on the two sides: what remains of the difference as the sides draw together.
bool jumps_at(const formula::Evaluator& f, double split) {
    const double scale = std::max(1.0, std::fabs(split));
    const auto gap = [&](double distance) { return std::fabs(f(split + distance) - f(split - distance)); };
    const double near = gap(1e-12 * scale);
    return near > 1e-9 * std::max(1.0, std::fabs(f(split))) && near > gap(1e-6 * scale) / 2;
}

class Quadrature {
public:
    Quadrature(const formula::Evaluator& f, const formula::Evaluator& slope, std::span<const double> splits,
               double variance, std::size_t most_panels)
        : f_(f), slope_(slope), deviation_(std::sqrt(variance)), most_panels_(most_panels) {
        for (const double split : splits) {
            if (std::fabs(split) < last_reach * deviation_) splits_.push_back(split);
        }
        if (splits_.size() <= most_splits) return;
        jumps_ = std::any_of(splits_.begin(), splits_.begin() + most_splits, [&](double x) { return jumps_at(f_, x); });
        splits_.clear();
    }

    GaussianMoments run() {
        cover(-first_reach, first_reach);
        extend();
        while (refine()) {
        }
        const Sum mean = total(&Panel::mean);
        GaussianMoments moments{
            estimate(mean, total(&Panel::second).value), estimate(total(&Panel::second), 0), {}, {}};
        moments.variance = variance(mean.value);
        moments.slope_second_moment = estimate(total(&Panel::slope), 0);
        // Jumps that nobody declared keep the rules apart, and would be missing here.
        const bool unsettled = mean.error > rough * std::sqrt(moments.second_moment.value);
        if (slope_cut_off_ || unsettled) moments.slope_second_moment = {nan, infinity};
        if (cut_off_) moments.second_moment = {nan, infinity};
        if (grows_) moments.second_moment = moments.variance = {infinity, infinity};
        if (slope_grows_ || jumps()) moments.slope_second_moment = {infinity, infinity};
        if (!std::isfinite(moments.second_moment.value)) moments.mean = {nan, infinity};
        if (std::isnan(moments.second_moment.value)) moments.variance = {nan, infinity};
        return moments;
    }

private:
    /// Adds panels for [low, high], in standard deviations.
    void cover(double low, double high) {
        std::vector<double> ends;
        for (double end = low; end < high; end += panel_width)
            ends.push_back(end * deviation_);
        ends.push_back(high * deviation_);
        for (const double split : splits_) {
            if (split > ends.front() && split < high * deviation_) ends.push_back(split);
        }
        std::sort(ends.begin(), ends.end());
        ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
        const std::size_t first = panels_.size();
        for (std::size_t i = 0; i + 1 < ends.size(); ++i)
            add(ends[i], ends[i + 1]);
        evaluate(first);
    }

    void add(double low, double high) {
        panels_.emplace_back();
        panels_.back().low = low;
        panels_.back().high = high;
    }

    /// Fills in the panels from `first` on.
    void evaluate(std::size_t first) {
        const std::size_t count = (panels_.size() - first) * nodes;
        x_.resize(count);
        y_.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            const Panel& panel = panels_[first + i / nodes];
            x_[i] = std::midpoint(panel.low, panel.high) + (panel.high - panel.low) / 2 * rule().x[i % nodes];
        }
        f_(x_, y_);
        for (std::size_t i = 0; i < count; ++i) {
            Panel& panel = panels_[first + i / nodes];
            const double z = x_[i] / deviation_;
            panel.root[i % nodes] = std::exp(-z * z / 4) / std::sqrt(std::sqrt(2 * std::numbers::pi) * deviation_);
            panel.f[i % nodes] = y_[i];
        }
        slope_(x_, y_);
        for (std::size_t k = first; k < panels_.size(); ++k) {
            Panel& panel = panels_[k];
            const auto square = [](double v) { return v * v; };
            panel.mean = integrate(panel, [&](std::size_t i) { return panel.f[i] * panel.root[i] * panel.root[i]; });
            panel.second = integrate(panel, [&](std::size_t i) { return square(panel.f[i] * panel.root[i]); });
            panel.slope =
                integrate(panel, [&](std::size_t i) { return square(y_[(k - first) * nodes + i] * panel.root[i]); });
        }
    }

    /// Goes outwards on both sides until the panels no longer count. Where they count to the end, and more and more,
    /// the integral diverges.
    void extend() {
        for (const int side : {-1, 1}) {
            double last = 0;
            double last_slope = 0;
            for (double reach = first_reach; reach < last_reach; reach += panel_width) {
                const std::size_t first = panels_.size();
                if (side < 0) cover(-reach - panel_width, -reach);
                if (side > 0) cover(reach, reach + panel_width);
                double size = 0;
                double slope_size = 0;
                for (std::size_t k = first; k < panels_.size(); ++k) {
                    size += panels_[k].second.size;
                    slope_size += panels_[k].slope.size;
                }
                const bool end = reach + panel_width >= last_reach;
                if (size == infinity || (end && size > 0 && size >= steady * last)) grows_ = true;
                if (slope_size == infinity || (end && slope_size > 0 && slope_size >= steady * last_slope)) {
                    slope_grows_ = true;
                }
                if (grows_ && slope_grows_) return;
                const double whole = total(&Panel::second).size;
                if (whole > 0 && size <= negligible * whole && slope_size <= negligible * total(&Panel::slope).size) {
                    break;
                }
                cut_off_ = cut_off_ || (end && size > wanted * whole);
                slope_cut_off_ = slope_cut_off_ || (end && slope_size > wanted * total(&Panel::slope).size);
                last = size;
                last_slope = slope_size;
            }
        }
    }

    /// Halves the panels on which the rules differ too much; false if there are none, or too many already.
    bool refine() {
        const Sum second = total(&Panel::second);
        const Sum slope = total(&Panel::slope);
        const double root = std::sqrt(second.value);
        if (!second.finite() || panels_.size() > most_panels_) return false;
        const auto coarse = [&](const Panel& panel) {
            const bool wide = panel.high - panel.low > 1e-13 * std::max(std::fabs(panel.low), deviation_);
            return wide && (panel.second.error > wanted * second.value || panel.mean.error > wanted * root ||
                            panel.slope.error > wanted * slope.value);
        };
        std::vector<std::pair<double, double>> halves;
        std::vector<Panel> kept;
        for (const Panel& panel : panels_) {
            if (coarse(panel)) {
                const double middle = std::midpoint(panel.low, panel.high);
                halves.emplace_back(panel.low, middle);
                halves.emplace_back(middle, panel.high);
            } else {
                kept.push_back(panel);
            }
        }
        if (halves.empty()) return false;
        panels_ = std::move(kept);
        const std::size_t first = panels_.size();
        for (const auto& [low, high] : halves)
            add(low, high);
        evaluate(first);
        return true;
    }

    bool jumps() const {
        return jumps_ || std::any_of(splits_.begin(), splits_.end(), [&](double x) { return jumps_at(f_, x); });
    }

    Sum total(Sum Panel::*part) const {
        Sum sum;
        for (const Panel& panel : panels_)
            sum += panel.*part;
        return sum;
    }

    /// Not as E f^2 - (E f)^2, which cancels.
    Estimate variance(double mean) const {
        Sum sum;
        for (const Panel& panel : panels_) {
            sum += integrate(panel, [&](std::size_t i) {
                const double deviation = (panel.f[i] - mean) * panel.root[i];
                return deviation * deviation;
            });
        }
        return estimate(sum, 0);
    }

    /// `scale`: what a value of 0 is measured against, beside itself.
    static Estimate estimate(const Sum& sum, double scale) {
        const double error = sum.error + rounding * sum.size;
        const double size = std::max(std::fabs(sum.value), std::sqrt(scale));
        if (!sum.finite() || error > hopeless * size) return {nan, infinity};
        return {sum.value, error};
    }

    const formula::Evaluator& f_;
    const formula::Evaluator& slope_;
    double deviation_;
    std::size_t most_panels_;
    bool jumps_ = false; ///< at a split point that is not kept
    std::vector<double> splits_;
    std::vector<Panel> panels_;
    std::vector<double> x_;
    std::vector<double> y_;
    bool grows_ = false;
    bool slope_grows_ = false;
    bool cut_off_ = false; ///< there is more of it beyond the last panels
    bool slope_cut_off_ = false;
};

Estimate gain(const Estimate& moment) {
    if (!std::isfinite(moment.value)) return {nan, infinity};
    if (moment.value == 0) return {infinity, 0};
    const double value = 1 / std::sqrt(moment.value);
    return {value, value * (moment.error / moment.value / 2 + rounding)};
}

} // namespace

GaussianMoments gaussian_moments(const formula::Evaluator& f, const formula::Evaluator& slope,
                                 std::span<const double> splits, double variance, std::size_t most_panels) {
    if (!(variance > 0) || variance == infinity) throw std::invalid_argument("a variance is positive and finite");
    return Quadrature(f, slope, splits, variance, most_panels).run();
}

GaussianAverages gaussian_averages(const formula::Evaluator& f, const formula::Evaluator& slope,
                                   std::span<const double> splits, std::size_t most_panels) {
    const GaussianMoments moments = gaussian_moments(f, slope, splits, 1, most_panels);
    return {moments.mean,
            moments.second_moment,
            moments.variance,
            moments.slope_second_moment,
            gain(moments.second_moment),
            gain(moments.slope_second_moment)};
}

} // namespace actlas::analysis
