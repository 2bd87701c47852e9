// Every kind of syntax error: its message, its column (counted in code points) and what is suggested.

#include "formulas.hpp"
#include "support/catch.hpp"

namespace actlas::formula {

namespace {

struct Wrong {
    std::string formula;
    std::string message;
    std::size_t column;
    std::string hint;
};

const std::vector<Wrong> wrong_formulas{
    {"", "the formula is empty", 1, ""},
    {"  ", "the formula is empty", 1, ""},
    {"x +", "the formula ends where a value was expected", 4, ""},
    {"x + * 2", "expected a value, not \"*\"", 5, ""},
    {"+x", "expected a value, not \"+\"", 1, ""},
    {"()", "expected a value before \")\"", 2, ""},
    {"tanh(x", "missing \")\"", 7, "to close the \"(\" at column 5"},
    {"2*(x + 1", "missing \")\"", 9, "to close the \"(\" at column 3"},
    {"sin(x))", "unexpected \")\"", 7, "there is no \"(\" for it"},
    {"x, 2", "unexpected \",\"", 2, "only the arguments of a function are separated by commas"},
    {"x $ 2", "unexpected character \"$\"", 3, ""},
    {"x + 字", "unexpected character \"字\"", 5, ""},
    {"x**2", "unexpected \"**\"", 2, "write \"^\""},
    {"max（x，0）", "unexpected \"（\"", 4, "write \"(\""},
    {"max(x，0)", "unexpected \"，\"", 6, "write \",\""},
    {"x − 1", "unexpected \"−\"", 3, "write \"-\""},
    {"x²", "unexpected \"²\"", 2, "write \"^2\""},
    {"αx", "unexpected \"α\"", 1, "write \"alpha\""},
    {"x　+ 1", "unexpected \"　\"", 2, "use an ordinary space"},
    {"x + α", "unexpected \"α\"", 5, "write \"alpha\""},
    {"tanhh(x)", "unknown function \"tanhh\"", 1, "did you mean \"tanh\"?"},
    {"x*sigmod(x)", "unknown function \"sigmod\"", 3, "did you mean \"sigmoid\"?"},
    {"1 + bta*x", "unknown name \"bta\"", 5, "did you mean \"beta\"?"},
    {"X + 1", "unknown name \"X\"", 1, "the variable is a lower-case x"},
    {"x y", "expected an operator before \"y\"", 3, "did you mean x*y?"},
    {"x beta", "expected an operator before \"beta\"", 3, "did you mean x*beta?"},
    {"2x", "expected an operator before \"x\"", 2, "did you mean 2*x?"},
    {"2e", "expected an operator before \"e\"", 2, "did you mean 2*e?"},
    {"2(x + 1)", "expected an operator before \"(\"", 2, "did you mean 2*(...)?"},
    {"(x)(x)", "expected an operator before \"(\"", 4, "did you mean (...)*(...)?"},
    {"x(2)", "\"x\" is not a function", 1, "did you mean x*(...)?"},
    {"tanh x", "\"tanh\" is a function", 1, "write tanh(...)"},
    {"1 + clamp(x, 0)", "clamp takes 3 arguments, not 2", 5, ""},
    {"tanh()", "tanh takes 1 argument, not 0", 1, ""},
    {"tanh(x, 1)", "tanh takes 1 argument, not 2", 1, ""},
    {"if(x > 0, 1)", "if takes 3 arguments, not 2", 1, ""},
    {"if()", "if takes 3 arguments, not 0", 1, ""},
    {"if x > 0", "expected \"(\" after if", 1, "write if(a < b, then, otherwise)"},
    {"if(x, 1, 2)", "if needs a comparison before its first comma", 5, "write if(a < b, then, otherwise)"},
    {"if(-1 < x < 1, 1, 0)", "a condition has one comparison", 11, "nest if(...) for more"},
    {"x > 0", "a comparison can only be the first argument of if", 3, "write if(a < b, then, otherwise)"},
    {"relu(x > 0)", "a comparison can only be the first argument of if", 8, "write if(a < b, then, otherwise)"},
    {"if(x == 0, 1, 2)", "unexpected \"==\"", 6, "conditions are written with <, <=, > or >="},
    {"if(x ≤ 0, 1, 2)", "unexpected \"≤\"", 6, "write \"<=\""},
    {"x + 1e999", "the number 1e999 is out of range", 5, "numbers lie between 4.9e-324 and 1.8e308"},
    {"1e-999", "the number 1e-999 is out of range", 1, "numbers lie between 4.9e-324 and 1.8e308"},
    {"sph_bessel(1.5, x)", "the order of sph_bessel must be a whole number", 12, "0, 1, 2, ..., written out"},
    {"sph_bessel(x, x)", "the order of sph_bessel must be a whole number", 12, "0, 1, 2, ..., written out"},
};

} // namespace

TEST_CASE("a syntax error says what, where and what instead") {
    for (const Wrong& wrong : wrong_formulas) {
        INFO(wrong.formula);
        try {
            test::parsed(wrong.formula);
            FAIL("parsed");
        } catch (const ParseError& error) {
            const Diagnostic diagnostic = error.diagnostic(wrong.formula, "activations.toml");
            CHECK(diagnostic.message == wrong.message);
            CHECK(diagnostic.hint == wrong.hint);
            REQUIRE(diagnostic.where);
            CHECK(diagnostic.where->column == wrong.column);
            CHECK(diagnostic.where->line == 1);
            CHECK(diagnostic.where->file == "activations.toml");
        }
    }
}

TEST_CASE("a place in a formula of several lines") {
    const std::string formula = "if(x > 0,\n   x,\n   tanhh(x))";
    try {
        test::parsed(formula);
        FAIL("parsed");
    } catch (const ParseError& error) {
        const Diagnostic diagnostic = error.diagnostic(formula);
        REQUIRE(diagnostic.where);
        CHECK(diagnostic.where->line == 3);
        CHECK(diagnostic.where->column == 4);
        CHECK(diagnostic.where->length == 5);
        CHECK(diagnostic.where->line_text == "   tanhh(x))");
    }
}

TEST_CASE("no text brings the parser down") {
    test::Maker maker(20'240'501);
    const std::string pieces[] = {"x",  "(",   ")",     "+", "-",  "*",  "/", "^",  ",",    "<",
                                  ">=", "if(", "tanh(", "1", ".5", "2e", " ", "，", "\xff", "beta"};
    for (int i = 0; i < 3000; ++i) {
        std::string text;
        const int length = static_cast<int>(maker.point() * 3 + 13);
        for (int k = 0; k < length; ++k)
            text += pieces[static_cast<std::size_t>((maker.point() + 4) * 2.49L)];
        INFO(text);
        try {
            static_cast<void>(test::parsed(text));
        } catch (const ParseError& error) {
            CHECK(error.offset() <= text.size());
            CHECK(error.offset() + error.length() <= text.size());
        }
    }
}

} // namespace actlas::formula
