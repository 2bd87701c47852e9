#include "interval/branch.hpp"
#include "interval/rounding.hpp"

#include <algorithm>
#include <cmath>

namespace actlas::interval {

using namespace branch;

namespace {

struct ExtremumBox {
    Interval place;
    Interval value;
    std::size_t piece = 0;
    bool settled = false; ///< further cuts would not help
    int side = 0;         ///< of a point: 1 if it stands for a box on its right, -1 for one on its left
};

/// std::push_heap keeps the greatest on top: here the box whose lower bound is least, the leftmost first.
bool less_urgent(const ExtremumBox& a, const ExtremumBox& b) {
    if (a.value.low() != b.value.low()) return a.value.low() > b.value.low();
    return a.place.low() > b.place.low();
}

/// Finds the infimum, in two phases: best-first cutting until the bound is narrow, then a closer look at what is left
/// to say where it is attained.
class Minimiser {
public:
    Minimiser(std::span<const Piece> pieces, const Effort& effort) : effort_(effort) {
        for (const Piece& piece : pieces)
            probes_.emplace_back(piece, evaluations_);
    }

    Extremum run() {
        for (std::size_t k = 0; k < probes_.size(); ++k)
            for (const Interval& place : first_cut(probes_[k].range()))
                consider(place, k);
        bound();
        locate();
        return result();
    }

private:
    bool exhausted() const { return evaluations_ >= effort_.evaluations; }

    bool narrow(double low) const {
        const double room = std::fmax(effort_.absolute, effort_.relative * std::fmin(std::fabs(low), std::fabs(best_)));
        return best_ - low <= room;
    }

    /// The infimum is not above the value at a point where the function is defined.
    void sample(const Interval& value) {
        if (value.defined() && !value.empty()) best_ = std::fmin(best_, value.high());
    }

    /// Keeps a box that may hold the infimum.
    void keep(const ExtremumBox& box) {
        if (box.value.empty() || box.value.low() > best_) return;
        boxes_.push_back(box);
        std::push_heap(boxes_.begin(), boxes_.end(), less_urgent);
    }

    /// Keeps one end of a box that is least there.
    void keep_end(const ExtremumBox& box, int side) {
        const double x = side > 0 ? box.place.low() : box.place.high();
        const Interval value = probes_[box.piece].value(x);
        sample(value);
        keep({.place = x, .value = value, .piece = box.piece, .settled = true, .side = side});
    }

    /// Looks at a box and keeps what of it may hold the infimum.
    void consider(const Interval& place, std::size_t piece) {
        const Probe& probe = probes_[piece];
        const View view =
            probe.look(place, [this](const Interval& value) { return value.low() > best_ || value.point(); });
        if (view.value.empty() || view.value.low() > best_) return;
        ExtremumBox box{.place = place, .value = view.value, .piece = piece};
        if (view.trend == Trend::strictly_rising) return keep_end(box, 1);
        if (view.trend == Trend::strictly_falling) return keep_end(box, -1);
        sample(view.at_low);
        sample(view.at_high);
        sample(place.point() ? view.value : probe.value(place.middle()));
        if (view.value.low() > best_) return;
        const bool flat = view.value.point() || view.trend == Trend::constant;
        box.settled = flat || !cut(place);
        const bool smooth = !view.slope.empty() && view.slope.continuous() && probe.has_curvature();
        if (!box.settled && smooth && relative_width(place, 1) < 0.25 && bend(box)) return;
        keep(box);
    }

    /// Where the curvature has one sign: a concave function is least at the ends of the box; of a convex one the
    /// interval Newton method finds the place. True if the box has been dealt with.
    bool bend(ExtremumBox& box) {
        const Probe& probe = probes_[box.piece];
        const Interval curvature = probe.curvature(box.place);
        if (curvature.negative()) {
            keep_end(box, 1);
            keep_end(box, -1);
            return true;
        }
        if (!curvature.positive()) return false;
        Interval place = box.place;
        bool converged = false;
        for (int k = 0; k < 12 && !converged && !place.empty(); ++k) {
            const double middle = place.middle();
            const Interval slope = probe.slope(middle);
            const Interval closer = k == 0 ? curvature : probe.curvature(place);
            if (slope.empty()) break;
            const Interval next = newton(place, middle, slope, closer.positive() ? closer : curvature);
            converged = next == place || next.point();
            place = next;
        }
        if (place == box.place) {
            box.settled = relative_width(place) < 0x1p-40;
            return false;
        }
        // Beside `place` there is no stationary point: what is not least there is least at an end.
        if (place.empty() || place.low() > box.place.low()) keep_end(box, 1);
        if (place.empty() || place.high() < box.place.high()) keep_end(box, -1);
        if (place.empty()) return true;
        sample(probe.value(place.middle()));
        keep({.place = {place.low(), place.high()},
              .value = probe.value(place),
              .piece = box.piece,
              .settled = converged || relative_width(place) < 0x1p-40});
        return true;
    }

