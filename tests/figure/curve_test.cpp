#include "figure/magnifier.hpp"
#include "figure/window.hpp"
#include "formula/parser.hpp"
#include "plot/flatten.hpp"
#include "scenes.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace actlas;
using scenes::context;
using scenes::marks;
using scenes::study_of;

namespace {

const analysis::Study& study_of_formula(const std::string& text) {
    static std::map<std::string, analysis::Study> studies;
    const auto found = studies.find(text);
    if (found != studies.end()) return found->second;
    catalogue::Activation activation;
    activation.id = "formula";
    activation.name = "Your formula";
    activation.label = {"Your formula", "自定义公式"};
    activation.source = text;
    activation.expr = formula::parse(text);
    return studies.emplace(text, analysis::study(activation, analysis::Scope::properties)).first->second;
}

/// Where a number stands on an axis, read off the tick labels "tick x 2" and the like: px of 0 and px a unit.
struct Axis {
    double zero = 0, unit = 0;
    double at(double value) const { return zero + value * unit; }
};

Axis axis(const plot::Scene& scene, const std::string& prefix, bool horizontal) {
    std::vector<std::pair<double, double>> ticks;
    for (const auto& mark : scene.marks) {
        if (mark.role != plot::Role::tick_label || mark.name.rfind(prefix, 0) != 0) continue;
        std::string number = mark.name.substr(prefix.size());
        if (const auto minus = number.find("−"); minus != std::string::npos)
            number.replace(minus, std::string("−").size(), "-");
        const plot::Box box = plot::bounds(mark);
        ticks.emplace_back(std::stod(number), horizontal ? (box.left + box.right) / 2 : (box.top + box.bottom) / 2);
    }
    REQUIRE(ticks.size() >= 2);
    const auto [a, b] = std::pair{ticks.front(), ticks.back()};
    const double unit = (b.second - a.second) / (b.first - a.first);
    return {a.second - a.first * unit, unit};
}

std::set<double> tick_numbers(const plot::Scene& scene, const std::string& prefix) {
    std::set<double> numbers;
    for (const auto& mark : scene.marks) {
        if (mark.role != plot::Role::tick_label || mark.name.rfind(prefix, 0) != 0) continue;
        std::string number = mark.name.substr(prefix.size());
        if (const auto minus = number.find("−"); minus != std::string::npos)
            number.replace(minus, std::string("−").size(), "-");
        numbers.insert(std::stod(number));
    }
    return numbers;
}

bool has_inset(const plot::Scene& scene) {
    return !marks(scene, plot::Role::inset, "magnifier").empty();
}

const plot::Box curve_box{50, 88, 660, 408}; ///< about that of a document figure

const std::vector<std::string>& formulas() {
    static const std::vector<std::string> list{"log(x)",
                                               "exp(exp(x))",
                                               "x^1000",
                                               "1/x",
                                               "1/x^2",
                                               "tan(x)",
                                               "floor(x)",
                                               "sin(x^2)",
                                               "sqrt(x)",
                                               "abs(x)^0.5",
                                               "2",
                                               "x^3",
                                               "tanh(1000*x)",
                                               "tanh(x/10000)",
                                               "max(x-10000,0)",
                                               "clamp(x,-0.001,0.001)",
                                               "1000+tanh(x)",
                                               "max(x,0.005*x)",
                                               "min(x,0.01*x)",
                                               "if(x>2,x,0.02*x)",
                                               "sqrt(1-x^2)",
                                               "x^2/(x-1)"};
    return list;
}

} // namespace

TEST_CASE("a magnifier is drawn where a slope would look level, and nowhere else", "[catalogue]") {
    // A line of slope s rises s times the plot's height, here some 320 px: less than 8 px below s = 0.025. Of the
    // catalogue these have such a straight piece that is not dead.
    const std::set<std::string> level{"leaky_relu", "lelelu", "dp_relu", "dual_line", "pilu", "uaf"};
    for (const auto& activation : scenes::catalogue().activations()) {
        CAPTURE(activation.id);
        CHECK(has_inset(figure::curve(study_of(activation.id), context())) == level.contains(activation.id));
    }
    CHECK(has_inset(figure::curve(study_of_formula("max(x,0.02*x)"), context())));
    CHECK(has_inset(figure::curve(study_of_formula("min(x,0.01*x)"), context())));
    CHECK_FALSE(has_inset(figure::curve(study_of_formula("max(x,0.05*x)"), context())));
    CHECK_FALSE(has_inset(figure::curve(study_of_formula("max(x,0)"), context())));
    CHECK_FALSE(has_inset(figure::curve(study_of_formula("0.001*x"), context()))); // fills its own window
}

