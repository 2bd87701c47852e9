#pragma once

#include "analysis/properties_chart.hpp"
#include "analysis/properties_domain.hpp"
#include "formula/enclosure.hpp"

#include <optional>
#include <vector>

namespace actlas::analysis {

/// What a function tends to at one end of a stretch.
struct Tendency {
    enum class Kind { finite, plus_infinity, minus_infinity, unknown };
    Kind kind = Kind::unknown;
    Box value = {};        ///< encloses a finite limit; of `unknown`: all values near the end, if known
    bool exact = false;    ///< a finite limit is the point `value`
    bool diverges = false; ///< of `unknown`: proved that there is no limit
    double best = 0;       ///< the double nearest to a finite limit, as far as known

    bool finite() const { return kind == Kind::finite; }
    bool infinite() const { return kind == Kind::plus_infinity || kind == Kind::minus_infinity; }
    int direction() const { return kind == Kind::plus_infinity ? 1 : kind == Kind::minus_infinity ? -1 : 0; }
};

/// What a formula without branches tends to at the high end (side 1) or the low end (side -1) of a piece.
Tendency tendency(const formula::Expr& expr, const formula::EnclosureEvaluator& enclosure,
                  const std::optional<formula::BreakPoint>& end, int side);

/// A stretch of the line on which f is one formula without branches, with its derivatives (made when they are asked
/// for).
class Stretch {
public:
    explicit Stretch(DomainPiece piece);

    double low() const; ///< -inf where there is no end
    double high() const;
    const std::optional<formula::BreakPoint>& low_point() const { return piece_.low; }
    const std::optional<formula::BreakPoint>& high_point() const { return piece_.high; }

    /// Derivatives from some order on would be too long to be formed: they are not used.
    bool has(int order) const;
    const formula::Expr& derivative(int order) const { return level(order).expr; }
    /// Empty where there is no such derivative.
    Box value(int order, const Box& box) const;
    /// The derivative of that order is 0 everywhere.
    bool vanishes(int order) const { return has(order) && derivative(order).is_number(0); }
    /// Unknown where there is no such derivative.
    const Tendency& at_low(int order) const;
    const Tendency& at_high(int order) const;

private:
    struct Level {
        formula::Expr expr;
        formula::EnclosureEvaluator enclosure;
        std::optional<Tendency> at_low = {};
        std::optional<Tendency> at_high = {};
        explicit Level(const formula::Expr& e) : expr(e), enclosure(e) {}
    };
    Level& level(int order) const;

    DomainPiece piece_;
    mutable std::vector<Level> levels_;
};

} // namespace actlas::analysis
