#pragma once

#include "analysis/study.hpp"

#include <nlohmann/json.hpp>

#include <span>

namespace actlas::report {

/// What the study concludes of an activation, for its page:
///   limitations  [{severity: "minor" | "moderate" | "severe", title, text, basis, evidence}], the worst first; `text`
///   is
///                consequence and remedy
///   strengths    the same, with an empty severity
///   claims       [{statement, source, url, verdict: "confirmed" | "partly" | "contradicted" | "undecided", finding,
///                evidence}]
///   precision    [{format, text, evidence}]: what rounding does in each number format
///   worst        the first of the limitations, or {} where there is none
/// and for each list a flag has_....
nlohmann::ordered_json findings_model(const analysis::Study& study);

/// A list of limitations or strengths, as above.
nlohmann::ordered_json finding_list(std::span<const analysis::Finding> findings);

/// One of the claims above.
nlohmann::ordered_json claim_model(const analysis::CheckedClaim& checked);

} // namespace actlas::report