TEST_CASE("a magnifier keeps the x scale and multiplies y by the factor it names") {
    for (const Language language : all_languages)
        for (const std::string formula : {"max(x,0.01*x)", "max(x,0.005*x)", "min(x,0.01*x)", "max(x,0.02*x)"}) {
            CAPTURE(formula);
            const auto scene = figure::curve(study_of_formula(formula), context(language));
            REQUIRE(has_inset(scene));
            scenes::require_faultless(scene);
            const double factor = axis(scene, "tick magnified ", false).unit / axis(scene, "tick y ", false).unit;
            const int named = static_cast<int>(std::lround(factor));
            CHECK(std::set<int>{10, 20, 50, 100, 200, 500}.count(named) == 1);
            CHECK(factor == Approx(named).epsilon(0.01)); // centres of glyphs are not centres of lines
            CHECK(scenes::says(scene, "× " + std::to_string(named)));

            // The triangle's run, in units of the main x axis, and its rise, in those of the inset, make the slope.
            const auto triangle = marks(scene, plot::Role::guide, "slope triangle");
            REQUIRE(triangle.size() == 1);
            const auto& legs = std::get<plot::PathMark>(triangle.front()->shape).path.segments;
            REQUIRE(legs.size() == 3);
            const double run = (legs[1].to.x - legs[0].to.x) / axis(scene, "tick x ", true).unit;
            const double rise = (legs[2].to.y - legs[1].to.y) / axis(scene, "tick magnified ", false).unit;
            const double slope = std::stod(formula.substr(formula.find("0.0"), 5));
            CHECK(rise / run == Approx(slope).epsilon(0.02));

            // Straight above or below the strip.
            const auto strip = plot::bounds(*marks(scene, plot::Role::guide, "magnified strip").front());
            const auto inset = plot::bounds(*marks(scene, plot::Role::inset, "magnifier").front());
            CHECK(strip.left > inset.left);
            CHECK(strip.right < inset.right);
            CHECK((inset.bottom < strip.top || inset.top > strip.bottom));
        }
}

TEST_CASE("at a jump the value is a closed dot and the limit that is not taken an open one") {
    const auto scene = figure::curve(study_of("binary_step"), context());
    const Axis y = axis(scene, "tick y ", false);
    const auto dots = marks(scene, plot::Role::point, "f");
    REQUIRE(dots.size() == 2);
    for (const auto* dot : dots) {
        const auto& point = std::get<plot::PointMark>(dot->shape);
        CHECK(point.hollow == (std::abs(point.centre.y - y.at(0)) < 1)); // f(0) = 1
        if (!point.hollow) CHECK(point.centre.y == Approx(y.at(1)).margin(1));
    }
    CHECK(scenes::says(scene, "jump from 0 to 1"));
    CHECK(scenes::says(figure::curve(study_of("binary_step"), context(Language::zh)), "从 0 到 1"));
}

TEST_CASE("a kink says its slopes and which value of the derivative is a convention") {
    const auto scene = figure::curve(study_of("relu"), context());
    CHECK(scenes::says(scene, "left slope 0, right slope 1"));
    CHECK(scenes::says(scene, "by convention"));
    CHECK_FALSE(scenes::says(figure::curve(study_of("elu"), context()), "by convention")); // differentiable at 0
}

