#pragma once

#include "formula/vector_primitive.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <vector>

namespace actlas::formula {

/// The t of [-1, 0] with sum of max(v_j - t, 0)^p = 1, for v with largest component 0 and p > 0: the threshold of
/// sparsemax at p = 1 (Martins and Astudillo 2016, algorithm 1), of 1.5-entmax at p = 2. NaN if v holds one.
double threshold_below_largest(const std::vector<double>& v, double p);

/// The values of the vector primitives in any arithmetic.
///
/// A Field has a type Number with the operators + - * / and unary -, and: number(double), rounded(Number) as a double,
/// exp_difference(a, b) = exp(a - b), log, log1p, sqrt, power(a, p), less(a, b), is_nan(a).
template<class Field>
class VectorKernels {
public:
    using Number = typename Field::Number;
    using Vector = std::vector<Number>;

    explicit VectorKernels(const Field& field) : f_(field) {}

    Vector operator()(VectorOp op, const std::vector<const Vector*>& args) const {
        const Vector& u = *args[0];
        switch (op) {
        case VectorOp::first_half:
            return Vector(u.begin(), u.begin() + static_cast<std::ptrdiff_t>(u.size() / 2));
        case VectorOp::second_half:
            return Vector(u.begin() + static_cast<std::ptrdiff_t>(u.size() / 2), u.end());
        case VectorOp::index_parity:
            return mapped(u.size(), [&](std::size_t i) { return f_.number(i % 2 == 0 ? 1 : 0); });
        case VectorOp::concat:
            return concat(u, *args[1]);
        case VectorOp::sum:
            return {sum(u)};
        case VectorOp::mean:
            return {sum(u) / f_.number(static_cast<double>(u.size()))};
        case VectorOp::largest:
            return {u[first_largest(u, 0, u.size())]};
        case VectorOp::smallest:
            return {u[first_smallest(u)]};
        case VectorOp::norm:
            return {f_.sqrt(sum(mapped(u.size(), [&](std::size_t i) { return u[i] * u[i]; })))};
        case VectorOp::log_sum_exp: {
            const std::size_t top = first_largest(u, 0, u.size());
            return {u[top] + f_.log1p(sum(exponentials(u, u[top], top)))};
        }
        case VectorOp::softmax:
            return softmax_plus(u, f_.number(0));
        case VectorOp::softmax_plus:
            return softmax_plus(u, args[1]->front());
        case VectorOp::softmax_rest:
            return {softmax_rest(u, args[1]->front())};
        case VectorOp::log_softmax: {
            const std::size_t top = first_largest(u, 0, u.size());
            const Number rest = f_.log1p(sum(exponentials(u, u[top], top)));
            return mapped(u.size(), [&](std::size_t i) { return (u[i] - u[top]) - rest; });
        }
        case VectorOp::share: {
            const Number all = sum(u);
            return mapped(u.size(), [&](std::size_t i) { return u[i] / all; });
        }
        case VectorOp::share_tangent:
            return share_tangent(u, *args[1]);
        case VectorOp::one_hot_argmax:
            return winners(u, u.size());
        case VectorOp::group_winner:
            return winners(u, whole(args[1]->front()));
        case VectorOp::top:
            return top(u, whole(args[1]->front()));
        case VectorOp::sort_groups:
            return sorted(u, u, whole(args[1]->front()));
        case VectorOp::sort_groups_tangent:
            return sorted(u, *args[1], whole(args[2]->front()));
        case VectorOp::simplex_threshold: {
            const std::size_t largest = first_largest(u, 0, u.size());
            return {u[largest] + f_.number(threshold(u, u[largest], f_.rounded(args[1]->front())))};
        }
        case VectorOp::above_threshold:
            return above_threshold(u, f_.rounded(args[1]->front()));
        case VectorOp::simplex_weights:
            return simplex_weights(u, f_.rounded(args[1]->front()));
        case VectorOp::spread:
            break;
        }
        return spread(u, args[1]->front(), *args[2]);
    }

private:
    template<class Function>
    static Vector mapped(std::size_t size, const Function& function) {
        Vector result;
        result.reserve(size);
        for (std::size_t i = 0; i < size; ++i)
            result.push_back(function(i));
        return result;
    }

    /// A number stands for a vector of equal components.
    static const Number& at(const Vector& u, std::size_t i) { return u.size() == 1 ? u[0] : u[i]; }

    static Vector concat(const Vector& u, const Vector& v) {
        const std::size_t half = std::max(u.size(), v.size());
        return mapped(2 * half, [&](std::size_t i) { return i < half ? at(u, i) : at(v, i - half); });
    }

    Number sum(const Vector& u) const {
        Number total = f_.number(0);
        for (const Number& term : u)
            total = total + term;
        return total;
    }

    std::size_t whole(const Number& number) const { return static_cast<std::size_t>(f_.rounded(number)); }

    /// Of [start, end); a NaN counts as the largest.
    std::size_t first_largest(const Vector& u, std::size_t start, std::size_t end) const {
        std::size_t best = start;
        for (std::size_t i = start; i < end; ++i) {
            if (f_.is_nan(u[i])) return i;
            if (f_.less(u[best], u[i])) best = i;
        }
        return best;
    }

