#include "plot/distance.hpp"
#include "plot/flatten.hpp"
#include "plot/layout.hpp"
#include "plot/place.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <string_view>

namespace actlas::plot {
namespace {

using Lines = std::vector<std::vector<Point>>;

/// Rounding of coordinates is no fault.
constexpr double slack = 0.01;

constexpr double page_minimum = 4;
constexpr double number_clearance = 2;
constexpr double leader_clearance = 1.5; ///< a leader to its own text, which it points at
constexpr double point_clearance = 1;    ///< a leader to a point that is not its own

/// A leader begins within so many times a point's radius of its centre, and within half a px of straight away from it.
constexpr double leader_reach = 3;
constexpr double leader_aside = 0.5;

constexpr std::string_view plate_prefix = "plate ";

bool is_line(Role role) {
    return role == Role::axis || role == Role::tick || role == Role::curve || role == Role::asymptote ||
           role == Role::guide || role == Role::leader || role == Role::inset;
}

/// Whether a plate would hide something of this mark that must be seen.
bool is_precious(Role role) {
    return role == Role::axis || role == Role::curve || role == Role::asymptote || role == Role::point ||
           role == Role::leader || role == Role::label;
}

/// A mark with all that its neighbours are measured against.
struct Ink {
    const Mark* mark = nullptr;
    Box box;
    Lines lines;           ///< of a path, what its clip leaves
    double reach = 0;      ///< of a path, half the width of its stroke
    std::size_t label = 0; ///< marks of one label have one number
    bool is_text = false;
    bool is_plate = false;

    Role role() const { return mark->role; }
    bool is_path() const { return std::holds_alternative<PathMark>(mark->shape); }
    const PointMark* point() const { return std::get_if<PointMark>(&mark->shape); }
};

bool is_part_of_label(const Ink& ink) {
    return ink.is_plate || ink.is_text || ink.role() == Role::leader;
}

std::string_view label_name(const Ink& ink) {
    const std::string_view name = ink.mark->name;
    return ink.is_plate ? name.substr(plate_prefix.size()) : name;
}

/// The marks of a scene. A label is a plate, a leader and lines of text, as far as it has them, in this order.
std::vector<Ink> inks_of(const Scene& scene) {
    std::vector<Ink> inks;
    for (const Mark& mark : scene.marks) {
        Ink ink{&mark, bounds(mark), {}, 0, 0, std::holds_alternative<TextMark>(mark.shape), false};
        if (const auto* path = std::get_if<PathMark>(&mark.shape)) {
            ink.lines = flatten(path->path);
            if (path->clip) ink.lines = clip_polylines(ink.lines, *path->clip);
            ink.reach = path->stroke ? path->stroke->width / 2 : 0;
            ink.is_plate = mark.role == Role::background && mark.name.starts_with(plate_prefix);
        }
        const auto stage = [](const Ink& part) { return part.is_plate ? 0 : part.role() == Role::leader ? 1 : 2; };
        const bool goes_on = !inks.empty() && is_part_of_label(ink) && is_part_of_label(inks.back()) &&
                             label_name(inks.back()) == label_name(ink) && stage(inks.back()) <= stage(ink) &&
                             (stage(ink) == 2 || stage(inks.back()) < stage(ink));
        ink.label = inks.empty() ? 1 : inks.back().label + (goes_on ? 0 : 1);
        inks.push_back(std::move(ink));
    }
    return inks;
}

/// From a box to the ink of a mark.
double gap(const Box& box, const Ink& ink) {
    if (ink.is_path()) {
        double least = std::numeric_limits<double>::infinity();
        for (const auto& line : ink.lines)
            for (std::size_t i = 1; i < line.size(); ++i)
                least = std::min(least, distance(line[i - 1], line[i], box));
        return least - ink.reach;
    }
    if (const auto* point = ink.point()) return distance(point->centre, box) - ink.box.width() / 2;
    return distance(ink.box, box);
}

/// A leader that begins at a point leads straight away from it.
bool leads_from(const PointMark& point, Point start, Point end) {
    const Point from{start.x - point.centre.x, start.y - point.centre.y}, way{end.x - start.x, end.y - start.y};
    const double length = std::hypot(way.x, way.y);
    if (length == 0 || std::hypot(from.x, from.y) > leader_reach * point.radius) return false;
    const bool away = from.x * way.x + from.y * way.y >= 0;
    return away && std::abs(from.x * way.y - from.y * way.x) / length <= leader_aside;
}

std::string called(const Ink& ink) {
    return fmt::format("{} \"{}\"", role_name(ink.role()), ink.mark->name);
}

class Inspector {
public:
    Inspector(const Scene& scene, double clearance)
        : inks_(inks_of(scene)), clearance_(clearance), page_{0, 0, scene.width, scene.height} {}

    std::vector<std::string> run() {
        for (std::size_t i = 0; i < inks_.size(); ++i) {
            const Ink& ink = inks_[i];
            if (ink.is_text) {
                text(i);
                continue;
            }
            if (ink.is_plate) covered(ink.box, i);
            if (ink.role() == Role::leader) leader(i);
            if (!page_.grown(slack).contains(ink.box)) fault("{} leaves the page", called(ink));
        }
        return std::move(faults_);
    }

private:
    template<class... Parts>
    void fault(fmt::format_string<Parts...> form, Parts&&... parts) {
        faults_.push_back(fmt::format(form, std::forward<Parts>(parts)...));
    }

