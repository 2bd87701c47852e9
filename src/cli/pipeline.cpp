#include "cli/pipeline.hpp"

#include "analysis/relatives_json.hpp"
#include "analysis/study_json.hpp"
#include "analysis/vector_study.hpp"
#include "base/limits.hpp"
#include "base/parallel.hpp"
#include "base/suggest.hpp"
#include "cli/extra_figures.hpp"
#include "cli/notices.hpp"
#include "cli/slides.hpp"
#include "cli/study_book.hpp"
#include "cli/themes.hpp"
#include "cli/vector_book.hpp"
#include "cli/wording.hpp"
#include "config/selection.hpp"
#include "figure/figure.hpp"
#include "figure/vector_figure.hpp"
#include "output/sha256.hpp"
#include "report/figures.hpp"
#include "report/report.hpp"
#include "report/vector_model.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <set>
#include <thread>
#include <utility>

namespace actlas::cli {
namespace {

/// The numbers of a figure's activations in a book of studies.
using Numbers = std::vector<std::size_t>;

std::vector<const analysis::Study*> studies_of(const Numbers& numbers, const StudyBook& book) {
    std::vector<const analysis::Study*> studies;
    for (const std::size_t number : numbers)
        studies.push_back(&book.at(number));
    return studies;
}

output::Artefact studies_json(const Numbers& numbers, const StudyBook& book) {
    auto list = nlohmann::ordered_json::array();
    for (const std::size_t number : numbers) {
        list.push_back(analysis::study_json(book.at(number)));
        analysis::add_relatives(list.back(), book.relatives(number));
    }
    return {"data/studies.json", list.dump(2) + "\n"};
}

output::Artefact vector_studies_json(const Numbers& numbers, const VectorBook& book) {
    auto list = nlohmann::ordered_json::array();
    for (const std::size_t number : numbers)
        list.push_back(analysis::vector_study_json(book.at(number)));
    return {"data/vector_studies.json", list.dump(2) + "\n"};
}

report::Input report_input(const config::Config& config, const std::vector<const analysis::Study*>& studies,
                           const std::vector<plot::Theme>& own_themes, unsigned jobs) {
    const auto has = [&](config::FigureFormat format) {
        return std::find(config.figures.formats.begin(), config.figures.formats.end(), format) !=
               config.figures.formats.end();
    };
    report::Input input;
    input.title = config.title;
    input.languages = config.languages;
    input.studies = studies;
    input.catalogue = &config.catalogue;
    input.chapters = config.report.chapters;
    input.html = config.report.html;
    input.markdown = config.report.markdown;
    input.single_file = config.report.single_file;
    input.themes = config.figures.themes;
    input.png = has(config::FigureFormat::png);
    input.pdf = has(config::FigureFormat::pdf);
    input.png_scale = config.figures.dpi / 96;
    input.templates = config.report.templates;
    input.own_themes = own_themes;
    input.transparent = config.figures.transparent;
    input.jobs = jobs;
    return input;
}

/// Whether a file of the report is a page or figure of one of some activations: LANGUAGE/activation/ID.html,
/// LANGUAGE/vector/ID.html, figures/curve-ID.en.light.svg, figures/vector-KIND-ID.en.light.svg, ...; or what all pages
/// share and no activation changes.
bool is_of(const output::Artefact& artefact, const std::vector<std::string>& ids) {
    const std::string& path = artefact.path;
    if (path.starts_with("assets/")) return true;
    const bool page = path.find("/activation/") != std::string::npos || path.find("/vector/") != std::string::npos;
    const bool figure = path.starts_with("figures/");
    if (!page && !figure) return false;
    std::string name = path.substr(path.rfind('/') + 1);
    name.erase(std::min(name.find('.'), name.size()));
    const std::vector<std::string> vector_kinds = figure::all_vector_kinds();
    return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
        if (page) return name == id;
        if (name == "curve-" + id || name == "icon-" + id || name == report::small_figure("curve-" + id)) return true;
        return std::any_of(vector_kinds.begin(), vector_kinds.end(),
                           [&](const std::string& kind) { return name == report::vector_figure_name(kind, id); });
    });
}

