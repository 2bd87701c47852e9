#include "plot/svg_body.hpp"

#include "plot/glyph_outlines.hpp"
#include "plot/svg_path.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <unordered_map>
#include <utility>

namespace actlas::plot {
namespace {

constexpr int page_decimals = 2;

/// Bytes of a reference to a glyph that is defined once, of its definition without the outline, and of the move to a
/// glyph that stands at its place.
constexpr std::size_t use_size = 44, definition_size = 28, move_size = 7;

std::string path_data(const Path& path) {
    PathWriter writer(page_decimals);
    writer.add(path);
    return writer.data();
}

class Writer {
public:
    explicit Writer(const Scene& scene) {
        collect(scene);
        define_glyphs();
        define_clips(scene);
        if (scene.background) fill(path_data(rectangle({0, 0, scene.width, scene.height})), *scene.background);
        std::size_t text = 0;
        for (const Mark& mark : scene.marks) {
            if (const auto* shape = std::get_if<TextMark>(&mark.shape)) {
                write(*shape, texts_[text++]);
            } else if (const auto* path = std::get_if<PathMark>(&mark.shape)) {
                write(*path);
            } else if (const auto* point = std::get_if<PointMark>(&mark.shape)) {
                write(*point);
            } else if (const auto* hatch = std::get_if<HatchMark>(&mark.shape)) {
                stroke(hatch_lines(*hatch), {hatch->colour, hatch->width, {}, Cap::butt});
            }
        }
        flush();
    }

    SvgBody take() { return std::move(body_); }

private:
    using Glyph = std::pair<const GlyphOutlines*, std::uint32_t>;
    struct HashGlyph {
        std::size_t operator()(const Glyph& glyph) const {
            return std::hash<const void*>()(glyph.first) * 31 + glyph.second;
        }
    };
    struct Usage {
        const GlyphOutline* outline = nullptr;
        std::size_t count = 0;
        std::size_t id = 0; ///< 0: stands at its place
    };

    void collect(const Scene& scene) {
        for (const Mark& mark : scene.marks) {
            const auto* text = std::get_if<TextMark>(&mark.shape);
            if (!text) continue;
            TextInk& ink = texts_.emplace_back();
            text->text->append_ink(ink, text->origin);
            std::erase_if(ink.glyphs,
                          [](const PlacedGlyph& glyph) { return (*glyph.outlines)(glyph.glyph).data.empty(); });
            for (const PlacedGlyph& glyph : ink.glyphs) {
                const auto [at, is_new] = glyphs_.try_emplace({glyph.outlines, glyph.glyph});
                if (is_new) {
                    at->second.outline = &(*glyph.outlines)(glyph.glyph);
                    order_.push_back(at->first);
                }
                ++at->second.count;
            }
        }
    }

    void define_glyphs() {
        for (const Glyph& glyph : order_) {
            Usage& usage = glyphs_.at(glyph);
            const std::size_t length = usage.outline->data.size();
            if (usage.count * (length + move_size) <= length + definition_size + usage.count * use_size) continue;
            usage.id = ++ids_;
            PathWriter writer(0);
            writer.append(usage.outline->start, usage.outline->data, usage.outline->end);
            define("<path id=\"", usage.id);
            body_.text += "\" d=\"" + writer.data() + "\"/>\n";
        }
    }

    void define_clips(const Scene& scene) {
        for (const Mark& mark : scene.marks) {
            const auto* path = std::get_if<PathMark>(&mark.shape);
            if (!path || !is_cut(*path)) continue;
            const auto [at, is_new] = clips_.try_emplace(path_data(rectangle(*path->clip)), ids_ + 1);
            if (!is_new) continue;
            define("<clipPath id=\"", ++ids_);
            body_.text += "\"><path d=\"" + at->first + "\"/></clipPath>\n";
        }
        if (ids_ > 0) body_.text += "</defs>\n";
    }

    void define(const char* start, std::size_t id) {
        if (body_.text.empty()) body_.text += "<defs>\n";
        body_.text += start;
        write_id(id);
    }

    void write_id(std::size_t id) {
        body_.salt_places.push_back(body_.text.size());
        body_.text += '-' + std::to_string(id);
    }

    void write_number(const char* start, double value) {
        body_.text += start;
        append_decimal(body_.text, std::llround(value * 100), page_decimals);
        body_.text += '"';
    }

    void write(const PathMark& mark) {
        if (is_cut(mark)) {
            flush();
            body_.text += "<path clip-path=\"url(#";
            write_id(clips_.at(path_data(rectangle(*mark.clip))));
            body_.text += ")\"" + attributes(mark.fill, mark.stroke) + " d=\"" + path_data(mark.path) + "\"/>\n";
        } else if (mark.fill) {
            const std::string data = path_data(mark.path);
            if (data.empty()) return;
            flush();
            body_.text += "<path" + attributes(mark.fill, mark.stroke) + " d=\"" + data + "\"/>\n";
        } else if (mark.stroke) {
            stroke(mark.path, *mark.stroke);
        }
    }

    void write(const PointMark& mark) {
        flush();
        const bool hollow = mark.hollow;
        write_number("<circle cx=\"", mark.centre.x);
        write_number(" cy=\"", mark.centre.y);
        const auto paint = [](std::optional<Colour> colour) { return colour ? to_hex(*colour) : std::string("none"); };
        const std::optional<Colour> ring = hollow ? mark.colour : mark.background;
        // A filled point's ring lies outside its radius, a hollow one's astride it.
        write_number(" r=\"", hollow || !ring ? mark.radius : mark.radius + mark.ring / 2);
        body_.text += " fill=\"" + paint(hollow ? mark.background : mark.colour) + '"';
        if (ring) {
            body_.text += " stroke=\"" + to_hex(*ring) + '"';
            if (mark.ring != 1) write_number(" stroke-width=\"", mark.ring);
        }
        body_.text += "/>\n";
    }

