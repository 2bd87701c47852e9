#include "base/utf8.hpp"
#include "base/wrap.hpp"
#include "cli/commands.hpp"
#include "cli/subject.hpp"
#include "config/selection.hpp"
#include "formula/printers.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace actlas::cli {
namespace {

struct ListOptions {
    std::string group;
    std::string catalogue;
    bool json = false;
};

std::vector<const catalogue::Activation*> chosen(const catalogue::Catalogue& catalogue, const std::string& group) {
    std::vector<const catalogue::Activation*> result;
    if (group.empty()) {
        for (const auto& activation : catalogue.activations())
            result.push_back(&activation);
        return result;
    }
    const std::string name = group.starts_with('@') ? group : "@" + group;
    for (const std::string& id : catalogue.group(name))
        result.push_back(catalogue.find(id));
    if (result.empty()) throw InputError(config::unknown_group(name, catalogue));
    return result;
}

std::string table(const std::vector<const catalogue::Activation*>& activations) {
    std::size_t id_width = 0;
    std::size_t name_width = 0;
    for (const auto* activation : activations) {
        id_width = std::max(id_width, activation->id.size());
        name_width = std::max(name_width, code_points(activation->name).size());
    }
    std::string text;
    for (const auto* activation : activations) {
        text += fmt::format("{}  {}  {}\n", padded(activation->id, static_cast<int>(id_width)),
                            padded(activation->name, static_cast<int>(name_width)), formula::to_text(activation->expr));
    }
    return text;
}

std::string json(const std::vector<const catalogue::Activation*>& activations) {
    auto list = nlohmann::ordered_json::array();
    for (const auto* activation : activations) {
        nlohmann::ordered_json entry{{"id", activation->id},
                                     {"name", activation->name},
                                     {"aliases", activation->aliases},
                                     {"family", activation->family}};
        entry["year"] = activation->year ? nlohmann::ordered_json(*activation->year) : nlohmann::ordered_json();
        entry["formula"] = activation->source;
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
                     "Only this group: @seed, @torch, @keras, @jax, @onnx, or a family such as @rectifier")
        ->type_name("");
    command->add_flag("--json", options->json, "Print JSON");
    add_catalogue_option(*command, options->catalogue);
    command->callback([options, &console] {
        const catalogue::Catalogue catalogue = open_catalogue(options->catalogue);
        const auto activations = chosen(catalogue, options->group);
        console.result(options->json ? json(activations) : table(activations));
    });
}

} // namespace actlas::cli
