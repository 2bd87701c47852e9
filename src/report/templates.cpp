#include "report/templates.hpp"

#include "base/diagnostic.hpp"
#include "base/embedded.hpp"
#include "base/file.hpp"
#include "base/limits.hpp"
#include "base/suggest.hpp"

#include <fmt/format.h>

#include <set>

namespace actlas::embedded {
extern const std::span<const EmbeddedFile> template_files;
}

namespace actlas::report {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view root = "templates/";

/// The dotted names of all strings in a JSON object.
void collect_keys(const nlohmann::ordered_json& node, const std::string& prefix, std::set<std::string>& keys) {
    for (const auto& [name, value] : node.items()) {
        const std::string path = prefix.empty() ? name : prefix + "." + name;
        if (value.is_object())
            collect_keys(value, path, keys);
        else
            keys.insert(path);
    }
}

/// What a language's folder offers, files by their path in it and strings by their name.
std::set<std::string> offers(const Templates& templates, Language language) {
    const std::string folder = std::string(code(language)) + "/";
    std::set<std::string> all;
    for (const auto& path : templates.paths(folder))
        all.insert("the file " + path.substr(folder.size()));
    std::set<std::string> keys;
    collect_keys(strings(templates, language), "", keys);
    for (const auto& key : keys)
        all.insert(fmt::format("the string \"{}\"", key));
    return all;
}

} // namespace

Templates Templates::builtin() {
    std::map<std::string, std::string, std::less<>> files;
    for (const auto& file : embedded::template_files)
        files.emplace(file.path.substr(root.size()), file.text);
    return Templates(std::move(files));
}

Templates Templates::with_overrides(const fs::path& folder) {
    Templates templates = builtin();
    const auto known = templates.paths();
    std::error_code error;
    std::vector<Diagnostic> problems;
    fs::recursive_directory_iterator entries(folder, error);
    if (error)
        throw FileError(
            fmt::format("cannot read the template folder {}: {}", folder.generic_string(), error.message()));
    std::set<std::string> seen;
    for (const auto& entry : entries)
        if (entry.is_regular_file()) seen.insert(entry.path().lexically_relative(folder).generic_string());
    for (const auto& path : seen) {
        if (path == "README.md") continue; // a copy of the whole folder is a good start
        if (fs::file_size(folder / path) > limits::template_bytes)
            throw FileError(fmt::format("cannot read {}/{}: it has more than {} bytes", folder.generic_string(), path,
                                        limits::template_bytes));
        std::string text = read_file(folder / path);
        if (templates.has(path) && path.ends_with(".toml") && text != templates.text(path)) {
            problems.push_back({Diagnostic::Severity::error,
                                fmt::format("{}/{}: the texts of figures, limitations and cards cannot be replaced",
                                            folder.generic_string(), path),
                                std::nullopt,
                                {}});
        } else if (templates.has(path)) {
            templates.files_[path] = std::move(text);
        } else {
            problems.push_back({Diagnostic::Severity::error,
                                fmt::format("{}/{} replaces no template", folder.generic_string(), path), std::nullopt,
                                did_you_mean(path, known)});
        }
    }
    if (!problems.empty()) throw InputError(std::move(problems));
    return templates;
}

const std::string& Templates::text(std::string_view path) const {
    const auto file = files_.find(path);
    if (file == files_.end())
        throw InputError(Diagnostic{Diagnostic::Severity::error, fmt::format("there is no template {}{}", root, path),
                                    std::nullopt, did_you_mean(path, paths())});
    return file->second;
}

std::vector<std::string> Templates::paths(std::string_view prefix) const {
    std::vector<std::string> found;
    for (auto file = files_.lower_bound(prefix); file != files_.end() && file->first.starts_with(prefix); ++file)
        found.push_back(file->first);
    return found;
}

nlohmann::ordered_json strings(const Templates& templates, Language language) {
    const std::string path = fmt::format("{}/strings.json", code(language));
    const std::string& text = templates.text(path);
    try {
        auto json = nlohmann::ordered_json::parse(text);
        if (json.is_object()) return json;
    } catch (const nlohmann::json::parse_error& error) {
        const std::size_t offset = error.byte > 0 ? std::min(error.byte - 1, text.size()) : 0;
        throw InputError(Diagnostic{Diagnostic::Severity::error,
                                    "this is not JSON",
                                    span_in_text(std::string(root) + path, text, offset, 1),
                                    {}});
    }
    throw InputError(Diagnostic{
        Diagnostic::Severity::error, fmt::format("{}{} holds no JSON object", root, path), std::nullopt, {}});
}

std::string stylesheet(const Templates& templates) {
    std::string css;
    for (const auto& path : templates.paths("assets/"))
        if (path.ends_with(".css")) css += templates.text(path);
    return css;
}

void check_languages(const Templates& templates, const std::vector<Language>& languages) {
    std::map<Language, std::set<std::string>> offered;
    std::set<std::string> all;
    for (const Language language : languages) {
        offered[language] = offers(templates, language);
        all.insert(offered[language].begin(), offered[language].end());
    }
    std::vector<Diagnostic> problems;
    for (const Language language : languages)
        for (const auto& item : all)
            if (!offered[language].contains(item))
                problems.push_back({Diagnostic::Severity::error,
                                    fmt::format("{}{} lacks {}", root, code(language), item),
                                    std::nullopt,
                                    {}});
    if (!problems.empty()) throw InputError(std::move(problems));
}

} // namespace actlas::report
