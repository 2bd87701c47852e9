#include "analysis/json_number.hpp"
#include "analysis/vector_study.hpp"
#include "formula/printers.hpp"
#include "formula/vector_notation.hpp"

#include <algorithm>

namespace actlas::analysis {
namespace {

using Json = nlohmann::ordered_json;

Json equations(const std::vector<formula::Notation>& notations) {
    Json list = Json::array();
    for (const formula::Notation& notation : notations)
        list.push_back({{"text", formula::to_text(notation)},
                        {"latex", formula::to_latex(notation)},
                        {"mathml", formula::to_mathml(notation)}});
    return list;
}

template<class T>
Json known(const Known<T>& fact, const Json& value) {
    return {{"value", fact.decided() ? value : Json()}, {"evidence", word(fact.evidence)}};
}

Json bound(const Known<double>& fact, bool attained) {
    Json json = known(fact, json_number(fact.value));
    if (fact.decided() && std::isfinite(fact.value)) json["attained"] = attained;
    return json;
}

const char* shape_word(formula::VectorFormula::Size size) {
    using Size = formula::VectorFormula::Size;
    switch (size) {
    case Size::one:
        return "n -> 1";
    case Size::half:
        return "2m -> m";
    case Size::twice:
        return "n -> 2n";
    case Size::same:
        break;
    }
    return "n -> n";
}

const char* shift_word(VectorStudy::Shift shift) {
    using Shift = VectorStudy::Shift;
    return shift == Shift::invariant ? "invariant" : shift == Shift::equivariant ? "equivariant" : "none";
}

const char* parity_word(VectorStudy::Parity parity) {
    using Parity = VectorStudy::Parity;
    return parity == Parity::even ? "even" : parity == Parity::odd ? "odd" : "none";
}

const char* order_word(VectorStudy::Order order) {
    switch (order) {
    case VectorStudy::Order::invariant:
        return "invariant";
    case VectorStudy::Order::equivariant:
        return "equivariant";
    case VectorStudy::Order::but_for_ties:
        return "equivariant_but_for_ties";
    case VectorStudy::Order::in_pairs:
        return "equivariant_in_pairs";
    case VectorStudy::Order::in_blocks:
        return "equivariant_in_blocks";
    case VectorStudy::Order::ordered:
        break;
    }
    return "none";
}

const char* inputs_word(Breakdown::Inputs inputs) {
    return inputs == Breakdown::Inputs::one ? "one" : inputs == Breakdown::Inputs::all ? "all" : "all_negative";
}

Json properties(const VectorStudy& s) {
    Json json;
    json["shape"] = {{"value", shape_word(s.activation.formula.size())}, {"evidence", word(Evidence::exact)}};
    json["shift"] = known(s.shift, shift_word(s.shift.value));
    json["homogeneity"] = known(s.degree, s.degree.value ? json_number(*s.degree.value) : Json("none"));
    json["parity"] = known(s.parity, parity_word(s.parity.value));
    json["permutation"] = known(s.order, order_word(s.order.value));
    json["sums_to_one"] = known(s.unit_sum, s.unit_sum.value);
    json["range"] = {{"infimum", bound(s.range.infimum, s.range.attains_infimum)},
                     {"supremum", bound(s.range.supremum, s.range.attains_supremum)}};
    json["exact_zeros"] = known(s.exact_zeros, s.exact_zeros.value);
    json["jacobian"] = {{"rank", known(s.rank, json_number(s.rank.value))},
                        {"row_sums", known(s.row_sums, json_number(s.row_sums.value))},
                        {"symmetric", known(s.symmetric, s.symmetric.value)},
                        {"own_slopes_nonnegative", known(s.monotone, s.monotone.value)},
                        {"lipschitz", known(s.lipschitz, json_number(s.lipschitz.value))}};
    json["jacobian"]["lipschitz"]["at"] = s.steepest;
    json["jacobian"]["inputs"] = s.inputs;
    json["far"] = Json::array();
    for (const FarInput& far : s.far)
        json["far"].push_back({{"input", far.input},
                               {"towards", far.side > 0 ? "inf" : "-inf"},
                               {"others", far.others},
                               {"y1", json_number(far.value)},
                               {"slope", json_number(far.slope)},
                               {"evidence", word(Evidence::estimated)}});
    json["gaps"] = Json::array();
    for (const GapSlope& gap : s.gaps)
        json["gaps"].push_back(
            {{"gap", gap.gap}, {"largest_slope", json_number(gap.largest)}, {"evidence", word(Evidence::estimated)}});
    return json;
}

Json precision(const VectorStudy& s) {
    Json list = Json::array();
    for (const Breakdown& each : s.breakdowns)
        list.push_back({{"format", each.format->id},
                        {"inputs", inputs_word(each.inputs)},
                        {"written_fails_from", each.written ? Json(*each.written) : Json()},
                        {"stable_fails_from", each.stable ? Json(*each.stable) : Json()},
                        {"evidence", word(Evidence::estimated)}});
    return list;
}

} // namespace

Json vector_study_json(const VectorStudy& study) {
    const catalogue::Activation& about = study.activation.about;
    Json json{{"schema", "actlas.vector_study/1"},
              {"id", about.id},
              {"name", about.name},
              {"aliases", about.aliases},
              {"family", about.family}};
    json["year"] = about.year ? Json(*about.year) : Json();
    json["parameters"] = Json::array();
    for (const auto& parameter : about.parameters)
        json["parameters"].push_back({{"name", parameter.name}, {"value", parameter.value}});
    json["formula"] = {{"source", about.source}, {"equations", equations(notate_vector(study.activation.formula))}};
    json["jacobian"] = {{"equations", equations(notate_jacobian(study.activation.formula))},
                        {"symbols", equations(notate_symbols(study.activation.formula))}};
    json["properties"] = properties(study);
    json["precision"] = precision(study);
    json["limitations"] = findings_json(study.limitations);
    json["strengths"] = findings_json(study.strengths);
    json["references"] = Json::array();
    for (const auto& reference : about.references) {
        Json entry{{"text", reference.text}};
        if (!reference.url.empty()) entry["url"] = reference.url;
        json["references"].push_back(std::move(entry));
    }
    return json;
}

} // namespace actlas::analysis
