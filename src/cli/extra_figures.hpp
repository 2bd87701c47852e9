#pragma once

#include "analysis/vector_study.hpp"
#include "base/progress.hpp"
#include "config/config.hpp"
#include "figure/figure.hpp"
#include "output/artefact.hpp"

#include <string>
#include <vector>

namespace actlas::cli {

/// A [[figure]] with the studies of its activations, in their order.
struct FigureJob {
    const config::FigureRequest* request = nullptr;
    std::vector<const analysis::Study*> studies;
    const analysis::VectorStudy* vector = nullptr; ///< of a kind that shows activations of vectors: this one
};

struct DrawnFigures {
    std::vector<output::Artefact> artefacts; ///< figures/NAME.LANGUAGE.THEME.EXTENSION, in the order of the jobs
    std::vector<std::string> dropped;        ///< labels that found no place, with the figure's name
    std::vector<plot::FontFile> fonts;       ///< the font files in use
};

/// Draws the figures in all their languages, themes and formats, on `jobs` threads, each with a typesetter of its own;
/// each in one language and theme is a step of `progress`. `experiments` and `own_themes` are the config's. Throws
/// InputError, with the place of the figure in the config, for a figure that its kind cannot draw.
DrawnFigures draw_figures(const std::vector<FigureJob>& figures, const experiment::Settings& experiments,
                          const std::vector<plot::Theme>& own_themes, unsigned jobs, Progress& progress);

} // namespace actlas::cli
