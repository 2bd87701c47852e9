#include "cli/study_book.hpp"

#include "base/parallel.hpp"

#include <algorithm>

namespace actlas::cli {
namespace {

/// Whether two activations, both from the same catalogue, are the same with the same parameters and label.
bool same(const catalogue::Activation& a, const catalogue::Activation& b) {
    const auto equal_value = [](const catalogue::Parameter& p, const catalogue::Parameter& q) {
        return p.value == q.value;
    };
    return a.id == b.id && a.label == b.label &&
           std::equal(a.parameters.begin(), a.parameters.end(), b.parameters.begin(), b.parameters.end(), equal_value);
}

} // namespace

std::size_t StudyBook::add(const catalogue::Activation& activation) {
    const auto found = std::find_if(activations_.begin(), activations_.end(),
                                    [&](const auto& known) { return same(known, activation); });
    if (found != activations_.end()) return static_cast<std::size_t>(found - activations_.begin());
    activations_.push_back(activation);
    return activations_.size() - 1;
}

void StudyBook::make(unsigned jobs, analysis::Scope scope, Progress& progress) {
    progress.begin("studies", activations_.size());
    studies_.resize(activations_.size());
    parallel_for(activations_.size(), jobs, [&](std::size_t i, unsigned) {
        studies_[i] = analysis::study(activations_[i], scope);
        progress.step();
    });
}

} // namespace actlas::cli
