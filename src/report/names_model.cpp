#include "report/names_model.hpp"

#include "report/activation_model.hpp"

#include <algorithm>
#include <string>

namespace actlas::report {

using nlohmann::ordered_json;

ordered_json names_model(const std::vector<Listed>& listed, const catalogue::Catalogue& catalogue) {
    ordered_json frameworks = ordered_json::array();
    std::vector<std::string> ids;
    for (const auto& framework : catalogue.frameworks()) {
        const bool used = std::any_of(listed.begin(), listed.end(), [&](const Listed& each) {
            const auto& names = each.activation->frameworks;
            return std::any_of(names.begin(), names.end(),
                               [&](const auto& name) { return name.framework == framework.id; });
        });
        if (!used) continue;
        ids.push_back(framework.id);
        frameworks.push_back({{"name", framework.name}});
    }
    ordered_json functions = ordered_json::array();
    ordered_json disagreements = ordered_json::array();
    for (const Listed& each : listed) {
        const catalogue::Activation& activation = *each.activation;
        const ordered_json link{{"name", activation.name}, {"page", each.page}};
        if (!activation.note.in(Language::en).empty()) {
            ordered_json item = link;
            item["note"] = localized(activation.note);
            disagreements.push_back(std::move(item));
        }
        if (activation.frameworks.empty()) continue;
        ordered_json item = link;
        item["cells"] = ordered_json::array();
        for (const std::string& id : ids) {
            ordered_json names = ordered_json::array();
            for (const auto& name : activation.frameworks)
                if (name.framework == id) names.push_back(name.name);
            item["cells"].push_back({{"names", std::move(names)}});
        }
        functions.push_back(std::move(item));
    }
    return {{"has_functions", !functions.empty()},
            {"has_disagreements", !disagreements.empty()},
            {"frameworks", std::move(frameworks)},
            {"functions", std::move(functions)},
            {"disagreements", std::move(disagreements)}};
}

} // namespace actlas::report
