#pragma once

#include "analysis/study.hpp"
#include "catalogue/activation.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace actlas::cli {

/// The studies that a build needs, each made once: activations that differ in nothing share one.
class StudyBook {
public:
    StudyBook() = default;

    /// `formulas` are the places of formulas by their activations' ids, for messages.
    explicit StudyBook(std::map<std::string, SourceSpan> formulas) : formulas_(std::move(formulas)) {}

    /// Asks for the study of an activation; the answer is its number for at().
    std::size_t add(const catalogue::Activation& activation);

    /// Makes the studies with that scope, on `jobs` threads. Throws InputError for all activations that cannot be
    /// studied.
    void make(unsigned jobs, analysis::Scope scope);

    /// A study, once made. The reference lives as long as the book.
    const analysis::Study& at(std::size_t number) const { return *studies_.at(number); }

private:
    analysis::Study studied(const catalogue::Activation& activation, analysis::Scope scope) const;

    std::map<std::string, SourceSpan> formulas_;
    std::vector<catalogue::Activation> activations_;
    std::vector<std::optional<analysis::Study>> studies_;
};

} // namespace actlas::cli
