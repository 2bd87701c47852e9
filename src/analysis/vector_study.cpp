#include "analysis/vector_study.hpp"

#include "analysis/vector_intervals.hpp"
#include "analysis/vector_laws.hpp"
#include "analysis/vector_samples.hpp"
#include "base/infinity.hpp"
#include "formula/known_sign.hpp"
#include "formula/vector_jacobian.hpp"
#include "formula/vector_primitive.hpp"
#include "formula/vector_stable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <numeric>

namespace actlas::analysis {
namespace {

using formula::Expr;
using interval::Interval;
using Vector = std::vector<double>;

constexpr std::size_t most_inputs = 12;

std::size_t suitable_inputs(const formula::VectorFormula& formula) {
    std::string wrong;
    for (std::size_t n = 4; n <= most_inputs; n += 2) {
        wrong = formula.refusal(n);
        if (wrong.empty()) return n;
    }
    throw InputError(Diagnostic{Diagnostic::Severity::error, wrong, std::nullopt,
                                fmt::format("tried with 4 to {} components", most_inputs)});
}

class VectorStudent {
public:
    explicit VectorStudent(VectorStudy& study)
        : s_(study), stable_(formula::stable_form(study.evaluate.formula().expr(), formula::StableForm::evaluated)),
          samples_(vector_samples(study.evaluate, study.inputs)) {
        if (samples_.empty())
            throw InputError(Diagnostic{Diagnostic::Severity::error, "the formula has a finite value at no point tried",
                                        std::nullopt, ""});
    }

    void run() {
        invariances();
        sums();
        signs();
        range();
        find_slopes(s_, stable_, samples_);
    }

private:
    /// How sure it is that two values of the formula differ: proved where enclosures at both points are apart.
    Evidence differ(const Vector& x, const Vector& z, const std::function<Interval(const Interval&)>& carried,
                    std::size_t component) const {
        const auto enclosed = [&](const Vector& at) {
            return enclose_vector(stable_, std::vector<Interval>(at.begin(), at.end()));
        };
        const auto left = enclosed(x);
        const auto right = enclosed(z);
        if (!left || !right) return Evidence::estimated;
        const Interval a = carried((*left)[left->size() == 1 ? 0 : component]);
        const Interval b = (*right)[right->size() == 1 ? 0 : component];
        if (a.empty() || b.empty()) return Evidence::estimated;
        return a.high() < b.low() || b.high() < a.low() ? Evidence::proved : Evidence::estimated;
    }

    /// A sample at which f(moved x) is not carried(f(x)), and how sure that is; undecided where none is found.
    Evidence refuted(const std::function<Vector(const Vector&)>& moved,
                     const std::function<Interval(const Interval&)>& carried) const {
        Evidence best = Evidence::undecided;
        int tried = 0;
        for (const VectorSample& sample : samples_) {
            const Vector z = moved(sample.x);
            const Vector y = s_.evaluate(z);
            for (std::size_t i = 0; i < y.size(); ++i) {
                const double expected = carried(Interval(sample.y[i])).middle();
                if (!(std::fabs(y[i] - expected) > 1e-6 * (std::fabs(y[i]) + std::fabs(expected)))) continue;
                best = differ(sample.x, z, carried, i);
                if (best == Evidence::proved || ++tried > 20) return best;
                break;
            }
        }
        return best;
    }

    static Vector plus(Vector x, double c) {
        for (double& component : x)
            component += c;
        return x;
    }
    static Vector times(Vector x, double c) {
        for (double& component : x)
            component *= c;
        return x;
    }

    void invariances() {
        const Expr& expr = s_.evaluate.formula().expr();
        using Shift = VectorStudy::Shift;
        const auto law = shift_law(stable_);
        if (law && law->scale == 0 && law->add == 0) {
            s_.shift = {Shift::invariant, Evidence::exact};
        } else if (law && law->scale == 0 && law->add == 1) {
            s_.shift = {Shift::equivariant, Evidence::exact};
        } else if (law) {
            s_.shift = {Shift::neither, Evidence::exact};
        } else {
            const auto moved = [](const Vector& x) { return plus(x, 1); };
            const Evidence no = refuted(moved, [](const Interval& y) { return y; });
            const Evidence no_other = refuted(moved, [](const Interval& y) { return y + Interval(1); });
            if (no != Evidence::undecided && no_other != Evidence::undecided)
                s_.shift = {Shift::neither, weaker(no, no_other)};
        }
        if (const auto degree = homogeneity(stable_)) {
            s_.degree = {degree, Evidence::exact};
        } else {
            degree_by_search();
        }
        parity();
        s_.order = {static_cast<VectorStudy::Order>(symmetry(expr)), Evidence::exact};
        if (s_.order.value == VectorStudy::Order::ordered) {
            const Evidence no = refuted(
                [](const Vector& x) {
                    Vector z = x;
                    std::rotate(z.begin(), z.begin() + 1, z.end());
                    return z;
                },
                [](const Interval& y) { return y; });
            s_.order.evidence = no == Evidence::undecided ? Evidence::undecided : Evidence::exact;
        }
    }

