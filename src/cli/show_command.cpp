#include "analysis/relatives_json.hpp"
#include "analysis/study_json.hpp"
#include "cli/card.hpp"
#include "cli/commands.hpp"
#include "cli/notices.hpp"
#include "cli/show_code.hpp"
#include "cli/subject.hpp"
#include "cli/wording.hpp"

#include <memory>

namespace actlas::cli {
namespace {

struct ShowOptions {
    Subject subject;
    std::string language = "en";
    bool json = false;
    std::string code;
};

} // namespace

void add_show(CLI::App& app, const Console& console) {
    auto* command = app.add_subcommand("show", "Show what is known of an activation or of a formula");
    const auto options = std::make_shared<ShowOptions>();
    add_subject_options(*command, options->subject);
    command->add_flag("--json", options->json, "Print JSON (schema actlas.study/1)");
    command->add_option("--code", options->code, "Print code instead: numpy, torch, jax or cpp");
    add_language_option(*command, options->language);
    command->callback([options, &console] {
        const Language language = require_language(options->language);
        if (!options->code.empty()) {
            console.result(code_of(options->subject, options->code, language));
            return;
        }
        const catalogue::Catalogue catalogue = open_catalogue(options->subject.catalogue);
        const analysis::Study study = analysis::study(resolve(options->subject, catalogue));
        const analysis::Relatives relatives = analysis::Comparison(catalogue.activations()).relatives(study.activation);
        for (const Diagnostic& notice : notices(study, relatives.same_as))
            console.diagnostic(notice);
        if (!options->json) {
            console.result(card(study, relatives, language, console.paper()));
            return;
        }
        auto json = analysis::study_json(study);
        analysis::add_relatives(json, relatives);
        console.result(json.dump(2) + "\n");
    });
}

} // namespace actlas::cli
