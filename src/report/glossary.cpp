#include "report/glossary.hpp"

#include "formula/parser.hpp"
#include "formula/primitive.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace actlas::report {
namespace {

constexpr std::array<Gloss, 9> all{{
    {"clamp", "min(max(x, a), b)"},
    {"log_sigmoid", "-log(1 + exp(-x))"},
    {"normal_cdf", "(1 + erf(x/sqrt(2)))/2"},
    {"normal_pdf", "exp(-x^2/2)/sqrt(2*pi)"},
    {"relu", "max(0, x)"},
    {"sech", "2/(exp(x) + exp(-x))"},
    {"sigmoid", "1/(1 + exp(-x))"},
    {"softplus", "log(1 + exp(x))"},
    {"tanh", "(exp(x) - exp(-x))/(exp(x) + exp(-x))"},
}};

const std::array<std::string, 2> argument_names{"a", "b"};

bool calls(const formula::Expr& formula, std::string_view primitive) {
    if (formula.kind() == formula::Kind::call && formula.node().primitive->name == primitive) return true;
    return std::any_of(formula.operands().begin(), formula.operands().end(),
                       [primitive](const formula::Expr& operand) { return calls(operand, primitive); });
}

} // namespace

std::span<const Gloss> glossary() {
    return all;
}

GlossFormulas formulas(const Gloss& gloss) {
    std::vector<formula::Expr> arguments{formula::Expr::variable()};
    const std::size_t arity = formula::find_primitive(gloss.primitive)->arity;
    for (std::size_t i = 1; i < arity; ++i)
        arguments.push_back(formula::Expr::parameter(argument_names[i - 1]));
    return {formula::Expr::call(gloss.primitive, std::move(arguments)), formula::parse(gloss.meaning, argument_names)};
}

std::vector<const Gloss*> glosses_of(std::span<const formula::Expr> expressions) {
    std::vector<const Gloss*> found;
    for (const Gloss& gloss : all)
        if (std::any_of(expressions.begin(), expressions.end(),
                        [&](const auto& formula) { return calls(formula, gloss.primitive); }))
            found.push_back(&gloss);
    return found;
}

formula::Expr written_out(const formula::Expr& formula) {
    for (const Gloss& gloss : all) {
        const GlossFormulas known = formulas(gloss);
        if (known.call == formula) return known.meaning;
    }
    return formula;
}

} // namespace actlas::report