    void text(std::size_t index) {
        const Ink& ink = inks_[index];
        if (!page_.grown(slack - page_minimum).contains(ink.box))
            fault("{} is nearer than {} px to the edge of the page", called(ink), page_minimum);
        const auto& shape = std::get<TextMark>(ink.mark->shape);
        if (shape.plate) covered(ink.box.grown(shape.plate_pad), index);
        for (std::size_t i = 0; i < inks_.size(); ++i) {
            const Ink& other = inks_[i];
            if (i == index || (other.is_text && i < index)) continue;
            if (std::holds_alternative<HatchMark>(other.mark->shape)) {
                hatched(index, i);
                continue;
            }
            if (!other.is_text && other.role() != Role::point && !(is_line(other.role()) && other.is_path())) continue;
            // What only guides the eye may pass behind a text on a plate.
            if (other.role() == Role::guide && i < index && shape.plate) continue;
            const double allowed = allowed_gap(ink, other);
            const double found = gap(ink.box, other);
            if (found < allowed - slack || (allowed == 0 && ink.box.grown(-slack).overlaps(other.box)))
                fault("{} is {:.2f} px from {}, less than {}", called(ink), std::max(found, 0.0), called(other),
                      allowed);
        }
    }

    double allowed_gap(const Ink& text, const Ink& other) const {
        if (text.label == other.label) {
            if (other.role() == Role::leader) return leader_clearance;
            // The lines of one label lie under one another and may be close.
            if (text.box.left < other.box.right && other.box.left < text.box.right) return 0;
        }
        // Numbers are small and belong to their axes: where the two rows of them meet they stand close.
        if (text.role() == Role::tick_label && (is_line(other.role()) || other.role() == Role::tick_label))
            return number_clearance;
        // ... and a point on an axis may come half-way to the numbers beside it.
        if (text.role() == Role::tick_label && other.role() == Role::point) return clearance_ / 2;
        return clearance_;
    }

    /// Over hatching a text cannot be read unless something lies between.
    void hatched(std::size_t text, std::size_t hatch) {
        const Ink& ink = inks_[text];
        const auto& area = std::get<HatchMark>(inks_[hatch].mark->shape);
        if (!area.area.overlaps(ink.box) || std::get<TextMark>(ink.mark->shape).plate) return;
        for (const Box& hole : area.holes)
            if (hole.contains(ink.box)) return;
        for (std::size_t i = hatch + 1; i < text; ++i) {
            const auto* path = std::get_if<PathMark>(&inks_[i].mark->shape);
            if (path != nullptr && path->fill && inks_[i].box.contains(ink.box)) return;
        }
        fault("{} stands on {} without a plate", called(ink), called(inks_[hatch]));
    }

    /// Texts look after themselves.
    void leader(std::size_t index) {
        const Ink& ink = inks_[index];
        for (std::size_t i = 0; i < inks_.size(); ++i) {
            const Ink& other = inks_[i];
            if (i == index) continue;
            for (const auto& line : ink.lines)
                for (std::size_t k = 1; k < line.size(); ++k)
                    if (leader_meets(ink, line[k - 1], line[k], other, i < index)) break;
        }
    }

    /// Whether a fault was found.
    bool leader_meets(const Ink& ink, Point start, Point end, const Ink& other, bool earlier) {
        if (const auto* point = other.point()) {
            const double found = distance(point->centre, start, end) - ink.reach - other.box.width() / 2;
            if (leads_from(*point, start, end) || found >= point_clearance - slack) return false;
            fault("{} is {:.2f} px from {}, less than {}", called(ink), std::max(found, 0.0), called(other),
                  point_clearance);
            return true;
        }
        const bool leads = other.role() == Role::leader && !earlier; // a pair of leaders is looked at once
        if (!leads && other.role() != Role::curve) return false;
        const double reach = ink.reach + other.reach;
        for (const auto& line : other.lines)
            for (std::size_t k = 1; k < line.size(); ++k) {
                const double found = distance(start, end, line[k - 1], line[k]) - reach;
                if (leads && found < clearance_ - slack) {
                    fault("{} is {:.2f} px from {}, less than {}", called(ink), std::max(found, 0.0), called(other),
                          clearance_);
                    return true;
                }
                const double crossing = angle(start, end, line[k - 1], line[k]);
                if (!leads && found < 0 && crossing < flattest_crossing) {
                    fault("{} meets {} at {:.0f} degrees, less than {}", called(ink), called(other), crossing,
                          flattest_crossing);
                    return true;
                }
            }
        return false;
    }

    /// A plate hides what was drawn before it.
    void covered(const Box& plate, std::size_t index) {
        for (std::size_t i = 0; i < index; ++i) {
            const Ink& other = inks_[i];
            if (!is_precious(other.role()) || other.label == inks_[index].label) continue;
            const bool hidden = other.is_text ? plate.overlaps(other.box) : gap(plate, other) < -slack;
            if (hidden) fault("the plate of {} covers {}", called(inks_[index]), called(other));
        }
    }

    std::vector<Ink> inks_;
    double clearance_;
    Box page_;
    std::vector<std::string> faults_;
};

} // namespace

std::vector<std::string> layout_faults(const Scene& scene, double clearance) {
    return Inspector(scene, clearance).run();
}

} // namespace actlas::plot