    std::size_t first_smallest(const Vector& u) const {
        std::size_t best = 0;
        for (std::size_t i = 0; i < u.size(); ++i) {
            if (f_.is_nan(u[i])) return i;
            if (f_.less(u[i], u[best])) best = i;
        }
        return best;
    }

    /// exp(u - m), with 0 for the component `left_out`.
    Vector exponentials(const Vector& u, const Number& m, std::size_t left_out) const {
        return mapped(u.size(),
                      [&](std::size_t i) { return i == left_out ? f_.number(0) : f_.exp_difference(u[i], m); });
    }

    /// What the exponents are measured from, so that none overflows.
    Number base(const Vector& u, const Number& extra) const {
        const Number m = u[first_largest(u, 0, u.size())];
        if (!f_.less(f_.number(0), extra)) return m;
        const Number of_extra = f_.log(extra);
        return f_.less(m, of_extra) ? of_extra : m;
    }

    Vector softmax_plus(const Vector& u, const Number& extra) const {
        const Number m = base(u, extra);
        const Vector e = exponentials(u, m, u.size());
        const bool has_extra = f_.rounded(extra) != 0;
        const Number all = has_extra ? extra * f_.exp_difference(f_.number(0), m) + sum(e) : sum(e);
        return mapped(u.size(), [&](std::size_t i) { return e[i] / all; });
    }

    Number softmax_rest(const Vector& u, const Number& extra) const {
        const Number m = base(u, extra);
        const Number rest = extra * f_.exp_difference(f_.number(0), m);
        return rest / (rest + sum(exponentials(u, m, u.size())));
    }

    Vector share_tangent(const Vector& u, const Vector& du) const {
        const Number all = sum(u);
        return mapped(u.size(), [&](std::size_t i) {
            Number change = f_.number(0);
            for (std::size_t k = 0; k < u.size(); ++k)
                change = change + (at(du, i) * u[k] - u[i] * at(du, k));
            return change / all / all;
        });
    }

    /// 1 for the first of the largest in each group, else 0.
    Vector winners(const Vector& u, std::size_t group) const {
        Vector result(u.size(), f_.number(0));
        for (std::size_t start = 0; start < u.size(); start += group)
            result[first_largest(u, start, std::min(start + group, u.size()))] = f_.number(1);
        return result;
    }

    /// The places of [start, end) in the order of their values; equal ones keep their order.
    template<class Before>
    static std::vector<std::size_t> order(std::size_t start, std::size_t end, const Before& before) {
        std::vector<std::size_t> places(end - start);
        std::iota(places.begin(), places.end(), start);
        std::stable_sort(places.begin(), places.end(), before);
        return places;
    }

    bool any_nan(const Vector& u) const {
        return std::any_of(u.begin(), u.end(), [&](const Number& x) { return f_.is_nan(x); });
    }

    Vector undefined(std::size_t size) const {
        return Vector(size, f_.number(std::numeric_limits<double>::quiet_NaN()));
    }

    Vector top(const Vector& u, std::size_t count) const {
        if (any_nan(u)) return undefined(u.size());
        const auto places = order(0, u.size(), [&](std::size_t i, std::size_t j) { return f_.less(u[j], u[i]); });
        Vector result(u.size(), f_.number(0));
        for (std::size_t i = 0; i < std::min(count, u.size()); ++i)
            result[places[i]] = f_.number(1);
        return result;
    }

    /// The values v in the order of the keys u, group by group.
    Vector sorted(const Vector& u, const Vector& v, std::size_t group) const {
        if (any_nan(u)) return undefined(u.size());
        Vector result;
        for (std::size_t start = 0; start < u.size(); start += group) {
            const std::size_t end = std::min(start + group, u.size());
            for (const std::size_t place :
                 order(start, end, [&](std::size_t i, std::size_t j) { return f_.less(u[i], u[j]); }))
                result.push_back(at(v, place));
        }
        return result;
    }

    double threshold(const Vector& u, const Number& m, double p) const {
        std::vector<double> below;
        for (const Number& component : u)
            below.push_back(f_.rounded(component - m));
        return threshold_below_largest(below, p);
    }

    Vector above_threshold(const Vector& u, double p) const {
        const Number m = u[first_largest(u, 0, u.size())];
        const Number t = f_.number(threshold(u, m, p));
        return mapped(u.size(), [&](std::size_t i) { return (u[i] - m) - t; });
    }

    /// How much each component moves the threshold.
    Vector simplex_weights(const Vector& u, double p) const {
        const Vector above = above_threshold(u, p);
        const Vector weights = mapped(u.size(), [&](std::size_t i) {
            if (f_.is_nan(above[i])) return above[i];
            if (!f_.less(f_.number(0), above[i])) return f_.number(0);
            return p == 1 ? f_.number(1) : f_.power(above[i], p - 1);
        });
        const Number all = sum(weights);
        return mapped(u.size(), [&](std::size_t i) { return weights[i] / all; });
    }

    /// rest du_i + sum of w_k (du_i - du_k): du less its average, for weights that sum to 1 - rest.
    Vector spread(const Vector& w, const Number& rest, const Vector& du) const {
        return mapped(std::max(w.size(), du.size()), [&](std::size_t i) {
            Number result = rest * at(du, i);
            for (std::size_t k = 0; k < w.size(); ++k)
                result = result + w[k] * (at(du, i) - at(du, k));
            return result;
        });
    }

    const Field& f_;
};

} // namespace actlas::formula
