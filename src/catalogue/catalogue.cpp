#include "catalogue/catalogue.hpp"

#include "base/embedded.hpp"
#include "base/file.hpp"
#include "base/suggest.hpp"
#include "catalogue/contents.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <system_error>
#include <utility>

namespace actlas::embedded {
extern const std::span<const EmbeddedFile> catalogue_files;
} // namespace actlas::embedded

namespace actlas::catalogue {
namespace {

const Family& custom_family() {
    static const Family family{
        "custom",
        {"Your own", "自定义"},
        {"Activations that the configuration defines itself.", "由配置文件自行定义的激活函数。"}};
    return family;
}

template<typename Items>
std::vector<std::string> ids_of(const Items& items) {
    std::vector<std::string> result;
    result.reserve(items.size());
    for (const auto& item : items)
        result.push_back(item.id);
    return result;
}

bool contains(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace

std::vector<formula::Binding> Activation::bindings() const {
    std::vector<formula::Binding> result;
    result.reserve(parameters.size());
    for (const Parameter& parameter : parameters)
        result.push_back({parameter.name, parameter.value});
    return result;
}

Catalogue Catalogue::builtin() {
    std::vector<TomlSource> files;
    for (const EmbeddedFile& file : embedded::catalogue_files)
        files.emplace_back(std::string(file.path), std::string(file.text));
    return Catalogue(read_contents(files));
}

Catalogue Catalogue::from_folder(const std::filesystem::path& folder) {
    std::error_code failure;
    std::vector<std::filesystem::path> paths;
    for (std::filesystem::directory_iterator entry(folder, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        if (entry->path().extension() == ".toml" && entry->is_regular_file(failure)) paths.push_back(entry->path());
    }
    if (failure)
        throw FileError(fmt::format("cannot read the folder {}: {}", folder.generic_string(), failure.message()));
    if (paths.empty()) throw FileError(fmt::format("the folder {} holds no *.toml file", folder.generic_string()));
    std::sort(paths.begin(), paths.end());
    std::vector<TomlSource> files;
    files.reserve(paths.size());
    for (const std::filesystem::path& path : paths)
        files.emplace_back(path.generic_string(), read_file(path));
    return Catalogue(read_contents(files));
}

Catalogue::Catalogue(Contents contents)
    : activations_(std::move(contents.activations)), families_(std::move(contents.families)),
      frameworks_(std::move(contents.frameworks)), groups_(std::move(contents.groups)) {
    for (std::size_t i = 0; i < activations_.size(); ++i)
        index(i);
}

void Catalogue::index(std::size_t position) {
    const Activation& activation = activations_[position];
    by_id_.emplace(activation.id, position);
    by_name_.emplace(folded_name(activation.id), position);
    by_name_.emplace(folded_name(activation.name), position);
}

void Catalogue::add(Activation activation, const std::optional<SourceSpan>& where) {
    std::vector<Diagnostic> wrong;
    const auto error = [&](std::string message, std::string hint) {
        wrong.push_back({Diagnostic::Severity::error, std::move(message), where, std::move(hint)});
    };
    if (by_id_.contains(activation.id)) {
        error(fmt::format("there is an activation \"{}\" already", activation.id), "give it another id");
    }
    const std::vector<std::string> families = ids_of(families_);
    const bool first_custom = activation.family == custom_family().id && !contains(families, activation.family);
    if (!first_custom && !contains(families, activation.family)) {
        error(fmt::format("there is no family \"{}\"", activation.family), did_you_mean(activation.family, families));
    }
    for (const Relation& relation : activation.relations) {
        if (!by_id_.contains(relation.id))
            error(fmt::format("there is no activation \"{}\"", relation.id), did_you_mean(relation.id, ids()));
    }
    if (!wrong.empty()) throw InputError(std::move(wrong));
    if (first_custom) families_.push_back(custom_family());
    activations_.push_back(std::move(activation));
    index(activations_.size() - 1);
}

const Activation* Catalogue::find(std::string_view id_or_name) const {
    if (const auto found = by_id_.find(id_or_name); found != by_id_.end()) return &activations_[found->second];
    const std::string folded = folded_name(id_or_name);
    if (const auto found = by_name_.find(folded); found != by_name_.end()) return &activations_[found->second];
    // An alias that several share means none of them.
    const Activation* only = nullptr;
    for (const Activation& activation : activations_) {
        const auto is_meant = [&](const std::string& alias) { return folded_name(alias) == folded; };
        if (std::none_of(activation.aliases.begin(), activation.aliases.end(), is_meant)) continue;
        if (only != nullptr) return nullptr;
        only = &activation;
    }
    return only;
}

std::vector<std::string> Catalogue::group(std::string_view name) const {
    if (!name.starts_with('@')) return {};
    const std::string id(name.substr(1));
    const auto written =
        std::find_if(groups_.begin(), groups_.end(), [&](const Group& group) { return group.id == id; });
    if (written != groups_.end()) return written->members;

    const bool is_framework = std::any_of(frameworks_.begin(), frameworks_.end(), [&](const Framework& framework) {
        return framework.complete && framework.id == id;
    });
    const auto belongs = [&](const Activation& activation) {
        if (id == "all" || activation.family == id) return true;
        return is_framework &&
               std::any_of(activation.frameworks.begin(), activation.frameworks.end(),
                           [&](const FrameworkName& n) { return n.is_activation && n.framework == id; });
    };
    std::vector<std::string> members;
    for (const Activation& activation : activations_) {
        if (belongs(activation)) members.push_back(activation.id);
    }
    return members;
}

std::vector<std::string> Catalogue::group_names() const {
    std::vector<std::string> names;
    for (const Group& group : groups_)
        names.push_back("@" + group.id);
    for (const Framework& framework : frameworks_) {
        if (framework.complete) names.push_back("@" + framework.id);
    }
    names.emplace_back("@all");
    for (const Family& family : families_)
        names.push_back("@" + family.id);
    return names;
}

std::vector<std::string> Catalogue::ids() const {
    return ids_of(activations_);
}

} // namespace actlas::catalogue
