#include "plot/fonts.hpp"

#include "base/diagnostic.hpp"
#include "plot/font_family.hpp"

#include <hb-ot.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

namespace actlas::plot {

namespace fs = std::filesystem;

namespace {

struct Wanted {
    std::string FontFiles::*slot;
    std::string_view family;
    std::string_view package;
    std::vector<std::string_view> names; ///< best first
};

const std::vector<Wanted>& wanted_fonts() {
    static const std::vector<Wanted> wanted{
        {&FontFiles::latin_regular,
         "Inter",
         "fonts-inter",
         {"Inter-Regular.otf", "Inter-Regular.ttf", "InterVariable.ttf", "Inter[opsz,wght].ttf", "Inter[slnt,wght].ttf",
          "Inter.ttc"}},
        {&FontFiles::latin_semibold,
         "Inter",
         "fonts-inter",
         {"Inter-SemiBold.otf", "Inter-SemiBold.ttf", "InterVariable.ttf", "Inter[opsz,wght].ttf",
          "Inter[slnt,wght].ttf", "Inter.ttc"}},
        {&FontFiles::cjk_regular,
         "Noto Sans CJK SC",
         "fonts-noto-cjk",
         {"NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf", "NotoSansSC-Regular.otf", "NotoSansSC-Regular.ttf"}},
        {&FontFiles::cjk_bold,
         "Noto Sans CJK SC",
         "fonts-noto-cjk",
         {"NotoSansCJK-Bold.ttc", "NotoSansCJKsc-Bold.otf", "NotoSansSC-Bold.otf", "NotoSansSC-Bold.ttf"}},
        {&FontFiles::math,
         "STIX Math",
         "fonts-stix",
         {"STIXMath-Regular.otf", "STIXTwoMath-Regular.otf", "STIXTwoMath-Regular.ttf", "STIX2Math.otf"}},
    };
    return wanted;
}

/// Every file below a folder by its name; of two of one name the first in the order of their paths.
std::map<std::string, std::string> files_below(const fs::path& folder) {
    std::map<std::string, std::string> files;
    std::error_code ignored; // a folder that cannot be read holds no font for us
    auto entry = fs::recursive_directory_iterator(
        folder, fs::directory_options::skip_permission_denied | fs::directory_options::follow_directory_symlink,
        ignored);
    for (; !ignored && entry != fs::recursive_directory_iterator(); entry.increment(ignored)) {
        const std::string path = entry->path().string();
        const auto [at, is_new] = files.emplace(entry->path().filename().string(), path);
        if (!is_new && path < at->second) at->second = path;
    }
    return files;
}

} // namespace

std::vector<std::string> font_folders() {
    std::vector<std::string> folders;
    if (const char* path = std::getenv("ACTLAS_FONT_PATH")) {
        std::string_view rest = path;
        const bool no_others = rest.starts_with('!');
        if (no_others) rest.remove_prefix(1);
        while (!rest.empty()) {
            const auto end = std::min(rest.find(':'), rest.size());
            if (end > 0) folders.emplace_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        if (no_others) return folders;
    }
    // The folders of Debian's packages come before the ones that hold them: looking there spares walking through all
    // fonts.
    for (const char* folder : {"/usr/share/fonts/opentype/inter", "/usr/share/fonts/opentype/noto",
                               "/usr/share/fonts/opentype/stix-word", "/usr/share/fonts", "/usr/local/share/fonts"})
        folders.emplace_back(folder);
    if (const char* home = std::getenv("HOME"); home && *home)
        for (const char* folder : {"/.local/share/fonts", "/.fonts", "/Library/Fonts"})
            folders.push_back(std::string(home) + folder);
    for (const char* folder : {"/Library/Fonts", "/System/Library/Fonts", "/opt/homebrew/share/fonts"})
        folders.emplace_back(folder);
    return folders;
}

FontFiles find_fonts(const std::vector<std::string>& folders) {
    FontFiles found;
    std::vector<const Wanted*> missing;
    for (const Wanted& wanted : wanted_fonts())
        missing.push_back(&wanted);
    for (const std::string& folder : folders) {
        if (missing.empty()) break;
        const auto files = files_below(folder);
        std::erase_if(missing, [&](const Wanted* wanted) {
            for (const std::string_view name : wanted->names)
                if (const auto file = files.find(std::string(name)); file != files.end()) {
                    found.*(wanted->slot) = file->second;
                    return true;
                }
            return false;
        });
    }
    if (missing.empty()) return found;

    std::string searched;
    for (const std::string& folder : folders) {
        if (folder.starts_with("/usr/share/fonts/")) continue; // part of /usr/share/fonts, which is named
        searched += (searched.empty() ? "" : ", ") + folder;
    }
    std::vector<Diagnostic> diagnostics;
    std::string_view family; // its two weights lie in one package: one message will do
    for (const Wanted* wanted : missing) {
        if (wanted->family == family) continue;
        family = wanted->family;
        std::string message = "font file \"" + std::string(wanted->names.front()) + "\" of the family \"" +
                              std::string(wanted->family) + "\" not found in " + searched;
        diagnostics.push_back({Diagnostic::Severity::error, std::move(message), std::nullopt,
                               "install the Debian package " + std::string(wanted->package) +
                                   ", or name the font's folder in ACTLAS_FONT_PATH"});
    }
    throw InputError(std::move(diagnostics));
}

namespace {

using BlobHandle = std::unique_ptr<hb_blob_t, decltype(&hb_blob_destroy)>;
using FaceHandle = std::unique_ptr<hb_face_t, decltype(&hb_face_destroy)>;
using FontHandle = std::unique_ptr<hb_font_t, decltype(&hb_font_destroy)>;
using SetHandle = std::unique_ptr<hb_set_t, decltype(&hb_set_destroy)>;
using CharSetHandle = std::unique_ptr<FcCharSet, decltype(&FcCharSetDestroy)>;
using PatternHandle = std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)>;

CharSetHandle collect_characters(hb_face_t* face) {
    const SetHandle code_points(hb_set_create(), hb_set_destroy);
    hb_face_collect_unicodes(face, code_points.get());
    CharSetHandle characters(FcCharSetCreate(), FcCharSetDestroy);
    hb_codepoint_t first = HB_SET_VALUE_INVALID;
    for (hb_codepoint_t last = HB_SET_VALUE_INVALID; hb_set_next_range(code_points.get(), &first, &last);)
        for (hb_codepoint_t character = first; character <= last; ++character)
            FcCharSetAddChar(characters.get(), character);
    return characters;
}

/// The characters of a face. fontconfig takes them one by one, 45,000 of a Chinese font, so that faces with the same
/// table of characters, as the weights of a design have, share one set: within a typesetter and over all of them.
CharSetHandle characters_of(hb_face_t* face) {
    struct Known {
        BlobHandle table;
        CharSetHandle characters;
    };
    static std::mutex mutex;
    static std::vector<Known> all;

    BlobHandle table(hb_face_reference_table(face, HB_TAG('c', 'm', 'a', 'p')), hb_blob_destroy);
    const auto bytes = [](const BlobHandle& blob) {
        unsigned length = 0;
        const char* data = hb_blob_get_data(blob.get(), &length);
        return std::string_view(data, length);
    };
    const std::lock_guard lock(mutex);
    auto known = std::find_if(all.begin(), all.end(), [&](const Known& k) { return bytes(k.table) == bytes(table); });
    if (known == all.end()) known = all.insert(all.end(), {std::move(table), collect_characters(face)});
    return {FcCharSetCopy(known->characters.get()), FcCharSetDestroy};
}

/// What Pango has to know of a face. fontconfig's own query looks every character of Unicode up in the font, which
/// takes milliseconds.
PatternHandle describe(const std::string& path, unsigned index, hb_face_t* face, const std::string& family) {
    const FontHandle font(hb_font_create(face), hb_font_destroy);
    const auto bytes = [](const std::string& text) { return reinterpret_cast<const FcChar8*>(text.c_str()); };
    PatternHandle made(FcPatternCreate(), FcPatternDestroy);
    FcPattern* pattern = made.get();
    FcPatternAddString(pattern, FC_FILE, bytes(path));
    FcPatternAddInteger(pattern, FC_INDEX, static_cast<int>(index));
    FcPatternAddString(pattern, FC_FAMILY, bytes(family));
    const double weight = hb_style_get_value(font.get(), HB_STYLE_TAG_WEIGHT);
    FcPatternAddDouble(pattern, FC_WEIGHT, FcWeightFromOpenTypeDouble(weight));
    FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN);
    FcPatternAddInteger(pattern, FC_WIDTH, FC_WIDTH_NORMAL);
    // Pango passes over what is neither of these.
    const BlobHandle outlines(hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' ')), hb_blob_destroy);
    const std::string format = hb_blob_get_length(outlines.get()) > 0 ? "CFF" : "TrueType";
    FcPatternAddString(pattern, FC_FONTFORMAT, bytes(format));
    FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
    FcPatternAddBool(pattern, FC_OUTLINE, FcTrue);
    FcPatternAddCharSet(pattern, FC_CHARSET, characters_of(face).get());
    return made;
}

