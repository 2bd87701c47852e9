#include "base/diagnostic.hpp"
#include "math_expressions.hpp"
#include "plot/cairo_handles.hpp"
#include "plot/typeset.hpp"
#include "support/catch.hpp"

#include <cairo-svg.h>
#include <cairo.h>

#include <cmath>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <ostream>
#include <regex>
#include <string>
#include <thread>

using namespace actlas;
using namespace actlas::plot;
using namespace actlas::plot::expressions;

namespace {

const Typesetter& typesetter() {
    static const Typesetter setter;
    return setter;
}

/// A picture's bytes, compared as a whole: a difference is not worth printing.
struct Bytes {
    std::string text;
    bool operator==(const Bytes&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Bytes& bytes) {
    return out << bytes.text.size() << " bytes";
}

Bytes svg(const std::vector<std::shared_ptr<const Typeset>>& lines) {
    std::string bytes;
    cairo_surface_t* surface = cairo_svg_surface_create_for_stream(append_to_string, &bytes, 800, 800);
    cairo_t* cairo = cairo_create(surface);
    double y = 50;
    for (const auto& line : lines) {
        line->draw(cairo, 20.25, y);
        y += 50;
    }
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    // Cairo counts the surfaces of a process in the ids it writes.
    return {std::regex_replace(bytes, std::regex("surface[0-9]+"), "surface")};
}

/// The box of what is painted, found by looking at pixels, `zoom` to a px.
std::optional<Box> painted(const Typeset& text, double zoom) {
    constexpr int width = 3200;
    constexpr int height = 1600;
    const Point origin{20, 100};
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_A8, width, height);
    cairo_t* cairo = cairo_create(surface);
    cairo_scale(cairo, zoom, zoom);
    text.draw(cairo, origin.x, origin.y);
    cairo_surface_flush(surface);
    const unsigned char* data = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    std::optional<Box> box;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            if (data[y * stride + x] > 8) {
                const Box pixel = Box{x / zoom, y / zoom, (x + 1) / zoom, (y + 1) / zoom}.moved(-origin.x, -origin.y);
                box = box ? box->united(pixel) : pixel;
            }
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return box;
}

void check_ink(const Typeset& text) {
    constexpr double zoom = 6;
    CAPTURE(text.plain());
    const auto box = painted(text, zoom);
    REQUIRE(box);
    constexpr double pixel = 1.5 / zoom;
    CHECK(text.ink().left == Approx(box->left).margin(pixel));
    CHECK(text.ink().top == Approx(box->top).margin(pixel));
    CHECK(text.ink().right == Approx(box->right).margin(pixel));
    CHECK(text.ink().bottom == Approx(box->bottom).margin(pixel));
}

Run words(std::string text, Weight weight = Weight::regular) {
    return {std::move(text), {}, weight};
}
Run math(MathNode node) {
    return {"", {std::move(node)}, Weight::regular};
}

std::vector<std::shared_ptr<const Typeset>> sample(const Typesetter& setter) {
    std::vector<std::shared_ptr<const Typeset>> lines{
        setter.words("Leaky ReLU 激活函数", 20, Language::zh, Weight::semibold),
        setter.words("−0.25 fi İıi 10⁻³", 11.5, Language::en),
        setter.line({words("所谓“激活函数”：最小值 "), math(f_of_x())}, 12.5, Language::zh)};
    for (const auto& [name, node] : catalogue())
        lines.push_back(setter.math(node, 17));
    return lines;
}

} // namespace

TEST_CASE("the ink box is where the ink is", "[typeset]") {
    const Typesetter& t = typesetter();
    check_ink(*t.words("minimum fj −0.25", 40, Language::en));
    check_ink(*t.words("激活函数，gy", 40, Language::zh, Weight::semibold));
    check_ink(*t.math(f_of_x(), 40));
    check_ink(*t.math(sup(id("j"), num("2")), 40));
    check_ink(*t.math(cases({x(), num("1"), root(x()), num("2"), frac(x(), num("3")), up("其他")}), 20));
    check_ink(*t.line({words("最大值 "), math(frac(num("1"), num("4"))), words(" 在 ", Weight::semibold), math(x())},
                      30, Language::zh));
}

