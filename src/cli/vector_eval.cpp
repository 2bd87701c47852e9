#include "cli/vector_eval.hpp"

#include "base/number.hpp"
#include "cli/subject.hpp"
#include "formula/vector_evaluator.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <iostream>
#include <vector>

namespace actlas::cli {
namespace {

class VectorTable {
public:
    VectorTable(const catalogue::VectorActivation& activation, int order, const Console& console)
        : evaluator_(activation.formula, activation.about.bindings()), order_(order), console_(console) {}

    /// What is wrong with a vector; "" if nothing is.
    std::string refusal(const std::vector<double>& x) const {
        if (inputs_ != 0 && x.size() != inputs_)
            return fmt::format("this line has {} components, the first one had {}", x.size(), inputs_);
        return evaluator_.formula().refusal(x.size());
    }

    void print(const std::vector<double>& x) {
        const std::vector<double> y = evaluator_(x);
        if (inputs_ == 0) print_header(x.size(), y.size());
        inputs_ = x.size();
        std::string text;
        const auto add = [&](double value) { (text += text.empty() ? "" : ",") += shortest(value); };
        for (const double value : y)
            add(value);
        if (order_ == 1) {
            for (const double value : evaluator_.jacobian(x).values)
                add(value);
        }
        console_.result(text + "\n");
    }

private:
    void print_header(std::size_t inputs, std::size_t outputs) const {
        std::string header;
        const auto add = [&](const std::string& name) { (header += header.empty() ? "" : ",") += name; };
        for (std::size_t i = 1; i <= outputs; ++i)
            add(fmt::format("y{}", i));
        for (std::size_t i = 1; order_ == 1 && i <= outputs; ++i)
            for (std::size_t j = 1; j <= inputs; ++j)
                add(fmt::format("dy{}_dx{}", i, j));
        console_.result(header + "\n");
    }

    formula::VectorEvaluator evaluator_;
    int order_;
    const Console& console_;
    std::size_t inputs_ = 0;
};

/// The numbers of a line, separated by commas; a fault is at this line of standard input.
std::vector<double> components(const std::string& line, std::size_t number) {
    std::vector<double> x;
    for (std::size_t start = 0; start <= line.size();) {
        const std::size_t end = std::min(line.find(',', start), line.size());
        const auto value = parse_number(std::string_view(line).substr(start, end - start));
        if (!value) {
            SourceSpan where = span_in_text("standard input", line, start, end - start);
            where.line = number;
            throw InputError(Diagnostic{Diagnostic::Severity::error, "this is not a number", where,
                                        "the components of one vector a line, such as 1,2.5,-3"});
        }
        x.push_back(*value);
        start = end + 1;
    }
    return x;
}

} // namespace

void eval_vectors(const catalogue::VectorActivation& activation, int order, const std::optional<std::string>& at,
                  const Console& console) {
    if (order > 1)
        throw InputError(Diagnostic{Diagnostic::Severity::error,
                                    "an activation of vectors is evaluated with its Jacobian at most", std::nullopt,
                                    "--order 1"});
    VectorTable table(activation, order, console);
    if (at) {
        const std::vector<double> x = parse_numbers("--at", *at);
        if (const std::string wrong = table.refusal(x); !wrong.empty())
            throw InputError(fault_in_argument(wrong, *at, 0, at->size()));
        table.print(x);
        return;
    }
    std::string line;
    for (std::size_t number = 1; std::getline(std::cin, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const std::vector<double> x = components(line, number);
        if (const std::string wrong = table.refusal(x); !wrong.empty()) {
            SourceSpan where = span_in_text("standard input", line, 0, line.size());
            where.line = number;
            throw InputError(Diagnostic{Diagnostic::Severity::error, wrong, where, ""});
        }
        table.print(x);
    }
    // A directory ends the stream without a bad bit.
    if (std::cin.bad() || std::ferror(stdin) != 0) throw FileError("cannot read standard input");
}

} // namespace actlas::cli
