#include "analysis/limitations.hpp"
#include "base/infinity.hpp"
#include "formula/derivative.hpp"
#include "formula/parser.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

using namespace actlas;
using namespace actlas::analysis;

namespace {

constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();

Bound bound(double value, std::optional<bool> attained = {}) {
    Bound result;
    result.value = result.low = result.high = value;
    result.evidence = Evidence::proved;
    result.attained = attained;
    return result;
}

/// A smooth, odd function with slopes between 0 and 1 and values between -1 and 1, that no rule has anything to say
/// about until a test changes something. The averages are those of a function that keeps mean and variance.
Properties harmless() {
    Properties properties;
    properties.infimum = bound(-1, false);
    properties.supremum = bound(1, false);
    properties.slope_infimum = bound(0, false);
    properties.slope_supremum = bound(1, true);
    properties.lipschitz = bound(1, true);
    properties.monotonicity = {Monotonicity::strictly_increasing, Evidence::proved};
    properties.parity = {Parity::odd, Evidence::exact};
    properties.continuity = {{0, true}, Evidence::exact};
    properties.saturation = {{0.01, nowhere, nowhere, Evidence::proved}};
    properties.gaussian.mean = {0, 0};
    properties.gaussian.second_moment = {1, 1e-15};
    properties.gaussian.variance = {1, 1e-15};
    properties.gaussian.slope_second_moment = {1, 1e-15};
    return properties;
}

struct Both {
    std::vector<Finding> limitations;
    std::vector<Finding> strengths;
};

Both examine(const Properties& properties, const std::string& formula = "x",
             std::vector<catalogue::Parameter> parameters = {}, std::span<const FormatBehaviour> precision = {},
             const EdgeOfChaos* edge = nullptr) {
    catalogue::Activation activation;
    activation.id = "made_up";
    activation.parameters = std::move(parameters);
    std::vector<std::string> names;
    for (const auto& parameter : activation.parameters)
        names.push_back(parameter.name);
    activation.expr = formula::parse(formula, names);
    const formula::Expr bound = formula::bind(activation.expr, activation.bindings());
    const formula::Expr derivative = formula::derivative(bound);
    const Studied studied{activation, bound, derivative, properties, precision, edge};
    return {limitations(studied), strengths(studied)};
}

const Finding* find(const std::vector<Finding>& findings, const std::string& kind) {
    const auto found =
        std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.kind == kind; });
    return found == findings.end() ? nullptr : &*found;
}

std::set<std::string> kinds(const std::vector<Finding>& findings) {
    std::set<std::string> result;
    for (const Finding& finding : findings)
        result.insert(finding.kind);
    return result;
}

} // namespace

TEST_CASE("nothing wrong: no limitations, every strength but those that were not given") {
    const Both both = examine(harmless());
    CHECK(both.limitations.empty());
    CHECK(kinds(both.strengths) == std::set<std::string>{"bounded", "cheap", "identity_like", "lasting_gradient",
                                                         "monotone", "no_dead_interval", "one_lipschitz",
                                                         "self_normalising", "smooth", "zero_centred"});
}

TEST_CASE("nothing decided: nothing said") {
    Properties unknown;
    unknown.gaussian.mean = unknown.gaussian.variance = {nowhere, infinity};
    unknown.gaussian.second_moment = unknown.gaussian.slope_second_moment = {nowhere, infinity};
    const Both both = examine(unknown, "max(x, 0)");
    CHECK(both.limitations.empty());
    CHECK(kinds(both.strengths) == std::set<std::string>{"cheap"});
}

