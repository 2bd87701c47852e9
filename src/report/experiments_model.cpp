#include "report/experiments_model.hpp"

#include "base/number.hpp"
#include "report/last.hpp"
#include "report/model.hpp"
#include "report/rounding.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <string>

namespace actlas::report {
namespace {

using analysis::Study;
using figure::DeepNetwork;
using nlohmann::ordered_json;
using Studies = std::vector<const Study*>;

std::string number(double value) {
    return std::isfinite(value) ? significant_for_people(value, 2) : "—";
}

/// A function's name and, where it has one, its page.
ordered_json subject(const Study& study, const Studies& studies) {
    const bool has_page = std::any_of(studies.begin(), studies.end(),
                                      [&](const Study* each) { return each->activation.id == study.activation.id; });
    return {{"name", study.activation.name}, {"page", has_page ? activation_page(study.activation.id) : ""}};
}

/// "A, B and C"; false where there are none.
ordered_json listed(const Studies& some) {
    if (some.empty()) return false;
    std::string en;
    std::string zh;
    for (std::size_t i = 0; i < some.size(); ++i) {
        const std::string& name = some[i]->activation.name;
        if (i > 0) {
            en += i + 1 == some.size() ? " and " : ", ";
            zh += i + 1 == some.size() ? " 和 " : "、";
        }
        en += name;
        zh += name;
    }
    return {{"en", en}, {"zh", zh}};
}

template<class Condition>
Studies those(const Studies& studies, const Condition& condition) {
    Studies result;
    for (std::size_t i = 0; i < studies.size(); ++i)
        if (condition(i)) result.push_back(studies[i]);
    return result;
}

ordered_json settings_texts(const experiment::Settings& settings) {
    ordered_json rates = ordered_json::array();
    for (const double rate : settings.dead_rates)
        rates.push_back({{"rate", significant_for_people(rate, 3)}});
    mark_last(rates);
    return {{"seed", std::to_string(settings.seed)},
            {"samples", std::to_string(settings.samples)},
            {"held_out", std::to_string(settings.held_out)},
            {"epochs", std::to_string(settings.epochs)},
            {"region_epochs", std::to_string(settings.region_epochs)},
            {"batch", std::to_string(settings.batch)},
            {"rate", significant_for_people(settings.rate, 3)},
            {"networks", std::to_string(settings.networks)},
            {"several", settings.networks > 1},
            {"width", std::to_string(settings.width)},
            {"depth", std::to_string(settings.depth)},
            {"slope", significant_for_people(settings.dead_slope, 3)},
            {"no_slope", settings.dead_slope == 0},
            {"rates", std::move(rates)},
            {"shape_xor", figure::network_shape(experiment::Task::exclusive_or, settings)},
            {"shape_taiji", figure::network_shape(experiment::Task::yin_yang, settings)}};
}

ordered_json regions_model(const figure::Regions& regions, const Studies& studies) {
    const auto& exclusive_or = regions.models[static_cast<std::size_t>(experiment::Task::exclusive_or)];
    const auto& taiji = regions.models[static_cast<std::size_t>(experiment::Task::yin_yang)];
    ordered_json model;
    model["linear"] = {{"xor", percent_for_people(exclusive_or[0].accuracy, 1)},
                       {"taiji", percent_for_people(taiji[0].accuracy, 1)}};
    for (std::size_t i = 0; i < regions.studies.size(); ++i) {
        ordered_json row = subject(*regions.studies[i], studies);
        row["xor"] = percent_for_people(exclusive_or[i + 1].accuracy, 1);
        row["taiji"] = percent_for_people(taiji[i + 1].accuracy, 1);
        model["rows"].push_back(std::move(row));
    }
    const auto not_better = [&](const std::vector<experiment::Region>& models) {
        return those(regions.studies, [&](std::size_t i) { return models[i + 1].accuracy <= models[0].accuracy; });
    };
    const Studies worse_xor = not_better(exclusive_or);
    const Studies worse_taiji = not_better(taiji);
    model["all_better"] = worse_xor.empty() && worse_taiji.empty();
    model["not_better_xor"] = listed(worse_xor);
    model["not_better_taiji"] = listed(worse_taiji);
    const auto least = [](const std::vector<experiment::Region>& models) {
        return std::min_element(models.begin() + 1, models.end(),
                                [](const auto& a, const auto& b) { return a.accuracy < b.accuracy; })
            ->accuracy;
    };
    model["least_xor"] = percent_for_people(least(exclusive_or), 1);
    model["least_taiji"] = percent_for_people(least(taiji), 1);
    return model;
}

/// A size as a factor, from its decimal logarithm.
std::string factor(double decades) {
    return significant_for_people(std::pow(10, decades), 2);
}

ordered_json quantity_model(const std::vector<plot::Point>& theory, const std::vector<figure::Measured>& measured,
                            int depth) {
    ordered_json cells{{"theory", theory.back().x == depth ? factor(theory.back().y) : "—"},
                       {"measured", ""},
                       {"least", ""},
                       {"greatest", ""}};
    if (measured.empty() || measured.back().layer != depth) return cells;
    cells["measured"] = factor(measured.back().mean);
    cells["least"] = factor(measured.back().least);
    cells["greatest"] = factor(measured.back().greatest);
    return cells;
}

/// The most that the measured gradients of a network differ from theory, decades.
double greatest_difference(const DeepNetwork& network) {
    double greatest = 0;
    for (const auto& point : network.measured_gradient) {
        const double theory = network.gradient[static_cast<std::size_t>(point.layer)].y;
        greatest = std::max(greatest, std::abs(point.mean - theory));
    }
    return greatest;
}

ordered_json depth_model(const figure::Depths& depths, const Studies& studies) {
    const int depth = depths.settings.depth;
    ordered_json model;
    model["rows"] = ordered_json::array();
    model["any_recommended"] = false;
    const DeepNetwork* farthest = nullptr;
    // Gradients that vanish, stay and explode: their activations, or false.
    for (const char* const group : {"vanishing", "kept", "exploding"})
        model[group] = false;
    for (const auto& network : depths.networks) {
        ordered_json row = subject(*network.study, studies);
        row["variance"] = significant_for_people(network.weight_variance, 3);
        row["recommended"] = network.recommended;
        if (network.recommended) model["any_recommended"] = true;
        row["gradient"] = quantity_model(network.gradient, network.measured_gradient, depth);
        row["signal"] = quantity_model(network.signal, network.measured_signal, depth);
        if (farthest == nullptr || greatest_difference(network) > greatest_difference(*farthest)) farthest = &network;
        // Two decades up or down are no longer "about the same".
        const double last = network.gradient.back().y;
        const char* const group = last < -2 ? "vanishing" : last > 2 ? "exploding" : "kept";
        if (model[group].is_boolean()) model[group] = {{"members", ordered_json::array()}};
        ordered_json& members = model[group]["members"];
        members.push_back({{"name", network.study->activation.name}, {"variance", row["variance"]}});
        mark_last(members);
        model["rows"].push_back(std::move(row));
    }
    model["difference"] = false;
    if (farthest != nullptr && !farthest->measured_gradient.empty())
        model["difference"] = {{"name", farthest->study->activation.name},
                               {"variance", significant_for_people(farthest->weight_variance, 3)},
                               {"factor", upper_bound_for_people(std::pow(10, greatest_difference(*farthest)), 2)}};
    return model;
}

/// Whether the slope of a function is larger in size than this everywhere, for certain.
bool always_steeper(const Study& study, double slope) {
    const auto& low = study.properties.slope_infimum;
    const auto& high = study.properties.slope_supremum;
    const auto certain = [](const auto& bound) {
        return bound.evidence == analysis::Evidence::proved || bound.evidence == analysis::Evidence::exact;
    };
    return (certain(low) && low.value > slope) || (certain(high) && high.value < -slope);
}

ordered_json dead_model(const figure::DeadUnits& dead, const Studies& studies) {
    const double slope = dead.settings.dead_slope;
    const auto share = [&](std::size_t rate, std::size_t i) { return dead.courses[rate][i].dead.back(); };
    const std::size_t rates = dead.courses.size();
    ordered_json model;
    model["growing"] = ordered_json::array();
    model["not_growing"] = ordered_json::array();
    std::vector<bool> dies(dead.studies.size());
    for (std::size_t i = 0; i < dead.studies.size(); ++i) {
        ordered_json row = subject(*dead.studies[i], studies);
        bool grows = true;
        double greatest = 0;
        for (std::size_t rate = 0; rate < rates; ++rate) {
            row["cells"].push_back({{"share", percent_for_people(share(rate, i), 1)},
                                    {"accuracy", percent_for_people(dead.courses[rate][i].accuracy, 1)}});
            greatest = std::max(greatest, share(rate, i));
            if (rate > 0 && share(rate, i) < share(rate - 1, i)) grows = false;
        }
        dies[i] = greatest > 0;
        const bool compared = rates > 1 && dies[i];
        if (compared)
            model[grows && share(rates - 1, i) > share(0, i) ? "growing" : "not_growing"].push_back(
                {{"name", dead.studies[i]->activation.name},
                 {"least_rate", percent_for_people(share(0, i), 1)},
                 {"greatest_rate", percent_for_people(share(rates - 1, i), 1)},
                 {"greatest", percent_for_people(greatest, 1)}});
        model["rows"].push_back(std::move(row));
    }
    const auto immune = [&](std::size_t i) { return always_steeper(*dead.studies[i], slope); };
    model["immune"] = listed(those(dead.studies, immune));
    model["spared"] = listed(those(dead.studies, [&](std::size_t i) { return !dies[i] && !immune(i); }));
    model["struck_at_only_rate"] =
        rates == 1 ? listed(those(dead.studies, [&](std::size_t i) { return dies[i]; })) : ordered_json(false);
    model["struck"] = listed(those(dead.studies, [&](std::size_t i) { return dies[i]; }));
    return model;
}

/// The first epoch after which the loss is at most half of what it was before training.
std::string halved_after(const std::vector<double>& loss) {
    for (std::size_t epoch = 0; epoch < loss.size(); ++epoch)
        if (loss[epoch] <= loss.front() / 2) return std::to_string(epoch);
    return "—";
}

ordered_json loss_model(const figure::Losses& losses, const Studies& studies) {
    const auto& courses = losses.courses;
    std::vector<std::size_t> order(courses.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    // Trainings that have failed come last.
    const auto key = [&](std::size_t i) {
        const double last = courses[i].loss.back();
        return std::isfinite(last) ? last : std::numeric_limits<double>::infinity();
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    ordered_json model;
    for (const std::size_t i : order) {
        ordered_json row = subject(*losses.studies[i], studies);
        row["last"] = number(courses[i].loss.back());
        row["halved"] = halved_after(courses[i].loss);
        row["accuracy"] = percent_for_people(courses[i].accuracy, 1);
        row["least"] = percent_for_people(courses[i].least_accuracy, 1);
        row["greatest"] = percent_for_people(courses[i].greatest_accuracy, 1);
        model["rows"].push_back(std::move(row));
    }
    const auto end = [&](std::size_t i) {
        return ordered_json{{"name", losses.studies[i]->activation.name}, {"loss", number(courses[i].loss.back())}};
    };
    model["compared"] = false;
    if (order.size() > 1 && std::isfinite(key(order.back())) && key(order.front()) < key(order.back())) {
        const auto by_accuracy = [&](std::size_t a, std::size_t b) {
            return courses[a].accuracy < courses[b].accuracy;
        };
        const std::size_t worst = *std::min_element(order.begin(), order.end(), by_accuracy);
        const std::size_t best = *std::max_element(order.begin(), order.end(), by_accuracy);
        const bool apart = courses[best].least_accuracy > courses[worst].greatest_accuracy;
        ordered_json compared{{"lowest", end(order.front())}, {"highest", end(order.back())}};
        compared["ratio"] = number(key(order.back()) / key(order.front()));
        compared["most_accurate"] = losses.studies[best]->activation.name;
        compared["least_accurate"] = losses.studies[worst]->activation.name;
        compared["most"] = percent_for_people(courses[best].accuracy, 1);
        compared["least"] = percent_for_people(courses[worst].accuracy, 1);
        compared["differ"] = courses[best].accuracy > courses[worst].accuracy;
        compared["apart"] = apart;
        compared["overlap"] = !apart && losses.settings.networks > 1;
        model["compared"] = std::move(compared);
    }
    return model;
}

} // namespace

ExperimentResults run_experiments(const Experiments& experiments, unsigned jobs) {
    const auto& settings = experiments.settings;
    ExperimentResults results{settings, {}, {}, {}, {}};
    if (!experiments.regions.empty()) results.regions = figure::train_regions(experiments.regions, settings, jobs);
    if (!experiments.deep.empty()) results.depths = figure::measure_depths(experiments.deep, {}, settings, jobs);
    if (!experiments.dead.empty()) results.dead = figure::train_dead_units(experiments.dead, settings, jobs);
    if (!experiments.loss.empty()) results.losses = figure::train_losses(experiments.loss, settings, jobs);
    return results;
}

ordered_json experiments_model(const ExperimentResults& results, const Studies& studies) {
    ordered_json model{{"settings", settings_texts(results.settings)},
                       {"guess", fixed_for_people(std::numbers::ln2, 3)}};
    model["regions"] = results.regions ? regions_model(*results.regions, studies) : ordered_json(false);
    model["depth"] = results.depths ? depth_model(*results.depths, studies) : ordered_json(false);
    model["dead"] = results.dead ? dead_model(*results.dead, studies) : ordered_json(false);
    model["loss"] = results.losses ? loss_model(*results.losses, studies) : ordered_json(false);
    return model;
}

} // namespace actlas::report
