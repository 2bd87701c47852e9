// Every number against tests/oracle/properties.txt, which mpmath made by another method.

#include "analysis/properties.hpp"
#include "base/number.hpp"
#include "catalogue/catalogue.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <fstream>
#include <limits>
#include <map>
#include <sstream>
#include <string>

using namespace actlas;
using analysis::Bound;
using analysis::Evidence;

namespace {

/// Of one activation: quantity -> values.
using Row = std::map<std::string, std::vector<double>>;

std::map<std::string, Row> table() {
    std::map<std::string, Row> rows;
    std::ifstream file(ACTLAS_SOURCE_DIR "/tests/oracle/properties.txt");
    std::string line;
    while (std::getline(file, line)) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream words(line);
        std::string id;
        std::string quantity;
        std::string value;
        words >> id >> quantity;
        std::vector<double>& values = rows[id][quantity];
        while (words >> value)
            if (value != "-") values.push_back(parse_number(value).value());
    }
    return rows;
}

/// The table's values are rounded to doubles; literals such as 0.2 count as doubles there and as decimals here.
double slack(double value) {
    return 1e-15 * std::max(std::fabs(value), 1e-3);
}

void check_bound(const Bound& bound, double exact) {
    REQUIRE(bound.evidence != Evidence::undecided);
    CHECK(bound.evidence != Evidence::estimated);
    if (std::isinf(exact)) {
        CHECK(bound.value == exact);
        return;
    }
    CHECK(bound.low - slack(exact) <= exact);
    CHECK(exact <= bound.high + slack(exact));
    CHECK(bound.high - bound.low <= 1e-9 * std::fabs(exact));
    CHECK(bound.low <= bound.value);
    CHECK(bound.value <= bound.high);
}

void check_list(const std::vector<double>& found, const std::vector<double>& exact) {
    REQUIRE(found.size() == exact.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        CHECK(std::fabs(found[i] - exact[i]) <= 4e-15 * std::max(1.0, std::fabs(exact[i])));
}

/// NaN: there is no such place.
void check_place(double found, double exact) {
    if (std::isnan(exact)) {
        CHECK(std::isnan(found));
    } else if (std::isinf(exact)) {
        CHECK(found == exact);
    } else {
        CHECK(found == Approx(exact).epsilon(1e-12).margin(1e-15));
    }
}

} // namespace

TEST_CASE("bounds, zeros, fixed points, extrema and saturation agree with mpmath") {
    const auto rows = table();
    CHECK(rows.size() >= 65);
    const catalogue::Catalogue builtin = catalogue::Catalogue::builtin();
    for (const auto& [id, row] : rows) {
        INFO(id);
        const catalogue::Activation* activation = builtin.find(id);
        REQUIRE(activation != nullptr);
        const auto found = analysis::properties(formula::bind(activation->expr, activation->bindings()));

        check_bound(found.infimum, row.at("range")[0]);
        check_bound(found.supremum, row.at("range")[1]);
        check_bound(found.slope_infimum, row.at("slope")[0]);
        check_bound(found.slope_supremum, row.at("slope")[1]);
        bool jumps = false;
        for (const auto& kink : found.kinks)
            jumps = jumps || kink.order == 0;
        const double steepest = std::max(-row.at("slope")[0], row.at("slope")[1]);
        check_bound(found.lipschitz, jumps ? std::numeric_limits<double>::infinity() : steepest);

        check_list(found.zeros.points, row.at("zeros"));
        check_list(found.fixed_points.points, row.at("fixed_points"));
        CHECK(found.zeros.evidence <= Evidence::exact);
        CHECK(found.fixed_points.evidence <= Evidence::exact);
        std::vector<double> extrema;
        for (const auto& extremum : found.extrema)
            extrema.push_back(extremum.x);
        check_list(extrema, row.at("stationary"));

        REQUIRE(found.saturation.size() == 3);
        const char* names[] = {"saturation_0.01", "saturation_0.001", "saturation_1e-06"};
        for (std::size_t i = 0; i < 3; ++i) {
            INFO(names[i]);
            check_place(found.saturation[i].left, row.at(names[i])[0]);
            check_place(found.saturation[i].right, row.at(names[i])[1]);
            CHECK(found.saturation[i].evidence <= Evidence::exact);
        }
    }
}

