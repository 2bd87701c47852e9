#include "experiment/trials.hpp"

#include "base/parallel.hpp"

#include <algorithm>

namespace actlas::experiment {

namespace {

std::vector<Sample> draw(Task task, int count, std::uint64_t seed) {
    const auto wanted = static_cast<std::size_t>(count);
    return task == Task::exclusive_or ? exclusive_or(wanted, seed) : yin_yang(wanted, seed);
}

std::vector<Sample> held_out_samples(Task task, const Settings& settings) {
    return draw(task, settings.held_out, seed_for(settings, Purpose::held_out, static_cast<std::uint64_t>(task)));
}

Training training(const Settings& settings, int epochs, double rate, std::uint64_t index) {
    return {epochs, settings.batch, rate, seed_for(settings, Purpose::order, index)};
}

Unit identity() {
    return {formula::Evaluator(formula::Expr::variable()), formula::Evaluator(formula::Expr::number(1)), 1};
}

Region region(Task task, const std::vector<int>& hidden, const Unit& unit, double reach, std::size_t side,
              const Settings& settings) {
    Network network(hidden, unit, seed_for(settings, Purpose::weights));
    network.train(training_samples(task, settings), training(settings, settings.region_epochs, settings.rate, 0));
    std::vector<double> x;
    std::vector<double> y;
    const double step = 2 * reach / static_cast<double>(side - 1);
    for (std::size_t row = 0; row < side; ++row)
        for (std::size_t column = 0; column < side; ++column) {
            x.push_back(-reach + step * static_cast<double>(column));
            y.push_back(reach - step * static_cast<double>(row));
        }
    return {network.accuracy(held_out_samples(task, settings)), network.logits(x, y)};
}

/// One network's training on the taiji figure.
Course course(const Unit& unit, double rate, bool count_dead, std::uint64_t index, const Settings& settings) {
    const std::vector<Sample> samples = training_samples(Task::yin_yang, settings);
    Network network(hidden_layers(Task::yin_yang, settings), unit, seed_for(settings, Purpose::weights, index));
    Course result;
    network.train(samples, training(settings, settings.epochs, rate, index), [&] {
        if (count_dead)
            result.dead.push_back(network.dead_share(samples, settings.dead_slope));
        else
            result.loss.push_back(network.loss(samples));
    });
    result.accuracy = network.accuracy(held_out_samples(Task::yin_yang, settings));
    return result;
}

void add(std::vector<double>& sum, const std::vector<double>& values, double share) {
    sum.resize(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        sum[i] += share * values[i];
}

Course mean(const std::vector<Course>& courses) {
    Course result;
    result.least_accuracy = result.greatest_accuracy = courses.front().accuracy;
    const double share = 1 / static_cast<double>(courses.size());
    for (const Course& each : courses) {
        add(result.loss, each.loss, share);
        add(result.dead, each.dead, share);
        result.accuracy += share * each.accuracy;
        result.least_accuracy = std::min(result.least_accuracy, each.accuracy);
        result.greatest_accuracy = std::max(result.greatest_accuracy, each.accuracy);
    }
    return result;
}

/// Every unit at every rate.
std::vector<std::vector<Course>> courses(const std::vector<Unit>& units, const std::vector<double>& rates,
                                         bool count_dead, const Settings& settings, unsigned jobs) {
    const auto networks = static_cast<std::size_t>(settings.networks);
    std::vector<std::vector<Course>> single(rates.size() * units.size(), std::vector<Course>(networks));
    parallel_for(single.size() * networks, jobs, [&](std::size_t i, unsigned) {
        const std::size_t place = i / networks;
        single[place][i % networks] =
            course(units[place % units.size()], rates[place / units.size()], count_dead, i % networks, settings);
    });
    std::vector<std::vector<Course>> result(rates.size());
    for (std::size_t place = 0; place < single.size(); ++place)
        result[place / units.size()].push_back(mean(single[place]));
    return result;
}

} // namespace

std::vector<Sample> training_samples(Task task, const Settings& settings) {
    return draw(task, settings.samples, seed_for(settings, Purpose::samples, static_cast<std::uint64_t>(task)));
}

std::vector<int> hidden_layers(Task task, const Settings& settings) {
    const int layers = task == Task::exclusive_or ? 1 : settings.layers;
    return std::vector<int>(static_cast<std::size_t>(layers), settings.units);
}

std::vector<std::vector<Region>> decision_regions(const std::vector<Unit>& units, double reach, std::size_t grid_side,
                                                  const Settings& settings, unsigned jobs) {
    const std::size_t models = units.size() + 1;
    std::vector<std::vector<Region>> result(std::size(all_tasks), std::vector<Region>(models));
    parallel_for(result.size() * models, jobs, [&](std::size_t i, unsigned) {
        const Task task = all_tasks[i / models];
        const std::size_t model = i % models;
        result[i / models][model] = region(task, model == 0 ? std::vector<int>{} : hidden_layers(task, settings),
                                           model == 0 ? identity() : units[model - 1], reach, grid_side, settings);
    });
    return result;
}

std::vector<Course> loss_courses(const std::vector<Unit>& units, const Settings& settings, unsigned jobs) {
    return courses(units, {settings.rate}, false, settings, jobs).front();
}

std::vector<std::vector<Course>> dead_courses(const std::vector<Unit>& units, const Settings& settings, unsigned jobs) {
    return courses(units, settings.dead_rates, true, settings, jobs);
}

} // namespace actlas::experiment
