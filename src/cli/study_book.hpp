#pragma once

#include "analysis/study.hpp"
#include "base/progress.hpp"
#include "catalogue/activation.hpp"

#include <optional>
#include <vector>

namespace actlas::cli {

/// The studies that a build needs, each made once: activations that differ in nothing share one.
class StudyBook {
public:
    /// Asks for the study of an activation; the answer is its number for at().
    std::size_t add(const catalogue::Activation& activation);

    /// Makes the studies with that scope, on `jobs` threads, each a step of `progress`. Throws InputError for the first
    /// activation that cannot be studied.
    void make(unsigned jobs, analysis::Scope scope, Progress& progress);

    /// A study, once made. The reference lives as long as the book.
    const analysis::Study& at(std::size_t number) const { return *studies_.at(number); }

private:
    std::vector<catalogue::Activation> activations_;
    std::vector<std::optional<analysis::Study>> studies_;
};

} // namespace actlas::cli
