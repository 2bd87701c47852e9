#include "analysis/properties_bounds.hpp"

#include "analysis/properties_period.hpp"
#include "analysis/properties_size.hpp"
#include "base/infinity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actlas::analysis {

namespace {

constexpr double narrow = 1e-9;         ///< relative width of an enclosure that is called proved
constexpr double negligible = 1e-12;    ///< absolute width that is narrow enough: of a bound that is 0 but for rounding
constexpr std::size_t most_places = 16; ///< more of them mean endless repetition: only that nearest to 0 is told

/// Values of the function that may be its infimum.
struct Candidate {
    Box value; ///< encloses one value that is taken or approached; of a loose one, all values there may be
    std::optional<bool> attained = false;
    bool loose = false;
    std::vector<double> at = {};
    bool of_repetition = false; ///< of a part that repeats itself: no search over all of it would find more
};

/// Sorted, each place once.
void tidy(std::vector<double>& places) {
    std::sort(places.begin(), places.end());
    const auto same = [](double a, double b) { return std::fabs(a - b) <= 1e-9 * std::fabs(a); };
    places.erase(std::unique(places.begin(), places.end(), same), places.end());
}

double nearest_to_zero(const std::vector<double>& places) {
    return *std::min_element(places.begin(), places.end(),
                             [](double a, double b) { return std::fabs(a) < std::fabs(b); });
}

Bound undecided() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    return {nan, Evidence::undecided, -infinity, infinity, std::nullopt, {}};
}

Bound infinite(double value, Evidence evidence) {
    return {value, evidence, value, value, false, {}};
}

/// Looks for the infimum of side * (derivative of that order), side being 1 or -1.
class Infimum {
public:
    Infimum(const Subject& subject, int order, int side) : subject_(subject), order_(order), side_(side) {}

    Bound run() {
        if (subject_.complete)
            collect();
        else
            add(Candidate{.value = Box::entire(), .loose = true});
        if (falls_) return infinite(-infinity, Evidence::exact);
        if (!settled()) search();
        if (falls_) return infinite(-infinity, Evidence::exact);
        Bound bound = result();
        // A formula that still branches has no slope at some of the points that were looked at.
        if (!subject_.complete && order_ > 0) bound.evidence = weaker(bound.evidence, Evidence::estimated);
        return bound;
    }

private:
    Box turned(const Box& value) const { return side_ > 0 ? value : -value; }

    void add(Candidate candidate) {
        candidate.value = turned(candidate.value);
        candidates_.push_back(std::move(candidate));
    }

    void add(const Tendency& tendency, std::vector<double> at) {
        if (tendency.infinite()) {
            falls_ = falls_ || tendency.direction() == -side_;
        } else if (tendency.finite()) {
            add({.value = tendency.value, .at = std::move(at)});
        } else {
            add({.value = tendency.value.empty() ? Box::entire() : tendency.value, .loose = true});
        }
    }

    void collect() {
        for (const Subject::Part& part : subject_.parts) {
            repetitions_.push_back(repetition(part.stretch, order_));
            if (repetitions_.back())
                repeated(part.stretch, *repetitions_.back());
            else
                inside(order_ == 0 ? part.of_value : part.of_slope);
        }
        const Stretch& first = subject_.parts.front().stretch;
        const Stretch& last = subject_.parts.back().stretch;
        if (!repetitions_.front() || std::isfinite(first.low()))
            end(first.at_low(order_), first.low(), opposite(trend(subject_.parts.front(), false)));
        if (!repetitions_.back() || std::isfinite(last.high()))
            end(last.at_high(order_), last.high(), trend(subject_.parts.back(), true));
        for (std::size_t i = 0; i < subject_.joints.size(); ++i)
            joint(i);
    }

    /// What the function does at one end of a part.
    int trend(const Subject::Part& part, bool last) const {
        const std::vector<int>& trends = (order_ == 0 ? part.of_value : part.of_slope).trends;
        return last ? trends.back() : trends.front();
    }

    /// An end of the line, or of where f is defined; `outwards` is the trend towards it.
    void end(const Tendency& tendency, double x, int outwards) {
        if (tendency.kind == Tendency::Kind::unknown && outwards == side_) return;
        // Constant up to there: its value is taken, inside() has it.
        if (outwards == 0 && (order_ > 0 || std::isinf(x))) return;
        add(tendency, std::isfinite(x) ? std::vector{x} : std::vector<double>{});
        if (order_ != 0 || !std::isfinite(x)) return;
        const Box value = subject_.enclosure(x);
        if (!value.defined() || !value.bounded()) return;
        const bool same = tendency.finite() && !interval::intersection(tendency.value, value).empty();
        if (same)
            candidates_.back().attained = true;
        else
            add({.value = value, .attained = true, .at = {x}});
    }

    void joint(std::size_t i) {
        const Joint& joint = subject_.joints[i];
        const Tendency& left = subject_.parts[i].stretch.at_high(order_);
        const Tendency& right = subject_.parts[i + 1].stretch.at_low(order_);
        if ((joint.smooth || joint.equal >= order_) && left.finite() && right.finite())
            return add({.value = interval::hull(left.value, right.value), .attained = true, .at = {joint.x}});
        end(left, subject_.parts[i].stretch.high(), trend(subject_.parts[i], true));
        end(right, subject_.parts[i + 1].stretch.low(), opposite(trend(subject_.parts[i + 1], false)));
    }

