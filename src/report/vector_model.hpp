#pragma once

#include "analysis/vector_study.hpp"
#include "base/language.hpp"
#include "catalogue/catalogue.hpp"
#include "report/figures.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace actlas::report {

/// "vector/softmax".
std::string vector_page(std::string_view id);

/// The figures of the page of an activation of vectors: the kinds that suit it, the most telling first. The study must
/// live until they are drawn.
void add_vector_figures(std::vector<FigureOrder>& orders, const analysis::VectorStudy& study);

/// What the whole report knows of activations of vectors: has_vectors, and vector_families[] (id, name, summary,
/// members[]: name, page, summary, formula, shape).
nlohmann::ordered_json vectors_model(const std::vector<const analysis::VectorStudy*>& studies);

/// What each of their pages (pages/vector.md) prints, in the order of the studies.
std::vector<nlohmann::ordered_json> vector_pages(const std::vector<const analysis::VectorStudy*>& studies,
                                                 const catalogue::Catalogue& catalogue,
                                                 const nlohmann::ordered_json& strings, Language language);

} // namespace actlas::report
