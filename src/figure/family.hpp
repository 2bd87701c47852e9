#pragma once

#include "figure/figure.hpp"
#include "plot/scale.hpp"
#include "plot/scene.hpp"

#include <vector>

namespace actlas::figure {

/// One function of a family: the activation at one value of the parameter.
struct Member {
    double value = 0;
    bool standard = false; ///< the value that the activation came with
    analysis::Study study;
    plot::Hue hue;
};

/// A family with the parameter that tells its members apart.
struct Family {
    catalogue::Parameter parameter;
    std::vector<Member> members; ///< by growing value
};

/// How many curves of one hue can be told apart.
inline constexpr std::size_t most_members = 5;

/// The members of figure.hpp's family_studies() with their places in a theme's ramp.
Family family_of(const analysis::Study& study, const std::vector<analysis::Study>& members, const plot::Theme& theme,
                 const Options& options);

/// Values for a family over a parameter: at most most_members, round, growing, the present one among them.
std::vector<double> family_values(const catalogue::Parameter& parameter);

/// The part of the plane on which the members can be compared.
plot::Window family_window(const analysis::Study& study, const Family& family, const plot::Box& box,
                           const Options& options);

/// The members' curves (order 0: f, 1: f'), and labels "β = 0.5" at their ends or where they lie farthest apart.
/// Returns what is still to be placed.
std::vector<plot::LabelRequest> draw_members(plot::Scene& scene, const plot::Panel& panel, const Family& family,
                                             const Context& context, int order, bool labels);

} // namespace actlas::figure
