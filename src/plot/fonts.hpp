#pragma once

#include "plot/typeset.hpp"

#include <fontconfig/fontconfig.h>

#include <memory>
#include <string>
#include <vector>

namespace actlas::plot {

/// The font files that figures are set in. They are looked for under $ACTLAS_FONT_PATH (folders, separated by ":") and
/// then, unless it begins with "!", in the usual folders of the system and the user; a folder is searched with
/// everything below it, and the first one that holds a file wins.
struct FontFiles {
    std::string latin_regular;  ///< Inter, weight 400 (or a variable font)
    std::string latin_semibold; ///< Inter, weight 600
    std::string cjk_regular;    ///< Noto Sans CJK SC, weight 400
    std::string cjk_bold;       ///< Noto Sans CJK SC, weight 700: what 600 becomes in Chinese
    std::string math;           ///< STIX Math
};

/// The folders to search, in order; they need not exist.
std::vector<std::string> font_folders();

/// Finds every file; throws InputError with one diagnostic for each missing family, naming the folders searched and the
/// Debian package.
FontFiles find_fonts(const std::vector<std::string>& folders);

/// A fontconfig configuration that holds the fonts for words and nothing else: neither the system's fonts nor anybody's
/// settings, so that the same text is set the same way on every machine.
class WordFonts {
public:
    explicit WordFonts(const FontFiles& files);

    FcConfig* config() const { return config_.get(); }
    /// For a Pango font description: the Latin families and then the Chinese ones, separated by commas.
    const std::string& families() const { return families_; }
    /// The Chinese families alone.
    const std::string& cjk_families() const { return cjk_families_; }
    /// The files in use, with their families.
    const std::vector<FontFile>& files() const { return files_; }

private:
    struct Release {
        void operator()(FcConfig* config) const;
    };
    void add(const std::string& path, std::string& families);

    std::unique_ptr<FcConfig, Release> config_;
    std::string families_;
    std::string cjk_families_;
    std::vector<FontFile> files_;
};

} // namespace actlas::plot