    /// The least value on one closed repetition is taken, again and again.
    void repeated(const Stretch& stretch, const Box& window) {
        auto least = found_in(stretch, window);
        if (!least) return;
        least->attained = true;
        least->of_repetition = true;
        for (double& x : least->at)
            x = nearer_to_stationary(stretch, x);
        candidates_.push_back(std::move(*least));
    }

    /// Two steps of Newton's method, as far as they lead no further away than the search may have been off.
    double nearer_to_stationary(const Stretch& stretch, double x) const {
        if (!stretch.has(order_ + 2)) return x;
        double place = x;
        for (int i = 0; i < 2; ++i) {
            const double slope = stretch.value(order_ + 1, place).middle();
            const double bend = stretch.value(order_ + 2, place).middle();
            place -= slope / bend;
        }
        return std::fabs(place - x) <= 1e-6 * std::max(1.0, std::fabs(x)) ? place : x;
    }

    void inside(const Landscape& landscape) {
        for (const Landscape::Node& node : landscape.nodes) {
            if (node.stationary)
                add({.value = node.value, .attained = true, .at = {node.place.middle()}});
            else
                add({.value = node.value.empty() ? Box::entire() : node.value, .loose = true});
        }
        for (std::size_t gap = 0; gap < landscape.trends.size(); ++gap) {
            if (landscape.trends[gap] != 0) continue;
            const double low = landscape.left_of_gap(gap);
            const double high = landscape.right_of_gap(gap);
            const bool everywhere = std::isinf(low) && std::isinf(high);
            add({.value = landscape.graph.value(between(low, high)),
                 .attained = true,
                 .at = everywhere ? std::vector<double>{0} : std::vector<double>{}});
        }
    }

    double lowest() const {
        double low = infinity;
        for (const Candidate& candidate : candidates_)
            low = std::min(low, candidate.value.low());
        return low;
    }

    /// The infimum is not above.
    double highest() const {
        double high = infinity;
        for (const Candidate& candidate : candidates_)
            if (!candidate.loose) high = std::min(high, candidate.value.high());
        return high;
    }

    bool settled() const {
        const double low = lowest();
        const double high = highest();
        if (low == high) return true;
        return std::isfinite(high) && high - low <= std::max(narrow * std::fabs(high), negligible);
    }

    /// Replaces what is known loosely by what a search finds.
    void search() {
        std::vector<Candidate> kept;
        for (const Candidate& candidate : candidates_)
            if (!candidate.loose || candidate.of_repetition) kept.push_back(candidate);
        for (std::size_t i = 0; i < subject_.parts.size(); ++i) {
            if (i < repetitions_.size() && repetitions_[i]) continue;
            const Stretch& stretch = subject_.parts[i].stretch;
            if (!stretch.has(order_)) return;
            // Near 0 apart from the rest, lest endless repetition far out takes all the effort.
            constexpr double near = 16;
            for (const Box& window : {Box(-near, near), Box(-farthest, -near), Box(near, farthest)}) {
                const Box range = interval::intersection(window, Box(stretch.low(), stretch.high()));
                if (range.empty() || range.point()) continue;
                if (auto least = found_in(stretch, range)) kept.push_back(std::move(*least));
            }
            if (stretch.low() < -farthest) far_end(stretch, {-infinity, -farthest}, stretch.at_low(order_), kept);
            if (stretch.high() > farthest) far_end(stretch, {farthest, infinity}, stretch.at_high(order_), kept);
        }
        candidates_ = std::move(kept);
    }

    std::optional<Candidate> found_in(const Stretch& stretch, const Box& range) {
        const auto at = [&stretch, this](int order) {
            return [&stretch, this, order](const Box& box) { return turned(stretch.value(order_ + order, box)); };
        };
        interval::Piece piece{.range = range, .value = at(0)};
        if (stretch.has(order_ + 1)) piece.slope = at(1);
        const std::size_t evaluations = evaluations_for(stretch.derivative(order_), 600);
        const interval::Extremum found = interval::infimum({&piece, 1}, {.evaluations = evaluations});
        if (found.value.empty()) return std::nullopt;
        Candidate inside{.value = found.value, .attained = std::nullopt};
        if (found.attained == interval::Answer::proved) inside.attained = true;
        inside.loose = found.narrow != interval::Answer::proved;
        if (found.at.size() <= most_places) {
            for (const Box& box : found.at)
                if (box.width() < 1e-6 * std::max(1.0, box.magnitude())) inside.at.push_back(box.middle());
        }
        sampled_ = std::min(sampled_, found.value.high());
        return inside;
    }

    void far_end(const Stretch& stretch, const Box& box, const Tendency& tendency, std::vector<Candidate>& far) {
        if (tendency.infinite()) falls_ = falls_ || tendency.direction() == -side_;
        if (tendency.finite() && !subject_.complete) far.push_back({.value = turned(tendency.value)});
        if (tendency.infinite() || tendency.finite()) return;
        const Box values = stretch.value(order_, box);
        far.push_back({.value = values.empty() ? Box::entire() : turned(values), .loose = true});
    }

