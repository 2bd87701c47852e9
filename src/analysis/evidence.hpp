#pragma once

#include <string_view>

namespace actlas::analysis {

/// How a number or statement is known.
enum class Evidence {
    proved,    ///< an interval enclosure
    exact,     ///< symbolic
    estimated, ///< numeric
    undecided
};

/// The word of the JSON: "proved", ...
std::string_view word(Evidence evidence);

/// What rests on both is known no better than the weaker of them. `proved` counts as weaker than `exact`.
Evidence weaker(Evidence a, Evidence b);

} // namespace actlas::analysis
