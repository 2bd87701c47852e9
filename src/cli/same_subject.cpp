#include "cli/same_subject.hpp"

#include <algorithm>

namespace actlas::cli {

bool is_same_subject(const catalogue::Activation& a, const catalogue::Activation& b) {
    const auto equal_value = [](const catalogue::Parameter& p, const catalogue::Parameter& q) {
        return p.value == q.value;
    };
    return a.id == b.id && a.label == b.label &&
           std::equal(a.parameters.begin(), a.parameters.end(), b.parameters.begin(), b.parameters.end(), equal_value);
}

} // namespace actlas::cli
