#include "plot/theme.hpp"
#include "support/catch.hpp"

#include <stdexcept>

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

TEST_CASE("every theme can be read on its page and on its fills") {
    CHECK(theme_names() == std::vector<std::string>{"dark", "light"});
    CHECK_THROWS_AS(theme("sepia"), std::out_of_range);
    for (const auto& name : theme_names()) {
        const Theme& t = theme(name);
        CAPTURE(name);
        CHECK(t.name == name);
        std::vector<Hue> hues{t.function, t.derivative, t.green, t.purple, t.ochre};
        hues.insert(hues.end(), t.family.begin(), t.family.end());
        REQUIRE(t.family.size() >= 3);
        CHECK(contrast(t.axis, t.page) >= 3);
        for (const Colour ground : {t.page, t.saturation, t.inset}) {
            CHECK(contrast(t.ink, ground) >= 4.5);
            CHECK(contrast(t.muted, ground) >= 4.5);
        }
        for (const Hue& hue : hues) {
            CAPTURE(to_hex(hue.stroke), to_hex(hue.text));
            CHECK(contrast(hue.stroke, t.page) >= 3);
            CHECK(contrast(hue.text, t.page) >= 4.5);
        }
        for (const Hue& hue : {t.function, t.derivative, t.green, t.purple, t.ochre}) {
            CHECK(contrast(hue.stroke, t.saturation) >= 3);
            CHECK(contrast(hue.text, t.saturation) >= 4.5);
        }
        // The grid is decoration: it must not compete with the data.
        CHECK(contrast(t.grid, t.page) < 1.5);
        // Larger parameter, more contrast.
        for (std::size_t i = 1; i < t.family.size(); ++i) {
            CHECK(contrast(t.family[i].stroke, t.page) > contrast(t.family[i - 1].stroke, t.page));
        }
    }
}