    /// No power of c fits all samples: then there is no degree.
    void degree_by_search() {
        std::optional<double> first;
        for (const VectorSample& sample : samples_) {
            const Vector y = s_.evaluate(times(sample.x, 2));
            for (std::size_t i = 0; i < y.size(); ++i) {
                if (std::fabs(sample.y[i]) < 1e-3 || !std::isfinite(y[i]) || y[i] == 0) continue;
                const double power = std::log2(std::fabs(y[i] / sample.y[i]));
                if (!first) first = power;
                if (std::fabs(power - *first) > 1e-6) {
                    // Proved where no common degree can hold: f(2x)/f(x) differs between two points by far more than
                    // rounding.
                    s_.degree = {std::nullopt, Evidence::estimated};
                    const Evidence scale = refuted([](const Vector& x) { return times(x, 2); },
                                                   [&](const Interval& v) { return v * Interval(std::exp2(*first)); });
                    if (scale == Evidence::proved) s_.degree.evidence = Evidence::proved;
                    return;
                }
            }
        }
    }

    void parity() {
        using Parity = VectorStudy::Parity;
        if (const auto known = vector_parity(stable_)) {
            s_.parity = {*known > 0 ? Parity::even : Parity::odd, Evidence::exact};
            return;
        }
        const auto mirrored = [](const Vector& x) { return times(x, -1); };
        const Evidence not_even = refuted(mirrored, [](const Interval& y) { return y; });
        const Evidence not_odd = refuted(mirrored, [](const Interval& y) { return -y; });
        if (not_even != Evidence::undecided && not_odd != Evidence::undecided)
            s_.parity = {Parity::neither, weaker(not_even, not_odd)};
    }

    void sums() {
        if (const auto unit = unit_sum(stable_)) {
            s_.unit_sum = {true, Evidence::exact};
            s_.nonnegative = {unit->nonnegative, unit->nonnegative ? Evidence::exact : Evidence::undecided};
            s_.range.attains_infimum = !unit->positive;
            return;
        }
        for (const VectorSample& sample : samples_) {
            const double total = std::accumulate(sample.y.begin(), sample.y.end(), 0.0);
            if (std::fabs(total - 1) < 1e-6) continue;
            const auto enclosed = enclose_vector(stable_, std::vector<Interval>(sample.x.begin(), sample.x.end()));
            s_.unit_sum = {false, Evidence::estimated};
            if (!enclosed) continue;
            Interval sum(0);
            for (const Interval& y : *enclosed)
                sum = sum + y;
            if (sum.contains(1)) continue;
            s_.unit_sum.evidence = Evidence::proved;
            return;
        }
    }

    void signs() {
        if (!s_.nonnegative.decided()) {
            const formula::Sign sign = formula::known_sign(stable_);
            if (sign != formula::Sign::any) s_.nonnegative = {true, Evidence::exact};
        }
        // Before the search, which takes what no double can hold for 0.
        if (formula::known_sign(stable_) == formula::Sign::positive) s_.exact_zeros = {false, Evidence::exact};
        for (const VectorSample& sample : samples_) {
            if (s_.exact_zeros.evidence == Evidence::exact) break;
            const auto zero = std::find(sample.y.begin(), sample.y.end(), 0.0);
            if (zero == sample.y.end()) continue;
            const bool at_zero_input = std::find(sample.x.begin(), sample.x.end(), 0.0) != sample.x.end();
            if (at_zero_input && !s_.exact_zeros.decided()) s_.exact_zeros = {true, Evidence::estimated};
            if (!at_zero_input) {
                s_.exact_zeros = {true, Evidence::estimated};
                const auto enclosed = enclose_vector(stable_, std::vector<Interval>(sample.x.begin(), sample.x.end()));
                const auto place = static_cast<std::size_t>(zero - sample.y.begin());
                if (enclosed && enclosed->size() > place && (*enclosed)[place].zero()) {
                    s_.exact_zeros.evidence = Evidence::proved;
                    break;
                }
            }
        }
        if (!s_.nonnegative.decided()) {
            for (const VectorSample& sample : samples_) {
                if (std::any_of(sample.y.begin(), sample.y.end(), [](double y) { return y < 0; }))
                    s_.nonnegative = {false, Evidence::estimated};
            }
        }
    }

