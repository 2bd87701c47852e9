#include "analysis/study_json.hpp"
#include "cli/card.hpp"
#include "cli/commands.hpp"
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
    command->add_option("--code", options->code, "Print code instead: numpy, torch, jax or cpp")->type_name("CODE");
    add_language_option(*command, options->language);
    command->callback([options, &console] {
        const Language language = require_language(options->language);
        if (!options->code.empty()) {
            console.result(code_of(options->subject, options->code, language));
            return;
        }
        const analysis::Study study = analysis::study(resolve(options->subject));
        console.result(options->json ? analysis::study_json(study).dump(2) + "\n"
                                     : card(study, language, console.paper()));
    });
}

} // namespace actlas::cli