/// The only face of a file, or of a collection the one that holds simplified Chinese; nullptr where there is neither,
/// and for a variable font, which stands for several.
PatternHandle query_face(const std::string& path) {
    const BlobHandle blob(hb_blob_create_from_file(path.c_str()), hb_blob_destroy);
    const unsigned count = hb_face_count(blob.get());
    // Noto Sans CJK has it at index 2.
    for (unsigned i = 0; i < count; ++i) {
        const unsigned index = (i + 2) % count;
        const FaceHandle face(hb_face_create(blob.get(), index), hb_face_destroy);
        const std::string family = family_name(face.get());
        if (count == 1 ? !family.empty() && !hb_ot_var_has_data(face.get()) : family == "Noto Sans CJK SC")
            return describe(path, index, face.get(), family);
    }
    return {nullptr, FcPatternDestroy};
}

void append_family(std::string& families, const std::string& family) {
    if (("," + families + ",").find("," + family + ",") == std::string::npos)
        families += (families.empty() ? "" : ",") + family;
}

std::string family_of(const FcPattern* pattern) {
    FcChar8* family = nullptr;
    if (FcPatternGetString(pattern, FC_FAMILY, 0, &family) != FcResultMatch) return {};
    return reinterpret_cast<const char*>(family);
}

InputError unreadable(const std::string& path) {
    return InputError(Diagnostic{Diagnostic::Severity::error, "font file \"" + path + "\" cannot be used", std::nullopt,
                                 "install its package again"});
}

} // namespace

