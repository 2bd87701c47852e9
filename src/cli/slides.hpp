#pragma once

#include "analysis/study.hpp"
#include "config/config.hpp"
#include "output/artefact.hpp"
#include "plot/theme.hpp"
#include "plot/typeset.hpp"

#include <string>
#include <vector>

namespace actlas::cli {

struct DrawnSlides {
    /// For each language slides/NAME.LANGUAGE.pdf, and slides/NAME.LANGUAGE.md with its pictures in slides/NAME/.
    std::vector<output::Artefact> artefacts;
    std::vector<std::string> dropped;  ///< labels that found no place, with the slide
    std::vector<plot::FontFile> fonts; ///< the font files in use
};

/// Draws the decks on `jobs` threads; their number changes nothing. `studies` are those of the settings' activations,
/// in their order.
DrawnSlides draw_slides(const config::SlideSettings& settings, const std::vector<const analysis::Study*>& studies,
                        const std::vector<plot::Theme>& own_themes, unsigned jobs);

} // namespace actlas::cli
