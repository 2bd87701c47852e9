#include "plot/curve.hpp"
#include "plot/flatten.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <limits>

using namespace actlas::plot;

namespace {

struct Named {
    std::string name;
    CurveSource source;
    Window window;
};

const Box box{48, 84, 662, 402};

double sigmoid(double x) {
    return 1 / (1 + std::exp(-x));
}

std::vector<Named> functions() {
    const auto silu = [](double x) { return x * sigmoid(x); };
    const auto silu_slope = [](double x) { return sigmoid(x) * (1 + x * sigmoid(-x)); };
    return {
        {"line", {[](double x) { return 0.7 * x - 0.2; }, [](double) { return 0.7; }, {}}, {-3, 3, -2, 2}},
        {"sigmoid", {sigmoid, [](double x) { return sigmoid(x) * sigmoid(-x); }, {}}, {-8, 8, -0.1, 1.1}},
        {"steep tanh",
         {[](double x) { return std::tanh(200 * x); },
          [](double x) { return 200 / std::pow(std::cosh(200 * x), 2); },
          {}},
         {-2, 2, -1.2, 1.2}},
        {"silu", {silu, silu_slope, {}}, {-6, 4.6, -0.85, 4.6}},
        {"sine",
         {[](double x) { return std::sin(7 * x); }, [](double x) { return 7 * std::cos(7 * x); }, {}},
         {-5, 5, -1.5, 1.5}},
        {"growing sine",
         {[](double x) { return x * std::sin(20 * x); },
          [](double x) { return std::sin(20 * x) + 20 * x * std::cos(20 * x); },
          {}},
         {-2, 2, -1, 1}},
        {"exp", {[](double x) { return std::exp(x); }, [](double x) { return std::exp(x); }, {}}, {-3, 6, -1, 5}},
        {"bell",
         {[](double x) { return std::exp(-40 * x * x); }, [](double x) { return -80 * x * std::exp(-40 * x * x); }, {}},
         {-10, 10, -0.1, 1.1}},
        {"cube root",
         {[](double x) { return std::cbrt(x); }, [](double x) { return 1 / (3 * std::cbrt(x * x)); }, {}},
         {-4, 4, -2, 2}},
        {"square root of |x|",
         {[](double x) { return std::sqrt(std::abs(x)); },
          [](double x) { return std::copysign(0.5, x) / std::sqrt(std::abs(x)); },
          {0}},
         {-4, 4, -0.5, 2.5}},
        {"relu",
         {[](double x) { return x > 0 ? x : 0.0; }, [](double x) { return x > 0 ? 1.0 : 0.0; }, {0}},
         {-3.1, 2.9, -0.7, 3}},
        {"undeclared kink",
         {[](double x) { return std::abs(x - 0.3); }, [](double x) { return x > 0.3 ? 1.0 : -1.0; }, {}},
         {-3, 3, -0.5, 3}},
        {"1/x", {[](double x) { return 1 / x; }, [](double x) { return -1 / (x * x); }, {0}}, {-3, 3, -4, 4}},
        {"1/x, undeclared pole",
         {[](double x) { return 1 / x; }, [](double x) { return -1 / (x * x); }, {}},
         {-3, 3, -4, 4}},
        {"tan",
         {[](double x) { return std::tan(x); }, [](double x) { return 1 / std::pow(std::cos(x), 2); }, {}},
         {-5, 5, -3, 3}},
        {"log", {[](double x) { return std::log(x); }, [](double x) { return 1 / x; }, {0}}, {-1, 3, -4, 2}},
        {"half circle",
         {[](double x) { return std::sqrt(1 - x * x); }, [](double x) { return -x / std::sqrt(1 - x * x); }, {}},
         {-1.5, 1.5, -0.2, 1.2}},
        {"wrong slope", {[](double x) { return std::sin(x); }, [](double) { return 0.0; }, {}}, {-3, 3, -2, 2}},
        {"no slope",
         {[](double x) { return std::sin(x); }, [](double) { return std::numeric_limits<double>::quiet_NaN(); }, {}},
         {-3, 3, -2, 2}},
    };
}

/// Distance from a px to the true curve near it, or a little more.
double distance_to_curve(Point p, const CurveSource& source, const Panel& panel) {
    const auto at = [&](double px) {
        return std::hypot(px - p.x, panel.y.to_px(source.value(panel.x.to_data(px))) - p.y);
    };
    double best = p.x, least = at(p.x);
    // Coarse to fine. The first scan is dense, for both branches of a cusp may be near.
    for (double reach = 0.2; reach > 1e-10; reach /= 50) {
        const double centre = best;
        for (int i = -100; i <= 100; ++i) {
            const double px = centre + reach * i / 100, d = at(px);
            if (d < least || std::isnan(least)) {
                least = d;
                best = px;
            }
        }
    }
    return least;
}

Point on_cubic(Point from, const Path::Segment& s, double t) {
    const double u = 1 - t;
    const auto mix = [&](double a, double b, double c, double d) {
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    };
    return {mix(from.x, s.c1.x, s.c2.x, s.to.x), mix(from.y, s.c1.y, s.c2.y, s.to.y)};
}

std::size_t count(const Path& path, Path::Verb verb) {
    std::size_t n = 0;
    for (const auto& s : path.segments)
        n += s.verb == verb ? 1 : 0;
    return n;
}

CurveSource relu() {
    return {[](double x) { return x > 0 ? x : 0.0; }, [](double x) { return x > 0 ? 1.0 : 0.0; }, {0}};
}

} // namespace

