#include "analysis/study.hpp"
#include "catalogue/catalogue.hpp"
#include "figure/network.hpp"
#include "figure/profile.hpp"
#include "plot/layout.hpp"
#include "support/catch.hpp"

#include <string>
#include <variant>
#include <vector>

using namespace actlas;

namespace {

std::vector<std::string> texts(const plot::Scene& scene) {
    std::vector<std::string> found;
    for (const plot::Mark& mark : scene.marks)
        if (const auto* text = std::get_if<plot::TextMark>(&mark.shape)) found.push_back(text->text->plain());
    return found;
}

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
        const plot::Scene scene =
            figure::network(relu, shown, {plot::theme("light"), language, typesetter, figure::document_profile()});
        const auto all = texts(scene);
        for (const char* const part : {"0.5", "−0.25", "1.5", "0.55", "−1.8", "0.3"})
            CHECK(has(all, part));
        CHECK(scene.description.find("0.55") != std::string::npos);
        const plot::Box page{0, 0, scene.width, scene.height};
        for (const plot::Mark& mark : scene.marks)
            CHECK(page.contains(plot::bounds(mark)));
    }
}
