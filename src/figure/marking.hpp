#pragma once

#include "figure/figure.hpp"

#include <string>
#include <vector>

namespace actlas::figure {

/// A way of turning a paper's raw score into a mark.
struct MarkingScheme {
    std::string name;                       ///< of the function; the raw score's is the figure's affair
    const analysis::Study* study = nullptr; ///< nothing: the raw score is the mark
    double factor = 1;                      ///< times which the function's value is the mark
};

/// Teachers who mark the same papers, each by a rule of their own: the analogy for neurons and activation functions.
struct Marking {
    int questions = 0;
    double weight = 0;                   ///< what a right answer adds to the raw score, and a wrong one takes off
    std::vector<MarkingScheme> to_scale; ///< whose marks have bounds
    std::vector<MarkingScheme> as_it_is; ///< whose marks have none

    double raw_score(int right) const { return weight * right - weight * (questions - right); }
    double mark(const MarkingScheme& scheme, int right) const;
};

/// Marks against the number of right answers, a panel for the bounded and one for the others; the curves are named with
/// the mark of a paper with one right answer.
plot::Scene marking(const Marking& marking, const Context& context);

} // namespace actlas::figure
