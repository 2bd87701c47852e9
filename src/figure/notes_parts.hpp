#pragma once

#include "figure/figure.hpp"
#include "plot/place.hpp"

#include <initializer_list>
#include <string>
#include <vector>

/// What notes.cpp and notes_regions.cpp have in common.
namespace actlas::figure::detail {

/// FIGURES 7: what is placed first, and what goes first where there is no room.
enum Priority { kink_or_extremum = 2, region = 3, slope_extremum = 4, asymptote = 5, inflection = 6, further = 7 };

/// A label of one or several lines in the size of notes.
plot::LabelText note_text(const Context& context, std::initializer_list<std::vector<plot::Run>> lines);

/// A line that is one expression.
std::vector<plot::Run> math_line(plot::MathNode node);

/// A note that explains a point.
plot::LabelRequest point_label(const Context& context, plot::Point at, Priority priority, plot::Side side,
                               std::string name);

} // namespace actlas::figure::detail
