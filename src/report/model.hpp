#pragma once

#include "analysis/study.hpp"
#include "analysis/vector_study.hpp"
#include "catalogue/catalogue.hpp"
#include "report/facts.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace actlas::report {

/// The name of the page of an activation.
std::string activation_page(std::string_view id);

/// The name of the page of a family.
std::string family_page(std::string_view id);

/// Everything that the report says, in both languages, as one JSON object: every number is the text that is printed, a
/// text in two languages has the members "en" and "zh", {"t": NAME} stands for a string of the language. Members:
///   four          the seed functions: name, page, formula, range, summary
///   counts        functions, families; has_functions: any; has_many: more than the front page lists
///   families      in catalogue order, those with members: id, name, page, summary, count, members with their
///                 comparison_row(), has_picture and shown (the members in it), previous and next
///   lookup        the index, see lookup_model(); it and names know the activations of vectors too
///   has_names     the page on names has something to say
///   names, verdicts, needs, undecided    see names_model(), verdicts_model(), choice_model(), undecided_model()
///   activations   all of them, in the report's order: what pages/activation.md prints
///   has_experiments, experiments    added where experiments were run, see experiments_model()
///   limitations   evidence for the functions that have a text on their limitations, given by `limited`
///   analogy, background, goals, neuron, code, plate    see facts.hpp
nlohmann::ordered_json build_model(const std::vector<const analysis::Study*>& studies, const Seeds& seeds,
                                   const std::vector<const analysis::Study*>& limited,
                                   const catalogue::Catalogue& catalogue,
                                   const std::vector<const analysis::VectorStudy*>& vectors = {});

} // namespace actlas::report
