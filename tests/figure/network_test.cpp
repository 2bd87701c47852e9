#include "analysis/study.hpp"
#include "catalogue/catalogue.hpp"
#include "figure/network.hpp"
#include "figure/profile.hpp"
#include "plot/layout.hpp"
#include "scenes.hpp"
#include "support/catch.hpp"

#include <string>
#include <variant>
#include <vector>

using namespace actlas;
using scenes::texts;

namespace {

bool has(const std::vector<std::string>& all, const std::string& part) {
    for (const std::string& text : all)
        if (text.find(part) != std::string::npos) return true;
    return false;
}

} // namespace

TEST_CASE("the diagram of a forward pass shows weights, sums and outputs and stays on its page") {
    const auto catalogue = catalogue::Catalogue::builtin();
    const analysis::Study relu = analysis::study(*catalogue.find("relu"), analysis::Scope::properties);
    // By hand: 2*0.5 - 0.5*2 + 0.3 = 0.3; -3*0.5 - 0.25*2 + 0.2 = -1.8, which ReLU makes 0; 1.5*0.3 + 0.1 = 0.55.
    const figure::NetworkShown shown{{0.5, 2},
                                     {{{{"2", "−0.5"}, "0.3", 0.3, 0.3}, {{"−3", "−0.25"}, "0.2", -1.8, 0}}},
                                     {{"1.5", "−2"}, "0.1", 0.55, 0.55}};
    const plot::Typesetter typesetter;
    for (const Language language : {Language::en, Language::zh}) {
        const auto drawn = [&](const figure::Profile& profile) {
            return figure::network(relu, shown, {plot::theme("light"), language, typesetter, profile});
        };
        const plot::Scene scene = drawn(figure::document_profile());
        const auto all = texts(scene);
        for (const char* const part : {"0.5", "−0.25", "1.5", "0.55", "−1.8", "0.3"})
            CHECK(has(all, part));
        CHECK(scene.description.find("0.55") != std::string::npos);
        scenes::require_faultless(scene);
        const plot::Scene slide = drawn(figure::slide_profile());
        CHECK(slide.width == 1920);
        CHECK(slide.marks.size() == scene.marks.size());
        for (const auto& fault : plot::layout_faults(slide, 9))
            CHECK(fault == "");
    }
}