    void range() {
        ComponentRange& range = s_.range;
        double low = infinity;
        double high = -infinity;
        const auto see = [&](const Vector& y) {
            for (const double value : y) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
        };
        for (const VectorSample& sample : samples_)
            see(sample.y);
        if (s_.unit_sum.value && s_.unit_sum.decided() && s_.nonnegative.value && s_.nonnegative.decided()) {
            range.infimum = {0, Evidence::exact};
            range.supremum = {1, Evidence::exact};
            range.attains_supremum = range.attains_infimum;
            return;
        }
        if (s_.shift.decided() && s_.shift.value == VectorStudy::Shift::equivariant) {
            range.infimum = {-infinity, Evidence::exact};
            range.supremum = {infinity, Evidence::exact};
            return;
        }
        // Of moderate inputs: farther out, outputs reach their limits by rounding.
        double near_low = infinity;
        double near_high = -infinity;
        for (const VectorSample& sample : samples_) {
            if (*std::max_element(sample.x.begin(), sample.x.end(),
                                  [](double a, double b) { return std::fabs(a) < std::fabs(b); }) > 10)
                continue;
            for (const double value : sample.y) {
                near_low = std::min(near_low, value);
                near_high = std::max(near_high, value);
            }
        }
        const double degree = s_.degree.decided() && s_.degree.value ? *s_.degree.value : 0;
        if (degree > 0) {
            // f(c x) = c^d f(x): one value below 0 gives all below.
            range.infimum = low < 0 ? Known<double>{-infinity, Evidence::exact} : bound_at_zero(0);
            range.supremum = high > 0 ? Known<double>{infinity, Evidence::exact} : bound_at_zero(0);
            range.attains_infimum = low >= 0;
            range.attains_supremum = high <= 0;
            return;
        }
        for (const double size : {1e3, 1e6, 1e9}) {
            VectorDraws draw(7);
            for (int k = 0; k < 24; ++k) {
                Vector x(s_.inputs);
                for (double& component : x)
                    component = size * draw() * (draw() > 0 ? 1 : 1e-3);
                const Vector y = s_.evaluate(x);
                if (all_finite(y)) see(y);
            }
        }
        const auto outer = enclose_vector(s_.evaluate.formula().expr(),
                                          std::vector<Interval>(s_.inputs, Interval(-largest_input, largest_input)));
        const auto bound = [&](double seen, double proved) -> Known<double> {
            if (std::fabs(seen) > 1e5) return {seen > 0 ? infinity : -infinity, Evidence::estimated};
            if (std::isfinite(proved) && std::fabs(seen - proved) < 1e-9 * (1 + std::fabs(proved)))
                return {proved, Evidence::proved};
            return {std::fabs(seen) < 1e-6 ? 0 : seen, Evidence::estimated};
        };
        Interval whole;
        if (outer) {
            whole = outer->front();
            for (const Interval& y : *outer)
                whole = interval::hull(whole, y);
        }
        range.infimum = bound(low, outer ? whole.low() : -infinity);
        range.supremum = bound(high, outer ? whole.high() : infinity);
        if (s_.nonnegative.decided() && s_.nonnegative.value && s_.nonnegative.evidence == Evidence::exact &&
            low < 1e-9)
            range.infimum = {0, Evidence::exact};
        range.attains_infimum = near_low == range.infimum.value &&
                                !(s_.exact_zeros.decided() && !s_.exact_zeros.value && range.infimum.value == 0);
        range.attains_supremum = near_high == range.supremum.value;
    }

    Known<double> bound_at_zero(double value) const {
        const bool exact =
            s_.nonnegative.decided() && s_.nonnegative.value && s_.nonnegative.evidence == Evidence::exact;
        return {value, exact ? Evidence::exact : Evidence::estimated};
    }

    static constexpr double largest_input = 3.4028234663852886e38; ///< of float32

    VectorStudy& s_;
    Expr stable_;
    std::vector<VectorSample> samples_;
};

} // namespace

VectorStudy study_vector(const catalogue::VectorActivation& activation) {
    const formula::VectorFormula bound = activation.formula.bound(activation.about.bindings());
    VectorStudy study(activation, formula::VectorEvaluator(bound));
    study.inputs = suitable_inputs(bound);
    VectorStudent(study).run();
    study.breakdowns = breakdowns_of(bound, study.inputs);
    find_vector_limitations(study);
    return study;
}

} // namespace actlas::analysis
