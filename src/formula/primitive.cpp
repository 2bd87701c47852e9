#include "formula/primitive.hpp"

#include "formula/build.hpp"
#include "formula/derivative_rules.hpp"
#include "formula/kernels.hpp"
#include "formula/spelling.hpp"
#include "formula/textbook_rules.hpp"
#include "interval/elementary.hpp"

#include <algorithm>
#include <array>

namespace actlas::formula {

namespace {

template<double (*Function)(double)>
double one(const double* args) {
    return Function(args[0]);
}

template<double (*Function)(double, double)>
double two(const double* args) {
    return Function(args[0], args[1]);
}

template<double (*Function)(double, double, double)>
double three(const double* args) {
    return Function(args[0], args[1], args[2]);
}

using interval::Interval;

template<Interval (*Function)(const Interval&)>
Interval one(const Interval* args) {
    return Function(args[0]);
}

template<Interval (*Function)(const Interval&, const Interval&)>
Interval two(const Interval* args) {
    return Function(args[0], args[1]);
}

template<Interval (*Function)(const Interval&, const Interval&, const Interval&)>
Interval three(const Interval* args) {
    return Function(args[0], args[1], args[2]);
}

/// The order is written out, hence a point.
Interval spherical_bessel(const Interval* args) {
    constexpr double most = 1000;
    return args[0].low() <= most ? interval::sph_bessel(static_cast<int>(args[0].low()), args[1]) : Interval();
}

namespace pieces {

using namespace build;

Expr clamp(std::span<const Expr> u) {
    return Expr::choice(Relation::less, u[0], u[1], u[1], Expr::choice(Relation::greater, u[0], u[2], u[2], u[0]));
}
Expr max(std::span<const Expr> u) {
    return Expr::choice(Relation::greater, u[0], u[1], u[0], u[1]);
}
Expr min(std::span<const Expr> u) {
    return Expr::choice(Relation::less_equal, u[0], u[1], u[0], u[1]);
}
Expr relu(std::span<const Expr> u) {
    return Expr::choice(Relation::greater, u[0], num(0), u[0], num(0));
}

} // namespace pieces

// clang-format off
constexpr std::array table{
    Primitive{.name = "abs", .value = one<kernel::abs>, .enclosure = one<interval::abs>, .partial = rule::abs,
              .written = Written::fenced, .symbol = "||", .parity = Parity::even, .sign = Sign::nonnegative, .exact = true,
              .code = &spelling::abs},
    Primitive{.name = "asinh", .value = one<kernel::asinh>, .enclosure = one<interval::asinh>, .partial = rule::asinh,
              .symbol = "arsinh", .parity = Parity::odd, .keeps_sign = true, .code = &spelling::asinh},
    Primitive{.name = "atan", .value = one<kernel::atan>, .enclosure = one<interval::atan>, .partial = rule::atan,
              .symbol = "arctan", .parity = Parity::odd, .keeps_sign = true, .code = &spelling::atan},
    Primitive{.name = "clamp", .arity = 3, .value = three<kernel::clamp>, .enclosure = three<interval::clamp>,
              .partial = rule::clamp, .pieces = pieces::clamp, .symbol = "clamp", .exact = true,
              .code = &spelling::clamp},
    Primitive{.name = "cos", .value = one<kernel::cos>, .enclosure = one<interval::cos>, .partial = rule::cos,
              .symbol = "cos", .parity = Parity::even, .code = &spelling::cos},
    Primitive{.name = "cosh", .value = one<kernel::cosh>, .enclosure = one<interval::cosh>, .partial = rule::cosh,
              .symbol = "cosh", .parity = Parity::even, .sign = Sign::positive, .code = &spelling::cosh},
    Primitive{.name = "erf", .value = one<kernel::erf>, .enclosure = one<interval::erf>, .partial = rule::erf,
              .symbol = "erf", .parity = Parity::odd, .keeps_sign = true, .code = &spelling::erf},
    Primitive{.name = "erfc", .value = one<kernel::erfc>, .enclosure = one<interval::erfc>, .partial = rule::erfc,
              .textbook = definition::erfc, .symbol = "erfc", .sign = Sign::positive, .code = &spelling::erfc},
    Primitive{.name = "exp", .value = one<kernel::exp>, .enclosure = one<interval::exp>, .partial = rule::exp,
              .written = Written::exponential, .symbol = "exp", .sign = Sign::positive, .code = &spelling::exp},
    Primitive{.name = "expm1", .value = one<kernel::expm1>, .enclosure = one<interval::expm1>, .partial = rule::expm1,
              .textbook = definition::expm1, .written = Written::exponential_minus, .symbol = "exp", .keeps_sign = true,
              .code = &spelling::expm1},
    Primitive{.name = "floor", .value = one<kernel::floor>, .enclosure = one<interval::floor>,
              .partial = rule::piecewise_constant, .written = Written::fenced, .symbol = "⌊⌋", .exact = true,
              .code = &spelling::floor},
    Primitive{.name = "log", .value = one<kernel::log>, .enclosure = one<interval::log>, .partial = rule::log,
              .symbol = "ln", .code = &spelling::log},
    Primitive{.name = "log1p", .value = one<kernel::log1p>, .enclosure = one<interval::log1p>, .partial = rule::log1p,
              .textbook = definition::log1p, .written = Written::log_plus, .symbol = "ln", .keeps_sign = true,
              .code = &spelling::log1p},
    Primitive{.name = "log_sigmoid", .value = one<kernel::log_sigmoid>, .enclosure = one<interval::log_sigmoid>,
              .partial = rule::log_sigmoid, .textbook = definition::log_sigmoid, .symbol = "ln σ",
              .code = &spelling::log_sigmoid},
    Primitive{.name = "max", .arity = 2, .value = two<kernel::max>, .enclosure = two<interval::max>,
              .partial = rule::max, .pieces = pieces::max, .symbol = "max", .exact = true, .code = &spelling::max},
    Primitive{.name = "min", .arity = 2, .value = two<kernel::min>, .enclosure = two<interval::min>,
              .partial = rule::min, .pieces = pieces::min, .symbol = "min", .exact = true, .code = &spelling::min},
    Primitive{.name = "normal_cdf", .value = one<kernel::normal_cdf>, .enclosure = one<interval::normal_cdf>,
              .partial = rule::normal_cdf, .textbook = definition::normal_cdf, .symbol = "Φ", .sign = Sign::positive,
              .code = &spelling::normal_cdf},
    Primitive{.name = "normal_pdf", .value = one<kernel::normal_pdf>, .enclosure = one<interval::normal_pdf>,
              .partial = rule::normal_pdf,
              .textbook = definition::normal_pdf, .symbol = "φ", .parity = Parity::even, .sign = Sign::positive,
              .code = &spelling::normal_pdf},
    Primitive{.name = "relu", .value = one<kernel::relu>, .enclosure = one<interval::relu>,
              .partial = rule::relu, .pieces = pieces::relu,
              .textbook = definition::relu, .symbol = "ReLU", .sign = Sign::nonnegative, .exact = true,
              .code = &spelling::relu},
    Primitive{.name = "sech", .value = one<kernel::sech>, .enclosure = one<interval::sech>, .partial = rule::sech,
              .textbook = definition::sech, .symbol = "sech", .parity = Parity::even, .sign = Sign::positive,
              .code = &spelling::sech},
    Primitive{.name = "sigmoid", .value = one<kernel::sigmoid>, .enclosure = one<interval::sigmoid>,
              .partial = rule::sigmoid, .textbook = definition::sigmoid, .symbol = "σ", .sign = Sign::positive,
              .code = &spelling::sigmoid},
    Primitive{.name = "sign", .value = one<kernel::sign>, .enclosure = one<interval::sign>,
              .partial = rule::piecewise_constant,
              .symbol = "sgn", .parity = Parity::odd, .keeps_sign = true, .exact = true, .code = &spelling::sign},
    Primitive{.name = "sin", .value = one<kernel::sin>, .enclosure = one<interval::sin>, .partial = rule::sin,
              .symbol = "sin", .parity = Parity::odd, .code = &spelling::sin},
    Primitive{.name = "sinc", .value = one<kernel::sinc>, .enclosure = one<interval::sinc>, .partial = rule::sinc,
              .textbook = definition::sinc, .symbol = "sinc", .parity = Parity::even, .code = &spelling::sinc},
    Primitive{.name = "sinh", .value = one<kernel::sinh>, .enclosure = one<interval::sinh>, .partial = rule::sinh,
              .symbol = "sinh", .parity = Parity::odd, .keeps_sign = true, .code = &spelling::sinh},
    Primitive{.name = "softplus", .value = one<kernel::softplus>, .enclosure = one<interval::softplus>,
              .partial = rule::softplus,
              .textbook = definition::softplus, .symbol = "softplus", .sign = Sign::positive,
              .code = &spelling::softplus},
    Primitive{.name = "sph_bessel", .arity = 2, .value = two<kernel::sph_bessel>, .enclosure = spherical_bessel,
              .partial = rule::sph_bessel, .written = Written::indexed, .symbol = "j", .literal_order = true,
              .code = &spelling::sph_bessel},
    Primitive{.name = "sqrt", .value = one<kernel::sqrt>, .enclosure = one<interval::sqrt>, .partial = rule::sqrt,
              .written = Written::radical, .symbol = "√", .sign = Sign::nonnegative, .code = &spelling::sqrt},
    Primitive{.name = "sqrt1pm1", .value = one<kernel::sqrt1pm1>, .enclosure = one<interval::sqrt1pm1>,
              .partial = rule::sqrt1pm1,
              .textbook = definition::sqrt1pm1, .written = Written::radical_minus, .symbol = "√", .keeps_sign = true,
              .code = &spelling::sqrt1pm1},
    Primitive{.name = "step", .value = one<kernel::step>, .enclosure = one<interval::step>,
              .partial = rule::piecewise_constant, .symbol = "step", .sign = Sign::nonnegative, .exact = true,
              .code = &spelling::step},
    Primitive{.name = "tan", .value = one<kernel::tan>, .enclosure = one<interval::tan>, .partial = rule::tan,
              .symbol = "tan", .parity = Parity::odd, .code = &spelling::tan},
    Primitive{.name = "tanh", .value = one<kernel::tanh>, .enclosure = one<interval::tanh>, .partial = rule::tanh,
              .textbook = definition::tanh, .symbol = "tanh", .parity = Parity::odd, .keeps_sign = true,
              .code = &spelling::tanh},
};
// clang-format on

constexpr auto by_name = [](const Primitive& a, const Primitive& b) { return a.name < b.name; };
static_assert(std::is_sorted(table.begin(), table.end(), by_name), "find_primitive searches by bisection");

} // namespace

std::span<const Primitive> primitives() {
    return table;
}

const Primitive* find_primitive(std::string_view name) {
    const auto row = std::lower_bound(table.begin(), table.end(), name,
                                      [](const Primitive& p, std::string_view n) { return p.name < n; });
    return row != table.end() && row->name == name ? &*row : nullptr;
}

} // namespace actlas::formula
