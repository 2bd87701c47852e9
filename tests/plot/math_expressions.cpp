#include "math_expressions.hpp"

namespace actlas::plot::expressions {

namespace {

MathNode logistic() {
    return frac(num("1"), row({num("1"), bin("+"), exp_minus_x()}));
}

MathNode cubic() {
    return row({x(), bin("+"), num("0.044715"), sup(x(), num("3"))});
}

MathNode mish_derivative() {
    const auto e = [](const char* factor) { return sup(id("e"), row({num(factor), x()})); };
    const MathNode numerator =
        row({exp_x(), paren(row({num("4"), paren(row({x(), bin("+"), num("1")})), bin("+"), num("4"), e("2"), bin("+"),
                                 e("3"), bin("+"), exp_x(), paren(row({num("4"), x(), bin("+"), num("6")}))}))});
    const MathNode denominator = sup(paren(row({num("2"), exp_x(), bin("+"), e("2"), bin("+"), num("2")})), num("2"));
    return row({prime(id("f")), paren(x()), rel("="), frac(numerator, denominator)});
}

MathNode gelu_tanh() {
    return row(
        {num("0.5"), x(),
         paren(row({num("1"), bin("+"), up("tanh"), paren(row({root(frac(num("2"), id("π"))), paren(cubic())}))}))});
}

MathNode gelu_tanh_derivative() {
    const MathNode inner = row({root(frac(num("2"), id("π"))), paren(cubic())});
    return row({frac(num("1"), num("2")), paren(row({num("1"), bin("+"), up("tanh"), paren(inner)})), bin("+"),
                frac(x(), num("2")), sup(up("sech"), num("2")), paren(inner), root(frac(num("2"), id("π"))),
                paren(row({num("1"), bin("+"), num("0.134145"), sup(x(), num("2"))}))});
}

MathNode hard_swish() {
    return row({f_of_x(), rel("="),
                cases({num("0"), row({x(), rel("≤"), num("−3")}), x(), row({x(), rel("≥"), num("3")}),
                       frac(row({x(), paren(row({x(), bin("+"), num("3")}))}), num("6")), up("otherwise")})});
}

MathNode many_cases() {
    std::vector<MathNode> cells;
    for (const char* value : {"−1", "0", "1", "2", "3", "4"}) {
        cells.push_back(num(value));
        cells.push_back(row({fence("||", x()), rel("<"), minus(), frac(num("1"), num("2"))}));
    }
    cells.push_back(root(x()));
    cells.push_back(up("otherwise"));
    return cases(std::move(cells));
}

} // namespace

std::vector<std::pair<std::string, MathNode>> catalogue() {
    const MathNode half = frac(num("1"), num("2"));
    return {
        {"f(x)", f_of_x()},
        {"f'(x)", row({prime(id("f")), paren(x())})},
        {"f''(x)", row({prime(prime(id("f"))), paren(x())})},
        {"f'''(x)", row({prime(prime(prime(id("f")))), paren(x())})},
        {"fourth derivative", row({sup(id("f"), paren(num("4"))), paren(x())})},
        {"f'^2", sup(prime(id("f")), num("2"))},
        {"value", row({id("f"), paren(num("−1.278")), rel("="), num("−0.278")})},
        {"maximum", row({prime(id("f")), paren(root(num("2"))), rel("="), num("1.129")})},
        {"sigmoid", row({f_of_x(), rel("="), logistic()})},
        {"silu", row({f_of_x(), rel("="), x(), space(), id("σ"), paren(x()), rel("="),
                      frac(x(), row({num("1"), bin("+"), exp_minus_x()}))})},
        {"tanh", frac(row({exp_x(), bin("−"), exp_minus_x()}), row({exp_x(), bin("+"), exp_minus_x()}))},
        {"tanh x", row({up("tanh"), space(), x()})},
        {"tanhshrink", row({x(), bin("−"), up("tanh"), paren(x())})},
        {"minus tanh", row({minus(), up("tanh"), paren(x()), bin("+"), num("2"), sup(up("tanh"), num("2")), x()})},
        {"mish", row({x(), space(), up("tanh"), paren(row({up("ln"), paren(row({num("1"), bin("+"), exp_x()}))}))})},
        {"mish derivative", mish_derivative()},
        {"relu", row({up("max"), paren(row({num("0"), comma(), x()}))})},
        {"prelu", row({up("max"), paren(row({num("0"), comma(), x()})), bin("+"), id("α"), space(), up("min"),
                       paren(row({num("0"), comma(), x()}))})},
        {"leaky relu",
         row({f_of_x(), rel("="),
              cases({x(), row({x(), rel(">"), num("0")}), row({id("α"), x()}), row({x(), rel("≤"), num("0")})})})},
        {"elu", cases({x(), row({x(), rel(">"), num("0")}), row({id("α"), paren(row({exp_x(), bin("−"), num("1")}))}),
                       up("otherwise")})},
        {"hard swish", hard_swish()},
        {"many cases", many_cases()},
        {"gelu", row({x(), space(), up("Φ"), paren(x())})},
        {"gelu erf",
         row({frac(x(), num("2")), paren(row({num("1"), bin("+"), up("erf"), paren(frac(x(), root(num("2"))))}))})},
        {"gelu tanh", gelu_tanh()},
        {"gelu tanh derivative", gelu_tanh_derivative()},
        {"normal density",
         frac(sup(id("e"), row({minus(), frac(sup(x(), num("2")), num("2"))})), root(row({num("2"), id("π")})))},
        {"gaussian", sup(id("e"), row({minus(), sup(x(), num("2"))}))},
        {"absolute slope", row({fence("||", row({prime(id("σ")), paren(x())})), rel("<"), num("0.01")})},
        {"softsign", frac(x(), row({num("1"), bin("+"), fence("||", x())}))},
        {"floor", fence("⌊⌋", frac(x(), num("2")))},
        {"brackets", fence("[]", row({x(), bin("+"), half}))},
        {"tall power", sup(paren(half), row({num("2"), x()}))},
        {"indexed power",
         row({sup(sub(x(), id("i")), num("2")), bin("+"), sub(x(), num("1")), bin("⋅"), sub(id("β"), up("max"))})},
        {"power of power", sup(id("e"), sup(x(), sup(num("2"), num("3"))))},
        {"nested fractions", frac(frac(num("1"), x()), frac(half, row({num("3"), bin("−"), half})))},
        {"nested roots", root(row({num("1"), bin("+"), root(frac(num("1"), sup(x(), num("2"))))}))},
        {"squareplus", frac(row({x(), bin("+"), root(row({sup(x(), num("2")), bin("+"), id("b")}))}), num("2"))},
        {"softplus", row({frac(num("1"), id("β")), space(), up("ln"),
                          paren(row({num("1"), bin("+"), sup(id("e"), row({id("β"), x()}))}))})},
        {"letters", row({id("h"), paren(id("g")), bin("+"), id("j"), paren(id("y")), rel("≥"), num("∞")})},
    };
}

} // namespace actlas::plot::expressions
