#include "base/diagnostic.hpp"
#include "math_collisions.hpp"
#include "math_expressions.hpp"
#include "support/catch.hpp"
#include "typeset_fonts.hpp"

using namespace actlas::plot;
using namespace actlas::plot::expressions;

namespace {

constexpr double em = 100;

double width(const MathNode& node, MathStyle style = MathStyle::display) {
    return lay_out(node, em, style).width;
}

double total(const MathBox& box) {
    return box.height + box.depth;
}

const MathGlyph& glyph_of(const MathBox& box, const std::string& text) {
    for (const MathGlyph& glyph : box.glyphs)
        if (glyph.text == text) return glyph;
    throw std::logic_error("no glyph for " + text);
}

/// The pieces of a put-together glyph, as one box.
Box united_pieces(const MathBox& box) {
    Box all;
    bool first = true;
    for (const MathGlyph& glyph : box.glyphs)
        if (glyph.piece) {
            all = first ? glyph.ink : all.united(glyph.ink);
            first = false;
        }
    return all;
}

bool is_inked(const Box& box) {
    return box.width() > 0 && box.height() > 0;
}

} // namespace

TEST_CASE("no two glyphs or bars of an expression touch", "[math]") {
    for (const auto& [name, node] : catalogue())
        for (const MathStyle style : {MathStyle::display, MathStyle::text}) {
            CAPTURE(name, style == MathStyle::display);
            for (const std::string& collision : collisions(lay_out(node, em, style)))
                CHECK(collision == "");
        }
}

TEST_CASE("glyphs that touch are found", "[math]") {
    MathBox box = lay_out(row({x(), bin("+"), frac(num("1"), num("2"))}), em);
    REQUIRE(collisions(box).empty());
    MathBox crowded = box;
    crowded.place(lay_out(num("7"), em), 0.2 * em, 0);
    CHECK_FALSE(collisions(crowded).empty());
    crowded = box;
    crowded.place_rule(box.glyphs.back().ink);
    CHECK(collisions(crowded).size() == 1);
}

TEST_CASE("an expression's measures enclose its ink", "[math]") {
    for (const auto& [name, node] : catalogue()) {
        CAPTURE(name);
        const MathBox box = lay_out(node, em);
        const Box ink = box.ink();
        CHECK(ink.top >= -box.height - 1e-9);
        CHECK(ink.bottom <= box.depth + 1e-9);
        CHECK(ink.left >= -0.1 * em); // a j hangs out on the left
        CHECK(ink.right <= box.width + 1e-9);
    }
}

TEST_CASE("a layout scales with its size", "[math]") {
    for (const auto& [name, node] : catalogue()) {
        CAPTURE(name);
        const MathBox small = lay_out(node, 12.5);
        const MathBox large = lay_out(node, 25);
        CHECK(large.width == Approx(2 * small.width));
        CHECK(large.height == Approx(2 * small.height));
        CHECK(large.depth == Approx(2 * small.depth).margin(1e-9));
        CHECK(large.glyphs.size() == small.glyphs.size());
    }
}

TEST_CASE("operators and relations have TeX's spaces", "[math]") {
    const double letters = width(x()) + width(num("1"));
    CHECK(width(row({x(), bin("+"), num("1")})) - letters - width(bin("+")) == Approx(8.0 / 18 * em));
    CHECK(width(row({x(), rel("="), num("1")})) - letters - width(rel("=")) == Approx(10.0 / 18 * em));
    CHECK(width(row({x(), comma(), num("1")})) - letters - width(comma()) == Approx(3.0 / 18 * em));
    CHECK(width(row({x(), bin("/"), num("1")})) - letters - width(bin("/")) == Approx(0).margin(1e-9));
    CHECK(width(row({minus(), x()})) - width(minus()) - width(x()) == Approx(0).margin(1e-9));
}

TEST_CASE("a function keeps a thin space from its argument but not from a bracket", "[math]") {
    const double tanh = width(up("tanh"));
    CHECK(width(row({up("tanh"), x()})) - tanh - width(x()) == Approx(3.0 / 18 * em));
    CHECK(width(row({up("tanh"), space(), x()})) - tanh - width(x()) == Approx(3.0 / 18 * em));
    CHECK(width(row({x(), space(), up("tanh")})) - tanh - width(x()) == Approx(3.0 / 18 * em));
    CHECK(width(row({up("tanh"), paren(x())})) - tanh - width(paren(x())) == Approx(0).margin(1e-9));
    CHECK(width(row({minus(), up("tanh")})) - tanh - width(minus()) == Approx(0).margin(1e-9));
    CHECK(width(row({up("Φ"), paren(x())})) - width(up("Φ")) - width(paren(x())) == Approx(0).margin(1e-9));
}

