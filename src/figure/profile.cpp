#include "figure/profile.hpp"

#include <fmt/core.h>

#include <stdexcept>

namespace actlas::figure {

namespace {

Profile make_slide() {
    Profile slide;
    slide.name = "slide";
    slide.scale = 2.88; // of notes: 36 px against 12.5
    slide.width = 1920;
    slide.height = 1080;
    slide.one_size = true;
    slide.page_margin = 96;
    slide.most_notes = 3;
    slide.only_labelled_points = true;
    slide.narrowest_region = 110;
    slide.head = {.title = 76,
                  .subtitle = 36,
                  .formula = 64,
                  .smallest_formula = 46,
                  .smallest_broken = 34,
                  .most_lines = 3,
                  .formula_step = 4,
                  .title_baseline = 128,
                  .subtitle_baseline = 188,
                  .formula_centre = 128,
                  .height = 232,
                  .tallest_formula = 124,
                  .gap = 60,
                  .formula_over_subtitle = true};
    slide.type = {.tick = 30,
                  .note = 36,
                  .end_label = 46 * 1.12,
                  .panel_title = 40,
                  .sub_panel_title = 36,
                  .panel_formula = 36,
                  .line_spacing = 1.36};
    slide.strokes = {.function = {9, {}},
                     .derivative = {6.5, {24, 13}},
                     .panel_function = {7.5, {}},
                     .panel_derivative = {5.2, {18, 10}},
                     .plain = 6.5,
                     .overlay = 6.5,
                     .overlay_dashes = {{}, {26, 9}, {26, 9, 6, 9}, {12, 9}},
                     .asymptote = {3, {3, 10}},
                     .hatch = 2.2,
                     .hatch_spacing = 26,
                     .point_radius = 12,
                     .point_ring = 4,
                     .hollow_ring = 5.5};
    slide.margins = {.left = 140, .right = 258, .bottom = 86, .below_head = 8};
    slide.axes = plot::slide_axes();
    slide.placing = plot::slide_placing();
    slide.ends = {.gap = 26, .spread = 60, .clearance = 10, .left = {}, .page_margin = 86}; // above the numbers
    return slide;
}

} // namespace

const Profile& document_profile() {
    static const Profile document;
    return document;
}

const Profile& slide_profile() {
    static const Profile slide = make_slide();
    return slide;
}

std::vector<std::string> profile_names() {
    return {"document", "slide"};
}

const Profile& profile(std::string_view name) {
    for (const Profile* each : {&document_profile(), &slide_profile()})
        if (each->name == name) return *each;
    throw std::out_of_range(fmt::format("no profile is called \"{}\"", name));
}

} // namespace actlas::figure
