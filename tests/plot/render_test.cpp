#include "fake_typeset.hpp"
#include "plot/axes.hpp"
#include "plot/curve.hpp"
#include "plot/pdf_language.hpp"
#include "plot/render.hpp"
#include "support/catch.hpp"

#include <spng.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <regex>
#include <set>
#include <stdexcept>
#include <thread>

using namespace actlas;
using namespace actlas::plot;

namespace {

/// A figure with every kind of mark, in real type.
Scene figure(double steepness, const std::string& title, bool opaque = true) {
    const Typesetter typesetter;
    const Theme& t = theme("light");
    Scene scene;
    if (opaque) scene.background = t.page;
    scene.title = title;
    scene.description = "A curve of " + title + " & its axes";
    scene.language = "zh-CN";
    const Panel panel({48, 86, 662, 402}, {-4, 4, -0.4, 0.6});
    scene.marks.push_back({Role::hatch, HatchMark{{60, 100, 160, 200}, t.hatch}, "dead"});
    draw_axes(scene, panel, t, [&](std::string_view text) { return typesetter.words(text, 11.5, Language::en); });
    const auto f = [=](double x) { return std::tanh(steepness * x); };
    const auto slope = [=](double x) { return steepness / std::pow(std::cosh(steepness * x), 2); };
    scene.marks.push_back(curve_mark(trace({f, slope, {}}, panel), {t.function.stroke, 2.8, {}, Cap::round}, "f"));
    PointMark point;
    point.centre = panel.at(0, 0);
    point.colour = t.function.stroke;
    point.background = t.page;
    scene.marks.push_back({Role::point, point, "origin"});
    TextMark text;
    text.text = typesetter.words("双曲正切 " + title, 20, Language::zh, Weight::semibold);
    text.origin = {28, 36};
    text.colour = t.ink;
    scene.marks.push_back({Role::title, text, "title"});
    return scene;
}

std::vector<std::string> matches(const std::string& text, const std::string& pattern) {
    const std::regex expression(pattern);
    std::vector<std::string> result;
    for (std::sregex_iterator it(text.begin(), text.end(), expression), end; it != end; ++it)
        result.push_back((*it)[1]);
    return result;
}

std::uint32_t big_endian(const std::string& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes.at(at + i));
    return value;
}

} // namespace

TEST_CASE("ids are unique in a file and in two files on one page, and every reference has its target") {
    const std::string page = render_svg(figure(1, "one")) + render_svg(figure(2, "two"));
    const auto ids = matches(page, " id=\"([^\"]*)\"");
    REQUIRE(ids.size() > 8);
    const std::set<std::string> unique(ids.begin(), ids.end());
    CHECK(unique.size() == ids.size());
    for (const std::string pattern : {"href=\"#([^\"]*)\"", "url\\(#([^)]*)\\)", "aria-labelledby=\"([^ \"]*)"}) {
        const auto references = matches(page, pattern);
        CHECK(!references.empty());
        for (const auto& id : references)
            CHECK(unique.contains(id));
    }
}

TEST_CASE("an SVG file says what it shows, in px and without a prologue") {
    const std::string svg = render_svg(figure(1, "a < b"));
    CHECK(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    CHECK(svg.find("width=\"720\" height=\"450\" viewBox=\"0 0 720 450\"") != std::string::npos);
    CHECK(svg.find(" role=\"img\" ") != std::string::npos);
    CHECK(svg.find("xml:lang=\"zh-CN\"") != std::string::npos);
    CHECK(svg.find(">a &lt; b</title>\n<desc") != std::string::npos);
    CHECK(svg.find("style=") == std::string::npos);
    CHECK(svg.find("glyph0") == std::string::npos);
    CHECK(svg.find("surface") == std::string::npos);
    // No coordinate with more than two places; a scale of type has up to seven.
    CHECK(matches(svg, "[^(](\\.\\d{3,})").empty());
}

TEST_CASE("a curve reaches the SVG file with its own accuracy") {
    Scene scene;
    Path path;
    path.move_to({10.123, 20.457});
    path.cubic_to({11.001, 22.002}, {13.003, 24.004}, {15.999, 26.111});
    scene.marks.push_back({Role::curve, PathMark{path, Stroke{Colour{}, 2, {}, Cap::round}, {}, {}}, "f"});
    // To 1/100 px: 10.12, 20.46; then steps to 11, 22; 13, 24; 16, 26.11.
    CHECK(render_svg(scene).find("d=\"M10.12 20.46c.88 1.54 2.88 3.54 5.88 5.65\"") != std::string::npos);
}

TEST_CASE("the same scene gives the same bytes, whatever was drawn before and on several threads at once") {
    const Scene scene = figure(1, "one");
    const std::string svg = render_svg(scene), pdf = render_pdf(scene), png = render_png(scene);
    render_svg(figure(3, "another"));
    render_pdf(figure(3, "another"));
    CHECK((render_svg(scene) == svg)); // in double brackets: a failure need not print the files
    CHECK((render_pdf(scene) == pdf));
    CHECK((render_png(scene) == png));
    CHECK((render_svg(figure(1, "one")) == svg));

    std::array<std::array<std::string, 3>, 4> made;
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < made.size(); ++i) {
            threads.emplace_back([&made, i] {
                for (int other = 0; other < static_cast<int>(i); ++other)
                    render_svg(figure(5 + other, "other"));
                const Scene mine = figure(1, "one");
                made[i] = {render_svg(mine), render_pdf(mine), render_png(mine)};
            });
        }
    }
    for (const auto& [s, d, p] : made) {
        CHECK((s == svg));
        CHECK((d == pdf));
        CHECK((p == png));
    }
}

