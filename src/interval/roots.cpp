#include "interval/branch.hpp"
#include "interval/rounding.hpp"

#include <algorithm>
#include <cmath>
#include <deque>

namespace actlas::interval {

using namespace branch;

namespace {

struct RootBox {
    Interval place;
    std::size_t piece = 0;
};

/// A double at which the function is exactly 0, with its sign just beside it where that is known, else 0.
struct ExactRoot {
    double x = 0;
    int before = 0;
    int after = 0;
};

int sign_of(const Interval& value) {
    return value.positive() ? 1 : value.negative() ? -1 : 0;
}

class RootSearch {
public:
    RootSearch(std::span<const Piece> pieces, const Effort& effort) : effort_(effort) {
        for (const Piece& piece : pieces)
            probes_.emplace_back(piece, evaluations_);
    }

    Roots run() {
        for (std::size_t k = 0; k < probes_.size(); ++k)
            for (const Interval& place : first_cut(probes_[k].range()))
                queue_.push_back({place, k});
        // First come, first served: all regions are cut to the same depth before any is cut further.
        while (!queue_.empty() && evaluations_ < effort_.evaluations &&
               single_.size() + exact_.size() < effort_.roots) {
            const RootBox box = queue_.front();
            queue_.pop_front();
            examine(box);
        }
        pending_.insert(pending_.end(), queue_.begin(), queue_.end());
        zero_ = joined(std::move(zero_));
        take_exact();
        resolve();
        return result();
    }

private:
    void examine(const RootBox& box) {
        const Probe& probe = probes_[box.piece];
        const View view =
            probe.look(box.place, [](const Interval& value) { return !value.contains(0) || value.zero(); });
        if (view.value.empty() || !view.value.contains(0)) return;
        if (view.value.zero() && view.value.defined()) {
            if (box.place.point())
                exact_.push_back({box.place.low()});
            else
                zero_.push_back(box.place);
            return;
        }
        if (view.strict()) return strict(box, view);
        // The trend near a simple root is strict in the end; what looks like a multiple one is given up early.
        const bool sloped = !view.slope.empty();
        const std::optional<double> middle = cut(box.place);
        const bool underflow = view.value.magnitude() < effort_.absolute;
        if (underflow || !middle || relative_width(box.place, sloped ? 0x1p-10 : 0) <= (sloped ? 0x1p-26 : 0x1p-50)) {
            pending_.push_back(box);
            return;
        }
        queue_.push_back({{box.place.low(), *middle}, box.piece});
        queue_.push_back({{*middle, box.place.high()}, box.piece});
    }

    /// A strictly monotone stretch that may hold a root: at most one.
    void strict(const RootBox& box, const View& view) {
        if (view.at_low.zero()) return exact_.push_back({.x = box.place.low(), .after = view.direction()});
        if (view.at_high.zero()) return exact_.push_back({.x = box.place.high(), .before = -view.direction()});
        const Interval place = contracted(box, view.slope);
        if (place.empty()) return;
        if (sign_of(view.at_low) * sign_of(view.at_high) < 0)
            single_.push_back({.box = place, .crossing = view.direction(), .exists = true, .connected = true});
        else
            pending_.push_back({place, box.piece}); // at an end of the box whose sign rounding hides
    }

    /// What of a strictly monotone stretch can hold the root, by the interval Newton method and, where that stalls,
    /// bisection.
    Interval contracted(const RootBox& box, Interval slope) const {
        const Probe& probe = probes_[box.piece];
        const int trend = sign_of(slope);
        Interval place = box.place;
        for (int k = 0; k < 200 && !place.empty() && !place.point(); ++k) {
            const double middle = cut(place).value_or(place.low());
            if (middle == place.low()) break;
            const Interval value = probe.value(middle);
            if (value.zero()) return middle;
            Interval next = newton(place, middle, value, slope);
            if (next.width() > place.width() / 2 && sign_of(value) != 0)
                next = intersection(next, sign_of(value) == trend ? Interval(place.low(), middle)
                                                                  : Interval(middle, place.high()));
            if (next == place) break;
            place = {next.low(), next.high()};
            const Interval closer = probe.slope(place);
            if (!closer.empty() && !closer.contains(0)) slope = closer;
        }
        return place;
    }

    /// Joins what is known of exact roots from both sides; those at the ends of stretches of zeros belong to them.
    void take_exact() {
        std::sort(exact_.begin(), exact_.end(), [](const ExactRoot& a, const ExactRoot& b) { return a.x < b.x; });
        for (std::size_t k = 0; k < exact_.size();) {
            ExactRoot root = exact_[k];
            for (; k < exact_.size() && exact_[k].x == root.x; ++k) {
                if (exact_[k].before != 0) root.before = exact_[k].before;
                if (exact_[k].after != 0) root.after = exact_[k].after;
            }
            const bool part =
                std::any_of(zero_.begin(), zero_.end(), [&](const Interval& z) { return z.contains(root.x); });
            const int crossing = root.before * root.after < 0 ? root.after : 0;
            if (!part) single_.push_back({.box = root.x, .crossing = crossing, .exists = true, .connected = true});
        }
    }

