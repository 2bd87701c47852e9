#pragma once

#include "analysis/vector_study.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace actlas::cli {

/// The studies of activations of vectors that a build needs, each made once: activations that differ in nothing share
/// one.
class VectorBook {
public:
    /// Asks for the study of an activation; the answer is its number for at().
    std::size_t add(const catalogue::VectorActivation& activation);

    /// Makes the studies on `jobs` threads; their number changes nothing. Throws as analysis::study_vector() does.
    void make(unsigned jobs);

    /// A study, once made. The reference lives as long as the book.
    const analysis::VectorStudy& at(std::size_t number) const { return *studies_.at(number); }

private:
    std::vector<catalogue::VectorActivation> activations_;
    std::vector<std::optional<analysis::VectorStudy>> studies_;
};

} // namespace actlas::cli