TEST_CASE("words grow with their size and weight", "[typeset]") {
    const Typesetter& t = typesetter();
    const auto small = t.words("maximum", 10, Language::en);
    const auto large = t.words("maximum", 25, Language::en);
    CHECK(large->width() == Approx(2.5 * small->width()));
    CHECK(large->ink().height() == Approx(2.5 * small->ink().height()));
    CHECK(large->ascent() == Approx(2.5 * small->ascent()));
    CHECK(t.words("maximum", 10, Language::en, Weight::semibold)->width() > 1.02 * small->width());
    // Chinese characters are one em wide in every weight.
    CHECK(t.words("激活函数", 10, Language::zh)->width() == Approx(40));
    CHECK(t.words("激活函数", 10, Language::zh, Weight::semibold)->width() == Approx(40));
    // Semibold Chinese is CJK Bold: another font with more ink.
    CHECK(svg({t.words("激", 10, Language::zh)}) != svg({t.words("激", 10, Language::zh, Weight::semibold)}));
}

TEST_CASE("nothing is rounded to whole pixels", "[typeset]") {
    const Typesetter& t = typesetter();
    const double one = t.words("i", 11.5, Language::en)->width();
    CHECK(one != Approx(std::round(one)).margin(0.01));
    CHECK(t.words("iiiiiiii", 11.5, Language::en)->width() == Approx(8 * one).margin(0.01));
}

TEST_CASE("quotation marks are full-width in Chinese only", "[typeset]") {
    const Typesetter& t = typesetter();
    const auto quoted = [&](const char* text, Language language) { return t.words(text, 10, language)->width(); };
    CHECK(quoted("“激活”", Language::zh) == Approx(40));
    CHECK(quoted("激——活", Language::zh) == Approx(40));
    CHECK(quoted("激……活", Language::zh) == Approx(40));
    // The halves of a dash are joined into one glyph: a picture of 激——活 uses three.
    const std::string picture = svg({t.words("激——活", 10, Language::zh)}).text;
    const std::regex use("<use ");
    CHECK(std::distance(std::sregex_iterator(picture.begin(), picture.end(), use), std::sregex_iterator()) == 3);
    CHECK(quoted("辛·顿", Language::zh) == Approx(30));
    CHECK(quoted("“Mish”", Language::zh) == Approx(20 + quoted("Mish", Language::en)));
    CHECK(quoted("it’s a·b", Language::zh) == Approx(quoted("it’s a·b", Language::en)));
    CHECK(quoted("“激活”", Language::en) < 39);
}

TEST_CASE("a line stands its runs side by side on one baseline", "[typeset]") {
    const Typesetter& t = typesetter();
    const MathNode value = row({id("f"), paren(num("−1.278")), rel("="), num("−0.278")});
    const auto label = t.line({words("最小值 "), math(value)}, 12.5, Language::zh);
    const auto text = t.words("最小值 ", 12.5, Language::zh);
    const auto formula = t.line({math(value)}, 12.5, Language::zh);
    CHECK(label->width() == Approx(text->width() + formula->width()));
    CHECK(label->ascent() == Approx(std::max(text->ascent(), formula->ascent())));
    CHECK(label->ink().right == Approx(text->width() + formula->ink().right));
    CHECK(label->plain() == "最小值 f(−1.278) = −0.278");
}

TEST_CASE("mathematics is enlarged beside words and not when it is alone", "[typeset]") {
    const Typesetter& t = typesetter();
    CHECK(t.line({math(f_of_x())}, 10, Language::en)->width() == Approx(1.12 * t.math(f_of_x(), 10)->width()));
}

TEST_CASE("Chinese words may stand in an expression", "[typeset]") {
    const Typesetter& t = typesetter();
    const auto condition = t.math(cases({x(), row({x(), rel(">"), num("0")}), num("0"), up("其他")}), 17);
    CHECK(condition->plain() == "{x, x > 0; 0, 其他}");
    CHECK(condition->width() > t.math(cases({x(), x(), num("0"), x()}), 17)->width());
}

