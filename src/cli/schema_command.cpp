#include "cli/commands.hpp"
#include "cli/wording.hpp"
#include "config/schema.hpp"

namespace actlas::cli {

void add_schema(CLI::App& app, const Console& console) {
    auto* command = app.add_subcommand("schema", "Print the JSON Schema of configs, for editors");
    command->callback([&console] { console.result(config::config_schema(vocabulary()).dump(2) + "\n"); });
}

} // namespace actlas::cli
