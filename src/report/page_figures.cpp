#include "report/page_figures.hpp"

#include "analysis/precision_text.hpp"
#include "figure/figure.hpp"

#include <algorithm>
#include <memory>
#include <mutex>

namespace actlas::report {
namespace {

bool shows_limitation(const analysis::Study& study) {
    return !study.limitations.empty();
}

bool shows_family(const analysis::Study& study) {
    return !study.activation.parameters.empty();
}

bool shows_precision(const analysis::Study& study) {
    return std::any_of(study.precision.begin(), study.precision.end(), analysis::is_affected);
}

} // namespace

FigureOrder small_curve(const analysis::Study& study) {
    figure::Options small;
    small.width = 440;
    small.height = 330;
    return {small_figure("curve-" + study.activation.id),
            [&study, small](const auto& context) { return figure::curve(study, context, small); }};
}

void add_page_figures(std::vector<FigureOrder>& orders, const analysis::Study& study) {
    const std::string& id = study.activation.id;
    orders.push_back({"curve-" + id, [&study](const auto& context) { return figure::curve(study, context); }});
    orders.push_back(small_curve(study));
    if (shows_limitation(study))
        orders.push_back(
            {"limitation-" + id, [&study](const auto& context) { return figure::limitation_figure(study, context); }});
    if (shows_precision(study))
        orders.push_back(
            {"precision-" + id, [&study](const auto& context) { return figure::precision(study, context); }});
    if (shows_family(study)) {
        // Studied once, by the first thread that draws one of the variants.
        struct Members {
            std::once_flag made;
            std::vector<analysis::Study> studies;
        };
        orders.push_back({"family-" + id, [&study, members = std::make_shared<Members>()](const auto& context) {
                              std::call_once(members->made, [&] { members->studies = figure::family_studies(study); });
                              return figure::family(study, members->studies, context);
                          }});
    }
    orders.push_back({"icon-" + id, [&study](const auto& context) { return figure::icon(study, context); }});
}

nlohmann::ordered_json page_figures_model(const analysis::Study& study) {
    return {{"worst_picture", shows_limitation(study)},
            {"family_picture", shows_family(study)},
            {"precision_picture", shows_precision(study)}};
}

} // namespace actlas::report
