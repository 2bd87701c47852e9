#pragma once

#include "analysis/study.hpp"
#include "catalogue/catalogue.hpp"
#include "figure/figure.hpp"
#include "plot/layout.hpp"
#include "plot/scene.hpp"
#include "support/catch.hpp"

#include <string>
#include <vector>

/// What tests of single kinds of figure share.
namespace scenes {

/// The whole study of an entry of the built-in catalogue, made once.
const actlas::analysis::Study& study_of(const std::string& id);

const actlas::catalogue::Catalogue& catalogue();

actlas::figure::Context context(actlas::Language language = actlas::Language::en, const char* theme = "light");

/// The marks of a role with that name.
std::vector<const actlas::plot::Mark*> marks(const actlas::plot::Scene& scene, actlas::plot::Role role,
                                             const std::string& name);

/// The texts of labels and titles, each as a screen reader would have it.
std::vector<std::string> texts(const actlas::plot::Scene& scene);

/// Whether one of the texts holds this.
bool says(const actlas::plot::Scene& scene, const std::string& words);

/// Fails for every fault of the layout.
void require_faultless(const actlas::plot::Scene& scene);

} // namespace scenes
