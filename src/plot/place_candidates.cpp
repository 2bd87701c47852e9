#include "plot/place_candidates.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace actlas::plot::detail {
namespace {

/// A direction from the target, as signs; {0, -1} is above.
struct Direction {
    int x, y;
};

/// How little a direction is wished for: 0 the side asked for, then the quadrants beside it, then sideways, then
/// opposite. Without a wish text reads best to the right or above.
double dislike(Direction d, Side side) {
    switch (side) {
    case Side::above:
        return d.y < 0 ? (d.x == 0 ? 0 : 10) : d.y == 0 ? 20 : 30;
    case Side::below:
        return d.y > 0 ? (d.x == 0 ? 0 : 10) : d.y == 0 ? 20 : 30;
    case Side::left:
        return d.x < 0 ? (d.y == 0 ? 0 : 10) : d.x == 0 ? 20 : 30;
    case Side::right:
        return d.x > 0 ? (d.y == 0 ? 0 : 10) : d.x == 0 ? 20 : 30;
    case Side::any:
        break;
    }
    return (d.x < 0 ? 4 : 0) + (d.y > 0 ? 2 : 0) + (d.x != 0 && d.y != 0 ? 1 : 0);
}

Box box_at(double left, double top, Size size) {
    return {left, top, left + size.width, top + size.height};
}

void sort_by_cost(std::vector<Candidate>& candidates) {
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
}

/// Labels above or below slide sideways by these parts of their width; what is centred looks best.
constexpr std::array<double, 7> slides{0, -0.15, 0.15, -0.3, 0.3, -0.42, 0.42};

} // namespace

std::vector<Candidate> near_candidates(Point target, Size size, Side side, const PlaceOptions& options) {
    std::vector<Candidate> result;
    constexpr int steps = 7;
    for (int step = 0; step <= steps; ++step) {
        const double gap = options.near_gap + (options.far_gap - options.near_gap) * step / steps;
        const double farther = 8.0 * step / steps;
        for (const int y : {-1, 1}) {
            const double top = y < 0 ? target.y - gap - size.height : target.y + gap;
            for (const double slide : slides) {
                const double cost = dislike({0, y}, side) + farther + std::abs(slide) * 15;
                result.push_back({box_at(target.x - size.width * (0.5 - slide), top, size), {}, cost});
            }
        }
        for (const int x : {-1, 1}) {
            const double left = x < 0 ? target.x - gap - size.width : target.x + gap;
            result.push_back({box_at(left, target.y - size.height / 2, size), {}, dislike({x, 0}, side) + farther});
            for (const int y : {-1, 1}) {
                // Off the diagonal by any slope of a curve that passes through the point.
                for (const auto& [dx, dy] : {std::pair{0.75, 0.75}, std::pair{1.0, 0.3}, std::pair{0.3, 1.0}}) {
                    const double corner_left = x < 0 ? target.x - gap * dx - size.width : target.x + gap * dx;
                    const double corner_top = y < 0 ? target.y - gap * dy - size.height : target.y + gap * dy;
                    result.push_back(
                        {box_at(corner_left, corner_top, size), {}, dislike({x, y}, side) + farther + 0.5});
                }
            }
        }
    }
    sort_by_cost(result);
    return result;
}

std::vector<Candidate> leader_candidates(Point target, Size size, Side side, double shortest, double longest,
                                         const PlaceOptions& options) {
    std::vector<Candidate> result;
    const double step = std::max(2.0, options.leader_aim / 10);
    for (double length = shortest; length <= longest + 1e-9; length += step) {
        const double reach = options.leader_start + length + options.leader_end;
        for (const int y : {-1, 1}) {
            const Point start{target.x, target.y + y * options.leader_start},
                end{target.x, target.y + y * (options.leader_start + length)};
            const double top = y < 0 ? target.y - reach - size.height : target.y + reach;
            for (const double slide : slides) {
                const double cost = length + dislike({0, y}, side) + std::abs(slide) * 15;
                result.push_back(
                    {box_at(target.x - size.width * (0.5 - slide), top, size), std::pair{start, end}, cost});
            }
        }
        constexpr int directions = 24;
        for (int i = 0; i < directions; ++i) {
            const double angle = 2 * std::numbers::pi * (i + 0.5) / directions; // never upright: those are above
            const double dx = std::cos(angle), dy = std::sin(angle);
            const Point start{target.x + dx * options.leader_start, target.y + dy * options.leader_start};
            const Point end{target.x + dx * (options.leader_start + length),
                            target.y + dy * (options.leader_start + length)};
            const Direction direction{dx < 0 ? -1 : 1, dy < 0 ? -1 : 1};
            const double cost = length + 12 + dislike(direction, side);
            // To the middle of the text's near end.
            const double beside = dx < 0 ? end.x - options.leader_end - size.width : end.x + options.leader_end;
            if (std::abs(dx) > 0.6)
                result.push_back({box_at(beside, end.y - size.height / 2, size), std::pair{start, end}, cost});
            // To a place near the corner of the text's upper or lower edge.
            const double inset = std::min(size.height / 2, size.width / 2);
            const double over = dx < 0 ? end.x - size.width + inset : end.x - inset;
            const double top = dy < 0 ? end.y - options.leader_end - size.height : end.y + options.leader_end;
            if (std::abs(dy) > 0.4) result.push_back({box_at(over, top, size), std::pair{start, end}, cost + 2});
        }
    }
    sort_by_cost(result);
    return result;
}

std::vector<Candidate> area_candidates(const Box& area, Point near, Size size) {
    std::vector<Candidate> result;
    const double wished_left = near.x - size.width / 2, wished_top = near.y - size.height / 2;
    const double last_left = area.right - size.width, last_top = area.bottom - size.height;
    if (last_left < area.left || last_top < area.top) return result;
    // Some four thousand places at most, however large the area.
    const double step = std::max(2.0, std::sqrt((last_left - area.left) * (last_top - area.top) / 4000));
    // The lattice goes through the wished-for place itself.
    const auto first = [step](double wished, double least) {
        return wished - std::floor((wished - least) / step) * step;
    };
    for (double top = first(wished_top, area.top); top <= last_top; top += step) {
        for (double left = first(wished_left, area.left); left <= last_left; left += step) {
            result.push_back({box_at(left, top, size), {}, std::hypot(left - wished_left, top - wished_top)});
        }
    }
    sort_by_cost(result);
    return result;
}

} // namespace actlas::plot::detail
