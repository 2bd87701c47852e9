#include "fake_typeset.hpp"
#include "plot/glyph_outlines.hpp"
#include "plot/render.hpp"
#include "plot/svg_path.hpp"
#include "plot/xml.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

using namespace actlas;
using namespace actlas::plot;

namespace {

std::string data(const Path& path, int decimals) {
    PathWriter writer(decimals);
    writer.add(path);
    return writer.data();
}

/// Reads back what PathWriter writes: the ends of all segments, with control points.
std::vector<Point> points_of(const std::string& path) {
    std::vector<Point> points;
    Point pen, start, reflected;
    std::size_t at = 0;
    char command = '\0';
    const auto number = [&] {
        while (path[at] == ' ')
            ++at;
        std::size_t end = at + (path[at] == '-' ? 1 : 0);
        bool point = false;
        for (;
             end < path.size() && (std::isdigit(static_cast<unsigned char>(path[end])) || (path[end] == '.' && !point));
             ++end)
            point = point || path[end] == '.';
        const double value = std::stod(path.substr(at, end - at));
        at = end;
        return value;
    };
    const auto pair = [&] {
        const double x = number();
        return Point{pen.x + x, pen.y + number()};
    };
    while (at < path.size()) {
        if (std::isalpha(static_cast<unsigned char>(path[at]))) command = path[at++];
        switch (command) {
        case 'M':
            pen = {};
            [[fallthrough]];
        case 'm':
            pen = start = pair();
            break;
        case 'l':
            pen = pair();
            break;
        case 'h':
            pen.x += number();
            break;
        case 'v':
            pen.y += number();
            break;
        case 'c':
        case 's': {
            points.push_back(command == 'c' ? pair() : reflected);
            points.push_back(pair());
            const Point to = pair();
            reflected = {2 * to.x - points.back().x, 2 * to.y - points.back().y};
            pen = to;
            break;
        }
        case 'z':
            pen = start;
            break;
        default:
            FAIL("unknown command " << command);
        }
        points.push_back(pen);
    }
    return points;
}

} // namespace

TEST_CASE("numbers lose superfluous digits") {
    CHECK(short_number(0, 3) == "0");
    CHECK(short_number(-0.0004, 3) == "0");
    CHECK(short_number(0.5, 3) == ".5");
    CHECK(short_number(-0.05, 3) == "-.05");
    CHECK(short_number(12, 3) == "12");
    CHECK(short_number(100.1234, 3) == "100.123");
    CHECK(short_number(1.9996, 3) == "2");
    CHECK(short_number(7, 0) == "7");
}

TEST_CASE("path data loses blanks, repeated letters and moves that draw nothing") {
    Path path;
    path.move_to({1, 2});
    path.line_to({3, 4});
    path.line_to({-1, 0});
    path.line_to({-1, 5});
    path.line_to({2.5, 5});
    CHECK(data(path, 2) == "M1 2l2 2-4-4v5h3.5");

    path = {};
    path.move_to({9, 9});
    path.move_to({0, 0});
    path.line_to({1, 0});
    path.line_to({1, 1});
    path.close();
    path.move_to({2, 2});
    path.line_to({2.25, 2.75});
    path.move_to({7, 7});
    CHECK(data(path, 2) == "M0 0h1v1zm2 2l.25.75");

    path = {};
    path.move_to({0, 0});
    path.cubic_to({1, 2}, {3, 4}, {5, 6});
    path.cubic_to({7, 8}, {9, 9}, {10, 10}); // the first control point mirrors the one before
    path.cubic_to({10, 11}, {12, 13}, {14, 15});
    CHECK(data(path, 0) == "M0 0c1 2 3 4 5 6s4 3 5 4c0 1 2 3 4 5");

    CHECK(data({}, 2).empty());
    path = {};
    path.move_to({4, 4});
    CHECK(data(path, 2).empty());
}

TEST_CASE("errors of rounded steps do not add up") {
    Path path;
    path.move_to({0.004, 0.004});
    for (int i = 1; i <= 300; ++i)
        path.line_to({0.0149 * i, 0.0033 * i * i});
    const auto points = points_of(data(path, 2));
    CHECK(points.back().x == Approx(0.0149 * 300).margin(0.0051));
    CHECK(points.back().y == Approx(0.0033 * 300 * 300).margin(0.0051));
}

TEST_CASE("text is escaped for XML") {
    CHECK(escape_xml("a<b> & \"c\"\x01") == "a&lt;b&gt; &amp; &quot;c&quot;");
    CHECK(escape_xml("曲线") == "曲线");
}

