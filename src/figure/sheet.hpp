#pragma once

#include "figure/figure.hpp"
#include "plot/scale.hpp"
#include "plot/scene.hpp"

#include <string>
#include <vector>

namespace actlas::figure {

/// What is written round the panels of a figure that explains something.
struct SheetTexts {
    std::string title;
    std::string subtitle;                 ///< at most two lines are set of it
    std::vector<plot::MathNode> formulas; ///< ways to write the formula, longest first; none: no formula
    std::vector<std::string> foot;        ///< small print: what the figure assumes; each begins a line
    std::string description;              ///< alternative text
};

/// A page with its texts set, and the room that they leave.
struct Sheet {
    plot::Scene scene;
    double top = 0;    ///< below the head
    double bottom = 0; ///< above the foot
};

/// The width is the profile's, the height `height` px of a document; the options go before, and a profile of one size.
Sheet make_sheet(const SheetTexts& texts, const Context& context, const Options& options, double height);

/// A panel's title: semibold, its baseline at `baseline`.
void draw_panel_title(plot::Scene& scene, const std::vector<plot::Run>& runs, plot::Point baseline,
                      const Context& context);

/// A text in lines no wider than `width` px, broken where its language allows. What `most` lines do not hold ends in
/// an ellipsis.
std::vector<std::shared_ptr<const plot::Typeset>> wrapped(const std::string& text, double size, double width,
                                                          std::size_t most, const Context& context);

/// Small print in the muted colour.
void draw_small_print(plot::Scene& scene, const std::vector<plot::Run>& runs, plot::Point baseline,
                      const Context& context, std::string name);

/// The names joined as a list in a sentence.
std::string listed(const std::vector<std::string>& names, Language language);

} // namespace actlas::figure
