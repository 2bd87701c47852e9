#include "config/folders.hpp"

#include "base/suggest.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>

namespace actlas::config {

namespace fs = std::filesystem;

bool require_folder(Section& section, std::string_view key, const fs::path& folder) {
    std::error_code error;
    if (fs::is_directory(folder, error)) return true;
    std::vector<std::string> siblings;
    for (fs::directory_iterator entry(folder.parent_path().empty() ? "." : folder.parent_path(), error), end;
         !error && entry != end; entry.increment(error)) {
        std::error_code unknown;
        if (entry->is_directory(unknown)) siblings.push_back(entry->path().filename().string());
    }
    std::sort(siblings.begin(), siblings.end());
    const auto nearest = nearest_word(folder.filename().string(), siblings);
    const std::string name = folder.generic_string();
    section.reader().error_at(
        key,
        fs::exists(folder, error) ? fmt::format("{} is no folder", name) : fmt::format("there is no folder {}", name),
        nearest ? fmt::format("did you mean {}?", (folder.parent_path() / *nearest).generic_string()) : "");
    return false;
}

ChosenCatalogue choose_catalogue(Section& top, const fs::path& base) {
    const auto given = top.string("catalogue");
    if (!given) return {.catalogue = catalogue::Catalogue::builtin(), .readable = !top.reader().has("catalogue")};
    const fs::path folder = base / *given;
    if (!require_folder(top, "catalogue", folder))
        return {.catalogue = catalogue::Catalogue::builtin(), .readable = false};
    try {
        ChosenCatalogue chosen{.catalogue = catalogue::Catalogue::from_folder(folder)};
        chosen.inputs.push_back(folder); // whose time tells of files that come or go
        for (const auto& entry : fs::directory_iterator(folder)) {
            if (entry.path().extension() == ".toml") chosen.inputs.push_back(entry.path());
        }
        std::sort(chosen.inputs.begin(), chosen.inputs.end());
        return chosen;
    } catch (const InputError& error) {
        return {.catalogue = catalogue::Catalogue::builtin(), .readable = false, .faults = error.diagnostics()};
    }
}

} // namespace actlas::config
