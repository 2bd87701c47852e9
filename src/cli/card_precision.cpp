// One line for each number format: where rounding wins.

#include "analysis/precision_text.hpp"
#include "cli/card.hpp"

#include <fmt/format.h>

namespace actlas::cli {

std::vector<Row> precision_rows(const std::vector<analysis::FormatBehaviour>& formats, const CardWords& words) {
    std::vector<Row> rows;
    for (const auto& summary : analysis::precision_summaries(formats)) {
        std::vector<std::string> clauses;
        for (const LocalizedText& clause : summary.text)
            clauses.push_back(clause.in(words.language()));
        rows.push_back({.label = {std::string(summary.format)},
                        .mark = CardWords::mark(summary.evidence),
                        .text = {fmt::format("{}", fmt::join(clauses, words("list.semicolon")))}});
    }
    return rows;
}

} // namespace actlas::cli
