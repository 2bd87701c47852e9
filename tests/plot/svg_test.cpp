#include "plot/svg_numbers.hpp"
#include "plot/svg_rewrite.hpp"
#include "plot/xml.hpp"
#include "support/catch.hpp"

#include <stdexcept>

using namespace actlas::plot;

TEST_CASE("numbers lose superfluous digits") {
    CHECK(short_number(0, 3) == "0");
    CHECK(short_number(-0.0004, 3) == "0");
    CHECK(short_number(0.5, 3) == ".5");
    CHECK(short_number(-0.05, 3) == "-.05");
    CHECK(short_number(12, 3) == "12");
    CHECK(short_number(100.1234, 3) == "100.123");
    CHECK(short_number(1.9996, 3) == "2");
    CHECK(short_number(7, 0) == "7");
    CHECK(short_numbers("7,4", 1, 3) == "7 4");
    CHECK(short_numbers("16 -8", 16, 3) == "1 -.5");
}

TEST_CASE("path data loses blanks, repeated letters and moves that draw nothing") {
    CHECK(short_path("M 16 32 L 48 64 L -16 0 ", 16, 3) == "M1 2 3 4-1 0");
    CHECK(short_path("M 1 2 C 3 4 5 6 7 8 C -1 -2 -3 -4 -5 -6", 1, 2) == "M1 2C3 4 5 6 7 8-1-2-3-4-5-6");
    CHECK(short_path("M 0 0 L 1 0 L 1 1 Z M 0 0 ", 1, 2) == "M0 0 1 0 1 1Z");
    CHECK(short_path("M 0 0 L 1 0 Z M 2 2 L 3 3", 1, 2) == "M0 0 1 0ZM2 2 3 3");
    CHECK(short_path("", 1, 2).empty());
    CHECK(short_path("M 4 4 ", 1, 2).empty());
    CHECK_THROWS_AS(short_path("A 1 2", 1, 2), std::runtime_error);
}

TEST_CASE("text is escaped for XML") {
    CHECK(escape_xml("a<b> & \"c\"\x01") == "a&lt;b&gt; &amp; &quot;c&quot;");
    CHECK(escape_xml("曲线") == "曲线");
}

TEST_CASE("what is no XML is refused") {
    CHECK_THROWS_AS(parse_xml("<svg><g></svg"), std::runtime_error);
    CHECK_THROWS_AS(parse_xml(""), std::runtime_error);
}

TEST_CASE("a document of Cairo's becomes one for a page") {
    const char* const cairo = R"svg(<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="32px" height="16px" viewBox="0 0 32 16" version="1.1">
<defs>
<g>
<symbol overflow="visible" id="glyph0-0">
<path style="stroke:none;" d="M 1 1 L 2 2 Z M 1 1 "/>
</symbol>
<symbol overflow="visible" id="glyph0-1">
<path style="stroke:none;" d="M 16 16 L 32 32 Z M 16 16 "/>
</symbol>
<symbol overflow="visible" id="glyph0-2">
<path style="stroke:none;" d=""/>
</symbol>
</g>
<clipPath id="clip1">
  <path d="M 0 0 L 16 0 L 16 16 Z M 0 0 "/>
</clipPath>
</defs>
<g id="surface17">
<g clip-path="url(#clip1)" clip-rule="nonzero">
<path style="fill:none;stroke-width:2;stroke-linecap:butt;stroke-linejoin:miter;stroke:rgb(0%,44.705882%,69.803922%);stroke-opacity:1;stroke-dasharray:7,4;stroke-miterlimit:4;" d="M 1 2 L 3 4 " transform="matrix(16,0,0,16,0,0)"/>
</g>
<g style="fill:rgb(0%,0%,0%);fill-opacity:1;">
  <use xlink:href="#glyph0-1" x="160" y="8"/>
  <use xlink:href="#glyph0-2" x="170" y="8"/>
</g>
<g style="fill:rgb(0%,0%,0%);fill-opacity:1;">
  <use xlink:href="#glyph0-2" x="170" y="8"/>
</g>
</g>
</svg>
)svg";
    const std::string svg = rewrite_svg(cairo, 16, {2, 1, "T & U", "about <x>", "zh-CN"});
    const auto salt_at = svg.find("<title id=\"") + 11;
    const std::string salt = svg.substr(salt_at, svg.find("-title\">", salt_at) - salt_at);
    REQUIRE(salt.size() == 11);
    std::string neutral = svg;
    for (auto at = neutral.find(salt); at != std::string::npos; at = neutral.find(salt))
        neutral.replace(at, salt.size(), "S");
    CHECK(
        neutral ==
        R"svg(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="2" height="1" viewBox="0 0 2 1" lang="zh-CN" xml:lang="zh-CN" role="img" aria-labelledby="S-title S-desc">
<title id="S-title">T &amp; U</title>
<desc id="S-desc">about &lt;x&gt;</desc>
<defs>
<path id="S-1" d="M1 1 2 2Z"/>
<clipPath id="S-2">
<path d="M0 0 1 0 1 1Z"/>
</clipPath>
</defs>
<g clip-path="url(#S-2)">
<path fill="none" stroke-width="2" stroke="#0072B2" stroke-dasharray="7 4" d="M1 2 3 4"/>
</g>
<g fill="#000000">
<use xlink:href="#S-1" x="10" y=".5"/>
</g>
</svg>
)svg");
    // Another title is another figure: other ids. Another surface number is not.
    std::string renumbered = cairo;
    renumbered.replace(renumbered.find("surface17"), 9, "surface99");
    CHECK(rewrite_svg(renumbered, 16, {2, 1, "T & U", "about <x>", "zh-CN"}) == svg);
    CHECK(rewrite_svg(cairo, 16, {2, 1, "T", "about <x>", "zh-CN"}).find(salt) == std::string::npos);
}

TEST_CASE("a figure without words is hidden from screen readers") {
    const std::string svg = rewrite_svg("<svg><g id=\"surface1\"></g></svg>", 1, {10, 10, "", "", ""});
    CHECK(svg.find("aria-hidden=\"true\"") != std::string::npos);
    CHECK(svg.find("<title") == std::string::npos);
    CHECK(svg.find("lang=") == std::string::npos);
}
