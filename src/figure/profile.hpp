#pragma once

#include "plot/axes.hpp"
#include "plot/place.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::figure {

/// Every size and stroke of a figure that depends on where it will be read, px (FIGURES 2, 3 and 5). The defaults are
/// those of a page of a document.
struct Profile {
    std::string_view name = "document";
    double scale = 1;                  ///< of what has no entry here, against a document
    double width = 720;                ///< of a page
    double height = 450;               ///< of a page with one panel
    bool one_size = false;             ///< every kind of figure but an icon fills a page of `width` x `height`
    double page_margin = 28;           ///< left and right of titles
    std::size_t most_notes = 7;        ///< beside the names of the curves
    bool only_labelled_points = false; ///< a point without a note is left out
    double narrowest_region = 24;      ///< what is narrower is not worth shading

    /// What stands above the plot.
    struct Head {
        double title = 20;
        double subtitle = 13;
        double formula = 17.5;
        double smallest_formula = 13;
        double smallest_broken = 11; ///< of a formula that takes several lines
        std::size_t most_lines = 4;  ///< ... of those
        double most_height = 0.24;   ///< of the figure's height, for a formula on lines of its own
        double formula_step = 1.5;   ///< by which a formula shrinks that is too long
        double title_baseline = 36;
        double subtitle_baseline = 58;
        double formula_centre = 40;
        double height = 84;
        double tallest_formula = 0; ///< what is taller is set only where there is no flatter way to write it; 0: any
        double gap = 20;            ///< between the texts and the formula beside them
        bool formula_over_subtitle = false; ///< a long subtitle may run on below the formula
    } head;

    struct Type {
        double tick = 11.5;
        double note = 12.5;
        double end_label = 15 * 1.12; ///< a curve's name at its end, in the mathematics font
        double panel_title = 15;
        double sub_panel_title = 13; ///< of a panel under the main one
        double panel_formula = 14;
        double line_spacing = 1.36; ///< times the size
    } type;

    /// A curve's line.
    struct Line {
        double width;
        std::vector<double> dash;
    };
    struct Strokes {
        Line function{2.8, {}};
        Line derivative{2.0, {7, 4}};
        Line panel_function{2.6, {}}; ///< in a grid
        Line panel_derivative{1.8, {6, 3.5}};
        double plain = 2.2;   ///< f alone in a panel, in a colour of the user's
        double overlay = 2.3; ///< each of several functions in one panel
        std::vector<std::vector<double>> overlay_dashes{{}, {9, 3}, {9, 3, 2, 3}, {4, 3}};
        Line asymptote{1.1, {1.2, 4}}; ///< round caps; edges of regions too
        double hatch = 0.8;
        double hatch_spacing = 9;
        double point_radius = 3.6;
        double point_ring = 1.4;  ///< of the page's colour round a filled point
        double hollow_ring = 1.8; ///< of the curve's colour round a hollow one
    } strokes;

    /// What a single panel keeps free around it.
    struct Margins {
        double left = 50;
        double right = 60;
        double bottom = 42;
        double below_head = 4;
    } margins;

    plot::AxesOptions axes;
    plot::PlaceOptions placing;
    /// A little more than FIGURES' 9 px: a curve stops inside the panel's edge, the axis line does not.
    plot::EndLabelOptions ends{.gap = 10, .spread = 14, .clearance = 4, .left = {}, .page_margin = 10};

    /// A length of document figures that has no entry of its own.
    double px(double document) const { return scale * document; }
};

/// A figure within a text, 720 px wide.
const Profile& document_profile();

/// 1920 x 1080, readable from the back row.
const Profile& slide_profile();

/// "document", "slide": what `plot --profile` and [[figure]] take.
std::vector<std::string> profile_names();

/// The profile of a name; throws std::out_of_range for an unknown one.
const Profile& profile(std::string_view name);

} // namespace actlas::figure
