#pragma once

#include "plot/occupancy.hpp"
#include "plot/scene.hpp"

#include <optional>
#include <vector>

namespace actlas::plot::detail {

/// What a page holds already, sorted by what labels and leaders must do about it.
class Ground {
public:
    /// `beside` is how much farther, in px, texts keep from each other sideways than from other things.
    Ground(const Scene& scene, double beside);

    void add(const Mark& mark);

    /// Nothing that text may touch lies within `box`: no line, point or text, no edge of a fill, no inset except one
    /// that holds `area`.
    bool clear_for_text(const Box& box, const std::optional<Box>& area) const;

    bool on_grid(const Box& box) const { return !grid_.free(box); }
    bool on_hatch(const Box& box) const;
    bool across_hatch_edge(const Box& box) const;
    /// The colour of the topmost fill or inset that holds `box`.
    std::optional<Colour> fill_under(const Box& box) const;

    /// No text or other leader within `text_reach` px, no point within `point_reach` px, except one at `target` itself,
    /// which both a leader and a look start from.
    bool clear_of_marks(Point from, Point to, double text_reach, double point_reach, Point target) const;
    bool clear_of_curves(Point from, Point to, double reach) const { return curves_.free(from, to, reach); }
    /// How much of the way from one point to the other lies on curves, px.
    double length_on_curves(Point from, Point to) const;
    /// Where the way from one point to the other comes within `reach` px of a curve, at what angle; 90 where it does
    /// not.
    double flattest_meeting(Point from, Point to, double reach) const;
    bool clear_of_lines(Point from, Point to, double reach) const { return lines_.free(from, to, reach); }

private:
    struct Fill {
        Box box;
        Colour colour;
    };
    struct Disc {
        Point centre;
        double radius;
    };

    struct Curve {
        std::vector<std::vector<Point>> lines;
        double reach; ///< half the width of the stroke
    };

    void add_path(const Mark& mark, const PathMark& shape);

    double beside_;
    Occupancy solid_;    ///< what text keeps away from
    Occupancy barriers_; ///< what a leader must not cross, beside points: text and other leaders
    Occupancy curves_;   ///< what it should not cross
    Occupancy lines_;    ///< what it may cross, better not: axes, asymptotes, guides
    Occupancy grid_;
    std::vector<Curve> all_curves_;
    std::vector<Disc> points_;
    std::vector<Box> hatches_;
    std::vector<Box> insets_;
    std::vector<Fill> fills_;
};

} // namespace actlas::plot::detail
