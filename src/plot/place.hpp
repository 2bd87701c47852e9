#pragma once

#include "plot/scene.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace actlas::plot {

/// The text of a label: one line or several, `leading` px apart (1.36 times the type size).
struct LabelText {
    std::vector<std::shared_ptr<const Typeset>> lines;
    double leading = 17;
    enum class Align { left, centre, right } align = Align::centre;
};

/// Where a label would like to be as seen from its target.
enum class Side { any, above, below, left, right };

/// A label that wants a place.
struct LabelRequest {
    std::string name;             ///< of the mark; also what Scene::dropped says
    int priority = 1;             ///< smaller is placed first; ties in the order given
    std::vector<LabelText> texts; ///< the full text first, then ever shorter ones
    Colour colour;
    std::optional<Colour>
        plate; ///< put behind the text where it meets grid or hatch; a fill that holds the label gives its own colour

    /// A point that the label explains, px: the label goes beside it, with a leader where it cannot be near.
    std::optional<Point> target;
    Side side = Side::any; ///< tried first: above a maximum, below a minimum
    bool leader = true;    ///< false: near places only

    /// Without a target, or to restrict one: the label keeps inside this box (px).
    std::optional<Box> area;
    /// Without a target: the centre of the label comes as near to this as can be; default the centre of `area`.
    std::optional<Point> near;
};

/// The least angle at which a leader may cross a curve, degrees: at a flatter one the eye follows the curve instead.
inline constexpr double flattest_crossing = 45;

/// Distances in px; the defaults are for documents.
struct PlaceOptions {
    double clearance = 4;      ///< text to text above or below, curve, axis, point
    double text_gap = 12;      ///< text to text beside it: much wider than a blank, lest the two be read as one line
    double page_margin = 10;   ///< text to the edge of the page, wished for
    double page_minimum = 4;   ///< ... and insisted on
    double near_gap = 8;       ///< text to the centre of its point: least
    double far_gap = 22;       ///< ... and most without a leader
    double leader_start = 5.5; ///< from the point's centre
    double leader_end = 2.5;   ///< before the text
    double leader_least = 12;  ///< length below which a leader would look like a slip of the pen
    double leader_aim = 40;    ///< length wished for
    double leader_most = 90;   ///< length allowed
    Stroke leader{Colour{}, 0.9, {}, Cap::butt};
    double plate_pad = 2; ///< over the grid
    double hatch_pad = 5; ///< over hatching
};

/// The same for slides.
PlaceOptions slide_placing();

/// Finds a place for each label among the marks that the scene already has, and appends labels and leaders. What is
/// drawn is rasterised in cells of 1 px; a label takes the first free candidate, best first: the wished-for side, the
/// other near places, then farther away with a leader (vertical before slanted, up to leader_aim), then the shorter
/// texts likewise, then leaders up to leader_most, and at last leaders that cross a curve, at `flattest_crossing` or
/// steeper. Labels never touch a curve, axis, point, asymptote or another label. What finds no place goes to
/// scene.dropped by its name. The same input gives the same places.
void place_labels(Scene& scene, std::vector<LabelRequest> requests, const PlaceOptions& options = {});

/// A curve's name at its right end.
struct EndLabel {
    std::string name;
    std::shared_ptr<const Typeset> text;
    Point end; ///< px
    Colour colour;
};

struct EndLabelOptions {
    double gap = 9;             ///< right of the end
    double spread = 14;         ///< least distance of two labels' centres; more where the texts are taller
    double clearance = 4;       ///< between the ink of two labels
    std::optional<double> left; ///< left edge for all, e.g. beside the panel; default: each `gap` right of its own end
    double page_margin = 10;
    std::optional<double> top = {};    ///< the ink of all stays below this; default: the page's edge and margin
    std::optional<double> bottom = {}; ///< ... and above this
};

/// The least height, px, that the labels take one under another.
double end_labels_height(const std::vector<EndLabel>& labels, const EndLabelOptions& options = {});

/// Appends the labels, each centred on its curve's end, spread apart by least squares where they would crowd (pool
/// adjacent violators), closer than `spread` where there is no room for it. On hatching a label gets a plate of the
/// page's colour. Call it before place_labels.
void place_end_labels(Scene& scene, const std::vector<EndLabel>& labels, const EndLabelOptions& options = {});

} // namespace actlas::plot
