// Slopes of activations of vectors: rank, symmetry, the steepest place, far inputs, jumps.

#include "analysis/vector_samples.hpp"
#include "base/infinity.hpp"
#include "formula/vector_jacobian.hpp"
#include "formula/vector_stable.hpp"

#include <algorithm>
#include <cmath>

namespace actlas::analysis {
namespace {

using formula::Jacobian;
using Vector = std::vector<double>;

/// No two components are equal, none is 0: away from the kinks that formulas have.
bool is_generic(Vector x) {
    std::sort(x.begin(), x.end());
    return std::adjacent_find(x.begin(), x.end()) == x.end() && !std::binary_search(x.begin(), x.end(), 0.0);
}

Vector scaled_by(Vector x, double c) {
    for (double& component : x)
        component *= c;
    return x;
}

class SlopeStudent {
public:
    SlopeStudent(VectorStudy& study, const formula::Expr& stable, const std::vector<VectorSample>& samples)
        : s_(study), stable_(stable), samples_(samples) {}

    void run() {
        jacobian();
        limits();
        jumps();
    }

private:
    void jacobian() {
        if (s_.shift.decided() && s_.shift.value != VectorStudy::Shift::neither)
            s_.row_sums = {s_.shift.value == VectorStudy::Shift::invariant ? 0.0 : 1.0, Evidence::exact};
        double rank = 0;
        double steepest = -1;
        bool square = true;
        bool symmetric = true;
        bool rises = true;
        bool keeps = true;
        for (const VectorSample& sample : samples_) {
            const Jacobian& j = sample.jacobian;
            const std::size_t here = numerical_rank(j);
            rank = std::max(rank, static_cast<double>(here));
            keeps = keeps && (here == s_.inputs || !is_generic(sample.x));
            square = j.rows == j.columns;
            for (std::size_t i = 0; i < j.rows; ++i) {
                if (square && j(i, i) < 0) rises = false;
                for (std::size_t k = 0; square && k < i; ++k)
                    symmetric = symmetric && std::fabs(j(i, k) - j(k, i)) <= 1e-9 * (std::fabs(j(i, k)) + 1e-9);
            }
            const double size = largest_singular_value(j);
            if (size > steepest) {
                steepest = size;
                s_.steepest = sample.x;
            }
        }
        s_.rank = {rank, Evidence::estimated};
        s_.keeps_directions = {keeps, Evidence::estimated};
        if (rank == 0) s_.rank.evidence = is_piecewise_constant() ? Evidence::exact : Evidence::estimated;
        if (square) {
            const auto form =
                formula::matrix_form(formula::stable_form(s_.evaluate.formula().expr(), formula::StableForm::printed),
                                     formula::InputPart::whole);
            const bool shown = !s_.evaluate.formula().of_halves() && form && form->symmetric();
            s_.symmetric = {symmetric, shown ? Evidence::exact : Evidence::estimated};
            if (!s_.evaluate.formula().of_halves()) s_.monotone = {rises, Evidence::estimated};
        }
        climb(steepest);
    }

    bool is_piecewise_constant() const {
        const auto form = formula::matrix_form(stable_, formula::InputPart::whole);
        return !s_.evaluate.formula().of_halves() && form && form->zero();
    }

    /// From the steepest sample uphill, by random steps that shrink; then along the ray from it, on which homogeneous
    /// functions of degree above 1 have no steepest place, and towards 0, where those of degree 0 have none.
    void climb(double sampled) {
        double steepest = sampled;
        VectorDraws draw(99);
        const auto slope_at = [&](const Vector& x) {
            const Jacobian j = s_.evaluate.jacobian(x);
            return all_finite(j.values) ? largest_singular_value(j) : -1;
        };
        double step = 2;
        for (int k = 0; k < 240; ++k) {
            Vector x = s_.steepest;
            for (double& component : x)
                component += step * draw();
            const double size = slope_at(x);
            if (size > steepest) {
                steepest = size;
                s_.steepest = std::move(x);
            } else {
                step *= 0.97;
            }
        }
        const std::optional<double> degree = s_.degree.decided() ? s_.degree.value : std::nullopt;
        if (degree && *degree != 1 && steepest > 0) {
            // The Jacobian is homogeneous of degree d - 1.
            s_.lipschitz = {infinity, s_.degree.evidence};
            return;
        }
        const auto grows = [&](const Vector& x) { return slope_at(x) > 1e2 * (1 + steepest); };
        bool unbounded = false;
        for (const double factor : {1e3, 1e6, 1e-3, 1e-6})
            unbounded = unbounded || grows(scaled_by(s_.steepest, factor));
        // One input, one half or all of them large, the rest at 0.
        for (const double size : {1e6, -1e6}) {
            for (const auto& [from, to] : {std::pair<std::size_t, std::size_t>{0, 1},
                                           {s_.inputs / 2, s_.inputs / 2 + 1},
                                           {0, s_.inputs / 2},
                                           {s_.inputs / 2, s_.inputs},
                                           {0, s_.inputs}}) {
                Vector x(s_.inputs, 0);
                std::fill(x.begin() + static_cast<std::ptrdiff_t>(from), x.begin() + static_cast<std::ptrdiff_t>(to),
                          size);
                unbounded = unbounded || grows(x);
            }
        }
        if (unbounded) {
            s_.lipschitz = {infinity, Evidence::estimated};
            return;
        }
        // Where the search found far more than the samples had, it might have found more still.
        if (steepest > 10 * sampled) return;
        s_.lipschitz = {std::max(steepest, 0.0), Evidence::estimated};
        if (s_.rank.value == 0 && s_.rank.evidence == Evidence::exact) s_.lipschitz.evidence = Evidence::exact;
    }