TEST_CASE("nothing to set is nothing to see", "[typeset]") {
    const Typesetter& t = typesetter();
    for (const auto& empty : {t.words("", 12, Language::en), t.line({}, 12, Language::en), t.math(row({}), 12)}) {
        CHECK(empty->width() == 0);
        CHECK(empty->ink().width() == 0);
        CHECK_FALSE(painted(*empty, 1));
    }
}

TEST_CASE("a character that no font has is an error that names it", "[typeset]") {
    const Typesetter& t = typesetter();
    const auto message = [](const auto& set) {
        try {
            set();
        } catch (const InputError& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    CHECK(message([&] { t.words("a\U0001F600b", 12, Language::en); }).find("U+1F600") != std::string::npos);
    CHECK(message([&] { t.words("激\u0E01活", 12, Language::zh); }).find("U+0E01") != std::string::npos);
    CHECK(message([&] { t.words("two\nlines", 12, Language::en); }).find("U+000A") != std::string::npos);
    CHECK(message([&] { t.words("a\xFFz", 12, Language::en); }).find("UTF-8") != std::string::npos);
    CHECK(message([&] { t.math(up("\U0001F600"), 12); }).find("U+1F600") != std::string::npos);
    CHECK(message([&] { t.words("ordinary", 12, Language::en); }).empty());
}

TEST_CASE("the same text gives the same bytes", "[typeset]") {
    const Typesetter fresh;
    const Bytes once = svg(sample(typesetter()));
    CHECK(once == svg(sample(typesetter())));
    CHECK(once == svg(sample(fresh)));
}

TEST_CASE("threads with a typesetter each agree", "[typeset]") {
    Bytes first;
    Bytes second;
    const auto work = [](Bytes& bytes) {
        const Typesetter own;
        bytes = svg(sample(own));
    };
    std::thread one(work, std::ref(first));
    std::thread two(work, std::ref(second));
    one.join();
    two.join();
    CHECK_FALSE(first.text.empty());
    CHECK(first == second);
    CHECK(first == svg(sample(typesetter())));
}

TEST_CASE("what is set outlives its typesetter", "[typeset]") {
    std::vector<std::shared_ptr<const Typeset>> lines;
    {
        const Typesetter own;
        lines = sample(own);
    }
    CHECK(svg(lines) == svg(sample(typesetter())));
}

TEST_CASE("the environment does not show in the result", "[typeset]") {
    // A Turkish reader's environment would turn off fi ligatures and give i its dot.
    const Bytes before = svg(sample(typesetter()));
    for (const auto& [name, value] : {std::pair{"LANGUAGE", "tr:ja"},
                                      {"PANGO_LANGUAGE", "tr:ja"},
                                      {"HOME", "/nonexistent"},
                                      {"FONTCONFIG_FILE", "/nonexistent"},
                                      {"LC_ALL", "ja_JP.UTF-8"}})
        setenv(name, value, 1);
    const Typesetter fresh;
    CHECK(svg(sample(fresh)) == before);
}

TEST_CASE("the fonts in use are listed", "[typeset]") {
    const auto& fonts = typesetter().fonts();
    CHECK(fonts.size() >= 4);
    for (const FontFile& font : fonts) {
        CHECK_FALSE(font.family.empty());
        CHECK(font.path.front() == '/');
    }
}

TEST_CASE("an expression has a plain form for readers who do not see it", "[math]") {
    const auto plain = [](const MathNode& node) { return typesetter().math(node, 17)->plain(); };
    CHECK(plain(row({f_of_x(), rel("="), frac(num("1"), row({num("1"), bin("+"), exp_minus_x()}))})) ==
          "f(x) = 1/(1 + e^(−x))");
    CHECK(plain(row({prime(id("f")), paren(root(num("2"))), rel("="), num("1.129")})) == "f′(√2) = 1.129");
    CHECK(plain(row({x(), space(), up("tanh"), paren(x())})) == "x tanh(x)");
    CHECK(plain(row({up("tanh"), space(), x()})) == "tanh x");
    CHECK(plain(fence("||", row({prime(id("σ")), paren(x())}))) == "|σ′(x)|");
    CHECK(plain(sup(paren(row({x(), bin("−"), num("1")})), num("2"))) == "(x − 1)^2");
    CHECK(plain(row({up("max"), paren(row({num("0"), comma(), x()}))})) == "max(0, x)");
}
