#include "analysis/properties_size.hpp"
#include "base/number.hpp"
#include "cli/commands.hpp"
#include "cli/subject.hpp"
#include "cli/vector_eval.hpp"
#include "cli/vector_subject.hpp"
#include "formula/derivative.hpp"
#include "formula/evaluator.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <iostream>
#include <limits>
#include <memory>

namespace actlas::cli {
namespace {

// Nothing known asks for more.
constexpr int highest_order = 10;

struct EvalOptions {
    Subject subject;
    int order = 0;
    std::string at;
};

/// f or a derivative of it, parameters bound.
struct Function {
    formula::Expr expr;
    formula::Evaluator value;
};

/// f and its derivatives, in order. Each order can multiply the size of the formula: what would be too long to be
/// formed in a moment is refused.
std::vector<Function> functions_of(const catalogue::Activation& activation, int order) {
    constexpr std::size_t longest = 20'000;
    const std::vector<formula::Binding> bindings = activation.bindings();
    std::vector<Function> result;
    const auto add = [&](const formula::Expr& expr) {
        result.push_back({formula::bind(expr, bindings), formula::Evaluator(expr, bindings)});
    };
    add(activation.expr);
    formula::Expr derivative = activation.expr;
    for (int i = 1; i <= order; ++i) {
        const std::size_t size = analysis::derivative_size(derivative);
        if (size > longest)
            throw InputError(Diagnostic{
                Diagnostic::Severity::error,
                fmt::format("the derivative of order {} would have some {} operations; at most {} are worked with", i,
                            size, longest),
                std::nullopt, i > 1 ? fmt::format("--order {} can be had", i - 1) : ""});
        derivative = formula::derivative(derivative);
        add(derivative);
    }
    return result;
}

/// At an infinity where the evaluator does not tell (0 * inf): the limit, if the rules find it.
double limit_at(double infinity, const formula::Expr& expr) {
    const formula::Limit limit = analysis::bounded_limit(expr, infinity > 0 ? 1 : -1);
    switch (limit.kind) {
    case formula::Limit::Kind::finite:
        return limit.value.middle();
    case formula::Limit::Kind::plus_infinity:
        return std::numeric_limits<double>::infinity();
    case formula::Limit::Kind::minus_infinity:
        return -std::numeric_limits<double>::infinity();
    default:
        return std::numeric_limits<double>::quiet_NaN();
    }
}

std::string row(double x, const std::vector<Function>& functions) {
    std::string text = shortest(x);
    bool defined = true;
    for (const Function& function : functions) {
        double value = function.value(x);
        if (std::isnan(value) && std::isinf(x)) value = limit_at(x, function.expr);
        // Where f has no value it has no derivative, whatever its formula gives: log(x) at -1.
        if (&function == &functions.front()) defined = !std::isnan(value);
        text += ',';
        text += shortest(defined ? value : std::numeric_limits<double>::quiet_NaN());
    }
    return text + "\n";
}

void evaluate_lines(std::istream& input, const std::vector<Function>& functions, const Console& console) {
    std::string line;
    for (std::size_t number = 1; std::getline(input, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const auto x = parse_number(line);
        if (!x) {
            SourceSpan where = span_in_text("standard input", line, 0, line.size());
            where.line = number;
            throw InputError(Diagnostic{Diagnostic::Severity::error, "this line is not a number", where,
                                        "one x a line, such as -1.5 or 2e-3"});
        }
        console.result(row(*x, functions));
    }
    // A directory ends the stream without a bad bit.
    if (input.bad() || std::ferror(stdin) != 0) throw FileError("cannot read standard input");
}

} // namespace

void add_eval(CLI::App& app, const Console& console) {
    auto* command = app.add_subcommand("eval", "Evaluate an activation or a formula, and its derivatives, as CSV");
    const auto options = std::make_shared<EvalOptions>();
    add_subject_options(*command, options->subject);
    command
        ->add_option("--order", options->order,
                     fmt::format("Print the derivatives up to this order too (0 to {})", highest_order))
        ->type_name("N")
        ->check(CLI::Range(0, highest_order));
    command
        ->add_option("--at", options->at,
                     "Where to evaluate (of a vector: its components); without it, one x a line is read from standard "
                     "input")
        ->type_name("X,X,...");
    command->callback([options, command, &console] {
        const bool given = command->count("--at") > 0;
        if (const auto of_vectors = resolve_vector(options->subject)) {
            eval_vectors(*of_vectors, options->order, given ? std::optional(options->at) : std::nullopt, console);
            return;
        }
        const catalogue::Activation activation = resolve(options->subject);
        const std::vector<Function> functions = functions_of(activation, options->order);
        const std::vector<double> points = given ? parse_numbers("--at", options->at) : std::vector<double>{};
        std::string header = "x,f";
        for (int i = 1; i <= options->order; ++i)
            header += fmt::format(",d{}", i);
        console.result(header + "\n");
        for (const double x : points)
            console.result(row(x, functions));
        if (!given) evaluate_lines(std::cin, functions, console);
    });
}

} // namespace actlas::cli
