#include "plot/ticks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <stdexcept>
#include <string>

namespace actlas::plot {
namespace {

// Names follow the paper: q is the step's leading factor (times ten, so that it is a whole number), j skips all but
// every j-th multiple, k is the number of ticks, z the power of ten, m the wished-for number.
constexpr std::array<int, 6> q_times_ten{10, 50, 20, 25, 40, 30};
constexpr double simplicity_weight = 0.25, coverage_weight = 0.2, density_weight = 0.5, legibility_weight = 0.05;
/// Of ticks at all landmarks. As much as it takes to prefer -6, -3, 0, 3 to -6, -4, ..., 4 where something happens at
/// 3, and too little to double the number of ticks.
constexpr double landmark_weight = 0.3;

/// Below that of any ticks.
constexpr double worst_score = -1e9;

/// Ticks at (start + i * j) * q * 10^z for i in [0, k).
struct Labelling {
    double start = 0;
    int j = 1;
    int q10 = 10;
    int z = 0;
    int k = 2;
};

double score(double simplicity, double coverage, double density) {
    // Legibility is 1 throughout: size and format of the numbers are not up for choice here.
    return simplicity_weight * simplicity + coverage_weight * coverage + density_weight * density + legibility_weight;
}

double simplicity(std::size_t q_index, int j, bool has_zero) {
    return 1 - static_cast<double>(q_index) / (q_times_ten.size() - 1) - j + (has_zero ? 1 : 0);
}

double coverage(double low, double high, double first, double last) {
    const double tenth = 0.1 * (high - low);
    const double above = (high - last) / tenth, below = (low - first) / tenth;
    return 1 - 0.5 * (above * above + below * below);
}

double greatest_coverage(double range, double span) {
    if (span <= range) return 1;
    const double half = (span - range) / 2 / (0.1 * range);
    return 1 - half * half;
}

double density(int k, double m, double range, double span) {
    const double have = (k - 1) / span;
    const double want = (m - 1) / range;
    return 2 - std::max(have / want, want / have);
}

double greatest_density(int k, double m) {
    return k >= m ? 2 - (k - 1) / (m - 1) : 1;
}

class Search {
public:
    Search(double low, double high, double target, const TickWishes& wishes)
        : low_(low), high_(high), m_(target), wishes_(wishes), least_(std::max(wishes.least, 2)),
          most_(std::max(wishes.most, least_)), needs_zero_(wishes.zero && low <= 0 && high >= 0),
          most_extra_(wishes.landmarks.empty() ? 0 : landmark_weight) {}

    Labelling run() {
        for (int j = 1;; ++j) {
            for (std::size_t q = 0; q < q_times_ten.size(); ++q) {
                const double best_simplicity = simplicity(q, j, true);
                if (score(best_simplicity, 1, 1) + most_extra_ < best_score_) return best_;
                search_counts(j, q, best_simplicity);
            }
            if (wishes_.plain_steps && best_score_ > worst_score) return best_;
        }
    }

private:
    void search_counts(int j, std::size_t q, double best_simplicity) {
        for (int k = least_; k <= most_; ++k) {
            const double best_density = greatest_density(k, m_);
            if (score(best_simplicity, 1, best_density) + most_extra_ < best_score_) return;
            const double delta = (high_ - low_) / (k + 1) / j / (q_times_ten[q] / 10.0);
            for (int z = static_cast<int>(std::ceil(std::log10(delta)));; ++z) {
                const double step = j * (q_times_ten[q] / 10.0) * std::pow(10.0, z);
                if (step * (k - 1) > (high_ - low_) * (1 + 1e-9)) break; // cannot lie inside any more
                const double coverage = greatest_coverage(high_ - low_, step * (k - 1));
                if (score(best_simplicity, coverage, best_density) + most_extra_ < best_score_) break;
                search_starts(j, q, k, z, step);
            }
        }
    }

    void search_starts(int j, std::size_t q, int k, int z, double step) {
        const double from = std::floor(high_ / step) * j - (k - 1) * j;
        const double to = std::ceil(low_ / step) * j;
        const double slack = 1e-9 * step;
        for (double start = from; start <= to; ++start) {
            const double first = start * (step / j);
            const double last = first + step * (k - 1);
            if (first < low_ - slack || last > high_ + slack) continue;
            const bool has_zero = first <= 0 && last >= 0 && std::fmod(start, j) == 0;
            if (needs_zero_ && !has_zero) continue;
            const double total = score(simplicity(q, j, has_zero), coverage(low_, high_, first, last),
                                       density(k, m_, high_ - low_, last - first)) +
                                 extra(first, last, step, k, has_zero);
            if (total > best_score_) {
                best_score_ = total;
                best_ = {start, j, q_times_ten[q], z, k};
            }
        }
    }

    /// For the share of the landmarks that have a tick.
    double extra(double first, double last, double step, int k, bool has_zero) const {
        if (wishes_.landmarks.empty() || k < 0.6 * m_ || k > 1.15 * m_ + 0.5) return 0;
        if (!has_zero && low_ <= 0 && high_ >= 0) return 0;
        const auto hit = std::count_if(wishes_.landmarks.begin(), wishes_.landmarks.end(), [&](double x) {
            const double steps = (x - first) / step;
            return x > first - step / 2 && x < last + step / 2 && std::abs(steps - std::round(steps)) < 1e-6;
        });
        return landmark_weight * static_cast<double>(hit) / static_cast<double>(wishes_.landmarks.size());
    }

    double low_, high_, m_;
    const TickWishes& wishes_;
    int least_, most_;
    bool needs_zero_;
    double most_extra_;
    double best_score_ = worst_score;
    Labelling best_;
};

/// n * 10^exponent, correctly rounded: going through text spares any error of a product with a power of ten.
double decimal(double n, int exponent) {
    if (n == 0) return 0;
    const std::string text = fmt::format("{:.0f}e{}", n, exponent);
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

} // namespace

std::vector<double> nice_ticks(double low, double high, double target, const TickWishes& wishes) {
    if (!std::isfinite(high - low) || !(high - low > 1e-12 * std::max(std::abs(low), std::abs(high))) ||
        high - low < 1e-290) {
        throw std::invalid_argument(fmt::format("no ticks can be told apart from {} to {}", low, high));
    }
    const Labelling found = Search(low, high, std::clamp(target, 2.0, 20.0), wishes).run();
    std::vector<double> ticks;
    for (int i = 0; i < found.k; ++i) {
        ticks.push_back(decimal((found.start + i * found.j) * found.q10, found.z - 1));
    }
    return ticks;
}

double tick_target(double length, double spacing, double least, double most) {
    return std::clamp(length / spacing, least, most);
}

} // namespace actlas::plot
