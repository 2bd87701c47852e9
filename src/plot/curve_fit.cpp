#include "plot/curve_pieces.hpp"
#include "plot/distance.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace actlas::plot::detail {
namespace {

/// A line must be far better than a cubic before it takes its place: where it meets a cubic the direction may not
/// visibly change.
constexpr double line_tolerance = 0.01;

/// How far off a line a point may be that is left out as lying on it, px; no more than rounding makes of it.
constexpr double collinear = 0.002;

/// Beyond this steepness (px a px) a piece might hide a jump.
constexpr double steep = 20;

/// px over which a function is said to jump if it does so between neighbouring numbers.
constexpr double jump_size = 0.25;

double rounded(double px) {
    return std::round(px * 1000) / 1000;
}
Point rounded(Point p) {
    return {rounded(p.x), rounded(p.y)};
}

class Fitter {
public:
    Fitter(const Stretch& stretch, const Panel& panel, double tolerance, Path& path)
        : stretch_(stretch), panel_(panel), tolerance_(tolerance), path_(path) {}

    void run(const Interval& interval) {
        move(at(interval.from));
        piece(interval.from, interval.to);
    }

private:
    Point at(double x) const { return panel_.at(x, stretch_.value(x)); }

    /// Slope in px a px, y downwards.
    double slope(double x) const { return stretch_.slope(x) * panel_.y.factor() / panel_.x.factor(); }

    bool is_pen(Point p) const {
        return !path_.segments.empty() && path_.segments.back().to.x == p.x && path_.segments.back().to.y == p.y;
    }

    void move(Point to) {
        run_.clear();
        if (!is_pen(rounded(to))) path_.move_to(rounded(to));
    }

    /// Lengthens a line that this one goes on, so that halving leaves no trace in straight stretches.
    void line(Point to) {
        const Point target = rounded(to);
        if (is_pen(target)) return;
        if (!run_.empty()) {
            run_.push_back(path_.segments.back().to);
            if (std::all_of(run_.begin(), run_.end(),
                            [&](Point p) { return distance(p, run_.front(), target) <= collinear; })) {
                path_.segments.back().to = target;
                return;
            }
            run_.clear();
        }
        run_.push_back(path_.segments.back().to);
        path_.line_to(target);
    }

    void cubic(Point c1, Point c2, Point to) {
        run_.clear();
        path_.cubic_to(rounded(c1), rounded(c2), rounded(to));
    }

    /// `halvings` bounds the work on a function that oscillates or breaks ever faster towards a point.
    void piece(double a, double b, int halvings = 24) {
        const Point from = at(a), to = at(b);
        // Nobody sees what happens within a thousandth of a px; a function that oscillates ever faster would never fit.
        if (to.x - from.x < 1e-3 || halvings == 0) {
            if (std::isfinite(to.y)) line(to);
            return;
        }
        if (const auto gap = find_jump(a, b, from, to)) {
            if (gap->from > a) piece(a, gap->from, halvings - 1);
            move(at(gap->to));
            if (gap->to < b) piece(gap->to, b, halvings - 1);
            return;
        }
        if (fits_line(a, b, from, to)) {
            line(to);
            return;
        }
        const double slope_from = slope(a), slope_to = slope(b);
        const double third = (to.x - from.x) / 3;
        if (std::isfinite(slope_from) && std::isfinite(slope_to) && fits_cubic(a, b, from, to, slope_from, slope_to)) {
            cubic({from.x + third, from.y + third * slope_from}, {to.x - third, to.y - third * slope_to}, to);
            return;
        }
        const double middle = a + (b - a) / 2;
        if (middle <= a || middle >= b) {
            line(to);
            return;
        }
        piece(a, middle, halvings - 1);
        piece(middle, b, halvings - 1);
    }

    /// Calls check(t, y) at points inside (a, b), at most 1 px apart; stops at the first that fails.
    template<class Check>
    bool all_points(double a, double b, Point from, Point to, Check check) const {
        const int count = std::max(7, static_cast<int>(std::ceil(to.x - from.x)));
        // From the middle outwards: a bad fit shows there first.
        for (int i = 0; i < count; ++i) {
            const int offset = (i + 1) / 2 * (i % 2 == 1 ? -1 : 1);
            const double t = (count / 2 + 1 + offset) / (count + 1.0);
            if (t <= 0 || t >= 1) continue;
            const double y = panel_.y.to_px(stretch_.value(a + (b - a) * t));
            if (!std::isfinite(y) || !check(t, y)) return false;
        }
        return true;
    }

    bool fits_line(double a, double b, Point from, Point to) const {
        const double rise = to.y - from.y;
        const double s = rise / (to.x - from.x);
        const double allowed = line_tolerance * (std::isfinite(s) ? std::sqrt(1 + s * s) : 1);
        return all_points(a, b, from, to,
                          [&](double t, double y) { return std::abs(from.y + t * rise - y) <= allowed; });
    }

    bool fits_cubic(double a, double b, Point from, Point to, double slope_from, double slope_to) const {
        const double width = to.x - from.x;
        const double y1 = from.y + width / 3 * slope_from, y2 = to.y - width / 3 * slope_to;
        return all_points(a, b, from, to, [&](double t, double y) {
            const double u = 1 - t;
            const double fitted = u * u * u * from.y + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t * t * t * to.y;
            const double error = std::abs(fitted - y), allowed = 0.9 * tolerance_;
            if (error <= allowed) return true;
            // Foreshortened by the slope, the vertical error is the distance; by the smaller slope, where curve and
            // cubic differ.
            const double s_fitted = 3 * (u * u * (y1 - from.y) + 2 * u * t * (y2 - y1) + t * t * (to.y - y2)) / width;
            const double s_true = slope(a + (b - a) * t);
            const double s = std::min({std::abs(s_fitted), std::isfinite(s_true) ? std::abs(s_true) : 0, steep});
            return error <= allowed * std::sqrt(1 + s * s);
        });
    }

    /// Two neighbouring numbers between which the function leaps, if the piece is so steep that there might be any:
    /// follows the half that climbs more, all the way down.
    std::optional<Interval> find_jump(double a, double b, Point from, Point to) const {
        if (std::abs(to.y - from.y) <= jump_size || std::abs(to.y - from.y) < steep * (to.x - from.x))
            return std::nullopt;
        double y_a = from.y, y_b = to.y;
        for (;;) {
            const double middle = a + (b - a) / 2;
            if (middle <= a || middle >= b) return Interval{a, b};
            const double y = panel_.y.to_px(stretch_.value(middle));
            if (!std::isfinite(y)) return Interval{a, b};
            if (std::abs(y - y_a) >= std::abs(y_b - y)) {
                b = middle;
                y_b = y;
            } else {
                a = middle;
                y_a = y;
            }
            if (std::abs(y_b - y_a) <= jump_size) return std::nullopt;
        }
    }

    const Stretch& stretch_;
    const Panel& panel_;
    double tolerance_;
    Path& path_;
    std::vector<Point> run_; ///< the start of the line that is being drawn and the points that it has swallowed
};

} // namespace

void fit(const Stretch& stretch, const Interval& interval, const Panel& panel, double tolerance, Path& path) {
    Fitter(stretch, panel, tolerance, path).run(interval);
}

} // namespace actlas::plot::detail
