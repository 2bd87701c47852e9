#pragma once

#include "analysis/vector_study.hpp"
#include "base/phrases.hpp"

#include <string>
#include <vector>

namespace actlas::analysis {

/// The sentences of templates/<language>/vectors.toml.
const Phrases& vector_phrases();

/// A number as sentences on vectors write it: three digits, true minus, ∞.
std::string vector_number(double value);

/// "x₁" for "x1".
std::string vector_input(const std::string& name);

/// "(0.5, −1, 2)".
std::string vector_text(const std::vector<double>& x);

/// One line of the table of properties.
struct VectorFact {
    std::string key; ///< "shape", "range", "shift", ...
    LocalizedText label;
    LocalizedText value;
    Evidence evidence = Evidence::undecided;
};

/// All that is decided, and what of the main properties is not, in the order of reading.
std::vector<VectorFact> vector_facts(const VectorStudy& study);

} // namespace actlas::analysis
