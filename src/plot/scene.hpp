#pragma once

#include "plot/geometry.hpp"
#include "plot/theme.hpp"
#include "plot/typeset.hpp"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace actlas::plot {

enum class Cap { butt, round };

struct Stroke {
    Colour colour;
    double width = 1;
    std::vector<double> dash; ///< lengths of ink and gap; empty: solid
    Cap cap = Cap::butt;
};

/// A stroked or filled outline, cut off at `clip` where given.
struct PathMark {
    Path path;
    std::optional<Stroke> stroke;
    std::optional<Colour> fill;
    std::optional<Box> clip;
};

/// Typeset text or mathematics with its origin (start of the baseline) at `origin`.
struct TextMark {
    std::shared_ptr<const Typeset> text;
    Point origin;
    Colour colour;
    std::optional<Colour> plate; ///< a rectangle of this colour behind the text
    double plate_pad = 2;
};

/// A point on a curve: a disc with a ring of the background, or hollow (background inside, ring of `colour`). Without
/// a background nothing is drawn where it would be: see_through() has cleared that place.
struct PointMark {
    Point centre;
    double radius = 3.6;
    Colour colour;
    std::optional<Colour> background = Colour{};
    bool hollow = false;
    double ring = 1.4;
};

/// 45° hatching of a box.
struct HatchMark {
    Box area;
    Colour colour;
    double spacing = 9;
    double width = 0.8;
    std::vector<Box> holes = {}; ///< left free of hatching
};

/// What a mark is, for overlap checks and for `plot --layout-json`.
enum class Role {
    background,
    fill,
    hatch,
    grid,
    axis,
    tick,
    curve,
    asymptote,
    guide,
    leader,
    point,
    label,
    tick_label,
    title,
    inset
};

struct Mark {
    Role role = Role::label;
    std::variant<PathMark, TextMark, PointMark, HatchMark> shape;
    std::string name; ///< what it stands for ("f", "f'", "minimum", "tick x 2"), for tests and the layout file
};

/// The ink box of a mark.
Box bounds(const Mark& mark);

/// Whether the mark's clip cuts anything off.
bool is_cut(const PathMark& mark);

/// The lines of a hatch: x + y = c at even distances, anchored to the page so that neighbouring hatches line up.
Path hatch_lines(const HatchMark& mark);

/// A figure, laid out: everything has its place and nothing is drawn yet. Marks are drawn in order.
struct Scene {
    double width = 720;
    double height = 450;
    std::optional<Colour> background; ///< nothing: transparent
    std::string title;                ///< for <title>, PDF metadata
    std::string description;          ///< alt text, for <desc>
    std::string language;             ///< BCP 47
    std::vector<Mark> marks;
    std::vector<std::string> dropped; ///< labels that found no place, for --verbose
};

} // namespace actlas::plot
