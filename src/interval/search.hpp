#pragma once

#include "interval/interval.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

/// Branch and bound over enclosures: bounds of the range, sign, roots. What is stated is proved for all reals of the
/// range searched; what could not be decided within the effort allowed is said to be unknown. The result depends on the
/// function and the effort only.
namespace actlas::interval {

/// A function's enclosure: at least its values at all points of the box at which it is defined, with a decoration that
/// tells whether it is defined and continuous on the box. Operations on Intervals compose to such a function.
using Enclosure = std::function<Interval(const Interval& box)>;

/// A closed stretch of the line on which one formula holds. Where the value's decoration is `continuous` on a box, the
/// function must have a derivative on it except at isolated points, and the slope (and its slope, the curvature) must
/// enclose it wherever it exists, one-sided derivatives at kinks included: what the rules of differentiation yield,
/// evaluated on intervals. A slope that is perhaps undefined somewhere on the box (`partial`) is not used.
/// slope and curvature may be missing; curvature needs slope.
struct Piece {
    Interval range; ///< bounded
    Enclosure value;
    Enclosure slope = {};
    Enclosure curvature = {};
};

/// One formula on [range] as pieces between the given split points (kinks, jumps, poles; in any order, those outside
/// the range are ignored). No box that is evaluated reaches across a split point; but it may end there, so a formula
/// with a jump needs pieces with a formula each, continued to the split point, to be bounded tightly beside it.
std::vector<Piece> pieces(const Interval& range, std::span<const double> splits, const Enclosure& value,
                          const Enclosure& slope = {}, const Enclosure& curvature = {});

/// All finite single-precision numbers.
constexpr Interval float32_range{-3.4028234663852886e38, 3.4028234663852886e38};

/// When to stop.
struct Effort {
    std::size_t evaluations = 5000; ///< of enclosures, in all; what follows up on places found may take as many again
    double relative = 1e-9;         ///< width of a bound that is narrow enough, against its magnitude, ...
    double absolute = 1e-250;       ///< ... or in itself: what underflow in the tails leaves
    std::size_t roots = 256;        ///< more of them are not looked for
};

enum class Answer { proved, refuted, unknown };

/// The infimum or supremum over pieces.
struct Extremum {
    Interval value; ///< contains the exact infimum (supremum); empty where the function is defined nowhere
    Answer narrow = Answer::unknown; ///< proved: value is as narrow as the effort asks; else unknown
    /// Boxes outside of which the function stays strictly above (below) the exact value, sorted and disjoint: all
    /// places where it is attained or approached lie in them.
    std::vector<Interval> at;
    /// proved: the function is continuous on all of `at`, hence attains the value there. Else unknown.
    Answer attained = Answer::unknown;
    std::size_t evaluations = 0;
};

Extremum infimum(std::span<const Piece> pieces, const Effort& effort = {});
Extremum supremum(std::span<const Piece> pieces, const Effort& effort = {});

/// The strongest statement found about the sign of a function wherever it is defined.
enum class SignOnRange {
    positive,
    nonnegative, ///< >= 0; see SignResult::vanishes
    zero,        ///< everywhere
    nonpositive,
    negative,
    changing, ///< takes both signs, see the witnesses
    unknown,
};

struct SignResult {
    SignOnRange sign = SignOnRange::unknown;
    std::optional<double> positive_at; ///< a point where the function is proved to be > 0
    std::optional<double> negative_at;
    Answer vanishes = Answer::unknown; ///< proved: an exact zero was met; refuted: it has none
    Answer defined = Answer::unknown;  ///< proved: everywhere on the range
    std::vector<Interval> undecided;   ///< where neither >= 0 nor <= 0 was proved; empty if `changing`
    std::size_t evaluations = 0;
};

SignResult sign_on(std::span<const Piece> pieces, const Effort& effort = {});

/// A place with what is known of the roots in it.
struct Root {
    Interval box;
    /// The sign goes from - to + (1) or from + to - (-1) across the box; 0 where it does not change, or is not known on
    /// one of the sides (at a jump or an end of the range).
    int crossing = 0;
    bool exists = false;    ///< there is at least one root in the box
    bool connected = false; ///< the roots in the box, if any, form one point or one interval: the function is monotone
};

struct Roots {
    /// proved: there are no roots beside those in `single` and `zero`. Else unknown: others are in `undecided` only.
    Answer complete = Answer::unknown;
    std::vector<Root> single;    ///< exactly one root in each box; sorted
    std::vector<Interval> zero;  ///< the function is 0 throughout, each as long as found; sorted
    std::vector<Root> undecided; ///< boxes with any number of further roots; sorted
    std::size_t evaluations = 0;
};

Roots roots(std::span<const Piece> pieces, const Effort& effort = {});

} // namespace actlas::interval
