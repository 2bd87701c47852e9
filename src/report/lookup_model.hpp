#pragma once

#include "catalogue/catalogue.hpp"
#include "report/listed.hpp"

#include <nlohmann/json.hpp>

#include <vector>

namespace actlas::report {

/// The report's index: {"letters": [{letter, heading, entries: [{term, page, of}]}], "frameworks": [{name, id, entries:
/// [{term, page, of}]}], "years": [{year, entries: [{term, page}]}], "has_frameworks", "has_years"}. `of` names the
/// function where the term is another name of it. Letters in the order of the alphabet, what begins with none of them
/// first as "#".
nlohmann::ordered_json lookup_model(const std::vector<Listed>& functions, const catalogue::Catalogue& catalogue);

} // namespace actlas::report