    /// Clusters of boxes that resisted: a root that lay at a cut shows in a box grown round the cluster.
    void resolve() {
        std::sort(pending_.begin(), pending_.end(), [](const RootBox& a, const RootBox& b) {
            return a.piece != b.piece ? a.piece < b.piece : a.place.low() < b.place.low();
        });
        for (std::size_t k = 0; k < pending_.size();) {
            std::vector<double> cuts{pending_[k].place.low()};
            RootBox cluster = pending_[k];
            for (; k < pending_.size() && pending_[k].piece == cluster.piece &&
                   pending_[k].place.low() <= cluster.place.high();
                 ++k) {
                cluster.place = hull(cluster.place, pending_[k].place);
                cuts.push_back(pending_[k].place.high());
            }
            if (evaluations_ < 2 * effort_.evaluations)
                settle(cluster, cuts);
            else
                undecided_.push_back({.box = cluster.place});
        }
    }

    void settle(const RootBox& cluster, const std::vector<double>& cuts) {
        const Probe& probe = probes_[cluster.piece];
        const double scale = std::fmax(cluster.place.magnitude(), 0x1p-40);
        for (const double margin : {0x1p-48, 0x1p-40, 0x1p-30, 0x1p-22}) {
            const double growth = margin * scale + 2 * cluster.place.width() * (margin > 0x1p-45 ? 1 : 0);
            const Interval grown = intersection(cluster.place + Interval(-growth, growth), probe.range());
            if (certified({{grown.low(), grown.high()}, cluster.piece})) return;
        }
        if (double_root(cluster, cuts)) return;
        Root root{.box = cluster.place};
        const View view = probe.look(cluster.place, [](const Interval&) { return false; });
        const Interval low = probe.value(cluster.place.low());
        const Interval high = probe.value(cluster.place.high());
        root.connected = view.trend != Trend::unknown;
        if (view.value.continuous() && sign_of(low) * sign_of(high) < 0) {
            root.exists = true;
            root.crossing = sign_of(high);
        }
        for (const double x : cuts)
            root.exists = root.exists || probe.value(x).zero();
        undecided_.push_back(root);
    }

    /// Exactly one root in a strictly monotone box: it replaces all that was found in the box.
    bool certified(const RootBox& box) {
        const View view = probes_[box.piece].look(box.place, [](const Interval&) { return false; });
        if (!view.strict()) return false;
        const bool across = sign_of(view.at_low) * sign_of(view.at_high) < 0;
        const bool at_end = view.at_low.zero() || view.at_high.zero();
        if (!across && !at_end) return false;
        const Interval place = view.at_low.zero()    ? Interval(box.place.low())
                               : view.at_high.zero() ? Interval(box.place.high())
                                                     : contracted(box, view.slope);
        int crossing = across ? view.direction() : 0;
        for (const Root& root : single_) {
            if (box.place.contains(root.box))
                crossing = crossing != 0 ? crossing : root.crossing;
            else if (!intersection(box.place, root.box).empty())
                return false;
        }
        std::erase_if(single_, [&](const Root& root) { return box.place.contains(root.box); });
        single_.push_back({.box = place, .crossing = crossing, .exists = true, .connected = true});
        return true;
    }

    /// A strictly convex or concave function with value and slope exactly 0 at a point vanishes nowhere else.
    bool double_root(const RootBox& cluster, const std::vector<double>& cuts) {
        const Probe& probe = probes_[cluster.piece];
        if (sign_of(probe.curvature(cluster.place)) == 0 || !probe.slope(cluster.place).continuous()) return false;
        for (const double x : cuts) {
            if (!probe.value(x).zero() || !probe.slope(x).zero()) continue;
            single_.push_back({.box = x, .exists = true, .connected = true});
            return true;
        }
        return false;
    }

    Roots result() {
        const auto left = [](const Root& a, const Root& b) { return a.box.low() < b.box.low(); };
        std::sort(single_.begin(), single_.end(), left);
        std::sort(undecided_.begin(), undecided_.end(), left);
        // The same root may have been met from two pieces or twice as an exact one.
        const auto same = [](const Root& a, const Root& b) { return a.box.point() && a.box == b.box; };
        single_.erase(std::unique(single_.begin(), single_.end(), same), single_.end());
        Roots roots;
        roots.complete = undecided_.empty() ? Answer::proved : Answer::unknown;
        roots.single = std::move(single_);
        roots.zero = std::move(zero_);
        roots.undecided = std::move(undecided_);
        roots.evaluations = evaluations_;
        return roots;
    }

    Effort effort_;
    std::vector<Probe> probes_;
    std::deque<RootBox> queue_;
    std::vector<RootBox> pending_;
    std::vector<ExactRoot> exact_;
    std::vector<Root> single_;
    std::vector<Interval> zero_;
    std::vector<Root> undecided_;
    std::size_t evaluations_ = 0;
};

} // namespace

Roots roots(std::span<const Piece> pieces, const Effort& effort) {
    return RootSearch(pieces, effort).run();
}

} // namespace actlas::interval
