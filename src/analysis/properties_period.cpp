#include "analysis/properties_period.hpp"

#include "base/infinity.hpp"
#include "formula/build.hpp"
#include "formula/derivative.hpp"
#include "formula/normal_form.hpp"
#include "formula/primitive.hpp"
#include "formula/simplify.hpp"

#include <cmath>
#include <cstdlib>
#include <numeric>
#include <vector>

namespace actlas::analysis {

namespace {

using formula::Expr;
using formula::Kind;
using namespace formula::build;

bool is_wave(const Expr& expr) {
    if (expr.kind() != Kind::call) return false;
    const std::string_view name = expr.node().primitive->name;
    return name == "sin" || name == "cos" || name == "tan";
}

/// Collects the factors of x in the arguments of waves; false where x stands elsewhere too.
bool frequencies(const Expr& expr, std::vector<Expr>& found) {
    if (!formula::depends_on_variable(expr)) return true;
    if (expr.kind() == Kind::variable) return false;
    if (is_wave(expr)) {
        const Expr frequency = formula::derivative(expr.operand(0));
        if (!formula::depends_on_variable(frequency)) {
            found.push_back(frequency);
            return true;
        }
    }
    for (const Expr& operand : expr.operands())
        if (!frequencies(operand, found)) return false;
    return true;
}

/// A number that a period does not exceed.
std::optional<double> period_bound(const Expr& expr) {
    constexpr std::int64_t most = 64;
    std::vector<Expr> found;
    if (!frequencies(expr, found) || found.empty()) return std::nullopt;
    // In units of the first frequency; all are whole multiples of 1/denominator of it.
    std::int64_t denominator = 1;
    for (const Expr& frequency : found) {
        formula::NormalForm form;
        const auto ratio = formula::as_number(form, formula::simplify(frequency / found.front()));
        if (!ratio || ratio->denominator > most || std::abs(ratio->numerator) > most) return std::nullopt;
        denominator = std::lcm(denominator, ratio->denominator);
        if (denominator > most) return std::nullopt;
    }
    const Expr period = num(2 * static_cast<double>(denominator)) * Expr::constant("pi") / found.front();
    const double bound = formula::EnclosureEvaluator(period)(Box(0)).magnitude();
    return std::isfinite(bound) ? std::optional(bound) : std::nullopt;
}

bool is_continuous(const Stretch& stretch, int order, const Box& window) {
    constexpr int boxes = 64;
    for (int i = 0; i < boxes; ++i) {
        const double low = window.low() + (window.high() - window.low()) * i / boxes;
        const double high =
            i + 1 == boxes ? window.high() : window.low() + (window.high() - window.low()) * (i + 1) / boxes;
        const Box value = stretch.value(order, Box(low, high));
        if (value.empty() || !value.continuous() || !value.bounded()) return false;
    }
    return true;
}

} // namespace

std::optional<Box> repetition(const Stretch& stretch, int order) {
    constexpr double longest = 1e6;
    const bool left = std::isinf(stretch.low());
    const bool right = std::isinf(stretch.high());
    if ((!left && !right) || !stretch.has(order)) return std::nullopt;
    const std::optional<double> bound = period_bound(stretch.derivative(order));
    if (!bound || !(*bound < longest)) return std::nullopt;
    // Rounding must not make it shorter.
    const double length = *bound * (1 + 1e-12);
    const double low = !left   ? stretch.low_point()->enclosure.high()
                       : right ? -length / 2
                               : stretch.high_point()->enclosure.low() - length;
    if (!(std::fabs(low) < longest)) return std::nullopt;
    const Box window(low, low + length);
    return is_continuous(stretch, order, window) ? std::optional(window) : std::nullopt;
}

} // namespace actlas::analysis
