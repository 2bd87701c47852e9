#include "analysis/precision.hpp"

#include "analysis/precision_enclosure.hpp"
#include "analysis/precision_grid.hpp"
#include "analysis/precision_program.hpp"
#include "analysis/precision_rounding.hpp"
#include "formula/textbook.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace actlas::analysis {

namespace {

using formula::EnclosureEvaluator;
using formula::Evaluator;
using formula::Expr;

/// Operations for one format's values that may be spent on the textbook formula; longer formulas are looked at at fewer
/// values.
constexpr std::size_t most_operations = 4'000'000;

/// 16 values a binade of the formats of 16 bits (and of float32, whose grid is bfloat16's), all of those of 8 bits.
std::size_t coarse_stride(const NumberFormat& format) {
    if (format.bits == 8) return 1;
    return format.precision == 11 ? 64 : 8;
}

/// A stride of a grid so thinned that a formula of so many operations takes no more than most_operations.
std::size_t thinned(std::size_t stride, const NumberFormat& format, std::size_t operations) {
    const std::size_t values = format.bits <= 16 ? format.count() : find_number_format("bfloat16")->count();
    return stride * (1 + operations * (values / stride) / most_operations);
}

/// Far beyond every format: what f rounds to there is what it rounds to in the limit.
constexpr std::array far_out{1e60, 1e120, 1e180, 1e240, 1e300};

/// What f, rounded, may be from some value on to the end.
struct Tail {
    RoundedTail::Kind kind = RoundedTail::Kind::constant;
    double limit = 0; ///< of a constant tail

    bool holds(double x, double rounded) const {
        switch (kind) {
        case RoundedTail::Kind::constant:
            return rounded == limit;
        case RoundedTail::Kind::identity:
            return rounded == x;
        case RoundedTail::Kind::overflow:
            break;
        }
        return !std::isfinite(rounded);
    }
};

/// Told from the values far out.
std::optional<Tail> tail_of(const Evaluator& f, const NumberFormat& format, int side) {
    const auto everywhere = [&](auto holds) {
        return std::all_of(far_out.begin(), far_out.end(), [&](double x) { return holds(side * x, f(side * x)); });
    };
    const double limit = format.rounded(f(side * far_out.back()));
    const double half_ulp = std::ldexp(1.0, -format.precision);
    if (everywhere([&](double, double y) { return format.rounded(y) == limit && std::isfinite(limit); })) {
        return Tail{RoundedTail::Kind::constant, limit + 0.0};
    }
    if (everywhere([&](double x, double y) { return std::fabs(y - x) <= std::fabs(x) * half_ulp; })) {
        return Tail{RoundedTail::Kind::identity, 0};
    }
    if (everywhere([&](double, double y) { return std::fabs(y) > format.largest; })) {
        return Tail{RoundedTail::Kind::overflow, 0};
    }
    return std::nullopt;
}

/// One kind of trouble, as it is met on the way from the smallest to the largest input.
struct Hits {
    std::size_t count = 0;
    std::optional<std::array<std::size_t, 2>> negative; ///< first and last
    std::optional<std::array<std::size_t, 2>> positive;

    void add(std::size_t i, std::size_t zero) {
        ++count;
        auto& side = i < zero ? negative : positive;
        if (!side) side = {i, i};
        (*side)[1] = i;
    }
};

/// What came out at one input.
struct Result {
    double rounded = 0;  ///< f(x), rounded once
    double computed = 0; ///< by the textbook formula
    bool overflowed = false;
};

constexpr auto is_overflow = [](const Result& r) { return r.overflowed && std::isfinite(r.rounded); };
constexpr auto is_undefined = [](const Result& r) { return std::isnan(r.computed) && !std::isnan(r.rounded); };
constexpr auto is_infinite = [](const Result& r) { return std::isinf(r.computed) && std::isfinite(r.rounded); };
constexpr auto is_flushed = [](const Result& r) { return r.computed == 0 && r.rounded != 0 && !std::isnan(r.rounded); };

/// The work on one format.
class Sweep {
public:
    Sweep(const NumberFormat& format, const Evaluator& f, const EnclosureEvaluator& enclosure,
          const FormatProgram& program, std::size_t stride)
        : format_(format), round_(format), f_(f), enclosure_(enclosure), program_(program), grid_(grid(format, stride)),
          left_(tail_of(f, format, -1)), right_(tail_of(f, format, 1)) {}