TEST_CASE("windows hold the landmarks, whatever the scale", "[catalogue]") {
    const figure::Options options;
    for (const auto& activation : scenes::catalogue().activations()) {
        const auto& study = study_of(activation.id);
        const auto window = figure::choose_window(study, curve_box, options);
        CAPTURE(activation.id, window.x0, window.x1, window.y0, window.y1);
        for (const auto& kink : study.properties.kinks) {
            if (kink.order > 1 || std::abs(kink.x) > 6) continue;
            CHECK(kink.x > window.x0);
            CHECK(kink.x < window.x1);
            CHECK(study.f(kink.x) > window.y0);
            CHECK(study.f(kink.x) < window.y1);
        }
        std::size_t seen = 0;
        for (const auto& extremum : study.properties.extrema)
            if (extremum.x > window.x0 && extremum.x < window.x1 && extremum.value > window.y0 &&
                extremum.value < window.y1)
                ++seen;
        CHECK(seen >= std::min<std::size_t>(study.properties.extrema.size(), 1));
    }
    struct Case {
        std::string formula;
        double x; ///< something happens there
    };
    for (const auto& c : std::vector<Case>{{"clamp(x,-0.001,0.001)", 0.001},
                                           {"max(x-10000,0)", 10000},
                                           {"if(x>0.02,x,0)", 0.02},
                                           {"softplus(x-12345)", 12345},
                                           {"x^2/(x-1)", 2}}) {
        const auto& study = study_of_formula(c.formula);
        const auto window = figure::choose_window(study, curve_box, options);
        CAPTURE(c.formula, window.x0, window.x1, window.y0, window.y1);
        CHECK(window.x0 < c.x);
        CHECK(window.x1 > c.x);
        CHECK(window.x1 - window.x0 < 10 * c.x); // and not as a speck
        CHECK(window.y0 <= study.f(c.x));
        CHECK(window.y1 >= study.f(c.x));
    }
    // The slope of tanh(ax) falls to a tenth at ax = arcosh(sqrt(10)) = 1.818.
    for (const double scale : {1000.0, 1e-4}) {
        const auto& study = study_of_formula(scale > 1 ? "tanh(1000*x)" : "tanh(x/10000)");
        const auto window = figure::choose_window(study, curve_box, options);
        CHECK(window.x1 * scale > 1.818);
        CHECK(window.x1 * scale < 10);
    }
}

TEST_CASE("the user's ranges go before the window that would be chosen") {
    figure::Options options;
    options.x_range = std::pair{-2.0, 7.0};
    options.y_range = std::pair{-3.0, 4.0};
    const auto window = figure::choose_window(study_of("silu"), curve_box, options);
    CHECK(window.x0 == -2);
    CHECK(window.x1 == 7);
    CHECK(window.y0 == -3);
    CHECK(window.y1 == 4);
}

TEST_CASE("a curve breaks at a pole") {
    struct Case {
        std::string formula;
        std::vector<double> poles;
    };
    const double half_pi = 1.5707963267948966;
    for (const auto& c : std::vector<Case>{
             {"1/x", {0}}, {"1/x^2", {0}}, {"1/(x-3)", {3}}, {"tan(x)", {-half_pi, half_pi}}, {"x^2/(x-1)", {1}}}) {
        CAPTURE(c.formula);
        const auto scene = figure::curve(study_of_formula(c.formula), context());
        const Axis x = axis(scene, "tick x ", true);
        for (const std::string name : {"f", "f'"}) {
            const auto curves = marks(scene, plot::Role::curve, name);
            REQUIRE(curves.size() == 1);
            for (const auto& line : plot::flatten(std::get<plot::PathMark>(curves.front()->shape).path))
                for (const double pole : c.poles) {
                    CAPTURE(name, pole);
                    // All of a piece on one side; half a px for the reading of the axis.
                    const bool left = line.front().x < x.at(pole);
                    for (const auto& p : line)
                        CHECK((left ? p.x < x.at(pole) + 0.5 : p.x > x.at(pole) - 0.5));
                }
        }
    }
}

TEST_CASE("the derivative is drawn only where the function has a value") {
    const auto scene = figure::curve(study_of_formula("log(x)"), context());
    const Axis x = axis(scene, "tick x ", true);
    for (const auto& line :
         plot::flatten(std::get<plot::PathMark>(marks(scene, plot::Role::curve, "f'").front()->shape).path))
        for (const auto& p : line)
            CHECK(p.x > x.at(0) - 0.5);
}

