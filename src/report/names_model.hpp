#pragma once

#include "catalogue/catalogue.hpp"
#include "report/listed.hpp"

#include <nlohmann/json.hpp>

#include <vector>

namespace actlas::report {

/// What the frameworks call the report's functions:
///   frameworks     [{name}]: those that have one of them at all, in catalogue order
///   functions      [{name, page, cells: [{names: [text]}]}]: a cell for each framework
///   has_functions, has_disagreements
///   disagreements  [{name, page, note}]: functions whose names or definitions differ from place to place
nlohmann::ordered_json names_model(const std::vector<Listed>& listed, const catalogue::Catalogue& catalogue);

} // namespace actlas::report
