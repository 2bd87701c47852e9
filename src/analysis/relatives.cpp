#include "analysis/relatives.hpp"

#include "analysis/properties_size.hpp"
#include "analysis/range_bound.hpp"
#include "analysis/relatives_samples.hpp"
#include "analysis/relatives_settings.hpp"
#include "base/infinity.hpp"
#include "base/parallel.hpp"
#include "formula/build.hpp"
#include "formula/enclosure.hpp"
#include "formula/normal_form.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace actlas::analysis {
namespace {

using formula::Expr;
using namespace formula::build;

/// The fraction with a small denominator that a number is up to rounding, if there is one.
std::optional<formula::Rational> simple_fraction(double value) {
    constexpr std::int64_t largest_denominator = 48;
    constexpr double largest = 1e4;
    if (!(std::fabs(value) < largest)) return std::nullopt;
    for (std::int64_t denominator = 1; denominator <= largest_denominator; ++denominator) {
        const double numerator = std::round(value * static_cast<double>(denominator));
        if (std::fabs(numerator / static_cast<double>(denominator) - value) <= 1e-9 * std::max(1.0, std::fabs(value)))
            return formula::Rational{static_cast<std::int64_t>(numerator), denominator};
    }
    return std::nullopt;
}

/// a and c of f = a*g + c at the probes.
struct Affine {
    formula::Rational slope;
    formula::Rational offset;
};

std::optional<Affine> line_between(const Probes& f, const Probes& g) {
    constexpr double least = 1e-6;
    // Two probes far apart at which g differs.
    std::size_t first = 3;
    std::size_t second = 16;
    if (!(std::fabs(g[first] - g[second]) > least)) second = 10;
    if (!(std::fabs(g[first] - g[second]) > least)) first = 16;
    if (!(std::fabs(g[first] - g[second]) > least) || !std::isfinite(g[first] - g[second])) return std::nullopt;
    const double slope = (f[first] - f[second]) / (g[first] - g[second]);
    const double offset = f[first] - slope * g[first];
    // Most pairs fail here, before fractions are looked for.
    for (const std::size_t i : {std::size_t{0}, std::size_t{9}, std::size_t{15}})
        if (!(std::fabs(slope * g[i] + offset - f[i]) <= 1e-8 * std::max(1.0, std::fabs(f[i])))) return std::nullopt;
    const auto a = simple_fraction(slope);
    const auto c = simple_fraction(offset);
    if (!a || !c || a->numerator == 0) return std::nullopt;
    Probes image;
    for (std::size_t i = 0; i < g.size(); ++i)
        image[i] = a->value() * g[i] + c->value();
    return agree(f, image) ? std::optional(Affine{*a, *c}) : std::nullopt;
}

SameAs same_as(SameAs::Kind kind, const Sampled& other, Sameness sameness) {
    SameAs result;
    result.kind = kind;
    result.id = other.id;
    result.name = other.name;
    result.sameness = std::move(sameness);
    return result;
}

/// f(x) = a*g(b*x) + c with the first b that does.
std::optional<SameAs> rescaled(const Sampled& f, const Sampled& g) {
    if (f.straight || g.straight) return std::nullopt;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const auto line = line_between(f.scaled[0], g.scaled[i]);
        if (!line) continue;
        const Expr inside = formula::substitute_variable(g.bound, num(inputs[i]) * Expr::variable());
        const Expr image = formula::write_number(line->slope) * inside + formula::write_number(line->offset);
        auto sameness = exact_sameness(f.bound, image);
        if (!sameness || !sameness->except.empty()) continue;
        SameAs found = same_as(SameAs::Kind::rescaled, g, std::move(*sameness));
        found.output = line->slope;
        found.input = inputs[i];
        found.offset = line->offset;
        return found;
    }
    return std::nullopt;
}

bool names(const std::vector<SameAs>& all, const std::string& id) {
    return std::any_of(all.begin(), all.end(), [&](const SameAs& known) { return known.id == id; });
}

