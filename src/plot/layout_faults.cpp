#include "plot/distance.hpp"
#include "plot/flatten.hpp"
#include "plot/layout.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace actlas::plot {
namespace {

/// Rounding of coordinates is no fault.
constexpr double slack = 0.01;

constexpr double page_minimum = 4;
constexpr double number_clearance = 2;
constexpr double leader_clearance = 1.5; ///< a leader to its own text, which it points at

bool is_text(const Mark& mark) {
    return std::holds_alternative<TextMark>(mark.shape);
}

bool is_line(const Mark& mark) {
    switch (mark.role) {
    case Role::axis:
    case Role::tick:
    case Role::curve:
    case Role::asymptote:
    case Role::guide:
    case Role::leader:
    case Role::inset:
        return std::holds_alternative<PathMark>(mark.shape);
    default:
        return false;
    }
}

/// Whether a plate would hide something of this mark that must be seen.
bool is_precious(const Mark& mark) {
    return mark.role == Role::axis || mark.role == Role::curve || mark.role == Role::asymptote ||
           mark.role == Role::point || mark.role == Role::label;
}

std::vector<std::vector<Point>> visible_lines(const PathMark& mark) {
    auto lines = flatten(mark.path);
    return mark.clip ? clip_polylines(lines, *mark.clip) : lines;
}

/// From a box to the ink of a mark.
double gap(const Box& box, const Mark& mark) {
    if (const auto* path = std::get_if<PathMark>(&mark.shape)) {
        double least = std::numeric_limits<double>::infinity();
        for (const auto& line : visible_lines(*path)) {
            for (std::size_t i = 1; i < line.size(); ++i)
                least = std::min(least, distance(line[i - 1], line[i], box));
        }
        return least - (path->stroke ? path->stroke->width / 2 : 0);
    }
    if (const auto* point = std::get_if<PointMark>(&mark.shape))
        return distance(point->centre, box) - bounds(mark).width() / 2;
    return distance(bounds(mark), box);
}

std::string called(const Mark& mark) {
    return fmt::format("{} \"{}\"", role_name(mark.role), mark.name);
}

class Inspector {
public:
    Inspector(const Scene& scene, double clearance)
        : scene_(scene), clearance_(clearance), page_{0, 0, scene.width, scene.height} {}

    std::vector<std::string> run() {
        for (std::size_t i = 0; i < scene_.marks.size(); ++i) {
            const Mark& mark = scene_.marks[i];
            if (is_text(mark)) {
                text(i);
            } else {
                const auto* plate = std::get_if<PathMark>(&mark.shape);
                if (mark.role == Role::background && plate != nullptr && mark.name.starts_with("plate "))
                    covered(bounds(mark), i);
                if (!page_.grown(slack).contains(bounds(mark)))
                    faults_.push_back(fmt::format("{} leaves the page", called(mark)));
            }
        }
        return std::move(faults_);
    }

private:
    void text(std::size_t index) {
        const Mark& mark = scene_.marks[index];
        const Box box = bounds(mark);
        if (!page_.grown(slack - page_minimum).contains(box)) {
            faults_.push_back(
                fmt::format("{} is nearer than {} px to the edge of the page", called(mark), page_minimum));
        }
        const auto& shape = std::get<TextMark>(mark.shape);
        if (shape.plate) covered(box.grown(shape.plate_pad), index);
        for (std::size_t i = 0; i < scene_.marks.size(); ++i) {
            const Mark& other = scene_.marks[i];
            if (i == index || (is_text(other) && (i < index || other.name == mark.name))) continue;
            double allowed = clearance_;
            // Numbers are small and belong to their axes: where the two rows of them meet they stand close.
            if (mark.role == Role::tick_label && (is_line(other) || other.role == Role::tick_label))
                allowed = number_clearance;
            if (is_line(other)) {
                if (other.role == Role::leader && other.name == mark.name) allowed = leader_clearance;
            } else if (!is_text(other) && other.role != Role::point) {
                continue;
            }
            const double found = gap(box, other);
            if (found < allowed - slack) {
                faults_.push_back(fmt::format("{} is {:.2f} px from {}, less than {}", called(mark),
                                              std::max(found, 0.0), called(other), allowed));
            }
        }
    }

    /// A plate hides what was drawn before it.
    void covered(const Box& plate, std::size_t index) {
        for (std::size_t i = 0; i < index; ++i) {
            const Mark& other = scene_.marks[i];
            const bool hidden = is_text(other) ? plate.overlaps(bounds(other)) : gap(plate, other) < -slack;
            if (is_precious(other) && hidden) {
                faults_.push_back(fmt::format("the plate of {} covers {}", called(scene_.marks[index]), called(other)));
            }
        }
    }

    const Scene& scene_;
    double clearance_;
    Box page_;
    std::vector<std::string> faults_;
};

} // namespace

std::vector<std::string> layout_faults(const Scene& scene, double clearance) {
    return Inspector(scene, clearance).run();
}

} // namespace actlas::plot
