#include "plot/fonts.hpp"

#include "base/diagnostic.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string_view>

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
        while (!rest.empty()) {
            const auto end = std::min(rest.find(':'), rest.size());
            if (end > 0) folders.emplace_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
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

/// fontconfig's idea of the face of a collection that holds simplified Chinese, else of the file's first face.
FcPattern* query_face(const std::string& path) {
    const auto* file = reinterpret_cast<const FcChar8*>(path.c_str());
    int count = 0;
    if (!path.ends_with(".ttc")) return FcFreeTypeQuery(file, 0, nullptr, &count);
    constexpr std::array<unsigned, 10> faces{2, 0, 1, 3, 4, 5, 6, 7, 8, 9}; // Noto Sans CJK has SC at index 2
    for (const unsigned face : faces) {
        FcPattern* pattern = FcFreeTypeQuery(file, face, nullptr, &count);
        if (!pattern) break;
        FcChar8* family = nullptr;
        if (FcPatternGetString(pattern, FC_FAMILY, 0, &family) == FcResultMatch &&
            std::string_view(reinterpret_cast<const char*>(family)) == "Noto Sans CJK SC")
            return pattern;
        FcPatternDestroy(pattern);
    }
    return nullptr;
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

    add(files.latin_regular, families_);
    if (files.latin_semibold != files.latin_regular) add(files.latin_semibold, families_);
    add(files.cjk_regular, cjk_families_);
    add(files.cjk_bold, cjk_families_);
    families_ += "," + cjk_families_;
}

void WordFonts::add(const std::string& path, std::string& families) {
    const auto* file = reinterpret_cast<const FcChar8*>(path.c_str());
    FcFontSet* set = FcConfigGetFonts(config_.get(), FcSetApplication);
    std::string family;
    if (set && path.ends_with(".ttc") && path.find("CJK") != std::string::npos) {
        // FcConfigAppFontAddFile() reads all ten faces of the collection (13 ms a file); one face takes 1 ms.
        FcPattern* pattern = query_face(path);
        if (!pattern) throw unreadable(path);
        family = family_of(pattern);
        FcFontSetAdd(set, pattern); // which owns it from now on
    } else {
        const int before = set ? set->nfont : 0;
        if (!FcConfigAppFontAddFile(config_.get(), file)) throw unreadable(path);
        set = FcConfigGetFonts(config_.get(), FcSetApplication);
        if (!set || set->nfont == before) throw unreadable(path);
        family = family_of(set->fonts[before]);
    }
    append_family(families, family);
    files_.push_back({family, path});
}

} // namespace actlas::plot