    Bound result() const {
        const double low = lowest();
        const double high = std::min(highest(), sampled_);
        if (!(low <= high)) return undecided();
        if (std::isinf(high)) return high > 0 ? undecided() : infinite(-infinity, Evidence::estimated);
        Bound bound{.value = 0, .evidence = Evidence::proved, .low = low, .high = high, .attained = {}, .at = {}};
        const bool close = high - low <= std::max(narrow * std::fabs(high), negligible);
        if (!close) {
            if (std::isinf(low) && high > -1e30) return undecided();
            bound.evidence = Evidence::estimated;
        } else if (low == high) {
            bound.evidence = Evidence::exact;
        }
        takers(bound);
        // Where the enclosure stays wide, its middle says nothing; what was found is an estimate.
        bound.value = std::isinf(low) ? low : close ? best(bound) : bound.high;
        return bound;
    }

    /// Who may have the infimum: is it taken, and where?
    void takers(Bound& bound) const {
        bool taken = false;
        bool surely = false;
        bool missed = false;
        bool open = false;
        for (const Candidate& candidate : candidates_) {
            if (candidate.value.low() > bound.high) continue;
            open = open || candidate.loose || !candidate.attained;
            if (candidate.loose || !candidate.attained) continue;
            (*candidate.attained ? taken : missed) = true;
            surely = surely || (*candidate.attained && candidate.value.high() == bound.low);
        }
        if (surely || (taken && !missed && !open))
            bound.attained = true;
        else if (missed && !taken && !open)
            bound.attained = false;
        for (const Candidate& candidate : candidates_) {
            const bool told = candidate.attained.value_or(true) == bound.attained.value_or(true);
            if (candidate.value.low() <= bound.high && told && !candidate.loose)
                bound.at.insert(bound.at.end(), candidate.at.begin(), candidate.at.end());
        }
        tidy(bound.at);
        if (bound.at.size() > most_places) bound.at = {nearest_to_zero(bound.at)};
    }

    /// What the evaluator gives at the place, which is rounded less than the enclosure is wide.
    double best(const Bound& bound) const {
        double value = bound.low / 2 + bound.high / 2;
        if (bound.low == bound.high) return bound.low;
        if (bound.low <= 0 && bound.high >= 0) return 0;
        if (bound.attained.value_or(true) && !bound.at.empty())
            value = side_ * (order_ == 0 ? subject_.f : subject_.slope)(nearest_to_zero(bound.at));
        return std::isnan(value) ? bound.high : std::clamp(value, bound.low, bound.high);
    }

    const Subject& subject_;
    int order_;
    int side_;
    std::vector<Candidate> candidates_;
    std::vector<std::optional<Box>> repetitions_; ///< of each part
    bool falls_ = false;                          ///< towards -inf somewhere
    double sampled_ = infinity;                   ///< a value that the search found
};

} // namespace

Bound bound_of(const Subject& subject, int order, int side) {
    Bound bound = Infimum(subject, order, -side).run();
    if (side < 0) return bound;
    bound.value = 0 - bound.value; // never -0
    std::swap(bound.low, bound.high);
    bound.low = 0 - bound.low;
    bound.high = 0 - bound.high;
    return bound;
}

Bound lipschitz(const Subject& subject, const Bound& infimum, const Bound& supremum) {
    if (!subject.complete && !subject.continuous_by_form) return undecided();
    for (const Joint& joint : subject.joints) {
        if (joint.jumps()) return infinite(infinity, joint.evidence);
        if (!joint.smooth && !joint.continuous()) return undecided();
    }
    if (infimum.evidence == Evidence::undecided || supremum.evidence == Evidence::undecided) return undecided();
    if (std::isinf(infimum.value) || std::isinf(supremum.value)) {
        Bound result = infinite(infinity, Evidence::exact);
        const Evidence below = std::isinf(infimum.value) ? infimum.evidence : Evidence::undecided;
        const Evidence above = std::isinf(supremum.value) ? supremum.evidence : Evidence::undecided;
        result.evidence = weaker(below, above) == below ? above : below; // one proof is enough
        result.low = std::max(-infimum.high, supremum.low);
        return result;
    }
    const Box below(-infimum.high, -infimum.low);
    const Box above(supremum.low, supremum.high);
    const bool tie = !interval::intersection(below, above).empty();
    const bool falling =
        tie ? infimum.attained.value_or(false) && !supremum.attained.value_or(false) : below.low() > above.low();
    Bound result = falling ? infimum : supremum;
    result.value = std::fabs(result.value);
    result.low = std::max({below.low(), above.low(), 0.0});
    result.high = std::max(below.high(), above.high());
    result.evidence = weaker(infimum.evidence, supremum.evidence);
    if (tie && infimum.attained == supremum.attained) {
        result.at.insert(result.at.end(), infimum.at.begin(), infimum.at.end());
        tidy(result.at);
    }
    return result;
}

} // namespace actlas::analysis
