#include "base/limits.hpp"
#include "cli/commands.hpp"
#include "cli/pipeline.hpp"
#include "cli/progress.hpp"
#include "output/check_sink.hpp"
#include "output/unified_diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>

namespace actlas::cli {
namespace {

struct CheckOptions {
    std::string config;
    std::string output;
    unsigned jobs = 0; ///< 0: one a processor
    bool diff = false;
    bool quiet = false;
    bool verbose = false;
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

/// What is wrong with one file, at the first line that differs.
Diagnostic stale_file(const output::Difference& difference, const std::filesystem::path& folder) {
    using Kind = output::Difference::Kind;
    const bool text = difference.kind == Kind::changed && difference.before.find('\0') == std::string::npos;
    const auto first = std::mismatch(difference.before.begin(), difference.before.end(), difference.after.begin(),
                                     difference.after.end());
    const auto offset = static_cast<std::size_t>(first.first - difference.before.begin());
    const std::string file = (folder / difference.path).generic_string();
    const std::string_view consequence = difference.kind == Kind::changed   ? "a build would write other bytes"
                                         : difference.kind == Kind::missing ? "a build would write it"
                                                                            : "a build would remove it";
    return {Diagnostic::Severity::error,
            fmt::format("{} is stale ({}): {}", file, output::word(difference.kind), consequence),
            text ? span_in_text(file, difference.before, offset, 1) : SourceSpan{file, 1, 1, 1, {}},
            {}};
}

void check(const CheckOptions& options, const Console& console) {
    ShownProgress progress(console, {.line = !options.quiet, .timings = options.verbose});
    progress.begin("config");
    const config::Config config = read_config_for(options.config, options.output);
    const unsigned jobs = jobs_or_all(options.jobs);
    Product product = produce(config, {}, jobs, progress);
    progress.end();
    for (const Diagnostic& warning : product.warnings)
        console.diagnostic(warning);
    progress.begin("comparison");
    output::CheckSink sink(config.output);
    output::DigestCache digests(digest_cache_file()); // not saved: a check writes nothing
    give(sink, manifest_of(product, jobs, digests), product);
    const output::Outcome outcome = sink.commit();
    progress.end();
    const auto& differences = sink.differences();
    for (const output::Difference& difference : differences) {
        console.result(fmt::format("{} {}\n", output::word(difference.kind), difference.path));
        if (options.diff) console.result(output::unified_diff(difference));
    }
    const std::string folder = config.output.string();
    if (differences.empty()) {
        if (!options.quiet)
            console.message(fmt::format("{}: {} files are what they should be", folder, outcome.unchanged.size()));
        return;
    }
    std::vector<Diagnostic> places;
    for (const output::Difference& difference : differences)
        places.push_back(stale_file(difference, config.output));
    console.diagnostic({Diagnostic::Severity::error,
                        fmt::format("{}: {} of {} files are stale", folder, differences.size(),
                                    differences.size() + outcome.unchanged.size()),
                        std::nullopt, fmt::format("run `{}` and commit the result", remedy(options))},
                       places);
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
    auto* quiet = command->add_flag("-q,--quiet", options->quiet, "Say nothing unless something is stale or wrong");
    command->add_flag("-v,--verbose", options->verbose, "Say how long each stage takes")->excludes(quiet);
    command->callback([options, &console] { check(*options, console); });
}

} // namespace actlas::cli
