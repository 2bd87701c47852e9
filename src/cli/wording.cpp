#include "cli/wording.hpp"

#include "base/diagnostic.hpp"
#include "base/suggest.hpp"
#include "figure/figure.hpp"
#include "figure/refusals.hpp"
#include "figure/vector_figure.hpp"
#include "plot/render.hpp"
#include "report/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace actlas::cli {
namespace {

InputError refusal(std::string message, std::string hint) {
    return InputError(Diagnostic{Diagnostic::Severity::error, std::move(message), std::nullopt, std::move(hint)});
}

} // namespace

void add_language_option(CLI::App& command, std::string& language) {
    command.add_option("--lang", language, "The language: en or zh-CN")->type_name("LANG")->capture_default_str();
}

Language require_language(const std::string& word) {
    if (const auto language = parse_language(word)) return *language;
    throw refusal(fmt::format("there is no language \"{}\"", word), "the languages are en and zh-CN");
}

const plot::Theme& require_theme(const std::string& name) {
    const std::vector<std::string> names = plot::theme_names();
    if (std::find(names.begin(), names.end(), name) != names.end()) return plot::theme(name);
    std::string hint = did_you_mean(name, names);
    if (hint.empty()) hint = fmt::format("the themes are {}", fmt::join(names, ", "));
    throw refusal(fmt::format("there is no theme \"{}\"", name), std::move(hint));
}

const figure::Profile& require_profile(const std::string& name) {
    const std::vector<std::string> names = figure::profile_names();
    if (std::find(names.begin(), names.end(), name) != names.end()) return figure::profile(name);
    std::string hint = did_you_mean(name, names);
    if (hint.empty()) hint = fmt::format("the profiles are {}", fmt::join(names, ", "));
    throw refusal(fmt::format("there is no profile \"{}\"", name), std::move(hint));
}

config::FigureFormat require_figure_format(const std::filesystem::path& file) {
    using config::FigureFormat;
    for (const FigureFormat format : {FigureFormat::svg, FigureFormat::png, FigureFormat::pdf}) {
        if (file.extension() == fmt::format(".{}", word(format))) return format;
    }
    throw refusal(fmt::format("the ending of {} names no format of figures", file.string()),
                  "write to a file that ends in .svg, .png or .pdf");
}

config::Vocabulary vocabulary() {
    config::Vocabulary words{figure::kind_names(),
                             plot::theme_names(),
                             report::chapter_names(),
                             figure::profile_names(),
                             figure::limitation_kinds(),
                             figure::all_vector_kinds(),
                             {}};
    words.figure_kinds.insert(words.figure_kinds.end(), words.vector_figure_kinds.begin(),
                              words.vector_figure_kinds.end());
    words.figure_faults = [](const config::FigureRequest& request) -> std::vector<config::FigureFault> {
        if (request.vectors.size() > 1)
            return {{"activations",
                     fmt::format("a figure of kind \"{}\" shows one activation, not {}", request.kind,
                                 request.vectors.size()),
                     "give each a [[figure]] of its own"}};
        std::vector<const catalogue::Activation*> activations;
        for (const catalogue::Activation& activation : request.activations)
            activations.push_back(&activation);
        figure::Options options;
        options.parameter = request.parameter;
        options.values = request.values;
        std::vector<config::FigureFault> faults;
        for (figure::Refusal& refusal : figure::refusals(request.kind, activations, options))
            faults.push_back({std::move(refusal.key), std::move(refusal.message), std::move(refusal.hint)});
        return faults;
    };
    return words;
}

std::string render(const plot::Scene& scene, config::FigureFormat format, double dpi) {
    switch (format) {
    case config::FigureFormat::svg:
        return plot::render_svg(scene);
    case config::FigureFormat::png:
        return plot::render_png(scene, dpi / 96);
    case config::FigureFormat::pdf:
        return plot::render_pdf(scene);
    }
    throw std::logic_error("a figure format that is not rendered");
}

} // namespace actlas::cli
