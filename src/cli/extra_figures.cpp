#include "cli/extra_figures.hpp"

#include "cli/faults.hpp"
#include "cli/wording.hpp"
#include "figure/vector_figure.hpp"
#include "report/figures.hpp"

#include <fmt/format.h>

#include <iterator>
#include <memory>

namespace actlas::cli {
namespace {

/// One scene: a figure in one language and theme.
struct Task {
    const FigureJob* figure = nullptr;
    Language language = Language::en;
    const plot::Theme* theme = nullptr;
};

struct Result {
    std::vector<output::Artefact> artefacts;
    std::vector<std::string> dropped;
};

figure::Options options_of(const config::FigureRequest& request, const experiment::Settings& experiments,
                           Language language) {
    figure::Options options;
    options.experiments = experiments;
    options.x_range = request.x;
    options.y_range = request.y;
    if (request.title) options.title = request.title->in(language);
    options.width = request.width;
    options.height = request.height;
    options.columns = request.columns;
    options.derivative = request.derivative;
    options.annotate = request.annotate;
    options.dashed_grid = request.dashed_grid;
    options.parameter = request.parameter;
    options.values = request.values;
    options.limitation = request.limitation;
    options.weight_variance = request.weight_variance;
    for (const std::string& colour : request.colours)
        options.colours.push_back(plot::parse_colour(colour));
    return options;
}

Result draw(const Task& task, const experiment::Settings& experiments, const plot::Typesetter& typesetter) {
    const config::FigureRequest& request = *task.figure->request;
    try {
        const figure::Context context{*task.theme, task.language, typesetter, figure::profile(request.profile),
                                      request.transparent};
        const figure::Options options = options_of(request, experiments, task.language);
        const plot::Scene scene = task.figure->vector != nullptr
                                      ? figure::vector_figure(request.kind, *task.figure->vector, context, options)
                                      : figure::by_name(request.kind, task.figure->studies, context, options);
        Result result;
        for (const config::FigureFormat format : request.formats) {
            result.artefacts.push_back(
                {report::figure_path(request.name, task.language, task.theme->name, config::word(format)),
                 render(scene, format, request.dpi)});
        }
        for (const std::string& label : scene.dropped)
            result.dropped.push_back(
                fmt::format("{} ({}, {}): {}", request.name, code(task.language), task.theme->name, label));
        return result;
    } catch (const InputError& error) {
        std::vector<Diagnostic> diagnostics = error.diagnostics();
        for (Diagnostic& diagnostic : diagnostics) {
            if (!diagnostic.where) diagnostic.where = request.where;
        }
        throw InputError(std::move(diagnostics));
    }
}

} // namespace

DrawnFigures draw_figures(const std::vector<FigureJob>& figures, const experiment::Settings& experiments,
                          const std::vector<plot::Theme>& own_themes, unsigned jobs, Progress& progress) {
    std::vector<Task> tasks;
    for (const FigureJob& figure : figures) {
        for (const Language language : figure.request->languages) {
            for (const std::string& theme : figure.request->themes)
                tasks.push_back({&figure, language, &plot::theme(theme, own_themes)});
        }
    }
    progress.begin("figures", tasks.size());
    std::vector<Result> results(tasks.size());
    std::vector<std::unique_ptr<plot::Typesetter>> typesetters(jobs);
    parallel_for_every(tasks.size(), jobs, [&](std::size_t i, unsigned worker) {
        if (!typesetters[worker]) typesetters[worker] = std::make_unique<plot::Typesetter>();
        results[i] = draw(tasks[i], experiments, *typesetters[worker]);
        progress.step();
    });

    DrawnFigures drawn;
    for (Result& result : results) {
        std::move(result.artefacts.begin(), result.artefacts.end(), std::back_inserter(drawn.artefacts));
        std::move(result.dropped.begin(), result.dropped.end(), std::back_inserter(drawn.dropped));
    }
    for (const auto& typesetter : typesetters) {
        if (!typesetter) continue;
        drawn.fonts = typesetter->fonts();
        break;
    }
    return drawn;
}

} // namespace actlas::cli