    FormatBehaviour run() {
        for (std::size_t start = 0; start < grid_.x.size(); start += block)
            look_at(start);
        FormatBehaviour result;
        result.format = &format_;
        result.every_value = grid_.complete;
        if (left_ && left_length_ > 0) result.left = tail(*left_, left_length_ - 1, left_length_);
        if (right_ && right_begin_ < grid_.x.size()) result.right = tail(*right_, right_begin_, right_begin_ - 1);
        TextbookErrors& errors = result.textbook;
        errors.overflow = affected(overflow_, is_overflow);
        errors.undefined = affected(undefined_, is_undefined);
        errors.infinite = affected(infinite_, is_infinite);
        errors.flushed = affected(flushed_, is_flushed);
        if (const auto& side = errors.overflow.negative) errors.overflows_negative = overflowing(side->nearest);
        if (const auto& side = errors.overflow.positive) errors.overflows_positive = overflowing(side->nearest);
        if (grid_.complete && largest_error_ >= 0) {
            errors.largest_error = largest_error_;
            errors.largest_error_at = largest_error_at_;
        }
        return result;
    }

private:
    static constexpr std::size_t block = 1024;
    static constexpr std::size_t enclosed = 256; ///< values that one enclosure is taken of

    void look_at(std::size_t start) {
        const std::size_t count = std::min(block, grid_.x.size() - start);
        const auto x = grid_.x.subspan(start, count);
        program_.run(format_, x, std::span(computed_).first(count), std::span(overflowed_).first(count));
        for (std::size_t part = 0; part < count; part += enclosed)
            evaluate(x, part, std::min(part + enclosed, count));
        follow_tails(start, x);
        measure_errors(x);
        find_troubles(start, count);
    }

    /// f, exact and rounded, at x[from] to x[to - 1]. Where an enclosure tells what it rounds to throughout, which it
    /// does far out and for less than f itself costs, f is looked at only where the textbook formula is wrong.
    void evaluate(std::span<const double> x, std::size_t from, std::size_t to) {
        const double same = rounded_throughout(enclosure_, round_, x[from], x[to - 1]);
        if (std::isfinite(same)) {
            for (std::size_t i = from; i < to; ++i) {
                rounded_[i] = same;
                exact_[i] = std::isfinite(computed_[i]) && computed_[i] != same ? f_(x[i]) : same;
            }
            return;
        }
        f_(x.subspan(from, to - from), std::span(exact_).subspan(from, to - from));
        const Rounding<double> round = round_; // a copy that no store can change lets the loop be vectorised
        for (std::size_t i = from; i < to; ++i)
            rounded_[i] = round(exact_[i]);
    }

    void follow_tails(std::size_t start, std::span<const double> x) {
        if (left_ && left_length_ == start) {
            for (std::size_t i = 0; i < x.size() && left_->holds(x[i], rounded_[i]); ++i)
                ++left_length_;
        }
        if (right_) {
            std::size_t length = 0;
            while (length < x.size() && right_->holds(x[x.size() - 1 - length], rounded_[x.size() - 1 - length]))
                ++length;
            if (length < x.size()) right_begin_ = start + x.size() - length;
        }
    }

    void measure_errors(std::span<const double> x) {
        const Rounding<double> round = round_;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double both = computed_[i] + rounded_[i]; // of numbers of a format, finite if both are
            const double error = std::fabs(computed_[i] - exact_[i]) * round.per_ulp(exact_[i]);
            errors_[i] = std::isfinite(both) ? error : -1;
        }
        for (std::size_t i = 0; i < x.size(); ++i) {
            if (errors_[i] <= largest_error_) continue;
            largest_error_ = errors_[i];
            largest_error_at_ = x[i];
        }
    }

    void find_troubles(std::size_t start, std::size_t count) {
        const std::size_t zero = grid_.x.size() / 2;
        for (std::size_t i = 0; i < count; ++i) {
            if (overflowed_[i] == 0 &&
                (computed_[i] == rounded_[i] || (std::isfinite(computed_[i]) && computed_[i] != 0))) {
                continue;
            }
            const Result result{rounded_[i], computed_[i], overflowed_[i] != 0};
            if (is_overflow(result)) overflow_.add(start + i, zero);
            if (is_undefined(result)) undefined_.add(start + i, zero);
            if (is_infinite(result)) infinite_.add(start + i, zero);
            if (is_flushed(result)) flushed_.add(start + i, zero);
        }
    }

    /// From where on the tail holds: at the value of index `inside`, and no longer at `outside`, if there is such a
    /// value.
    RoundedTail tail(const Tail& tail, std::size_t inside, std::size_t outside) const {
        double from = grid_.x[inside];
        if (!grid_.complete && outside < grid_.x.size()) {
            from = last_held(format_, from, grid_.x[outside], [&](double x) { return tail.holds(x, round_(f_(x))); });
        }
        const bool leftmost = inside < outside;
        const bool proved =
            grid_.complete || (tail.kind == RoundedTail::Kind::constant &&
                               proved_to_round_to(enclosure_, round_, tail.limit, leftmost ? -format_.largest : from,
                                                  leftmost ? from : format_.largest));
        return {tail.kind, tail.limit, from + 0.0, proved};
    }

