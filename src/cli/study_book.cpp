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

void StudyBook::make(unsigned jobs, analysis::Scope scope) {
    studies_.resize(activations_.size());
    parallel_for(activations_.size(), jobs,
                 [&](std::size_t i, unsigned) { studies_[i] = analysis::study(activations_[i], scope); });
}

void StudyBook::compare(const std::vector<std::size_t>& numbers, const std::vector<catalogue::Activation>& catalogue,
                        unsigned jobs) {
    relatives_.resize(activations_.size());
    if (numbers.empty()) return;
    const analysis::Comparison comparison(catalogue, jobs);
    parallel_for(numbers.size(), jobs, [&](std::size_t i, unsigned) {
        relatives_.at(numbers[i]) = comparison.relatives(activations_[numbers[i]]);
    });
}

std::vector<std::size_t> StudyBook::own() const {
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < activations_.size(); ++i)
        if (activations_[i].user_defined) numbers.push_back(i);
    return numbers;
}

} // namespace actlas::cli
