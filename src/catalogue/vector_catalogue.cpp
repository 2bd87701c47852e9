#include "catalogue/vector_catalogue.hpp"

#include "base/embedded.hpp"
#include "base/suggest.hpp"
#include "catalogue/activation_reader.hpp"
#include "catalogue/contents.hpp"
#include "catalogue/heading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>

namespace actlas::embedded {
extern const std::span<const EmbeddedFile> vector_files;
} // namespace actlas::embedded

namespace actlas::catalogue {
namespace {

bool answers_to(const Activation& activation, const std::string& folded) {
    const auto same = [&](const std::string& name) { return folded_name(name) == folded; };
    return same(activation.id) || same(activation.name) ||
           std::any_of(activation.aliases.begin(), activation.aliases.end(), same);
}

/// One file: a [family] and its activations.
struct VectorFile {
    Family family;
    std::int64_t order = 0;
    std::vector<VectorActivation> activations;
};

VectorFile read_vector_file(const TomlSource& source, std::vector<Diagnostic>& diagnostics) {
    VectorFile file;
    const auto root = parse_toml(source, diagnostics);
    if (!root) return file;
    TableReader reader(*root, source, diagnostics, "a file of vector activations");
    if (const toml::table* table = reader.table("family", Presence::required)) {
        TableReader family(*table, source, diagnostics, "[family]");
        file.family.id = family.string("id", Presence::required).value_or("");
        file.order = family.integer("order", 0, 1'000'000, Presence::required).value_or(0);
        file.family.name = family.text("name", Translation::required, Presence::required).value_or(LocalizedText{});
        file.family.summary =
            family.text("summary", Translation::required, Presence::required).value_or(LocalizedText{});
        family.reject_unknown_keys();
    }
    for (const toml::table* table : reader.tables("vector_activation")) {
        auto activation = read_vector_activation(*table, source, ReadMode::catalogue, diagnostics);
        if (!activation) continue;
        activation->about.family = file.family.id;
        file.activations.push_back(std::move(*activation));
    }
    reader.reject_unknown_keys();
    return file;
}

} // namespace

const Family& family_of_own_vectors() {
    static const Family family{
        "custom_vectors",
        {"Your own vector activations", "自定义的向量激活函数"},
        {"Activations of vectors that the configuration defines itself.", "由配置文件自行定义的向量激活函数。"}};
    return family;
}

VectorCatalogue VectorCatalogue::builtin() {
    std::vector<Diagnostic> diagnostics;
    std::vector<VectorFile> files;
    for (const EmbeddedFile& embedded : embedded::vector_files)
        files.push_back(
            read_vector_file(TomlSource(std::string(embedded.path), std::string(embedded.text)), diagnostics));
    if (!diagnostics.empty()) throw InputError(std::move(diagnostics));
    std::stable_sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.order < b.order; });
    VectorCatalogue catalogue;
    for (VectorFile& file : files) {
        catalogue.families_.push_back(std::move(file.family));
        std::move(file.activations.begin(), file.activations.end(), std::back_inserter(catalogue.activations_));
    }
    return catalogue;
}

void VectorCatalogue::add(VectorActivation activation, const std::optional<SourceSpan>& where) {
    std::vector<Diagnostic> wrong;
    const auto error = [&](std::string message, std::string hint) {
        wrong.push_back({Diagnostic::Severity::error, std::move(message), where, std::move(hint)});
    };
    const std::vector<std::string> known = ids();
    const auto is_known = [&](const std::string& id) {
        return std::find(known.begin(), known.end(), id) != known.end();
    };
    if (is_known(activation.about.id))
        error(fmt::format("there is an activation of vectors \"{}\" already", activation.about.id),
              "give it another id");
    for (const Relation& relation : activation.about.relations) {
        if (!is_known(relation.id))
            error(fmt::format("there is no activation of vectors \"{}\"", relation.id),
                  did_you_mean(relation.id, known));
    }
    if (!wrong.empty()) throw InputError(std::move(wrong));
    const std::string& custom = family_of_own_vectors().id;
    if (families_.empty() || families_.back().id != custom) families_.push_back(family_of_own_vectors());
    activation.about.family = custom;
    activations_.push_back(std::move(activation));
}

const VectorActivation* VectorCatalogue::find(std::string_view id_or_name) const {
    const auto named = std::find_if(activations_.begin(), activations_.end(),
                                    [&](const VectorActivation& a) { return a.about.id == id_or_name; });
    if (named != activations_.end()) return &*named;
    const std::string folded = folded_name(id_or_name);
    const auto called = std::find_if(activations_.begin(), activations_.end(),
                                     [&](const VectorActivation& a) { return answers_to(a.about, folded); });
    return called != activations_.end() ? &*called : nullptr;
}

std::vector<std::string> VectorCatalogue::group(std::string_view name) const {
    std::vector<std::string> members;
    for (const VectorActivation& activation : activations_) {
        if (name == "@vector" || name == "@" + activation.about.family) members.push_back(activation.about.id);
    }
    return members;
}

std::vector<std::string> VectorCatalogue::group_names() const {
    std::vector<std::string> names{"@vector"};
    for (const Family& family : families_)
        names.push_back("@" + family.id);
    return names;
}

std::vector<std::string> VectorCatalogue::ids() const {
    std::vector<std::string> result;
    for (const VectorActivation& activation : activations_)
        result.push_back(activation.about.id);
    return result;
}

std::vector<std::string> VectorCatalogue::names() const {
    std::vector<std::string> result;
    for (const VectorActivation& activation : activations_) {
        result.push_back(activation.about.name);
        result.insert(result.end(), activation.about.aliases.begin(), activation.about.aliases.end());
    }
    return result;
}

} // namespace actlas::catalogue
