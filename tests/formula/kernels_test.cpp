#include "base/infinity.hpp"
#include "formula/kernels.hpp"
#include "oracle/table.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <sstream>
#include <string>

namespace kernel = actlas::formula::kernel;
using actlas::infinity;

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

template<int n>
double bessel(double x) {
    return kernel::sph_bessel(n, x);
}

const std::map<std::string, kernel::Unary>& smooth_kernels() {
    static const std::map<std::string, kernel::Unary> kernels{
        {"asinh", kernel::asinh},
        {"atan", kernel::atan},
        {"cos", kernel::cos},
        {"cosh", kernel::cosh},
        {"erf", kernel::erf},
        {"erfc", kernel::erfc},
        {"exp", kernel::exp},
        {"expm1", kernel::expm1},
        {"log", kernel::log},
        {"log1p", kernel::log1p},
        {"log_sigmoid", kernel::log_sigmoid},
        {"normal_cdf", kernel::normal_cdf},
        {"normal_pdf", kernel::normal_pdf},
        {"sech", kernel::sech},
        {"sigmoid", kernel::sigmoid},
        {"sin", kernel::sin},
        {"sinc", kernel::sinc},
        {"sinh", kernel::sinh},
        {"softplus", kernel::softplus},
        {"sph_bessel1", bessel<1>},
        {"sph_bessel2", bessel<2>},
        {"sph_bessel3", bessel<3>},
        {"sph_bessel7", bessel<7>},
        {"sqrt", kernel::sqrt},
        {"sqrt1pm1", kernel::sqrt1pm1},
        {"tan", kernel::tan},
        {"tanh", kernel::tanh},
    };
    return kernels;
}

/// The error that counts as one unit: an ulp, but for the spherical Bessel functions j_n, which oscillate under 1/|x|
/// from about |x| = n + 2 on, an ulp of half that envelope.
double unit(const std::string& name, double x, double value) {
    const bool oscillates = name.starts_with("sph_bessel") && std::fabs(x) > name.back() - '0' + 2;
    return oscillates ? std::max(oracle::ulp(value), oracle::ulp(0.5 / std::fabs(x))) : oracle::ulp(value);
}

} // namespace

TEST_CASE("every smooth primitive is within 4 ulp of its exact value over its whole range") {
    std::ifstream file = oracle::open("primitives.txt");
    std::map<std::string, int> points;
    std::string name;
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string x_bits;
        std::string value_bits;
        oracle::Exact exact;
        if (line.starts_with('#')) continue;
        if (line.starts_with("primitive ")) {
            name = line.substr(10);
            REQUIRE(smooth_kernels().contains(name));
            continue;
        }
        REQUIRE((words >> x_bits >> value_bits >> exact.above));
        const double x = oracle::from_bits(x_bits);
        exact.nearest = oracle::from_bits(value_bits);
        const double computed = smooth_kernels().at(name)(x);
        const double ulps = oracle::error_in_ulps(computed, exact);
        const double units = ulps == 0 ? 0 : ulps * oracle::ulp(exact.nearest) / unit(name, x, exact.nearest);
        ++points[name];
        if (!(units <= 4)) {
            INFO(std::hexfloat << name << "(" << x << ") = " << computed << ", exact: " << exact.nearest);
            CHECK(units <= 4);
        }
    }
    for (const auto& [kernel, function] : smooth_kernels()) {
        INFO(kernel);
        CHECK(points[kernel] >= 500);
    }
}

TEST_CASE("the far tails of the primitives") {
    // mpmath, 40 digits, rounded to the nearest double
    const double step = std::numeric_limits<double>::denorm_min();
    CHECK(std::fabs(kernel::normal_pdf(38) - 1.0972210520075930e-314) <= 2 * step);
    CHECK(std::fabs(kernel::normal_cdf(-38) - 2.8854283600687843e-316) <= 2 * step);
    CHECK(std::fabs(kernel::erfc(27) - 5.237048923789256e-319) <= 2 * step);
    CHECK(std::fabs(kernel::sigmoid(-740) - 4.188739880048049e-322) <= step);
    CHECK(std::fabs(kernel::softplus(-740) - 4.188739880048049e-322) <= step);
    CHECK(kernel::sech(700) == Approx(1.971935308751954e-304).epsilon(1e-15));
}

