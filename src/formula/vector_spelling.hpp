#pragma once

#include "formula/spelling.hpp"

/// The spellings that rows of the table of vector primitives refer to. Vectors lie along the last axis of an array; a
/// reduction keeps that axis, of length 1, so that its value meets the vector again.
namespace actlas::formula::spelling {

inline constexpr std::string_view python_first_half = R"(
def first_half(x):
    return x[..., : x.shape[-1] // 2]
)";
inline constexpr std::string_view python_second_half = R"(
def second_half(x):
    return x[..., x.shape[-1] // 2 :]
)";
inline constexpr Spelling first_half{{"first_half({0})", python_first_half},
                                     {"first_half({0})", python_first_half},
                                     {"first_half({0})", python_first_half},
                                     {}};
inline constexpr Spelling second_half{{"second_half({0})", python_second_half},
                                      {"second_half({0})", python_second_half},
                                      {"second_half({0})", python_second_half},
                                      {}};

inline constexpr std::string_view python_parity = R"(
def index_parity(x):
    return np.arange(1, x.shape[-1] + 1) % 2
)";
inline constexpr Spelling index_parity{{"index_parity({0})", python_parity},
                                       {"index_parity({0})", R"(
def index_parity(x):
    return torch.arange(1, x.shape[-1] + 1, device=x.device) % 2
)"},
                                       {"index_parity({0})", python_parity},
                                       {}};
inline constexpr Spelling concat{{"concat({0}, {1})", R"(
def concat(u, v):
    return np.concatenate((u, v), axis=-1)
)"},
                                 {"concat({0}, {1})", R"(
def concat(u, v):
    return torch.cat((u, v), dim=-1)
)"},
                                 {"concat({0}, {1})", R"(
def concat(u, v):
    return np.concatenate((u, v), axis=-1)
)"},
                                 {}};

