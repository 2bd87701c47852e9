#include "base/number.hpp"
#include "report/facts.hpp"

namespace actlas::report {
namespace {

using nlohmann::ordered_json;

/// A neuron with two inputs.
struct Neuron {
    double w1 = 0, w2 = 0, bias = 0;
    double sum(double x1, double x2) const { return w1 * x1 + w2 * x2 + bias; }
};

constexpr double x1 = 0.5, x2 = 2;
constexpr Neuron first{2, -0.5, 0.3};
constexpr Neuron second{-3, -0.25, 0.2};
constexpr Neuron last{1.5, -2, 0.1};

struct Pass {
    double a1 = 0, a2 = 0, z3 = 0, a3 = 0;
};

Pass forward(const formula::Evaluator& f) {
    Pass pass;
    pass.a1 = f(first.sum(x1, x2));
    pass.a2 = f(second.sum(x1, x2));
    pass.z3 = last.sum(pass.a1, pass.a2);
    pass.a3 = f(pass.z3);
    return pass;
}

std::string exact(double value) {
    return significant_for_people(value, 6);
}
std::string rounded(double value) {
    return fixed_for_people(value, 3);
}

ordered_json describe(const Neuron& neuron, const std::string& z, double a) {
    return {{"w1", exact(neuron.w1)}, {"w2", exact(neuron.w2)}, {"b", exact(neuron.bias)}, {"z", z}, {"a", rounded(a)}};
}

} // namespace

ordered_json neuron_facts(const Seeds& seeds) {
    const Pass sigmoid = forward(seeds.sigmoid.f);
    ordered_json facts{{"x1", exact(x1)}, {"x2", exact(x2)}};
    facts["first"] = describe(first, exact(first.sum(x1, x2)), sigmoid.a1);
    facts["second"] = describe(second, exact(second.sum(x1, x2)), sigmoid.a2);
    facts["last"] = describe(last, rounded(sigmoid.z3), sigmoid.a3);
    facts["percent"] = fixed_for_people(100 * sigmoid.a3, 0);
    for (const auto* study : seeds.all()) {
        const Pass pass = forward(study->f);
        facts["rows"].push_back({{"name", study->activation.name},
                                 {"a1", rounded(pass.a1)},
                                 {"a2", rounded(pass.a2)},
                                 {"z3", rounded(pass.z3)},
                                 {"a3", rounded(pass.a3)}});
    }
    return facts;
}

figure::NetworkShown neuron_diagram(const analysis::Study& study) {
    const Pass pass = forward(study.f);
    const auto shown = [](const Neuron& neuron, double sum, double output) {
        return figure::NeuronShown{{exact(neuron.w1), exact(neuron.w2)}, exact(neuron.bias), sum, output};
    };
    return {{x1, x2},
            {shown(first, first.sum(x1, x2), pass.a1), shown(second, second.sum(x1, x2), pass.a2)},
            shown(last, pass.z3, pass.a3)};
}

} // namespace actlas::report
