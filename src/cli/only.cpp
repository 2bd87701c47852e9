#include "cli/only.hpp"

#include "base/diagnostic.hpp"
#include "base/suggest.hpp"
#include "catalogue/vector_catalogue.hpp"
#include "config/selection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string_view>

namespace actlas::cli {

namespace {

/// The ids of all that a config shows, of numbers and of vectors.
std::vector<std::string> shown_ids(const config::Config& config) {
    std::vector<std::string> ids;
    const auto add = [&](const auto& numbers, const auto& vectors) {
        for (const catalogue::Activation& activation : numbers)
            ids.push_back(activation.id);
        for (const catalogue::VectorActivation& activation : vectors)
            ids.push_back(activation.about.id);
    };
    add(config.activations, config.vectors);
    for (const config::FigureRequest& figure : config.extra_figures)
        add(figure.activations, figure.vectors);
    if (config.slides) add(config.slides->activations, std::vector<catalogue::VectorActivation>{});
    return ids;
}

/// The id of one that a config shows, by its id, name or alias. Throws InputError where it shows none of them.
std::string require_shown(const config::Config& config, const std::vector<std::string>& shown,
                          const std::string& name) {
    const auto is_shown = [&](const std::string& id) {
        return std::find(shown.begin(), shown.end(), id) != shown.end();
    };
    const catalogue::Activation* const of_numbers = config.catalogue.find(name);
    if (of_numbers != nullptr && is_shown(of_numbers->id)) return of_numbers->id;
    // The config's own are not among those that are built in.
    if (is_shown(name)) return name;
    const auto vectors = catalogue::VectorCatalogue::builtin();
    const catalogue::VectorActivation* const of_vectors = vectors.find(name);
    if (of_vectors != nullptr && is_shown(of_vectors->about.id)) return of_vectors->about.id;
    if (of_numbers == nullptr && of_vectors == nullptr)
        throw InputError(config::unknown_activation(name, config.catalogue, std::nullopt, &vectors));
    const std::string id = of_numbers != nullptr ? of_numbers->id : of_vectors->about.id;
    std::string hint = did_you_mean(id, shown);
    if (hint.empty()) hint = "`include` lists what the report shows";
    throw InputError(Diagnostic{Diagnostic::Severity::error, fmt::format("the config shows no activation \"{}\"", id),
                                std::nullopt, hint});
}

/// The name of a file without its folder and endings: curve-relu of figures/curve-relu.en.light.svg.
std::string_view stem(std::string_view path) {
    path.remove_prefix(path.rfind('/') + 1); // npos + 1 is 0
    return path.substr(0, path.find('.'));
}

bool is_page_of(const std::string& path, const std::vector<std::string>& ids) {
    const bool is_page = path.find("/activation/") != std::string::npos || path.find("/vector/") != std::string::npos;
    return is_page && std::find(ids.begin(), ids.end(), stem(path)) != ids.end();
}

/// The stems of all figures that a page refers to.
void add_figures_of(std::string_view page, std::set<std::string, std::less<>>& stems) {
    constexpr std::string_view folder = "figures/";
    for (std::size_t at = page.find(folder); at != std::string_view::npos; at = page.find(folder, at)) {
        at += folder.size();
        stems.emplace(page.substr(at, page.find('.', at) - at));
    }
}

} // namespace

std::vector<std::string> limit_to(config::Config& config, const std::vector<std::string>& ids) {
    if (ids.empty()) return {};
    const std::vector<std::string> shown = shown_ids(config);
    std::vector<std::string> wanted;
    for (const std::string& name : ids)
        wanted.push_back(require_shown(config, shown, name));
    const auto unwanted = [&](const catalogue::Activation& activation) {
        return std::find(wanted.begin(), wanted.end(), activation.id) == wanted.end();
    };
    const auto unwanted_vector = [&](const catalogue::VectorActivation& activation) {
        return unwanted(activation.about);
    };
    const auto none_wanted = [&](const auto& of_numbers, const auto& of_vectors) {
        return std::all_of(of_numbers.begin(), of_numbers.end(), unwanted) &&
               std::all_of(of_vectors.begin(), of_vectors.end(), unwanted_vector);
    };
    std::erase_if(config.extra_figures,
                  [&](const config::FigureRequest& figure) { return none_wanted(figure.activations, figure.vectors); });
    if (config.slides && std::all_of(config.slides->activations.begin(), config.slides->activations.end(), unwanted))
        config.slides.reset();
    if (none_wanted(config.activations, config.vectors)) config.report.enabled = false;
    return wanted;
}

void keep_files_of(const std::vector<std::string>& ids, std::vector<output::Artefact>& report) {
    std::set<std::string, std::less<>> stems;
    for (const std::string& id : ids) // on no page of their own
        stems.insert("icon-" + id);
    for (const output::Artefact& artefact : report)
        if (is_page_of(artefact.path, ids)) add_figures_of(artefact.bytes, stems);
    std::erase_if(report, [&](const output::Artefact& artefact) {
        const std::string& path = artefact.path;
        if (path.starts_with("figures/")) return !stems.contains(stem(path));
        const bool all_in_one = path.ends_with(".html") && path.find('/') == std::string::npos;
        return !(all_in_one || path.starts_with("assets/") || is_page_of(path, ids));
    });
}

} // namespace actlas::cli
