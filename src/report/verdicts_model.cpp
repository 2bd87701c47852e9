#include "report/verdicts_model.hpp"

#include "report/findings_model.hpp"
#include "report/model.hpp"

#include <fmt/format.h>

#include <string>

namespace actlas::report {

using analysis::ClaimVerdict;
using nlohmann::ordered_json;

ordered_json verdicts_model(const std::vector<const analysis::Study*>& studies) {
    ordered_json groups = ordered_json::array();
    std::size_t total = 0;
    for (const ClaimVerdict verdict :
         {ClaimVerdict::contradicted, ClaimVerdict::partly, ClaimVerdict::undecided, ClaimVerdict::confirmed}) {
        ordered_json claims = ordered_json::array();
        for (const auto* study : studies)
            for (const auto& claim : study->claims) {
                if (claim.verdict != verdict) continue;
                ordered_json item{{"name", study->activation.name}, {"page", activation_page(study->activation.id)}};
                item.update(claim_model(claim));
                claims.push_back(std::move(item));
            }
        if (claims.empty()) continue;
        total += claims.size();
        const std::string id(analysis::word(verdict));
        groups.push_back({{"id", id},
                          {"title", {{"t", fmt::format("verdicts.{}", id)}}},
                          {"count", std::to_string(claims.size())},
                          {"claims", std::move(claims)}});
    }
    return {{"total", std::to_string(total)}, {"groups", std::move(groups)}};
}

} // namespace actlas::report
