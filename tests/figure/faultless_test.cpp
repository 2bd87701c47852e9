// Every kind of figure is laid out without a fault: for the whole catalogue where one function is shown, in both
// languages, both profiles and the themes that may differ.

#include "base/diagnostic.hpp"
#include "figure/slides.hpp"
#include "scenes.hpp"
#include "specimens.hpp"

#include <algorithm>
#include <map>
#include <set>

using namespace actlas;
using namespace scenes;

namespace {

/// Of a slide, whose type is 2.88 times as large as a document's, for FIGURES' 4 px.
constexpr double slide_clearance = 9;

figure::Context on_slide(Language language, const char* theme = "dark") {
    const figure::Context page = context(language, theme);
    return {page.theme, language, page.typesetter, figure::slide_profile()};
}

void require_faultless_slide(const plot::Scene& scene) {
    CHECK(scene.width == 1920);
    CHECK(scene.height == 1080);
    for (const auto& fault : plot::layout_faults(scene, slide_clearance))
        CHECK(fault == "");
}

/// Where everything stands, whatever its colour.
std::string places(const plot::Scene& scene) {
    return plot::layout_json(scene);
}

} // namespace

TEST_CASE("a figure stands the same in every theme but those that draw curves their own way") {
    for (const auto& name : plot::theme_names()) {
        const bool own_lines = !plot::theme(name).lines.empty();
        CHECK(own_lines == (name == "print"));
        for (const char* id : {"silu", "relu", "leaky_relu", "hardshrink", "sine"}) {
            CAPTURE(name, id);
            CHECK(places(figure::curve(study_of(id), context(Language::en, name.c_str()))) ==
                  places(figure::curve(study_of(id), context(Language::en, "light"))));
        }
        const std::vector<const analysis::Study*> three{&study_of("relu"), &study_of("elu"), &study_of("gelu")};
        const bool same = places(figure::compare(three, context(Language::en, name.c_str()))) ==
                          places(figure::compare(three, context(Language::en, "light")));
        CHECK(same != own_lines);
    }
}

TEST_CASE("comparisons, grids and depths of every family of the catalogue have no fault, on pages and slides",
          "[catalogue]") {
    std::map<std::string, std::vector<const analysis::Study*>> families;
    for (const auto& activation : scenes::catalogue().activations())
        families[activation.family].push_back(&study_of(activation.id));
    std::set<std::string> measured; // families of functions that people use: networks take time
    for (const auto& id : scenes::catalogue().group("@common"))
        measured.insert(study_of(id).activation.family);
    for (const auto& [family, members] : families) {
        std::vector<const analysis::Study*> few(members.begin(),
                                                members.begin() + std::min<std::ptrdiff_t>(6, std::ssize(members)));
        const std::vector<const analysis::Study*> three(few.begin(),
                                                        few.begin() + std::min<std::ptrdiff_t>(3, std::ssize(few)));
        std::vector<const analysis::Study*> four(few.begin(),
                                                 few.begin() + std::min<std::ptrdiff_t>(4, std::ssize(few)));
        for (const Language language : all_languages) {
            CAPTURE(family, code(language));
            for (const char* theme : {"light", "print"}) {
                CAPTURE(theme);
                require_faultless(figure::compare(few, context(language, theme)));
                require_faultless_slide(figure::compare(few, on_slide(language, theme)));
            }
            require_faultless(figure::grid(four, context(language)));
            require_faultless_slide(figure::grid(four, on_slide(language)));
            if (!measured.contains(family)) continue;
            require_faultless(figure::depth(few, context(language)));
            require_faultless_slide(figure::depth(three, on_slide(language)));
        }
    }
}

TEST_CASE("a slide that has no room for the names of all networks is refused with a hint") {
    std::vector<const analysis::Study*> six;
    for (const char* id : {"sigmoid", "tanh", "relu", "gelu", "silu", "mish"})
        six.push_back(&study_of(id));
    CHECK_THROWS_AS(figure::depth(six, on_slide(Language::en)), InputError);
    CHECK_NOTHROW(figure::depth(six, context()));
}

TEST_CASE("families of parameters have no fault on slides", "[catalogue]") {
    std::size_t drawn = 0;
    for (const auto& activation : scenes::catalogue().activations())
        for (const auto& parameter : activation.parameters) {
            // The other language than on a page, see family_test.cpp.
            const Language language = all_languages[++drawn % all_languages.size()];
            CAPTURE(activation.id, parameter.name, code(language));
            figure::Options options;
            options.parameter = parameter.name;
            require_faultless_slide(figure::family(study_of(activation.id), on_slide(language), options));
        }
}

TEST_CASE("a limitation of every kind has no fault on slides", "[catalogue]") {
    std::map<std::string, std::size_t> drawn;
    constexpr std::size_t most = 4;          // of a kind
    constexpr std::size_t longest_name = 14; // bytes: a slide's title is as long as its page and does not shrink
    for (const auto& activation : scenes::catalogue().activations())
        for (const auto& finding : study_of(activation.id).limitations) {
            if (activation.name.size() > longest_name || drawn[finding.kind]++ >= most) continue;
            CAPTURE(activation.id, finding.kind);
            figure::Options options;
            options.limitation = finding.kind;
            for (const Language language : all_languages)
                require_faultless_slide(
                    figure::limitation_figure(study_of(activation.id), on_slide(language), options));
        }
}

TEST_CASE("precision, decision and title have no fault, on pages and slides") {
    for (const Language language : all_languages) {
        CAPTURE(code(language));
        for (const char* id : {"gelu", "sigmoid", "square", "relu", "exponential"}) {
            CAPTURE(id);
            require_faultless(figure::precision(study_of(id), context(language)));
            require_faultless_slide(figure::precision(study_of(id), on_slide(language)));
        }
        require_faultless(figure::decision({&study_of("tanh")}, context(language)));
        require_faultless_slide(figure::decision({&study_of("relu"), &study_of("sine")}, on_slide(language)));
        require_faultless_slide(figure::title_slide("Activation functions", "From the ReLU to the GELU",
                                                    {&study_of("relu"), &study_of("gelu")}, on_slide(language)));
    }
}

TEST_CASE("no specimen has a fault") {
    for (const auto& specimen : specimens::all()) {
        CAPTURE(specimen.name);
        const plot::Scene scene = specimen.draw();
        for (const auto& fault : plot::layout_faults(scene, scene.width == 1920 ? slide_clearance : 4))
            CHECK(fault == "");
    }
}
