#pragma once

#include "plot/scene.hpp"

#include <functional>
#include <string>
#include <vector>

namespace specimens {

/// A figure that stands for its kind.
struct Specimen {
    std::string name;     ///< a file's name without its ending
    bool picture = false; ///< one of each kind is compared as a picture too
    std::function<actlas::plot::Scene()> draw;
};

/// Every kind of figure, most with several activations, in both languages and both profiles.
const std::vector<Specimen>& all();

} // namespace specimens
