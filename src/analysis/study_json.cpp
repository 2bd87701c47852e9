#include "analysis/study_json.hpp"

#include "analysis/precision_json.hpp"
#include "analysis/properties_json.hpp"
#include "analysis/signals_json.hpp"
#include "formula/printers.hpp"

namespace actlas::analysis {
namespace {

using Json = nlohmann::ordered_json;

Json notations(const formula::Expr& expr, const std::string& source) {
    return {{"source", source},
            {"text", formula::to_text(expr)},
            {"latex", formula::to_latex(expr)},
            {"mathml", formula::to_mathml(expr)}};
}

} // namespace

Json study_json(const Study& study) {
    const catalogue::Activation& activation = study.activation;
    Json json{{"schema", "actlas.study/1"},
              {"id", activation.id},
              {"name", activation.name},
              {"aliases", activation.aliases}};
    json["year"] = activation.year ? Json(*activation.year) : Json();
    json["parameters"] = Json::array();
    for (const auto& parameter : activation.parameters)
        json["parameters"].push_back({{"name", parameter.name}, {"value", parameter.value}});
    json["formula"] = notations(activation.expr, activation.source);
    json["derivative"] = notations(study.derivative, formula::to_source(study.derivative));
    json["properties"] = properties_json(study.properties);
    json["signals"] = signals_json(study.signals);
    json["precision"] = precision_json(study.precision);
    json["limitations"] = findings_json(study.limitations);
    json["strengths"] = findings_json(study.strengths);
    json["claims"] = claims_json(study.claims);
    json["references"] = Json::array();
    for (const auto& reference : activation.references) {
        Json entry{{"text", reference.text}};
        if (!reference.url.empty()) entry["url"] = reference.url;
        json["references"].push_back(std::move(entry));
    }
    return json;
}

} // namespace actlas::analysis