/// A figure of the config may not be named like one of the report's.
void require_free_names(const config::Config& config, const std::vector<output::Artefact>& report) {
    std::set<std::string> taken;
    for (const output::Artefact& artefact : report)
        taken.insert(artefact.path);
    std::vector<Diagnostic> faults;
    for (const config::FigureRequest& figure : config.extra_figures) {
        const std::string start = fmt::format("figures/{}.", figure.name);
        const auto found = taken.lower_bound(start);
        if (found != taken.end() && found->starts_with(start))
            faults.push_back({Diagnostic::Severity::error,
                              fmt::format("the report has a figure named \"{}\" already", figure.name), figure.where,
                              "give this figure another name"});
    }
    if (!faults.empty()) throw InputError(std::move(faults));
}

template<typename Item>
void append(std::vector<Item>& to, std::vector<Item> from) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
}

/// What is to be said of the config's own activations, and of the parameters that it sets, with the place: the formula,
/// or else the figure that sets them.
std::vector<Diagnostic> all_notices(const StudyBook& book, const config::Config& config,
                                    const std::vector<Numbers>& in_figures) {
    std::vector<Diagnostic> result;
    for (std::size_t number = 0; number < book.size(); ++number) {
        std::optional<SourceSpan> place = book.place(number);
        for (std::size_t i = 0; !place && i < in_figures.size(); ++i)
            if (std::count(in_figures[i].begin(), in_figures[i].end(), number) > 0)
                place = config.extra_figures[i].where;
        for (Diagnostic& notice : notices(book.at(number), book.relatives(number).same_as)) {
            notice.where = place;
            result.push_back(std::move(notice));
        }
    }
    return result;
}

} // namespace

