#include "plot/place.hpp"

#include "plot/place_candidates.hpp"
#include "plot/place_ground.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace actlas::plot {
namespace {

using detail::Candidate;
using detail::Ground;

/// The lines of a label with the start of each baseline, relative to the upper left corner of all their ink.
struct Block {
    std::vector<std::pair<std::shared_ptr<const Typeset>, Point>> lines;
    detail::Size size;
};

Block block_of(const LabelText& text) {
    double width = 0;
    for (const auto& line : text.lines)
        width = std::max(width, line->width());
    Block block;
    std::optional<Box> ink;
    for (std::size_t i = 0; i < text.lines.size(); ++i) {
        const auto& line = text.lines[i];
        const double room = width - line->width();
        const double left = text.align == LabelText::Align::left    ? 0
                            : text.align == LabelText::Align::right ? room
                                                                    : room / 2;
        const Point origin{left, static_cast<double>(i) * text.leading};
        const Box box = line->ink().moved(origin.x, origin.y);
        ink = ink ? ink->united(box) : box;
        block.lines.emplace_back(line, origin);
    }
    if (!ink) return block;
    for (auto& [line, origin] : block.lines)
        origin = {origin.x - ink->left, origin.y - ink->top};
    block.size = {ink->width(), ink->height()};
    return block;
}

class Placer {
public:
    Placer(Scene& scene, const PlaceOptions& options)
        : scene_(scene), options_(options), page_{0, 0, scene.width, scene.height},
          ground_(scene, options.text_gap - options.clearance) {}

