#pragma once

#include "analysis/relatives.hpp"
#include "analysis/study.hpp"
#include "base/language.hpp"
#include "cli/card_words.hpp"
#include "cli/paper.hpp"

#include <string>
#include <vector>

namespace actlas::cli {

/// What a study knows, and what the catalogue has that is like it, for reading in a terminal.
std::string card(const analysis::Study& study, const analysis::Relatives& relatives, Language language, Paper paper);

// The parts of it, each the rows of one section; without rows where there is nothing to say.

/// Name, summary, formula and derivative.
void add_head(Sheet& sheet, const catalogue::Activation& activation, const CardWords& words);
std::vector<Row> parameter_rows(const catalogue::Activation& activation, const CardWords& words);
std::vector<Row> framework_rows(const catalogue::Activation& activation, const CardWords& words);
std::vector<Row> reference_rows(const catalogue::Activation& activation);

/// Range, slopes, monotonicity and other statements on the whole line.
std::vector<Row> shape_rows(const analysis::Properties& properties, const CardWords& words);
/// Where something happens: kinks, zeros, extrema, tails.
std::vector<Row> place_rows(const analysis::Study& study, const CardWords& words);

std::vector<Row> gaussian_rows(const analysis::GaussianAverages& averages, const CardWords& words);
std::vector<Row> signal_rows(const analysis::Signals& signals, const CardWords& words);
std::vector<Row> precision_rows(const std::vector<analysis::FormatBehaviour>& formats, const CardWords& words);
std::vector<Row> finding_rows(const std::vector<analysis::Finding>& findings, const CardWords& words);
/// What is the same function, and what comes near on [-5, 5].
std::vector<Row> relative_rows(const analysis::Relatives& relatives, const CardWords& words);
std::vector<Row> claim_rows(const std::vector<analysis::CheckedClaim>& claims, const CardWords& words);

} // namespace actlas::cli
