#pragma once

#include "analysis/properties.hpp"
#include "analysis/properties_subject.hpp"

namespace actlas::analysis {

/// Where two parts join and a derivative jumps. Of a formula with endless branches those in [-10, 10], estimated.
std::vector<Kink> kinks(const Subject& subject);

/// Undecided for a function that is not defined everywhere.
Verdict<Smoothness> continuity(const Subject& subject, const std::vector<Kink>& kinks);

} // namespace actlas::analysis
