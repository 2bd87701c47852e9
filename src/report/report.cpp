#include "report/report.hpp"

#include "base/diagnostic.hpp"
#include "base/suggest.hpp"
#include "figure/figure.hpp"
#include "figure/network.hpp"
#include "report/code_model.hpp"
#include "report/figures.hpp"
#include "report/model.hpp"
#include "report/page.hpp"
#include "report/page_figures.hpp"
#include "report/relatives_model.hpp"
#include "report/representatives.hpp"
#include "report/vector_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <iterator>
#include <utility>

namespace actlas::report {
namespace {

using analysis::Study;
using nlohmann::ordered_json;

/// The study of an activation that chapters need: the report's own, or else one made from the catalogue.
const Study& find_or_study(std::string_view id, const Input& input, std::deque<Study>& made) {
    for (const auto* study : input.studies)
        if (study->activation.id == id) return *study;
    const auto* const activation = input.catalogue->find(id);
    if (activation == nullptr || activation->id != id)
        throw InputError(Diagnostic{Diagnostic::Severity::error,
                                    fmt::format("the report's chapters need an activation \"{}\"", id), std::nullopt,
                                    "use a catalogue that holds it"});
    return made.emplace_back(analysis::study(*activation));
}

/// The functions with a text on their limitations: the four, then those of the report that have one.
std::vector<const Study*> with_limitations(const Input& input, const Seeds& seeds, const Templates& templates) {
    std::vector<const Study*> limited = seeds.all();
    for (const auto* study : input.studies)
        if (templates.has(fmt::format("{}/limitations/{}.md", code(input.languages.front()), study->activation.id)) &&
            std::find(limited.begin(), limited.end(), study) == limited.end())
            limited.push_back(study);
    return limited;
}

FigureOrder grid_order(std::string name, const Seeds& seeds, double width, bool derivative) {
    figure::Options options;
    options.x_range = {plate_low, plate_high};
    options.width = width;
    options.derivative = derivative;
    options.annotate = false;
    return {std::move(name),
            [all = seeds.all(), options](const auto& context) { return figure::grid(all, context, options); }};
}

/// The figure of each family with enough members that differ.
void add_family_figures(std::vector<FigureOrder>& orders, const Input& input) {
    for (const auto& family : input.catalogue->families()) {
        std::vector<const Study*> members;
        for (const auto* study : input.studies)
            if (study->activation.family == family.id) members.push_back(study);
        const auto shown = representatives(members);
        if (shown.size() < 2) continue;
        const auto add = [&](std::string name, double width) {
            figure::Options options;
            options.width = width;
            options.title = std::string(); // the page has it
            orders.push_back({std::move(name), [shown, options](const auto& context) {
                                  return figure::compare(shown, context, options);
                              }});
        };
        add("members-" + family.id, 720);
        add(small_figure("members-" + family.id), 420);
    }
}

std::vector<FigureOrder> figure_orders(const Input& input, const Seeds& seeds,
                                       const std::vector<const Study*>& limited) {
    // The plate stands beside the title, at less than the width of the text.
    std::vector<FigureOrder> orders{grid_order("plate", seeds, 560, false),
                                    grid_order(small_figure("plate"), seeds, 420, false),
                                    grid_order("plate-derivatives", seeds, 720, true),
                                    grid_order(small_figure("plate-derivatives"), seeds, 420, true)};
    orders.push_back(
        {"marking", [rules = marking(seeds)](const auto& context) { return figure::marking(rules, context); }});
    orders.push_back({"network", [&sigmoid = seeds.sigmoid](const auto& context) {
                          return figure::network(sigmoid, neuron_diagram(sigmoid), context);
                      }});
    for (const auto* study : input.studies)
        add_page_figures(orders, *study);
    add_family_figures(orders, input);
    for (const auto* study : input.vectors)
        add_vector_figures(orders, *study);
    for (const auto* study : limited)
        if (std::find(input.studies.begin(), input.studies.end(), study) == input.studies.end())
            orders.push_back(small_curve(*study));
    return orders;
}

/// Figures of the experiments that were run, each for wide and for narrow screens.
void add_experiments(std::vector<FigureOrder>& orders, const ExperimentResults& results) {
    const auto add = [&](const std::string& name, const auto& result, auto draw) {
        if (!result) return;
        orders.push_back({name, [&result, draw](const auto& context) { return draw(*result, context, {}); }});
        orders.push_back({small_figure(name), [&result, draw](const auto& context) {
                              figure::Options small;
                              small.width = 480;
                              return draw(*result, context, small);
                          }});
    };
    using figure::Context;
    using figure::Options;
    add("experiment-regions", results.regions, [](const auto& regions, const Context& context, const Options& options) {
        return figure::decision(regions, context, options);
    });
    add("experiment-depth", results.depths, [](const auto& depths, const Context& context, const Options& options) {
        return figure::depth(depths, context, options);
    });
    add("experiment-dead-units", results.dead, [](const auto& dead, const Context& context, const Options& options) {
        return figure::dead_units(dead, context, options);
    });
    add("experiment-loss", results.losses, [](const auto& losses, const Context& context, const Options& options) {
        return figure::loss(losses, context, options);
    });
}

/// The chapters of the front page in one language.
ordered_json chapter_list(const Input& input, const Edition& edition, const Templates& templates) {
    const auto known = chapter_names();
    ordered_json list = ordered_json::array();
    for (const auto& id : input.chapters) {
        if (std::find(known.begin(), known.end(), id) == known.end())
            throw InputError(Diagnostic{Diagnostic::Severity::error, fmt::format("there is no chapter \"{}\"", id),
                                        std::nullopt, did_you_mean(id, known)});
        list.push_back({{"id", id},
                        {"number", std::to_string(list.size() + 1)},
                        {"title", {{"t", fmt::format("chapters.{}.title", id)}}},
                        {"summary", {{"t", fmt::format("chapters.{}.summary", id)}}},
                        {"body", templates.text(fmt::format("{}/chapters/{}.md", code(edition.language), id))}});
    }
    return list;
}

Edition make_edition(const Input& input, Language language, ordered_json model, const Templates& templates) {
    Edition edition{language, strings(templates, language), Data()};
    model["title"] =
        input.title.in(language).empty() ? string_of(edition.strings, "title", language) : input.title.in(language);
    model["chapters"] = chapter_list(input, edition, templates);
    model["has_chapters"] = !input.chapters.empty();
    model["has_goals"] = std::find(input.chapters.begin(), input.chapters.end(), "goals") != input.chapters.end();
    model.update(vectors_model(input.vectors));
    for (auto& row : model["limitations"])
        row["body"] = templates.text(
            fmt::format("{}/limitations/{}.md", code(language), row["id"].get_ref<const std::string&>()));
    model["t"] = edition.strings;
    edition.data = to_data(model, language, edition.strings);
    return edition;
}

/// The edition's own data of the i-th entry of one of the model's lists.
const Data& entry_of(const Edition& edition, const char* list, std::size_t i) {
    return edition.data.get(list)->list_value()[i];
}

std::vector<PageOrder> page_orders(const Edition& edition, const ordered_json& model,
                                   const std::vector<std::string>& pages, const std::vector<ordered_json>& vectors,
                                   const std::deque<Data>& vector_data) {
    const auto word = [&](std::string_view name) { return string_of(edition.strings, name, edition.language); };
    const std::string title = edition.data.get("title")->string_value();
    const auto titled = [&](const std::string& page) { return page + word("title_separator") + title; };
    std::vector<PageOrder> orders;
    orders.push_back({"index", "pages/index.md", "index", title, word("description")});
    const bool has_overview = std::find(pages.begin(), pages.end(), "overview") != pages.end();
    if (has_overview)
        orders.push_back({"overview", "pages/overview.md", "overview", titled(word("overview.title")),
                          word("overview.description")});
    const std::string section_of_vectors = has_overview ? "overview" : "vectors";
    for (const std::string page :
         {"compare", "choose", "claims", "names", "synonyms", "lookup", "experiments", "method"}) {
        if (std::find(pages.begin(), pages.end(), page) == pages.end()) continue;
        const bool of_overview = page == "names" || page == "synonyms" || page == "lookup";
        orders.push_back({page, fmt::format("pages/{}.md", page), of_overview ? "overview" : page,
                          titled(word(page + (page == "names" ? ".page" : ".title"))), word(page + ".description")});
    }
    for (std::size_t i = 0; i < model["families"].size(); ++i) {
        const Data& family = entry_of(edition, "families", i);
        const std::string name = family.get("name")->string_value();
        orders.push_back({model["families"][i]["page"], "pages/family.md", "overview", titled(name),
                          name + word("family.description"), &family});
    }
    if (!vectors.empty())
        orders.push_back({"vectors", "pages/vectors.md", section_of_vectors, titled(word("vectors.title")),
                          word("vectors.description")});
    for (std::size_t i = 0; i < vectors.size(); ++i) {
        const auto& name = vectors[i]["name"].get_ref<const std::string&>();
        orders.push_back({vectors[i]["page"], "pages/vector.md", section_of_vectors, titled(name),
                          name + word("activation.description"), &vector_data[i]});
    }
    for (std::size_t i = 0; i < model["activations"].size(); ++i) {
        const auto& activation = model["activations"][i];
        const auto& name = activation["name"].get_ref<const std::string&>();
        orders.push_back({activation["page"], "pages/activation.md", "overview", titled(name),
                          name + word("activation.description"), &entry_of(edition, "activations", i)});
    }
    return orders;
}

/// The pages that are not on one function or family. In a report on activations of vectors alone there is nothing to
/// list, compare or choose from of the others.
std::vector<std::string> general_pages(const ordered_json& model) {
    std::vector<std::string> pages{"index", "lookup", "method"};
    if (model["has_functions"].get<bool>())
        pages.insert(pages.end(), {"overview", "compare", "choose", "claims", "synonyms"});
    if (model["has_names"].get<bool>()) pages.emplace_back("names");
    if (model["has_experiments"].get<bool>()) pages.emplace_back("experiments");
    return pages;
}

std::vector<PackedArtefact> render_packed(const Input& input) {
    const Templates templates = input.templates ? Templates::with_overrides(*input.templates) : Templates::builtin();
    check_languages(templates, {all_languages.begin(), all_languages.end()});

    std::deque<Study> made;
    const Seeds seeds{find_or_study("sigmoid", input, made), find_or_study("tanh", input, made),
                      find_or_study("relu", input, made), find_or_study("leaky_relu", input, made)};
    const auto limited = with_limitations(input, seeds, templates);
    Progress nobody;
    Progress& progress = input.progress != nullptr ? *input.progress : nobody;
    if (input.experiments) progress.begin("experiments");
    const ExperimentResults experiments =
        input.experiments ? run_experiments(*input.experiments, input.jobs) : ExperimentResults{};
    std::vector<FigureOrder> drawings = figure_orders(input, seeds, limited);
    add_experiments(drawings, experiments);
    FigureBook figures =
        draw_figures(drawings, input.languages,
                     {input.themes, input.png, input.pdf, input.png_scale, input.own_themes, input.transparent},
                     input.jobs, progress);
    ordered_json model = build_model(input.studies, seeds, limited, *input.catalogue, input.vectors);
    add_snippets(model, input.studies, *input.catalogue, templates);
    add_relatives(model, input.relatives, *input.catalogue);
    model["has_experiments"] = experiments.any();
    if (experiments.any()) model["experiments"] = experiments_model(experiments, input.studies);

    Site site{templates, figures, input.languages, {}, general_pages(model), {}};
    site.single_file = input.single_file;
    if (input.html) site.formats.push_back(Format::html);
    if (input.markdown) site.formats.push_back(Format::markdown);
    for (const auto& family : model["families"])
        site.pages.push_back(family["page"]);
    if (!input.vectors.empty()) site.pages.emplace_back("vectors");
    for (const auto* study : input.vectors)
        site.pages.push_back(vector_page(study->activation.about.id));
    for (const auto* study : input.studies)
        site.pages.push_back(activation_page(study->activation.id));
    for (const Language language : input.languages)
        site.language_names[language] = string_of(strings(templates, language), "language_name", language);

    std::vector<PackedArtefact> packed;
    progress.begin("pages", input.languages.size() * site.formats.size() * site.pages.size());
    for (const Language language : input.languages) {
        const Edition edition = make_edition(input, language, model, templates);
        const auto vectors = vector_pages(input.vectors, *input.catalogue, edition.strings, language);
        std::deque<Data> vector_data;
        for (const auto& vector : vectors)
            vector_data.push_back(to_data(vector, language, edition.strings));
        const auto orders = page_orders(edition, model, site.pages, vectors, vector_data);
        for (const Format format : site.formats)
            for (auto& page : render_pages(site, edition, format, orders, input.jobs, progress))
                packed.push_back({std::move(page.path), Packed(page.bytes)});
    }
    if (input.html && !input.single_file) {
        packed.push_back({"assets/atlas.css", Packed(stylesheet(templates))});
        packed.push_back({"assets/compare.js", Packed(templates.text("assets/compare.js"))});
    }
    packed.insert(packed.end(), std::make_move_iterator(figures.artefacts.begin()),
                  std::make_move_iterator(figures.artefacts.end()));
    return packed;
}

} // namespace

std::vector<output::Artefact> render_report(const Input& input) {
    std::vector<output::Artefact> artefacts;
    // What the pages were made from has gone before their bytes come back.
    for (auto& [path, bytes] : render_packed(input))
        artefacts.push_back({std::move(path), bytes.text()});
    return artefacts;
}

std::vector<std::string> chapter_names() {
    return {"sentence", "analogy", "background", "goals", "neuron", "limitations", "code", "plate"};
}

} // namespace actlas::report
