#include "base/number.hpp"
#include "cli/commands.hpp"
#include "cli/subject.hpp"
#include "formula/derivative.hpp"
#include "formula/evaluator.hpp"

#include <fmt/format.h>

#include <iostream>
#include <memory>

namespace actlas::cli {
namespace {

// Each order can multiply the size of the formula; nothing known asks for more.
constexpr int highest_order = 10;

struct Options {
    Subject subject;
    int order = 0;
    std::string at;
};

/// f and its derivatives, in order.
std::vector<formula::Evaluator> evaluators(const catalogue::Activation& activation, int order) {
    const std::vector<formula::Binding> bindings = activation.bindings();
    std::vector<formula::Evaluator> result{formula::Evaluator(activation.expr, bindings)};
    formula::Expr derivative = activation.expr;
    for (int i = 1; i <= order; ++i) {
        derivative = formula::derivative(derivative);
        result.emplace_back(derivative, bindings);
    }
    return result;
}

std::string row(double x, const std::vector<formula::Evaluator>& functions) {
    std::string text = shortest(x);
    for (const auto& function : functions) {
        text += ',';
        text += shortest(function(x));
    }
    return text + "\n";
}

void evaluate_lines(std::istream& input, const std::vector<formula::Evaluator>& functions, const Console& console) {
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
    if (input.bad()) throw FileError("cannot read standard input");
}

} // namespace

void add_eval(CLI::App& app, const Console& console) {
    auto* command = app.add_subcommand("eval", "Evaluate an activation or a formula, and its derivatives, as CSV");
    const auto options = std::make_shared<Options>();
    add_subject_options(*command, options->subject);
    command
        ->add_option("--order", options->order,
                     fmt::format("Print the derivatives up to this order too (0 to {})", highest_order))
        ->type_name("N")
        ->check(CLI::Range(0, highest_order));
    command->add_option("--at", options->at, "Where to evaluate; without it, one x a line is read from standard input")
        ->type_name("X,X,...");
    command->callback([options, command, &console] {
        const catalogue::Activation activation = resolve(options->subject);
        const std::vector<formula::Evaluator> functions = evaluators(activation, options->order);
        const bool given = command->count("--at") > 0;
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
