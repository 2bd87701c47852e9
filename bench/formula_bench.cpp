// Nanoseconds per evaluation of some formulas, point by point and over an array. Best of several runs; compare on one
// machine only.
#include "formula/derivative.hpp"
#include "formula/evaluator.hpp"
#include "formula/parser.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <string>
#include <vector>

using namespace actlas::formula;

namespace {

constexpr std::size_t points = 20'000;
constexpr int runs = 15;

template<class Work>
double best_nanoseconds(Work work) {
    double best = std::numeric_limits<double>::infinity();
    for (int run = 0; run < runs; ++run) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double, std::nano> taken = std::chrono::steady_clock::now() - start;
        best = std::min(best, taken.count());
    }
    return best;
}

std::vector<double> evenly_spaced(double low, double high) {
    std::vector<double> x(points);
    for (std::size_t i = 0; i < points; ++i) {
        x[i] = low + (high - low) * static_cast<double>(i) / static_cast<double>(points - 1);
    }
    return x;
}

void measure(const std::string& name, const Expr& expr, double low, double high) {
    const Evaluator f(expr);
    const std::vector<double> x = evenly_spaced(low, high);
    std::vector<double> y(points);
    const double array = best_nanoseconds([&] { f(x, y); }) / points;
    const double single = best_nanoseconds([&] { std::transform(x.begin(), x.end(), y.begin(), f); }) / points;
    const double compile = best_nanoseconds([&] { const Evaluator again(expr); });
    fmt::print("{:<44} {:>5.0f} .. {:<5.0f} {:>9.1f} {:>9.1f} {:>11.0f}\n", name, low, high, array, single, compile);
}

} // namespace

int main() {
    fmt::print("{:<44} {:>14} {:>9} {:>9} {:>11}\n", "formula (ns)", "range", "array", "single", "compile");
    for (const std::string source : {"max(0, x)", "tanh(x)", "x*sigmoid(x)", "x*normal_cdf(x)", "x*tanh(softplus(x))",
                                     "0.5*x*(1 + tanh(0.79788456*(x + 0.044715*x^3)))"}) {
        const Expr expr = parse(source);
        measure(source, expr, -10, 10);
        measure("  its derivative", derivative(expr), -10, 10);
    }
    // Where a double's exponent is not enough, each point is computed again with a wider one.
    measure("x*sigmoid(x), underflowing", parse("x*sigmoid(x)"), -745, -710);
}
