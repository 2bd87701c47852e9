#pragma once

#include "analysis/evidence.hpp"
#include "analysis/limitations.hpp"
#include "analysis/number_format.hpp"
#include "catalogue/vector_activation.hpp"
#include "formula/vector_evaluator.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace actlas::analysis {

/// A statement and how it is known; `evidence` is undecided where it is neither shown nor refuted.
template<class T>
struct Known {
    T value{};
    Evidence evidence = Evidence::undecided;
    bool decided() const { return evidence != Evidence::undecided; }
};

/// Of a component of the value, over all x.
struct ComponentRange {
    Known<double> infimum; ///< perhaps infinite
    Known<double> supremum;
    bool attains_infimum = false; ///< as far as exact reasoning or the search tells
    bool attains_supremum = false;
};

/// What a large input does, the others held: where the first output that it acts on goes, and what slope is left.
struct FarInput {
    std::string input; ///< "x1"; of halves "a1", "b1"
    int side = 1;      ///< towards +inf or -inf
    double value = 0;  ///< of y1; perhaps infinite, NaN where there is no limit
    double slope = 0;  ///< of y1 in that input
    double others = 0; ///< what the other inputs are
};

/// The largest slope that is left when one input leads the others, which are 0 (of halves: 1), by a gap.
struct GapSlope {
    double gap = 0;
    double largest = 0; ///< singular value of the Jacobian
};

/// Where a format fails a way to compute the formula although the value is a number of the format: from this input on,
/// upwards in size.
struct Breakdown {
    const NumberFormat* format = nullptr;
    enum class Inputs {
        one,     ///< (t, 0, ..., 0)
        all,     ///< (t, ..., t)
        all_low, ///< (-t, ..., -t)
    } inputs = Inputs::one;
    std::optional<double> written; ///< the formula as it is written; nothing: never
    std::optional<double> stable;  ///< with the library's stable functions
};

/// Everything that the figures and the report say of one activation of vectors, at its parameters' values.
struct VectorStudy {
    VectorStudy(catalogue::VectorActivation of, formula::VectorEvaluator evaluator)
        : activation(std::move(of)), evaluate(std::move(evaluator)) {}

    catalogue::VectorActivation activation;
    formula::VectorEvaluator evaluate; ///< parameters bound
    std::size_t inputs = 4;            ///< how many the numbers below were found with

    enum class Shift { invariant, equivariant, neither };
    enum class Order { invariant, equivariant, but_for_ties, in_pairs, in_blocks, ordered };
    enum class Parity { even, odd, neither };

    Known<Shift> shift;
    Known<std::optional<double>> degree; ///< d of f(c x) = c^d f(x), c > 0; nothing: there is none
    Known<Parity> parity;
    Known<Order> order;
    Known<bool> unit_sum; ///< the components sum to 1
    Known<bool> nonnegative;
    ComponentRange range;
    Known<bool> exact_zeros;      ///< some finite x makes a component exactly 0
    Known<bool> symmetric;        ///< Jacobian
    Known<double> row_sums;       ///< of the Jacobian; decided only where they do not depend on x
    Known<double> rank;           ///< of the Jacobian, the largest that occurs
    Known<bool> keeps_directions; ///< the Jacobian has as much rank as there are inputs, but for ties and zeros
    Known<double> lipschitz;      ///< sup of the Jacobian's largest singular value; perhaps infinite
    std::vector<double> steepest; ///< where the search found it
    Known<bool> monotone;         ///< no output falls when its own input rises

    std::vector<FarInput> far;  ///< estimated
    std::vector<GapSlope> gaps; ///< estimated
    Known<bool> jumps;          ///< true: a change of 1e-9 changes an output by more than 0.001 somewhere
    std::vector<Breakdown> breakdowns;
    std::vector<Finding> limitations;
    std::vector<Finding> strengths;
};

/// Studies an activation of vectors. The same on every run. Throws InputError where no small number of inputs suits the
/// formula, or it has a value nowhere.
VectorStudy study_vector(const catalogue::VectorActivation& activation);

/// The largest singular value of a matrix.
double largest_singular_value(const formula::Jacobian& matrix);

/// Rows of the matrix that do not depend on each other, up to 1e-9 of the largest entry.
std::size_t numerical_rank(const formula::Jacobian& matrix);

/// The element of data/vector_studies.json and the answer of `show --json`; schema "actlas.vector_study/1".
nlohmann::ordered_json vector_study_json(const VectorStudy& study);

/// Parts of study_vector(), in files of their own.
std::vector<Breakdown> breakdowns_of(const formula::VectorFormula& bound, std::size_t inputs);
void find_vector_limitations(VectorStudy& study);

} // namespace actlas::analysis
