#pragma once

#include "config/config.hpp"
#include "plot/theme.hpp"

#include <vector>

namespace actlas::cli {

/// The config's own themes, complete with what they inherit.
std::vector<plot::Theme> own_themes(const config::Config& config);

/// A warning for every text and stroke of the config's own themes that is too faint on what it stands on, at the place
/// of its colour, or of its ground's where only that is the theme's own.
std::vector<Diagnostic> contrast_warnings(const config::Config& config, const std::vector<plot::Theme>& themes);

} // namespace actlas::cli
