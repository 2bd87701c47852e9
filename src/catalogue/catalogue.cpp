#include "catalogue/catalogue.hpp"

#include "base/file.hpp"
#include "catalogue/builtin_index.hpp"
#include "catalogue/contents.hpp"
#include "catalogue/joining.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <span>
#include <system_error>
#include <utility>

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

std::vector<std::string> strings(std::span<const std::string_view> views) {
    return {views.begin(), views.end()};
}

LocalizedText text(std::string_view en, std::string_view zh) {
    return {std::string(en), std::string(zh)};
}

} // namespace

std::vector<formula::Binding> Activation::bindings() const {
    std::vector<formula::Binding> result;
    result.reserve(parameters.size());
    for (const Parameter& parameter : parameters)
        result.push_back({parameter.name, parameter.value});
    return result;
}

/// An activation that is still only a text.
struct Catalogue::Unread {
    std::string_view text;
    std::once_flag read;
};

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
    headings_.reserve(activations_.size());
    for (const Activation& activation : activations_)
        headings_.push_back(heading_of(activation));
}

Catalogue::Catalogue(const BuiltinIndex& index)
    : activations_(index.activations.size()), unread_(new Unread[index.activations.size()]),
      unread_count_(index.activations.size()) {
    headings_.reserve(unread_count_);
    for (const IndexedActivation& entry : index.activations) {
        unread_[headings_.size()].text = entry.text;
        headings_.push_back({std::string(entry.id), std::string(entry.name), strings(entry.aliases),
                             std::string(entry.family), strings(entry.frameworks)});
    }
    for (const IndexedFamily& family : index.families)
        families_.push_back(
            {std::string(family.id), text(family.name_en, family.name_zh), text(family.summary_en, family.summary_zh)});
    for (const IndexedFramework& framework : index.frameworks)
        frameworks_.push_back({std::string(framework.id), std::string(framework.name), framework.complete});
    for (const IndexedGroup& group : index.groups)
        groups_.push_back({std::string(group.id), strings(group.members)});
}

Catalogue::Catalogue(Catalogue&& other) noexcept = default;
Catalogue& Catalogue::operator=(Catalogue&& other) noexcept = default;
Catalogue::~Catalogue() = default;

const Activation& Catalogue::read(std::size_t position) const {
    Activation& place = activations_[position];
    if (position < unread_count_) {
        std::call_once(unread_[position].read,
                       [&] { place = read_checked_activation(unread_[position].text, headings_[position].family); });
    }
    return place;
}

const std::vector<Activation>& Catalogue::activations() const {
    for (std::size_t i = 0; i < unread_count_; ++i)
        read(i);
    return activations_;
}

bool Catalogue::has_id(std::string_view id) const {
    return std::any_of(headings_.begin(), headings_.end(), [&](const Heading& heading) { return heading.id == id; });
}

void Catalogue::add(Activation activation, const std::optional<SourceSpan>& where) {
    std::vector<Diagnostic> faults = faults_of_joining(activation, *this, {where, where, {}});
    if (!faults.empty()) throw InputError(std::move(faults));
    const bool first_custom =
        activation.family == custom_family().id && !contains(ids_of(families_), activation.family);
    if (first_custom) families_.push_back(custom_family());
    headings_.push_back(heading_of(activation));
    activations_.push_back(std::move(activation));
}

const Activation* Catalogue::find(std::string_view id_or_name) const {
    const auto only = [&](const auto& is_meant) -> std::optional<std::size_t> {
        const auto first = std::find_if(headings_.begin(), headings_.end(), is_meant);
        if (first == headings_.end() || std::find_if(first + 1, headings_.end(), is_meant) != headings_.end())
            return std::nullopt;
        return static_cast<std::size_t>(first - headings_.begin());
    };
    if (const auto exact = only([&](const Heading& heading) { return heading.id == id_or_name; })) return &read(*exact);
    const std::string folded = folded_name(id_or_name);
    auto found = only([&](const Heading& heading) { return is_called(heading, folded); });
    // An alias that several share means none of them.
    if (!found) found = only([&](const Heading& heading) { return answers_to(heading, folded); });
    return found ? &read(*found) : nullptr;
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
    const auto belongs = [&](const Heading& heading) {
        return id == "all" || heading.family == id || (is_framework && contains(heading.frameworks, id));
    };
    std::vector<std::string> members;
    for (const Heading& heading : headings_) {
        if (belongs(heading)) members.push_back(heading.id);
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
    return ids_of(headings_);
}

std::vector<std::string> Catalogue::names() const {
    std::vector<std::string> names;
    for (const Heading& heading : headings_) {
        names.push_back(heading.name);
        names.insert(names.end(), heading.aliases.begin(), heading.aliases.end());
    }
    return names;
}

} // namespace actlas::catalogue
