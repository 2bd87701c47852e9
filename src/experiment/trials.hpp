#pragma once

#include "experiment/network.hpp"
#include "experiment/settings.hpp"

#include <cstddef>
#include <vector>

/// Trainings that are the same for every activation, so that it alone makes the difference. All answers are the same
/// for any number of jobs.
namespace actlas::experiment {

enum class Task { exclusive_or, yin_yang };

inline constexpr Task all_tasks[] = {Task::exclusive_or, Task::yin_yang};

/// The points that a task's networks are trained on.
std::vector<Sample> training_samples(Task task, const Settings& settings);

/// The widths of a task's networks between input and output.
std::vector<int> hidden_layers(Task task, const Settings& settings);

/// What a trained model makes of the plane.
struct Region {
    double accuracy = 0;        ///< on the points held out
    std::vector<double> logits; ///< on a grid over [-reach, reach]^2, row by row from the upper left
};

/// Answers [task][model] for all_tasks: model 0 is linear, model i has units[i - 1].
std::vector<std::vector<Region>> decision_regions(const std::vector<Unit>& units, double reach, std::size_t grid_side,
                                                  const Settings& settings, unsigned jobs);

/// How a training went: means over settings.networks networks, which differ in their first weights and in the order of
/// the samples.
struct Course {
    std::vector<double> loss; ///< mean cross-entropy of the training samples after 0, 1, ... epochs, nats
    std::vector<double> dead; ///< share of dead units, likewise
    double accuracy = 0;      ///< on the points held out, at the end
    double least_accuracy = 0;
    double greatest_accuracy = 0;
};

/// On the taiji figure; answers [unit], with losses alone.
std::vector<Course> loss_courses(const std::vector<Unit>& units, const Settings& settings, unsigned jobs);

/// On the taiji figure; answers [rate][unit] for settings.dead_rates, with dead units alone.
std::vector<std::vector<Course>> dead_courses(const std::vector<Unit>& units, const Settings& settings, unsigned jobs);

} // namespace actlas::experiment