TEST_CASE("vanishing gradient") {
    Properties properties = harmless();
    SECTION("both tails: tanh, with E sech^4 = 0.464400...") {
        properties.saturation = {{0.01, -2.99322, 2.99322, Evidence::proved}, {0.001, -4.1, 4.1, Evidence::proved}};
        properties.gaussian.slope_second_moment = {0.4644, 1e-15};
        const auto findings = examine(properties).limitations;
        const Finding* finding = find(findings, "vanishing_gradient");
        REQUIRE(finding);
        CHECK(finding->severity == Severity::severe);
        CHECK(finding->evidence == Evidence::estimated);
        CHECK(finding->numbers.at("share") == Approx(0.002761).epsilon(1e-3)); // 2 (1 - Phi(2.99322))
        CHECK(finding->numbers.at("factor_10") == Approx(std::pow(0.4644, 5)));
        CHECK(finding->numbers.at("factor_50") == Approx(std::pow(0.4644, 25)));
        // 2.99322 rounded outwards, lest |f'| < 0.01 be said of too many x.
        CHECK(finding->basis.en.find("|x| > 3; 0.276% of inputs from N(0, 1) lie there.") != std::string::npos);
        CHECK(finding->basis.en.find("10 layers shrink gradients to about 0.022 of their size, 50 layers to") !=
              std::string::npos);
        CHECK(find(examine(properties).strengths, "lasting_gradient") == nullptr);
    }
    SECTION("one tail that hardly matters: silu") {
        properties.saturation = {{0.01, -6.2614, nowhere, Evidence::proved}};
        const auto findings = examine(properties).limitations;
        const Finding* finding = find(findings, "vanishing_gradient");
        REQUIRE(finding);
        CHECK(finding->severity == Severity::minor);
        CHECK(finding->evidence == Evidence::proved);
        CHECK(finding->basis.en.find("x < −6.27;") != std::string::npos);
        CHECK(finding->numbers.count("factor_10") == 0);
    }
    SECTION("one tail that holds more than 1%") {
        properties.saturation = {{0.01, nowhere, 2.3, Evidence::proved}}; // 1.07%
        CHECK(find(examine(properties).limitations, "vanishing_gradient")->severity == Severity::moderate);
    }
    SECTION("far out on both sides: softsign beyond 9, log1p beyond 99") {
        properties.saturation = {{0.01, -9, 9, Evidence::proved}};
        CHECK(find(examine(properties).limitations, "vanishing_gradient")->severity == Severity::moderate);
        properties.saturation = {{0.01, -99, 99, Evidence::proved}};
        const auto findings = examine(properties).limitations;
        CHECK(find(findings, "vanishing_gradient")->severity == Severity::minor);
        CHECK(find(findings, "vanishing_gradient")->basis.en.find("less than 0.0001%") != std::string::npos);
    }
    SECTION("not where the tail is dead") {
        properties.saturation = {{0.01, 0, nowhere, Evidence::exact}};
        properties.dead_intervals = {{-infinity, 0}};
        const auto found = kinds(examine(properties).limitations);
        CHECK(found.count("vanishing_gradient") == 0);
        CHECK(found.count("dead_interval") == 1);
    }
    SECTION("the edge of chaos goes into the remedy") {
        properties.saturation = {{0.01, -4.6, 4.6, Evidence::proved}};
        const EdgeOfChaos edge{{{16.0, 0.0, 0.1, true}}, {}, false};
        const auto findings = examine(properties, "x", {}, {}, &edge).limitations;
        CHECK(find(findings, "vanishing_gradient")->remedy.en.find("variance 16 ") != std::string::npos);
        CHECK(find(findings, "vanishing_gradient")->remedy.zh.find(" 16 ") != std::string::npos);
    }
}