    void limits() {
        const bool halves = s_.evaluate.formula().of_halves();
        const double others = halves ? 1 : 0;
        const auto at = [&](std::size_t place, double value) {
            Vector x(s_.inputs, others);
            x[place] = value;
            return x;
        };
        std::vector<std::pair<std::string, std::size_t>> inputs{{halves ? "a1" : "x1", 0}};
        if (halves) inputs.emplace_back("b1", s_.inputs / 2);
        constexpr double far = 1e7;
        constexpr double less_far = 1e5;
        // Of a slope that still falls or rises out there, where it goes.
        const auto limit = [](double slope, double before) {
            if (std::fabs(slope) < 1e-4 && std::fabs(slope) <= 0.2 * std::fabs(before)) return 0.0;
            const bool grows = std::fabs(slope) > 1e4 && std::fabs(slope) >= 5 * std::fabs(before);
            return grows ? std::copysign(infinity, slope) : slope;
        };
        for (const auto& [name, place] : inputs) {
            for (const int side : {1, -1}) {
                const Vector x = at(place, side * far);
                const double value = s_.evaluate(x)[0];
                const double slope = s_.evaluate.jacobian(x)(0, place);
                const double before = s_.evaluate.jacobian(at(place, side * less_far))(0, place);
                s_.far.push_back({name, side, std::fabs(value) > 1e5 ? std::copysign(infinity, value) : value,
                                  limit(slope, before), others});
            }
        }
        for (const double gap : {0.0, 2.0, 5.0, 10.0, 20.0, 50.0}) {
            const Jacobian j = s_.evaluate.jacobian(at(0, gap));
            if (all_finite(j.values)) s_.gaps.push_back({gap, largest_singular_value(j)});
        }
    }

    /// Looked for where two components are equal, and at 0.
    void jumps() {
        constexpr double nudge = 1e-9;
        VectorDraws draw(5);
        for (int k = 0; k < 12; ++k) {
            Vector x(s_.inputs);
            for (double& component : x)
                component = 3 * draw();
            if (k % 2 == 0)
                x[1] = x[0];
            else
                x[0] = 0;
            const auto near = [&](double by) {
                Vector z = x;
                z[0] += by;
                return s_.evaluate(z);
            };
            const Vector below = near(-nudge);
            const Vector above = near(nudge);
            for (std::size_t i = 0; i < below.size(); ++i)
                if (std::fabs(above[i] - below[i]) > 1e-3) s_.jumps = {true, Evidence::estimated};
        }
    }

    VectorStudy& s_;
    const formula::Expr& stable_;
    const std::vector<VectorSample>& samples_;
};

} // namespace

bool all_finite(const std::vector<double>& values) {
    return std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
}

std::vector<VectorSample> vector_samples(const formula::VectorEvaluator& evaluate, std::size_t inputs) {
    std::vector<VectorSample> samples;
    VectorDraws draw(2024);
    for (const double scale : {0.1, 1.0, 3.0, 10.0, 40.0}) {
        for (int k = 0; k < 24; ++k) {
            std::vector<double> x(inputs);
            for (double& component : x)
                component = scale * draw();
            if (k % 6 == 4) x[1] = x[0];
            if (k % 6 == 5) x[0] = 0;
            VectorSample sample{x, evaluate(x), evaluate.jacobian(x)};
            if (all_finite(sample.y) && all_finite(sample.jacobian.values)) samples.push_back(std::move(sample));
        }
    }
    return samples;
}

void find_slopes(VectorStudy& study, const formula::Expr& stable, const std::vector<VectorSample>& samples) {
    SlopeStudent(study, stable, samples).run();
}

} // namespace actlas::analysis
