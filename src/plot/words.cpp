#include "plot/words.hpp"

#include "base/diagnostic.hpp"
#include "base/utf8.hpp"
#include "plot/glyph_outlines.hpp"
#include "plot/text_drawing.hpp"

#include <cairo.h>
#include <fmt/core.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <map>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>

namespace actlas::plot {

namespace {

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
struct FreeDescription {
    void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
};
struct FreeAttributes {
    void operator()(PangoAttrList* attributes) const { pango_attr_list_unref(attributes); }
};

double px(int pango_units) {
    return static_cast<double>(pango_units) / PANGO_SCALE;
}

/// Every line is laid out at this type size in px and scaled when it is drawn: nothing is hinted, so the result is the
/// same as at the size asked for, and Pango spends a millisecond on each new pair of font and size.
constexpr double layout_size = 100;

/// Pango's fonts; every line keeps them alive.
struct PangoFonts {
    explicit PangoFonts(FcConfig* config) : map(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)) {
        if (!map) throw std::runtime_error("this Pango was built without FreeType");
        pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), config);
    }
    /// Pango 1.50 does not release the configuration with its map.
    ~PangoFonts() { pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), nullptr); }
    PangoFonts(const PangoFonts&) = delete;
    PangoFonts& operator=(const PangoFonts&) = delete;

    /// One object for each file, however often Pango opens it.
    const GlyphOutlines* outlines(PangoFont* font) {
        FcPattern* pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
        FcChar8* file = nullptr;
        int index = 0;
        FcPatternGetString(pattern, FC_FILE, 0, &file);
        FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
        FcChar8* variations = nullptr;
        FcPatternGetString(pattern, FC_FONT_VARIATIONS, 0, &variations);
        const auto text = [](const FcChar8* chars) {
            return std::string(chars ? reinterpret_cast<const char*>(chars) : "");
        };
        auto& known = faces[{text(file), index, text(variations)}];
        if (!known) {
            cairo_scaled_font_t* scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
            known = std::make_unique<GlyphOutlines>(cairo_scaled_font_get_font_face(scaled));
        }
        return known.get();
    }

    std::unique_ptr<PangoFontMap, Unref> map;
    std::map<std::tuple<std::string, int, std::string>, std::unique_ptr<GlyphOutlines>> faces;
};

/// A line laid out at layout_size, with its measures at that size.
struct Laid {
    Laid(std::shared_ptr<PangoFonts> its_fonts, std::unique_ptr<PangoLayout, Unref> made)
        : fonts(std::move(its_fonts)), layout(std::move(made)) {
        PangoRectangle ink_rectangle{};
        PangoRectangle logical{};
        pango_layout_line_get_extents(line(), &ink_rectangle, &logical);
        width = px(logical.width);
        ascent = px(-logical.y);
        descent = px(logical.y + logical.height);
        ink = {px(ink_rectangle.x), px(ink_rectangle.y), px(ink_rectangle.x + ink_rectangle.width),
               px(ink_rectangle.y + ink_rectangle.height)};
        int x = 0;
        for (const GSList* run = line()->runs; run; run = run->next) {
            const auto* item = static_cast<const PangoLayoutRun*>(run->data);
            const GlyphOutlines* outlines = fonts->outlines(item->item->analysis.font);
            x += item->start_x_offset;
            for (int i = 0; i < item->glyphs->num_glyphs; ++i) {
                const PangoGlyphInfo& glyph = item->glyphs->glyphs[i];
                const Point at{px(x + glyph.geometry.x_offset), px(glyph.geometry.y_offset - item->y_offset)};
                if (glyph.glyph != PANGO_GLYPH_EMPTY) glyphs.push_back({outlines, glyph.glyph, at, layout_size});
                x += glyph.geometry.width;
            }
            x += item->end_x_offset;
        }
    }

    PangoLayoutLine* line() const { return pango_layout_get_line_readonly(layout.get(), 0); }

    std::shared_ptr<PangoFonts> fonts; // outlives the layout
    std::unique_ptr<PangoLayout, Unref> layout;
    double width = 0, ascent = 0, descent = 0;
    Box ink;
    std::vector<PlacedGlyph> glyphs;
};

