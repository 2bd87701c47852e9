#pragma once

#include "output/artefact.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::output {

inline constexpr std::string_view manifest_path = "manifest.json";

/// A font file that figures were set with, by its name without folders, so that the manifest is the same on every
/// machine.
struct ManifestFont {
    std::string family;
    std::string file;
    std::string sha256; ///< of the whole file
    bool operator==(const ManifestFont&) const = default;
};

/// The list of what a build made, and with what.
struct Manifest {
    std::string version; ///< of actlas
    std::vector<ManifestFont> fonts;
    std::map<std::string, std::string> files; ///< path -> SHA-256, without the manifest itself
};

/// The manifest of these artefacts; the fonts are sorted.
Manifest make_manifest(const std::vector<Artefact>& artefacts, std::string version, std::vector<ManifestFont> fonts);

/// manifest.json: `{"schema": "actlas.manifest/1", "version": .., "fonts": [{family, file, sha256}], "files":
/// {path: sha256}}`.
Artefact to_artefact(const Manifest& manifest);

/// Reads manifest.json back; nothing if the text is not a manifest of ours. Entries with a path that no artefact may
/// have are left out, since a manifest on disk may have been edited. What it says of fonts is for people and not read.
std::optional<Manifest> parse_manifest(std::string_view text);

} // namespace actlas::output