TEST_CASE("every kind of mark has its element") {
    Scene scene;
    scene.width = 40;
    scene.height = 20;
    scene.background = Colour{255, 255, 255};
    Path line;
    line.move_to({0, 10});
    line.line_to({30, 10});
    const Stroke thin{Colour{1, 2, 3}, 1, {}, Cap::butt};
    scene.marks.push_back({Role::grid, PathMark{line, thin, {}, {}}, "grid"});
    Path second;
    second.move_to({5, 0});
    second.line_to({5, 20});
    scene.marks.push_back({Role::grid, PathMark{second, thin, {}, {}}, "grid"});
    scene.marks.push_back({Role::curve,
                           PathMark{line, Stroke{Colour{0, 114, 178}, 2.8, {7, 4}, Cap::round}, {}, Box{0, 0, 20, 20}},
                           "f"});
    PointMark point;
    point.centre = {10, 10};
    point.colour = {0, 0, 0};
    point.background = {255, 255, 255};
    scene.marks.push_back({Role::point, point, "p"});
    point.hollow = true;
    point.ring = 1.8;
    scene.marks.push_back({Role::point, point, "p"});
    TextMark text;
    text.text = testing::fake("a", 10);
    text.origin = {1, 9};
    text.plate = Colour{9, 9, 9};
    scene.marks.push_back({Role::label, text, "a"});
    std::string svg = render_svg(scene);
    const auto salt_at = svg.find("<clipPath id=\"") + 14;
    const std::string salt = svg.substr(salt_at, svg.find('-', salt_at) - salt_at);
    REQUIRE(salt.size() == 9);
    for (auto at = svg.find(salt); at != std::string::npos; at = svg.find(salt))
        svg.replace(at, salt.size(), "S");
    CHECK(
        svg ==
        R"svg(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="20" viewBox="0 0 40 20" aria-hidden="true">
<defs>
<clipPath id="S-1"><path d="M0 0h20v20h-20z"/></clipPath>
</defs>
<path fill="#FFFFFF" d="M0 0h40v20h-40z"/>
<path fill="none" stroke="#010203" d="M0 10h30m-25-10v20"/>
<path clip-path="url(#S-1)" fill="none" stroke="#0072B2" stroke-width="2.8" stroke-dasharray="7 4" stroke-linecap="round" stroke-linejoin="round" d="M0 10h30"/>
<circle cx="10" cy="10" r="4.3" fill="#000000" stroke="#FFFFFF" stroke-width="1.4"/>
<circle cx="10" cy="10" r="3.6" fill="#FFFFFF" stroke="#000000" stroke-width="1.8"/>
<path fill="#090909" d="M-1-.2h10v11.2h-10z"/>
<path fill="#000000" d="M1 1.8h6v7.2h-6z"/>
</svg>
)svg");
}

TEST_CASE("a text's glyphs stand in the file where Cairo would draw them") {
    const Typesetter typesetter;
    MathNode half{MathNode::Kind::fraction, {}, {}};
    half.children = {{MathNode::Kind::number, "1", {}}, {MathNode::Kind::identifier, "x", {}}};
    const std::vector<std::shared_ptr<const Typeset>> texts{
        typesetter.words("minimum 0.278", 12.5, Language::en),
        typesetter.words("最小值——“激活”", 20, Language::zh, Weight::semibold), typesetter.math(half, 17.5),
        typesetter.line({Run{"f is ", {}, Weight::regular}, Run{{}, {half}, Weight::regular}}, 12.5, Language::en)};
    for (const auto& text : texts) {
        INFO(text->plain());
        TextInk ink;
        text->append_ink(ink, {100, 200});
        std::optional<Box> box;
        for (const auto& rule : ink.rules)
            box = box ? box->united(rule) : rule;
        for (const auto& glyph : ink.glyphs) {
            const GlyphOutline& outline = (*glyph.outlines)(glyph.glyph);
            if (outline.data.empty()) continue;
            const double scale = glyph.size / GlyphOutlines::em;
            PathWriter writer(0);
            writer.append(outline.start, outline.data, outline.end);
            for (const Point p : points_of(writer.data())) { // control points too: hence the margin below
                const Point at{glyph.origin.x + p.x * scale, glyph.origin.y + p.y * scale};
                const Box here{at.x, at.y, at.x, at.y};
                box = box ? box->united(here) : here;
            }
        }
        REQUIRE(box);
        const Box expected = text->ink().moved(100, 200);
        CHECK(box->left == Approx(expected.left).margin(0.3));
        CHECK(box->right == Approx(expected.right).margin(0.3));
        CHECK(box->top == Approx(expected.top).margin(0.3));
        CHECK(box->bottom == Approx(expected.bottom).margin(0.3));
    }
}

TEST_CASE("glyphs that follow one another in one path stand where each would stand alone") {
    // "A", "e" and "8" end in another contour than they begin with; "l" and "v" have one each.
    const Typesetter typesetter;
    TextInk ink;
    typesetter.words("A level 84 value", 12.5, Language::en)->append_ink(ink, {0, 0});
    PathWriter together(0);
    std::vector<Point> alone;
    for (const auto& glyph : ink.glyphs) {
        const GlyphOutline& outline = (*glyph.outlines)(glyph.glyph);
        if (outline.data.empty()) continue;
        const double scale = glyph.size / GlyphOutlines::em;
        const Point at{std::round(glyph.origin.x / scale), std::round(glyph.origin.y / scale)};
        const auto moved = [&](Point p) { return Point{at.x + p.x, at.y + p.y}; };
        together.append(moved(outline.start), outline.data, moved(outline.end));
        PathWriter single(0);
        single.append(moved(outline.start), outline.data, moved(outline.end));
        for (const Point p : points_of(single.data()))
            alone.push_back(p);
    }
    const std::vector<Point> found = points_of(together.data());
    REQUIRE(found.size() == alone.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        CHECK(found[i].x == alone[i].x);
        CHECK(found[i].y == alone[i].y);
    }
}

TEST_CASE("a figure without words is hidden from screen readers") {
    const std::string svg = render_svg({});
    CHECK(svg.find("aria-hidden=\"true\"") != std::string::npos);
    CHECK(svg.find("<title") == std::string::npos);
    CHECK(svg.find("lang=") == std::string::npos);
}
