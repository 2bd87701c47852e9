#include "config/support.hpp"
#include "support/catch.hpp"

using namespace actlas;
using namespace actlas::config;
using actlas::test::faults;
using actlas::test::parse;
using Faults = std::vector<std::string>;

TEST_CASE("a theme of one's own says what it changes") {
    const Config config = parse(R"(
[[theme]]
name = "mine"
inherits = "paper"
page = "Ivory"
function = { stroke = "#123", text = "navy" }
derivative = "#AA0000"
family = ["red", { text = "green" }]
lines = [{}, { dash = [4, 2.5], weight = 1.5 }]
text_contrast = 7
[[theme]]
name = "paper"
[figures]
themes = ["mine", "light"]
transparent = true
)");
    REQUIRE(config.themes.size() == 2);
    // "mine" inherits from "paper", which therefore comes first.
    CHECK(config.themes[0].name == "paper");
    CHECK(config.themes[0].inherits == "light");
    const ThemeRequest& mine = config.themes[1];
    CHECK(mine.colours.at("page").value == "#fffff0");
    CHECK(mine.colours.at("page").where.line == 5);
    CHECK(mine.colours.at("page").where.column == 8);
    CHECK(mine.colours.at("function.stroke").value == "#112233");
    CHECK(mine.colours.at("function.text").value == "#000080");
    CHECK(mine.colours.at("derivative.stroke").value == "#aa0000");
    CHECK(mine.colours.at("derivative.text").value == "#aa0000");
    CHECK(mine.colours.at("family[0].stroke").value == "#ff0000");
    CHECK(mine.colours.at("family[1].stroke").value == "#008000");
    CHECK(mine.colours.count("ink") == 0);
    REQUIRE(mine.lines);
    REQUIRE(mine.lines->size() == 2);
    CHECK(mine.lines->front().dash.empty());
    CHECK(mine.lines->back().dash == std::vector{4.0, 2.5});
    CHECK(mine.lines->back().weight == 1.5);
    CHECK(mine.text_contrast == 7);
    CHECK_FALSE(mine.stroke_contrast);
    CHECK(config.figures.themes == std::vector<std::string>{"mine", "light"});
    CHECK(config.figures.transparent);
}

TEST_CASE("what is wrong with a theme has a place and, where there is one, a suggestion") {
    CHECK(faults("[figures]\nthemes = [\"drak\"]\n") ==
          Faults{"2:11 \"drak\" is no value of \"themes\" [did you mean \"dark\"?]"});
    CHECK(faults("[[theme]]\nname = \"mine\"\n[figures]\nthemes = [\"mime\"]\n") ==
          Faults{"4:11 \"mime\" is no value of \"themes\" [did you mean \"mine\"?]"});
    CHECK(faults("[[theme]]\nname = \"mine\"\ninherits = \"ligth\"\n") ==
          Faults{"3:12 \"ligth\" is no value of \"inherits\" [did you mean \"light\"?]"});
    CHECK(faults("[[theme]]\nname = \"mine\"\npage = \"whit\"\n") ==
          Faults{"3:8 \"whit\" is no colour [did you mean \"white\"?]"});
    CHECK(faults("[[theme]]\nname = \"mine\"\nink = \"#12345\"\n") ==
          Faults{"3:7 \"#12345\" is no colour [a colour is written \"#0072b2\" or by its CSS name, such as \"blue\"]"});
    CHECK(faults("[[theme]]\nname = \"mine\"\nfunction = { strok = \"red\" }\n") ==
          Faults{"3:14 \"function\" has no key \"strok\" [did you mean \"stroke\"?]"});
    CHECK(faults("[[theme]]\nname = \"mine\"\nlines = [{ dash = [0] }]\n") ==
          Faults{"3:20 \"dash\" must lie between 0.1 and 1000"});
    CHECK(faults("[[theme]]\nname = \"mine\"\nfamily = []\n") ==
          Faults{"3:10 \"family\" must hold at least one colour"});
    CHECK(faults("[[theme]]\nname = \"light\"\n") ==
          Faults{"2:8 there is a theme \"light\" already [give this theme another name]"});
    CHECK(faults("[[theme]]\nname = \"../x\"\n").front().starts_with("2:8 \"../x\" cannot be the name of a theme"));
    CHECK(faults("[[theme]]\nname = \"mine\"\npag = \"white\"\n") ==
          Faults{"3:1 [[theme]] has no key \"pag\" [did you mean \"page\"?]"});
}

