// What is the same function, and what comes near.

#include "analysis/limitations_text.hpp"
#include "analysis/relatives_text.hpp"
#include "base/number.hpp"
#include "cli/card.hpp"
#include "formula/printers.hpp"

#include <fmt/format.h>

namespace actlas::cli {
namespace {

using analysis::Evidence;
using analysis::SameAs;

/// "ELU (elu)"
std::string named(const std::string& name, const std::string& id) {
    return name == id ? name : fmt::format("{} ({})", name, id);
}

std::string values(const std::vector<analysis::Setting>& parameters, const CardWords& words) {
    std::vector<std::string> pieces;
    for (const analysis::Setting& parameter : parameters)
        pieces.push_back(fmt::format("{} = {}", parameter.name, formula::to_text(parameter.exact)));
    return words.list(pieces, pieces.size());
}

std::string told(const SameAs& same, const CardWords& words) {
    std::string text = named(same.name, same.id);
    if (same.kind == SameAs::Kind::rescaled)
        text = words("same_as.rescaled", {{"name", text}, {"formula", formula::to_text(rescaling(same))}});
    if (!same.parameters.empty())
        text = words("same_as.with", {{"name", text}, {"values", values(same.parameters, words)}});
    if (same.sameness.evidence != Evidence::exact)
        text = words("same_as.within", {{"name", text}, {"bound", analysis::rounded_up(same.sameness.bound, 2)}});
    if (!same.sameness.except.empty()) {
        std::vector<std::string> points;
        for (const double x : same.sameness.except)
            points.push_back(number(x));
        text = words("same_as.except", {{"name", text}, {"points", words.list(points)}});
    }
    return text;
}

} // namespace

std::vector<Row> relative_rows(const analysis::Relatives& relatives, const CardWords& words) {
    std::vector<Row> rows;
    for (const SameAs::Kind kind :
         {SameAs::Kind::same, SameAs::Kind::rescaled, SameAs::Kind::special_case, SameAs::Kind::general_case}) {
        std::vector<std::string> pieces;
        Evidence evidence = Evidence::exact;
        for (const SameAs& same : relatives.same_as) {
            if (same.kind != kind) continue;
            pieces.push_back(told(same, words));
            evidence = analysis::weaker(evidence, same.sameness.evidence);
        }
        constexpr std::size_t most = 12;
        if (!pieces.empty())
            rows.push_back({.label = {words(fmt::format("label.{}", analysis::word(kind)))},
                            .mark = CardWords::mark(evidence),
                            .text = {words.list(pieces, most)}});
    }
    for (const analysis::Relative& relative : relatives.nearest)
        rows.push_back({.label = {&relative == relatives.nearest.data() ? words("label.nearest") : ""},
                        .mark = CardWords::mark(relative.evidence),
                        .text = {words("nearest.gap", {{"name", named(relative.name, relative.id)},
                                                       {"gap", significant_for_people(relative.gap, 3)},
                                                       {"x", significant_for_people(relative.at, 3)},
                                                       {"gaussian", significant_for_people(relative.gaussian, 2)}})}});
    return rows;
}

} // namespace actlas::cli
