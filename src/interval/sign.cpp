#include "interval/branch.hpp"

#include <algorithm>
#include <deque>

namespace actlas::interval {

using namespace branch;

namespace {

struct SignBox {
    Interval place;
    std::size_t piece = 0;
    bool above = false; ///< of a box that touches 0: its values are >= 0, else <= 0
};

class SignSearch {
public:
    SignSearch(std::span<const Piece> pieces, const Effort& effort) : effort_(effort) {
        for (const Piece& piece : pieces)
            probes_.emplace_back(piece, evaluations_);
    }

    SignResult run() {
        for (std::size_t k = 0; k < probes_.size(); ++k)
            for (const Interval& place : first_cut(probes_[k].range()))
                open_.push_back({place, k});
        while (!open_.empty() && evaluations_ < effort_.evaluations && !changing())
            examine(take(open_));
        // Whether a function of one sign vanishes somewhere is worth a part of the effort.
        const std::size_t limit = evaluations_ + effort_.evaluations / 4;
        while (open_.empty() && !touching_.empty() && evaluations_ < limit && !zero_ && !changing())
            examine(take(touching_));
        return conclude();
    }

private:
    bool changing() const { return result_.positive_at && result_.negative_at; }

    static SignBox take(std::deque<SignBox>& queue) {
        const SignBox box = queue.front();
        queue.pop_front();
        return box;
    }

    void examine(const SignBox& box) {
        const Probe& probe = probes_[box.piece];
        const View view = probe.look(box.place, [](const Interval& v) { return v.nonnegative() || v.nonpositive(); });
        const Interval& value = view.value;
        sample(box, box.place.middle());
        if (value.empty()) {
            result_.defined = Answer::refuted;
        } else if (value.low() < 0 && value.high() > 0) {
            // The trend near a simple zero is strict in the end; what looks like a multiple one is given up early.
            const double least = view.slope.empty() ? 0x1p-50 : 0x1p-26;
            const bool underflow = value.magnitude() < effort_.absolute;
            if (underflow || !halve(box, open_, least, view.slope.empty() ? 0 : 0x1p-10)) undecided_.push_back(box);
        } else {
            decoration_ = std::min(decoration_, value.decoration());
            if (value.positive())
                positive_ = true;
            else if (value.negative())
                negative_ = true;
            else if (value.zero())
                zero_ = true;
            else
                touch({box.place, box.piece, value.nonnegative()});
        }
    }

    /// A box where the sign is known but not whether the function vanishes. Cutting further than so is no use where the
    /// reason is underflow.
    void touch(const SignBox& box) {
        sample(box, box.place.low());
        sample(box, box.place.high());
        if (!halve(box, touching_, 0x1p-8, 0x1p-8)) settled_touching_.push_back(box);
    }

    /// Queues the two halves, unless the box is narrow already.
    static bool halve(const SignBox& box, std::deque<SignBox>& queue, double narrow, double least) {
        const std::optional<double> middle = cut(box.place);
        if (!middle || relative_width(box.place, least) <= narrow) return false;
        queue.push_back({{box.place.low(), *middle}, box.piece, box.above});
        queue.push_back({{*middle, box.place.high()}, box.piece, box.above});
        return true;
    }

    /// Notes what the value at a point tells.
    void sample(const SignBox& box, double x) {
        if (changing()) return;
        const Interval value = probes_[box.piece].value(x);
        if (value.empty() || !value.defined()) return;
        if (value.positive() && !result_.positive_at) result_.positive_at = x;
        if (value.negative() && !result_.negative_at) result_.negative_at = x;
        if (value.zero()) zero_ = true;
    }

    SignResult conclude() {
        result_.evaluations = evaluations_;
        if (zero_) result_.vanishes = Answer::proved;
        if (changing()) {
            result_.sign = SignOnRange::changing;
            return result_;
        }
        bool above = positive_;
        bool below = negative_;
        for (const std::deque<SignBox>* boxes : {&touching_, &settled_touching_}) {
            for (const SignBox& box : *boxes) {
                (box.above ? above : below) = true;
            }
        }
        const bool strict = !zero_ && touching_.empty() && settled_touching_.empty();
        undecided_.insert(undecided_.end(), open_.begin(), open_.end());
        if (undecided_.empty()) {
            if (result_.defined != Answer::refuted && decoration_ >= Decoration::defined)
                result_.defined = Answer::proved;
            if (strict && (above || below) && !(above && below)) result_.vanishes = Answer::refuted;
            if (above && !below) result_.sign = strict ? SignOnRange::positive : SignOnRange::nonnegative;
            if (below && !above) result_.sign = strict ? SignOnRange::negative : SignOnRange::nonpositive;
            if (!above && !below && zero_) result_.sign = SignOnRange::zero;
        }
        if (result_.sign == SignOnRange::unknown) collect_undecided();
        return result_;
    }

    /// Beside the open boxes those whose sign is not the one that is taken elsewhere.
    void collect_undecided() {
        for (const std::deque<SignBox>* boxes : {&touching_, &settled_touching_})
            for (const SignBox& box : *boxes)
                if (box.above ? !result_.positive_at : !result_.negative_at) undecided_.push_back(box);
        for (const SignBox& box : undecided_)
            result_.undecided.push_back(box.place);
        result_.undecided = joined(std::move(result_.undecided));
    }

    Effort effort_;
    std::vector<Probe> probes_;
    std::deque<SignBox> open_;             ///< not looked at, or halves of boxes with both signs
    std::deque<SignBox> touching_;         ///< halves of boxes >= 0 or <= 0 that perhaps reach 0
    std::deque<SignBox> settled_touching_; ///< such boxes that are narrow
    std::deque<SignBox> undecided_;
    SignResult result_;
    Decoration decoration_ = Decoration::continuous; ///< the weakest of what was decided
    bool zero_ = false;                              ///< an exact zero was met
    bool positive_ = false;                          ///< on some box
    bool negative_ = false;
    std::size_t evaluations_ = 0;
};

} // namespace

SignResult sign_on(std::span<const Piece> pieces, const Effort& effort) {
    return SignSearch(pieces, effort).run();
}

} // namespace actlas::interval
