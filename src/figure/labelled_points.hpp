#pragma once

#include "plot/place.hpp"

#include <cstddef>
#include <vector>

namespace actlas::figure {

/// Places the first `most` of the labels, in order of priority, that find a place, and takes the points away whose
/// labels are not among them: a slide shows no point without a word on it. The names of the others go to scene.dropped.
void place_labelled_points(plot::Scene& scene, std::vector<plot::LabelRequest> requests, std::size_t most,
                           const plot::PlaceOptions& options);

} // namespace actlas::figure