TEST_CASE("size of the slope") {
    Properties properties = harmless();
    properties.lipschitz = bound(0.25);
    auto findings = examine(properties).limitations;
    REQUIRE(find(findings, "small_slope"));
    CHECK(find(findings, "small_slope")->severity == Severity::severe);
    CHECK(find(findings, "small_slope")->numbers.at("factor_10") == Approx(9.5367431640625e-07)); // 2^-20
    // 9.54e-7 rounded up.
    CHECK(find(findings, "small_slope")->basis.en.find("9.6 × 10⁻⁷") != std::string::npos);

    properties.lipschitz = bound(0.9);
    CHECK(find(examine(properties).limitations, "small_slope")->severity == Severity::moderate);

    properties.lipschitz = bound(1.5);
    findings = examine(properties).limitations;
    REQUIRE(find(findings, "steep_slope"));
    CHECK(find(findings, "steep_slope")->severity == Severity::minor);
    CHECK(find(findings, "steep_slope")->numbers.at("factor_10") == Approx(57.6650390625)); // 1.5^10
    CHECK(find(findings, "small_slope") == nullptr);
    CHECK(find(examine(properties).strengths, "one_lipschitz") == nullptr);

    properties.lipschitz = bound(3);
    CHECK(find(examine(properties).limitations, "steep_slope")->severity == Severity::moderate);
    properties.lipschitz = bound(30);
    CHECK(find(examine(properties).limitations, "steep_slope")->severity == Severity::severe);
    properties.lipschitz = bound(infinity);
    CHECK(find(examine(properties).limitations, "steep_slope") == nullptr);
    properties.lipschitz = bound(1); // just 1: neither
    CHECK(examine(properties).limitations.empty());
}

TEST_CASE("dead intervals and no gradient at all") {
    Properties properties = harmless();
    properties.dead_intervals = {{-infinity, 0}};
    auto findings = examine(properties).limitations;
    REQUIRE(find(findings, "dead_interval"));
    CHECK(find(findings, "dead_interval")->numbers.at("share") == 0.5);
    CHECK(find(findings, "dead_interval")->severity == Severity::moderate);
    CHECK(find(findings, "dead_interval")->basis.en.find("(−∞, 0), where 50%") != std::string::npos);
    CHECK(find(findings, "dead_interval")->basis.zh.find("有 50% 落") != std::string::npos);
    CHECK(find(examine(properties).strengths, "no_dead_interval") == nullptr);

    properties.dead_intervals = {{-infinity, -4}};
    CHECK(find(examine(properties).limitations, "dead_interval")->severity == Severity::minor);
    properties.dead_intervals = {{-infinity, -1}, {1, infinity}};
    CHECK(find(examine(properties).limitations, "dead_interval")->numbers.at("share") ==
          Approx(0.31731050786291415)); // 2 Phi(-1)
    properties.dead_intervals = {{-0.05, 0.05}};
    CHECK(find(examine(properties).limitations, "dead_interval")->severity == Severity::minor);
    properties.dead_intervals = {{-infinity, 2}};
    CHECK(find(examine(properties).limitations, "dead_interval")->severity == Severity::severe);

    properties.slope_infimum = properties.slope_supremum = bound(0);
    properties.lipschitz = bound(infinity);
    const auto found = kinds(examine(properties).limitations);
    CHECK(found.count("zero_gradient") == 1);
    CHECK(found.count("dead_interval") == 0);
    CHECK(find(examine(properties).strengths, "self_normalising") == nullptr);
}

TEST_CASE("centre, moments") {
    Properties properties = harmless();
    properties.parity.value = Parity::none;
    properties.gaussian.mean = {0.2066, 1e-12};
    properties.gaussian.variance = {0.3131, 1e-12};
    auto findings = examine(properties).limitations;
    REQUIRE(find(findings, "not_zero_centred"));
    CHECK(find(findings, "not_zero_centred")->severity == Severity::minor);
    REQUIRE(find(findings, "not_self_normalising"));
    CHECK(find(examine(properties).strengths, "zero_centred") == nullptr);
    properties.infimum = bound(0, false);
    findings = examine(properties).limitations;
    CHECK(find(findings, "not_zero_centred")->severity == Severity::moderate);
    CHECK(find(findings, "not_zero_centred")->consequence.zh.find("从不为负") != std::string::npos);
    properties.gaussian.mean = {0.005, 1e-12};
    CHECK(find(examine(properties).limitations, "not_zero_centred") == nullptr);
    properties.gaussian.mean = {infinity, infinity};
    CHECK(find(examine(properties).limitations, "not_zero_centred") == nullptr);
    CHECK(find(examine(properties).limitations, "not_self_normalising") == nullptr);
}

