#include "cli/commands.hpp"
#include "config/config.hpp"
#include "output/file.hpp"

#include <fmt/core.h>

#include <filesystem>
#include <memory>

namespace actlas::cli {
namespace {

struct InitOptions {
    std::string file = "actlas.toml";
    bool force = false;
};

} // namespace

void add_init(CLI::App& app, const Console& console) {
    auto* command = app.add_subcommand("init", "Write a commented config to start from");
    const auto options = std::make_shared<InitOptions>();
    command->add_option("FILE", options->file, "The file to write")->type_name("")->capture_default_str();
    command->add_flag("--force", options->force, "Replace the file if there is one");
    command->callback([options, &console] {
        std::error_code error;
        if (!options->force && std::filesystem::exists(std::filesystem::symlink_status(options->file, error)))
            throw FileError(fmt::format("cannot write {}: it exists already, and --force is not given", options->file));
        output::write_file(options->file, config::starter_config());
        console.message(fmt::format("wrote {}; `actlas build {}` builds it", options->file, options->file));
    });
}

} // namespace actlas::cli
