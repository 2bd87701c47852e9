// Averages over Gaussian inputs, and what they mean for signals in deep networks.

#include "base/number.hpp"
#include "cli/card.hpp"

#include <fmt/format.h>

#include <cmath>

namespace actlas::cli {
namespace {

using analysis::Estimate;
using analysis::Evidence;
using analysis::Propagation;

/// The estimate to six digits, or with its error where that is larger than they are good for.
Row average(std::string_view key, const Estimate& estimate, const CardWords& words) {
    const double size = std::abs(estimate.value);
    std::string text;
    if (std::isnan(estimate.value))
        text = words("word.undecided");
    else if (std::isinf(estimate.value))
        text = number(estimate.value);
    else if (size <= estimate.error && estimate.error > 0 && estimate.error < 1e-9)
        text = words("gaussian.zero", {{"error", significant_for_people(estimate.error, 1)}});
    else if (estimate.error > 5e-7 * size)
        text = words("gaussian.uncertain",
                     {{"value", number(estimate.value)}, {"error", significant_for_people(estimate.error, 2)}});
    else
        text = number(estimate.value);
    return {.label = {words(key)},
            .mark = CardWords::mark(std::isnan(estimate.value) ? Evidence::undecided : Evidence::estimated),
            .text = {text}};
}

Row estimated(std::string text) {
    return {.label = {}, .mark = CardWords::mark(Evidence::estimated), .text = {std::move(text)}};
}

std::vector<Row> edge_rows(const analysis::EdgeOfChaos& edge, const CardWords& words) {
    std::vector<Row> rows;
    for (const analysis::EdgePoint& point : edge.points) {
        const char* key = edge.any_length ? "edge.any_length" : point.length == 0 ? "edge.small" : "edge.point";
        rows.push_back(
            estimated(words(key, {{"weights", number(point.weight_variance)}, {"length", number(point.length)}})));
    }
    std::vector<std::string> pieces;
    for (const analysis::EdgePoint& point : edge.with_bias)
        pieces.push_back(words("edge.pair", {{"weights", number(point.weight_variance)},
                                             {"biases", number(point.bias_variance)},
                                             {"length", number(point.length)}}));
    if (!pieces.empty())
        rows.push_back(estimated(
            words("edge.with_bias", {{"points", fmt::format("{}", fmt::join(pieces, words("list.semicolon")))}})));
    if (!rows.empty()) rows.front().label = {words("label.edge")};
    return rows;
}

/// What the layers do to gradients.
std::string gradients(const Propagation& found, const CardWords& words) {
    const double chi = found.chi.value;
    if (std::isnan(chi)) return {};
    const char* key = std::isinf(found.depth_scale) ? "gain.kept" : chi < 1 ? "gain.shrink" : "gain.grow";
    return words("list.sentence_gap") +
           words(key, {{"chi", number(chi)}, {"depth", significant_for_people(found.depth_scale, 3)}});
}

std::string fate(const Propagation& found, const CardWords& words) {
    using Fate = Propagation::Fate;
    switch (found.fate) {
    case Fate::settles:
        return words("fate.settles", {{"length", number(found.length)}});
    case Fate::kept:
        return words("fate.kept");
    case Fate::vanishes:
        return words("fate.vanishes");
    case Fate::explodes:
        return words("fate.explodes");
    case Fate::undecided:
        break;
    }
    return words("fate.undecided");
}

} // namespace

std::vector<Row> gaussian_rows(const analysis::GaussianAverages& averages, const CardWords& words) {
    return {average("gaussian.mean", averages.mean, words),
            average("gaussian.variance", averages.variance, words),
            average("gaussian.second_moment", averages.second_moment, words),
            average("gaussian.slope_second_moment", averages.slope_second_moment, words),
            average("gaussian.forward_gain", averages.forward_gain, words),
            average("gaussian.backward_gain", averages.backward_gain, words)};
}

std::vector<Row> signal_rows(const analysis::Signals& signals, const CardWords& words) {
    std::vector<Row> rows = edge_rows(signals.edge, words);
    if (signals.recommended_gain && signals.at_recommended) {
        const double gain = *signals.recommended_gain;
        rows.push_back({.label = {words("label.gain")},
                        .text = {words("gain.value", {{"gain", number(gain)}, {"weights", number(gain * gain)}})}});
        const bool decided = signals.at_recommended->fate != Propagation::Fate::undecided;
        rows.push_back({.label = {},
                        .mark = CardWords::mark(decided ? Evidence::estimated : Evidence::undecided),
                        .text = {fate(*signals.at_recommended, words) + gradients(*signals.at_recommended, words)}});
    }
    return rows;
}

} // namespace actlas::cli
