#pragma once

#include "base/diagnostic.hpp"
#include "catalogue/catalogue.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::config {

/// What is wrong with an id or name that the catalogue does not hold, with the nearest that it does.
Diagnostic unknown_activation(std::string_view id, const catalogue::Catalogue& catalogue,
                              std::optional<SourceSpan> where = std::nullopt);

/// What is wrong with a group ("@name") that the catalogue does not hold.
Diagnostic unknown_group(std::string_view group, const catalogue::Catalogue& catalogue,
                         std::optional<SourceSpan> where = std::nullopt);

/// The activation of an id, name or alias. Throws InputError.
const catalogue::Activation& require_activation(const catalogue::Catalogue& catalogue, std::string_view id);

/// Sets a parameter. Answers false where the activation has none of that name.
bool set_parameter(catalogue::Activation& activation, std::string_view name, double value);

/// What is wrong with a parameter that the activation does not have.
Diagnostic unknown_parameter(std::string_view name, const catalogue::Activation& activation,
                             std::optional<SourceSpan> where = std::nullopt);

} // namespace actlas::config
