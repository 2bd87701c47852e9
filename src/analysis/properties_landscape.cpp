#include "analysis/properties_landscape.hpp"

#include "interval/branch.hpp"
#include "interval/rounding.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace actlas::analysis {

namespace {

using Spot = SignChart::Spot;

/// All values on a box, which may be wide or infinite.
Box values(const Graph& graph, const Box& place) {
    if (place.point()) return graph.value(place);
    const Box inside = interval::intersection(place, Box(-farthest, farthest));
    if (interval::branch::relative_width(place) < 0x1p-20 && place.bounded()) {
        const double middle = place.middle();
        const Box slope = graph.slope(place);
        const Box value = graph.value(place);
        if (slope.empty() || !slope.defined() || !slope.bounded() || !value.continuous()) return value;
        return interval::intersection(value, graph.value(middle) + slope * (place - middle));
    }
    Box result;
    if (!inside.empty())
        for (const Box& part : interval::branch::first_cut(inside))
            result = result.empty() ? graph.value(part) : interval::hull(result, graph.value(part));
    if (place.high() > farthest) result = interval::hull(result, graph.value({farthest, place.high()}));
    if (place.low() < -farthest) result = interval::hull(result, graph.value({place.low(), -farthest}));
    return result;
}

/// Builds a chart from left to right.
class ChartBuilder {
public:
    ChartBuilder(double low, double high) { chart_ = {.low = low, .high = high, .spots = {}, .signs = {}}; }

    void sign(int sign) {
        if (chart_.signs.size() <= chart_.spots.size()) chart_.signs.push_back(sign);
    }

    void spot(const Spot& spot) {
        if (chart_.signs.size() == chart_.spots.size()) {
            if (chart_.spots.empty()) {
                chart_.signs.push_back(unknown_sign);
            } else {
                Spot& last = chart_.spots.back();
                last = {interval::hull(last.place, spot.place), false};
                return;
            }
        }
        chart_.spots.push_back(spot);
    }

    SignChart take() {
        sign(unknown_sign);
        return std::move(chart_);
    }

private:
    SignChart chart_;
};

/// Finds where a monotone part of a graph crosses a level.
class Crossing {
public:
    Crossing(const Graph& graph, double level, int trend) : graph_(graph), level_(level), trend_(trend) {}

    int sign_at(double x) const { return sign_of(graph_.value(x) - level_); }

    /// Of a part (low, high) that starts below the level (in the direction of the trend) and ends above.
    Spot between_ends(double low, double high) const {
        for (int k = 0; k < 400; ++k) {
            const double middle = between(low, high);
            if (!(low < middle && middle < high)) break;
            if (std::fabs(middle) > farthest) return {{low, high}, false};
            const Box value = graph_.value(middle) - level_;
            const int sign = sign_of(value);
            if (sign == 0) return {middle, true};
            if (sign == trend_) high = middle;
            if (sign == -trend_) low = middle;
            if (newton(low, high, middle, value)) continue;
            if (sign == unknown_sign && !close_in(low, high, middle)) break;
        }
        return {{low, high}, true};
    }

private:
    /// True if the box could be narrowed by more than half.
    bool newton(double& low, double& high, double middle, const Box& value) const {
        const Box box(low, high);
        if (!box.bounded() || interval::branch::relative_width(box) > 0.5) return false;
        const Box slope = graph_.slope(box);
        if (slope.empty() || !slope.defined() || slope.contains(0)) return false;
        const Box next = interval::branch::newton(box, middle, value, slope);
        if (next.empty() || next.width() > box.width() / 2) return false;
        low = next.low();
        high = next.high();
        return true;
    }

    /// Where the value at the middle is too close to tell.
    bool close_in(double& low, double& high, double middle) const {
        const double left = between(low, middle);
        const double right = between(middle, high);
        const bool from_left = left > low && sign_at(left) == -trend_;
        const bool from_right = right < high && sign_at(right) == trend_;
        if (from_left) low = left;
        if (from_right) high = right;
        return from_left || from_right;
    }

    const Graph& graph_;
    double level_;
    int trend_;
};

class Leveller {
public:
    Leveller(const Landscape& landscape, double level)
        : landscape_(landscape), graph_(landscape.graph), level_(level), builder_(graph_.low, graph_.high) {}

    SignChart run() {
        for (std::size_t gap = 0; gap <= landscape_.nodes.size(); ++gap) {
            if (landscape_.trends[gap] != unknown_sign) part(gap);
            if (gap < landscape_.nodes.size()) node(landscape_.nodes[gap]);
        }
        return builder_.take();
    }

private:
    int sign_of_end(const Tendency& end) const {
        if (end.infinite()) return end.direction();
        return end.value.empty() ? unknown_sign : sign_of(end.value - level_);
    }

    void node(const Landscape::Node& node) {
        const int sign = sign_of(node.value - level_);
        if (sign == 0)
            builder_.spot({node.place, node.stationary});
        else if (sign == unknown_sign)
            open(node.place);
        else if (!node.stationary)
            builder_.sign(sign);
    }