    void halve(const ExtremumBox& box) {
        const std::optional<double> middle = cut(box.place);
        if (!middle) return keep({.place = box.place, .value = box.value, .piece = box.piece, .settled = true});
        consider({box.place.low(), *middle}, box.piece);
        consider({*middle, box.place.high()}, box.piece);
    }

    void bound() {
        while (!boxes_.empty() && !exhausted()) {
            const ExtremumBox top = boxes_.front();
            if (narrow(top.value.low()) || top.settled) return;
            std::pop_heap(boxes_.begin(), boxes_.end(), less_urgent);
            boxes_.pop_back();
            halve(top);
        }
    }

    void locate() {
        constexpr std::size_t most = 200; ///< boxes; more means a plateau or endless repetition
        for (int round = 0; round < 60; ++round) {
            std::vector<ExtremumBox> old;
            old.swap(boxes_);
            bool busy = false;
            for (const ExtremumBox& box : old) {
                if (box.value.low() > best_) continue;
                // what remains of a box whose values are all within rounding of the bound is not told apart by cutting
                const bool done = box.settled || relative_width(box.place, 0x1p-20) < 0x1p-40 || old.size() > most ||
                                  exhausted() || relative_width(box.value) < 0x1p-48 ||
                                  box.value.magnitude() < effort_.absolute;
                if (done) {
                    keep(box);
                } else {
                    busy = true;
                    halve(box);
                }
            }
            if (!busy) return;
        }
    }

    /// The end of a box, inside its piece, also belongs to the box beyond. If that one has not come down to the same
    /// point from its side, it holds the point still, or the function is less there.
    bool redundant(const ExtremumBox& box) const {
        const Interval& range = probes_[box.piece].range();
        if (box.side == 0 || box.place.low() == range.low() || box.place.high() == range.high()) return false;
        return std::none_of(boxes_.begin(), boxes_.end(), [&](const ExtremumBox& other) {
            return other.side == -box.side && other.piece == box.piece && other.place == box.place;
        });
    }

    Extremum result() {
        Extremum extremum;
        extremum.evaluations = evaluations_;
        double low = rounding::infinity;
        bool continuous = true;
        for (const ExtremumBox& box : boxes_) {
            if (box.value.low() > best_ || redundant(box)) continue;
            low = std::fmin(low, box.value.low());
            continuous = continuous && box.value.continuous();
            extremum.at.push_back(box.place);
        }
        if (extremum.at.empty()) return extremum;
        extremum.at = joined(std::move(extremum.at), 0x1p-20);
        extremum.value = {low, best_};
        extremum.narrow = narrow(low) ? Answer::proved : Answer::unknown;
        extremum.attained = continuous ? Answer::proved : Answer::unknown;
        return extremum;
    }

    Effort effort_;
    std::vector<Probe> probes_;
    std::vector<ExtremumBox> boxes_;   ///< a heap
    double best_ = rounding::infinity; ///< the infimum is not above
    std::size_t evaluations_ = 0;
};

Enclosure negated(const Enclosure& function) {
    if (!function) return {};
    return [function](const Interval& box) { return -function(box); };
}

} // namespace

Extremum infimum(std::span<const Piece> pieces, const Effort& effort) {
    return Minimiser(pieces, effort).run();
}

Extremum supremum(std::span<const Piece> pieces, const Effort& effort) {
    std::vector<Piece> negative;
    for (const Piece& piece : pieces)
        negative.push_back({piece.range, negated(piece.value), negated(piece.slope), negated(piece.curvature)});
    Extremum extremum = infimum(negative, effort);
    extremum.value = -extremum.value;
    return extremum;
}

} // namespace actlas::interval
