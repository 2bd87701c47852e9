// The figures of activations of vectors, for the whole catalogue.

#include "base/diagnostic.hpp"
#include "catalogue/vector_catalogue.hpp"
#include "figure/vector_figure.hpp"
#include "scenes.hpp"

#include <algorithm>
#include <set>

using namespace actlas;
using namespace scenes;

TEST_CASE("no figure of an activation of vectors has a fault, in either language") {
    const auto catalogue = catalogue::VectorCatalogue::builtin();
    std::set<std::string> drawn;
    for (const auto& activation : catalogue.activations()) {
        const analysis::VectorStudy study = analysis::study_vector(activation);
        for (const std::string& kind : figure::vector_kinds(study)) {
            drawn.insert(kind);
            for (const Language language : all_languages) {
                CAPTURE(activation.about.id, kind, code(language));
                const plot::Scene scene = figure::vector_figure(kind, study, context(language));
                require_faultless(scene);
                CHECK(scene.description.find(activation.about.label.in(language)) != std::string::npos);
            }
        }
    }
    const auto kinds = figure::all_vector_kinds();
    CHECK(drawn == std::set<std::string>(kinds.begin(), kinds.end()));
}
