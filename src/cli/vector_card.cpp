#include "cli/vector_card.hpp"

#include "analysis/vector_words.hpp"
#include "cli/card.hpp"
#include "formula/printers.hpp"
#include "formula/vector_notation.hpp"

#include <fmt/format.h>

namespace actlas::cli {
namespace {

void add_vector_head(Sheet& sheet, const analysis::VectorStudy& study, const CardWords& words) {
    const catalogue::Activation& about = study.activation.about;
    const Language language = words.language();
    const std::string name = fmt::format("{} ({})", about.name, about.id);
    sheet.title(about.user_defined ? about.label.in(language)
                : about.year       ? fmt::format("{}, {}", name, *about.year)
                                   : name);
    if (!about.aliases.empty())
        sheet.paragraph({words("head.aliases", {{"names", words.list(about.aliases, about.aliases.size())}})});
    if (!about.summary.in(language).empty()) {
        sheet.blank_line();
        sheet.paragraph({about.summary.in(language)});
    }
    sheet.paragraph({about.note.in(language)});
    sheet.blank_line();
    constexpr int indent = 2, hanging = 7;
    const formula::VectorFormula& formula = study.activation.formula;
    for (const auto& equations : {notate_vector(formula), notate_jacobian(formula), notate_symbols(formula)}) {
        for (const formula::Notation& equation : equations) {
            const std::string text = formula::to_text(equation);
            if (text.size() < 700) sheet.paragraph({text}, indent, hanging);
        }
    }
}

std::vector<Row> fact_rows(const analysis::VectorStudy& study, const CardWords& words) {
    std::vector<Row> rows;
    for (const analysis::VectorFact& fact : analysis::vector_facts(study))
        rows.push_back(
            {{fact.label.in(words.language())}, words.mark(fact.evidence), {fact.value.in(words.language())}});
    return rows;
}

std::vector<Row> breakdown_rows(const analysis::VectorStudy& study, const CardWords& words) {
    std::vector<Row> rows;
    const Phrases& phrases = analysis::vector_phrases();
    for (const analysis::Breakdown& each : study.breakdowns) {
        if (!each.written) continue;
        const char* const inputs = each.inputs == analysis::Breakdown::Inputs::one   ? "page.inputs_one"
                                   : each.inputs == analysis::Breakdown::Inputs::all ? "page.inputs_all"
                                                                                     : "page.inputs_all_low";
        const auto from = [&](const std::optional<double>& t) {
            return t ? phrases.fill("page.from", {{"t", same(analysis::vector_number(*t))}})
                     : phrases.fill("page.never");
        };
        const LocalizedText text = phrases.fill(
            "page.breakdown",
            {{"inputs", phrases.fill(inputs)}, {"written", from(each.written)}, {"stable", from(each.stable)}});
        rows.push_back({{std::string(each.format->id)}, {}, {text.in(words.language())}});
    }
    return rows;
}

} // namespace

std::string vector_card(const analysis::VectorStudy& study, Language language, Paper paper) {
    const CardWords words(language);
    const catalogue::Activation& about = study.activation.about;
    Sheet sheet(paper);
    add_vector_head(sheet, study, words);
    sheet.section(words("heading.parameters"), "", parameter_rows(about, words));
    sheet.section(words("heading.properties"), words.legend(), fact_rows(study, words));
    sheet.section(words("heading.precision"), "", breakdown_rows(study, words));
    sheet.section(words("heading.limitations"), "", finding_rows(study.limitations, words));
    sheet.section(words("heading.strengths"), "", finding_rows(study.strengths, words));
    sheet.section(words("heading.frameworks"), "", framework_rows(about, words));
    sheet.section(words("heading.references"), "", reference_rows(about));
    return sheet.text();
}

} // namespace actlas::cli
