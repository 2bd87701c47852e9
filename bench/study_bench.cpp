// CPU milliseconds that studies take: the whole catalogue by part, then formulas of a user's; or, given formulas as
// arguments, those by part. Run alone, and compare on one machine only.
#include "analysis/properties_bounds.hpp"
#include "analysis/properties_shape.hpp"
#include "analysis/properties_size.hpp"
#include "analysis/properties_smoothness.hpp"
#include "analysis/properties_solutions.hpp"
#include "analysis/properties_tails.hpp"
#include "analysis/study.hpp"
#include "catalogue/catalogue.hpp"
#include "formula/derivative.hpp"
#include "formula/parser.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <map>
#include <string>
#include <vector>

using namespace actlas;
using namespace actlas::analysis;

namespace {

double cpu_milliseconds() {
    return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Sums of times by part, in the order in which the parts were first met.
class Table {
public:
    template<class Work>
    void time(const std::string& part, const std::string& id, Work work) {
        const double start = cpu_milliseconds();
        work();
        add(part, id, cpu_milliseconds() - start);
    }

    void print(std::size_t studies) const {
        double total = 0;
        for (const Row& row : rows_)
            total += row.sum;
        fmt::print("{:<22} {:>9} {:>7} {:>9}  {}\n", "part (CPU ms)", "sum", "share", "largest", "of");
        for (const Row& row : rows_)
            fmt::print("{:<22} {:>9.1f} {:>6.1f}% {:>9.2f}  {}\n", row.part, row.sum, 100 * row.sum / total,
                       row.largest, row.of);
        fmt::print("{:<22} {:>9.1f}\n\n", fmt::format("all of {} studies", studies), total);
        fmt::print("100 studies: {:.0f} ms\n\n", 100 * total / static_cast<double>(studies));
    }

private:
    struct Row {
        std::string part;
        double sum = 0;
        double largest = 0;
        std::string of;
    };

    void add(const std::string& part, const std::string& id, double taken) {
        auto row = std::find_if(rows_.begin(), rows_.end(), [&](const Row& r) { return r.part == part; });
        if (row == rows_.end()) {
            rows_.push_back(Row{part, 0, 0, {}});
            row = rows_.end() - 1;
        }
        row->sum += taken;
        if (taken > row->largest) {
            row->largest = taken;
            row->of = id;
        }
    }

    std::vector<Row> rows_;
};

/// What properties() and study() do, one part after the other.
void study_by_part(const catalogue::Activation& activation, Table& table) {
    const std::string& id = activation.id;
    const auto time = [&](const std::string& part, auto work) { table.time(part, id, work); };
    const auto bindings = activation.bindings();
    const formula::Expr bound = formula::bind(activation.expr, bindings);
    formula::Expr first = activation.expr;
    std::optional<Study> study;
    std::optional<Subject> subject;
    Properties found;

    time("derivatives", [&] {
        first = formula::derivative(activation.expr);
        const formula::Expr second =
            derivative_size(first) > 8000 ? formula::Expr::number(0) : formula::derivative(first);
        study.emplace(Study{.activation = activation,
                            .formula = formula::derivative(activation.expr, 0),
                            .derivative = first,
                            .f = formula::Evaluator(activation.expr, bindings),
                            .slope = formula::Evaluator(first, bindings),
                            .curvature = formula::Evaluator(second, bindings),
                            .properties = {},
                            .signals = {},
                            .precision = {},
                            .limitations = {},
                            .strengths = {},
                            .claims = {}});
    });
    time("taking apart, signs", [&] { subject.emplace(bound); });
    time("range", [&] {
        found.infimum = bound_of(*subject, 0, -1);
        found.supremum = bound_of(*subject, 0, 1);
    });
    time("slope, lipschitz", [&] {
        found.slope_infimum = bound_of(*subject, 1, -1);
        found.slope_supremum = bound_of(*subject, 1, 1);
        found.lipschitz = lipschitz(*subject, found.slope_infimum, found.slope_supremum);
    });
    time("monotonicity", [&] { found.monotonicity = monotonicity(*subject); });
    time("convexity", [&] { found.convexity = convexity(*subject); });
    time("parity", [&] { found.parity = parity(*subject); });
    time("kinks, continuity", [&] {
        found.kinks = kinks(*subject);
        found.continuity = continuity(*subject, found.kinks);
    });
    time("zeros, fixed points", [&] {
        found.zeros = zeros(*subject);
        found.fixed_points = fixed_points(*subject);
    });
    time("extrema, inflections", [&] {
        found.extrema = extrema(*subject);
        found.slope_extrema = slope_extrema(*subject);
        found.inflections = inflections(*subject);
    });
    time("asymptotes", [&] {
        found.left = asymptote(*subject, -1);
        found.right = asymptote(*subject, 1);
    });
    time("saturation, dead", [&] {
        for (const double threshold : {1e-2, 1e-3, 1e-6})
            found.saturation.push_back(saturation(*subject, threshold));
        found.dead_intervals = dead_intervals(*subject);
    });
    std::vector<double> splits;
    for (const Joint& joint : subject->joints)
        splits.push_back(joint.x);
    time("gaussian averages", [&] { found.gaussian = gaussian_averages(subject->f, subject->slope, splits); });
    study->properties = found;
    time("signals",
         [&] { study->signals = signals(id, bindings, study->f, study->slope, splits, formula::node_count(bound)); });
    time("precision",
         [&] { study->precision = low_precision(activation.expr, first, bindings, study->f, study->slope); });
    time("limitations", [&] {
        const formula::Expr slope = formula::bind(first, bindings);
        const Studied studied{study->activation,   bound, slope, study->properties, study->precision,
                              &study->signals.edge};
        study->limitations = limitations(studied);
        study->strengths = strengths(studied);
    });
    time("claims", [&] { study->claims = check_claims(activation, bound, found, builtin_claims(), properties); });
}

catalogue::Activation from_formula(const std::string& text) {
    catalogue::Activation activation;
    activation.id = "formula";
    activation.name = "f";
    activation.source = text;
    activation.expr = formula::parse(text);
    return activation;
}

constexpr const char* formulas[] = {
    "x*tanh(log1p(exp(x)))",
    "x*sigmoid(1.5*x)",
    "tanh(x) + 0.1*x",
    "if(x > 0, x, 0.25*expm1(x))",
    "max(0.1*x, min(x, 6))",
    "x*normal_cdf(x) - 0.1*x^2*normal_pdf(x)",
    "sin(x)",
    "x + sin(x)",
    "x + sin(2*x)^2/2",
    "sin(x)*exp(-x^2/8)",
    "cos(3*x)*sigmoid(x)",
    "floor(x)",
    "x - floor(x)",
    "abs(sin(x))",
    "log(x)",
    "1/x",
    "sqrt(x)",
    "tan(x)",
    "sin(x^2)",
    "sin(1/x)",
    "exp(exp(x))",
    "x^1000",
    "abs(x)^0.5",
    "log(1 + x^2)*atan(x)",
    "sqrt(1 + x^2) - 1 + 0.5*sin(x)",
    "tanh(x)^3 - sigmoid(x)*sech(x - 1)",
    "x*sigmoid(x)*tanh(softplus(x))*erf(x)",
    "if(x < -2, -1, if(x < 0, x^3/8, if(x < 1, x^2, 2*x - 1)))",
    "(x^5 - 3*x^3 + x)/(1 + x^4 + exp(-x))",
    "erf(x/2)*log1p(exp(x))/(1 + abs(x)) + 0.1*asinh(x)",
    "x*sigmoid(x) + tanh(x)*softplus(x) - sin(x)*exp(-x^2) + erf(x)*atan(x) - log(1 + x^2)",
};

} // namespace

int main(int count, char** arguments) {
    for (int k = 1; k < count; ++k) {
        Table table;
        study_by_part(from_formula(arguments[k]), table);
        table.print(1);
    }
    if (count > 1) return 0;
    const catalogue::Catalogue catalogue = catalogue::Catalogue::builtin();
    const auto& activations = catalogue.activations();
    builtin_claims(); // read once a process
    Table table;
    for (const catalogue::Activation& activation : activations)
        study_by_part(activation, table);
    table.print(activations.size());

    const double start = cpu_milliseconds();
    std::vector<std::pair<double, std::string>> each;
    for (const catalogue::Activation& activation : activations) {
        const double before = cpu_milliseconds();
        study(activation);
        each.emplace_back(cpu_milliseconds() - before, activation.id);
    }
    fmt::print("study() of all {}: {:.1f} ms; the slowest:\n", activations.size(), cpu_milliseconds() - start);
    std::sort(each.rbegin(), each.rend());
    for (std::size_t k = 0; k < 8; ++k)
        fmt::print("  {:>7.2f}  {}\n", each[k].first, each[k].second);

    fmt::print("\n{:>9}  formula of a user's (CPU ms)\n", "study()");
    for (const char* text : formulas) {
        const catalogue::Activation activation = from_formula(text);
        const double before = cpu_milliseconds();
        study(activation);
        fmt::print("{:>9.2f}  {}\n", cpu_milliseconds() - before, text);
    }
}
