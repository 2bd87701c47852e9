#include "analysis/summary_text.hpp"
#include "base/number.hpp"
#include "base/utf8.hpp"
#include "cli/card.hpp"
#include "formula/derivative.hpp"
#include "formula/printers.hpp"

#include <fmt/format.h>

namespace actlas::cli {
namespace {

std::string title(const catalogue::Activation& activation, const CardWords& words) {
    const std::string& label = activation.label.in(words.language());
    if (activation.user_defined && !label.empty()) return label;
    const std::string name = fmt::format("{} ({})", activation.name, activation.id);
    return activation.year ? fmt::format("{}, {}", name, *activation.year) : name;
}

/// Derivatives of long formulas fill pages; --json has them whole.
std::string shortened(std::string text, const CardWords& words) {
    constexpr std::size_t most = 1200;
    const std::u32string points = code_points(text);
    if (points.size() <= most) return text;
    std::string start;
    for (const char32_t c : points.substr(0, most))
        append_utf8(start, c);
    return words("head.cut", {{"text", start}, {"count", fmt::format("{}", points.size() - most)}});
}

std::string usual_range(const catalogue::Parameter& parameter, const CardWords& words) {
    if (!parameter.usual_low || !parameter.usual_high) return {};
    return words("parameter.usual", {{"low", number(*parameter.usual_low)}, {"high", number(*parameter.usual_high)}});
}

} // namespace

void add_head(Sheet& sheet, const analysis::Study& study, const CardWords& words) {
    const catalogue::Activation& activation = study.activation;
    const Language language = words.language();
    sheet.title(title(activation, words));
    if (!activation.aliases.empty())
        sheet.paragraph(
            {words("head.aliases", {{"names", words.list(activation.aliases, activation.aliases.size())}})});
    sheet.blank_line();
    sheet.paragraph({analysis::summary_text(study).in(language)});
    sheet.paragraph({activation.note.in(language)});
    if (const std::string& uncertain = activation.uncertain.in(language); !uncertain.empty())
        sheet.paragraph({words("head.uncertain", {{"what", uncertain}})});

    constexpr int indent = 2, hanging = 7; // under what follows "f(x) = "
    const formula::Expr slope = formula::derivative(activation.expr);
    sheet.blank_line();
    for (const formula::Notation& line :
         {formula::notate_definition(activation.expr), formula::notate_definition(slope, 1)})
        sheet.paragraph({shortened(formula::to_text(line), words)}, indent, hanging);
}

std::vector<Row> parameter_rows(const catalogue::Activation& activation, const CardWords& words) {
    std::vector<Row> rows;
    for (const catalogue::Parameter& parameter : activation.parameters) {
        std::vector<std::string> facts;
        for (const std::string& fact : {parameter.meaning.in(words.language()), usual_range(parameter, words)})
            if (!fact.empty()) facts.push_back(fact);
        rows.push_back({.label = {fmt::format("{} = {}", parameter.name, shortest(parameter.value))},
                        .text = {fmt::format("{}", fmt::join(facts, words("list.semicolon")))}});
    }
    return rows;
}

std::vector<Row> framework_rows(const catalogue::Activation& activation, const CardWords& words) {
    std::vector<Row> rows;
    for (const catalogue::FrameworkName& name : activation.frameworks)
        rows.push_back(
            {.label = {name.framework}, .text = {words.with_note(name.name, name.note.in(words.language()))}});
    return rows;
}

std::vector<Row> reference_rows(const catalogue::Activation& activation) {
    std::vector<Row> rows;
    for (const catalogue::Reference& reference : activation.references)
        rows.push_back(
            {.label = {},
             .text = {reference.url.empty() ? reference.text : fmt::format("{} <{}>", reference.text, reference.url)}});
    return rows;
}

} // namespace actlas::cli
