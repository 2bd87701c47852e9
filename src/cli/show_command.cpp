#include "analysis/study_json.hpp"
#include "base/number.hpp"
#include "cli/commands.hpp"
#include "cli/subject.hpp"
#include "cli/wording.hpp"
#include "formula/derivative.hpp"
#include "formula/printers.hpp"

#include <fmt/format.h>

#include <memory>

namespace actlas::cli {
namespace {

struct Options {
    Subject subject;
    std::string language = "en";
    bool json = false;
};

/// A heading and what belongs under it.
void add_block(std::string& text, std::string_view heading, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    text += fmt::format("\n{}\n", heading);
    for (const std::string& line : lines)
        text += fmt::format("  {}\n", line);
}

std::string with_note(std::string line, const std::string& note, Language language) {
    if (note.empty()) return line;
    return line + (language == Language::zh ? "：" : ": ") + note;
}

std::string heading(const catalogue::Activation& activation, Language language) {
    std::string text = fmt::format("{} ({})", activation.name, activation.id);
    if (activation.year) text += fmt::format(", {}", *activation.year);
    text += '\n';
    if (!activation.aliases.empty()) {
        const bool zh = language == Language::zh;
        text += fmt::format("{} {}\n", zh ? "又名" : "also called", fmt::join(activation.aliases, zh ? "、" : ", "));
    }
    return text;
}

std::string card(const analysis::Study& study, Language language) {
    const catalogue::Activation& activation = study.activation;
    const bool zh = language == Language::zh;
    std::string text = heading(activation, language);
    if (!activation.summary.in(language).empty()) text += fmt::format("\n{}\n", activation.summary.in(language));
    if (!activation.note.in(language).empty()) text += fmt::format("{}\n", activation.note.in(language));

    const formula::Expr slope = formula::derivative(activation.expr);
    text += fmt::format("\n  {}\n", formula::to_text(formula::notate_definition(activation.expr)));
    text += fmt::format("  {}\n", formula::to_text(formula::notate_definition(slope, 1)));

    std::vector<std::string> lines;
    for (const auto& parameter : activation.parameters)
        lines.push_back(with_note(fmt::format("{} = {}", parameter.name, shortest(parameter.value)),
                                  parameter.meaning.in(language), language));
    add_block(text, zh ? "参数" : "Parameters", lines);

    lines.clear();
    for (const auto& name : activation.frameworks) {
        const std::string full = fmt::format("{:<6} {}", name.framework, name.name);
        lines.push_back(with_note(full, name.note.in(language), language));
    }
    add_block(text, zh ? "框架中的名称" : "In frameworks", lines);

    lines.clear();
    for (const auto& reference : activation.references)
        lines.push_back(reference.url.empty() ? reference.text : fmt::format("{} <{}>", reference.text, reference.url));
    add_block(text, zh ? "文献" : "References", lines);
    return text;
}

} // namespace

void add_show(CLI::App& app, const Console& console) {
    auto* command = app.add_subcommand("show", "Show what is known of an activation or of a formula");
    const auto options = std::make_shared<Options>();
    add_subject_options(*command, options->subject);
    command->add_flag("--json", options->json, "Print JSON (schema actlas.study/1)");
    add_language_option(*command, options->language);
    command->callback([options, &console] {
        const Language language = require_language(options->language);
        const analysis::Study study = analysis::study(resolve(options->subject));
        console.result(options->json ? analysis::study_json(study).dump(2) + "\n" : card(study, language));
    });
}

} // namespace actlas::cli
