// What is said of the best-known functions, as an expert would rank it.

#include "analysis/study.hpp"
#include "catalogue/catalogue.hpp"
#include "support/builtin.hpp"
#include "support/catch.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

using namespace actlas;
using namespace actlas::analysis;
using actlas::test::builtin;

namespace {

/// Made when it is first asked for: studies of all would take long.
const Study& study_of(const std::string& id) {
    static std::map<std::string, Study> made;
    const auto known = made.find(id);
    if (known != made.end()) return known->second;
    const auto* activation = builtin().find(id);
    REQUIRE(activation != nullptr);
    return made.emplace(id, study(*activation)).first->second;
}

/// "severe vanishing_gradient" and the like, in order.
std::vector<std::string> ranked(const std::string& id, std::size_t first) {
    std::vector<std::string> result;
    for (const Finding& finding : study_of(id).limitations)
        if (result.size() < first) result.push_back(std::string(word(finding.severity.value())) + " " + finding.kind);
    return result;
}

std::set<std::string> strong(const std::string& id) {
    std::set<std::string> result;
    for (const Finding& finding : study_of(id).strengths)
        result.insert(finding.kind);
    return result;
}

using Ranks = std::vector<std::string>;

} // namespace

TEST_CASE("limitations of well-known functions are ranked as an expert would") {
    CHECK(ranked("sigmoid", 3) ==
          Ranks{"severe vanishing_gradient", "severe small_slope", "moderate not_zero_centred"});
    CHECK(ranked("tanh", 1) == Ranks{"severe vanishing_gradient"});
    CHECK(ranked("relu", 3) == Ranks{"moderate dead_interval", "moderate not_zero_centred", "minor unbounded_growth"});
    CHECK(ranked("leaky_relu", 4) ==
          Ranks{"minor not_zero_centred", "minor unbounded_growth", "minor kink", "minor parameter"});
    CHECK(ranked("elu", 2) == Ranks{"minor vanishing_gradient", "minor not_zero_centred"});
    CHECK(ranked("selu", 2) == Ranks{"minor vanishing_gradient", "minor steep_slope"});
    CHECK(ranked("hard_sigmoid", 3) ==
          Ranks{"severe small_slope", "moderate dead_interval", "moderate not_zero_centred"});
    CHECK(ranked("identity", 2) == Ranks{"severe linear", "minor unbounded_growth"});
    for (const char* id : {"binary_step", "bipolar_step", "sign"}) {
        INFO(id);
        CHECK(ranked(id, 2)[0] == "severe zero_gradient");
    }
    for (const char* id : {"gelu", "silu", "mish"}) {
        INFO(id);
        // Nothing is wrong with them that keeps anybody from training large networks.
        for (const Finding& finding : study_of(id).limitations)
            CHECK((finding.severity == Severity::minor || finding.kind == "textbook_trouble"));
    }
    CHECK(ranked("sine", 1) == Ranks{"minor non_monotone"});
    CHECK(ranked("exponential", 1) == Ranks{"severe unbounded_growth"});
    CHECK(strong("tanh") == std::set<std::string>{"bounded", "identity_like", "monotone", "no_dead_interval",
                                                  "one_lipschitz", "smooth", "zero_centred"});
    CHECK(strong("selu").count("self_normalising") == 1);
    CHECK(strong("relu") == std::set<std::string>{"cheap", "monotone", "one_lipschitz"});
    CHECK(strong("leaky_relu").count("lasting_gradient") == 1);
}

TEST_CASE("some function of the catalogue shows every kind of limitation and strength") {
    std::set<std::string> limitations;
    std::set<std::string> strengths;
    for (const catalogue::Activation& activation : builtin().activations()) {
        INFO(activation.id);
        const Study study = analysis::study(activation);
        for (const Finding& finding : study.limitations) {
            limitations.insert(finding.kind);
            CHECK_FALSE(finding.remedy.zh.empty());
        }
        for (const Finding& finding : study.strengths)
            strengths.insert(finding.kind);
        for (const auto* findings : {&study.limitations, &study.strengths}) {
            for (const Finding& finding : *findings) {
                CHECK(finding.basis.en.find('{') == std::string::npos);
                CHECK(finding.basis.zh.find('{') == std::string::npos);
                CHECK(finding.basis.en.back() == '.');
                CHECK(finding.basis.zh.ends_with("。"));
            }
        }
    }
    CHECK(limitations == std::set<std::string>{"cost", "dead_interval", "jump", "kink", "linear", "low_precision",
                                               "non_monotone", "not_self_normalising", "not_zero_centred", "parameter",
                                               "small_slope", "steep_slope", "textbook_trouble", "unbounded_growth",
                                               "vanishing_gradient", "zero_gradient"});
    CHECK(strengths == std::set<std::string>{"bounded", "cheap", "identity_like", "lasting_gradient", "monotone",
                                             "no_dead_interval", "one_lipschitz", "self_normalising", "smooth",
                                             "zero_centred"});
}

TEST_CASE("what tables often get wrong") {
    // ISRLU's third derivative is the first to jump: 3(4x^2 - 1)/(1 + x^2)^(7/2) is -3 at 0.
    const Properties& isrlu = study_of("isrlu").properties;
    CHECK(isrlu.continuity.value.order == 2);
    CHECK_FALSE(isrlu.continuity.value.infinite);
    CHECK(isrlu.continuity.evidence <= Evidence::exact);
    // SELU has a second fixed point (mpmath).
    const Properties& selu = study_of("selu").properties;
    REQUIRE(selu.fixed_points.points.size() == 2);
    CHECK(selu.fixed_points.points[0] == Approx(-1.258817164063823097168).epsilon(1e-14));
    CHECK(selu.fixed_points.points[1] == 0);
    // SiLU's minimum (mpmath).
    const Properties& silu = study_of("silu").properties;
    CHECK(silu.infimum.value == Approx(-0.278464542761073795).epsilon(1e-15));
    CHECK(silu.infimum.evidence == Evidence::proved);
}
