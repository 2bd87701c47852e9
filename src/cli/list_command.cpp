#include "base/utf8.hpp"
#include "base/wrap.hpp"
#include "catalogue/vector_catalogue.hpp"
#include "cli/commands.hpp"
#include "cli/subject.hpp"
#include "config/selection.hpp"
#include "formula/printers.hpp"
#include "formula/vector_notation.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <optional>

namespace actlas::cli {
namespace {

struct ListOptions {
    std::string group;
    std::string catalogue;
    bool json = false;
};

/// One line of the list. Without a group it holds the activations of one number, as @all does; those of vectors are
/// @vector.
struct Entry {
    const catalogue::Activation* activation = nullptr;
    std::string formula; ///< in real symbols
    bool of_vectors = false;
};

Entry entry_of(const catalogue::Activation& activation) {
    return {&activation, formula::to_text(activation.expr), false};
}

Entry entry_of(const catalogue::VectorActivation& activation) {
    std::string text;
    for (const formula::Notation& equation : formula::notate_vector(activation.formula))
        (text += text.empty() ? "" : ", ") += formula::to_text(equation);
    return {&activation.about, std::move(text), true};
}

std::vector<Entry> chosen(const catalogue::Catalogue& catalogue, const catalogue::VectorCatalogue& vectors,
                          const std::string& group) {
    std::vector<Entry> result;
    if (group.empty()) {
        for (const auto& activation : catalogue.activations())
            result.push_back(entry_of(activation));
        return result;
    }
    const std::string name = group.starts_with('@') ? group : "@" + group;
    for (const std::string& id : catalogue.group(name))
        result.push_back(entry_of(*catalogue.find(id)));
    if (result.empty()) {
        for (const std::string& id : vectors.group(name))
            result.push_back(entry_of(*vectors.find(id)));
    }
    if (result.empty()) throw InputError(config::unknown_group(name, catalogue, std::nullopt, &vectors));
    return result;
}

std::string table(const std::vector<Entry>& entries) {
    std::size_t id_width = 0;
    std::size_t name_width = 0;
    for (const auto& [activation, formula, of_vectors] : entries) {
        id_width = std::max(id_width, activation->id.size());
        name_width = std::max(name_width, code_points(activation->name).size());
    }
    std::string text;
    for (const auto& [activation, formula, of_vectors] : entries) {
        text += fmt::format("{}  {}  {}\n", padded(activation->id, static_cast<int>(id_width)),
                            padded(activation->name, static_cast<int>(name_width)), formula);
    }
    return text;
}

std::string json(const std::vector<Entry>& entries) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& [activation, formula, of_vectors] : entries) {
        nlohmann::ordered_json entry{{"id", activation->id},
                                     {"name", activation->name},
                                     {"aliases", activation->aliases},
                                     {"family", activation->family}};
        entry["year"] = activation->year ? nlohmann::ordered_json(*activation->year) : nlohmann::ordered_json();
        entry["formula"] = activation->source;
        if (of_vectors) entry["of_vectors"] = true;
        list.push_back(std::move(entry));
    }
    return list.dump(2) + "\n";
}

} // namespace

void add_list(CLI::App& app, const Console& console) {
    auto* command = app.add_subcommand("list", "List the activations: id, name, formula");
    const auto options = std::make_shared<ListOptions>();
    command
        ->add_option("GROUP", options->group,
                     "Only this group: @common, @all, @seed, @torch, @keras, @jax, @onnx, @vector, or a family such as "
                     "@rectifier or @gates")
        ->type_name("");
    command->add_flag("--json", options->json, "Print JSON");
    add_catalogue_option(*command, options->catalogue);
    command->callback([options, &console] {
        const catalogue::Catalogue catalogue = open_catalogue(options->catalogue);
        const auto vectors = catalogue::VectorCatalogue::builtin();
        const auto entries = chosen(catalogue, vectors, options->group);
        console.result(options->json ? json(entries) : table(entries));
    });
}

} // namespace actlas::cli