TEST_CASE("a PDF file has title, language and no date but that of SOURCE_DATE_EPOCH") {
    const Scene scene = figure(1, "one");
    ::unsetenv("SOURCE_DATE_EPOCH");
    const std::string plain = render_pdf(scene);
    CHECK(plain.starts_with("%PDF-1."));
    CHECK(plain.find("/Title (one)") != std::string::npos);
    CHECK(plain.find("/Lang (zh-CN)") != std::string::npos);
    CHECK(plain.find("/MediaBox [ 0 0 540 337.5 ]") != std::string::npos);
    CHECK(plain.find("CreationDate") == std::string::npos);
    CHECK(plain.find("ModDate") == std::string::npos);
    ::setenv("SOURCE_DATE_EPOCH", "1700000000", 1); // 2023-11-14T22:13:20Z
    const std::string dated = render_pdf(scene);
    CHECK(dated.find("/CreationDate (20231114221320Z") != std::string::npos);
    CHECK((render_pdf(scene) == dated));
    ::setenv("SOURCE_DATE_EPOCH", "yesterday", 1);
    CHECK((render_pdf(scene) == plain));
    ::unsetenv("SOURCE_DATE_EPOCH");
}

TEST_CASE("the PDF's update points at its objects") {
    const std::string pdf = render_pdf(figure(1, "one"));
    const std::size_t table = std::stoul(pdf.substr(pdf.rfind("startxref") + 10));
    CHECK(pdf.substr(table, 5) == "xref\n");
    const std::size_t object = std::stoul(pdf.substr(pdf.find('\n', table + 5) + 1, 10));
    CHECK(pdf.substr(object, 20).find(" 0 obj\n<<") != std::string::npos);
    CHECK(pdf.substr(object, 200).find("/Lang") != std::string::npos);
    const std::size_t previous = std::stoul(pdf.substr(pdf.rfind("/Prev") + 6));
    CHECK(pdf.substr(previous, 5) == "xref\n");
    CHECK(with_pdf_language("anything", "") == "anything");
    CHECK_THROWS_AS(with_pdf_language("no PDF", "en"), std::runtime_error);
}

TEST_CASE("a PNG file has its size and its resolution") {
    const std::string png = render_png(figure(1, "one"), 2);
    CHECK(png.substr(1, 3) == "PNG");
    CHECK(big_endian(png, 16) == 1440);
    CHECK(big_endian(png, 20) == 900);
    CHECK(static_cast<int>(png[25]) == 2); // truecolour
    const auto phys = png.find("pHYs");
    REQUIRE(phys != std::string::npos);
    CHECK(big_endian(png, phys + 4) == 7559); // 192 dots an inch
    CHECK(big_endian(png, phys + 8) == 7559);
    CHECK(static_cast<int>(png[phys + 12]) == 1);
    CHECK(png.find("tIME") == std::string::npos);
    CHECK(big_endian(render_png(figure(1, "one"), 100.0 / 96), 16) == 750);
    CHECK_THROWS_AS(render_png(figure(1, "one"), 0), std::invalid_argument);
    CHECK_THROWS_AS(render_png(figure(1, "one"), 100), std::invalid_argument);
}

TEST_CASE("a figure without a background is transparent where nothing is drawn") {
    Scene scene;
    scene.width = scene.height = 8;
    Path square;
    square.move_to({0, 0});
    square.line_to({4, 0});
    square.line_to({4, 3.5});
    square.line_to({0, 3.5});
    square.close();
    scene.marks.push_back({Role::fill, PathMark{square, {}, Colour{200, 100, 50}, {}}, "square"});
    const std::string png = render_png(scene, 1);
    const std::unique_ptr<spng_ctx, decltype(&spng_ctx_free)> decoder(spng_ctx_new(0), &spng_ctx_free);
    spng_set_png_buffer(decoder.get(), png.data(), png.size());
    std::array<std::uint8_t, 8 * 8 * 4> pixels{};
    REQUIRE(spng_decode_image(decoder.get(), pixels.data(), pixels.size(), SPNG_FMT_RGBA8, 0) == 0);
    const auto pixel = [&](std::size_t x, std::size_t y) {
        const auto* at = &pixels[(y * 8 + x) * 4];
        return std::array<int, 4>{at[0], at[1], at[2], at[3]};
    };
    CHECK(pixel(1, 1) == std::array<int, 4>{200, 100, 50, 255});
    CHECK(pixel(6, 6) == std::array<int, 4>{0, 0, 0, 0});
    // Half covered: half the alpha, the whole colour.
    CHECK(pixel(1, 3)[3] == Approx(128).margin(1));
    CHECK(pixel(1, 3)[0] == Approx(200).margin(1));
}
