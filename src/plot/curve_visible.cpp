#include "plot/curve_pieces.hpp"

#include <cmath>

namespace actlas::plot::detail {
namespace {

enum class State { undefined, above, below, visible };

/// Walks along a stretch and notes where the state changes.
class Walk {
public:
    Walk(const Stretch& stretch, const Panel& panel, double margin)
        : stretch_(stretch), panel_(panel), top_(panel.box.top - margin), bottom_(panel.box.bottom + margin) {}

    std::vector<Interval> run() {
        // Two samples a px: whatever enters and leaves between two of them is too thin to be seen.
        const double length = std::abs(panel_.x.to_px(stretch_.to()) - panel_.x.to_px(stretch_.from()));
        const int steps = std::max(2, static_cast<int>(std::ceil(2 * length)));
        double x = stretch_.from();
        State state = state_at(x);
        if (state == State::visible) begin_ = x;
        for (int i = 1; i <= steps; ++i) {
            const double next =
                i == steps ? stretch_.to() : stretch_.from() + (stretch_.to() - stretch_.from()) * i / steps;
            const State next_state = state_at(next);
            refine(x, state, next, next_state);
            x = next;
            state = next_state;
        }
        if (state == State::visible) intervals_.push_back({begin_, x});
        return std::move(intervals_);
    }

private:
    State state_at(double x) const {
        const double y = panel_.y.to_px(stretch_.value(x));
        if (!std::isfinite(y)) return State::undefined;
        if (y < top_) return State::above;
        return y > bottom_ ? State::below : State::visible;
    }

    void refine(double a, State at_a, double b, State at_b) {
        if (at_a == at_b) return;
        const double middle = a + (b - a) / 2;
        if (middle <= a || middle >= b) {
            if (at_a == State::visible) intervals_.push_back({begin_, a});
            if (at_b == State::visible) begin_ = b;
            return;
        }
        const State at_middle = state_at(middle);
        refine(a, at_a, middle, at_middle);
        refine(middle, at_middle, b, at_b);
    }

    const Stretch& stretch_;
    const Panel& panel_;
    double top_, bottom_;
    double begin_ = 0;
    std::vector<Interval> intervals_;
};

} // namespace

std::vector<Interval> visible_intervals(const Stretch& stretch, const Panel& panel, double margin) {
    return Walk(stretch, panel, margin).run();
}

} // namespace actlas::plot::detail