TEST_CASE("a row inside a row is no more than its items", "[math]") {
    CHECK(width(row({x(), row({bin("+"), num("1")})})) == Approx(width(row({x(), bin("+"), num("1")}))));
}

TEST_CASE("there are no spaces round operators in an exponent", "[math]") {
    const MathBox box = lay_out(sup(id("e"), row({x(), bin("+"), num("1")})), em);
    const MathBox plus = lay_out(bin("+"), em);
    const double scale = glyph_of(box, "+").size / em;
    CHECK(scale < 1);
    CHECK(glyph_of(box, "1").origin.x - glyph_of(box, "+").origin.x == Approx(plus.width * scale));
}

TEST_CASE("scripts are smaller and off the baseline", "[math]") {
    const MathBox box = lay_out(row({sup(x(), num("2")), bin("+"), sub(x(), num("3"))}), em);
    const MathGlyph& exponent = glyph_of(box, "2");
    const MathGlyph& index = glyph_of(box, "3");
    CHECK(exponent.size < em);
    CHECK(exponent.size > 0.6 * em);
    CHECK(exponent.origin.y < -0.2 * em);
    CHECK(index.size == exponent.size);
    CHECK(index.origin.y > 0.1 * em);

    const MathBox tower = lay_out(sup(id("e"), sup(id("y"), sup(num("2"), num("3")))), em);
    CHECK(glyph_of(tower, "2").size < glyph_of(tower, "𝑦").size);
    CHECK(glyph_of(tower, "3").size == glyph_of(tower, "2").size); // TeX has no third level
}

TEST_CASE("an exponent and an index share a base, one above the other", "[math]") {
    for (const MathNode& node : {sup(sub(x(), id("i")), num("2")), sub(sup(x(), num("2")), id("i"))}) {
        const MathBox box = lay_out(node, em);
        const Box above = glyph_of(box, "2").ink;
        const Box below = glyph_of(box, "𝑖").ink;
        CHECK(above.bottom < below.top);
        CHECK(above.left < below.right);
        CHECK(below.left < above.right);
    }
}

TEST_CASE("a fraction is taller than its parts and centred on its bar", "[math]") {
    const MathNode top = row({x(), bin("+"), num("1")});
    const MathNode bottom = num("7");
    const MathBox box = lay_out(frac(top, bottom), em);
    CHECK(total(box) > total(lay_out(top, em)) + total(lay_out(bottom, em)));
    REQUIRE(box.rules.size() == 1);
    const Box bar = box.rules.front().box;
    CHECK(glyph_of(box, "7").ink.top > bar.bottom);
    CHECK(glyph_of(box, "1").ink.bottom < bar.top);
    CHECK(bar.width() >= lay_out(top, em).width);
    const Box seven = glyph_of(box, "7").ink;
    CHECK((seven.left + seven.right) / 2 == Approx((bar.left + bar.right) / 2).margin(0.05 * em));
    // The bar is at the height of a minus sign.
    const Box sign = lay_out(minus(), em).ink();
    CHECK((bar.top + bar.bottom) / 2 == Approx((sign.top + sign.bottom) / 2).margin(0.01 * em));
}

TEST_CASE("a fraction is smaller in a line of text", "[math]") {
    const MathNode node = frac(num("1"), num("4"));
    CHECK(total(lay_out(node, em, MathStyle::text)) < total(lay_out(node, em, MathStyle::display)));
    CHECK(glyph_of(lay_out(node, em, MathStyle::text), "4").size < em);
    CHECK(glyph_of(lay_out(node, em, MathStyle::display), "4").size == em);
}

TEST_CASE("brackets grow for a fraction and not for an exponent or a root", "[math]") {
    const double plain = total(lay_out(paren(x()), em));
    const auto bracket = [](const MathNode& inside) {
        const Box ink = glyph_of(lay_out(paren(inside), em), "(").ink;
        return ink.height();
    };
    CHECK(bracket(exp_x()) == Approx(plain));
    CHECK(bracket(root(num("2"))) == Approx(plain));
    CHECK(bracket(row({x(), paren(x())})) == Approx(plain));

    const MathNode tall = frac(x(), root(num("2")));
    CHECK(bracket(tall) >= 0.9 * total(lay_out(tall, em)));
    const Box left = glyph_of(lay_out(paren(tall), em), "(").ink;
    const Box right = glyph_of(lay_out(paren(tall), em), ")").ink;
    CHECK(left.top == Approx(right.top));
    CHECK(left.bottom == Approx(right.bottom));
}