TEST_CASE("growth") {
    Properties properties = harmless();
    const auto growth = [&](const std::string& formula) {
        const auto findings = examine(properties, formula).limitations;
        const Finding* finding = find(findings, "unbounded_growth");
        REQUIRE(finding);
        return *finding;
    };
    properties.supremum = bound(infinity, false);
    CHECK(growth("max(x, 0)").severity == Severity::minor);
    CHECK(growth("max(x, 0)").basis.en.find("like |x| as x → +∞") != std::string::npos);
    CHECK(growth("log1p(max(x, 0))").basis.en.find("more slowly") != std::string::npos);
    CHECK(growth("max(x, 0)^2").severity == Severity::moderate);
    CHECK(growth("max(x, 0)^2").numbers.at("power") == Approx(2).epsilon(1e-3));
    CHECK(growth("exp(x)").severity == Severity::severe);
    CHECK(find(examine(properties).strengths, "bounded") == nullptr);
    properties.infimum = bound(-infinity, false);
    CHECK(growth("x*cos(x)").basis.en.find("like |x| as x → ±∞") != std::string::npos);
    CHECK(growth("min(x, 0)").basis.en.find("like |x| as x → −∞") != std::string::npos);
}

TEST_CASE("points without a value") {
    Properties properties = harmless();
    properties.undefined = Interval{-infinity, 0};
    auto findings = examine(properties).limitations;
    REQUIRE(find(findings, "undefined"));
    CHECK(find(findings, "undefined")->severity == Severity::severe);
    CHECK(find(findings, "undefined")->basis.en.find("between −∞ and 0.") != std::string::npos);
    properties.undefined = Interval{0, 0};
    findings = examine(properties).limitations;
    CHECK(find(findings, "undefined")->basis.zh.find("x = 0 处") != std::string::npos);
    CHECK(find(examine(properties).strengths, "no_dead_interval") == nullptr);
}

TEST_CASE("breaks and direction") {
    Properties properties = harmless();
    properties.kinks = {
        {-3, 1, 0, -0.5, Evidence::exact}, {2, 0, 0, 1, Evidence::proved}, {3, 2, 0, 1, Evidence::exact}};
    auto findings = examine(properties).limitations;
    REQUIRE(find(findings, "kink"));
    CHECK(find(findings, "kink")->basis.en.find("x = −3 (0 → −0.5).") != std::string::npos);
    CHECK(find(findings, "kink")->numbers.at("count") == 1);
    REQUIRE(find(findings, "jump"));
    CHECK(find(findings, "jump")->severity == Severity::moderate);
    CHECK(find(findings, "jump")->evidence == Evidence::proved);
    // The worse one comes first.
    CHECK(findings.front().kind == "jump");

    properties.kinks.clear();
    for (int i = 0; i < 9; ++i)
        properties.kinks.push_back({1.0 * i, 1, 0, 1, Evidence::exact});
    CHECK(find(examine(properties).limitations, "kink")->basis.en.find("and 5 more") != std::string::npos);
    properties.kinks.clear();

    properties.monotonicity.value = Monotonicity::none;
    CHECK(find(examine(properties).limitations, "non_monotone") == nullptr); // slopes of one sign only, so far
    properties.slope_infimum = bound(-0.0998, true);
    properties.extrema = {{-1.2784645, -0.2784645, true, Evidence::proved}};
    findings = examine(properties).limitations;
    REQUIRE(find(findings, "non_monotone"));
    CHECK(find(findings, "non_monotone")->basis.zh.find("x = −1.2785") != std::string::npos);
    // sin(x)/x turns without end: how many of its turns were found is not how many there are.
    properties.extrema.assign(9, {4.4934, -0.2172, true, Evidence::proved});
    findings = examine(properties, "sinc(x)").limitations;
    CHECK(find(findings, "non_monotone")->basis.en.find("again and again") != std::string::npos);
    CHECK(find(examine(properties).strengths, "monotone") == nullptr);
}

