#pragma once

#include "catalogue/activation.hpp"
#include "figure/figure.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actlas::figure {

/// Why a figure cannot be drawn as it is asked for.
struct Refusal {
    std::string key; ///< of [[figure]]: what is at fault
    std::string message;
    std::string hint; ///< may be empty
};

/// What keeps a kind of figure from showing these activations with these wishes, as far as it can be told before they
/// are studied. Of an unknown kind nothing.
std::vector<Refusal> refusals(std::string_view kind, const std::vector<const catalogue::Activation*>& activations,
                              const Options& options);

/// The parts of refusals() that concern the one parameter that a figure is about, and that of a family and its values.
std::vector<Refusal> parameter_refusals(const catalogue::Activation& activation, const Options& options);
std::vector<Refusal> family_refusals(const catalogue::Activation& activation, const Options& options);

} // namespace actlas::figure
