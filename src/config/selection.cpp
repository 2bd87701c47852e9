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

} // namespace

Diagnostic unknown_activation(std::string_view id, const catalogue::Catalogue& catalogue,
                              std::optional<SourceSpan> where) {
    if (const std::vector<std::string> meant = catalogue::meant_by(catalogue, id); meant.size() > 1)
        return error(fmt::format("\"{}\" is the name of several activations", id), std::move(where),
                     fmt::format("say which by its id: {}", fmt::join(meant, ", ")));
    std::string hint = did_you_mean(id, catalogue.ids());
    if (hint.empty()) {
        // A misspelt name or alias leads to the id, since that is what configs hold.
        if (const auto name = nearest_word(id, catalogue.names()))
            hint = fmt::format("did you mean \"{}\"?", catalogue::meant_by(catalogue, *name).front());
    }
    if (const std::string group = fmt::format("@{}", id); !catalogue.group(group).empty())
        hint = fmt::format("did you mean the group \"{}\"?", group);
    if (hint.empty()) hint = "`actlas list` shows every id";
    return error(fmt::format("there is no activation \"{}\"", id), std::move(where), std::move(hint));
}

Diagnostic unknown_group(std::string_view group, const catalogue::Catalogue& catalogue,
                         std::optional<SourceSpan> where) {
    const std::vector<std::string> names = catalogue.group_names();
    std::string hint = did_you_mean(group, names);
    if (hint.empty()) hint = fmt::format("the groups are {}", fmt::join(names, ", "));
    return error(fmt::format("there is no group \"{}\"", group), std::move(where), std::move(hint));
}

const catalogue::Activation& require_activation(const catalogue::Catalogue& catalogue, std::string_view id) {
    const catalogue::Activation* activation = catalogue.find(id);
    if (activation == nullptr) throw InputError(unknown_activation(id, catalogue));
    return *activation;
}

void Names::excuse(std::string_view name, std::string_view family) {
    excused_.insert(catalogue::folded_name(name));
    excused_.insert(fmt::format("@{}", family));
}

bool Names::is_excused(std::string_view name) const {
    return all_excused_ || excused_.contains(name.starts_with('@') ? std::string(name) : catalogue::folded_name(name));
}

const catalogue::Activation* Names::activation(std::string_view name, const SourceSpan& where,
                                               std::vector<Diagnostic>& diagnostics) const {
    const catalogue::Activation* found = catalogue_.find(name);
    if (found == nullptr && !is_excused(name)) diagnostics.push_back(unknown_activation(name, catalogue_, where));
    return found;
}

std::vector<std::string> Names::group(const std::string& name, const SourceSpan& where,
                                      std::vector<Diagnostic>& diagnostics) const {
    std::vector<std::string> ids = catalogue_.group(name);
    if (ids.empty() && !is_excused(name)) diagnostics.push_back(unknown_group(name, catalogue_, where));
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
