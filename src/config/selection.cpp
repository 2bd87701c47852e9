#include "config/selection.hpp"

#include "base/suggest.hpp"
#include "catalogue/shared_names.hpp"

#include <fmt/format.h>

#include <utility>

namespace actlas::config {
namespace {

Diagnostic error(std::string message, std::optional<SourceSpan> where, std::string hint) {
    return {Diagnostic::Severity::error, std::move(message), std::move(where), std::move(hint)};
}

/// The id whose own spelling, or else whose name's, is nearest; "" if none is near.
std::string nearest_id(std::string_view id, const catalogue::Catalogue& catalogue,
                       const catalogue::VectorCatalogue* vectors) {
    const auto with = [&](std::vector<std::string> words, const std::vector<std::string>& more) {
        words.insert(words.end(), more.begin(), more.end());
        return words;
    };
    const auto none = std::vector<std::string>();
    if (const auto near = nearest_word(id, with(catalogue.ids(), vectors != nullptr ? vectors->ids() : none)))
        return *near;
    // A misspelt name or alias leads to the id, since that is what configs hold.
    const auto name = nearest_word(id, with(catalogue.names(), vectors != nullptr ? vectors->names() : none));
    if (!name) return {};
    const std::vector<std::string> meant = catalogue::meant_by(catalogue, *name);
    return meant.empty() ? vectors->find(*name)->about.id : meant.front();
}

} // namespace

Diagnostic unknown_activation(std::string_view id, const catalogue::Catalogue& catalogue,
                              std::optional<SourceSpan> where, const catalogue::VectorCatalogue* vectors) {
    if (const std::vector<std::string> meant = catalogue::meant_by(catalogue, id); meant.size() > 1)
        return error(fmt::format("\"{}\" is the name of several activations", id), std::move(where),
                     fmt::format("say which by its id: {}", fmt::join(meant, ", ")));
    const std::string near = nearest_id(id, catalogue, vectors);
    std::string hint = near.empty() ? std::string() : fmt::format("did you mean \"{}\"?", near);
    const std::string group = fmt::format("@{}", id);
    if (!catalogue.group(group).empty() || (vectors != nullptr && !vectors->group(group).empty()))
        hint = fmt::format("did you mean the group \"{}\"?", group);
    if (hint.empty()) hint = "`actlas list` shows every id";
    return error(fmt::format("there is no activation \"{}\"", id), std::move(where), std::move(hint));
}

Diagnostic unknown_group(std::string_view group, const catalogue::Catalogue& catalogue, std::optional<SourceSpan> where,
                         const catalogue::VectorCatalogue* vectors) {
    std::vector<std::string> names = catalogue.group_names();
    if (vectors != nullptr) {
        const std::vector<std::string> more = vectors->group_names();
        names.insert(names.end(), more.begin(), more.end());
    }
    std::string hint = did_you_mean(group, names);
    if (hint.empty()) hint = fmt::format("the groups are {}", fmt::join(names, ", "));
    return error(fmt::format("there is no group \"{}\"", group), std::move(where), std::move(hint));
}

void Names::excuse(std::string_view name, std::string_view family) {
    excused_.insert(catalogue::folded_name(name));
    excused_.insert(fmt::format("@{}", family));
}

bool Names::is_excused(std::string_view name) const {
    return all_excused_ || excused_.contains(name.starts_with('@') ? std::string(name) : catalogue::folded_name(name));
}

const catalogue::Activation* Names::activation(std::string_view name, const SourceSpan& where,
                                               std::vector<Diagnostic>& diagnostics, Welcome welcome) const {
    const catalogue::Activation* found = catalogue_.find(name);
    if (found != nullptr || is_excused(name)) return found;
    if (welcome == Welcome::of_numbers && find_vector(name) != nullptr)
        diagnostics.push_back(error(fmt::format("\"{}\" is an activation of vectors, which cannot stand here", name),
                                    where, "`include` of the report and [[figure]] take those"));
    else
        diagnostics.push_back(
            unknown_activation(name, catalogue_, where, welcome == Welcome::all ? &vectors_() : nullptr));
    return nullptr;
}

std::vector<std::string> Names::group(const std::string& name, const SourceSpan& where,
                                      std::vector<Diagnostic>& diagnostics, Welcome welcome) const {
    std::vector<std::string> ids = catalogue_.group(name);
    if (!ids.empty() || is_excused(name)) return ids;
    if (welcome == Welcome::of_numbers && !vectors_().group(name).empty())
        diagnostics.push_back(
            error(fmt::format("\"{}\" is a group of activations of vectors, which cannot stand here", name), where,
                  "`include` of the report takes those"));
    else
        diagnostics.push_back(unknown_group(name, catalogue_, where, welcome == Welcome::all ? &vectors_() : nullptr));
    return ids;
}

bool set_parameter(catalogue::Activation& activation, std::string_view name, double value) {
    for (catalogue::Parameter& parameter : activation.parameters) {
        if (parameter.name != name) continue;
        parameter.value = value;
        return true;
    }
    return false;
}

Diagnostic unknown_parameter(std::string_view name, const catalogue::Activation& activation,
                             std::optional<SourceSpan> where) {
    std::vector<std::string> names;
    for (const catalogue::Parameter& parameter : activation.parameters)
        names.push_back(parameter.name);
    std::string hint = did_you_mean(name, names);
    if (hint.empty())
        hint = names.empty() ? "it has no parameters" : fmt::format("its parameters are {}", fmt::join(names, ", "));
    return error(fmt::format("{} has no parameter \"{}\"", activation.id, name), std::move(where), std::move(hint));
}

} // namespace actlas::config
