#pragma once

#include "analysis/study.hpp"
#include "base/language.hpp"
#include "experiment/settings.hpp"
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
    bool transparent = false; ///< no page behind the figure
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

    std::optional<std::string> parameter;  ///< that a family varies
    std::vector<double> values;            ///< of the parameter
    std::optional<std::string> limitation; ///< to show, e.g. "vanishing_gradient"; the worst unless given
    std::optional<double> weight_variance; ///< of the networks whose depth is shown, times their width
    experiment::Settings experiments;      ///< of the kinds that train or measure networks
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

/// The activation at the values of a parameter that `options` ask for, by growing value; without wishes of theirs the
/// first parameter, at values from its usual range (by equal ratios where that spans decades) with the present one
/// among them. Throws InputError where it has no parameter, none of that name, or more values are asked for than can be
/// told apart.
std::vector<analysis::Study> family_studies(const analysis::Study& study, const Options& options = {});

/// They in one picture; `options` as for family_studies().
plot::Scene family(const analysis::Study& study, const std::vector<analysis::Study>& members, const Context& context,
                   const Options& options = {});

/// f over one of its parameters. Throws InputError where it has none, or none of the name that is asked for.
plot::Scene family(const analysis::Study& study, const Context& context, const Options& options = {});

/// One limitation and its number. Throws InputError where the activation does not have it.
plot::Scene limitation_figure(const analysis::Study& study, const Context& context, const Options& options = {});

/// The kinds of limitation that there are pictures of.
std::vector<std::string> limitation_kinds();

/// What happens to f in each number format, over x.
plot::Scene precision(const analysis::Study& study, const Context& context, const Options& options = {});

// The kinds that follow run their experiment on the spot: tenths of a second, the same on every run. See
// figure/experiments.hpp for running once and drawing often.

/// The size of gradients and signals from layer to layer: very wide networks in theory, random ones as measured.
plot::Scene depth(const std::vector<const analysis::Study*>& studies, const Context& context,
                  const Options& options = {});

/// What a linear model and small networks with these activations make of two tasks in the plane.
plot::Scene decision(const std::vector<const analysis::Study*>& studies, const Context& context,
                     const Options& options = {});

/// The loss of small networks with these activations, epoch by epoch.
plot::Scene loss(const std::vector<const analysis::Study*>& studies, const Context& context,
                 const Options& options = {});

/// How many units of small networks with these activations die in training, at several rates of learning.
plot::Scene dead_units(const std::vector<const analysis::Study*>& studies, const Context& context,
                       const Options& options = {});

/// How much of a study a kind of figure needs; that of an unknown kind, as little as can be.
analysis::Scope scope_of(std::string_view kind);

/// The names that `plot --kind` and [[figure]] take.
std::vector<std::string> kind_names();

/// Any kind by name; throws InputError for an unknown kind or a number of studies that the kind cannot take.
plot::Scene by_name(std::string_view kind, const std::vector<const analysis::Study*>& studies, const Context& context,
                    const Options& options = {});

} // namespace actlas::figure
