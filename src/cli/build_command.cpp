#include "base/file.hpp"
#include "base/limits.hpp"
#include "cli/commands.hpp"
#include "cli/only.hpp"
#include "cli/pipeline.hpp"
#include "cli/progress.hpp"
#include "output/depfile.hpp"
#include "output/directory_sink.hpp"
#include "output/manifest.hpp"

#include <fmt/format.h>

#include <memory>

namespace actlas::cli {
namespace {

namespace fs = std::filesystem;

struct BuildOptions {
    std::string config;
    std::string output;
    unsigned jobs = 0; ///< 0: one a processor
    std::vector<std::string> only;
    bool quiet = false;
    bool verbose = false;
    std::string depfile;
};

/// A build of some activations keeps what an earlier one made, in the folder and in the manifest, so that a later build
/// of all still knows which files are ours.
void add_earlier_files(output::Manifest& manifest, const fs::path& folder) {
    std::error_code error;
    const fs::path place = folder / output::manifest_path;
    if (!fs::is_regular_file(place, error)) return;
    if (const auto earlier = output::parse_manifest(read_file(place)))
        manifest.files.insert(earlier->files.begin(), earlier->files.end());
}

std::string depfile_of(const config::Config& config, const Product& product) {
    std::vector<fs::path> inputs = config.inputs;
    for (const plot::FontFile& font : product.fonts)
        inputs.emplace_back(font.path);
    if (config.report.enabled && config.report.templates) {
        inputs.push_back(*config.report.templates); // a folder's time tells of files that come or go
        for (const auto& entry : fs::recursive_directory_iterator(*config.report.templates)) {
            if (entry.is_regular_file() || entry.is_directory()) inputs.push_back(entry.path());
        }
    }
    return output::depfile(config.output / output::manifest_path, std::move(inputs));
}

void build(const BuildOptions& options, const Console& console) {
    ShownProgress progress(console, {.line = !options.quiet, .timings = options.verbose});
    progress.begin("config");
    config::Config config = read_config_for(options.config, options.output);
    const std::vector<std::string> only = limit_to(config, options.only);
    const unsigned jobs = jobs_or_all(options.jobs);
    Product product = produce(config, only, jobs, progress);
    progress.end();
    for (const Diagnostic& warning : product.warnings)
        console.diagnostic(warning);
    progress.begin("output");
    output::DigestCache digests(digest_cache_file());
    output::Manifest manifest = manifest_of(product, jobs, digests);
    if (!options.only.empty()) add_earlier_files(manifest, config.output);
    using Stale = output::DirectorySink::Stale;
    output::DirectorySink sink(config.output, options.only.empty() ? Stale::remove : Stale::keep);
    give(sink, manifest, product);
    if (!options.depfile.empty()) sink.accompany(options.depfile, depfile_of(config, product));
    const output::Outcome outcome = sink.commit();
    digests.save();
    // The target is up to date now, also where its bytes, and so the file, stayed as they were.
    if (!options.depfile.empty())
        fs::last_write_time(config.output / output::manifest_path, fs::file_time_type::clock::now());
    progress.end();

    if (options.verbose) {
        for (const std::string& label : product.dropped)
            console.message(fmt::format("no room for a label: {}", label));
    }
    if (!options.quiet)
        console.message(fmt::format("{}: {} written, {} unchanged, {} removed", config.output.string(),
                                    outcome.written.size(), outcome.unchanged.size(), outcome.removed.size()));
}

} // namespace

void add_build(CLI::App& app, const Console& console) {
    auto* command = app.add_subcommand("build", "Make the report and the figures that a config asks for");
    const auto options = std::make_shared<BuildOptions>();
    command->add_option("CONFIG", options->config, "The config, a TOML file; `actlas init` writes one to start from")
        ->type_name("")
        ->required();
    command->add_option("-o,--output", options->output, "Write to this folder instead of the config's `output`")
        ->type_name("DIR");
    command->add_option("-j,--jobs", options->jobs, "How many threads to use; one a processor unless given")
        ->type_name("N")
        ->check(CLI::Range(1U, limits::jobs));
    command
        ->add_option("--only", options->only,
                     "Make only the pages and figures of these activations; the rest of the output stays as it was")
        ->type_name("ID,...")
        ->delimiter(',')
        ->allow_extra_args(false);
    auto* quiet = command->add_flag("-q,--quiet", options->quiet, "Say nothing unless something is wrong");
    command->add_flag("-v,--verbose", options->verbose, "Say how long each stage takes and which labels found no room")
        ->excludes(quiet);
    command
        ->add_option("--depfile", options->depfile,
                     "Also write the files that the result depends on, for make or ninja")
        ->type_name("FILE");
    command->callback([options, &console] { build(*options, console); });
}

} // namespace actlas::cli
