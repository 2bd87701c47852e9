#pragma once

#include "plot/geometry.hpp"

#include <string>

namespace actlas::plot {

/// Appends value/10^decimals without superfluous digits: "0", ".5", "-.05", "12".
void append_decimal(std::string& out, long long value, int decimals);

/// A length rounded to so many places, as append_decimal writes it.
std::string short_number(double value, int decimals);

/// Writes SVG path data as short as can be: relative commands, no repeated letters, no needless blanks, no moves that
/// draw nothing. Points are rounded to `decimals` places and steps taken between rounded points, so that errors do not
/// add up.
class PathWriter {
public:
    explicit PathWriter(int decimals);

    void move(Point to);
    void line(Point to);
    void cubic(Point c1, Point c2, Point to);
    void close();
    void add(const Path& path);

    /// Appends closed contours that begin at `start` and leave the pen at `end`, as a glyph's outline does.
    void append(Point start, const std::string& relative, Point end);

    /// Where the data leaves the pen.
    Point pen() const { return {static_cast<double>(written_.x) / power_, static_cast<double>(written_.y) / power_}; }

    const std::string& data() const { return data_; }

private:
    struct Place {
        long long x = 0, y = 0;
        bool operator==(const Place&) const = default;
    };
    Place rounded(Point p) const;
    void begin(); ///< writes the move that waits, if one does
    void letter(char command);
    void number(long long value);
    void step(Place from, Place to);

    int decimals_;
    double power_;
    std::string data_;
    char last_ = '\0';            ///< the command whose arguments came last
    bool has_point_ = false;      ///< of the last number: ".5.5" needs no blank
    bool waiting_ = false;        ///< for something to draw from pen_
    bool fresh_ = true;           ///< nothing written yet: the first move is absolute
    Place pen_, start_, written_; ///< where the pen is, where the subpath began, where the data's own pen is
    Place reflected_;             ///< the control point that "s" would imply
};

} // namespace actlas::plot
