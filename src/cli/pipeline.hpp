#pragma once

#include "config/config.hpp"
#include "output/artefact.hpp"
#include "plot/typeset.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::cli {

/// Everything that a config asks for, in memory; nothing is written.
struct Product {
    std::vector<output::Artefact> artefacts; ///< without the manifest
    std::vector<plot::FontFile> fonts;       ///< those that figures were set with
    std::vector<std::string> dropped;        ///< labels of the config's own figures that found no place
};

/// Runs the pipeline from a config to its artefacts on `jobs` threads; their number changes nothing in the product.
/// `phase` is told when a phase of the work begins. Throws InputError.
Product produce(const config::Config& config, unsigned jobs, const std::function<void(std::string_view name)>& phase);

/// Limits a config to some of its activations, by id or name, and to the figures that show one of them. Throws
/// InputError for an unknown one.
void limit_to(config::Config& config, const std::vector<std::string>& ids);

} // namespace actlas::cli
