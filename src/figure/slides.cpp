#include "figure/slides.hpp"

#include "figure/curve_figure.hpp"
#include "figure/graph.hpp"
#include "figure/head.hpp"
#include "figure/headline.hpp"
#include "plot/axes.hpp"

#include <algorithm>
#include <memory>

namespace actlas::figure {

namespace {

// Of the title slide, px.
constexpr double title_size = 112;
constexpr double smallest_title = 28;
constexpr double title_step = 4;
constexpr double subtitle_size = 44;
constexpr double subtitle_gap = 76; ///< from baseline to baseline
constexpr double name_size = 30;
constexpr double name_gap = 46; ///< from a picture to the baseline of its name
constexpr std::size_t most_pictures = 12;
constexpr std::size_t most_columns = 6;
constexpr double picture_gap = 48;
constexpr double picture_height = 160;

std::shared_ptr<const plot::Typeset> fitted(const std::string& text, double size, double smallest, double width,
                                            const Context& context, plot::Weight weight) {
    auto set = context.typesetter.words(text, size, context.language, weight);
    while (set->width() > width && size > smallest) {
        size -= title_step;
        set = context.typesetter.words(text, size, context.language, weight);
    }
    return set;
}

void draw_picture(plot::Scene& scene, const analysis::Study& study, const plot::Box& box, const Context& context) {
    // FIGURES 8: one window for all, so that they can be compared.
    constexpr double half_x = 2.75;
    const double half_y = half_x * box.height() / box.width();
    const plot::Panel panel(box, {-half_x, half_x, -half_y, half_y});
    const Profile& profile = context.profile;
    plot::draw_plain_axes(scene, panel, {context.theme.hatch, profile.axes.axis_width, {}, plot::Cap::butt});
    const CurveStyle style{
        context.theme.function.stroke, profile.strokes.plain, {}, plot::Cap::round, study.activation.id, false, false};
    draw_curve(scene, panel, source(study, 0), style, context, true);
    const auto name =
        fitted(study.activation.name, name_size, 28, box.width() + picture_gap / 2, context, plot::Weight::regular);
    put_text(scene, name, {(box.left + box.right - name->width()) / 2, box.bottom + name_gap}, context.theme.muted,
             plot::Role::title, study.activation.name);
}

} // namespace

std::size_t build_of(const plot::Mark& mark) {
    // A magnifier has a frame, a grid and numbers of its own: they come with the notes.
    if (mark.name.find("magnif") != std::string::npos) return all_builds;
    switch (mark.role) {
    case plot::Role::grid:
    case plot::Role::axis:
    case plot::Role::tick:
    case plot::Role::tick_label:
    case plot::Role::title:
        return 1;
    case plot::Role::curve:
    case plot::Role::point:
    case plot::Role::label:
        if (mark.name == "f" || mark.name == "f(x)") return 1;
        if (mark.name == "f'" || mark.name == "f'(x)") return 2;
        return 3;
    default:
        return 3;
    }
}

std::vector<plot::Scene> slide_builds(const analysis::Study& study, const Context& context, const Options& options) {
    const CurveFigure full = curve_figure(study, context, options);
    std::vector<plot::Scene> builds;
    for (std::size_t build = 1; build <= all_builds; ++build) {
        plot::Scene scene = full.scene;
        std::erase_if(scene.marks, [&](const plot::Mark& mark) { return build_of(mark) > build; });
        if (build == 1) scene.description = describe(study, full.window, false, context.language);
        if (build < all_builds) scene.dropped.clear();
        builds.push_back(std::move(scene));
    }
    return builds;
}

plot::Scene title_slide(const std::string& title, const std::string& subtitle,
                        const std::vector<const analysis::Study*>& studies, const Context& context) {
    const Profile& profile = context.profile;
    plot::Scene scene = make_scene(profile.width, profile.height, context, title, subtitle);
    const std::size_t pictures = studies.size() <= most_pictures ? studies.size() : 0;
    const std::size_t rows = (pictures + most_columns - 1) / most_columns;
    const std::size_t columns = rows == 0 ? 0 : (pictures + rows - 1) / rows;
    const double row_height = picture_height + name_gap + picture_gap;
    const double room = scene.width - 2 * profile.page_margin;

    // Title and pictures together stand in the middle of the page.
    const double text_height = title_size + subtitle_gap;
    const double gap = rows == 0 ? 0 : 90;
    const double top = (scene.height - text_height - gap - static_cast<double>(rows) * row_height) / 2;
    const auto title_text = fitted(title, title_size, smallest_title, room, context, plot::Weight::semibold);
    const double baseline = top + title_size * 0.8;
    put_text(scene, title_text, {profile.page_margin, baseline}, context.theme.ink, plot::Role::title, "title");
    put_text(scene, fitted(subtitle, subtitle_size, profile.type.tick, room, context, plot::Weight::regular),
             {profile.page_margin, baseline + subtitle_gap}, context.theme.muted, plot::Role::title, "subtitle");
    if (rows == 0) return scene;

    const double columns_wide = static_cast<double>(columns);
    // Few pictures do not grow beyond a third of the width.
    const double width = (room - picture_gap * (std::max(columns_wide, 3.0) - 1)) / std::max(columns_wide, 3.0);
    const double height = std::min(picture_height, width);
    for (std::size_t i = 0; i < pictures; ++i) {
        const double left = profile.page_margin + static_cast<double>(i % columns) * (width + picture_gap);
        const double upper = top + text_height + gap + static_cast<double>(i / columns) * row_height;
        draw_picture(scene, *studies[i], {left, upper, left + width, upper + height}, context);
    }
    return scene;
}

} // namespace actlas::figure
