#include "report/findings_model.hpp"

#include "analysis/limitations_text.hpp"
#include "analysis/precision_text.hpp"
#include "report/activation_model.hpp"
#include "report/escape.hpp"

#include <span>
#include <string>

namespace actlas::report {
namespace {

using analysis::Finding;
using nlohmann::ordered_json;

/// Two texts, one after the other, as each language separates sentences.
LocalizedText followed_by(const LocalizedText& first, const LocalizedText& second) {
    if (second.en.empty()) return first;
    return {first.en + " " + second.en, first.zh + second.zh};
}

ordered_json findings(std::span<const Finding> found) {
    ordered_json list = ordered_json::array();
    for (const Finding& finding : found) {
        ordered_json item{{"title", localized(finding.title)},
                          {"text", localized(followed_by(finding.consequence, finding.remedy))},
                          {"basis", localized(finding.basis)},
                          {"evidence", std::string(analysis::word(finding.evidence))}};
        item["severity"] = finding.severity ? std::string(analysis::word(*finding.severity)) : "";
        list.push_back(std::move(item));
    }
    return list;
}

ordered_json precision(const analysis::Study& study) {
    ordered_json list = ordered_json::array();
    for (const auto& summary : analysis::precision_summaries(study.precision))
        list.push_back({{"format", summary.format},
                        {"text", localized(analysis::joined(summary.text, {"; ", "；"}))},
                        {"evidence", std::string(analysis::word(summary.evidence))}});
    return list;
}

} // namespace

ordered_json finding_list(std::span<const Finding> found) {
    return findings(found);
}

ordered_json claim_model(const analysis::CheckedClaim& checked) {
    return {{"statement", localized(checked.claim.statement)},
            {"source", checked.claim.source},
            {"url", safe_url(checked.claim.url)},
            {"verdict", std::string(analysis::word(checked.verdict))},
            {"finding", localized(checked.finding)},
            {"evidence", std::string(analysis::word(checked.evidence))}};
}

ordered_json findings_model(const analysis::Study& study) {
    ordered_json model{{"limitations", findings(study.limitations)},
                       {"strengths", findings(study.strengths)},
                       {"claims", ordered_json::array()},
                       {"precision", precision(study)}};
    for (const auto& claim : study.claims)
        model["claims"].push_back(claim_model(claim));
    model["worst"] = model["limitations"].empty() ? ordered_json::object() : model["limitations"].front();
    for (const char* const list : {"limitations", "strengths", "claims", "precision"})
        model[std::string("has_") + list] = !model[list].empty();
    return model;
}

} // namespace actlas::report
