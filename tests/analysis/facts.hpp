#pragma once

#include "formula/expr.hpp"

#include <string>
#include <vector>

namespace actlas::analysis::test {

/// A line of properties_facts.txt: what others found of a function.
struct Fact {
    std::string id;
    std::string monotone;   ///< "increasing", "decreasing" or "no"
    std::string continuity; ///< "C^-1", "C^0", ... "C^inf"
    std::string parity;     ///< "odd", "even" or "none"
    std::vector<formula::Binding> parameters;
    std::string formula;
};

/// All lines, in the file's order.
std::vector<Fact> facts();

} // namespace actlas::analysis::test