TEST_CASE("where bounds are attained") {
    const catalogue::Catalogue builtin = catalogue::Catalogue::builtin();
    const auto of = [&](const char* id) {
        const auto* activation = builtin.find(id);
        return analysis::properties(formula::bind(activation->expr, activation->bindings()));
    };
    const auto silu = of("silu");
    CHECK(silu.infimum.attained == true);
    REQUIRE(silu.infimum.at.size() == 1);
    CHECK(silu.infimum.at[0] == Approx(-1.27846454276107380).epsilon(1e-14));
    CHECK(silu.lipschitz.value == Approx(1.0998393201288669).epsilon(1e-15));
    REQUIRE(silu.lipschitz.at.size() == 1);
    CHECK(silu.lipschitz.at[0] == Approx(2.39935728051546766).epsilon(1e-14));
    CHECK(silu.supremum.attained == false);

    // Limits are not attained, and known exactly.
    const auto sigmoid = of("sigmoid");
    CHECK(sigmoid.infimum.value == 0);
    CHECK(sigmoid.supremum.value == 1);
    CHECK(sigmoid.infimum.evidence == Evidence::exact);
    CHECK(sigmoid.infimum.attained == false);
    CHECK(sigmoid.supremum.attained == false);

    // A kink has no slope: 1.5 is only approached.
    const auto hard_swish = of("hard_swish");
    CHECK(hard_swish.lipschitz.value == 1.5);
    CHECK(hard_swish.lipschitz.attained == false);
    CHECK(hard_swish.lipschitz.at == std::vector<double>{3});
    // Nor have those of the hard sigmoid, but between them the slope is 1/6 throughout, which is no double.
    CHECK(of("hard_sigmoid").slope_supremum.attained == true);

    const auto phish = of("phish");
    CHECK(phish.infimum.value == 0);
    CHECK(phish.infimum.attained == true);
    CHECK(phish.infimum.at == std::vector<double>{0});

    CHECK(of("leaky_relu").slope_infimum.value == 0.01);
    CHECK(of("relu6").supremum.at == std::vector<double>{6});
    CHECK(of("relu6").supremum.attained == true);

    // An odd function is as steep on both sides.
    REQUIRE(of("gaussian").lipschitz.at.size() == 2);
    CHECK(of("gaussian").lipschitz.at[0] == Approx(-std::sqrt(0.5)).epsilon(1e-14));
}

TEST_CASE("functions without end have proved bounds too") {
    const catalogue::Catalogue builtin = catalogue::Catalogue::builtin();
    const auto of = [&](const char* id) {
        const auto* activation = builtin.find(id);
        return analysis::properties(formula::bind(activation->expr, activation->bindings()));
    };
    // min sin(x)/x at the first root of tan(x) = x; max |sinc'| where (x^2 - 2) sin x + 2x cos x = 0 (mpmath, 30
    // digits).
    const auto sinc = of("sinc");
    CHECK(sinc.infimum.evidence == Evidence::proved);
    CHECK(sinc.infimum.low <= -0.21723362821122165741);
    CHECK(sinc.infimum.high >= -0.21723362821122165741);
    REQUIRE(sinc.infimum.at.size() == 2);
    CHECK(sinc.infimum.at[1] == Approx(4.49340945790906418).epsilon(1e-14));
    CHECK(sinc.supremum.value == 1);
    CHECK(sinc.supremum.at == std::vector<double>{0});
    CHECK(sinc.lipschitz.value == Approx(0.43618181727145880).epsilon(1e-12));
    CHECK(sinc.left.kind == analysis::Asymptote::Kind::horizontal);

    const auto sine = of("sine");
    CHECK(sine.infimum.value == -1);
    CHECK(sine.infimum.evidence == Evidence::proved);
    CHECK(sine.lipschitz.value == 1);
    CHECK(sine.lipschitz.attained == true);
    CHECK(sine.fixed_points.points == std::vector<double>{0});
    CHECK(sine.fixed_points.evidence == Evidence::exact);
    CHECK(sine.left.kind == analysis::Asymptote::Kind::none);

    // Zeros without end are not listed as complete.
    CHECK(sine.zeros.evidence == Evidence::undecided);
    CHECK(sine.zeros.points.size() >= 9);

    const auto snake = of("snake");
    CHECK(snake.slope_supremum.value == 2);
    CHECK(snake.slope_infimum.value == 0);
    CHECK(snake.monotonicity.value == analysis::Monotonicity::strictly_increasing);
}
