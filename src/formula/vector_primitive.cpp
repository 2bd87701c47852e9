#include "formula/vector_primitive.hpp"

#include "formula/build.hpp"
#include "formula/parser.hpp"
#include "formula/vector_spelling.hpp"

#include <algorithm>
#include <array>

namespace actlas::formula {

namespace {

/// The tangents: what the value changes by, in first order, when the arguments u change by du. Each is the form that
/// keeps its relative accuracy: weights that sum to 1 go through spread(), which subtracts nothing of like size.
namespace tangent {

using namespace build;
using Arguments = std::span<const Expr>;

Expr of(std::string_view name, Expr u) {
    return Expr::call(name, {std::move(u)});
}

/// Sum of the changes of an average with these weights.
Expr weighted(Expr weights, Expr du) {
    return of("sum", std::move(weights) * std::move(du));
}

Expr spread(Expr weights, Expr rest, Expr du) {
    return Expr::call("spread", {std::move(weights), std::move(rest), std::move(du)});
}

Expr first_half(Arguments, Arguments du) {
    return of("first_half", du[0]);
}
Expr second_half(Arguments, Arguments du) {
    return of("second_half", du[0]);
}
Expr concat(Arguments, Arguments du) {
    return Expr::call("concat", {du[0], du[1]});
}
Expr sum(Arguments, Arguments du) {
    return of("sum", du[0]);
}
Expr mean(Arguments, Arguments du) {
    return of("mean", du[0]);
}
Expr largest(Arguments u, Arguments du) {
    return weighted(of("one_hot_argmax", u[0]), du[0]);
}
Expr smallest(Arguments u, Arguments du) {
    return weighted(of("one_hot_argmax", -u[0]), du[0]);
}
Expr norm(Arguments u, Arguments du) {
    return of("sum", u[0] * du[0]) / of("norm", u[0]);
}
Expr log_sum_exp(Arguments u, Arguments du) {
    return weighted(of("softmax", u[0]), du[0]);
}
Expr softmax(Arguments u, Arguments du) {
    const Expr y = of("softmax", u[0]);
    return y * spread(y, num(0), du[0]);
}
Expr softmax_plus(Arguments u, Arguments du) {
    const Expr y = Expr::call("softmax_plus", {u[0], u[1]});
    return y * spread(y, Expr::call("softmax_rest", {u[0], u[1]}), du[0]);
}
Expr log_softmax(Arguments u, Arguments du) {
    return spread(of("softmax", u[0]), num(0), du[0]);
}
Expr share(Arguments u, Arguments du) {
    return Expr::call("share_tangent", {u[0], du[0]});
}
Expr sort_groups(Arguments u, Arguments du) {
    return Expr::call("sort_groups_tangent", {u[0], du[0], u[1]});
}
Expr simplex_threshold(Arguments u, Arguments du) {
    return weighted(Expr::call("simplex_weights", {u[0], u[1]}), du[0]);
}
Expr above_threshold(Arguments u, Arguments du) {
    return spread(Expr::call("simplex_weights", {u[0], u[1]}), num(0), du[0]);
}

} // namespace tangent

using spelling::none;

// clang-format off
constexpr std::array table{
    VectorPrimitive{.call = {.name = "above_threshold", .arity = 2, .symbol = "above", .code = &none},
                    .op = VectorOp::above_threshold, .tangent = tangent::above_threshold, .internal = true,
                    .symmetric = true},
    VectorPrimitive{.call = {.name = "concat", .arity = 2, .symbol = "concat", .code = &spelling::concat},
                    .op = VectorOp::concat, .length = Length::twice, .vectors = 2, .tangent = tangent::concat},
    VectorPrimitive{.call = {.name = "first_half", .symbol = "a", .code = &spelling::first_half},
                    .op = VectorOp::first_half, .length = Length::half, .tangent = tangent::first_half},
    VectorPrimitive{.call = {.name = "group_winner", .arity = 2, .symbol = "winner", .sign = Sign::nonnegative,
                             .code = &spelling::group_winner},
                    .op = VectorOp::group_winner},
    VectorPrimitive{.call = {.name = "index_parity", .symbol = "parity", .sign = Sign::nonnegative,
                             .code = &spelling::index_parity},
                    .op = VectorOp::index_parity},
    VectorPrimitive{.call = {.name = "largest", .written = Written::reduction, .symbol = "max",
                             .code = &spelling::largest},
                    .op = VectorOp::largest, .length = Length::one, .tangent = tangent::largest, .symmetric = true},
    VectorPrimitive{.call = {.name = "log_softmax", .symbol = "log_softmax", .code = &spelling::log_softmax},
                    .op = VectorOp::log_softmax, .tangent = tangent::log_softmax, .symmetric = true},
    VectorPrimitive{.call = {.name = "log_sum_exp", .symbol = "LSE", .code = &spelling::log_sum_exp},
                    .op = VectorOp::log_sum_exp, .length = Length::one, .tangent = tangent::log_sum_exp,
                    .symmetric = true},
    VectorPrimitive{.call = {.name = "mean", .symbol = "mean", .code = &spelling::mean},
                    .op = VectorOp::mean, .length = Length::one, .tangent = tangent::mean, .symmetric = true},
    VectorPrimitive{.call = {.name = "norm", .written = Written::fenced, .symbol = "‖‖", .sign = Sign::nonnegative,
                             .code = &spelling::norm},
                    .op = VectorOp::norm, .length = Length::one, .tangent = tangent::norm, .symmetric = true},
    VectorPrimitive{.call = {.name = "one_hot_argmax", .symbol = "onehot", .sign = Sign::nonnegative,
                             .code = &spelling::one_hot_argmax},
                    .op = VectorOp::one_hot_argmax},
    VectorPrimitive{.call = {.name = "second_half", .symbol = "b", .code = &spelling::second_half},
                    .op = VectorOp::second_half, .length = Length::half, .tangent = tangent::second_half},
    VectorPrimitive{.call = {.name = "share", .symbol = "share", .code = &none},
                    .op = VectorOp::share, .tangent = tangent::share, .internal = true, .symmetric = true},
    VectorPrimitive{.call = {.name = "share_tangent", .arity = 2, .symbol = "share′", .code = &none},
                    .op = VectorOp::share_tangent, .vectors = 2, .internal = true, .symmetric = true},
    VectorPrimitive{.call = {.name = "simplex_threshold", .arity = 2, .symbol = "τ",
                             .code = &spelling::simplex_threshold},
                    .op = VectorOp::simplex_threshold, .length = Length::one, .tangent = tangent::simplex_threshold,
                    .symmetric = true},
    VectorPrimitive{.call = {.name = "simplex_weights", .arity = 2, .symbol = "weights", .sign = Sign::nonnegative,
                             .code = &none},
                    .op = VectorOp::simplex_weights, .internal = true, .symmetric = true},
    VectorPrimitive{.call = {.name = "smallest", .written = Written::reduction, .symbol = "min",
                             .code = &spelling::smallest},
                    .op = VectorOp::smallest, .length = Length::one, .tangent = tangent::smallest, .symmetric = true},
    VectorPrimitive{.call = {.name = "softmax", .symbol = "softmax", .sign = Sign::positive,
                             .code = &spelling::softmax},
                    .op = VectorOp::softmax, .tangent = tangent::softmax, .symmetric = true},
    VectorPrimitive{.call = {.name = "softmax_plus", .arity = 2, .symbol = "softmax", .sign = Sign::positive,
                             .code = &spelling::softmax_plus},
                    .op = VectorOp::softmax_plus, .tangent = tangent::softmax_plus, .symmetric = true},
    VectorPrimitive{.call = {.name = "softmax_rest", .arity = 2, .symbol = "rest", .sign = Sign::nonnegative,
                             .code = &none},
                    .op = VectorOp::softmax_rest, .length = Length::one, .internal = true, .symmetric = true},
    VectorPrimitive{.call = {.name = "sort_groups", .arity = 2, .symbol = "sort", .code = &spelling::sort_groups},
                    .op = VectorOp::sort_groups, .tangent = tangent::sort_groups},
    VectorPrimitive{.call = {.name = "sort_groups_tangent", .arity = 3, .symbol = "sort′", .code = &none},
                    .op = VectorOp::sort_groups_tangent, .vectors = 2, .internal = true},
    VectorPrimitive{.call = {.name = "spread", .arity = 3, .symbol = "spread", .code = &none},
                    .op = VectorOp::spread, .vectors = 3, .internal = true, .symmetric = true},
    VectorPrimitive{.call = {.name = "sum", .written = Written::reduction, .symbol = "∑", .code = &spelling::sum},
                    .op = VectorOp::sum, .length = Length::one, .tangent = tangent::sum, .symmetric = true},
    VectorPrimitive{.call = {.name = "top", .arity = 2, .symbol = "top", .sign = Sign::nonnegative,
                             .code = &spelling::top},
                    .op = VectorOp::top},
};
// clang-format on

constexpr auto by_name = [](const VectorPrimitive& a, const VectorPrimitive& b) { return a.call.name < b.call.name; };
static_assert(std::is_sorted(table.begin(), table.end(), by_name), "find_vector_primitive searches by bisection");

} // namespace

std::span<const VectorPrimitive> vector_primitives() {
    return table;
}

const VectorPrimitive* find_vector_primitive(std::string_view name) {
    const auto row = std::lower_bound(table.begin(), table.end(), name,
                                      [](const VectorPrimitive& p, std::string_view n) { return p.call.name < n; });
    return row != table.end() && row->call.name == name ? &*row : nullptr;
}

const VectorPrimitive* vector_primitive_of(const Expr& call) {
    if (call.kind() != Kind::call) return nullptr;
    const Primitive* const primitive = call.node().primitive;
    return primitive->value != nullptr ? nullptr : find_vector_primitive(primitive->name);
}

bool is_reserved_vector_name(std::string_view name) {
    return name == "a" || name == "b" || name == "parity" || is_reserved_name(name) ||
           find_vector_primitive(name) != nullptr;
}

} // namespace actlas::formula