void WordFonts::Release::operator()(FcConfig* config) const {
    FcConfigDestroy(config);
}

WordFonts::WordFonts(const FontFiles& files) : config_(FcConfigCreate()) {
    // Pango calls FcInit() in a thread of its own, which would load the system's configuration and scan its fonts:
    // several milliseconds, seconds without a cache, and for nothing. An empty current configuration keeps it from
    // that.
    static const bool quiet = [] {
        FcConfig* empty = FcConfigCreate();
        const bool set = FcConfigSetCurrent(empty) != FcFalse;
        FcConfigDestroy(empty); // the library keeps its own reference
        return set;
    }();
    static_cast<void>(quiet);

    // A configuration has no set of fonts before the first is added; one that does not exist makes an empty set.
    FcConfigAppFontAddFile(config_.get(), reinterpret_cast<const FcChar8*>(""));
    if (FcConfigGetFonts(config_.get(), FcSetApplication) == nullptr) throw std::bad_alloc();
    add(files.latin_regular, families_);
    if (files.latin_semibold != files.latin_regular) add(files.latin_semibold, families_);
    add(files.cjk_regular, cjk_families_);
    add(files.cjk_bold, cjk_families_);
    families_ += "," + cjk_families_;
}

void WordFonts::add(const std::string& path, std::string& families) {
    const auto* file = reinterpret_cast<const FcChar8*>(path.c_str());
    std::string family;
    if (PatternHandle pattern = query_face(path)) {
        FcFontSet* set = FcConfigGetFonts(config_.get(), FcSetApplication);
        family = family_of(pattern.get());
        // FcConfigAppFontAddFile() would read all ten faces of a Chinese collection, 13 ms a file.
        if (!FcFontSetAdd(set, pattern.get())) throw std::bad_alloc();
        static_cast<void>(pattern.release()); // the set owns it from now on
    } else {
        if (path.ends_with(".ttc") && path.find("CJK") != std::string::npos) throw unreadable(path);
        const int before = FcConfigGetFonts(config_.get(), FcSetApplication)->nfont;
        if (!FcConfigAppFontAddFile(config_.get(), file)) throw unreadable(path);
        const FcFontSet* set = FcConfigGetFonts(config_.get(), FcSetApplication);
        if (set->nfont == before) throw unreadable(path);
        family = family_of(set->fonts[before]);
    }
    append_family(families, family);
    files_.push_back({family, path});
}

} // namespace actlas::plot
