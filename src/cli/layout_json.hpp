#pragma once

#include "plot/scene.hpp"

#include <nlohmann/json.hpp>

namespace actlas::cli {

/// Where everything stands in a scene, for tools that check layouts: `{"schema": "actlas.layout/1", "width", "height",
/// "title", "description", "language", "marks": [{"role", "name", "text" (of text marks), "box": [left, top, right,
/// bottom]}], "dropped"}`. Lengths in px, y downwards; marks in the order in which they are drawn.
nlohmann::ordered_json layout_json(const plot::Scene& scene);

} // namespace actlas::cli
