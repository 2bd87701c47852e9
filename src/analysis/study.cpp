#include "analysis/study.hpp"

#include "analysis/search.hpp"
#include "analysis/tails.hpp"
#include "formula/breakpoints.hpp"
#include "formula/derivative.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace actlas::analysis {

namespace {

constexpr double search_limit = 50;
constexpr double search_step = 1.0 / 32;

bool differ(double a, double b) {
    return std::abs(a - b) > 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

int sign_of(double value) {
    return (value > 0) - (value < 0);
}

/// Kinks and jumps where two pieces meet.
std::vector<Kink> find_kinks(const std::vector<Piece>& pieces) {
    std::vector<Kink> kinks;
    for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
        const Piece& before = pieces[i];
        const Piece& after = pieces[i + 1];
        if (differ(before.f.back(), after.f.front()))
            kinks.push_back({before.high, 0, before.f.back(), after.f.front(), Evidence::estimated});
        else if (differ(before.slope.back(), after.slope.front()))
            kinks.push_back({before.high, 1, before.slope.back(), after.slope.front(), Evidence::estimated});
    }
    return kinks;
}

/// The places inside one piece where the sampled `values` change sign (a run of exact zeros is no change of sign).
std::vector<double> sign_changes(const Piece& piece, const std::vector<double>& values, const formula::Evaluator& g) {
    std::vector<double> found;
    for (std::size_t i = 0; i + 1 < values.size(); ++i) {
        const int here = sign_of(values[i]);
        int there = sign_of(values[i + 1]);
        if (here == 0) continue;
        if (there == 0 && i + 2 < values.size() && sign_of(values[i + 2]) == -here) {
            found.push_back(piece.x[i + 1]);
            continue;
        }
        if (here * there < 0) found.push_back(sign_change([&](double x) { return g(x); }, piece.x[i], piece.x[i + 1]));
    }
    return found;
}

void find_extrema(const std::vector<Piece>& pieces, Study& study) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        for (const double x : sign_changes(piece, piece.slope, study.slope))
            study.extrema.push_back({x, study.f(x), study.curvature(x) > 0, Evidence::estimated});
        for (const double x : sign_changes(piece, piece.curvature, study.curvature)) {
            study.inflections.push_back(x);
            study.slope_extrema.push_back({x, study.slope(x), study.curvature(x - 1e-3) < 0, Evidence::estimated});
        }
        if (i + 1 == pieces.size()) break;
        // A strict extremum may sit where two pieces meet: at a kink of f, or of f' for the slope.
        const Piece& next = pieces[i + 1];
        if (differ(piece.f.back(), next.f.front())) continue;
        const int slope_before = sign_of(piece.slope.back());
        const int slope_after = sign_of(next.slope.front());
        if (slope_before * slope_after < 0)
            study.extrema.push_back({piece.high, study.f(piece.high), slope_before < 0, Evidence::estimated});
        if (differ(piece.slope.back(), next.slope.front())) continue;
        const int bend_before = sign_of(piece.curvature.back());
        const int bend_after = sign_of(next.curvature.front());
        if (bend_before * bend_after < 0)
            study.slope_extrema.push_back({piece.high, study.slope(piece.high), bend_before < 0, Evidence::estimated});
    }
}

std::vector<double> find_zeros(const std::vector<Piece>& pieces, const formula::Evaluator& f) {
    std::vector<double> zeros;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        for (const double x : sign_changes(piece, piece.f, f))
            zeros.push_back(x);
        if (i + 1 == pieces.size()) break;
        // The formula's own value decides at a break point; a whole interval of zeros has no isolated zero at its end.
        const std::size_t last = piece.f.size() - 2;
        if (f(piece.high) == 0 && piece.f[last] != 0 && pieces[i + 1].f[1] != 0) zeros.push_back(piece.high);
    }
    return zeros;
}

bool finite_somewhere(const std::vector<Piece>& pieces) {
    for (const Piece& piece : pieces)
        for (const double value : piece.f)
            if (std::isfinite(value)) return true;
    return false;
}

} // namespace

std::string_view word(Evidence evidence) {
    switch (evidence) {
    case Evidence::proved:
        return "proved";
    case Evidence::exact:
        return "exact";
    case Evidence::estimated:
        return "estimated";
    case Evidence::undecided:
        return "undecided";
    }
    return "undecided";
}

Study study(const catalogue::Activation& activation) {
    const auto bindings = activation.bindings();
    const formula::Expr formula = formula::derivative(activation.expr, 0);
    const formula::Expr first = formula::derivative(activation.expr, 1);
    const formula::Expr second = formula::derivative(first, 1);
    Study result{activation,
                 formula,
                 first,
                 formula::Evaluator(formula, bindings),
                 formula::Evaluator(first, bindings),
                 formula::Evaluator(second, bindings),
                 {},
                 {},
                 {},
                 {},
                 {},
                 {},
                 {},
                 {},
                 {}};

    const auto points = formula::break_points(formula::bind(activation.expr, bindings), -search_limit, search_limit);
    const auto pieces =
        sample_pieces(result.f, result.slope, result.curvature, points, -search_limit, search_limit, search_step);
    if (!finite_somewhere(pieces))
        throw InputError(Diagnostic{Diagnostic::Severity::error,
                                    fmt::format("activation \"{}\" has no finite value for -{} <= x <= {}",
                                                activation.id, search_limit, search_limit),
                                    std::nullopt, "check the formula and its parameters"});

    result.kinks = find_kinks(pieces);
    find_extrema(pieces, result);
    result.zeros = find_zeros(pieces, result.f);
    result.left = asymptote(result.f, result.slope, -1);
    result.right = asymptote(result.f, result.slope, +1);
    for (const double threshold : {1e-2, 1e-3, 1e-6})
        result.saturation.push_back(saturation(result.slope, points, threshold));
    result.dead_intervals = dead_intervals(result.slope, points);
    return result;
}

} // namespace actlas::analysis
