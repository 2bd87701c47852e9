#include "plot/typeset.hpp"

#include "plot/fonts.hpp"
#include "plot/math_font.hpp"
#include "plot/math_layout.hpp"
#include "plot/math_plain.hpp"
#include "plot/text_drawing.hpp"
#include "plot/words.hpp"

#include <cairo.h>

#include <algorithm>
#include <utility>

namespace actlas::plot {

namespace {

/// The letters of STIX are smaller than Inter's: beside words they are enlarged by this.
constexpr double math_scale = 1.12;

class Mathematics final : public Typeset {
public:
    Mathematics(std::shared_ptr<const MathFont> font, MathBox box, std::string plain)
        : font_(std::move(font)), box_(std::move(box)), ink_(box_.ink()), plain_(std::move(plain)) {}

    double width() const override { return box_.width; }
    double ascent() const override { return box_.height; }
    double descent() const override { return box_.depth; }
    Box ink() const override { return ink_; }
    const std::string& plain() const override { return plain_; }

    void draw(cairo_t* cairo, double x, double y) const override {
        cairo_save(cairo);
        cairo_set_font_options(cairo, unhinted().get());
        cairo_set_font_face(cairo, font_->face());
        for (std::size_t first = 0; first < box_.glyphs.size();)
            first = draw_run(cairo, first, x, y);
        for (const MathRule& rule : box_.rules) {
            cairo_rectangle(cairo, x + rule.box.left, y + rule.box.top, rule.box.width(), rule.box.height());
            cairo_fill(cairo);
        }
        cairo_restore(cairo);
        for (const MathWords& words : box_.words)
            words.text->draw(cairo, x + words.origin.x, y + words.origin.y);
    }

    void append_ink(TextInk& ink, Point origin) const override {
        for (const MathGlyph& glyph : box_.glyphs) {
            ink.glyphs.push_back(
                {&font_->outlines(), glyph.glyph, {origin.x + glyph.origin.x, origin.y + glyph.origin.y}, glyph.size});
        }
        for (const MathRule& rule : box_.rules)
            ink.rules.push_back(rule.box.moved(origin.x, origin.y));
        for (const MathWords& words : box_.words)
            words.text->append_ink(ink, {origin.x + words.origin.x, origin.y + words.origin.y});
    }

private:
    /// Draws the glyphs from `first` on that go together and returns the next one.
    std::size_t draw_run(cairo_t* cairo, std::size_t first, double x, double y) const {
        const double size = box_.glyphs[first].size;
        const bool pieces = box_.glyphs[first].piece;
        std::vector<cairo_glyph_t> glyphs;
        std::vector<cairo_text_cluster_t> clusters;
        std::string text;
        std::size_t next = first;
        for (; next < box_.glyphs.size() && box_.glyphs[next].size == size && box_.glyphs[next].piece == pieces;
             ++next) {
            const MathGlyph& glyph = box_.glyphs[next];
            glyphs.push_back({glyph.glyph, x + glyph.origin.x, y + glyph.origin.y});
            clusters.push_back({static_cast<int>(glyph.text.size()), 1});
            text += glyph.text;
        }
        cairo_set_font_size(cairo, size);
        const int count = static_cast<int>(glyphs.size());
        if (pieces || wants_outlines(cairo)) { // pieces drawn one by one would be darker where they overlap
            cairo_glyph_path(cairo, glyphs.data(), count);
            cairo_fill(cairo);
        } else {
            cairo_show_text_glyphs(cairo, text.data(), static_cast<int>(text.size()), glyphs.data(), count,
                                   clusters.data(), count, static_cast<cairo_text_cluster_flags_t>(0));
        }
        return next;
    }

    std::shared_ptr<const MathFont> font_;
    MathBox box_;
    Box ink_;
    std::string plain_;
};

/// Runs side by side on one baseline.
class Line final : public Typeset {
public:
    explicit Line(std::vector<std::shared_ptr<const Typeset>> runs) : runs_(std::move(runs)) {
        bool has_ink = false;
        for (const auto& run : runs_) {
            const Box ink = run->ink().moved(width_, 0);
            if (ink.width() > 0 && ink.height() > 0) {
                ink_ = has_ink ? ink_.united(ink) : ink;
                has_ink = true;
            }
            width_ += run->width();
            ascent_ = std::max(ascent_, run->ascent());
            descent_ = std::max(descent_, run->descent());
            plain_ += run->plain();
        }
    }

    double width() const override { return width_; }
    double ascent() const override { return ascent_; }
    double descent() const override { return descent_; }
    Box ink() const override { return ink_; }
    const std::string& plain() const override { return plain_; }

    void draw(cairo_t* cairo, double x, double y) const override {
        for (const auto& run : runs_) {
            run->draw(cairo, x, y);
            x += run->width();
        }
    }

    void append_ink(TextInk& ink, Point origin) const override {
        for (const auto& run : runs_) {
            run->append_ink(ink, origin);
            origin.x += run->width();
        }
    }

private:
    std::vector<std::shared_ptr<const Typeset>> runs_;
    double width_ = 0, ascent_ = 0, descent_ = 0;
    Box ink_;
    std::string plain_;
};

} // namespace

struct Typesetter::State {
    FontFiles files = find_fonts(font_folders());
    WordFonts word_fonts{files};
    WordSetter word_setter{word_fonts};
    std::shared_ptr<const MathFont> math_font = std::make_shared<MathFont>(files.math);
    std::vector<FontFile> fonts;

    std::shared_ptr<const Typeset> mathematics(const MathNode& node, double size, MathStyle style) const {
        const auto set_words = [&](std::string_view text, double math_size) {
            return word_setter.set(text, math_size / math_scale, Language::zh, Weight::regular);
        };
        return std::make_shared<Mathematics>(math_font, lay_out_math(*math_font, node, size, style, set_words),
                                             plain_math(node));
    }
};

Typesetter::Typesetter() : state_(std::make_unique<State>()) {
    state_->fonts = state_->word_fonts.files();
    state_->fonts.push_back({state_->math_font->family(), state_->files.math});
}

Typesetter::~Typesetter() = default;

std::shared_ptr<const Typeset> Typesetter::words(std::string_view text, double size, Language language,
                                                 Weight weight) const {
    return state_->word_setter.set(text, size, language, weight);
}

std::shared_ptr<const Typeset> Typesetter::math(const MathNode& node, double size) const {
    return state_->mathematics(node, size, MathStyle::display);
}

std::shared_ptr<const Typeset> Typesetter::line(const std::vector<Run>& runs, double size, Language language) const {
    std::vector<std::shared_ptr<const Typeset>> parts;
    parts.reserve(runs.size());
    for (const Run& run : runs) {
        if (run.math.empty()) {
            parts.push_back(words(run.words, size, language, run.weight));
        } else {
            MathNode row;
            row.children = run.math;
            parts.push_back(state_->mathematics(row, size * math_scale, MathStyle::text));
        }
    }
    if (parts.size() == 1) return parts.front();
    return std::make_shared<Line>(std::move(parts));
}

const std::vector<FontFile>& Typesetter::fonts() const {
    return state_->fonts;
}

} // namespace actlas::plot
