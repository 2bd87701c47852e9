#pragma once

#include "plot/math_layout.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace actlas::plot {

/// TeX's style: what an expression's place makes of its size and its scripts.
struct TexStyle {
    enum class Level { display, text, script, scriptscript };
    Level level = Level::text;
    bool cramped = false; ///< under a bar: exponents stay lower

    bool is_script() const { return level >= Level::script; }
    TexStyle script(bool crampedly) const {
        return {level >= Level::script ? Level::scriptscript : Level::script, cramped || crampedly};
    }
    TexStyle part_of_fraction(bool below) const {
        const Level next = level == Level::display ? Level::text
                           : level == Level::text  ? Level::script
                                                   : Level::scriptscript;
        return {next, cramped || below};
    }
    TexStyle under_bar() const { return {level, true}; }
};

/// One expression's layout: the rules of The TeXbook, appendix G, a function for each kind of node.
class MathRules {
public:
    MathRules(const MathFont& font, double size, const WordsInMath& words) : font_(font), size_(size), words_(words) {}

    MathBox node(const MathNode& node, TexStyle style) const;

private:
    double size(TexStyle style) const;
    double length(hb_ot_math_constant_t name, TexStyle style) const { return font_.constant(name) * size(style); }
    MathBox child(const MathNode& node, std::size_t index, TexStyle style) const {
        return index < node.children.size() ? this->node(node.children[index], style) : MathBox{};
    }

    MathBox letters(std::string_view text, TexStyle style) const;
    MathBox words(const std::string& text, TexStyle style) const;
    MathBox row_box(const MathNode& node, TexStyle style) const;
    MathBox scripts_box(const MathNode& node, TexStyle style) const;
    MathBox with_scripts(MathBox base, std::optional<MathBox> above, std::optional<MathBox> below,
                         TexStyle style) const;
    MathBox prime_box(const MathNode& node, TexStyle style) const;
    MathBox fraction_box(const MathNode& node, TexStyle style) const;
    MathBox radical_box(const MathNode& node, TexStyle style) const;
    MathBox fenced_box(const MathNode& node, TexStyle style) const;
    MathBox cases_box(const MathNode& node, TexStyle style) const;
    void centre_on_axis(MathBox& box, TexStyle style) const;

    const MathFont& font_;
    double size_;
    const WordsInMath& words_;
};

} // namespace actlas::plot