TEST_CASE("parameters and cost") {
    const Properties properties = harmless();
    catalogue::Parameter slope{"alpha", 0.01, 0.0, 1.0, {}};
    auto findings = examine(properties, "if(x > 0, x, alpha*x)", {slope, {"other", 2, {}, {}, {}}}).limitations;
    const Finding* finding = find(findings, "parameter");
    REQUIRE(finding);
    CHECK(finding->title.en.find("alpha") != std::string::npos);
    // E max(x, 0) = 1/sqrt(2 pi); at alpha = 1 the identity. E f'^2 = 1/2 and 1.
    CHECK(finding->numbers.at("mean_low") == Approx(0.3989422804014327));
    CHECK(finding->numbers.at("mean_high") == Approx(0).margin(1e-12));
    CHECK(finding->numbers.at("slope_low") == Approx(0.7071067811865476));
    CHECK(finding->numbers.at("slope_high") == Approx(1));
    CHECK(std::count_if(findings.begin(), findings.end(), [](const Finding& f) { return f.kind == "parameter"; }) == 2);
    CHECK(finding->basis.en.find("is 0.399 and 0, and the root mean square slope is 0.707 and 1.") !=
          std::string::npos);
    CHECK(find(findings, "cost") == nullptr);

    findings = examine(properties, "x*tanh(log(1 + exp(x)))").limitations;
    REQUIRE(find(findings, "cost"));
    CHECK(find(findings, "cost")->numbers.at("forward") == 3);
    CHECK(find(findings, "cost")->severity == Severity::minor);
    CHECK(find(examine(properties, "tanh(x) + tanh(x)*sin(x)").limitations, "cost")->numbers.at("forward") == 2);
    CHECK(find(examine(properties, "x/sqrt(1 + x^2)").limitations, "cost") == nullptr);
    CHECK(find(examine(properties, "max(x, 0)^1.3").limitations, "cost")->numbers.at("forward") == 1);
    CHECK(find(examine(properties, "sin(x)+cos(x)+exp(x)+erf(x)").limitations, "cost")->severity == Severity::moderate);
    CHECK(find(examine(properties, "exp(x)").strengths, "cheap") == nullptr);
}

