#include "figure/experiments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace actlas::figure {

namespace {

std::vector<experiment::Unit> units_of(const Studies& studies) {
    std::vector<experiment::Unit> units;
    for (const auto* study : studies)
        units.push_back(unit_of(*study));
    return units;
}

} // namespace

experiment::Unit unit_of(const analysis::Study& study) {
    const double gain = study.properties.gaussian.forward_gain.value;
    return {study.f, study.slope, std::isfinite(gain) ? std::clamp(gain, 0.5, 4.0) : 1.0};
}

std::string network_shape(experiment::Task task, const experiment::Settings& settings) {
    return fmt::format("2–{}–1", fmt::join(experiment::hidden_layers(task, settings), "–"));
}

Regions train_regions(const Studies& studies, const experiment::Settings& settings, unsigned jobs) {
    return {studies, settings,
            experiment::decision_regions(units_of(studies), decision_reach, decision_side, settings, jobs)};
}

Losses train_losses(const Studies& studies, const experiment::Settings& settings, unsigned jobs) {
    return {studies, settings, experiment::loss_courses(units_of(studies), settings, jobs)};
}

DeadUnits train_dead_units(const Studies& studies, const experiment::Settings& settings, unsigned jobs) {
    return {studies, settings, experiment::dead_courses(units_of(studies), settings, jobs)};
}

} // namespace actlas::figure
