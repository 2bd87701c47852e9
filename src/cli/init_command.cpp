#include "cli/commands.hpp"
#include "cli/wording.hpp"
#include "config/config.hpp"
#include "config/schema.hpp"
#include "output/file.hpp"

#include <fmt/core.h>

#include <filesystem>
#include <memory>
#include <string>

namespace actlas::cli {
namespace {

struct InitOptions {
    std::string file = "actlas.toml";
    bool force = false;
    bool schema = false;
};

void require_free(const std::filesystem::path& file) {
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(file, error)))
        throw FileError(fmt::format("cannot write {}: it exists already, and --force is not given", file.string()));
}

void init(const InitOptions& options, const Console& console) {
    const std::filesystem::path schema =
        std::filesystem::path(options.file).replace_filename("actlas.schema.json"); // as the first line names it
    if (!options.force) {
        require_free(options.file);
        if (options.schema) require_free(schema);
    }
    output::write_file(options.file, config::starter_config(options.schema));
    if (options.schema) output::write_file(schema, config::config_schema_text(vocabulary()));
    console.message(fmt::format("wrote {}; `actlas build {}` builds it", options.file, options.file));
}

} // namespace

void add_init(CLI::App& app, const Console& console) {
    auto* command = app.add_subcommand("init", "Write a commented config to start from");
    const auto options = std::make_shared<InitOptions>();
    command->add_option("FILE", options->file, "The file to write")->type_name("")->capture_default_str();
    command->add_flag("--schema", options->schema,
                      "Also write actlas.schema.json beside it, with which editors complete and check it");
    command->add_flag("--force", options->force, "Replace what is there");
    command->callback([options, &console] { init(*options, console); });
}

} // namespace actlas::cli
