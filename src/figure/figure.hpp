#pragma once

#include "analysis/study.hpp"
#include "base/language.hpp"
#include "figure/profile.hpp"
#include "plot/scene.hpp"
#include "plot/theme.hpp"
#include "plot/typeset.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace actlas::figure {

/// What every kind of figure needs to know of where it will appear.
struct Context {
    const plot::Theme& theme;
    Language language;
    const plot::Typesetter& typesetter;
    const Profile& profile = document_profile();
};

/// Wishes of the user that override what a kind would choose.
struct Options {
    std::optional<std::pair<double, double>> x_range;
    std::optional<std::pair<double, double>> y_range;
    std::optional<std::string> title;
    std::optional<double> width;       ///< px
    std::optional<double> height;      ///< px
    int columns = 2;                   ///< of a grid
    bool derivative = true;            ///< draw f' too
    bool annotate = true;              ///< labels beside the curve names
    bool dashed_grid = false;          ///< grid lines dashed, as matplotlib's linestyle='--'
    std::vector<plot::Colour> colours; ///< one a function, instead of the theme's
};

/// f and f' of one activation with its landmarks.
plot::Scene curve(const analysis::Study& study, const Context& context, const Options& options = {});

/// Small multiples, one panel a function.
plot::Scene grid(const std::vector<const analysis::Study*>& studies, const Context& context,
                 const Options& options = {});

/// Several functions in one panel, their derivatives in a second.
plot::Scene compare(const std::vector<const analysis::Study*>& studies, const Context& context,
                    const Options& options = {});

/// A tiny picture of f for tables: no text, one window for all.
plot::Scene icon(const analysis::Study& study, const Context& context);

/// The names that `plot --kind` and [[figure]] take.
std::vector<std::string> kind_names();

/// Any kind by name; throws InputError for an unknown kind or a number of studies that the kind cannot take.
plot::Scene by_name(std::string_view kind, const std::vector<const analysis::Study*>& studies, const Context& context,
                    const Options& options = {});

} // namespace actlas::figure
