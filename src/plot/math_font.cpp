#include "plot/math_font.hpp"

#include "base/diagnostic.hpp"
#include "base/utf8.hpp"
#include "plot/font_family.hpp"
#include "plot/words.hpp"

#include <cairo-ft.h>
#include <fontconfig/fontconfig.h>

#include <algorithm>

namespace actlas::plot {

namespace {

template<auto destroy>
struct Destroy {
    template<typename T>
    void operator()(T* object) const {
        destroy(object);
    }
};

using Blob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using Font = std::unique_ptr<hb_font_t, Destroy<hb_font_destroy>>;
using Buffer = std::unique_ptr<hb_buffer_t, Destroy<hb_buffer_destroy>>;
using CairoFace = std::unique_ptr<cairo_font_face_t, Destroy<cairo_font_face_destroy>>;
using Pattern = std::unique_ptr<FcPattern, Destroy<FcPatternDestroy>>;

} // namespace

struct MathFont::State {
    Face face;
    Font font;
    Buffer buffer;
    CairoFace cairo_face;
    std::unique_ptr<GlyphOutlines> outlines;
    double upem = 1000;
    std::string family;

    double em(hb_position_t units) const { return units / upem; }
};

MathFont::MathFont(const std::string& path) : state_(std::make_unique<State>()) {
    const Blob blob(hb_blob_create_from_file(path.c_str()));
    State& s = *state_;
    s.face.reset(hb_face_create(blob.get(), 0));
    if (!hb_ot_math_has_data(s.face.get()))
        throw InputError(Diagnostic{Diagnostic::Severity::error, "font file \"" + path + "\" has no MATH table",
                                    std::nullopt, "install the Debian package fonts-stix"});
    s.font.reset(hb_font_create(s.face.get())); // its scale is the font's own units
    s.buffer.reset(hb_buffer_create());
    s.upem = hb_face_get_upem(s.face.get());
    s.family = family_name(s.face.get());

    const Pattern pattern(FcPatternCreate());
    FcPatternAddString(pattern.get(), FC_FILE, reinterpret_cast<const FcChar8*>(path.c_str()));
    FcPatternAddInteger(pattern.get(), FC_INDEX, 0);
    s.cairo_face.reset(cairo_ft_font_face_create_for_pattern(pattern.get()));
    s.outlines = std::make_unique<GlyphOutlines>(s.cairo_face.get());
}

MathFont::~MathFont() = default;

double MathFont::constant(hb_ot_math_constant_t name) const {
    const hb_position_t value = hb_ot_math_get_constant(state_->font.get(), name);
    if (name == HB_OT_MATH_CONSTANT_SCRIPT_PERCENT_SCALE_DOWN ||
        name == HB_OT_MATH_CONSTANT_SCRIPT_SCRIPT_PERCENT_SCALE_DOWN)
        return value / 100.0;
    return state_->em(value);
}

hb_codepoint_t MathFont::glyph(char32_t character) const {
    hb_codepoint_t glyph = 0;
    if (!hb_font_get_nominal_glyph(state_->font.get(), character, &glyph) || glyph == 0) {
        std::string text;
        append_utf8(text, character);
        throw_missing_glyph(character, text, state_->family);
    }
    return glyph;
}

bool MathFont::covers(std::string_view text) const {
    for (std::size_t at = 0; at < text.size();) {
        hb_codepoint_t glyph = 0;
        if (!hb_font_get_nominal_glyph(state_->font.get(), next_code_point(text, at), &glyph) || glyph == 0)
            return false;
    }
    return true;
}

GlyphMetrics MathFont::metrics(hb_codepoint_t glyph) const {
    const State& s = *state_;
    hb_glyph_extents_t ink{};
    hb_font_get_glyph_extents(s.font.get(), glyph, &ink);
    GlyphMetrics metrics;
    metrics.advance = s.em(hb_font_get_glyph_h_advance(s.font.get(), glyph));
    metrics.left = s.em(ink.x_bearing);
    metrics.right = s.em(ink.x_bearing + ink.width);
    metrics.top = s.em(ink.y_bearing);
    metrics.bottom = s.em(ink.y_bearing + ink.height); // HarfBuzz counts the height downwards, as a negative number
    metrics.italic = s.em(hb_ot_math_get_glyph_italics_correction(s.font.get(), glyph));
    return metrics;
}

std::vector<ShapedGlyph> MathFont::shape(std::string_view text, int script_level) const {
    const State& s = *state_;
    hb_buffer_t* buffer = s.buffer.get();
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_MATH);
    hb_buffer_set_language(buffer, hb_language_from_string("en", -1));
    const std::array<hb_feature_t, 2> features{
        hb_feature_t{HB_TAG('s', 's', 't', 'y'), static_cast<std::uint32_t>(script_level), HB_FEATURE_GLOBAL_START,
                     HB_FEATURE_GLOBAL_END},
        hb_feature_t{HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}};
    hb_shape(s.font.get(), buffer, features.data(), static_cast<unsigned>(features.size()));

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
    std::vector<ShapedGlyph> glyphs;
    glyphs.reserve(count);
    for (unsigned i = 0; i < count; ++i) {
        const std::size_t start = infos[i].cluster;
        const std::size_t end = i + 1 < count ? infos[i + 1].cluster : text.size();
        if (infos[i].codepoint == 0) {
            std::size_t at = start;
            throw_missing_glyph(next_code_point(text, at), text, s.family);
        }
        glyphs.push_back({infos[i].codepoint, s.em(positions[i].x_advance), s.em(positions[i].x_offset),
                          s.em(positions[i].y_offset), std::string(text.substr(start, end - start))});
    }
    return glyphs;
}

std::vector<GlyphVariant> MathFont::variants(hb_codepoint_t glyph) const {
    const GlyphMetrics own = metrics(glyph);
    std::vector<GlyphVariant> variants{{glyph, own.top - own.bottom}};
    std::array<hb_ot_math_glyph_variant_t, 16> found{};
    auto count = static_cast<unsigned>(found.size());
    hb_ot_math_get_glyph_variants(state_->font.get(), glyph, HB_DIRECTION_BTT, 0, &count, found.data());
    for (unsigned i = 0; i < count; ++i)
        if (found[i].glyph != glyph) {
            const GlyphMetrics m = metrics(found[i].glyph);
            variants.push_back({found[i].glyph, m.top - m.bottom});
        }
    return variants;
}

std::vector<AssemblyPart> MathFont::assembly(hb_codepoint_t glyph) const {
    std::array<hb_ot_math_glyph_part_t, 16> found{};
    auto count = static_cast<unsigned>(found.size());
    hb_position_t italic = 0;
    hb_ot_math_get_glyph_assembly(state_->font.get(), glyph, HB_DIRECTION_BTT, 0, &count, found.data(), &italic);
    std::vector<AssemblyPart> parts;
    for (unsigned i = 0; i < count; ++i)
        parts.push_back({found[i].glyph, state_->em(found[i].start_connector_length),
                         state_->em(found[i].end_connector_length), state_->em(found[i].full_advance),
                         (found[i].flags & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER) != 0});
    return parts;
}

double MathFont::min_connector_overlap() const {
    return state_->em(hb_ot_math_get_min_connector_overlap(state_->font.get(), HB_DIRECTION_BTT));
}

cairo_font_face_t* MathFont::face() const {
    return state_->cairo_face.get();
}

const GlyphOutlines& MathFont::outlines() const {
    return *state_->outlines;
}

const std::string& MathFont::family() const {
    return state_->family;
}

} // namespace actlas::plot
