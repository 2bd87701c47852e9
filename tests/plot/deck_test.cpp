#include "plot/deck.hpp"
#include "plot/typeset.hpp"
#include "support/catch.hpp"
#include "support/text.hpp"

#include <regex>
#include <stdexcept>

using namespace actlas;
using namespace actlas::plot;
using actlas::test::count_matches;

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

} // namespace

TEST_CASE("a deck has a page a scene, with metadata, contents and embedded fonts") {
    const Typesetter typesetter;
    const Scene one = page(typesetter, "One"), two = page(typesetter, "二"), three = page(typesetter, "Three");
    const DeckInfo info{"A deck", "Three pages", "zh-CN", {{1, "One"}, {2, "Two"}}};
    const std::string pdf = render_pdf_deck({&one, &two, &three}, info);
    CHECK(pdf.starts_with("%PDF-1."));
    CHECK(count_matches(pdf, "/Type /Page[^s]") == 3);
    CHECK(count_matches(pdf, "/Count 3") >= 1);
    // 1920 x 1080 px are 1440 x 810 pt.
    CHECK(count_matches(pdf, "/MediaBox \\[ 0 0 1440 810 \\]") == 3);
    CHECK(pdf.find("/Title (A deck)") != std::string::npos);
    CHECK(pdf.find("/Subject (Three pages)") != std::string::npos);
    CHECK(pdf.find("/Lang (zh-CN)") != std::string::npos);
    CHECK(pdf.find("/Outlines") != std::string::npos);
    CHECK(pdf.find("/CreationDate") == std::string::npos);
    // Embedded fonts with a map back to characters: the text can be selected.
    CHECK(count_matches(pdf, "/FontFile") >= 1);
    CHECK(count_matches(pdf, "/ToUnicode") >= 1);
    CHECK((render_pdf_deck({&one, &two, &three}, info) == pdf));
    CHECK_THROWS_AS(render_pdf_deck({}, info), std::invalid_argument);
}
