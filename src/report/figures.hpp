#pragma once

#include "analysis/study.hpp"
#include "base/language.hpp"
#include "base/packed.hpp"
#include "base/progress.hpp"
#include "figure/figure.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::report {

/// A figure that pages show: its name, which is its file stem too, and how it is drawn in a theme and language.
struct FigureOrder {
    std::string name;
    std::function<plot::Scene(const figure::Context&)> draw;
};

/// A drawn figure as pages refer to it.
struct FigureEntry {
    int width = 0; ///< CSS px, rounded
    int height = 0;
    std::map<Language, std::string> description; ///< alternative text
};

/// How figures are to be written.
struct FigureFiles {
    std::vector<std::string> themes; ///< at least one; the first whose name is not "dark" is shown by default
    bool png = false;                ///< PNG beside the SVG that pages use
    bool pdf = false;
    double png_scale = 2;                     ///< pixels a px
    std::vector<plot::Theme> own_themes = {}; ///< beside the built-in ones
    bool transparent = false;                 ///< no page behind the figures
};

/// An artefact while the rest of the report is made.
struct PackedArtefact {
    std::string path;
    Packed bytes;
};

/// The drawn figures of a report, by name.
struct FigureBook {
    std::map<std::string, FigureEntry, std::less<>> entries;
    std::vector<PackedArtefact> artefacts; ///< figures/NAME.LANGUAGE.THEME.EXT in the order of the orders
    std::string default_theme;
    std::string dark_theme; ///< "" where there is none beside the default one
};

/// The path of a figure's file in the output folder.
std::string figure_path(std::string_view name, Language language, std::string_view theme,
                        std::string_view extension = "svg");

/// The name of a figure's variant for narrow screens, which HTML pages show there if it was drawn.
std::string small_figure(std::string_view name);

/// The bytes of a figure's file. Throws std::logic_error where there is none at that path.
std::string figure_bytes(const FigureBook& book, std::string_view path);

/// Draws every order in every language and theme, on `jobs` threads, a step of `progress` each. The result does not
/// depend on their number.
FigureBook draw_figures(const std::vector<FigureOrder>& orders, const std::vector<Language>& languages,
                        const FigureFiles& files, unsigned jobs, Progress& progress);

} // namespace actlas::report
