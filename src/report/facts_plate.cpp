#include "base/number.hpp"
#include "report/facts.hpp"

namespace actlas::report {

nlohmann::ordered_json plate_facts(const Seeds& seeds) {
    const auto text = [](double value) { return significant_for_people(value, 3); };
    nlohmann::ordered_json facts{{"low", fixed_for_people(plate_low, 0)}, {"high", fixed_for_people(plate_high, 0)}};
    for (const auto* study : seeds.all())
        facts["rows"].push_back({{"name", study->activation.name},
                                 {"low", text(study->f(plate_low))},
                                 {"high", text(study->f(plate_high))},
                                 {"slope_low", text(study->slope(plate_low))},
                                 {"slope_high", text(study->slope(plate_high))}});
    return facts;
}

} // namespace actlas::report