class Words final : public Typeset {
public:
    Words(std::shared_ptr<const Laid> laid, double size, std::string text)
        : laid_(std::move(laid)), scale_(size / layout_size), plain_(std::move(text)) {}

    double width() const override { return laid_->width * scale_; }
    double ascent() const override { return laid_->ascent * scale_; }
    double descent() const override { return laid_->descent * scale_; }
    Box ink() const override {
        const Box& ink = laid_->ink;
        return {ink.left * scale_, ink.top * scale_, ink.right * scale_, ink.bottom * scale_};
    }
    const std::string& plain() const override { return plain_; }

    void draw(cairo_t* cairo, double x, double y) const override {
        cairo_save(cairo);
        cairo_translate(cairo, x, y);
        cairo_scale(cairo, scale_, scale_);
        cairo_move_to(cairo, 0, 0);
        if (wants_outlines(cairo)) {
            pango_cairo_layout_line_path(cairo, laid_->line());
            cairo_fill(cairo);
        } else {
            pango_cairo_show_layout_line(cairo, laid_->line());
        }
        cairo_restore(cairo);
        cairo_new_path(cairo);
    }

    void append_ink(TextInk& ink, Point origin) const override {
        for (PlacedGlyph glyph : laid_->glyphs) {
            glyph.origin = {origin.x + glyph.origin.x * scale_, origin.y + glyph.origin.y * scale_};
            glyph.size *= scale_;
            ink.glyphs.push_back(glyph);
        }
    }

private:
    std::shared_ptr<const Laid> laid_;
    double scale_;
    std::string plain_;
};

bool is_cjk(char32_t c) {
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

/// Whether a mark that Latin and Chinese share in Unicode, and that each sets in its own width, is a Chinese one within
/// a Chinese text.
bool is_chinese_mark(char32_t mark, char32_t before, char32_t after) {
    const auto is_letter = [](char32_t c) { return (c | 0x20) >= U'a' && (c | 0x20) <= U'z'; };
    switch (mark) {
    case U'“':
    case U'”':
    case U'‘':
    case U'—':
    case U'…':
        return true;
    case U'’':
        return !(is_letter(before) && is_letter(after)); // an apostrophe
    case U'·':
        return is_cjk(before) || is_cjk(after);
    default:
        return false;
    }
}

void add_range(PangoAttrList* attributes, PangoAttribute* attribute, std::size_t start, std::size_t end) {
    attribute->start_index = static_cast<guint>(start);
    attribute->end_index = static_cast<guint>(end);
    pango_attr_list_insert(attributes, attribute);
}

/// Pango may tag a run with a language from the environment, and the forms of letters must not follow it: `locl` is
/// off. The face in use is the simplified Chinese one, whose default forms are the right ones but for the width of its
/// dash.
void add_forms(PangoAttrList* attributes, std::string_view text, Language language, const std::string& cjk_families) {
    std::size_t start = 0; // of the stretch of marks or of other characters that is being read
    bool in_marks = false;
    const auto finish = [&](std::size_t end) {
        if (end == start) return;
        add_range(attributes, pango_attr_font_features_new(in_marks ? "locl=1" : "locl=0"), start, end);
        if (in_marks) add_range(attributes, pango_attr_family_new(cjk_families.c_str()), start, end);
        start = end;
    };
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        const char32_t c = next_code_point(text, at);
        std::size_t peek = at;
        const char32_t after = at < text.size() ? next_code_point(text, peek) : 0;
        const bool is_mark = language == Language::zh && is_chinese_mark(c, before, after);
        if (is_mark != in_marks) {
            finish(here); // a whole stretch at once: the two halves of —— are joined into one glyph
            in_marks = is_mark;
        }
        before = c;
    }
    finish(text.size());
}

void check_characters(std::string_view text, std::string_view fonts) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = next_code_point(text, at);
        const bool invalid = c == 0xFFFD && text.substr(start, at - start) != "\xEF\xBF\xBD";
        if (invalid)
            throw InputError(Diagnostic{Diagnostic::Severity::error,
                                        "the text of a label is not valid UTF-8: \"" + printable(text) + "\"",
                                        std::nullopt, ""});
        if (c < 0x20 || (c >= 0x7F && c < 0xA0)) throw_missing_glyph(c, text, fonts);
    }
}

