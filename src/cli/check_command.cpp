#include "base/limits.hpp"
#include "cli/commands.hpp"
#include "cli/pipeline.hpp"
#include "output/check_sink.hpp"
#include "output/unified_diff.hpp"

#include <fmt/format.h>

#include <memory>

namespace actlas::cli {
namespace {

struct CheckOptions {
    std::string config;
    std::string output;
    unsigned jobs = 0; ///< 0: one a processor
    bool diff = false;
};

/// The command line that makes the output what it should be.
std::string remedy(const CheckOptions& options) {
    const auto quoted = [](const std::string& word) {
        const bool plain = word.find_first_of(" \t'\"\\$`!*?[](){}<>|&;#~") == std::string::npos && !word.empty();
        if (plain) return word;
        std::string text = "'";
        for (const char c : word)
            text += c == '\'' ? std::string("'\\''") : std::string(1, c);
        return text + "'";
    };
    std::string command = "actlas build " + quoted(options.config);
    if (!options.output.empty()) command += " -o " + quoted(options.output);
    return command;
}

void check(const CheckOptions& options, const Console& console) {
    const config::Config config = read_config_for(options.config, options.output);
    const unsigned jobs = jobs_or_all(options.jobs);
    Product product = produce(config, {}, jobs, [](std::string_view) {});
    for (const Diagnostic& warning : product.warnings)
        console.diagnostic(warning);
    output::CheckSink sink(config.output);
    give(sink, manifest_of(product, jobs), product);
    const output::Outcome outcome = sink.commit();
    const auto& differences = sink.differences();
    for (const output::Difference& difference : differences) {
        console.result(fmt::format("{} {}\n", output::word(difference.kind), difference.path));
        if (options.diff) console.result(output::unified_diff(difference));
    }
    const std::string folder = config.output.string();
    if (differences.empty()) {
        console.message(fmt::format("{}: {} files are what they should be", folder, outcome.unchanged.size()));
        return;
    }
    console.diagnostic({Diagnostic::Severity::error,
                        fmt::format("{}: {} of {} files are stale", folder, differences.size(),
                                    differences.size() + outcome.unchanged.size()),
                        std::nullopt, fmt::format("run `{}` and commit the result", remedy(options))});
    throw StaleOutput();
}

} // namespace

void add_check(CLI::App& app, const Console& console) {
    auto* command = app.add_subcommand("check", "Tell whether the output is what build would write; write nothing");
    const auto options = std::make_shared<CheckOptions>();
    command->add_option("CONFIG", options->config, "The config, a TOML file")->type_name("")->required();
    command->add_option("-o,--output", options->output, "Look at this folder instead of the config's `output`")
        ->type_name("DIR");
    command->add_option("-j,--jobs", options->jobs, "How many threads to use; one a processor unless given")
        ->type_name("N")
        ->check(CLI::Range(1U, limits::jobs));
    command->add_flag("--diff", options->diff, "Also print what would change in text files");
    command->callback([options, &console] { check(*options, console); });
}

} // namespace actlas::cli
