#pragma once
// Functions as values at fixed places: what a comparison looks at before anything is proved.

#include "analysis/relatives.hpp"
#include "formula/evaluator.hpp"

#include <array>
#include <span>

namespace actlas::analysis {

/// The places at which functions must agree to be taken for the same: no multiples of anything that formulas use.
constexpr std::size_t probe_count = 24;
using Probes = std::array<double, probe_count>;

Probes probe_places();

/// Values at the probe places, or at multiples of them.
Probes probed(const formula::Evaluator& f, double input = 1);

/// Whether two values are equal up to rounding, or both are none.
bool agree(double a, double b);

/// Whether values at the probes are equal up to rounding, and at enough of them there is a value.
bool agree(const Probes& f, const Probes& g);

/// The multiples of x that are tried for g(x) = a*f(b*x) + c, in order of preference.
constexpr std::array<double, 6> inputs{1, 2, 0.5, -1, -2, -0.5};

/// A grid of equal steps over [-gaussian_reach, gaussian_reach], and the part of it in [-relatives_reach, ...].
constexpr double gaussian_reach = 8;
constexpr std::size_t grid_count = 641;
constexpr std::size_t near_first = 120; ///< grid_place(near_first) = -relatives_reach
constexpr std::size_t near_count = 401;

constexpr double grid_place(std::size_t i) {
    return -gaussian_reach + 2 * gaussian_reach * static_cast<double>(i) / (grid_count - 1);
}

/// One function of the catalogue.
struct Sampled {
    std::string id;
    std::string name;
    formula::Expr bound;
    formula::Evaluator f;
    std::array<Probes, inputs.size()> scaled; ///< at multiples of the probe places; the first: the places themselves
    std::vector<double> grid;
    bool has_relatives = false; ///< it has a value at all but a few points of the near grid
    bool straight = false;      ///< affine, as far as the probes tell
};

Sampled sampled(const catalogue::Activation& activation);

/// The largest |f - g| on [-relatives_reach, relatives_reach].
struct Gap {
    double value = 0;
    double at = 0;
};

/// On the grid alone; more than `limit` where that is exceeded. NaN counts as no difference.
double grid_gap(const Sampled& f, const Sampled& g, double limit);

/// With the places between grid points searched.
Gap refined_gap(const Sampled& f, const Sampled& g);

/// sqrt(E (f - g)^2).
double gaussian_distance(const Sampled& f, const Sampled& g);

} // namespace actlas::analysis
