// What studies claim of activations of vectors, against random inputs, and against what textbooks say.

#include "analysis/vector_study.hpp"
#include "catalogue/vector_catalogue.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <random>

using namespace actlas;
using analysis::Evidence;
using analysis::VectorStudy;

namespace {

const std::vector<VectorStudy>& all_studies() {
    static const std::vector<VectorStudy> studies = [] {
        std::vector<VectorStudy> made;
        const auto catalogue = catalogue::VectorCatalogue::builtin();
        for (const auto& activation : catalogue.activations())
            made.push_back(analysis::study_vector(activation));
        return made;
    }();
    return studies;
}

const VectorStudy& vector_study_of(const std::string& id) {
    for (const VectorStudy& study : all_studies())
        if (study.activation.about.id == id) return study;
    throw std::logic_error("no activation of vectors " + id);
}

VectorStudy study_of_formula(const std::string& text) {
    catalogue::VectorActivation activation;
    activation.about.id = activation.about.name = "own";
    activation.about.source = text;
    activation.formula = formula::VectorFormula::parse(text);
    activation.about.expr = activation.formula.expr();
    return analysis::study_vector(activation);
}

std::vector<double> mapped(std::vector<double> x, double factor, double shift) {
    for (double& component : x)
        component = factor * component + shift;
    return x;
}

double distance(const std::vector<double>& x, const std::vector<double>& z) {
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
        sum += (x[i] - z[i]) * (x[i] - z[i]);
    return std::sqrt(sum);
}

} // namespace

TEST_CASE("what a study says of an activation of vectors holds at random inputs") {
    constexpr unsigned seed = 4711;
    INFO("seed " << seed);
    std::mt19937_64 engine(seed);
    const auto draw = [&](double size) { return size * (static_cast<double>(engine() >> 11U) * 0x1p-52 - 1); };
    for (const VectorStudy& study : all_studies()) {
        INFO(study.activation.about.id);
        for (int k = 0; k < 60; ++k) {
            const double size = k % 3 == 0 ? 0.5 : k % 3 == 1 ? 3 : 15;
            std::vector<double> x(study.inputs);
            for (double& component : x)
                component = draw(size);
            const std::vector<double> y = study.evaluate(x);
            double largest = 0;
            double sum = 0;
            for (const double value : y) {
                largest = std::max(largest, std::fabs(value));
                sum += value;
            }
            const double tiny = 1e-9 * (1 + largest);
            const auto expect = [&](const std::vector<double>& z, double factor, double shift) {
                const std::vector<double> moved = study.evaluate(z);
                for (std::size_t i = 0; i < y.size(); ++i)
                    CHECK(std::fabs(moved[i] - (factor * y[i] + shift)) <=
                          10 * tiny * std::max(1.0, std::fabs(factor)));
            };
            if (study.shift.decided() && study.shift.value == VectorStudy::Shift::invariant)
                expect(mapped(x, 1, 0.75), 1, 0);
            if (study.shift.decided() && study.shift.value == VectorStudy::Shift::equivariant)
                expect(mapped(x, 1, 0.75), 1, 0.75);
            if (study.degree.decided() && study.degree.value)
                expect(mapped(x, 2.5, 0), std::pow(2.5, *study.degree.value), 0);
            if (study.parity.decided() && study.parity.value != VectorStudy::Parity::neither)
                expect(mapped(x, -1, 0), study.parity.value == VectorStudy::Parity::even ? 1 : -1, 0);
            if (study.unit_sum.decided() && study.unit_sum.value) CHECK(sum == Approx(1).epsilon(1e-12));
            for (const double value : y) {
                CHECK(value >= study.range.infimum.value - tiny);
                CHECK(value <= study.range.supremum.value + tiny);
                if (study.nonnegative.decided() && study.nonnegative.value) CHECK(value >= 0);
                if (study.exact_zeros.decided() && !study.exact_zeros.value) CHECK(value != 0);
            }
            const formula::Jacobian j = study.evaluate.jacobian(x);
            CHECK(static_cast<double>(analysis::numerical_rank(j)) <= study.rank.value);
            if (study.row_sums.decided()) {
                for (std::size_t i = 0; i < j.rows; ++i) {
                    double row = 0;
                    for (std::size_t c = 0; c < j.columns; ++c)
                        row += j(i, c);
                    CHECK(row == Approx(study.row_sums.value).margin(1e-9 * (1 + largest)));
                }
            }
            // A short step crosses few kinks: the change is at most the Lipschitz estimate times the step.
            if (study.lipschitz.decided() && std::isfinite(study.lipschitz.value) && !study.jumps.value) {
                std::vector<double> z = x;
                for (double& component : z)
                    component += draw(0.05);
                CHECK(distance(study.evaluate(z), y) <= 1.02 * study.lipschitz.value * distance(x, z) + 1e-12);
            }
        }
    }
}

TEST_CASE("Jacobians of activations of vectors are slopes: central differences agree") {
    constexpr unsigned seed = 99;
    INFO("seed " << seed);
    std::mt19937_64 engine(seed);
    for (const VectorStudy& study : all_studies()) {
        INFO(study.activation.about.id);
        std::vector<double> x(study.inputs);
        for (double& component : x)
            component = 2 * (static_cast<double>(engine() >> 11U) * 0x1p-52 - 1);
        const formula::Jacobian j = study.evaluate.jacobian(x);
        for (std::size_t k = 0; k < x.size(); ++k) {
            constexpr double step = 1e-6;
            std::vector<double> up = x;
            std::vector<double> down = x;
            up[k] += step;
            down[k] -= step;
            const std::vector<double> above = study.evaluate(up);
            const std::vector<double> below = study.evaluate(down);
            for (std::size_t i = 0; i < above.size(); ++i)
                CHECK(j(i, k) == Approx((above[i] - below[i]) / (2 * step)).margin(1e-7).epsilon(1e-6));
        }
    }
}

