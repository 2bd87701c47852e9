#include "cli/vector_book.hpp"

#include "base/parallel.hpp"
#include "cli/same_subject.hpp"

#include <algorithm>

namespace actlas::cli {

std::size_t VectorBook::add(const catalogue::VectorActivation& activation) {
    const auto known =
        std::find_if(activations_.begin(), activations_.end(), [&](const catalogue::VectorActivation& each) {
            return is_same_subject(each.about, activation.about);
        });
    if (known != activations_.end()) return static_cast<std::size_t>(known - activations_.begin());
    activations_.push_back(activation);
    return activations_.size() - 1;
}

void VectorBook::make(unsigned jobs) {
    studies_.resize(activations_.size());
    parallel_for(activations_.size(), jobs,
                 [&](std::size_t i, unsigned) { studies_[i] = analysis::study_vector(activations_[i]); });
}

} // namespace actlas::cli
