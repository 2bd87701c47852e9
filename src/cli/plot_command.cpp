#include "analysis/study.hpp"
#include "base/suggest.hpp"
#include "cli/commands.hpp"
#include "cli/notices.hpp"
#include "cli/subject.hpp"
#include "cli/vector_subject.hpp"
#include "cli/wording.hpp"
#include "figure/figure.hpp"
#include "figure/vector_figure.hpp"
#include "output/transaction.hpp"
#include "plot/layout.hpp"
#include "plot/render.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

namespace actlas::cli {
namespace {

struct PlotOptions {
    Subject subject;
    std::string file;
    std::string kind; ///< empty: the most telling
    std::string range;
    std::string vary;
    std::string limitation;
    std::string theme = "light";
    std::string profile = "document";
    bool transparent = false;
    std::string language = "en";
    std::string layout_file;
};

std::pair<double, double> parse_range(const std::string& text) {
    const std::vector<double> ends = parse_numbers("--range", text);
    const bool good = ends.size() == 2 && std::isfinite(ends[0]) && std::isfinite(ends[1]) && ends[0] < ends[1];
    if (!good)
        throw InputError(fault_in_argument("--range takes two numbers A,B with A below B", text, 0, text.size(),
                                           "for example --range -4,4"));
    return {ends[0], ends[1]};
}

plot::Scene plot_vectors(const catalogue::VectorActivation& activation, const PlotOptions& options,
                         const figure::Context& context, const figure::Options& wishes) {
    for (const auto& [option, given] : {std::pair<const char*, bool>{"--vary", wishes.parameter.has_value()},
                                        {"--limitation", wishes.limitation.has_value()}})
        if (given)
            throw InputError(Diagnostic{Diagnostic::Severity::error,
                                        fmt::format("no figure of an activation of vectors takes {}", option),
                                        std::nullopt, "--param sets a parameter"});
    const analysis::VectorStudy study = analysis::study_vector(activation);
    const std::string kind = options.kind.empty() ? figure::vector_kinds(study).front() : options.kind;
    return figure::vector_figure(kind, study, context, wishes);
}

/// Throws InputError for a kind that shows activations of vectors only.
void require_kind_of_numbers(const std::string& kind) {
    const std::vector<std::string> of_vectors = figure::all_vector_kinds();
    if (std::find(of_vectors.begin(), of_vectors.end(), kind) == of_vectors.end()) return;
    throw InputError(Diagnostic{
        Diagnostic::Severity::error, fmt::format("a figure of kind \"{}\" shows an activation of vectors", kind),
        std::nullopt, fmt::format("for this one there are: {}", fmt::join(figure::kind_names(), ", "))});
}

/// "beta" or "beta=0.5,1,2".
void read_vary(const std::string& text, figure::Options& wishes) {
    const std::size_t sign = text.find('=');
    wishes.parameter = text.substr(0, sign);
    if (sign != std::string::npos) wishes.values = parse_numbers("--vary", std::string_view(text).substr(sign + 1));
    if (!std::all_of(wishes.values.begin(), wishes.values.end(), [](double value) { return std::isfinite(value); }))
        throw InputError(fault_in_argument("--vary takes finite numbers", text, sign + 1, text.size() - sign - 1));
}

void plot(const PlotOptions& options, const Console& console) {
    // All that can be wrong with the command line is looked at before anything is computed.
    const config::FigureFormat format = require_figure_format(options.file);
    const Language language = require_language(options.language);
    const plot::Theme& theme = require_theme(options.theme);
    const figure::Profile& profile = require_profile(options.profile);
    figure::Options wishes;
    if (!options.range.empty()) wishes.x_range = parse_range(options.range);
    if (!options.vary.empty()) read_vary(options.vary, wishes);
    if (!options.limitation.empty()) wishes.limitation = options.limitation;

    const plot::Typesetter typesetter;
    const figure::Context context{theme, language, typesetter, profile, options.transparent};
    std::optional<analysis::Study> study; // of a function of one variable
    const plot::Scene scene = [&] {
        if (const auto of_vectors = resolve_vector(options.subject))
            return plot_vectors(*of_vectors, options, context, wishes);
        const std::string kind = options.kind.empty() ? "curve" : options.kind;
        const catalogue::Activation activation = resolve(options.subject);
        require_kind_of_numbers(kind);
        study = analysis::study(activation, figure::scope_of(kind));
        return figure::by_name(kind, {&*study}, context, wishes);
    }();
    const std::string bytes = render(scene, format, 192);
    // If one cannot be written, neither changes.
    std::vector<output::Replacement> files;
    files.emplace_back(options.file, bytes);
    if (!options.layout_file.empty()) files.emplace_back(options.layout_file, plot::layout_json(scene));
    output::Transaction transaction;
    transaction.put(files);
    transaction.keep();
    if (study) {
        std::vector<analysis::SameAs> twins;
        if (study->activation.user_defined)
            twins = analysis::twins(study->activation, open_catalogue(options.subject.catalogue).activations());
        for (const Diagnostic& notice : notices(*study, twins))
            console.diagnostic(notice);
    }
    for (const std::string& label : scene.dropped)
        console.message(fmt::format("no room for the label \"{}\"", label));
}

} // namespace

void add_plot(CLI::App& app, const Console& console) {
    auto* command = app.add_subcommand("plot", "Draw one activation or formula");
    const auto options = std::make_shared<PlotOptions>();
    add_subject_options(*command, options->subject);
    command
        ->add_option("-o,--output", options->file,
                     "The file to write; its ending chooses the format: .svg, .png or .pdf")
        ->type_name("FILE")
        ->required();
    command
        ->add_option(
            "--kind", options->kind,
            fmt::format("The kind of figure: {} (curve unless given); of an activation of vectors: {} (the most "
                        "telling that suits it unless given)",
                        fmt::join(figure::kind_names(), ", "), fmt::join(figure::all_vector_kinds(), ", ")))
        ->type_name("KIND");
    command->add_option("--range", options->range, "The range of x; without it, one that shows what is notable")
        ->type_name("A,B");
    command->add_option("--vary", options->vary, "The parameter that a family varies, and its values")
        ->type_name("NAME[=V,V,...]");
    command
        ->add_option("--limitation", options->limitation,
                     fmt::format("The limitation to show, the worst unless given: {}",
                                 fmt::join(figure::limitation_kinds(), ", ")))
        ->type_name("LIMITATION");
    command->add_option("--theme", options->theme, fmt::format("The colours: {}", fmt::join(plot::theme_names(), ", ")))
        ->type_name("THEME")
        ->capture_default_str();
    command
        ->add_option("--profile", options->profile,
                     fmt::format("Where the figure will be read, which sets sizes and strokes: {}",
                                 fmt::join(figure::profile_names(), ", ")))
        ->type_name("PROFILE")
        ->capture_default_str();
    command->add_flag("--transparent", options->transparent, "Draw no page behind the figure");
    add_language_option(*command, options->language);
    command->add_option("--layout-json", options->layout_file, "Also write where every mark of the figure stands")
        ->type_name("FILE");
    command->callback([options, &console] { plot(*options, console); });
}

} // namespace actlas::cli