    void write(const TextMark& mark, const TextInk& ink) {
        if (mark.plate) {
            const Box plate = mark.text->ink().moved(mark.origin.x, mark.origin.y).grown(mark.plate_pad);
            fill(path_data(rectangle(plate)), *mark.plate);
        }
        for (std::size_t first = 0; first < ink.glyphs.size();) {
            std::size_t end = first;
            while (end < ink.glyphs.size() && ink.glyphs[end].size == ink.glyphs[first].size)
                ++end;
            write(std::span(ink.glyphs).subspan(first, end - first), mark);
            first = end;
        }
        Path rules;
        for (const Box& rule : ink.rules) {
            const Path one = rectangle(rule);
            rules.segments.insert(rules.segments.end(), one.segments.begin(), one.segments.end());
        }
        if (!ink.rules.empty()) fill(path_data(rules), mark.colour);
    }

    /// Glyphs of one size: what stands at its place is one path, the others are references.
    void write(std::span<const PlacedGlyph> glyphs, const TextMark& mark) {
        flush();
        const double scale = glyphs.front().size / GlyphOutlines::em;
        const auto place = [&](const PlacedGlyph& glyph) {
            return Point{std::round((glyph.origin.x - mark.origin.x) / scale),
                         std::round((glyph.origin.y - mark.origin.y) / scale)};
        };
        PathWriter path(0);
        std::size_t uses = 0;
        for (const PlacedGlyph& glyph : glyphs) {
            const Usage& usage = glyphs_.at({glyph.outlines, glyph.glyph});
            if (usage.id != 0) {
                ++uses;
                continue;
            }
            const Point at = place(glyph);
            const GlyphOutline& outline = *usage.outline;
            path.append({at.x + outline.start.x, at.y + outline.start.y}, outline.data,
                        {at.x + outline.end.x, at.y + outline.end.y});
        }
        const std::string style = " transform=\"translate(" + short_number(mark.origin.x, page_decimals) + ' ' +
                                  short_number(mark.origin.y, page_decimals) + ")scale(" + short_number(scale, 7) +
                                  ")\" fill=\"" + to_hex(mark.colour) + '"';
        if (uses == 0) {
            body_.text += "<path" + style + " d=\"" + path.data() + "\"/>\n";
            return;
        }
        body_.text += "<g" + style + ">\n";
        if (!path.data().empty()) body_.text += "<path d=\"" + path.data() + "\"/>\n";
        for (const PlacedGlyph& glyph : glyphs) {
            const Usage& usage = glyphs_.at({glyph.outlines, glyph.glyph});
            if (usage.id == 0) continue;
            const Point at = place(glyph);
            body_.text += "<use xlink:href=\"#";
            write_id(usage.id);
            body_.text += '"';
            if (at.x != 0) body_.text += " x=\"" + short_number(at.x, 0) + '"';
            if (at.y != 0) body_.text += " y=\"" + short_number(at.y, 0) + '"';
            body_.text += "/>\n";
        }
        body_.text += "</g>\n";
    }

    void fill(const std::string& data, Colour colour) {
        flush();
        body_.text += "<path fill=\"" + to_hex(colour) + "\" d=\"" + data + "\"/>\n";
    }

    /// Strokes of one kind that follow one another, as grid lines do, become one path: all colours are opaque.
    void stroke(const Path& path, const Stroke& stroke) {
        std::string style = attributes({}, stroke);
        if (style != pending_style_) {
            flush();
            pending_style_ = std::move(style);
        }
        pending_.add(path);
    }

    void flush() {
        if (!pending_.data().empty()) body_.text += "<path" + pending_style_ + " d=\"" + pending_.data() + "\"/>\n";
        pending_ = PathWriter(page_decimals);
        pending_style_.clear();
    }

    static std::string attributes(const std::optional<Colour>& fill, const std::optional<Stroke>& stroke) {
        std::string result = " fill=\"" + (fill ? to_hex(*fill) : std::string("none")) + '"';
        if (!stroke) return result;
        result += " stroke=\"" + to_hex(stroke->colour) + '"';
        if (stroke->width != 1) result += " stroke-width=\"" + short_number(stroke->width, page_decimals) + '"';
        if (!stroke->dash.empty()) {
            result += " stroke-dasharray=\"";
            for (std::size_t i = 0; i < stroke->dash.size(); ++i)
                result += (i > 0 ? " " : "") + short_number(stroke->dash[i], page_decimals);
            result += '"';
        }
        if (stroke->cap == Cap::round) result += " stroke-linecap=\"round\" stroke-linejoin=\"round\"";
        return result;
    }

    SvgBody body_;
    std::vector<TextInk> texts_; ///< one for each text mark, in order
    std::unordered_map<Glyph, Usage, HashGlyph> glyphs_;
    std::vector<Glyph> order_;                 ///< as they come in the scene
    std::map<std::string, std::size_t> clips_; ///< id by outline
    std::size_t ids_ = 0;
    PathWriter pending_{page_decimals};
    std::string pending_style_;
};

} // namespace

std::string SvgBody::salted(const std::string& salt) const {
    std::string result;
    result.reserve(text.size() + salt_places.size() * salt.size());
    std::size_t from = 0;
    for (const std::size_t at : salt_places) {
        result.append(text, from, at - from).append(salt);
        from = at;
    }
    return result.append(text, from);
}

SvgBody svg_body(const Scene& scene) {
    return Writer(scene).take();
}

} // namespace actlas::plot
