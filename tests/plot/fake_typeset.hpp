#pragma once

#include "plot/typeset.hpp"

#include <cairo.h>

#include <memory>
#include <string>
#include <utility>

namespace actlas::plot::testing {

/// Text with fixed metrics, so that tests of layout need no fonts: 0.6 of the size a byte wide, ink 0.72 of the size
/// high. Drawn as a box.
class FakeTypeset final : public Typeset {
public:
    FakeTypeset(std::string text, double size) : text_(std::move(text)), size_(size) {}

    double width() const override { return 0.6 * size_ * static_cast<double>(text_.size()); }
    double ascent() const override { return size_; }
    double descent() const override { return 0.3 * size_; }
    Box ink() const override { return {0, -0.72 * size_, width(), 0}; }
    void draw(cairo_t* cairo, double x, double y) const override {
        cairo_rectangle(cairo, x, y - 0.72 * size_, width(), 0.72 * size_);
        cairo_fill(cairo);
    }
    void append_ink(TextInk& ink, Point origin) const override {
        ink.rules.push_back(this->ink().moved(origin.x, origin.y));
    }
    const std::string& plain() const override { return text_; }

private:
    std::string text_;
    double size_;
};

inline std::shared_ptr<const Typeset> fake(std::string text, double size = 12) {
    return std::make_shared<FakeTypeset>(std::move(text), size);
}

} // namespace actlas::plot::testing
