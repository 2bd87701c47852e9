#include "analysis/search.hpp"

#include <algorithm>
#include <cmath>

namespace actlas::analysis {

namespace {

Piece sample_piece(const formula::Evaluator& f, const formula::Evaluator& slope, const formula::Evaluator& curvature,
                   double low, double high, double step) {
    Piece piece{low, high, {}, {}, {}, {}};
    const auto intervals = std::max<std::size_t>(8, static_cast<std::size_t>(std::ceil((high - low) / step)));
    piece.x.resize(intervals + 1);
    for (std::size_t i = 0; i <= intervals; ++i)
        piece.x[i] = low + (high - low) * (static_cast<double>(i) / static_cast<double>(intervals));
    // Nearer to a break point than this, rounding inside the formula may still choose the other branch.
    const auto beside = [](double x) { return 1e-12 * std::max(1.0, std::abs(x)); };
    piece.x.front() = low + beside(low);
    piece.x.back() = high - beside(high);
    for (auto* values : {&piece.f, &piece.slope, &piece.curvature})
        values->resize(piece.x.size());
    f(piece.x, piece.f);
    slope(piece.x, piece.slope);
    curvature(piece.x, piece.curvature);
    return piece;
}

} // namespace

std::vector<Piece> sample_pieces(const formula::Evaluator& f, const formula::Evaluator& slope,
                                 const formula::Evaluator& curvature, const std::vector<double>& break_points,
                                 double low, double high, double step) {
    std::vector<Piece> pieces;
    double from = low;
    for (const double point : break_points) {
        if (point <= from || point >= high) continue;
        pieces.push_back(sample_piece(f, slope, curvature, from, point, step));
        from = point;
    }
    pieces.push_back(sample_piece(f, slope, curvature, from, high, step));
    return pieces;
}

double sign_change(const std::function<double(double)>& g, double low, double high) {
    const bool rising = g(low) < 0;
    while (true) {
        const double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high) return middle;
        const double value = g(middle);
        if (value == 0) return middle;
        ((value < 0) == rising ? low : high) = middle;
    }
}

} // namespace actlas::analysis
