#pragma once

#include "analysis/study.hpp"
#include "base/language.hpp"

namespace actlas::analysis {

/// What an activation is, in a sentence or two for people: the catalogue's own words, or else some made from the
/// properties of the study (shape, tails, smoothness), with numbers of three significant digits. What is undecided is
/// passed over. Needs Scope::properties only.
LocalizedText summary_text(const Study& study);

} // namespace actlas::analysis