Product produce(const config::Config& config, const std::vector<std::string>& only, unsigned jobs, Progress& progress) {
    StudyBook book(config.formulas);
    Numbers in_report;
    if (config.report.enabled) {
        for (const auto& activation : config.activations)
            in_report.push_back(book.add(activation));
    }
    const config::ExperimentSettings& wanted = config.experiments;
    const bool experiments = config.report.enabled && wanted.enabled;
    const std::vector<const std::vector<catalogue::Activation>*> subjects{&wanted.regions, &wanted.deep, &wanted.dead,
                                                                          &wanted.loss};
    std::vector<Numbers> in_experiments(subjects.size());
    for (std::size_t i = 0; experiments && i < subjects.size(); ++i) {
        for (const auto& activation : *subjects[i])
            in_experiments[i].push_back(book.add(activation));
    }
    std::vector<Numbers> in_figures;
    VectorBook vector_book;
    Numbers vectors_in_report;
    if (config.report.enabled) {
        for (const auto& activation : config.vectors)
            vectors_in_report.push_back(vector_book.add(activation));
    }
    std::vector<Numbers> vectors_in_figures;
    for (const config::FigureRequest& figure : config.extra_figures) {
        Numbers& numbers = in_figures.emplace_back();
        for (const auto& activation : figure.activations)
            numbers.push_back(book.add(activation));
        Numbers& vector_numbers = vectors_in_figures.emplace_back();
        for (const auto& activation : figure.vectors)
            vector_numbers.push_back(vector_book.add(activation));
    }
    Numbers in_slides;
    if (config.slides) {
        for (const auto& activation : config.slides->activations)
            in_slides.push_back(book.add(activation));
    }
    const bool all = config.report.enabled ||
                     std::any_of(config.extra_figures.begin(), config.extra_figures.end(), [](const auto& figure) {
                         return figure::scope_of(figure.kind) == analysis::Scope::all;
                     });
    book.make(jobs, all ? analysis::Scope::all : analysis::Scope::properties, progress);
    Numbers compared = in_report;
    for (const std::size_t number : book.own())
        if (std::find(compared.begin(), compared.end(), number) == compared.end()) compared.push_back(number);
    book.compare(compared, config.catalogue, jobs);
    vector_book.make(jobs);

    Product product;
    const std::vector<plot::Theme> themes = own_themes(config);
    product.warnings = contrast_warnings(config, themes);
    append(product.warnings, all_notices(book, config, in_figures));
    if (config.report.enabled) {
        const std::vector<const analysis::Study*> studies = studies_of(in_report, book);
        report::Input input = report_input(config, studies, themes, jobs);
        input.progress = &progress;
        for (const std::size_t number : vectors_in_report)
            input.vectors.push_back(&vector_book.at(number));
        if (experiments)
            input.experiments = {wanted.settings, studies_of(in_experiments[0], book),
                                 studies_of(in_experiments[1], book), studies_of(in_experiments[2], book),
                                 studies_of(in_experiments[3], book)};
        for (const std::size_t number : in_report)
            input.relatives.emplace(book.at(number).activation.id, book.relatives(number));
        product.artefacts = report::render_report(input);
        product.artefacts.push_back(studies_json(in_report, book));
        if (!vectors_in_report.empty())
            product.artefacts.push_back(vector_studies_json(vectors_in_report, vector_book));
        require_free_names(config, product.artefacts);
        if (!only.empty())
            std::erase_if(product.artefacts, [&](const output::Artefact& artefact) { return !is_of(artefact, only); });
    }
    if (!config.extra_figures.empty()) {
        std::vector<FigureJob> figures;
        for (std::size_t i = 0; i < in_figures.size(); ++i) {
            const Numbers& vectors = vectors_in_figures[i];
            figures.push_back({&config.extra_figures[i], studies_of(in_figures[i], book),
                               vectors.empty() ? nullptr : &vector_book.at(vectors.front())});
        }
        DrawnFigures drawn = draw_figures(figures, config.experiments.settings, themes, jobs, progress);
        append(product.artefacts, std::move(drawn.artefacts));
        product.dropped = std::move(drawn.dropped);
        product.fonts = std::move(drawn.fonts);
    } else if (config.report.enabled) {
        product.fonts = plot::Typesetter().fonts();
    }
    if (config.slides) {
        progress.begin("slides");
        DrawnSlides drawn = draw_slides(*config.slides, studies_of(in_slides, book), themes, jobs);
        append(product.artefacts, std::move(drawn.artefacts));
        std::move(drawn.dropped.begin(), drawn.dropped.end(), std::back_inserter(product.dropped));
        product.fonts = std::move(drawn.fonts);
    }
    return product;
}

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
    if (config.slides) {
        std::erase_if(config.slides->activations, unwanted);
        if (config.slides->activations.empty()) config.slides.reset();
    }
    if (none_wanted(config.activations, config.vectors)) config.report.enabled = false;
    return wanted;
}

config::Config read_config_for(const std::string& path, const std::string& output) {
    config::Config config = config::read_config(path, vocabulary());
    if (!output.empty()) config.output = output;
    config.output = config.output.lexically_normal();
    return config;
}

void give(output::ArtefactSink& sink, const output::Manifest& manifest, Product& product) {
    sink.accept(output::to_artefact(manifest));
    for (output::Artefact& artefact : product.artefacts)
        sink.accept(std::move(artefact));
}

output::Manifest manifest_of(const Product& product, unsigned jobs, output::DigestCache& digests) {
    std::vector<output::ManifestFont> fonts(product.fonts.size());
    parallel_for(fonts.size(), jobs, [&](std::size_t i, unsigned) {
        const plot::FontFile& font = product.fonts[i];
        fonts[i] = {font.family, std::filesystem::path(font.path).filename().string(), digests.sha256_of(font.path)};
    });
    return output::make_manifest(product.artefacts, ACTLAS_VERSION, std::move(fonts));
}

std::filesystem::path digest_cache_file() {
    const std::filesystem::path folder = output::user_cache_folder();
    return folder.empty() ? folder : folder / "font-digests";
}

unsigned jobs_or_all(unsigned jobs) {
    return jobs != 0 ? jobs : std::clamp(std::thread::hardware_concurrency(), 1U, limits::jobs);
}

} // namespace actlas::cli