    template<class Trouble>
    Affected affected(const Hits& hits, const Trouble& trouble) const {
        const auto holds = [&](double x) {
            double computed = 0;
            std::uint8_t overflowed = 0;
            program_.run(format_, std::span(&x, 1), std::span(&computed, 1), std::span(&overflowed, 1));
            return trouble(Result{round_(f_(x)), computed, overflowed != 0});
        };
        const std::size_t zero = grid_.x.size() / 2;
        // The outermost affected value towards the grid's next one, unless that is on the other side of 0.
        const auto end = [&](std::size_t at, bool upwards) {
            const double x = grid_.x[at];
            const bool last = upwards ? at + 1 == grid_.x.size() || at + 1 == zero : at == 0 || at == zero;
            return grid_.complete || last ? x : last_held(format_, x, grid_.x[upwards ? at + 1 : at - 1], holds);
        };
        Affected result;
        if (grid_.complete) result.inputs = hits.count;
        if (const auto& side = hits.negative) result.negative = {end((*side)[1], true), end((*side)[0], false)};
        if (const auto& side = hits.positive) result.positive = {end((*side)[0], false), end((*side)[1], true)};
        return result;
    }

    Expr overflowing(double x) const { return program_.overflowing(format_, x); }

    const NumberFormat& format_;
    Rounding<double> round_;
    const Evaluator& f_;
    const EnclosureEvaluator& enclosure_;
    const FormatProgram& program_;
    Grid grid_;
    std::optional<Tail> left_;
    std::optional<Tail> right_;
    std::size_t left_length_ = 0; ///< so many of the first values belong to the left tail
    std::size_t right_begin_ = 0; ///< the values from here on belong to the right tail
    Hits overflow_, undefined_, infinite_, flushed_;
    double largest_error_ = -1;
    double largest_error_at_ = 0;
    std::array<double, block> exact_{};
    std::array<double, block> rounded_{}; ///< exact_, once
    std::array<double, block> errors_{};  ///< in ulp; negative where there is none
    std::array<double, block> computed_{};
    std::array<std::uint8_t, block> overflowed_{};
};

/// Where the slope of f rounds to 0.
class FlatEnds {
public:
    FlatEnds(const NumberFormat& format, const Evaluator& slope, const EnclosureEvaluator& enclosure,
             std::size_t stride)
        : format_(format), round_(format), slope_(slope), enclosure_(enclosure), grid_(grid(format, stride)) {}

    /// Up to where, from the end of the values inwards.
    std::optional<double> end(int side) const {
        std::array<double, block> slopes{};
        std::optional<double> from;
        const std::size_t size = grid_.x.size();
        for (std::size_t start = 0; start < size; start += block) {
            const std::size_t count = std::min(block, size - start);
            const auto x = grid_.x.subspan(side < 0 ? start : size - start - count, count);
            if (rounded_throughout(enclosure_, round_, x.front(), x.back()) == 0) {
                from = side < 0 ? x.back() : x.front();
                continue;
            }
            slope_(x, std::span(slopes).first(count));
            for (std::size_t k = 0; k < count; ++k) {
                const std::size_t i = side < 0 ? k : count - 1 - k;
                if (round_(slopes[i]) != 0) return refined(from, x[i]);
                from = x[i];
            }
        }
        return refined(from, std::nullopt);
    }

    bool proved(double from, int side) const {
        return grid_.complete || proved_to_round_to(enclosure_, round_, 0, side < 0 ? -format_.largest : from,
                                                    side < 0 ? from : format_.largest);
    }

private:
    static constexpr std::size_t block = 64;

    std::optional<double> refined(const std::optional<double>& from, const std::optional<double>& outside) const {
        if (!from) return std::nullopt;
        if (grid_.complete || !outside) return *from + 0.0;
        return last_held(format_, *from, *outside, [&](double x) { return round_(slope_(x)) == 0; }) + 0.0;
    }

    const NumberFormat& format_;
    Rounding<double> round_;
    const Evaluator& slope_;
    const EnclosureEvaluator& enclosure_;
    Grid grid_;
};

} // namespace

std::vector<FormatBehaviour> low_precision(const Expr& formula, const Expr& derivative,
                                           std::span<const formula::Binding> bindings, const Evaluator& f,
                                           const Evaluator& slope) {
    const FormatProgram program(formula::textbook(formula), bindings);
    const EnclosureEvaluator f_enclosure(formula::bind(formula, bindings));
    const EnclosureEvaluator slope_enclosure(formula::bind(derivative, bindings));
    std::vector<FormatBehaviour> result;
    for (const NumberFormat& format : number_formats()) {
        const std::size_t coarse = thinned(coarse_stride(format), format, program.steps());
        const std::size_t fine = format.bits <= 16 ? thinned(1, format, program.steps()) : coarse;
        FormatBehaviour behaviour = Sweep(format, f, f_enclosure, program, fine).run();
        const FlatEnds flat(format, slope, slope_enclosure, coarse);
        behaviour.slope_zero_left = flat.end(-1);
        behaviour.slope_zero_right = flat.end(1);
        if (const auto& left = behaviour.slope_zero_left) behaviour.slope_zero_left_proved = flat.proved(*left, -1);
        if (const auto& right = behaviour.slope_zero_right) behaviour.slope_zero_right_proved = flat.proved(*right, 1);
        result.push_back(std::move(behaviour));
    }
    return result;
}

} // namespace actlas::analysis
