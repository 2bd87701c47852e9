#pragma once

#include "base/language.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::report {

/// The files of templates/, by their paths in it: those compiled into the binary, or those of a folder of the user's
/// laid over them.
class Templates {
public:
    /// Those compiled into the binary.
    static Templates builtin();

    /// The built-in ones, each replaced by the file of the same path in `folder` where there is one. Throws FileError
    /// for a folder that cannot be read and InputError for a file in it whose path is no template's, or is that of
    /// texts which do not go through templates (*.toml) and has others.
    static Templates with_overrides(const std::filesystem::path& folder);

    explicit Templates(std::map<std::string, std::string, std::less<>> files) : files_(std::move(files)) {}

    bool has(std::string_view path) const { return files_.find(path) != files_.end(); }

    /// The text of a file; throws InputError naming the path where there is none.
    const std::string& text(std::string_view path) const;

    /// All paths that begin with `prefix`, sorted.
    std::vector<std::string> paths(std::string_view prefix = {}) const;

private:
    std::map<std::string, std::string, std::less<>> files_;
};

/// The short texts of a language: templates/LANGUAGE/strings.json. Throws InputError where it is no JSON object.
nlohmann::ordered_json strings(const Templates& templates, Language language);

/// The style sheet of HTML pages: assets/*.css in the order of their names.
std::string stylesheet(const Templates& templates);

/// Throws InputError listing every string and every prose file that one of `languages` has and another lacks.
void check_languages(const Templates& templates, const std::vector<Language>& languages);

} // namespace actlas::report