TEST_CASE("primitives take their limits at infinity") {
    struct Limits {
        kernel::Unary function;
        double at_minus;
        double at_plus;
    };
    const double half_pi = 1.5707963267948966;
    const std::array<Limits, 29> cases{{
        {kernel::exp, 0, infinity},
        {kernel::expm1, -1, infinity},
        {kernel::log, undefined, infinity},
        {kernel::log1p, undefined, infinity},
        {kernel::sqrt, undefined, infinity},
        {kernel::sqrt1pm1, undefined, infinity},
        {kernel::sin, undefined, undefined},
        {kernel::cos, undefined, undefined},
        {kernel::tan, undefined, undefined},
        {kernel::atan, -half_pi, half_pi},
        {kernel::asinh, -infinity, infinity},
        {kernel::sinh, -infinity, infinity},
        {kernel::cosh, infinity, infinity},
        {kernel::tanh, -1, 1},
        {kernel::sech, 0, 0},
        {kernel::erf, -1, 1},
        {kernel::erfc, 2, 0},
        {kernel::normal_cdf, 0, 1},
        {kernel::normal_pdf, 0, 0},
        {kernel::sigmoid, 0, 1},
        {kernel::log_sigmoid, -infinity, 0},
        {kernel::softplus, 0, infinity},
        {kernel::relu, 0, infinity},
        {kernel::sinc, 0, 0},
        {bessel<1>, 0, 0},
        {kernel::abs, infinity, infinity},
        {kernel::sign, -1, 1},
        {kernel::step, 0, 1},
        {kernel::floor, -infinity, infinity},
    }};
    for (std::size_t i = 0; i < cases.size(); ++i) {
        INFO("row " << i);
        const auto agrees = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
        CHECK(agrees(cases[i].function(-infinity), cases[i].at_minus));
        CHECK(agrees(cases[i].function(infinity), cases[i].at_plus));
        CHECK(std::isnan(cases[i].function(undefined)));
    }
}

TEST_CASE("the primitives with kinks and jumps") {
    CHECK(kernel::sign(-2) == -1);
    CHECK(kernel::sign(0) == 0);
    CHECK(kernel::sign(5e-324) == 1);
    CHECK(kernel::step(-5e-324) == 0);
    CHECK(kernel::step(0) == 1);
    CHECK(kernel::step(-0.0) == 1);
    CHECK(kernel::relu(-3) == 0);
    CHECK(kernel::relu(3) == 3);
    CHECK(kernel::floor(-0.5) == -1);
    CHECK(kernel::abs(-2.5) == 2.5);
    CHECK(kernel::min(1, 2) == 1);
    CHECK(kernel::max(1, 2) == 2);
    CHECK(kernel::clamp(-7, -1, 1) == -1);
    CHECK(kernel::clamp(0.25, -1, 1) == 0.25);
    CHECK(kernel::clamp(7, -1, 1) == 1);
}

TEST_CASE("an undefined argument gives an undefined value") {
    CHECK(std::isnan(kernel::min(undefined, 1)));
    CHECK(std::isnan(kernel::min(1, undefined)));
    CHECK(std::isnan(kernel::max(undefined, 1)));
    CHECK(std::isnan(kernel::max(1, undefined)));
    CHECK(std::isnan(kernel::clamp(undefined, 0, 1)));
    CHECK(std::isnan(kernel::clamp(0.5, undefined, 1)));
    CHECK(std::isnan(kernel::clamp(0.5, 0, undefined)));
    CHECK(std::isnan(kernel::pow(undefined, 0)));
    CHECK(std::isnan(kernel::pow(1, undefined)));
    CHECK(std::isnan(kernel::pow(-2, 0.5)));
    CHECK(std::isnan(kernel::log(-1)));
    CHECK(std::isnan(kernel::sqrt1pm1(-1.5)));
    CHECK(std::isnan(kernel::sph_bessel(1, undefined)));
    CHECK(std::isnan(kernel::sph_bessel(0.5, 1)));
    CHECK(std::isnan(kernel::sph_bessel(-1, 1)));
}

TEST_CASE("spherical Bessel functions of high order below their turning point") {
    // mpmath: sqrt(pi/(2x)) besselj(n + 1/2, x)
    CHECK(kernel::sph_bessel(20, 10) == Approx(2.3083719613194687e-06).epsilon(1e-14));
    CHECK(kernel::sph_bessel(30, 25) == Approx(0.0021037246887063145).epsilon(1e-14));
    CHECK(kernel::sph_bessel(0, 2) == Approx(0.45464871341284085).epsilon(1e-15));
}

TEST_CASE("exp of a product keeps the digits that rounding the product would lose") {
    // mpmath: exp(-x^2) for the double x; with the square rounded first, they are off by 299, 155 and 85 ulp
    CHECK(oracle::error_in_ulps(kernel::exp_of_product(-25.1, 25.1), {0x1.100b510df19d7p-909, 0}) <= 1.5);
    CHECK(oracle::error_in_ulps(kernel::exp_of_product(-26.3, 26.3), {0x1.12ce367bc55c1p-998, 0}) <= 1.5);
    CHECK(oracle::error_in_ulps(kernel::exp_of_product(-19.9, 19.9), {0x1.99acdbe5da41ep-572, 0}) <= 1.5);
    CHECK(kernel::exp_of_product(-1e200, 1e200) == 0);
    CHECK(kernel::exp_of_product(1e200, 1e200) == infinity);
    CHECK(kernel::exp_of_product(1e-200, 1e-200) == 1);
}
