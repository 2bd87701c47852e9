#include "output/manifest.hpp"

#include "output/path.hpp"
#include "output/sha256.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace actlas::output {
namespace {
constexpr const char* schema = "actlas.manifest/1";
}

Manifest make_manifest(const std::vector<Artefact>& artefacts, std::string version, std::vector<ManifestFont> fonts) {
    Manifest manifest;
    manifest.version = std::move(version);
    manifest.fonts = std::move(fonts);
    std::sort(manifest.fonts.begin(), manifest.fonts.end(), [](const ManifestFont& a, const ManifestFont& b) {
        return std::tie(a.family, a.file) < std::tie(b.family, b.file);
    });
    for (const Artefact& artefact : artefacts)
        manifest.files[artefact.path] = sha256(artefact.bytes);
    return manifest;
}

Artefact to_artefact(const Manifest& manifest) {
    nlohmann::ordered_json json;
    json["schema"] = schema;
    json["version"] = manifest.version;
    json["fonts"] = nlohmann::ordered_json::array();
    for (const ManifestFont& font : manifest.fonts)
        json["fonts"].push_back({{"family", font.family}, {"file", font.file}, {"sha256", font.sha256}});
    json["files"] = nlohmann::ordered_json::object();
    for (const auto& [path, digest] : manifest.files)
        json["files"][path] = digest;
    return {std::string(manifest_path), json.dump(2) + "\n"};
}

std::optional<Manifest> parse_manifest(std::string_view text) {
    try {
        const auto json = nlohmann::json::parse(text);
        if (json.at("schema") != schema) return std::nullopt;
        Manifest manifest;
        manifest.version = json.at("version").get<std::string>();
        for (const auto& [path, digest] : json.at("files").items()) {
            if (path_fault(path).empty()) manifest.files[path] = digest.get<std::string>();
        }
        return manifest;
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

} // namespace actlas::output
