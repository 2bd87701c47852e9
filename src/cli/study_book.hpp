#pragma once

#include "analysis/relatives.hpp"
#include "analysis/study.hpp"
#include "base/progress.hpp"
#include "catalogue/catalogue.hpp"

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

    /// Makes the studies with that scope, on `jobs` threads, each a step of `progress`. Throws InputError for all
    /// activations that cannot be studied.
    void make(unsigned jobs, analysis::Scope scope, Progress& progress);

    /// Finds what the catalogue has that is like the activations of these numbers.
    void compare(const std::vector<std::size_t>& numbers, const catalogue::Catalogue& catalogue, unsigned jobs);

    std::size_t size() const { return activations_.size(); }

    /// The numbers of all that are the user's own.
    std::vector<std::size_t> own() const;

    /// A study, once made. The reference lives as long as the book.
    const analysis::Study& at(std::size_t number) const { return *studies_.at(number); }

    /// Where the config has the formula, if it is one of its own.
    std::optional<SourceSpan> place(std::size_t number) const;

    /// What compare() found, nothing where it was not asked.
    const analysis::Relatives& relatives(std::size_t number) const { return relatives_.at(number); }

private:
    analysis::Study studied(const catalogue::Activation& activation, analysis::Scope scope) const;

    std::map<std::string, SourceSpan> formulas_;
    std::vector<catalogue::Activation> activations_;
    std::vector<std::optional<analysis::Study>> studies_;
    std::vector<analysis::Relatives> relatives_;
};

} // namespace actlas::cli
