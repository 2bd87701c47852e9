#include "base/suggest.hpp"

#include "base/utf8.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

namespace actlas {
namespace {

std::u32string folded(std::string_view word) {
    std::u32string result = code_points(word);
    for (char32_t& c : result) {
        if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
    }
    return result;
}

constexpr std::size_t edit = 3; ///< the cost of an insertion, deletion or substitution
constexpr std::size_t swap = 2; ///< of two neighbours: the most frequent slip

/// The restricted Damerau-Levenshtein distance (optimal string alignment): what insertions, deletions, substitutions
/// and swaps of neighbours cost together; no part is edited twice.
std::size_t distance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        d[i][0] = edit * i;
    for (std::size_t j = 0; j <= b.size(); ++j)
        d[0][j] = edit * j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            d[i][j] = std::min(
                {d[i - 1][j] + edit, d[i][j - 1] + edit, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : edit)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + swap);
        }
    }
    return d[a.size()][b.size()];
}

} // namespace

std::optional<std::string> nearest_word(std::string_view word, std::span<const std::string> candidates) {
    const std::u32string wanted = folded(word);
    const std::string* best = nullptr;
    std::size_t least = 0;
    for (const std::string& candidate : candidates) {
        const std::u32string offered = folded(candidate);
        const std::size_t longer = std::max(wanted.size(), offered.size());
        const std::size_t shorter = std::min(wanted.size(), offered.size());
        // The difference of the lengths is a lower bound, and spares the table for absurd input.
        if (longer - shorter > longer / 3 || wanted.find_first_of(offered) == std::u32string::npos) continue;
        const std::size_t cost = distance(wanted, offered);
        if (cost <= edit * (longer / 3) && (best == nullptr || cost < least)) {
            best = &candidate;
            least = cost;
        }
    }
    if (best == nullptr) return std::nullopt;
    return *best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string> candidates) {
    const auto nearest = nearest_word(word, candidates);
    return nearest ? fmt::format("did you mean \"{}\"?", *nearest) : std::string();
}

} // namespace actlas
