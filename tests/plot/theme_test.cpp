#include "plot/theme.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

using namespace actlas::plot;

TEST_CASE("colours are read and written as #RRGGBB") {
    CHECK(parse_colour("#0072B2") == Colour{0x00, 0x72, 0xB2});
    CHECK(parse_colour("#d55e00") == Colour{0xD5, 0x5E, 0x00});
    CHECK(to_hex({0xD5, 0x5E, 0x00}) == "#D55E00");
    for (const char* wrong : {"", "#12345", "#1234567", "123456", "#12345g", "red", "#12 456"}) {
        CHECK_THROWS_AS(parse_colour(wrong), std::invalid_argument);
    }
}

TEST_CASE("contrast follows WCAG") {
    // Published values: black on white 21, #767676 on white 4.54, #777777 on white 4.48; #0000FF on white 8.59.
    CHECK(contrast({0, 0, 0}, {255, 255, 255}) == Approx(21));
    CHECK(contrast({255, 255, 255}, {0, 0, 0}) == Approx(21));
    CHECK(contrast(parse_colour("#767676"), {255, 255, 255}) == Approx(4.54).margin(0.005));
    CHECK(contrast(parse_colour("#777777"), {255, 255, 255}) == Approx(4.48).margin(0.005));
    CHECK(contrast(parse_colour("#0000FF"), {255, 255, 255}) == Approx(8.59).margin(0.005));
    CHECK(contrast({9, 9, 9}, {9, 9, 9}) == Approx(1));
}

namespace {

std::vector<std::string> roles_of(const std::vector<ContrastFault>& faults) {
    std::vector<std::string> roles;
    for (const auto& fault : faults)
        roles.push_back(fault.role + " on " + fault.ground);
    return roles;
}

} // namespace

TEST_CASE("every built-in theme can be read on its page and on its fills") {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(ACTLAS_SOURCE_DIR "/config/themes"))
        files.push_back(entry.path().stem().string());
    std::sort(files.begin(), files.end());
    CHECK(files.size() >= 4);
    CHECK(theme_names() == files);
    CHECK_THROWS_AS(theme("sepia"), std::out_of_range);
    for (const auto& name : theme_names()) {
        const Theme& t = theme(name);
        CAPTURE(name);
        CHECK(t.name == name);
        CHECK(t.text_contrast >= 4.5);
        CHECK(t.stroke_contrast >= 3);
        CHECK(roles_of(contrast_faults(t)).empty());
        // Not only by the function under test: the pairs that matter most, by hand.
        for (const Colour ground : {t.page, t.saturation, t.inset}) {
            CHECK(contrast(t.ink, ground) >= t.text_contrast);
            CHECK(contrast(t.muted, ground) >= t.text_contrast);
            for (const Hue& hue : {t.function, t.derivative, t.green, t.purple, t.ochre}) {
                CHECK(contrast(hue.stroke, ground) >= t.stroke_contrast);
                CHECK(contrast(hue.text, ground) >= t.text_contrast);
            }
        }
        // The grid is decoration: it must not compete with the data.
        CHECK(contrast(t.grid, t.page) < 1.5);
        // Larger parameter, more contrast.
        REQUIRE(t.family.size() >= 3);
        for (std::size_t i = 1; i < t.family.size(); ++i) {
            CHECK(contrast(t.family[i].stroke, t.page) > contrast(t.family[i - 1].stroke, t.page));
        }
    }
    CHECK(theme("contrast").text_contrast == 7);
    CHECK(theme("contrast").stroke_contrast == 4.5);
}

TEST_CASE("what is too faint is named with its ground and both ratios") {
    Theme mine = theme("light");
    mine.muted = parse_colour("#777777"); // 4.48 on white, by WCAG's own table
    mine.inset = mine.saturation = mine.page;
    const auto faults = contrast_faults(mine);
    CHECK(roles_of(faults) == std::vector<std::string>{"muted on page", "muted on saturation", "muted on inset"});
    CHECK(faults.front().ratio == Approx(4.48).margin(0.005));
    CHECK(faults.front().required == 4.5);

    mine = theme("light");
    mine.page = {0, 0, 0}; // the saturation fill is still pale, so that ink passes there
    CHECK(roles_of(contrast_faults(mine)).front() == "ink on page");
    mine = theme("light");
    mine.family[0].stroke = mine.page;
    CHECK(roles_of(contrast_faults(mine)) == std::vector<std::string>{"family[0].stroke on page"});
}

TEST_CASE("without colour the curves of the print theme differ by dash or weight") {
    const Theme& print = theme("print");
    for (const Colour c : {print.page, print.ink, print.muted, print.axis, print.grid, print.saturation, print.hatch,
                           print.inset, print.function.stroke, print.derivative.stroke, print.green.stroke,
                           print.purple.stroke, print.ochre.stroke}) {
        CHECK(c.red == c.green);
        CHECK(c.green == c.blue);
    }
    REQUIRE(print.lines.size() == 6);
    for (std::size_t i = 0; i < print.lines.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            CAPTURE(i, j);
            const LineLook& a = print.lines[i];
            const LineLook& b = print.lines[j];
            // Two lines of one dash are told apart from a factor of one and a half in width.
            const double ratio = std::max(a.weight, b.weight) / std::min(a.weight, b.weight);
            CHECK((a.dash != b.dash || ratio >= 1.5));
        }
    }
}

TEST_CASE("a theme of one's own comes before a built-in one, and may bear any other name") {
    Theme mine = theme("dark");
    mine.name = "mine";
    mine.page = {1, 2, 3};
    const std::vector<Theme> own{mine};
    CHECK(theme("mine", own).page == Colour{1, 2, 3});
    CHECK(theme("light", own).page == Colour{255, 255, 255});
    CHECK_THROWS_AS(theme("other", own), std::out_of_range);
}
