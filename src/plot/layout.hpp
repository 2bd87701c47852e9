#pragma once

#include "plot/scene.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actlas::plot {

/// The word for a role in the layout file, e.g. "tick_label".
std::string_view role_name(Role role);

/// Where everything stands, for `plot --layout-json` and tools that check layouts: `{"schema": "actlas.layout/1",
/// "width", "height", "title", "description", "language", "marks": [{"role", "name", "text" (of text marks), "box":
/// [left, top, right, bottom]}], "dropped"}`. Lengths in px to 1/100, y downwards; marks in the order in which they are
/// drawn. Ends with a line break.
std::string layout_json(const Scene& scene);

/// Everything that breaks the rules of placing (FIGURES 7); one sentence each; empty: no fault.
/// - Text nearer than `clearance` px to text, point, curve, axis, frame, asymptote, guide or another's leader; tick
///   numbers to lines and to each other 2 px, a leader to its own text 1.5 px. Lines of one label may not overlap.
/// - Text on hatching without a plate; a plate over a curve, axis, asymptote, point, leader or label.
/// - A leader within 1 px of another's point, within `clearance` px of another leader, or on a curve at less than 45
///   degrees.
/// - Anything outside the page; text within 4 px of its edge.
std::vector<std::string> layout_faults(const Scene& scene, double clearance = 4);

} // namespace actlas::plot