TEST_CASE("studies of vectors find what textbooks say") {
    const VectorStudy& softmax = vector_study_of("softmax");
    CHECK(softmax.shift.value == VectorStudy::Shift::invariant);
    CHECK(softmax.shift.evidence == Evidence::exact);
    CHECK(softmax.unit_sum.evidence == Evidence::exact);
    CHECK(softmax.rank.value == 3);
    CHECK(softmax.symmetric.value);
    CHECK(softmax.symmetric.evidence == Evidence::exact);
    CHECK(softmax.lipschitz.value == Approx(0.5).epsilon(0.01)); // Gao and Pavel 2017: 1/2 in the Euclidean norm
    CHECK(softmax.order.value == VectorStudy::Order::equivariant);
    CHECK_FALSE(softmax.exact_zeros.value);

    CHECK(vector_study_of("logsumexp").shift.value == VectorStudy::Shift::equivariant);
    CHECK(vector_study_of("logsumexp").row_sums.value == 1);
    CHECK(vector_study_of("sparsemax").exact_zeros.value);
    CHECK(vector_study_of("sparsemax").lipschitz.value == Approx(1).epsilon(1e-6)); // a projection
    CHECK(vector_study_of("sparsemax").shift.value == VectorStudy::Shift::invariant);
    CHECK(*vector_study_of("bilinear").degree.value == 2);
    CHECK(vector_study_of("bilinear").parity.value == VectorStudy::Parity::even);
    CHECK(std::isinf(vector_study_of("bilinear").lipschitz.value));
    CHECK(vector_study_of("glu").shift.value == VectorStudy::Shift::neither);
    CHECK(vector_study_of("glu").shift.evidence == Evidence::proved);
    CHECK(vector_study_of("gtu").range.supremum.value == 1);
    CHECK(vector_study_of("groupsort").lipschitz.value == Approx(1).epsilon(1e-9));
    CHECK(vector_study_of("groupsort").order.value == VectorStudy::Order::ordered);
    CHECK(*vector_study_of("l2_normalize").degree.value == 0);
    CHECK(vector_study_of("hardmax").rank.value == 0);
    CHECK(vector_study_of("crelu").rank.value == 4);
    CHECK(vector_study_of("kwta").jumps.value);
    CHECK_FALSE(vector_study_of("softmax").jumps.value);
}

TEST_CASE("the textbook's softmax overflows in low precision where its exponential does, the stable one never") {
    std::map<std::string, double> written;
    for (const analysis::Breakdown& each : vector_study_of("softmax").breakdowns) {
        CHECK_FALSE(each.stable);
        if (each.inputs == analysis::Breakdown::Inputs::one)
            written[std::string(each.format->id)] = each.written.value();
    }
    // The logarithms of what rounds to infinity: 2^128, 65520.
    CHECK(written.at("float32") == Approx(88.72284).epsilon(1e-6));
    CHECK(written.at("float16") == Approx(11.09).epsilon(1e-3));
}

TEST_CASE("a vector formula of the user's is studied like the catalogue's") {
    const VectorStudy study = study_of_formula("relu(a)*tanh(b)");
    CHECK(study.order.value == VectorStudy::Order::in_pairs);
    CHECK(study.shift.value == VectorStudy::Shift::neither);
    CHECK(study.exact_zeros.value);
    CHECK(!study.limitations.empty());
    const auto json = analysis::vector_study_json(study);
    CHECK(json["schema"] == "actlas.vector_study/1");
    CHECK(json["properties"]["shape"]["value"] == "2m -> m");
    CHECK(json["jacobian"]["equations"].size() == 2);
}

TEST_CASE("only where no small change of the input is lost does a study say so") {
    const auto keeps = [](const std::string& id) {
        const auto& strengths = vector_study_of(id).strengths;
        return std::any_of(strengths.begin(), strengths.end(),
                           [](const analysis::Finding& each) { return each.kind == "keeps_directions"; });
    };
    for (const char* const id : {"crelu", "ncrelu", "concatenated_elu", "groupsort", "squash"}) {
        INFO(id);
        CHECK(keeps(id));
    }
    // The dead disc of modReLU, the level that softmax does not see, the losers of a competition.
    for (const char* const id : {"modrelu", "softmax", "sparsemax", "kwta", "maxout", "l2_normalize"}) {
        INFO(id);
        CHECK_FALSE(keeps(id));
    }
}

TEST_CASE("a slope that dies out or grows without end is given as its limit") {
    const auto slope = [](const std::string& id, const std::string& input, int side) {
        for (const analysis::FarInput& far : vector_study_of(id).far)
            if (far.input == input && far.side == side) return far.slope;
        throw std::logic_error("no such input");
    };
    CHECK(slope("modrelu", "b1", 1) == 0); // beta a b/|a + ib|^3
    CHECK(slope("squash", "x1", 1) == 0);  // 2x/(1 + x^2)^2
    CHECK(slope("glu", "a1", 1) == Approx(1 / (1 + std::exp(-1.0))));
    CHECK(slope("crelu", "x1", 1) == 1);
    // Of a product with itself it is 2 x1.
    for (const analysis::FarInput& far : study_of_formula("x*sum(x)").far)
        CHECK(far.slope == far.side * std::numeric_limits<double>::infinity());
}
