#include "cli/pipeline.hpp"

#include "analysis/relatives_json.hpp"
#include "analysis/study_json.hpp"
#include "analysis/vector_study.hpp"
#include "base/limits.hpp"
#include "base/parallel.hpp"
#include "cli/extra_figures.hpp"
#include "cli/notices.hpp"
#include "cli/only.hpp"
#include "cli/slides.hpp"
#include "cli/study_book.hpp"
#include "cli/themes.hpp"
#include "cli/vector_book.hpp"
#include "cli/wording.hpp"
#include "figure/figure.hpp"
#include "report/report.hpp"

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
        if (!only.empty()) keep_files_of(only, product.artefacts);
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