TEST_CASE("number formats") {
    const Properties properties = harmless();
    FormatBehaviour half;
    half.format = find_number_format("float16");
    half.every_value = true;
    FormatBehaviour single = half;
    single.format = find_number_format("float32");
    single.every_value = false;

    SECTION("a slope that rounds to 0") {
        half.slope_zero_left = -17.328125;
        half.slope_zero_left_proved = true;
        const auto findings = examine(properties, "x", {}, std::vector{single, half}).limitations;
        REQUIRE(find(findings, "low_precision"));
        CHECK(find(findings, "low_precision")->basis.en.find("fp16 the slope rounds to 0 for x < −17.4") !=
              std::string::npos);
        CHECK(find(findings, "low_precision")->evidence == Evidence::proved);
        CHECK(find(findings, "low_precision")->basis.en.find("its limit") == std::string::npos);
        // Sigmoid is 1 from 8.32 on, long before its slope is lost.
        half.right = RoundedTail{RoundedTail::Kind::constant, 1, 8.3203125, true};
        const auto flat = examine(properties, "x", {}, std::vector{half}).limitations;
        CHECK(find(flat, "low_precision")->basis.en.find("rounds to its limit for x > 8.33.") != std::string::npos);
        CHECK(find(findings, "textbook_trouble") == nullptr);
        Properties dead = properties;
        dead.dead_intervals = {{-infinity, -17}};
        CHECK(find(examine(dead, "x", {}, std::vector{half}).limitations, "low_precision") == nullptr);
    }
    SECTION("the nearest trouble is told") {
        single.textbook.flushed.negative = InputRange{-88.73, -103.2};
        half.textbook.flushed = {907, InputRange{-11.1, -20.34}, InputRange{5.96e-8, 5.96e-8}};
        const auto findings = examine(properties, "x*sigmoid(x)", {}, std::vector{single, half}).limitations;
        const Finding* finding = find(findings, "textbook_trouble");
        REQUIRE(finding);
        CHECK(finding->title.en.find("fp16") != std::string::npos);
        CHECK(finding->severity == Severity::minor); // what is nearly 0 becomes 0
        // The formula that fails is not the one of the catalogue, and is shown.
        CHECK(finding->consequence.en.find("in fp16 as x/(1 + e⁻ˣ)") != std::string::npos);
        // The positive stretch lies among the subnormal numbers, so that 907 is no longer the count.
        CHECK(finding->basis.en == "This happens for x between −20.34 and −11.1.");
    }
    SECTION("counted where all are told") {
        half.textbook.undefined = {10, {}, InputRange{1, 2}};
        const auto findings = examine(properties, "x", {}, std::vector{half}).limitations;
        CHECK(find(findings, "textbook_trouble")->severity == Severity::moderate);
        CHECK(find(findings, "textbook_trouble")->basis.en ==
              "This happens for x between 1 and 2, to 10 numbers of the format.");
        CHECK(find(findings, "textbook_trouble")->consequence.en.find("NaN") != std::string::npos);
    }
    SECTION("tiny inputs only") {
        single.textbook.flushed.negative = InputRange{-1e-45, -3e-8};
        const auto findings = examine(properties, "x", {}, std::vector{single}).limitations;
        CHECK(find(findings, "textbook_trouble")->severity == Severity::minor);
        CHECK(find(findings, "textbook_trouble")->basis.en == "This happens for x between −3 × 10⁻⁸ and 0.");
    }
    SECTION("to the end of the format") {
        half.textbook.undefined = {25832, InputRange{-11.09375, -65504}, InputRange{11.09375, 65504}};
        const auto findings = examine(properties, "tanh(x)", {}, std::vector{half}).limitations;
        CHECK(find(findings, "textbook_trouble")->basis.en ==
              "This happens for |x| ≥ 11.09, to 25832 numbers of the format.");
    }
}

TEST_CASE("straight lines") {
    Properties properties = harmless();
    properties.convexity = {Convexity::affine, Evidence::exact};
    const auto findings = examine(properties).limitations;
    REQUIRE(find(findings, "linear"));
    CHECK(find(findings, "linear")->severity == Severity::severe);
    properties.slope_infimum = properties.slope_supremum = bound(0); // a constant
    CHECK(find(examine(properties).limitations, "linear") == nullptr);
}

TEST_CASE("findings as JSON") {
    Properties properties = harmless();
    properties.lipschitz = bound(1.5);
    properties.infimum = bound(-infinity);
    const Both both = examine(properties);
    const auto json = findings_json(both.limitations);
    REQUIRE(json.is_array());
    const auto& first = json.at(0);
    CHECK(first.at("kind") == "steep_slope");
    CHECK(first.at("severity") == "minor");
    CHECK(first.at("numbers").at("lipschitz") == 1.5);
    CHECK(first.at("evidence") == "proved");
    for (const char* part : {"title", "consequence", "remedy", "basis"}) {
        CHECK(!first.at(part).at("en").get<std::string>().empty());
        CHECK(!first.at(part).at("zh").get<std::string>().empty());
    }
    CHECK(json.at(1).at("kind") == "unbounded_growth");
    CHECK(json.at(1).at("numbers").at("infimum") == "-inf");
    const auto strengths = findings_json(both.strengths);
    CHECK(!strengths.at(0).contains("severity"));
    CHECK(!strengths.at(0).contains("remedy"));
}