    /// Whether a place was found.
    bool place(const LabelRequest& request) {
        std::vector<Block> blocks;
        for (const auto& text : request.texts)
            blocks.push_back(block_of(text));
        if (!request.target) return place_in_area(request, blocks);

        const auto try_all = [&](double shortest, double longest, bool near, bool across_curves) {
            for (const auto& block : blocks) {
                const Point target = *request.target;
                if (near && take_first(request, block,
                                       detail::near_candidates(target, block.size, request.side, options_), false))
                    return true;
                if (!request.leader) continue;
                auto candidates =
                    detail::leader_candidates(target, block.size, request.side, shortest, longest, options_);
                if (take_first(request, block, std::move(candidates), across_curves)) return true;
            }
            return false;
        };
        return try_all(options_.leader_least, options_.leader_aim, true, false) ||
               try_all(options_.leader_aim, options_.leader_most, false, false) ||
               try_all(options_.leader_least, options_.leader_most, false, true);
    }

private:
    bool place_in_area(const LabelRequest& request, const std::vector<Block>& blocks) {
        const Box area = request.area.value_or(page_.grown(-options_.page_margin));
        const Point near = request.near.value_or(Point{(area.left + area.right) / 2, (area.top + area.bottom) / 2});
        return std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
            return take_first(request, block, detail::area_candidates(area, near, block.size), false);
        });
    }

    /// Takes the best candidate that is free. What can only be seen on the spot (a grid line under the text, a narrow
    /// margin, a crossed line) is added to its cost, so a later candidate can still win, but by no more than
    /// `most_extra`.
    bool take_first(const LabelRequest& request, const Block& block, std::vector<Candidate> candidates,
                    bool across_curves) {
        constexpr double most_extra = 40;
        std::optional<Candidate> best;
        for (const Candidate& candidate : candidates) {
            if (best && candidate.cost >= best->cost) break;
            if (!is_free(request, candidate, across_curves)) continue;
            Candidate costed = candidate;
            costed.cost += std::min(most_extra, extra_cost(candidate));
            if (!best || costed.cost < best->cost) best = std::move(costed);
        }
        if (best) put(request, block, *best);
        return best.has_value();
    }

    bool is_free(const LabelRequest& request, const Candidate& candidate, bool across_curves) const {
        if (request.area && !request.area->contains(candidate.box)) return false;
        if (!page_.grown(-options_.page_minimum).contains(candidate.box)) return false;
        // A plate over hatching reaches farther than the clearance and must not cover a line either.
        const double clearance =
            ground_.on_hatch(candidate.box) ? std::max(options_.clearance, options_.hatch_pad) : options_.clearance;
        if (!ground_.clear_for_text(candidate.box.grown(clearance), request.area)) return false;
        if (!candidate.leader) return !request.target || in_sight(*request.target, candidate.box);
        const auto& [start, end] = *candidate.leader;
        const double half = options_.leader.width / 2;
        return ground_.clear_of_marks(start, end, half + options_.clearance, half + 1, *request.target) &&
               (across_curves ? ground_.flattest_meeting(start, end, half + 1) >= flattest_crossing
                              : ground_.clear_of_curves(start, end, half + 1));
    }

    /// Nothing stands between a point and a label without a leader: the reader must not take the label for another's.
    bool in_sight(Point target, const Box& box) const {
        const Point nearest{std::clamp(target.x, box.left, box.right), std::clamp(target.y, box.top, box.bottom)};
        const double length = std::hypot(nearest.x - target.x, nearest.y - target.y);
        if (length <= options_.leader_start) return true;
        const double t = options_.leader_start / length;
        const Point start{target.x + t * (nearest.x - target.x), target.y + t * (nearest.y - target.y)};
        return ground_.clear_of_curves(start, nearest, 0.5) && ground_.clear_of_lines(start, nearest, 0.5) &&
               ground_.clear_of_marks(start, nearest, 0.5, 0.5, target);
    }

    double extra_cost(const Candidate& candidate) const {
        double cost = 0;
        if (ground_.on_grid(candidate.box.grown(options_.plate_pad))) cost += 3;
        if (ground_.across_hatch_edge(candidate.box)) cost += 10;
        if (!page_.grown(-options_.page_margin).contains(candidate.box)) cost += 20;
        if (candidate.leader) {
            const auto& [start, end] = *candidate.leader;
            if (!ground_.clear_of_lines(start, end, 0.5)) cost += 5;
            // Where a curve is crossed at all, then as near to a right angle as can be: the shortest way through it.
            cost += 2 * ground_.length_on_curves(start, end);
        }
        return cost;
    }

    void put(const LabelRequest& request, const Block& block, const Candidate& candidate) {
        const bool on_hatch = ground_.on_hatch(candidate.box);
        if (on_hatch || ground_.on_grid(candidate.box.grown(options_.plate_pad)))
            put_plate(request, candidate.box, on_hatch);
        if (candidate.leader) {
            Path path;
            path.move_to(candidate.leader->first);
            path.line_to(candidate.leader->second);
            append(
                {Role::leader, PathMark{std::move(path), options_.leader, std::nullopt, std::nullopt}, request.name});
        }
        for (const auto& [line, origin] : block.lines) {
            TextMark mark;
            mark.text = line;
            mark.origin = {candidate.box.left + origin.x, candidate.box.top + origin.y};
            mark.colour = request.colour;
            append({Role::label, std::move(mark), request.name});
        }
    }

    void put_plate(const LabelRequest& request, const Box& text, bool on_hatch) {
        const Box box = text.grown(on_hatch ? options_.hatch_pad : options_.plate_pad);
        auto colour = ground_.fill_under(box);
        if (!colour) colour = request.plate ? request.plate : scene_.background;
        if (!colour) return;
        append(
            {Role::background, PathMark{rectangle(box), std::nullopt, *colour, std::nullopt}, "plate " + request.name});
    }

    void append(Mark mark) {
        ground_.add(mark);
        scene_.marks.push_back(std::move(mark));
    }

    Scene& scene_;
    const PlaceOptions& options_;
    Box page_;
    Ground ground_;
};

} // namespace

PlaceOptions slide_placing() {
    PlaceOptions options;
    options.clearance = 10;
    options.text_gap = 30;
    options.page_margin = 28;
    options.page_minimum = 12;
    options.near_gap = 24;
    options.far_gap = 60;
    options.leader_start = 16;
    options.leader_end = 7;
    options.leader_least = 32;
    options.leader_aim = 140;
    options.leader_most = 280;
    options.leader.width = 2.6;
    options.plate_pad = 5;
    options.hatch_pad = 14;
    return options;
}

void place_labels(Scene& scene, std::vector<LabelRequest> requests, const PlaceOptions& options) {
    std::stable_sort(requests.begin(), requests.end(),
                     [](const LabelRequest& a, const LabelRequest& b) { return a.priority < b.priority; });
    Placer placer(scene, options);
    for (const auto& request : requests) {
        if (!placer.place(request)) scene.dropped.push_back(request.name);
    }
}

} // namespace actlas::plot
