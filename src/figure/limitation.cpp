#include "figure/limitation.hpp"

#include "base/diagnostic.hpp"
#include "base/suggest.hpp"
#include "figure/notes.hpp"
#include "figure/sheet.hpp"
#include "figure/window.hpp"
#include "figure/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace actlas::figure {

namespace limitation {

std::optional<double> Page::number(const std::string& name) const {
    const auto found = finding.numbers.find(name);
    return found == finding.numbers.end() ? std::nullopt : std::optional(found->second);
}

namespace {

struct Picture {
    std::string_view kind;
    void (*draw)(Page& page);
    double height; ///< of a document's page, px
};

constexpr std::array pictures{
    Picture{"cost", cost, 300},
    Picture{"dead_interval", dead, 470},
    Picture{"jump", breaks, 440},
    Picture{"kink", breaks, 440},
    Picture{"linear", linear, 440},
    Picture{"low_precision", precision, 460},
    Picture{"non_monotone", order, 440},
    Picture{"not_self_normalising", moments, 440},
    Picture{"not_zero_centred", outputs, 440},
    Picture{"parameter", parameter, 440},
    Picture{"small_slope", gradient, 440},
    Picture{"steep_slope", gradient, 440},
    Picture{"textbook_trouble", precision, 460},
    Picture{"unbounded_growth", growth, 440},
    Picture{"undefined", breaks, 440},
    Picture{"vanishing_gradient", gradient, 440},
    Picture{"zero_gradient", dead, 470},
};

InputError no_such_limitation(const analysis::Study& study, const std::string& wanted) {
    std::vector<std::string> own;
    for (const auto& finding : study.limitations)
        if (std::find(own.begin(), own.end(), finding.kind) == own.end()) own.push_back(finding.kind);
    const bool exists =
        std::any_of(pictures.begin(), pictures.end(), [&](const Picture& picture) { return picture.kind == wanted; });
    Diagnostic diagnostic;
    diagnostic.message = exists ? fmt::format("{} does not have the limitation \"{}\"", study.activation.id, wanted)
                                : fmt::format("there is no limitation \"{}\"", wanted);
    diagnostic.hint = exists ? fmt::format("it has {}", fmt::join(own, ", ")) : did_you_mean(wanted, own);
    return InputError(std::move(diagnostic));
}

/// The finding to draw: the worst, or the first of the kind asked for; of several parameters, that asked for.
const analysis::Finding& chosen(const analysis::Study& study, const Options& options) {
    if (study.limitations.empty())
        throw InputError(Diagnostic{Diagnostic::Severity::error,
                                    fmt::format("no limitation of {} was found", study.activation.id),
                                    std::nullopt,
                                    {}});
    const std::string wanted =
        options.limitation.value_or(options.parameter ? "parameter" : study.limitations.front().kind);
    std::size_t place = 0;
    if (wanted == "parameter" && options.parameter) {
        const auto& parameters = study.activation.parameters;
        const auto named = std::find_if(parameters.begin(), parameters.end(),
                                        [&](const auto& each) { return each.name == *options.parameter; });
        place = static_cast<std::size_t>(named - parameters.begin());
    }
    for (const auto& finding : study.limitations)
        if (finding.kind == wanted && place-- == 0) return finding;
    throw no_such_limitation(study, wanted);
}

/// "Vanishing gradient" as it stands after a colon; "NaN" keeps its capitals.
std::string after_colon(std::string title) {
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (title.size() > 1 && capital(title[0]) && !capital(title[1]) && title.substr(0, 3) != "NaN")
        title[0] = static_cast<char>(title[0] - 'A' + 'a');
    return title;
}

} // namespace

Pair side_by_side(const Page& page, double share, double end_room) {
    const double left = page.context.profile.page_margin + page.px(34);
    const double right = page.scene.width - page.context.profile.page_margin - page.px(end_room);
    const double gap = page.px(78);
    const double top = page.top + page.px(34);
    const double bottom = page.bottom - page.px(28);
    const double middle = left + share * (right - left - gap);
    return {{left, top, middle, bottom}, {middle + gap, top, right, bottom}};
}

plot::Box whole(const Page& page, double end_room) {
    return {page.context.profile.page_margin + page.px(34), page.top + page.px(34),
            page.scene.width - page.context.profile.page_margin - page.px(end_room), page.bottom - page.px(28)};
}

void panel_title(Page& page, const plot::Box& box, std::vector<plot::Run> runs) {
    for (auto& run : runs)
        run.weight = plot::Weight::semibold;
    draw_panel_title(page.scene, runs, {box.left - page.px(34), box.top - page.px(16)}, page.context);
}

plot::Window window_of(const formula::Evaluator& function, double low, double high) {
    auto [least, greatest] = sampled_range(function, low, high);
    least = std::min(least, 0.0);
    greatest = std::max(greatest, 0.0);
    const double room = std::max(0.1 * (greatest - least), 5e-4);
    return {low, high, least - room, greatest + room};
}

double usual_reach(const Page& page) {
    if (page.options.x_range)
        return std::max(std::abs(page.options.x_range->first), std::abs(page.options.x_range->second));
    const plot::Box square{0, 0, 400, 300};
    Options plain;
    plain.derivative = false;
    const plot::Window window = choose_window(page.study, square, plain);
    return std::clamp(std::max(-window.x0, window.x1), 3.5, 8.0);
}

} // namespace limitation

std::vector<std::string> limitation_kinds() {
    std::vector<std::string> kinds;
    for (const auto& picture : limitation::pictures)
        kinds.emplace_back(picture.kind);
    return kinds;
}

plot::Scene limitation_figure(const analysis::Study& study, const Context& context, const Options& options) {
    using namespace limitation;
    const Wording& wording = Wording::in(context.language);
    const analysis::Finding& finding = chosen(study, options);
    const auto picture =
        std::find_if(pictures.begin(), pictures.end(), [&](const Picture& each) { return each.kind == finding.kind; });
    if (picture == pictures.end()) throw no_such_limitation(study, finding.kind);

    const std::string heading = finding.title.in(context.language);
    const std::string note_key = fmt::format("assumption.{}", finding.kind);
    SheetTexts texts;
    texts.title = options.title.value_or(wording.text(
        "limitation.title", {{"name", study.activation.name},
                             {"title", context.language == Language::en ? after_colon(heading) : heading}}));
    // Formulas in sentences have superscripts that the fonts of figures lack.
    texts.subtitle = finding.kind == "textbook_trouble" ? wording.text("limitation.textbook_trouble")
                                                        : finding.consequence.in(context.language);
    texts.foot = {finding.basis.in(context.language), wording.text(note_key)};
    const std::string blank = context.language == Language::en ? " " : "";
    texts.description = texts.title + (context.language == Language::en ? ". " : "。") + texts.foot[0] + blank +
                        texts.subtitle + blank + wording.text(fmt::format("alt_limitation.{}", finding.kind));
    Sheet sheet = make_sheet(texts, context, options, picture->height);
    Page page{sheet.scene, study, finding, context, options, sheet.top, sheet.bottom};
    picture->draw(page);
    const std::size_t most = page.notes.size();
    place_notes(sheet.scene, std::move(page.notes), most, context);
    return std::move(sheet.scene);
}

} // namespace actlas::figure
