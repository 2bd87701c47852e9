#include "formula/printers.hpp"
#include "formulas.hpp"
#include "support/catch.hpp"

namespace actlas::formula {

TEST_CASE("LaTeX") {
    struct Printed {
        const char* source;
        const char* latex;
    };
    const std::vector<Printed> printed{
        {"x*sigmoid(x)", R"(x\,\sigma(x))"},
        {"x/(1 + exp(-x))", R"(\frac{x}{1 + e^{-x}})"},
        {"tanh(x/2)", R"(\tanh\!\left(\frac{x}{2}\right))"},
        {"sech(x)^2", R"(\mathrm{sech}^2(x))"},
        {"2*erf(x)", R"(2\,\mathrm{erf}(x))"},
        {"alpha*x + beta*a", R"(\alpha x + \beta a)"},
        {"alpha*expm1(x)", R"(\alpha(e^x - 1))"},
        {"exp(-exp(-x))", R"(e^{-e^{-x}})"},
        {"exp(-x^2/2)", R"(e^{-x^2/2})"},
        {"log1p(abs(x))*sign(x)", R"(\ln(1 + \lvert x\rvert)\,\mathrm{sgn}(x))"},
        {"abs(x/2)", R"(\left\lvert\frac{x}{2}\right\rvert)"},
        {"floor(x)", R"(\lfloor x\rfloor)"},
        {"sqrt(2/pi)*x", R"(\sqrt{\frac{2}{\pi}}x)"},
        {"(1 + a*x^2)^(3/2)", R"((1 + ax^2)^{3/2})"},
        {"(x^2)^3", R"((x^2)^3)"},
        {"negative_slope*x", R"(\mathrm{negative\_slope}\,x)"},
        {"w0*x", R"(w_0x)"},
        {"1.5e-7*x", R"(1.5 \times 10^{-7}x)"},
        {"normal_cdf(x) + x*normal_pdf(x)", R"(\Phi(x) + x\,\varphi(x))"},
        {"log_sigmoid(x)", R"(\ln\sigma(x))"},
        {"sph_bessel(1, x)", "j_1(x)"},
        {"clamp(x, 0, 6)", R"(\mathrm{clamp}(x, 0, 6))"},
        {"if(x > 0, x, alpha*x)", R"(\begin{cases} x & x > 0\\ \alpha x & x \le 0 \end{cases})"},
        {"if(x < -3, 0, if(x > 3, x, x*(x + 3)/6))",
         R"(\begin{cases} 0 & x < -3\\ x & x > 3\\ \frac{x(x + 3)}{6} & -3 \le x \le 3 \end{cases})"},
    };
    for (const auto& [source, latex] : printed) {
        INFO(source);
        CHECK(to_latex(test::parsed(source)) == latex);
    }
    CHECK(to_latex(notate_definition(test::parsed("2*x"), 2)) == "f''(x) = 2x");
    CHECK(to_latex(notate_definition(test::parsed("0"), 4)) == "f^{(4)}(x) = 0");
}

} // namespace actlas::formula
