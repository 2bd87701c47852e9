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
        std::vector<std::string> names;
        for (const auto& activation : catalogue.activations()) {
            names.push_back(activation.name);
            names.insert(names.end(), activation.aliases.begin(), activation.aliases.end());
        }
        if (const auto name = nearest_word(id, names))
            hint = fmt::format("did you mean \"{}\"?", catalogue::meant_by(catalogue, *name).front());
    }
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
