#include "base/number.hpp"
#include "report/facts.hpp"

namespace actlas::report {

nlohmann::ordered_json background_facts(const Seeds& seeds) {
    constexpr double w1 = 2, b1 = 1, w2 = -3, b2 = 4;
    constexpr double step = 0.5, first = -2;
    constexpr int rows = 7;
    const auto hidden = [](double x) { return w1 * x + b1; };
    const auto linear = [&](double x) { return w2 * hidden(x) + b2; };
    const auto bent = [&](double x) { return w2 * seeds.relu.f(hidden(x)) + b2; };
    const auto text = [](double value) { return significant_for_people(value, 6); };

    nlohmann::ordered_json facts{{"w1", text(w1)},         {"b1", text(b1)},
                                 {"w2", text(w2)},         {"b2", text(b2)},
                                 {"w", text(w1 * w2)},     {"b", text(w2 * b1 + b2)},
                                 {"step", text(step)},     {"linear_change", text(linear(step) - linear(0))},
                                 {"bend", text(-b1 / w1)}, {"flat", text(bent(first))}};
    for (int i = 0; i < rows; ++i) {
        const double x = first + i * step;
        facts["rows"].push_back({{"x", fixed_for_people(x, 1)},
                                 {"h", text(hidden(x))},
                                 {"linear", text(linear(x))},
                                 {"linear_change", i == 0 ? "—" : text(linear(x) - linear(x - step))},
                                 {"relu", text(bent(x))},
                                 {"relu_change", i == 0 ? "—" : text(bent(x) - bent(x - step))}});
    }
    return facts;
}

} // namespace actlas::report
