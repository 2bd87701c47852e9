// What is computed of a single Jacobian.

#include "analysis/vector_study.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace actlas::analysis {

double largest_singular_value(const formula::Jacobian& m) {
    // Power iteration on MᵀM from a start that is orthogonal to nothing likely.
    std::vector<double> v(m.columns);
    for (std::size_t j = 0; j < v.size(); ++j)
        v[j] = 1 + 0.37 * static_cast<double>(j * j + 1) * (j % 2 == 0 ? 1 : -1);
    double largest = 0;
    for (const double entry : m.values)
        largest = std::max(largest, std::fabs(entry));
    if (largest == 0) return 0;
    double size = 0;
    for (int k = 0; k < 200; ++k) {
        std::vector<double> u(m.rows, 0);
        for (std::size_t i = 0; i < m.rows; ++i)
            for (std::size_t j = 0; j < m.columns; ++j)
                u[i] += m(i, j) / largest * v[j];
        std::vector<double> w(m.columns, 0);
        for (std::size_t i = 0; i < m.rows; ++i)
            for (std::size_t j = 0; j < m.columns; ++j)
                w[j] += m(i, j) / largest * u[i];
        const double length = std::sqrt(std::inner_product(w.begin(), w.end(), w.begin(), 0.0));
        const double before = std::sqrt(std::inner_product(v.begin(), v.end(), v.begin(), 0.0));
        if (length == 0) return 0;
        const double next = std::sqrt(length / before) * largest;
        for (std::size_t j = 0; j < v.size(); ++j)
            v[j] = w[j] / length;
        if (k > 10 && std::fabs(next - size) < 1e-14 * next) return next;
        size = next;
    }
    return size;
}

std::size_t numerical_rank(const formula::Jacobian& matrix) {
    formula::Jacobian m = matrix;
    double largest = 0;
    for (const double entry : m.values)
        largest = std::max(largest, std::fabs(entry));
    const auto entry = [&](std::size_t i, std::size_t j) -> double& { return m.values[i * m.columns + j]; };
    std::size_t rank = 0;
    for (std::size_t j = 0; j < m.columns && rank < m.rows; ++j) {
        std::size_t pivot = rank;
        for (std::size_t i = rank; i < m.rows; ++i)
            if (std::fabs(entry(i, j)) > std::fabs(entry(pivot, j))) pivot = i;
        if (std::fabs(entry(pivot, j)) <= 1e-9 * largest) continue;
        for (std::size_t k = 0; k < m.columns; ++k)
            std::swap(entry(pivot, k), entry(rank, k));
        for (std::size_t i = rank + 1; i < m.rows; ++i) {
            const double factor = entry(i, j) / entry(rank, j);
            for (std::size_t k = j; k < m.columns; ++k)
                entry(i, k) -= factor * entry(rank, k);
        }
        ++rank;
    }
    return rank;
}

} // namespace actlas::analysis