TEST_CASE("no point of a traced curve is farther than 0.05 px from the true curve") {
    for (const auto& f : functions()) {
        const Panel panel(box, f.window);
        const Curve curve = trace(f.source, panel);
        REQUIRE(!curve.path.segments.empty());
        double worst = 0;
        Point worst_at;
        Point pen;
        for (const auto& s : curve.path.segments) {
            for (int i = 0; s.verb != Path::Verb::move && i <= 60; ++i) {
                const double t = i / 60.0;
                const Point p = s.verb == Path::Verb::cubic
                                    ? on_cubic(pen, s, t)
                                    : Point{pen.x + t * (s.to.x - pen.x), pen.y + t * (s.to.y - pen.y)};
                const double d = distance_to_curve(p, f.source, panel);
                if (d > worst) {
                    worst = d;
                    worst_at = p;
                }
            }
            pen = s.to;
        }
        CAPTURE(f.name, worst_at.x, worst_at.y);
        CHECK(worst <= 0.05);
    }
}

TEST_CASE("every visible point of the true curve is drawn") {
    for (const auto& f : functions()) {
        const Panel panel(box, f.window);
        const auto lines = trace(f.source, panel).polylines;
        for (double px = box.left + 0.05; px < box.right; px += 0.37) {
            const Point p = panel.at(panel.x.to_data(px), f.source.value(panel.x.to_data(px)));
            if (!std::isfinite(p.y) || !box.grown(-0.2).contains(p)) continue;
            double least = std::numeric_limits<double>::infinity();
            for (const auto& line : lines) {
                for (std::size_t i = 1; i < line.size(); ++i) {
                    const Point a = line[i - 1], b = line[i];
                    const double length = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
                    const double t =
                        length == 0
                            ? 0
                            : std::clamp(((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length, 0.0, 1.0);
                    least = std::min(least, std::hypot(a.x + t * (b.x - a.x) - p.x, a.y + t * (b.y - a.y) - p.y));
                }
            }
            CAPTURE(f.name, px);
            CHECK(least <= 0.15); // the curve's 0.05 and the polyline's 0.1
        }
    }
}

TEST_CASE("a straight line is one segment and a smooth curve a few") {
    const auto all = functions();
    CHECK(trace(all[0].source, Panel(box, all[0].window)).path.segments.size() == 2);
    CHECK(trace(all[1].source, Panel(box, all[1].window)).path.segments.size() <= 20);
    CHECK(trace(all[3].source, Panel(box, all[3].window)).path.segments.size() <= 16);
    // A vertical tangent ends in bounded subdivision.
    CHECK(trace(all[8].source, Panel(box, all[8].window)).path.segments.size() <= 90);
}

TEST_CASE("a kink is a vertex, exactly at its place") {
    for (const double shift : {0.0, 1.0 / 3, -1.7}) {
        const CurveSource hinge{[=](double x) { return x > shift ? 2 * (x - shift) : 0.01 * (x - shift); },
                                [=](double x) { return x > shift ? 2 : 0.01; },
                                {shift}};
        const Panel panel({47.3, 80.9, 661.7, 403.1}, {-3, 2.3, -1, 3.3});
        const Curve curve = trace(hinge, panel);
        REQUIRE(curve.path.segments.size() == 3);
        const Point kink = curve.path.segments[1].to;
        CHECK(kink.x == Approx(panel.x.to_px(shift)).margin(0.0006));
        CHECK(kink.y == Approx(panel.y.to_px(0)).margin(0.0006));
        CHECK(curve.jumps.empty());
    }
}

TEST_CASE("a jump is a gap with both limits") {
    const CurveSource slope_of_relu{[](double x) { return x > 0 ? 1.0 : 0.0; }, [](double) { return 0.0; }, {0}};
    const Panel panel(box, {-3, 3, -0.5, 1.5});
    const Curve curve = trace(slope_of_relu, panel);
    REQUIRE(curve.path.segments.size() == 4);
    CHECK(count(curve.path, Path::Verb::move) == 2);
    CHECK(curve.path.segments[1].to.x == Approx(panel.x.to_px(0)).margin(0.001));
    CHECK(curve.path.segments[2].to.x == Approx(panel.x.to_px(0)).margin(0.001));
    CHECK(curve.path.segments[1].to.y == Approx(panel.y.to_px(0)).margin(0.001));
    CHECK(curve.path.segments[2].to.y == Approx(panel.y.to_px(1)).margin(0.001));
    REQUIRE(curve.jumps.size() == 1);
    CHECK(curve.jumps[0].left == 0);
    CHECK(curve.jumps[0].right == 1);
    CHECK(curve.jumps[0].value == 0);

    const auto dots = jump_marks(curve, panel, {1, 2, 3}, {255, 255, 255}, "f'");
    REQUIRE(dots.size() == 2);
    const auto& low = std::get<PointMark>(dots[0].shape);
    const auto& high = std::get<PointMark>(dots[1].shape);
    CHECK_FALSE(low.hollow); // the function takes the value 0 there
    CHECK(high.hollow);
    CHECK(high.centre.y == Approx(panel.y.to_px(1)));
}

TEST_CASE("a value of its own at a jump gets a dot of its own") {
    const CurveSource sign{[](double x) { return x > 0 ? 1.0 : x < 0 ? -1.0 : 0.0; }, [](double) { return 0.0; }, {0}};
    const Panel panel(box, {-3, 3, -1.5, 1.5});
    const auto dots = jump_marks(trace(sign, panel), panel, {}, {}, "sign");
    REQUIRE(dots.size() == 3);
    CHECK(std::get<PointMark>(dots[0].shape).hollow);
    CHECK(std::get<PointMark>(dots[1].shape).hollow);
    CHECK_FALSE(std::get<PointMark>(dots[2].shape).hollow);
}

TEST_CASE("neither an undeclared jump nor a pole is drawn as a line") {
    const CurveSource step{[](double x) { return x > 0.123 ? 1.0 : -0.5; }, [](double) { return 0.0; }, {}};
    const Curve stepped = trace(step, Panel(box, {-3, 3, -1, 2}));
    CHECK(stepped.path.segments.size() == 4);
    CHECK(count(stepped.path, Path::Verb::move) == 2);
    for (const auto& f : functions()) {
        if (f.name != "tan" && f.name.find("1/x") == std::string::npos) continue;
        CAPTURE(f.name);
        const Panel panel(box, f.window);
        Point pen;
        for (const auto& s : trace(f.source, panel).path.segments) {
            // Both are monotone on each branch: 1/x falls, tan climbs.
            if (s.verb != Path::Verb::move) CHECK((f.name == "tan" ? s.to.y <= pen.y : s.to.y >= pen.y));
            pen = s.to;
        }
    }
}

TEST_CASE("a curve is cut where it leaves the window") {
    const CurveSource exponential{[](double x) { return std::exp(x); }, [](double x) { return std::exp(x); }, {}};
    const Panel panel(box, {-3, 6, -1, 5});
    const Curve curve = trace(exponential, panel);
    CHECK(curve.path.segments.back().to.y == Approx(box.top - 4).margin(0.001));
    CHECK(curve.clip.top == box.top - 2);
    REQUIRE(curve.end);
    CHECK(curve.end->y == Approx(box.top).margin(1e-9));
    CHECK(curve.end->x == Approx(panel.x.to_px(std::log(5.0))).margin(0.05));
    REQUIRE(curve.start);
    CHECK(curve.start->x == box.left);
}

TEST_CASE("a curve may end before the window does, or not appear at all") {
    CurveOptions options;
    options.to = 1.5;
    const Panel panel(box, {-3, 3, -1, 3});
    CHECK(trace(relu(), panel, options).end->x == Approx(panel.x.to_px(1.5)).margin(0.001));
    options.from = 2;
    CHECK(trace(relu(), panel, options).path.segments.empty());
    const CurveSource away{[](double) { return 100.0; }, [](double) { return 0.0; }, {}};
    const Curve none = trace(away, panel);
    CHECK(none.path.segments.empty());
    CHECK_FALSE(none.end);
    const CurveSource nothing{
        [](double) { return std::numeric_limits<double>::quiet_NaN(); }, [](double) { return 0.0; }, {0}};
    CHECK(trace(nothing, panel).path.segments.empty());
}

TEST_CASE("one-sided limits of splits off the window are not asked for") {
    CurveSource source = relu();
    source.splits = {-100, 0, 0, 100, -3, 3};
    const Panel panel(box, {-3, 3, -1, 3});
    CHECK(trace(source, panel).path.segments.size() == 3);
    CHECK(trace(source, panel).jumps.empty());
}

TEST_CASE("straight lines are cut off at the panel") {
    const Panel panel(box, {-2, 2, -1, 1});
    const auto diagonal = straight_line(panel, 1, 0, -10, 10);
    REQUIRE(diagonal);
    CHECK(diagonal->segments[0].to.x == Approx(panel.x.to_px(-1)));
    CHECK(diagonal->segments[1].to.y == Approx(box.top));
    CHECK_FALSE(straight_line(panel, 0, 5, -10, 10));
    CHECK_FALSE(straight_line(panel, 0, 0, 1, 1));
}
