#include "cli/commands.hpp"
#include "cli/wording.hpp"
#include "config/reference.hpp"
#include "config/schema.hpp"

#include <memory>

namespace actlas::cli {
namespace {

struct SchemaOptions {
    bool markdown = false;
    std::string language = "en";
};

} // namespace

void add_schema(CLI::App& app, const Console& console) {
    auto* command =
        app.add_subcommand("schema", "Print the JSON Schema of configs, for editors, or every key as a page");
    const auto options = std::make_shared<SchemaOptions>();
    auto* markdown =
        command->add_flag("--markdown", options->markdown,
                          "Print a Markdown page for people instead: every key with its default and meaning");
    add_language_option(*command, options->language);
    command->get_option("--lang")->needs(markdown);
    command->callback([options, &console] {
        console.result(options->markdown ? config::reference_page(vocabulary(), require_language(options->language))
                                         : config::config_schema_text(vocabulary()));
    });
}

} // namespace actlas::cli
