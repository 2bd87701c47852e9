// What others make of our PDFs, read with Poppler's tools (Debian's package poppler-utils).

#include "plot/render.hpp"
#include "scenes.hpp"
#include "support/temporary_folder.hpp"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <sstream>
#include <stdexcept>

using namespace actlas;
using namespace scenes;

namespace {

/// What a command prints; the tests fail where it cannot be run.
std::string output_of(const std::string& command) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(::popen(command.c_str(), "r"), &::pclose);
    if (!pipe) throw std::runtime_error("cannot run " + command);
    std::string text;
    char buffer[4096];
    while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, pipe.get()))
        text.append(buffer, count);
    if (text.empty()) throw std::runtime_error("these tests need Debian's package poppler-utils: " + command);
    return text;
}

/// Without blanks: how a reader of PDF parts words is its own affair.
std::string bare(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
    return text;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("the words and numbers of a PDF can be selected, in both languages") {
    const actlas::test::TemporaryFolder folder;
    for (const Language language : all_languages) {
        const plot::Scene scene = figure::curve(study_of("silu"), context(language));
        const auto file = folder.write("a.pdf", plot::render_pdf(scene));
        const std::string text = bare(output_of("pdftotext -layout " + file.string() + " -"));
        CAPTURE(text);
        std::size_t words = 0;
        for (const auto& mark : scene.marks) {
            const auto* shape = std::get_if<plot::TextMark>(&mark.shape);
            if (shape == nullptr || mark.role == plot::Role::label || mark.name == "formula") continue;
            CHECK(contains(text, bare(shape->text->plain())));
            ++words;
        }
        CHECK(words >= 12);
        // Of formulas the characters, whose order may be another.
        CHECK(contains(text, "−0.278"));
        CHECK(contains(text, "−1.278"));
    }
}

TEST_CASE("every font of a PDF is embedded, as a subset with a map to characters") {
    const actlas::test::TemporaryFolder folder;
    const auto file =
        folder.write("a.pdf", plot::render_pdf(figure::curve(study_of("gelu"), context(Language::zh, "dark"))));
    std::istringstream lines(output_of("pdffonts " + file.string()));
    std::string line;
    std::getline(lines, line);
    // name, type, encoding, emb, sub, uni, object ID: the three answers stand before the two numbers of the object.
    CHECK(contains(line, "emb sub uni"));
    std::getline(lines, line);
    std::size_t fonts = 0;
    while (std::getline(lines, line)) {
        CAPTURE(line);
        CHECK(contains(line, "yes yes yes"));
        ++fonts;
    }
    CHECK(fonts >= 3); // Inter, Noto Sans CJK, STIX
}

TEST_CASE("a PDF says what it is: title, description, page size") {
    const actlas::test::TemporaryFolder folder;
    const plot::Scene scene = figure::curve(study_of("tanh"), context(Language::en));
    const auto file = folder.write("a.pdf", plot::render_pdf(scene));
    const std::string info = output_of("pdfinfo " + file.string());
    CAPTURE(info);
    CHECK(contains(info, "Title:           " + scene.title));
    CHECK(contains(info, "Subject:         " + scene.description.substr(0, 40)));
    CHECK(contains(info, "Pages:           1"));
    CHECK(contains(info, "540 x 337.5 pts")); // 720 x 450 px
    CHECK(contains(info, "Encrypted:       no"));
}
