#pragma once

#include "figure/figure.hpp"
#include "plot/place.hpp"

#include <vector>

namespace actlas::figure {

/// What is written beside a panel for a curve that ends in it.
struct EndName {
    plot::EndLabel label;
    plot::Colour line; ///< of what ties the name to the curve's end
};

/// The room between a panel and the names beside it, px of a document.
inline constexpr double end_names_gap = 26;

/// Names right of a panel, within its height, apart from each other, each tied to its curve's end by a thin line.
/// False, with nothing drawn, where there is no room for them.
bool draw_end_names(plot::Scene& scene, const plot::Box& panel, const std::vector<EndName>& names,
                    const Context& context);

/// The same; throws InputError where there is no room for them.
void require_end_names(plot::Scene& scene, const plot::Box& panel, const std::vector<EndName>& names,
                       const Context& context);

/// A name in semibold and a value after it, for an EndName.
std::shared_ptr<const plot::Typeset> name_and_value(const std::string& name, const std::string& value,
                                                    const Context& context);

} // namespace actlas::figure
