#include "plot/deck.hpp"
#include "plot/see_through.hpp"
#include "plot/typeset.hpp"
#include "support/catch.hpp"

#include <regex>
#include <stdexcept>

using namespace actlas;
using namespace actlas::plot;

namespace {

Scene page(const Typesetter& typesetter, const std::string& words) {
    Scene scene;
    scene.width = 1920;
    scene.height = 1080;
    scene.background = Colour{255, 255, 255};
    scene.title = words;
    TextMark text;
    text.text = typesetter.words(words, 76, Language::zh);
    text.origin = {96, 200};
    scene.marks.push_back({Role::title, text, "title"});
    return scene;
}

std::size_t count(const std::string& text, const std::string& pattern) {
    const std::regex expression(pattern);
    return static_cast<std::size_t>(std::distance(std::sregex_iterator(text.begin(), text.end(), expression), {}));
}

Mark line(Role role, Point from, Point to) {
    Path path;
    path.move_to(from);
    path.line_to(to);
    return {role, PathMark{path, Stroke{}, {}, {}}, "line"};
}

Mark plate(const Box& box, Colour colour) {
    Path path;
    path.move_to({box.left, box.top});
    path.line_to({box.right, box.top});
    path.line_to({box.right, box.bottom});
    path.line_to({box.left, box.bottom});
    path.close();
    return {Role::background, PathMark{path, {}, colour, {}}, "plate note"};
}

} // namespace

TEST_CASE("a deck has a page a scene, with metadata, contents and embedded fonts") {
    const Typesetter typesetter;
    const Scene one = page(typesetter, "One"), two = page(typesetter, "二"), three = page(typesetter, "Three");
    const DeckInfo info{"A deck", "Three pages", "zh-CN", {{1, "One"}, {2, "Two"}}};
    const std::string pdf = render_pdf_deck({&one, &two, &three}, info);
    CHECK(pdf.starts_with("%PDF-1."));
    CHECK(count(pdf, "/Type /Page[^s]") == 3);
    CHECK(count(pdf, "/Count 3") >= 1);
    // 1920 x 1080 px are 1440 x 810 pt.
    CHECK(count(pdf, "/MediaBox \\[ 0 0 1440 810 \\]") == 3);
    CHECK(pdf.find("/Title (A deck)") != std::string::npos);
    CHECK(pdf.find("/Subject (Three pages)") != std::string::npos);
    CHECK(pdf.find("/Lang (zh-CN)") != std::string::npos);
    CHECK(pdf.find("/Outlines") != std::string::npos);
    CHECK(pdf.find("/CreationDate") == std::string::npos);
    // Embedded fonts with a map back to characters: the text can be selected.
    CHECK(count(pdf, "/FontFile") >= 1);
    CHECK(count(pdf, "/ToUnicode") >= 1);
    CHECK((render_pdf_deck({&one, &two, &three}, info) == pdf));
    CHECK_THROWS_AS(render_pdf_deck({}, info), std::invalid_argument);
}

TEST_CASE("without a page the grid is interrupted behind a label instead of hidden by a plate") {
    const Colour white{255, 255, 255}, grey{240, 240, 240};
    Scene scene;
    scene.marks.push_back(line(Role::grid, {0, 50}, {100, 50}));
    scene.marks.push_back(line(Role::axis, {0, 60}, {100, 60}));
    scene.marks.push_back({Role::hatch, HatchMark{{0, 0, 100, 100}, grey}, "dead"});
    scene.marks.push_back(plate({40, 45, 60, 70}, white));
    scene.marks.push_back(plate({80, 45, 90, 70}, grey)); // on a fill of that colour, which is drawn in any case
    see_through(scene, white);
    REQUIRE(scene.marks.size() == 4);
    const auto& segments = std::get<PathMark>(scene.marks[0].shape).path.segments;
    REQUIRE(segments.size() == 4); // 0 to 40, 60 to 100
    CHECK(segments[0].to.x == 0);
    CHECK(segments[1].to.x == Approx(40));
    CHECK(segments[2].to.x == Approx(60));
    CHECK(segments[3].to.x == 100);
    CHECK(std::get<PathMark>(scene.marks[1].shape).path.segments.size() == 2);
    const auto& hatch = std::get<HatchMark>(scene.marks[2].shape);
    REQUIRE(hatch.holes.size() == 1);
    CHECK(hatch.holes.front().left == 40);
    CHECK(std::get<PathMark>(scene.marks[3].shape).fill == grey);
}
