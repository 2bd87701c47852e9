#pragma once

#include "figure/experiments.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <vector>

namespace actlas::report {

/// The experiments that a report shows; an experiment without studies is left out.
struct Experiments {
    experiment::Settings settings;
    std::vector<const analysis::Study*> regions; ///< at most 3
    std::vector<const analysis::Study*> deep;    ///< at most 6
    std::vector<const analysis::Study*> dead;    ///< at most 6
    std::vector<const analysis::Study*> loss;    ///< at most 12
};

/// What they came to; nothing for those left out.
struct ExperimentResults {
    experiment::Settings settings;
    std::optional<figure::Regions> regions;
    std::optional<figure::Depths> depths;
    std::optional<figure::DeadUnits> dead;
    std::optional<figure::Losses> losses;

    bool any() const { return regions || depths || dead || losses; }
};

/// Runs them; the same results for any number of jobs.
ExperimentResults run_experiments(const Experiments& experiments, unsigned jobs);

/// What the page on experiments says in numbers, every number as the text that is printed. `studies` are those with a
/// page of their own. Members:
///   settings                    the sizes, one text each
///   regions, depth, dead, loss  false where left out, else rows for a table, and of the sentences on it those that the
///                               results bear out: a member that does not apply is false
nlohmann::ordered_json experiments_model(const ExperimentResults& results,
                                         const std::vector<const analysis::Study*>& studies);

} // namespace actlas::report
