#pragma once

#include "plot/geometry.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace actlas::plot {

/// A page in cells of 1 px, each free or taken. A cell counts as taken, or as asked for, as soon as it is touched: a
/// place that is said to be free is free.
class Occupancy {
public:
    Occupancy(double width, double height);

    void add(const Box& box);
    /// Everything within `reach` px of a segment, or a little more.
    void add(Point from, Point to, double reach);
    void add(const std::vector<std::vector<Point>>& lines, double reach);

    bool free(const Box& box) const;
    bool free(Point from, Point to, double reach) const;

private:
    struct Run {
        std::size_t first, last; ///< cells of one row, both included; none where first > last
    };
    Run cells(double from, double to, std::size_t count) const;
    void take(std::size_t row, Run run);
    bool is_free(std::size_t row, Run run) const;
    /// Calls visit(row, run) for the rows that a thick segment touches; stops where visit says false.
    template<class Visit>
    bool along(Point from, Point to, double reach, Visit visit) const;

    std::size_t columns_, rows_, words_;
    std::vector<std::uint64_t> bits_; ///< rows of words_ words, a bit a cell
};

} // namespace actlas::plot
