#include "cli/card.hpp"

namespace actlas::cli {

std::string card(const analysis::Study& study, const analysis::Relatives& relatives, Language language, Paper paper) {
    const CardWords words(language);
    const catalogue::Activation& activation = study.activation;
    Sheet sheet(paper);
    add_head(sheet, activation, words);
    sheet.section(words("heading.parameters"), "", parameter_rows(activation, words));

    std::vector<Row> properties = shape_rows(study.properties, words);
    for (Row& row : place_rows(study, words))
        properties.push_back(std::move(row));
    sheet.section(words("heading.properties"), words.legend(), properties);
    sheet.section(words("heading.relatives"), words("heading.relatives_remark"), relative_rows(relatives, words));
    sheet.section(words("heading.gaussian"), "", gaussian_rows(study.properties.gaussian, words));
    sheet.section(words("heading.signals"), words("heading.signals_remark"), signal_rows(study.signals, words));
    sheet.section(words("heading.precision"), "", precision_rows(study.precision, words));
    sheet.section(words("heading.limitations"), "", finding_rows(study.limitations, words));
    sheet.section(words("heading.strengths"), "", finding_rows(study.strengths, words));
    sheet.section(words("heading.claims"), "", claim_rows(study.claims, words));
    sheet.section(words("heading.frameworks"), "", framework_rows(activation, words));
    sheet.section(words("heading.references"), "", reference_rows(activation));
    return sheet.text();
}

} // namespace actlas::cli
