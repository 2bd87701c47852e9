#pragma once

#include "analysis/relatives.hpp"
#include "catalogue/catalogue.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <string>

namespace actlas::report {

/// Adds to a report's model what its functions are the same as and near to, by id; nothing of those that are not in
/// `relatives`. To each of its activations:
///   same_as      [{title {t}, items: [{name, page, formula or false, parameters: [{assignment, last}], has_parameters,
///                bound, proved, unproved, except, last}], more}]: one group for each kind of sameness that there is;
///                `more` counts what is not listed
///   nearest      [{name, page, gap, at, gaussian, evidence}]
///   has_same_as, has_nearest, compared_with
/// To the model, as "synonyms", one function under several names and one name for several functions:
///   groups   [{members: [{name, page, last}], formula, bound, proved, unproved}]: functions that are the same
///   scaled   [{name, page, other, other_page, formula}]: each pair once
///   names    [{name, functions: [{name, page, formula, last}]}]
///   has_groups, has_scaled, has_names
/// `page` is "" for functions without a page in the report.
void add_relatives(nlohmann::ordered_json& model, const std::map<std::string, analysis::Relatives>& relatives,
                   const catalogue::Catalogue& catalogue);

} // namespace actlas::report
