// What the study concludes: limitations, strengths, and what it says of published claims.

#include "cli/card.hpp"

namespace actlas::cli {

std::vector<Row> finding_rows(const std::vector<analysis::Finding>& findings, const CardWords& words) {
    std::vector<Row> rows;
    for (const analysis::Finding& finding : findings) {
        const Styled title{finding.title.in(words.language()), Style::strong};
        if (finding.severity) rows.push_back({.label = words.severity(*finding.severity), .text = title});
        rows.push_back({.label = finding.severity ? Styled{} : title,
                        .mark = CardWords::mark(finding.evidence),
                        .text = {finding.basis.in(words.language())}});
    }
    return rows;
}

std::vector<Row> claim_rows(const std::vector<analysis::CheckedClaim>& claims, const CardWords& words) {
    std::vector<Row> rows;
    for (const analysis::CheckedClaim& each : claims) {
        rows.push_back({.label = words.verdict(each.verdict), .text = {each.claim.statement.in(words.language())}});
        rows.push_back({.label = {}, .text = {each.claim.source, Style::faint}});
        rows.push_back(
            {.label = {}, .mark = CardWords::mark(each.evidence), .text = {each.finding.in(words.language())}});
    }
    return rows;
}

} // namespace actlas::cli
