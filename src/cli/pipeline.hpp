#pragma once

#include "base/progress.hpp"
#include "config/config.hpp"
#include "output/artefact.hpp"
#include "output/digest_cache.hpp"
#include "output/manifest.hpp"
#include "output/sink.hpp"
#include "plot/typeset.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace actlas::cli {

/// Everything that a config asks for, in memory; nothing is written.
struct Product {
    std::vector<output::Artefact> artefacts; ///< without the manifest
    std::vector<plot::FontFile> fonts;       ///< those that figures were set with
    std::vector<Diagnostic> warnings;        ///< about the config's own themes
    std::vector<std::string> dropped;        ///< labels of the config's own figures that found no place
};

/// Runs the pipeline from a config to its artefacts on `jobs` threads; their number changes nothing in the product.
/// `only`: of the report, the pages and figures of these ids alone, with the bytes that they have in the whole report
/// (empty: all of it). Throws InputError.
Product produce(const config::Config& config, const std::vector<std::string>& only, unsigned jobs, Progress& progress);

/// Reads a config; `output`, unless empty, goes before the folder that it names. Throws InputError.
config::Config read_config_for(const std::string& path, const std::string& output);

/// Hands the manifest and the product's artefacts, which are moved from, to a sink.
void give(output::ArtefactSink& sink, const output::Manifest& manifest, Product& product);

/// What a build of the product leaves in manifest.json; font files whose digests are not known are read on `jobs`
/// threads. Throws FileError.
output::Manifest manifest_of(const Product& product, unsigned jobs, output::DigestCache& digests);

/// Where the digests of fonts are kept between runs; empty where the user has no folder for such things.
std::filesystem::path digest_cache_file();

/// The number of threads that is asked for, or one a processor where that is 0.
unsigned jobs_or_all(unsigned jobs);

} // namespace actlas::cli
