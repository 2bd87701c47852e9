#include "scenes.hpp"

#include "support/builtin.hpp"

#include <algorithm>
#include <map>

using namespace actlas;

namespace scenes {

const catalogue::Catalogue& catalogue() {
    return actlas::test::builtin();
}

const analysis::Study& study_of(const std::string& id) {
    static std::map<std::string, analysis::Study> studies;
    const auto found = studies.find(id);
    if (found != studies.end()) return found->second;
    const auto* activation = catalogue().find(id);
    REQUIRE(activation != nullptr);
    return studies.emplace(id, analysis::study(*activation)).first->second;
}

figure::Context context(Language language, const char* theme) {
    static const plot::Typesetter typesetter;
    return {plot::theme(theme), language, typesetter};
}

std::vector<const plot::Mark*> marks(const plot::Scene& scene, plot::Role role, const std::string& name) {
    std::vector<const plot::Mark*> found;
    for (const auto& mark : scene.marks)
        if (mark.role == role && mark.name == name) found.push_back(&mark);
    return found;
}

std::vector<std::string> texts(const plot::Scene& scene) {
    std::vector<std::string> result;
    for (const auto& mark : scene.marks)
        if (const auto* text = std::get_if<plot::TextMark>(&mark.shape)) result.push_back(text->text->plain());
    return result;
}

bool says(const plot::Scene& scene, const std::string& words) {
    const auto all = texts(scene);
    return std::any_of(all.begin(), all.end(),
                       [&](const std::string& text) { return text.find(words) != std::string::npos; });
}

void require_faultless(const plot::Scene& scene) {
    for (const auto& fault : plot::layout_faults(scene))
        CHECK(fault == "");
}

} // namespace scenes