/// Adds that `function`, sampled, is the family with its parameters set, where it is.
void add_case(std::vector<SameAs>& to, SameAs::Kind kind, const Sampled& function, const Constants& constants,
              const Adjustable& family, const Sampled& other) {
    family.find(function.scaled[0], constants, [&](const Special& at) {
        auto sameness = exact_sameness(function.bound, at.bound);
        if (!sameness || !sameness->except.empty()) return false;
        SameAs found = same_as(kind, other, std::move(*sameness));
        found.parameters = at.parameters;
        to.push_back(std::move(found));
        return true;
    });
}

/// The places of the nearest on the grid, at most `most`, the nearest first.
std::vector<std::size_t> nearest_on_grid(const Sampled& f, const std::vector<Sampled>& all, std::size_t most) {
    struct Candidate {
        double gap = 0;
        std::size_t place = 0;
    };
    std::vector<Candidate> best;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Sampled& g = all[i];
        if (g.id == f.id || !g.has_relatives || agree(f.scaled[0], g.scaled[0])) continue;
        // Of several names of one function the first is enough.
        const bool repeated = std::any_of(best.begin(), best.end(), [&](const Candidate& known) {
            return agree(all[known.place].scaled[0], g.scaled[0]);
        });
        const double limit = best.size() < most ? infinity : best.back().gap;
        const double gap = repeated ? infinity : grid_gap(f, g, limit);
        if (!(gap < limit)) continue;
        const auto behind = std::upper_bound(best.begin(), best.end(), gap,
                                             [](double value, const Candidate& c) { return value < c.gap; });
        best.insert(behind, {gap, i});
        if (best.size() > most) best.pop_back();
    }
    std::vector<std::size_t> places;
    for (const Candidate& candidate : best)
        places.push_back(candidate.place);
    return places;
}

/// Encloses the gap where that takes little.
void prove(Relative& relative, const Sampled& f, const Sampled& g) {
    constexpr interval::Effort effort{.evaluations = 400, .relative = 1e-4};
    constexpr std::size_t longest = 400;
    constexpr double narrow = 1e-2;
    const Expr difference = f.bound - g.bound;
    if (derivative_size(difference) > longest) return;
    const double high = proved_bound(difference, -relatives_reach, relatives_reach, effort);
    const double low = formula::EnclosureEvaluator(difference)(relative.at).mignitude();
    if (!(high <= low * (1 + narrow))) return;
    relative.evidence = Evidence::proved;
    relative.low = low;
    relative.high = high;
}

Relative relative_of(const Sampled& f, const Sampled& g) {
    const Gap gap = refined_gap(f, g);
    return {.id = g.id,
            .name = g.name,
            .gap = gap.value,
            .at = gap.at,
            .gaussian = gaussian_distance(f, g),
            .other = g.bound};
}

} // namespace

std::string_view word(SameAs::Kind kind) {
    switch (kind) {
    case SameAs::Kind::same:
        return "same";
    case SameAs::Kind::rescaled:
        return "rescaled";
    case SameAs::Kind::special_case:
        return "special_case";
    case SameAs::Kind::general_case:
        break;
    }
    return "general_case";
}

struct Comparison::Samples {
    std::vector<Sampled> all;
    std::vector<Adjustable> families; ///< the same functions with their parameters open
    std::vector<Constants> constants; ///< of each
};

Comparison::Comparison(const std::vector<catalogue::Activation>& catalogue, unsigned jobs) {
    std::vector<const catalogue::Activation*> members;
    for (const catalogue::Activation& activation : catalogue)
        if (!activation.user_defined) members.push_back(&activation);
    std::vector<std::optional<Sampled>> all(members.size());
    std::vector<std::optional<Adjustable>> families(members.size());
    auto samples = std::make_unique<Samples>();
    samples->constants.resize(members.size());
    parallel_for(members.size(), jobs, [&](std::size_t i, unsigned) {
        all[i] = sampled(*members[i]);
        families[i].emplace(*members[i]);
        samples->constants[i] = constants_of(all[i]->bound);
    });
    for (std::size_t i = 0; i < members.size(); ++i) {
        samples->all.push_back(std::move(*all[i]));
        samples->families.push_back(std::move(*families[i]));
    }
    samples_ = std::move(samples);
}