void check_glyphs(PangoLayout* layout, std::string_view text, std::string_view fonts) {
    if (pango_layout_get_unknown_glyphs_count(layout) == 0) return;
    const PangoLayoutLine* line = pango_layout_get_line_readonly(layout, 0);
    for (const GSList* run = line->runs; run; run = run->next) {
        const auto* item = static_cast<const PangoLayoutRun*>(run->data);
        for (int i = 0; i < item->glyphs->num_glyphs; ++i) {
            const PangoGlyph glyph = item->glyphs->glyphs[i].glyph;
            if (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG))
                throw_missing_glyph(glyph & ~static_cast<PangoGlyph>(PANGO_GLYPH_UNKNOWN_FLAG), text, fonts);
        }
    }
}

} // namespace

void throw_missing_glyph(char32_t character, std::string_view text, std::string_view fonts) {
    std::string shown;
    append_utf8(shown, character);
    throw InputError(Diagnostic{Diagnostic::Severity::error,
                                fmt::format("no glyph for U+{:04X} \"{}\" of \"{}\" in {}",
                                            static_cast<unsigned>(character), printable(shown), printable(text), fonts),
                                std::nullopt, "use another character"});
}

struct WordSetter::State {
    explicit State(FcConfig* config) : fonts(std::make_shared<PangoFonts>(config)) {}

    std::shared_ptr<PangoFonts> fonts;
    std::unique_ptr<PangoContext, Unref> context;
    std::string families;
    std::string cjk_families;

    using Key = std::tuple<std::string, Language, Weight>;
    std::map<Key, std::shared_ptr<const Laid>> known; ///< tick numbers and titles come again and again

    std::shared_ptr<const Laid> lay_out(const std::string& text, Language language, Weight weight) const;
};

WordSetter::WordSetter(const WordFonts& fonts) : state_(std::make_unique<State>(fonts.config())) {
    State& s = *state_;
    s.families = fonts.families();
    s.cjk_families = fonts.cjk_families();
    s.context.reset(pango_font_map_create_context(s.fonts->map.get()));
    pango_context_set_language(s.context.get(), pango_language_from_string("zh-cn"));
    pango_context_set_base_dir(s.context.get(), PANGO_DIRECTION_LTR);
    pango_context_set_round_glyph_positions(s.context.get(), FALSE);
    pango_cairo_context_set_font_options(s.context.get(), unhinted().get());
}

WordSetter::~WordSetter() = default;

std::shared_ptr<const Laid> WordSetter::State::lay_out(const std::string& text, Language language,
                                                       Weight weight) const {
    check_characters(text, families);
    const std::unique_ptr<PangoFontDescription, FreeDescription> font(pango_font_description_new());
    pango_font_description_set_family_static(font.get(), families.c_str());
    pango_font_description_set_absolute_size(font.get(), layout_size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(),
                                      weight == Weight::semibold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);

    const std::unique_ptr<PangoAttrList, FreeAttributes> attributes(pango_attr_list_new());
    add_forms(attributes.get(), text, language, cjk_families);

    std::unique_ptr<PangoLayout, Unref> layout(pango_layout_new(context.get()));
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_attributes(layout.get(), attributes.get());
    pango_layout_set_auto_dir(layout.get(), FALSE);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    check_glyphs(layout.get(), text, families);
    return std::make_shared<Laid>(fonts, std::move(layout));
}

std::shared_ptr<const Typeset> WordSetter::set(std::string_view text, double size, Language language,
                                               Weight weight) const {
    auto& known = state_->known;
    State::Key key{std::string(text), language, weight};
    auto entry = known.find(key);
    if (entry == known.end()) {
        constexpr std::size_t most = 2000; // a layout is a few kilobytes
        if (known.size() >= most) known.clear();
        auto laid = state_->lay_out(std::get<std::string>(key), language, weight);
        entry = known.emplace(std::move(key), std::move(laid)).first;
    }
    return std::make_shared<Words>(entry->second, size, std::string(text));
}

} // namespace actlas::plot
