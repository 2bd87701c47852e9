#pragma once

#include "plot/scene.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actlas::plot {

/// The word for a role in the layout file, e.g. "tick_label".
std::string_view role_name(Role role);

/// For `plot --layout-json`: {"width", "height", "marks": [{"role", "name", "box": [left, top, right, bottom],
/// "text"?}], "dropped": [...]}, px rounded to 1/100, ends with a line break.
std::string layout_json(const Scene& scene);

/// Everything that breaks the rules of placing: text nearer than `clearance` px to text, point, curve, axis, asymptote
/// or another's leader (tick numbers to lines and to each other: 2 px; a leader to its own text: 1.5 px), a plate over
/// any of these, anything outside the page (text: within 4 px of its edge). One sentence each; empty: no fault.
std::vector<std::string> layout_faults(const Scene& scene, double clearance = 4);

} // namespace actlas::plot