TEST_CASE("the inequality of a saturated region is true and not wasteful", "[catalogue]") {
    std::size_t sides = 0;
    const auto check = [&](const analysis::Study& study) {
        const auto window = figure::choose_window(study, curve_box, {});
        for (const auto& saturated : figure::saturated_sides(study, window)) {
            CAPTURE(study.activation.id, study.activation.source, saturated.bound);
            ++sides;
            for (const double beyond : {0.0, 1e-3, 0.1, 1.0, 10.0, 1000.0}) {
                // The bound itself is excluded: it may be a kink, where the slope is that of the other side.
                const double distance = std::max(beyond, 1e-12) * (1 + std::abs(saturated.bound));
                const double x = saturated.bound + saturated.side * distance;
                CHECK(std::abs(study.slope(x)) < saturated.threshold * (1 + (beyond == 0 ? 1e-9 : 0)));
            }
            CHECK(std::abs(saturated.bound - saturated.end) <= std::pow(10.0, -saturated.decimals));
        }
    };
    for (const auto& activation : scenes::catalogue().activations())
        check(study_of(activation.id));
    for (const auto& formula : {"1/(1+exp(-50*x))", "tanh(x/30)", "1000+tanh(x)", "softplus(x-12345)"})
        check(study_of_formula(formula));
    CHECK(sides > 30);
    // Sigmoid: |f'| = 0.01 at ln((1 - q)/q) with q(1 - q) = 0.01, 4.58497...: 4.58 would be false.
    CHECK(scenes::says(figure::curve(study_of("sigmoid"), context()), "4.59"));
}

TEST_CASE("ticks stand at round landmarks, and there are neither too many nor too few", "[catalogue]") {
    const auto ticks = [](const std::string& id, const char* prefix) {
        return tick_numbers(figure::curve(study_of(id), context()), prefix);
    };
    CHECK(ticks("hard_swish", "tick x ").count(3) == 1);
    CHECK(ticks("hard_swish", "tick x ").count(-3) == 1);
    CHECK(ticks("relu6", "tick x ").count(6) == 1);
    CHECK(ticks("relu6", "tick y ").count(6) == 1);
    CHECK(ticks("sigmoid", "tick y ").count(0.25) == 1); // the greatest slope
    for (const auto& activation : scenes::catalogue().activations()) {
        const auto scene = figure::curve(study_of(activation.id), context());
        const auto x = tick_numbers(scene, "tick x "), y = tick_numbers(scene, "tick y ");
        CAPTURE(activation.id, x.size(), y.size());
        CHECK(x.count(0) == 1);
        CHECK(x.size() >= 4);
        CHECK(x.size() <= 8);
        CHECK(y.size() >= 3);
        CHECK(y.size() <= 7);
    }
}

TEST_CASE("the alternative text quotes only what the window shows") {
    const auto said = [](const std::string& formula) {
        return figure::curve(study_of_formula(formula), context()).description;
    };
    // The slope goes up to 1000, far beyond the window of a function between -1 and 1.
    CHECK(said("tanh(1000*x)").find("1000") == std::string::npos);
    // Near the pole of 1/x the values go to infinity; the window ends.
    CHECK(said("1/x").find("× 10") == std::string::npos);
    CHECK(said("1/x").find("from −") != std::string::npos);
    // A dip out of view is no part of the picture.
    figure::Options options;
    options.x_range = std::pair{1.0, 3.0};
    CHECK(figure::curve(study_of("silu"), context(), options).description.find("minimum") == std::string::npos);
    CHECK(figure::curve(study_of("silu"), context()).description.find("minimum") != std::string::npos);
}

TEST_CASE("figures of any formula are laid out without a fault") {
    for (const auto& formula : formulas())
        for (const Language language : all_languages) {
            INFO(formula << ' ' << code(language));
            scenes::require_faultless(figure::curve(study_of_formula(formula), context(language)));
        }
}

TEST_CASE("an extremum is called local where f goes beyond it") {
    CHECK(
        scenes::says(figure::curve(study_of_formula("x^2/(x-1)"), context()), "local maximum")); // f(0) = 0, f(3) = 4.5
    CHECK_FALSE(scenes::says(figure::curve(study_of("silu"), context()), "local"));
}

TEST_CASE("functions that coincide get one label together") {
    const std::vector<const analysis::Study*> studies{&study_of("relu"), &study_of("leaky_relu"), &study_of("elu"),
                                                      &study_of("silu")};
    const auto scene = figure::compare(studies, context());
    CHECK(scenes::says(scene, "ReLU, Leaky ReLU, ELU"));
    CHECK(scenes::says(scene, "x ≥ 0"));
    scenes::require_faultless(scene);
    CHECK_FALSE(scenes::says(figure::compare({&study_of("tanh"), &study_of("sigmoid")}, context()), "for x"));
}
