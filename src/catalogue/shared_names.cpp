#include "catalogue/shared_names.hpp"

#include "catalogue/contents.hpp"

#include <algorithm>
#include <map>

namespace actlas::catalogue {
namespace {

std::ptrdiff_t capitals(const std::string& text) {
    return std::count_if(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

} // namespace

std::vector<std::string> meant_by(const Catalogue& catalogue, std::string_view name) {
    const std::string folded = folded_name(name);
    std::vector<std::string> ids;
    for (const Activation& activation : catalogue.activations()) {
        const auto is_meant = [&](const std::string& spelling) { return folded_name(spelling) == folded; };
        if (is_meant(activation.id) || is_meant(activation.name) ||
            std::any_of(activation.aliases.begin(), activation.aliases.end(), is_meant))
            ids.push_back(activation.id);
    }
    return ids;
}

std::vector<SharedName> shared_names(const Catalogue& catalogue) {
    std::map<std::string, SharedName> by_name;
    for (const Activation& activation : catalogue.activations()) {
        const auto add = [&](const std::string& spelling) {
            SharedName& shared = by_name[folded_name(spelling)];
            if (shared.name.empty() || capitals(spelling) > capitals(shared.name)) shared.name = spelling;
            if (shared.ids.empty() || shared.ids.back() != activation.id) shared.ids.push_back(activation.id);
        };
        add(activation.id);
        add(activation.name);
        for (const std::string& alias : activation.aliases)
            add(alias);
    }
    std::vector<SharedName> result;
    for (auto& [folded, shared] : by_name)
        if (shared.ids.size() > 1) result.push_back(std::move(shared));
    return result;
}

} // namespace actlas::catalogue
