#include "figure/refusals.hpp"

#include "base/suggest.hpp"
#include "figure/family.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace actlas::figure {

std::vector<Refusal> parameter_refusals(const catalogue::Activation& activation, const Options& options) {
    if (!options.parameter) return {};
    std::vector<std::string> names;
    for (const auto& parameter : activation.parameters)
        names.push_back(parameter.name);
    if (std::find(names.begin(), names.end(), *options.parameter) != names.end()) return {};
    std::string hint = did_you_mean(*options.parameter, names);
    if (hint.empty())
        hint = names.empty() ? "it has no parameters" : fmt::format("its parameters are {}", fmt::join(names, ", "));
    return {{"parameter", fmt::format("{} has no parameter \"{}\"", activation.id, *options.parameter), hint}};
}

std::vector<Refusal> family_refusals(const catalogue::Activation& activation, const Options& options) {
    if (activation.parameters.empty())
        return {{"activations", fmt::format("{} has no parameter: there is no family to draw", activation.id),
                 "for example \"swish\", \"elu\" or \"leaky_relu\" have one"}};
    std::vector<Refusal> refusals = parameter_refusals(activation, options);
    const std::set<double> values(options.values.begin(), options.values.end());
    if (values.size() > most_members)
        refusals.push_back(
            {"values", fmt::format("a family shows at most {} values, not {}", most_members, values.size()), {}});
    return refusals;
}

} // namespace actlas::figure