    /// A place of which nothing is known; if it reaches to infinity the sign may be known far out.
    void open(const Box& place) {
        const bool right = place.high() > farthest;
        const double inner = right ? place.low() : place.high();
        const auto sign_beyond = [&](double x) {
            const int sign = sign_of(graph_.value(right ? Box(x, place.high()) : Box(place.low(), -x)) - level_);
            return sign == 0 ? unknown_sign : sign;
        };
        double reach = std::max(std::fabs(inner), 1.0);
        while (!place.bounded() && reach < farthest && sign_beyond(reach) == unknown_sign)
            reach *= 4;
        if (place.bounded() || reach >= farthest) return builder_.spot({place, false});
        const int sign = sign_beyond(reach);
        for (double least = std::max(reach / 4, std::fabs(inner)); reach > 1.01 * least;) {
            const double middle = std::sqrt(least * reach);
            (sign_beyond(middle) == sign ? reach : least) = middle;
        }
        if (!right) builder_.sign(sign);
        if (reach > std::fabs(inner)) builder_.spot({right ? Box(inner, reach) : Box(-reach, inner), false});
        if (right) builder_.sign(sign);
    }

    /// A monotone part.
    void part(std::size_t gap) {
        const double low = landscape_.left_of_gap(gap);
        const double high = landscape_.right_of_gap(gap);
        const int trend = landscape_.trends[gap];
        const auto& nodes = landscape_.nodes;
        if (trend == 0) return builder_.sign(sign_of(graph_.value(between(low, high)) - level_));

        int first = gap == 0 ? sign_of_end(graph_.at_low) : sign_of(nodes[gap - 1].value - level_);
        int last = gap == nodes.size() ? sign_of_end(graph_.at_high) : sign_of(nodes[gap].value - level_);
        // Just inside an end where the level is met exactly.
        if (first == 0) first = trend;
        if (last == 0) last = -trend;
        if (first == trend || last == -trend) return builder_.sign(first == trend ? trend : -trend);

        const Crossing crossing(graph_, level_, trend);
        double from = low;
        double to = high;
        if (first == unknown_sign) {
            from = towards(low, high, crossing, -trend);
            if (from == low) {
                const double known = towards(low, high, crossing, trend);
                builder_.spot({{low, known > low ? known : high}, false});
                if (known > low) builder_.sign(trend);
                return;
            }
        }
        if (last == unknown_sign) {
            to = towards(high, low, crossing, trend);
            if (to == high) {
                const double known = towards(high, low, crossing, -trend);
                if (known < high) builder_.sign(-trend);
                builder_.spot({{known < high ? known : from, high}, false});
                return;
            }
        }
        builder_.sign(-trend);
        builder_.spot(crossing.between_ends(from, to));
        builder_.sign(trend);
    }

    /// The point closest to `end` of those tried where the sign is the one wanted; `end` if there is none.
    static double towards(double end, double other, const Crossing& crossing, int wanted) {
        double found = end;
        double at = other;
        for (int k = 0; k < 24; ++k) {
            const double next = end < at ? between(end, at) : between(at, end);
            if (next == at || next == end || std::fabs(next) > farthest) break;
            at = next;
            const int sign = crossing.sign_at(at);
            if (sign == wanted)
                found = at;
            else if (found != end)
                break;
        }
        return found;
    }

    const Landscape& landscape_;
    const Graph& graph_;
    double level_;
    ChartBuilder builder_;
};

} // namespace

Graph graph_of(const Stretch& stretch, int order) {
    return {.low = stretch.low(),
            .high = stretch.high(),
            .value = [&stretch, order](const Box& box) { return stretch.value(order, box); },
            .slope = [&stretch, order](const Box& box) { return stretch.value(order + 1, box); },
            .at_low = stretch.at_low(order),
            .at_high = stretch.at_high(order)};
}

double Landscape::left_of_gap(std::size_t gap) const {
    return gap == 0 ? graph.low : nodes[gap - 1].place.high();
}

double Landscape::right_of_gap(std::size_t gap) const {
    return gap == nodes.size() ? graph.high : nodes[gap].place.low();
}

bool Landscape::known() const {
    return std::all_of(nodes.begin(), nodes.end(), [](const Node& node) { return node.stationary; });
}

Landscape landscape(Graph graph, const SignChart& slope) {
    Landscape result{.graph = std::move(graph), .nodes = {}, .trends = {}};
    std::vector<Spot> spots = slope.spots;
    for (std::size_t gap = 0; gap < slope.signs.size(); ++gap) {
        const Box place(slope.left_of_gap(gap), slope.right_of_gap(gap));
        if (slope.signs[gap] == unknown_sign && !place.empty()) spots.push_back({place, false});
    }
    std::sort(spots.begin(), spots.end(), [](const Spot& a, const Spot& b) { return a.place.low() < b.place.low(); });
    std::vector<Spot> joined;
    for (const Spot& spot : spots) {
        if (!joined.empty() && spot.place.low() <= joined.back().place.high())
            joined.back() = {interval::hull(joined.back().place, spot.place), false};
        else
            joined.push_back(spot);
    }
    for (const Spot& spot : joined)
        result.nodes.push_back({spot.place, values(result.graph, spot.place), spot.zero});
    for (std::size_t gap = 0; gap <= result.nodes.size(); ++gap) {
        const double low = result.left_of_gap(gap);
        const double high = result.right_of_gap(gap);
        result.trends.push_back(low < high ? slope.at(between(low, high)) : unknown_sign);
    }
    return result;
}

SignChart level_chart(const Landscape& landscape, double level) {
    return Leveller(landscape, level).run();
}

} // namespace actlas::analysis