TEST_CASE("themes that inherit from each other in a circle are reported, those below them are not") {
    const Faults found = faults(R"([[theme]]
name = "a"
inherits = "b"
[[theme]]
name = "b"
inherits = "a"
[[theme]]
name = "c"
inherits = "a"
[[theme]]
name = "d"
inherits = "d"
)");
    REQUIRE(found.size() == 3);
    CHECK(found[0] ==
          "3:12 the theme \"a\" inherits from itself, by way of \"b\" [let one of them inherit from a built-in "
          "theme: light, dark]");
    CHECK(found[1].starts_with("6:12 the theme \"b\" inherits from itself"));
    CHECK(found[2].starts_with("12:12 the theme \"d\" inherits from itself"));
}

TEST_CASE("a deck of slides shows what the report shows unless it says otherwise") {
    const Config config = parse("title = \"T\"\nlanguages = [\"en\"]\ninclude = [\"relu\", \"tanh\"]\n[slides]\n");
    REQUIRE(config.slides);
    CHECK(config.slides->name == "slides");
    REQUIRE(config.slides->activations.size() == 2);
    CHECK(config.slides->activations[1].id == "tanh");
    CHECK(config.slides->languages == std::vector{Language::en});
    CHECK(config.slides->theme == "dark");
    CHECK(config.slides->builds);
    CHECK(config.slides->title_slide);
    CHECK(config.slides->title.in(Language::en) == "T");
    CHECK(config.slides->pdf);
    CHECK(config.slides->markdown);
    CHECK(config.slides->images == FigureFormat::svg);
    CHECK_FALSE(parse("").slides);

    const Config other = parse("include = [\"relu\", \"tanh\"]\n[slides]\ninclude = [\"@seed\", \"gelu\"]\nexclude = "
                               "[\"relu\"]\nformats = [\"pdf\"]\nbuilds = false\nimages = \"png\"\nname = \"talk\"\n");
    REQUIRE(other.slides);
    std::vector<std::string> ids;
    for (const auto& activation : other.slides->activations)
        ids.push_back(activation.id);
    CHECK(ids == std::vector<std::string>{"sigmoid", "tanh", "leaky_relu", "gelu"});
    CHECK_FALSE(other.slides->markdown);
    CHECK_FALSE(other.slides->builds);
    CHECK(other.slides->images == FigureFormat::png);

    CHECK(faults("[slides]\ninclude = [\"gleu\"]\n") ==
          Faults{"2:12 there is no activation \"gleu\" [did you mean \"gelu\"?]"});
    CHECK(faults("[slides]\ntheme = \"drak\"\n").front().ends_with("[did you mean \"dark\"?]"));
    CHECK(faults("[slides]\ninclude = []\n") == Faults{"2:11 no activation is left for the slides"});
}

TEST_CASE("a figure may be for slides, and without a page") {
    const std::string figure = "[[figure]]\nname = \"f\"\nkind = \"curve\"\nactivations = [\"relu\"]\n";
    CHECK(parse(figure).extra_figures.front().profile == "document");
    CHECK_FALSE(parse(figure).extra_figures.front().transparent);
    const Config config = parse("[figures]\ntransparent = true\n" + figure + "profile = \"slide\"\n");
    CHECK(config.extra_figures.front().profile == "slide");
    CHECK(config.extra_figures.front().transparent);
    CHECK(faults(figure + "profile = \"slides\"\n") ==
          Faults{"5:11 \"slides\" is no value of \"profile\" [did you mean \"slide\"?]"});
}