TEST_CASE("the brace of cases covers its rows", "[math]") {
    for (int rows = 2; rows <= 9; ++rows) {
        CAPTURE(rows);
        std::vector<MathNode> cells;
        for (int i = 0; i < rows; ++i) {
            cells.push_back(x());
            cells.push_back(row({x(), rel("≥"), num("5")}));
        }
        const MathBox box = lay_out(cases(cells), em);
        const Box pieces = united_pieces(box);
        const Box brace = is_inked(pieces) ? pieces : glyph_of(box, "{").ink;
        for (const MathGlyph& glyph : box.glyphs)
            if (!glyph.piece && glyph.text != "{") {
                CHECK(glyph.ink.top >= brace.top);
                CHECK(glyph.ink.bottom <= brace.bottom);
                CHECK(glyph.ink.left > brace.right);
            }
        // Not much longer than the rows either, as far as the font's sizes allow.
        CHECK(brace.height() < total(box) + 1e-9);
        CHECK(total(box) < (1.45 * (rows - 1) + 1.9) * em);
    }
}

TEST_CASE("the columns of cases start at one place and their lines are apart", "[math]") {
    const MathBox box = lay_out(cases({num("1"), row({x(), rel(">"), num("3")}), row({id("α"), id("β"), num("2")}),
                                       row({id("y"), rel("≤"), num("4")})}),
                                em);
    CHECK(glyph_of(box, "1").origin.x == Approx(glyph_of(box, "𝛼").origin.x));
    CHECK(glyph_of(box, "𝑥").origin.x == Approx(glyph_of(box, "𝑦").origin.x));
    CHECK(glyph_of(box, "𝑥").origin.x > glyph_of(box, "2").ink.right + 0.9 * em);
    CHECK(glyph_of(box, "𝑦").origin.y - glyph_of(box, "𝑥").origin.y == Approx(1.45 * em));
}

TEST_CASE("a root covers what is under it", "[math]") {
    for (const MathNode& inside : {num("2"), frac(num("2"), id("π")), sup(x(), num("2")), root(root(x()))}) {
        const MathBox content = lay_out(inside, em);
        const MathBox box = lay_out(root(inside), em);
        const Box sign = box.glyphs.front().ink;
        CHECK(box.glyphs.front().text == "√");
        CHECK(sign.bottom >= content.depth - 1e-9);
        const Box bar = box.rules.back().box;
        CHECK(bar.top == Approx(sign.top).margin(1e-9));
        CHECK(bar.left < sign.right);
        CHECK(bar.right >= sign.right + content.ink().right - 1e-9);
        CHECK(bar.bottom < -content.height);
    }
}

TEST_CASE("letters are set in mathematical italics, functions upright", "[math]") {
    const auto text = [](const MathNode& node) {
        std::string all;
        for (const MathGlyph& glyph : lay_out(node, em).glyphs)
            all += glyph.text;
        return all;
    };
    CHECK(text(id("f")) == "𝑓");
    CHECK(text(id("h")) == "ℎ");
    CHECK(text(id("α")) == "𝛼");
    CHECK(text(id("ω")) == "𝜔");
    CHECK(text(id("Z")) == "𝑍");
    CHECK(text(id("Φ")) == "Φ");
    CHECK(text(id("rate")) == "rate");
    CHECK(text(up("e")) == "e");
    CHECK(text(prime(prime(id("f")))) == "𝑓″");
}

TEST_CASE("a prime stands beside the top of its letter", "[math]") {
    const MathBox box = lay_out(row({prime(id("f")), paren(x())}), em);
    const Box letter = glyph_of(box, "𝑓").ink;
    const Box mark = glyph_of(box, "′").ink;
    CHECK(mark.left > letter.right);
    CHECK(mark.left < letter.right + 0.2 * em);
    CHECK(mark.top == Approx(letter.top).margin(0.06 * em));
    CHECK(mark.bottom < letter.top + 0.4 * em);
}

TEST_CASE("a character without a glyph is an error that names it", "[math]") {
    try {
        lay_out(row({x(), id("字")}), em);
        FAIL("no error");
    } catch (const actlas::InputError& error) {
        CHECK(std::string(error.what()).find("U+5B57") != std::string::npos);
    }
    CHECK_THROWS_AS(lay_out(fence("(\U0001F600", x()), em), actlas::InputError);
}

TEST_CASE("incomplete nodes are set as far as they go", "[math]") {
    for (const Kind kind : {Kind::row, Kind::fraction, Kind::superscript, Kind::subscript, Kind::radical, Kind::fenced,
                            Kind::cases, Kind::prime, Kind::identifier})
        CHECK(lay_out(leaf(kind, ""), em).width >= 0);
    CHECK(lay_out(cases({x()}), em).width > width(x()));
}
