#include "catalogue/joining.hpp"

#include "base/suggest.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <utility>

namespace actlas::catalogue {
namespace {

Diagnostic is_missing(std::string_view what, const std::string& id, const std::vector<std::string>& known,
                      std::optional<SourceSpan> where) {
    return {Diagnostic::Severity::error, fmt::format("there is no {} \"{}\"", what, id), std::move(where),
            did_you_mean(id, known)};
}

} // namespace

std::vector<Diagnostic> faults_of_joining(const Activation& activation, const Catalogue& catalogue,
                                          const JoiningPlaces& places) {
    std::vector<Diagnostic> faults;
    const std::vector<std::string> ids = catalogue.ids();
    const auto is_in = [](const std::vector<std::string>& words, const std::string& word) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    if (is_in(ids, activation.id)) faults.push_back(id_is_taken(activation.id, places.id));
    std::vector<std::string> families;
    for (const Family& family : catalogue.families())
        families.push_back(family.id);
    if (activation.family != "custom" && !is_in(families, activation.family))
        faults.push_back(is_missing("family", activation.family, families, places.family ? places.family : places.id));
    for (std::size_t i = 0; i < activation.relations.size(); ++i) {
        const std::string& id = activation.relations[i].id;
        if (is_in(ids, id)) continue;
        const auto where = i < places.relations.size() ? std::optional(places.relations[i]) : places.id;
        faults.push_back(is_missing("activation", id, ids, where));
    }
    return faults;
}

Diagnostic id_is_taken(std::string_view id, std::optional<SourceSpan> where) {
    return {Diagnostic::Severity::error, fmt::format("there is an activation \"{}\" already", id), std::move(where),
            "give it another id"};
}

} // namespace actlas::catalogue