Comparison::~Comparison() = default;
Comparison::Comparison(Comparison&&) noexcept = default;
Comparison& Comparison::operator=(Comparison&&) noexcept = default;

std::vector<SameAs> Comparison::twins(const catalogue::Activation& activation) const {
    const Sampled f = sampled(activation);
    std::vector<SameAs> result;
    for (const Sampled& g : samples_->all) {
        if (g.id == f.id || !agree(f.scaled[0], g.scaled[0])) continue;
        if (auto sameness = analysis::sameness(f.bound, g.bound))
            result.push_back(same_as(SameAs::Kind::same, g, std::move(*sameness)));
    }
    return result;
}

Relatives Comparison::relatives(const catalogue::Activation& activation) const {
    const Sampled f = sampled(activation);
    Relatives result;
    result.same_as = twins(activation);
    const auto is_twin = [&](const std::string& id) {
        return std::any_of(result.same_as.begin(), result.same_as.end(),
                           [&](const SameAs& known) { return known.kind == SameAs::Kind::same && known.id == id; });
    };
    std::vector<SameAs> special, general;
    const Constants constants = constants_of(f.bound);
    const Adjustable family(activation);
    for (std::size_t i = 0; i < samples_->all.size(); ++i) {
        const Sampled& g = samples_->all[i];
        if (g.id == f.id || is_twin(g.id)) continue;
        add_case(special, SameAs::Kind::special_case, f, constants, samples_->families[i], g);
        // Functions that differ by the usual value of a parameter alone are cases of each other.
        if (!names(special, g.id)) add_case(general, SameAs::Kind::general_case, g, samples_->constants[i], family, g);
    }
    for (const Sampled& g : samples_->all) {
        if (g.id == f.id || is_twin(g.id) || agree(f.scaled[0], g.scaled[0])) continue;
        if (auto found = rescaled(f, g)) result.same_as.push_back(std::move(*found));
    }
    std::move(special.begin(), special.end(), std::back_inserter(result.same_as));
    std::move(general.begin(), general.end(), std::back_inserter(result.same_as));

    constexpr std::size_t most = 5;
    constexpr std::size_t fewest = 3;
    constexpr double always_near = 0.5; // more than three of those that are further away say little
    if (!f.has_relatives) return result;
    for (const std::size_t place : nearest_on_grid(f, samples_->all, most))
        result.nearest.push_back(relative_of(f, samples_->all[place]));
    std::stable_sort(result.nearest.begin(), result.nearest.end(),
                     [](const Relative& a, const Relative& b) { return a.gap < b.gap; });
    const auto far = [](const Relative& relative) { return relative.gap > always_near; };
    while (result.nearest.size() > fewest && far(result.nearest.back()))
        result.nearest.pop_back();
    if (!result.nearest.empty()) {
        const auto other = std::find_if(samples_->all.begin(), samples_->all.end(),
                                        [&](const Sampled& g) { return g.id == result.nearest.front().id; });
        prove(result.nearest.front(), f, *other);
    }
    return result;
}

std::vector<SameAs> twins(const catalogue::Activation& activation,
                          const std::vector<catalogue::Activation>& catalogue) {
    const formula::Expr bound = formula::bind(activation.expr, activation.bindings());
    const formula::Evaluator f(bound);
    const Probes probes = probed(f);
    // At one place of the middle first, which most functions do not pass.
    const double place = probe_places()[probe_count / 2 + 1];
    const double value = f(place);
    std::vector<SameAs> result;
    for (const catalogue::Activation& other : catalogue) {
        if (other.user_defined || other.id == activation.id) continue;
        const formula::Evaluator g(other.expr, other.bindings());
        if (std::fabs(g(place) - value) > 1e-6 * std::max(1.0, std::fabs(value)) || !agree(probes, probed(g))) continue;
        Sampled sampled_other = sampled(other);
        if (auto found = sameness(bound, sampled_other.bound))
            result.push_back(same_as(SameAs::Kind::same, sampled_other, std::move(*found)));
    }
    return result;
}

} // namespace actlas::analysis