inline constexpr Spelling sum{{"np.sum({0}, axis=-1, keepdims=True)"},
                              {"torch.sum({0}, dim=-1, keepdim=True)"},
                              {"jnp.sum({0}, axis=-1, keepdims=True)"},
                              {"sum({0})", R"(
inline double sum(const std::vector<double>& x) {
    double total = 0;
    for (const double value : x) total += value;
    return total;
}
)"}};
inline constexpr Spelling mean{{"np.mean({0}, axis=-1, keepdims=True)"},
                               {"torch.mean({0}, dim=-1, keepdim=True)"},
                               {"jnp.mean({0}, axis=-1, keepdims=True)"},
                               {"mean({0})", R"(
inline double mean(const std::vector<double>& x) {
    double total = 0;
    for (const double value : x) total += value;
    return total / static_cast<double>(x.size());
}
)"}};
inline constexpr Spelling largest{{"np.max({0}, axis=-1, keepdims=True)"},
                                  {"torch.amax({0}, dim=-1, keepdim=True)"},
                                  {"jnp.max({0}, axis=-1, keepdims=True)"},
                                  {"largest({0})", R"(
inline double largest(const std::vector<double>& x) {
    return *std::max_element(x.begin(), x.end());
}
)"}};
inline constexpr Spelling smallest{{"np.min({0}, axis=-1, keepdims=True)"},
                                   {"torch.amin({0}, dim=-1, keepdim=True)"},
                                   {"jnp.min({0}, axis=-1, keepdims=True)"},
                                   {"smallest({0})", R"(
inline double smallest(const std::vector<double>& x) {
    return *std::min_element(x.begin(), x.end());
}
)"}};
inline constexpr Spelling norm{{"np.linalg.norm({0}, axis=-1, keepdims=True)"},
                               {"torch.linalg.vector_norm({0}, dim=-1, keepdim=True)"},
                               {"jnp.linalg.norm({0}, axis=-1, keepdims=True)"},
                               {"norm({0})", R"(
inline double norm(const std::vector<double>& x) {
    double total = 0;
    for (const double value : x) total += value * value;
    return std::sqrt(total);
}
)"}};
inline constexpr Spelling log_sum_exp{{"log_sum_exp({0})", R"(
def log_sum_exp(x):
    # @largest_subtracted
    m = np.max(x, axis=-1, keepdims=True)
    return m + np.log(np.sum(np.exp(x - m), axis=-1, keepdims=True))
)"},
                                      {"torch.logsumexp({0}, dim=-1, keepdim=True)"},
                                      {"jax.nn.logsumexp({0}, axis=-1, keepdims=True)"},
                                      {"log_sum_exp({0})", R"(
inline double log_sum_exp(const std::vector<double>& x) {
    // @largest_subtracted
    const double m = *std::max_element(x.begin(), x.end());
    double total = 0;
    for (const double value : x) total += std::exp(value - m);
    return m + std::log(total);
}
)"}};
inline constexpr Spelling softmax{{"softmax({0})", R"(
def softmax(x):
    # @largest_subtracted
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)
)"},
                                  {"torch.softmax({0}, dim=-1)"},
                                  {"jax.nn.softmax({0}, axis=-1)"},
                                  {"softmax({0})", R"(
inline std::vector<double> softmax(std::vector<double> x) {
    // @largest_subtracted
    const double m = *std::max_element(x.begin(), x.end());
    double total = 0;
    for (double& value : x) {
        value = std::exp(value - m);
        total += value;
    }
    for (double& value : x) value /= total;
    return x;
}
)"}};
inline constexpr std::string_view python_softmax_plus = R"(
def softmax_plus(x, c):
    # @largest_subtracted
    m = np.maximum(np.max(x, axis=-1, keepdims=True), 0)
    e = np.exp(x - m)
    return e / (c * np.exp(-m) + np.sum(e, axis=-1, keepdims=True))
)";
inline constexpr Spelling softmax_plus{{"softmax_plus({0}, {1})", python_softmax_plus},
                                       {"softmax_plus({0}, {1})", R"(
def softmax_plus(x, c):
    # @largest_subtracted
    m = torch.clamp(torch.amax(x, dim=-1, keepdim=True), min=0)
    e = torch.exp(x - m)
    return e / (c * torch.exp(-m) + torch.sum(e, dim=-1, keepdim=True))
)"},
                                       {"softmax_plus({0}, {1})", python_softmax_plus},
                                       {"softmax_plus({0}, {1})", R"(
inline std::vector<double> softmax_plus(std::vector<double> x, double c) {
    // @largest_subtracted
    const double m = std::fmax(*std::max_element(x.begin(), x.end()), 0);
    double total = c * std::exp(-m);
    for (double& value : x) {
        value = std::exp(value - m);
        total += value;
    }
    for (double& value : x) value /= total;
    return x;
}
)"}};
inline constexpr Spelling log_softmax{{"log_softmax({0})", R"(
def log_softmax(x):
    # @largest_subtracted
    z = x - np.max(x, axis=-1, keepdims=True)
    return z - np.log(np.sum(np.exp(z), axis=-1, keepdims=True))
)"},
                                      {"torch.log_softmax({0}, dim=-1)"},
                                      {"jax.nn.log_softmax({0}, axis=-1)"},
                                      {"log_softmax({0})", R"(
inline std::vector<double> log_softmax(std::vector<double> x) {
    // @largest_subtracted
    const double m = *std::max_element(x.begin(), x.end());
    double total = 0;
    for (const double value : x) total += std::exp(value - m);
    const double rest = m + std::log(total);
    for (double& value : x) value -= rest;
    return x;
}
)"}};
inline constexpr std::string_view python_one_hot_argmax = R"(
def one_hot_argmax(x):
    return 1.0 * (np.arange(x.shape[-1]) == np.argmax(x, axis=-1)[..., None])
)";
inline constexpr Spelling one_hot_argmax{{"one_hot_argmax({0})", python_one_hot_argmax},
                                         {"one_hot_argmax({0})", R"(
def one_hot_argmax(x):
    return F.one_hot(torch.argmax(x, dim=-1), x.shape[-1]).to(x.dtype)
)"},
                                         {"one_hot_argmax({0})", python_one_hot_argmax},
                                         {"one_hot_argmax({0})", R"(
inline std::vector<double> one_hot_argmax(const std::vector<double>& x) {
    std::vector<double> y(x.size(), 0.0);
    const auto best = std::max_element(x.begin(), x.end());
    y[static_cast<std::size_t>(best - x.begin())] = 1;
    return y;
}
)"}};
inline constexpr std::string_view python_top = R"(
def top(x, k):
    # @ranks
    rank = np.argsort(np.argsort(-x, axis=-1, stable=True), axis=-1)
    return 1.0 * (rank < k)
)";
inline constexpr Spelling top{{"top({0}, {1})", R"(
def top(x, k):
    # @ranks
    rank = np.argsort(np.argsort(-x, axis=-1, kind="stable"), axis=-1)
    return 1.0 * (rank < k)
)"},
                              {"top({0}, {1})", R"(
def top(x, k):
    # @ranks
    rank = torch.argsort(torch.argsort(-x, dim=-1, stable=True), dim=-1)
    return (rank < k).to(x.dtype)
)"},
                              {"top({0}, {1})", python_top},
                              {"top({0}, {1})", R"(
inline std::vector<double> top(const std::vector<double>& x, double k) {
    std::vector<std::size_t> places(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) places[i] = i;
    std::stable_sort(places.begin(), places.end(),
                     [&](std::size_t i, std::size_t j) { return x[i] > x[j]; });
    std::vector<double> y(x.size(), 0.0);
    for (std::size_t i = 0; i < x.size() && static_cast<double>(i) < k; ++i)
        y[places[i]] = 1;
    return y;
}
)"}};
inline constexpr std::string_view python_group_winner = R"(
def group_winner(x, k):
    groups = x.reshape(*x.shape[:-1], -1, int(k))
    first = np.argmax(groups, axis=-1)[..., None]
    return 1.0 * (np.arange(int(k)) == first).reshape(x.shape)
)";
inline constexpr Spelling group_winner{{"group_winner({0}, {1})", python_group_winner},
                                       {"group_winner({0}, {1})", R"(
def group_winner(x, k):
    groups = x.reshape(*x.shape[:-1], -1, int(k))
    first = torch.argmax(groups, dim=-1)
    return F.one_hot(first, int(k)).reshape(x.shape).to(x.dtype)
)"},
                                       {"group_winner({0}, {1})", python_group_winner},
                                       {"group_winner({0}, {1})", R"(
inline std::vector<double> group_winner(const std::vector<double>& x, double k) {
    const auto size = static_cast<std::ptrdiff_t>(k);
    std::vector<double> y(x.size(), 0.0);
    for (auto group = x.begin(); group != x.end(); group += size) {
        const auto best = std::max_element(group, group + size);
        y[static_cast<std::size_t>(best - x.begin())] = 1;
    }
    return y;
}
)"}};
inline constexpr std::string_view python_sort_groups = R"(
def sort_groups(x, k):
    groups = x.reshape(*x.shape[:-1], -1, int(k))
    return np.sort(groups, axis=-1).reshape(x.shape)
)";
inline constexpr Spelling sort_groups{{"sort_groups({0}, {1})", python_sort_groups},
                                      {"sort_groups({0}, {1})", R"(
def sort_groups(x, k):
    groups = x.reshape(*x.shape[:-1], -1, int(k))
    return torch.sort(groups, dim=-1).values.reshape(x.shape)
)"},
                                      {"sort_groups({0}, {1})", python_sort_groups},
                                      {"sort_groups({0}, {1})", R"(
inline std::vector<double> sort_groups(std::vector<double> x, double k) {
    const auto size = static_cast<std::ptrdiff_t>(k);
    for (auto group = x.begin(); group != x.end(); group += size)
        std::sort(group, group + size);
    return x;
}
)"}};
inline constexpr std::string_view python_simplex_threshold = R"(
def simplex_threshold(x, p):
    # @bisection
    low = np.max(x, axis=-1, keepdims=True) - 1
    high = low + 1
    for _ in range(60):
        middle = (low + high) / 2
        mass = np.sum(np.maximum(x - middle, 0) ** p, axis=-1, keepdims=True)
        low = np.where(mass >= 1, middle, low)
        high = np.where(mass >= 1, high, middle)
    return (low + high) / 2
)";
inline constexpr Spelling simplex_threshold{{"simplex_threshold({0}, {1})", python_simplex_threshold},
                                            {"simplex_threshold({0}, {1})", R"(
def simplex_threshold(x, p):
    # @bisection
    low = torch.amax(x, dim=-1, keepdim=True) - 1
    high = low + 1
    for _ in range(60):
        middle = (low + high) / 2
        part = torch.clamp(x - middle, min=0) ** p
        mass = torch.sum(part, dim=-1, keepdim=True)
        low = torch.where(mass >= 1, middle, low)
        high = torch.where(mass >= 1, high, middle)
    return (low + high) / 2
)"},
                                            {"simplex_threshold({0}, {1})", python_simplex_threshold},
                                            {"simplex_threshold({0}, {1})", R"(
inline double simplex_threshold(const std::vector<double>& x, double p) {
    // @bisection
    double low = *std::max_element(x.begin(), x.end()) - 1;
    double high = low + 1;
    for (int step = 0; step < 60; ++step) {
        const double middle = (low + high) / 2;
        double mass = 0;
        for (const double value : x)
            mass += std::pow(std::fmax(value - middle, 0), p);
        (mass >= 1 ? low : high) = middle;
    }
    return (low + high) / 2;
}
)"}};

/// Of primitives that no code mentions.
inline constexpr Spelling none{{}, {}, {}, {}};

} // namespace actlas::formula::spelling
