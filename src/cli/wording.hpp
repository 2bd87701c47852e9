#pragma once

#include "base/language.hpp"
#include "config/config.hpp"
#include "figure/profile.hpp"
#include "plot/scene.hpp"
#include "plot/theme.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <string>

namespace actlas::cli {

/// The option --lang, whose default is the value that `language` has.
void add_language_option(CLI::App& command, std::string& language);

/// Each gives what a word on the command line means, and throws InputError with a suggestion for an unknown one.
Language require_language(const std::string& word);
const plot::Theme& require_theme(const std::string& name);
const figure::Profile& require_profile(const std::string& name);
config::FigureFormat require_figure_format(const std::filesystem::path& file); ///< by its extension

/// The words that a config may use for what figure, plot and report offer.
config::Vocabulary vocabulary();

/// The bytes of a figure; `dpi` is the resolution of PNG.
std::string render(const plot::Scene& scene, config::FigureFormat format, double dpi);

} // namespace actlas::cli
