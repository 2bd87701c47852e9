#pragma once

#include "figure/figure.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace actlas::figure {

/// What is on the screen: f; f' too; the notes too.
inline constexpr std::size_t all_builds = 3;

/// The build from which on a mark of a curve figure is shown, 1 to all_builds: the frame and f from the first on.
std::size_t build_of(const plot::Mark& mark);

/// A curve figure in three builds, as a speaker unfolds it. It is laid out once, so that nothing moves from one to the
/// next; each has its own alternative text.
std::vector<plot::Scene> slide_builds(const analysis::Study& study, const Context& context,
                                      const Options& options = {});

/// The first slide of a deck: title, a line below it and, of up to twelve functions, a small picture each.
plot::Scene title_slide(const std::string& title, const std::string& subtitle,
                        const std::vector<const analysis::Study*>& studies, const Context& context);

} // namespace actlas::figure
