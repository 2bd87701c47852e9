#include "base/diagnostic.hpp"
#include "plot/fonts.hpp"
#include "plot/math_font.hpp"
#include "support/catch.hpp"
#include "support/environment.hpp"
#include "support/temporary_folder.hpp"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace actlas::plot;
using actlas::test::Environment;
using actlas::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

bool mentions(const actlas::InputError& error, std::string_view text) {
    return std::any_of(error.diagnostics().begin(), error.diagnostics().end(), [&](const actlas::Diagnostic& d) {
        return d.message.find(text) != std::string::npos || d.hint.find(text) != std::string::npos;
    });
}

} // namespace

TEST_CASE("every missing family is named with its place and package", "[font]") {
    const TemporaryFolder empty;
    try {
        find_fonts({empty.path().string()});
        FAIL("no error");
    } catch (const actlas::InputError& error) {
        CHECK(error.diagnostics().size() == 3);
        for (const char* text : {"Inter", "Noto Sans CJK SC", "STIX Math", "fonts-inter", "fonts-noto-cjk",
                                 "fonts-stix", "ACTLAS_FONT_PATH"})
            CHECK(mentions(error, text));
        CHECK(mentions(error, empty.path().string()));
    }
}

TEST_CASE("only what is missing is complained about", "[font]") {
    const TemporaryFolder folder;
    const FontFiles real = find_fonts(font_folders());
    fs::create_directories(folder.path() / "deep" / "down");
    for (const std::string& file : {real.latin_regular, real.latin_semibold, real.cjk_regular, real.cjk_bold})
        fs::create_symlink(file, folder.path() / "deep" / "down" / fs::path(file).filename());
    try {
        find_fonts({folder.path().string()});
        FAIL("no error");
    } catch (const actlas::InputError& error) {
        REQUIRE(error.diagnostics().size() == 1);
        CHECK(mentions(error, "STIX Math"));
    }
}

TEST_CASE("ACTLAS_FONT_PATH comes before the system's folders", "[font]") {
    const TemporaryFolder first;
    const TemporaryFolder second;
    const std::string math = find_fonts(font_folders()).math;
    const fs::path own = second.path() / fs::path(math).filename();
    fs::create_symlink(math, own);
    const Environment path("ACTLAS_FONT_PATH", first.path().string() + ":" + second.path().string());
    const auto folders = font_folders();
    REQUIRE(folders.size() > 2);
    CHECK(folders[0] == first.path().string());
    CHECK(folders[1] == second.path().string());
    CHECK(find_fonts(folders).math == own.string());
    CHECK(find_fonts(folders).latin_regular.find(first.path().string()) == std::string::npos);
}

TEST_CASE("a file that is no font is an error", "[font]") {
    const TemporaryFolder folder;
    const std::string bad = (folder.path() / "NotoSansCJK-Regular.ttc").string();
    std::ofstream(bad) << "not a font";
    CHECK_THROWS_AS(MathFont(bad), actlas::InputError);
    CHECK_THROWS_AS(MathFont((folder.path() / "absent.otf").string()), actlas::InputError);
    FontFiles files = find_fonts(font_folders());
    files.cjk_regular = bad;
    CHECK_THROWS_AS(WordFonts(files), actlas::InputError);
    files = find_fonts(font_folders());
    files.latin_regular = bad;
    CHECK_THROWS_AS(WordFonts(files), actlas::InputError);
}

TEST_CASE("a font for words has no MATH table", "[font]") {
    CHECK_THROWS_AS(MathFont(find_fonts(font_folders()).latin_regular), actlas::InputError);
}

TEST_CASE("words are set in the files found and in no other font of the machine", "[font]") {
    const FontFiles files = find_fonts(font_folders());
    const WordFonts fonts(files);
    CHECK(fonts.files().size() >= 3);
    CHECK(fonts.families().find("Inter") == 0);
    CHECK(fonts.cjk_families().find("SC") != std::string::npos);

    const FcFontSet* system = FcConfigGetFonts(fonts.config(), FcSetSystem);
    CHECK((!system || system->nfont == 0));
    const FcFontSet* own = FcConfigGetFonts(fonts.config(), FcSetApplication);
    REQUIRE(own);
    for (int i = 0; i < own->nfont; ++i) {
        FcChar8* file = nullptr;
        REQUIRE(FcPatternGetString(own->fonts[i], FC_FILE, 0, &file) == FcResultMatch);
        const std::string path = reinterpret_cast<const char*>(file);
        CHECK((path == files.latin_regular || path == files.latin_semibold || path == files.cjk_regular ||
               path == files.cjk_bold));
    }
}

TEST_CASE("no cache folder is read or written", "[font]") {
    const TemporaryFolder home;
    const Environment variable("HOME", home.path().string());
    const Environment cache("XDG_CACHE_HOME", (home.path() / "cache").string());
    const WordFonts fonts(find_fonts(font_folders()));
    FcStrList* folders = FcConfigGetCacheDirs(fonts.config());
    CHECK(FcStrListNext(folders) == nullptr);
    FcStrListDone(folders);
    CHECK(fs::is_empty(home.path()));
}
