#pragma once

#include "analysis/properties_joint.hpp"
#include "analysis/properties_landscape.hpp"
#include "formula/evaluator.hpp"

#include <deque>
#include <optional>
#include <vector>

namespace actlas::analysis {

/// A formula (parameters bound) taken apart: what all properties are read from.
struct Subject {
    /// One stretch with the signs of f, f', f'' and f - x, and with f and f' cut at their stationary points.
    struct Part {
        Stretch stretch;
        SignChart value = {};
        SignChart slope = {};
        SignChart bend = {};
        SignChart above = {}; ///< of f(x) - x
        Landscape of_value = {};
        Landscape of_slope = {};
        explicit Part(DomainPiece piece) : stretch(std::move(piece)) {}
    };

    explicit Subject(const formula::Expr& bound);

    formula::Expr expr;
    formula::Evaluator f;
    formula::Evaluator slope; ///< NaN where the derivative would be too long to be formed
    formula::EnclosureEvaluator enclosure;
    std::deque<Part> parts;
    /// One less than parts; of two parts with a gap between, where f has no value, one that jumps.
    std::vector<Joint> joints;
    std::optional<Interval> undefined;
    /// false: f could not be taken apart (infinitely many branches); there is one part then, with a formula that still
    /// branches, and no charts.
    bool complete = true;
    /// Made of continuous primitives alone: no if(), sign, step or floor of anything that varies.
    bool continuous_by_form = false;
};

} // namespace actlas::analysis
