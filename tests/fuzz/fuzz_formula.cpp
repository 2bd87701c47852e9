// The text of a formula: it is refused at a place within it, or it prints in every notation, reads back as itself, and
// its simplified form and its derivative agree with it.
#include "formula/code.hpp"
#include "formula/derivative.hpp"
#include "formula/enclosure.hpp"
#include "formula/parser.hpp"
#include "formula/printers.hpp"
#include "formula/simplify.hpp"
#include "fuzz/exact.hpp"
#include "fuzz/require.hpp"

#include <cstdint>
#include <optional>

namespace {

using namespace actlas;
using formula::Expr;
using fuzz::require;

const std::vector<std::string> parameters{"a", "beta"};
const std::vector<formula::Binding> bindings{{"a", 0.25}, {"beta", -1.5}};
constexpr double samples[] = {-40, -3.5, -1, -0.25, 0, 0.5, 1, 2.75};

std::optional<Expr> parsed(std::string_view text) {
    try {
        return formula::parse(text, parameters);
    } catch (const formula::ParseError& error) {
        require(error.offset() <= text.size() && error.offset() + error.length() <= text.size(),
                "a place outside the formula");
        format_for_people(error.diagnostic(text), false);
        return std::nullopt;
    }
}

void print(const Expr& expr) {
    const std::string source = formula::to_source(expr);
    const auto again = parsed(source);
    require(again.has_value(), "a printed formula that does not parse: " + source);
    require(formula::to_source(*again) == source, "a printed formula that reads as another: " + source);
    formula::to_text(expr);
    formula::to_latex(expr);
    formula::to_mathml(expr);
}

void print_code(const Expr& function, const Expr& derivative) {
    const formula::CodeOrder order{"f", bindings, function, derivative, std::nullopt};
    for (const auto language : {formula::CodeLanguage::numpy, formula::CodeLanguage::torch, formula::CodeLanguage::jax,
                                formula::CodeLanguage::cpp})
        formula::to_code(order, language, [](std::string_view key) { return std::string(key); });
}

void compare(const Expr& bound, const Expr& simplified) {
    const formula::EnclosureEvaluator enclosure(bound), of_simplified(simplified);
    for (const double x : samples) {
        const auto exact = fuzz::reference(bound, x);
        if (!exact) continue;
        const std::string at = formula::to_source(bound) + " at " + std::to_string(x);
        require(fuzz::holds(enclosure(x), *exact), "an enclosure without the value of " + at);
        if (!fuzz::literals_agree(simplified)) continue;
        require(fuzz::holds(of_simplified(x), *exact),
                "a simplified formula with another value: " + formula::to_source(simplified) + " for " + at);
    }
}

/// The mean value theorem: where f is continuous and f' exists, f' takes the slope of the chord.
void compare_derivative(const Expr& bound, const Expr& derivative) {
    const formula::EnclosureEvaluator f(bound), slope(derivative);
    for (const double x : samples) {
        const interval::Interval box(x, x + 0.25);
        const auto values = f(box), slopes = slope(box);
        if (!values.continuous() || !slopes.continuous()) continue;
        const auto chord = (f(x + 0.25) - f(x)) / interval::Interval(0.25);
        require(!interval::intersection(chord, slopes).empty(),
                "a derivative that is none: " + formula::to_source(derivative) + " of " + formula::to_source(bound) +
                    " at " + std::to_string(x));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto expr = parsed({reinterpret_cast<const char*>(data), size});
    if (!expr) return 0;
    print(*expr);
    const Expr simplified = formula::simplify(*expr);
    print(simplified);
    constexpr std::size_t most = 300; // beyond this an input would take seconds
    if (formula::node_count(*expr) > most) return 0;
    const Expr derivative = formula::derivative(*expr);
    const Expr bound = formula::bind(*expr, bindings);
    compare(bound, formula::simplify(bound));
    if (formula::node_count(derivative) > 10 * most) return 0;
    print(derivative);
    print_code(*expr, derivative);
    compare_derivative(bound, formula::bind(derivative, bindings));
    return 0;
}
