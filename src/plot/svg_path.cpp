#include "plot/svg_path.hpp"

#include <charconv>
#include <cmath>

namespace actlas::plot {

void append_decimal(std::string& out, long long value, int decimals) {
    if (value < 0) {
        out += '-';
        value = -value;
    }
    long long power = 1;
    for (int i = 0; i < decimals; ++i)
        power *= 10;
    const long long whole = value / power;
    long long fraction = value % power;
    char digits[24];
    if (whole != 0 || fraction == 0) {
        const auto end = std::to_chars(std::begin(digits), std::end(digits), whole).ptr;
        out.append(digits, end);
    }
    if (fraction == 0) return;
    out += '.';
    while (fraction != 0) {
        power /= 10;
        out += static_cast<char>('0' + fraction / power);
        fraction %= power;
    }
}

std::string short_number(double value, int decimals) {
    std::string result;
    append_decimal(result, std::llround(value * std::pow(10, decimals)), decimals);
    return result;
}

PathWriter::PathWriter(int decimals) : decimals_(decimals), power_(std::pow(10, decimals)) {}

PathWriter::Place PathWriter::rounded(Point p) const {
    return {std::llround(p.x * power_), std::llround(p.y * power_)};
}

void PathWriter::letter(char command) {
    // Pairs after a move would be lines.
    if (command != last_ || command == 'm' || command == 'z') {
        data_ += command;
        has_point_ = false;
    }
    last_ = command;
}

void PathWriter::number(long long value) {
    const std::size_t at = data_.size();
    append_decimal(data_, value, decimals_);
    const char before = at == 0 ? 'M' : data_[at - 1];
    const bool after_letter = before >= 'A';
    const char first = data_[at];
    if (!after_letter && first != '-' && !(first == '.' && has_point_)) data_.insert(at, 1, ' ');
    has_point_ = data_.find('.', at) != std::string::npos;
}

void PathWriter::step(Place from, Place to) {
    number(to.x - from.x);
    number(to.y - from.y);
}

void PathWriter::begin() {
    if (!waiting_) return;
    waiting_ = false;
    if (fresh_) {
        letter('M');
        step({}, pen_);
        fresh_ = false;
    } else {
        letter('m');
        step(written_, pen_);
    }
    written_ = start_ = reflected_ = pen_;
}

void PathWriter::move(Point to) {
    pen_ = rounded(to);
    waiting_ = true;
}

void PathWriter::line(Point to) {
    const Place target = rounded(to);
    if (target == pen_ && !waiting_) return;
    begin();
    if (target.y == pen_.y) {
        letter('h');
        number(target.x - pen_.x);
    } else if (target.x == pen_.x) {
        letter('v');
        number(target.y - pen_.y);
    } else {
        letter('l');
        step(pen_, target);
    }
    written_ = pen_ = reflected_ = target;
}

void PathWriter::cubic(Point c1, Point c2, Point to) {
    const Place first = rounded(c1), second = rounded(c2), target = rounded(to);
    begin();
    const bool smooth = (last_ == 'c' || last_ == 's') && first == reflected_;
    letter(smooth ? 's' : 'c');
    if (!smooth) step(pen_, first);
    step(pen_, second);
    step(pen_, target);
    reflected_ = {2 * target.x - second.x, 2 * target.y - second.y};
    written_ = pen_ = target;
}

void PathWriter::close() {
    if (waiting_) return; // nothing was drawn
    letter('z');
    written_ = pen_ = start_;
}

void PathWriter::add(const Path& path) {
    for (const auto& segment : path.segments) {
        switch (segment.verb) {
        case Path::Verb::move:
            move(segment.to);
            break;
        case Path::Verb::line:
            line(segment.to);
            break;
        case Path::Verb::cubic:
            cubic(segment.c1, segment.c2, segment.to);
            break;
        case Path::Verb::close:
            close();
            break;
        }
    }
}

void PathWriter::append(Point start, const std::string& relative, Point end) {
    move(start);
    begin();
    data_ += relative;
    written_ = pen_ = start_ = rounded(end);
    last_ = 'z';
    has_point_ = false;
}

} // namespace actlas::plot
