#pragma once

#include "experiment/settings.hpp"
#include "experiment/signals.hpp"
#include "experiment/trials.hpp"
#include "figure/figure.hpp"

#include <optional>
#include <string>
#include <vector>

/// The experiments of a figure or of the report, run once and drawn in as many themes and languages as are wanted.
/// Everything is the same on every run and for any number of jobs.
namespace actlas::figure {

using Studies = std::vector<const analysis::Study*>;

/// A unit of an activation for networks whose first weights keep the mean square of signals from N(0, 1); where that
/// takes no gain from 0.5 to 4, the nearest, and 1 where there is none.
experiment::Unit unit_of(const analysis::Study& study);

/// The widths of a task's networks, "2–16–16–1".
std::string network_shape(experiment::Task task, const experiment::Settings& settings);

/// The square [-reach, reach]^2 of the plane that decision regions are shown of, and the points of its grid on a side.
inline constexpr double decision_reach = 1.12;
inline constexpr std::size_t decision_side = 81;

/// What a linear model and small networks make of two tasks in the plane.
struct Regions {
    Studies studies;
    experiment::Settings settings;
    std::vector<std::vector<experiment::Region>> models; ///< [task][0: linear, 1...: studies]
};
Regions train_regions(const Studies& studies, const experiment::Settings& settings, unsigned jobs);
plot::Scene decision(const Regions& regions, const Context& context, const Options& options = {});

/// Decimal logarithms of root mean squares after a number of layers, against those at layer 0, measured in several
/// random networks.
struct Measured {
    int layer = 0;
    double mean = 0; ///< of the mean squares
    double least = 0;
    double greatest = 0;
};

/// Very deep networks of one activation with weights of some variance: theory and measurement.
struct DeepNetwork {
    const analysis::Study* study = nullptr;
    double weight_variance = 0;
    bool recommended = false; ///< by PyTorch's gain, not by the edge of chaos or the user
    /// (layer, decimal logarithm) for layers 0, 1, ... as far as sizes stay within 10^-140 and 10^140.
    std::vector<plot::Point> gradient;
    std::vector<plot::Point> signal;
    std::vector<Measured> measured_gradient; ///< at some of the layers of `gradient`
    std::vector<Measured> measured_signal;
};

struct Depths {
    Studies studies;
    experiment::Settings settings;
    bool variance_given = false;
    std::vector<DeepNetwork> networks;
};
/// `weight_variance` for all; else the edge of chaos, and beside it PyTorch's recommended gain where that differs.
Depths measure_depths(const Studies& studies, std::optional<double> weight_variance,
                      const experiment::Settings& settings, unsigned jobs);
plot::Scene depth(const Depths& depths, const Context& context, const Options& options = {});

/// How the loss falls on the taiji figure.
struct Losses {
    Studies studies;
    experiment::Settings settings;
    std::vector<experiment::Course> courses; ///< one a study
};
Losses train_losses(const Studies& studies, const experiment::Settings& settings, unsigned jobs);
plot::Scene loss(const Losses& losses, const Context& context, const Options& options = {});

/// How many units die on the taiji figure, by rate of learning.
struct DeadUnits {
    Studies studies;
    experiment::Settings settings;
    std::vector<std::vector<experiment::Course>> courses; ///< [rate][study]
};
DeadUnits train_dead_units(const Studies& studies, const experiment::Settings& settings, unsigned jobs);
plot::Scene dead_units(const DeadUnits& dead, const Context& context, const Options& options = {});

} // namespace actlas::figure
