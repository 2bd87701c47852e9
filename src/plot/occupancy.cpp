#include "plot/occupancy.hpp"

#include <cmath>

namespace actlas::plot {

Occupancy::Occupancy(double width, double height)
    : columns_(static_cast<std::size_t>(std::ceil(std::max(width, 1.0)))),
      rows_(static_cast<std::size_t>(std::ceil(std::max(height, 1.0)))), words_((columns_ + 63) / 64),
      bits_(rows_ * words_) {}

Occupancy::Run Occupancy::cells(double from, double to, std::size_t count) const {
    const double last = static_cast<double>(count) - 1;
    if (!(to >= 0) || !(from <= last + 1) || !(from <= to)) return {1, 0};
    return {static_cast<std::size_t>(std::clamp(std::floor(from), 0.0, last)),
            static_cast<std::size_t>(std::clamp(std::floor(to), 0.0, last))};
}

void Occupancy::take(std::size_t row, Run run) {
    for (std::size_t x = run.first; x <= run.last; ++x)
        bits_[row * words_ + x / 64] |= std::uint64_t{1} << (x % 64);
}

bool Occupancy::is_free(std::size_t row, Run run) const {
    for (std::size_t word = run.first / 64; word <= run.last / 64; ++word) {
        std::uint64_t mask = ~std::uint64_t{0};
        if (word == run.first / 64) mask &= ~std::uint64_t{0} << (run.first % 64);
        if (word == run.last / 64) mask &= ~std::uint64_t{0} >> (63 - run.last % 64);
        if ((bits_[row * words_ + word] & mask) != 0) return false;
    }
    return true;
}

void Occupancy::add(const Box& box) {
    const Run columns = cells(box.left, box.right, columns_), rows = cells(box.top, box.bottom, rows_);
    if (columns.first > columns.last) return;
    for (std::size_t row = rows.first; row <= rows.last; ++row)
        take(row, columns);
}

bool Occupancy::free(const Box& box) const {
    const Run columns = cells(box.left, box.right, columns_), rows = cells(box.top, box.bottom, rows_);
    if (columns.first > columns.last) return true;
    for (std::size_t row = rows.first; row <= rows.last; ++row) {
        if (!is_free(row, columns)) return false;
    }
    return true;
}

template<class Visit>
bool Occupancy::along(Point from, Point to, double reach, Visit visit) const {
    if (from.y > to.y) std::swap(from, to);
    const Run rows = cells(from.y - reach, to.y + reach, rows_);
    for (std::size_t row = rows.first; row <= rows.last; ++row) {
        // The part of the segment that is within reach of this row of cells.
        const double top = std::max(from.y, static_cast<double>(row) - reach),
                     bottom = std::min(to.y, static_cast<double>(row) + 1 + reach);
        const double rise = to.y - from.y;
        const double x0 = rise == 0 ? from.x : from.x + (to.x - from.x) * std::clamp((top - from.y) / rise, 0.0, 1.0);
        const double x1 = rise == 0 ? to.x : from.x + (to.x - from.x) * std::clamp((bottom - from.y) / rise, 0.0, 1.0);
        const Run run = cells(std::min(x0, x1) - reach, std::max(x0, x1) + reach, columns_);
        if (run.first <= run.last && !visit(row, run)) return false;
    }
    return true;
}

void Occupancy::add(Point from, Point to, double reach) {
    along(from, to, reach, [this](std::size_t row, Run run) {
        take(row, run);
        return true;
    });
}

void Occupancy::add(const std::vector<std::vector<Point>>& lines, double reach) {
    for (const auto& line : lines) {
        for (std::size_t i = 1; i < line.size(); ++i)
            add(line[i - 1], line[i], reach);
    }
}

bool Occupancy::free(Point from, Point to, double reach) const {
    return along(from, to, reach, [this](std::size_t row, Run run) { return is_free(row, run); });
}

} // namespace actlas::plot
