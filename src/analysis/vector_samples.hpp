#pragma once

#include "analysis/vector_study.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

namespace actlas::analysis {

/// The same numbers on every run and machine (Steele, Lea and Flood 2014, SplitMix64).
class VectorDraws {
public:
    explicit VectorDraws(std::uint64_t seed) : state_(seed) {}
    /// In (-1, 1).
    double operator()() {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return static_cast<double>((z ^ (z >> 31U)) >> 11U) * 0x1p-52 - 1;
    }

private:
    std::uint64_t state_;
};

/// A point with the value and the Jacobian there.
struct VectorSample {
    std::vector<double> x;
    std::vector<double> y;
    formula::Jacobian jacobian;
};

bool all_finite(const std::vector<double>& values);

/// Points of many sizes, some with equal components and zeros, at which value and Jacobian are finite.
std::vector<VectorSample> vector_samples(const formula::VectorEvaluator& evaluate, std::size_t inputs);

/// The part of a study that is about the Jacobian, far inputs and jumps; `stable` is the formula in its stable form.
void find_slopes(VectorStudy& study, const formula::Expr& stable, const std::vector<VectorSample>& samples);

} // namespace actlas::analysis
