#pragma once

#include "analysis/study.hpp"
#include "figure/marking.hpp"
#include "figure/network.hpp"

#include <nlohmann/json.hpp>

#include <vector>

namespace actlas::report {

/// The four functions that the chapters are about.
struct Seeds {
    const analysis::Study& sigmoid;
    const analysis::Study& tanh;
    const analysis::Study& relu;
    const analysis::Study& leaky_relu;

    std::vector<const analysis::Study*> all() const { return {&sigmoid, &tanh, &relu, &leaky_relu}; }
};

// What the chapters say in numbers, one function a chapter: the worked examples, computed, every number as the text
// that is printed.

/// The papers of the analogy and the five rules by which they are marked: the raw score, sigmoid, tanh and so on.
figure::Marking marking(const Seeds& seeds);

/// Marks of an exam under these rules.
nlohmann::ordered_json analogy_facts(const Seeds& seeds);

/// Two linear layers with and without ReLU between them.
nlohmann::ordered_json background_facts(const Seeds& seeds);

/// XOR, yin and yang, extreme inputs, cost.
nlohmann::ordered_json goals_facts(const Seeds& seeds);

/// A forward pass through three neurons.
nlohmann::ordered_json neuron_facts(const Seeds& seeds);

/// The same for the chapter's diagram.
figure::NetworkShown neuron_diagram(const analysis::Study& study);

/// The evidence for a function's limitations; members that do not apply are "".
nlohmann::ordered_json limitation_facts(const analysis::Study& study);

/// Where the textbook forms of sigmoid and tanh fail in double precision.
nlohmann::ordered_json code_facts(const Seeds& seeds);

/// Values and slopes at the ends of the four-curve plate.
nlohmann::ordered_json plate_facts(const Seeds& seeds);

/// The x range of the plate.
inline constexpr double plate_low = -10;
inline constexpr double plate_high = 10;

} // namespace actlas::report
