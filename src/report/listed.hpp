#pragma once

#include "analysis/study.hpp"
#include "analysis/vector_study.hpp"

#include <string>
#include <vector>

namespace actlas::report {

/// An activation of the report, of numbers or of vectors, with the name of its page.
struct Listed {
    const catalogue::Activation* activation = nullptr;
    std::string page;
};

/// Those of numbers, then those of vectors. The studies must outlive the list.
std::vector<Listed> listed(const std::vector<const analysis::Study*>& studies,
                           const std::vector<const analysis::VectorStudy*>& vectors);

} // namespace actlas::report
