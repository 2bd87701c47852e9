#include "analysis/claims.hpp"
#include "base/diagnostic.hpp"
#include "base/infinity.hpp"
#include "catalogue/catalogue.hpp"
#include "formula/parser.hpp"
#include "support/catch.hpp"

#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

using namespace actlas;
using namespace actlas::analysis;

namespace {

Properties properties_of(const formula::Expr& bound) {
    return properties(bound);
}

catalogue::Activation activation(const std::string& formula, std::vector<catalogue::Parameter> parameters = {}) {
    catalogue::Activation result;
    result.id = "made_up";
    result.parameters = std::move(parameters);
    std::vector<std::string> names;
    for (const auto& parameter : result.parameters)
        names.push_back(parameter.name);
    result.expr = formula::parse(formula, names);
    return result;
}

std::vector<Claim> read(const std::string& checks, const std::string& more = "") {
    return read_claims({catalogue::TomlSource("claims.toml", R"(
[[source]]
id = "book"
text = "A book"
url = "https://example.org"

[[claim]]
activation = "made_up"
statement = { en = "It is so.", zh = "如此。" }
source = "book"
)" + more + "\nchecks = [" + checks + "]\n")});
}

/// What the study with the given properties says of one check.
CheckedClaim check(const std::string& checks, const Properties& properties, const std::string& formula = "x") {
    const auto subject = activation(formula);
    const auto claims = read(checks);
    const auto checked = check_claims(subject, subject.expr, properties, claims);
    REQUIRE(checked.size() == 1);
    return checked.front();
}

ClaimVerdict verdict(const std::string& checks, const Properties& properties, const std::string& formula = "x") {
    return check(checks, properties, formula).verdict;
}

Bound bound(double value, std::optional<bool> attained = {}, std::vector<double> at = {}) {
    Bound result;
    result.value = result.low = result.high = value;
    result.evidence = Evidence::proved;
    result.attained = attained;
    result.at = std::move(at);
    return result;
}

constexpr auto confirmed = ClaimVerdict::confirmed;
constexpr auto partly = ClaimVerdict::partly;
constexpr auto contradicted = ClaimVerdict::contradicted;
constexpr auto undecided = ClaimVerdict::undecided;

} // namespace

TEST_CASE("the shipped claims get the verdicts that mathematics gives") {
    // In the order of the files; derived by hand, or with mpmath where a number decides.
    const std::map<std::string, std::vector<ClaimVerdict>> expected{
        {"identity", {confirmed}},
        {"binary_step", {confirmed}},
        // 0.10 is undercut from |x| = 2.063 on only: sigma'(2) = 0.104993585. sigma'(4) = 0.0176627.
        {"sigmoid", {confirmed, confirmed, confirmed, confirmed, contradicted, confirmed, confirmed}},
        {"hard_sigmoid", {confirmed}},
        // tanh(0) = 0, and 2/(1 + 1) - 2 = -1.
        {"tanh", {confirmed, confirmed, confirmed, contradicted, confirmed, confirmed, confirmed, contradicted}},
        {"hard_tanh", {confirmed}},
        // f' = 1/(1 + |x|)^2 = (1 - |f|)^2.
        {"softsign", {confirmed, contradicted}},
        {"arctan", {confirmed}},
        {"sqnl", {contradicted}},                    // [-1, 1]
        {"relu", {confirmed, partly, contradicted}}, // f' = 0 for x < 0
        {"relu6", {confirmed}},
        {"leaky_relu", {confirmed, contradicted}},
        {"softplus", {confirmed, confirmed, confirmed}},
        {"sparse_plus", {confirmed, partly, confirmed}},
        // alpha exp(x) - 1 is ELU at alpha = 1 only. Slopes vanish below ln 0.01; sup f' = max(1, alpha).
        {"elu", {confirmed, partly, confirmed, partly, contradicted, contradicted}}, // C^1
        {"celu", {confirmed, confirmed}},
        {"selu", {confirmed, contradicted, confirmed}}, // f' = f + lambda alpha for x < 0
        // sup |f'| = 1.0998; the minimum is at -1.278.
        {"silu",
         {confirmed, confirmed, confirmed, confirmed, confirmed, confirmed, contradicted, confirmed, contradicted}},
        // expm1(alpha*x)/alpha + alpha > alpha - 1/alpha = -9.9.
        {"soft_exponential", {partly, contradicted}},
        {"hard_swish", {contradicted}}, // slopes 0 and -1/2 at -3, 3/2 and 1 at 3
        // The infimum -0.16997 is attained, and the slope is 0 there.
        {"gelu", {contradicted, confirmed, contradicted}},
        {"gelu_tanh", {confirmed, confirmed, confirmed}}, // largest gap 4.73236e-4 at -2.69894
        {"quick_gelu", {contradicted}},                   // largest gap 0.0203349 at ±2.2704
        // f' -> 0 to the left; infimum -0.308843, below -0.308, attained at -1.19243.
        {"mish", {contradicted, partly, confirmed, confirmed, contradicted, contradicted, confirmed, confirmed}},
        {"sinc", {confirmed, confirmed}},
        {"sine", {confirmed}},
        {"gaussian", {confirmed, confirmed}},
    };
    const auto catalogue = catalogue::Catalogue::builtin();
    std::size_t checked_claims = 0;
    for (const auto& [id, verdicts] : expected) {
        const catalogue::Activation* entry = catalogue.find(id);
        REQUIRE(entry != nullptr);
        const formula::Expr bound = formula::bind(entry->expr, entry->bindings());
        const auto checked = check_claims(*entry, bound, properties_of(bound), builtin_claims(), properties_of);
        INFO(id);
        REQUIRE(checked.size() == verdicts.size());
        checked_claims += checked.size();
        for (std::size_t i = 0; i < checked.size(); ++i) {
            INFO(checked[i].claim.statement.en << " -> " << checked[i].finding.en);
            CHECK(std::string(word(checked[i].verdict)) == std::string(word(verdicts[i])));
            CHECK(!checked[i].finding.en.empty());
            CHECK(!checked[i].finding.zh.empty());
            CHECK(checked[i].finding.en.find('{') == std::string::npos);
            CHECK(checked[i].finding.zh.find('{') == std::string::npos);
        }
    }
    // Every claim is about an entry of the table above, and about the values that its parameters have by default.
    CHECK(checked_claims == builtin_claims().size());
    CHECK(builtin_claims().size() >= 40);
}

TEST_CASE("numbers that decide the best-known errors") {
    const auto catalogue = catalogue::Catalogue::builtin();
    const auto measured = [&](const char* id, std::size_t i) {
        const catalogue::Activation& entry = *catalogue.find(id);
        const formula::Expr bound = formula::bind(entry.expr, entry.bindings());
        return check_claims(entry, bound, properties_of(bound), builtin_claims()).at(i);
    };
    CHECK(measured("gelu_tanh", 0).measured.value() == Approx(4.7323552068728488e-4).epsilon(1e-9)); // mpmath
    CHECK(measured("gelu_tanh", 2).evidence == Evidence::proved);
    CHECK(measured("quick_gelu", 0).measured.value() == Approx(0.0203348722092391).epsilon(1e-9)); // mpmath
    CHECK(measured("gelu", 2).measured.value() == Approx(-0.75179152469356449).epsilon(1e-12));
    CHECK(measured("softsign", 1).measured.value() == 0.25); // f'(1)
    CHECK(measured("softsign", 1).evidence == Evidence::proved);
    CHECK(measured("softsign", 1).finding.en.find("gives 0.75, the true value is 0.25") != std::string::npos);
    CHECK(measured("mish", 0).measured.value() == Approx(-6.2639687857).epsilon(1e-6));
    CHECK(measured("gelu", 0).measured.value() == Approx(-0.16997120747990369));
}

TEST_CASE("ranges and bounds") {
    Properties properties;
    properties.infimum = bound(-0.17, true, {-0.75});
    properties.supremum = bound(infinity, false);
    CHECK(verdict("{ kind = 'range', low = -0.17, low_closed = true }", properties) == confirmed);
    CHECK(verdict("{ kind = 'range', low = -0.17, low_closed = false }", properties) == contradicted);
    CHECK(verdict("{ kind = 'range', low = -0.17 }", properties) == confirmed);
    CHECK(verdict("{ kind = 'range', low = -0.17, high = 5 }", properties) == contradicted);
    CHECK(verdict("{ kind = 'range' }", properties) == contradicted);
    CHECK(verdict("{ kind = 'range', low = -0.18, tolerance = 0.01 }", properties) == confirmed);
    CHECK(verdict("{ kind = 'range', low = -0.18, tolerance = 0.005 }", properties) == contradicted);
    CHECK(verdict("{ kind = 'minimum', value = -0.2, tolerance = 0.05, at = -0.8, at_tolerance = 0.05 }", properties) ==
          confirmed);
    CHECK(verdict("{ kind = 'minimum', value = -0.17, at = 0.75 }", properties) == contradicted);
    CHECK(verdict("{ kind = 'bounded_below' }", properties) == confirmed);
    CHECK(verdict("{ kind = 'bounded_below', value = -0.18 }", properties) == confirmed);
    CHECK(verdict("{ kind = 'bounded_below', value = -0.16 }", properties) == partly);
    CHECK(verdict("{ kind = 'bounded_above' }", properties) == contradicted);
    CHECK(verdict("{ kind = 'bounded_above', expected = false }", properties) == confirmed);
    CHECK(verdict("{ kind = 'positive' }", properties) == contradicted);
    properties.infimum.attained.reset();
    CHECK(verdict("{ kind = 'range', low = -0.17, low_closed = false }", properties) == undecided);
    CHECK(verdict("{ kind = 'minimum', value = -0.17 }", properties) == undecided);
    properties.infimum = bound(0, true);
    CHECK(verdict("{ kind = 'positive' }", properties) == partly);
    properties.infimum = bound(0, false);
    CHECK(verdict("{ kind = 'positive' }", properties) == confirmed);
    // An enclosure that holds the rounded number and others decides nothing.
    properties.infimum.low = -0.3;
    properties.infimum.high = -0.1;
    properties.infimum.value = -0.2;
    CHECK(verdict("{ kind = 'range', low = -0.17 }", properties) == undecided);
    CHECK(verdict("{ kind = 'range', low = -0.5 }", properties) == contradicted);
    properties.slope_infimum = bound(-0.1);
    properties.slope_supremum = bound(1.1, true, {2.4});
    properties.lipschitz = bound(1.1);
    CHECK(verdict("{ kind = 'slope_maximum', value = 1.1, at = 2.4 }", properties) == confirmed);
    CHECK(verdict("{ kind = 'slope_minimum', value = -0.2 }", properties) == contradicted);
    CHECK(verdict("{ kind = 'lipschitz', value = 1 }", properties) == contradicted);
    CHECK(verdict("{ kind = 'bounded_slope', expected = false }", properties) == contradicted);
    properties.slope_supremum = bound(infinity);
    CHECK(verdict("{ kind = 'bounded_slope' }", properties) == contradicted);
}

TEST_CASE("shape") {
    Properties properties;
    const auto all_undecided = {"{ kind = 'monotone' }",
                                "{ kind = 'convexity', word = 'convex' }",
                                "{ kind = 'parity', word = 'odd' }",
                                "{ kind = 'continuity', order = 1 }",
                                "{ kind = 'smooth' }",
                                "{ kind = 'kinks', order = 1, points = [0] }",
                                "{ kind = 'range' }",
                                "{ kind = 'bounded_slope' }",
                                "{ kind = 'nonzero_slope' }",
                                "{ kind = 'no_vanishing_gradient' }"};
    for (const char* each : all_undecided) {
        INFO(each);
        CHECK(verdict(each, properties) == undecided);
    }
    properties.monotonicity = {Monotonicity::nondecreasing, Evidence::proved};
    CHECK(verdict("{ kind = 'monotone' }", properties) == confirmed);
    CHECK(verdict("{ kind = 'monotone', word = 'increasing' }", properties) == confirmed);
    CHECK(verdict("{ kind = 'monotone', word = 'strictly_increasing' }", properties) == contradicted);
    CHECK(verdict("{ kind = 'monotone', word = 'decreasing' }", properties) == contradicted);
    properties.convexity = {Convexity::convex, Evidence::proved};
    CHECK(verdict("{ kind = 'convexity', word = 'concave' }", properties) == contradicted);
    properties.parity = {Parity::even, Evidence::exact};
    CHECK(verdict("{ kind = 'parity', word = 'odd' }", properties) == contradicted);
    properties.continuity = {{1, false}, Evidence::exact};
    CHECK(verdict("{ kind = 'continuity', order = 1 }", properties) == confirmed);
    CHECK(verdict("{ kind = 'continuity', order = 0 }", properties) == contradicted);
    CHECK(verdict("{ kind = 'continuous_to', order = 0 }", properties) == confirmed);
    CHECK(verdict("{ kind = 'continuous_to', order = 2 }", properties) == contradicted);
    CHECK(verdict("{ kind = 'smooth' }", properties) == partly);
    CHECK(verdict("{ kind = 'smooth', word = 'infinitely' }", properties) == contradicted);
    CHECK(check("{ kind = 'smooth' }", properties).finding.en == "f is C¹ and not C².");
    properties.kinks = {{-3, 1, 0, -0.5, Evidence::exact}, {3, 1, 1.5, 1, Evidence::exact}};
    CHECK(verdict("{ kind = 'kinks', order = 1, points = [-3, 3] }", properties) == confirmed);
    CHECK(verdict("{ kind = 'kinks', order = 2, points = [-3, 3] }", properties) == contradicted);
    CHECK(verdict("{ kind = 'kinks', order = 1, points = [3] }", properties) == contradicted);
    properties.saturation = {{0.01, -6.3, std::numeric_limits<double>::quiet_NaN(), Evidence::proved}};
    CHECK(verdict("{ kind = 'no_vanishing_gradient' }", properties) == contradicted);
    CHECK(verdict("{ kind = 'no_vanishing_gradient', word = 'right' }", properties) == confirmed);
    properties.left = {Asymptote::Kind::horizontal, 0, -1, Evidence::exact};
    properties.right = {Asymptote::Kind::none, 0, 0, Evidence::proved};
    CHECK(verdict("{ kind = 'asymptote', word = 'left', value = 0, at = -1 }", properties) == confirmed);
    CHECK(verdict("{ kind = 'asymptote', word = 'left', value = 0, at = 0 }", properties) == contradicted);
    CHECK(verdict("{ kind = 'asymptote', word = 'right', value = 0, at = 0 }", properties) == contradicted);
    properties.slope_infimum = bound(0);
    properties.dead_intervals = {{-infinity, -1}};
    CHECK(verdict("{ kind = 'dead', high = -1 }", properties) == confirmed);
    CHECK(verdict("{ kind = 'dead', high = 0 }", properties) == contradicted);
    CHECK(verdict("{ kind = 'nonzero_slope' }", properties) == contradicted);
    properties.dead_intervals.clear();
    properties.slope_infimum = bound(0, false); // as for sigmoid: approached only
    properties.slope_supremum = bound(1, true);
    CHECK(verdict("{ kind = 'nonzero_slope' }", properties) == confirmed);
    properties.slope_infimum = bound(0, true, {0}); // as for x^3
    CHECK(check("{ kind = 'nonzero_slope' }", properties).finding.en == "f′(0) = 0.");
    properties.slope_infimum = bound(-1, true);
    properties.extrema = {{-0.75, -0.17, true, Evidence::proved}};
    CHECK(verdict("{ kind = 'nonzero_slope' }", properties) == contradicted);
    properties.kinks = {{-0.75, 1, -1, 1, Evidence::exact}}; // |x + 0.75|: no slope there
    CHECK(verdict("{ kind = 'nonzero_slope' }", properties) == undecided);
    properties.gaussian.mean = {0.2, 1e-12};
    properties.gaussian.variance = {0.3, 1e-12};
    CHECK(verdict("{ kind = 'zero_centred' }", properties) == contradicted);
    CHECK(verdict("{ kind = 'self_normalising' }", properties) == contradicted);
    properties.gaussian.mean = {0, 1e-16};
    properties.gaussian.variance = {1, 1e-16};
    CHECK(verdict("{ kind = 'zero_centred' }", properties) == confirmed);
    CHECK(verdict("{ kind = 'self_normalising' }", properties) == confirmed);
}

TEST_CASE("formulas") {
    const Properties none;
    CHECK(verdict("{ kind = 'derivative', formula = '1 - f^2' }", none, "tanh(x)") == confirmed);
    CHECK(verdict("{ kind = 'derivative', formula = '1 - f^2' }", none, "x/(1 + abs(x))") == contradicted);
    CHECK(verdict("{ kind = 'equals', formula = 'sin(x)/cos(x)*cos(x)' }", none, "sin(x)") == confirmed);
    CHECK(verdict("{ kind = 'equals', formula = 'sin(x) + 1e-6' }", none, "sin(x)") == contradicted);
    CHECK(verdict("{ kind = 'equals', formula = 'x', low = 0 }", none, "abs(x)") == confirmed);
    CHECK(verdict("{ kind = 'equals', formula = 'x' }", none, "abs(x)") == contradicted);
    CHECK(verdict("{ kind = 'max_error', formula = 'x', low = 0, high = 1, value = 0.16 }", none, "sin(x)") ==
          confirmed); // 1 - sin 1 = 0.158529
    CHECK(verdict("{ kind = 'max_error', formula = 'x', low = 0, high = 1, value = 0.158 }", none, "sin(x)") ==
          contradicted);
    CHECK(verdict("{ kind = 'max_error', formula = 'x', low = 0, high = 1, value = 0.17, tolerance = 0.005, word = "
                  "'equal' }",
                  none, "sin(x)") == contradicted);
    CHECK(check("{ kind = 'max_error', formula = 'x', low = 0, high = 1, value = 0.16 }", none, "sin(x)").evidence ==
          Evidence::proved);
    CHECK(verdict("{ kind = 'value', at = 1, value = 0.84, tolerance = 0.005 }", none, "sin(x)") == confirmed);
    CHECK(verdict("{ kind = 'value', at = 1, value = 0.85, tolerance = 0.005 }", none, "sin(x)") == contradicted);
    CHECK(verdict("{ kind = 'slope_value', at = 0, value = 1 }", none, "sin(x)") == confirmed);
    CHECK(verdict("{ kind = 'slope_below', at = 3, value = 0.01 }", none, "tanh(x)") == confirmed);
    CHECK(verdict("{ kind = 'slope_below', at = 2.9, value = 0.01 }", none, "tanh(x)") == contradicted);
}

TEST_CASE("several checks, parameters") {
    Properties properties;
    properties.infimum = bound(0, true);
    properties.supremum = bound(infinity, false);
    properties.parity = {Parity::even, Evidence::exact};
    CHECK(verdict("{ kind = 'bounded_below' }, { kind = 'parity', word = 'odd' }", properties) == partly);
    CHECK(verdict("{ kind = 'bounded_below' }, { kind = 'smooth' }", properties) == undecided);
    CHECK(verdict("{ kind = 'bounded_above' }, { kind = 'parity', word = 'odd' }", properties) == contradicted);

    const catalogue::Parameter slope{"a", 1, 0.5, 2.0, {}};
    const auto line = activation("a*x", {slope});
    const formula::Expr bound_line = formula::bind(line.expr, line.bindings());
    const auto over = read("{ kind = 'equals', formula = 'x', over = 'a' }");
    const auto checked = check_claims(line, bound_line, properties, over);
    CHECK(checked.at(0).verdict == partly);
    CHECK(checked.at(0).finding.en == "It holds for a = 1 but not for a = 0.5, 2.");
    // What needs the study of other values is undecided without it.
    const auto smooth = read("{ kind = 'smooth', over = 'a' }");
    CHECK(check_claims(line, bound_line, properties, smooth).at(0).verdict == undecided);
    const auto given = [](const formula::Expr&) {
        Properties found;
        found.continuity = {{0, true}, Evidence::exact};
        return found;
    };
    CHECK(check_claims(line, bound_line, properties, smooth, given).at(0).verdict == confirmed);
    // A claim about other values is none about this function.
    CHECK(check_claims(line, bound_line, properties, read("{ kind = 'positive' }", "parameters = { a = 2 }")).empty());
    CHECK(check_claims(line, bound_line, properties, read("{ kind = 'positive' }", "parameters = { a = 1 }")).size() ==
          1);
    auto own = line;
    own.user_defined = true;
    CHECK(check_claims(own, bound_line, properties, over).empty());
}

TEST_CASE("claim files that are wrong") {
    const auto messages = [](const std::string& checks, const std::string& more = "") {
        std::string all;
        try {
            read(checks, more);
        } catch (const InputError& error) {
            for (const Diagnostic& diagnostic : error.diagnostics())
                all += diagnostic.message + "\n";
        }
        return all;
    };
    CHECK(messages("{ kind = 'range' }").empty());
    CHECK(!messages("{ kind = 'no_such_kind' }").empty());
    CHECK(messages("{ kind = 'minimum' }").find("needs \"value\"") != std::string::npos);
    CHECK(!messages("{ kind = 'range', lo = 1 }").empty());
    CHECK(!messages("{ kind = 'range', points = 1 }").empty());
    CHECK(!messages("{ kind = 'range' }", "verdict = 'wrong'").empty());
    CHECK_THROWS_AS(read_claims({catalogue::TomlSource("a.toml", "[[claim]]\nactivation = 'x'\nsource = 'none'\n"
                                                                 "statement = { en = 'a', zh = 'b' }\nchecks = []\n")}),
                    InputError);
    CHECK_THROWS_AS(read_claims({catalogue::TomlSource("a.toml", "[[claim]")}), InputError);
}

TEST_CASE("claims as JSON") {
    Properties properties;
    properties.infimum = bound(0, true);
    properties.supremum = bound(infinity, false);
    const auto json = claims_json(std::vector{check("{ kind = 'bounded_above' }", properties)});
    REQUIRE(json.size() == 1);
    CHECK(json[0].at("statement").at("zh") == "如此。");
    CHECK(json[0].at("source").at("text") == "A book");
    CHECK(json[0].at("source").at("url") == "https://example.org");
    CHECK(json[0].at("verdict") == "contradicted");
    CHECK(json[0].at("evidence") == "proved");
    CHECK(json[0].at("measured") == "inf");
    CHECK(json[0].at("finding").at("en") == "Not bounded above.");
}
