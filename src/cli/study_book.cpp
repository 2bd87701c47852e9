#include "cli/study_book.hpp"

#include "base/parallel.hpp"
#include "cli/faults.hpp"
#include "cli/same_subject.hpp"

#include <algorithm>
#include <utility>

namespace actlas::cli {

std::size_t StudyBook::add(const catalogue::Activation& activation) {
    const auto found = std::find_if(activations_.begin(), activations_.end(),
                                    [&](const auto& known) { return is_same_subject(known, activation); });
    if (found != activations_.end()) return static_cast<std::size_t>(found - activations_.begin());
    activations_.push_back(activation);
    return activations_.size() - 1;
}

void StudyBook::make(unsigned jobs, analysis::Scope scope, Progress& progress) {
    progress.begin("studies", activations_.size());
    studies_.resize(activations_.size());
    parallel_for_every(activations_.size(), jobs, [&](std::size_t i, unsigned) {
        studies_[i] = studied(activations_[i], scope);
        progress.step();
    });
}

analysis::Study StudyBook::studied(const catalogue::Activation& activation, analysis::Scope scope) const {
    try {
        return analysis::study(activation, scope);
    } catch (const InputError& error) {
        std::vector<Diagnostic> diagnostics = error.diagnostics();
        const auto formula = formulas_.find(activation.id);
        for (Diagnostic& diagnostic : diagnostics) {
            if (!diagnostic.where && formula != formulas_.end()) diagnostic.where = formula->second;
        }
        throw InputError(std::move(diagnostics));
    }
}

void StudyBook::compare(const std::vector<std::size_t>& numbers, const catalogue::Catalogue& catalogue, unsigned jobs) {
    relatives_.resize(activations_.size());
    if (numbers.empty()) return; // the whole catalogue is read only where it is needed
    const analysis::Comparison comparison(catalogue.activations(), jobs);
    parallel_for(numbers.size(), jobs, [&](std::size_t i, unsigned) {
        relatives_.at(numbers[i]) = comparison.relatives(activations_[numbers[i]]);
    });
}

std::optional<SourceSpan> StudyBook::place(std::size_t number) const {
    const auto formula = formulas_.find(activations_.at(number).id);
    return formula != formulas_.end() ? std::optional(formula->second) : std::nullopt;
}

std::vector<std::size_t> StudyBook::own() const {
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < activations_.size(); ++i)
        if (activations_[i].user_defined) numbers.push_back(i);
    return numbers;
}

} // namespace actlas::cli
