#pragma once

#include "analysis/study.hpp"
#include "base/language.hpp"
#include "formula/notation.hpp"
#include "plot/typeset.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actlas::figure {

/// A formula's notation as the drawing engine wants it.
plot::MathNode to_math(const formula::Notation& notation);

/// A number for a label: an exact small fraction ("1/4") or decimal ("0.01") where the value is one, else three
/// decimals, always with a true minus.
std::string label_number(double value);

/// As few digits as tell the value to three significant ones: "0.01", "1", "−0.667".
std::string short_number(double value);

/// A number as significant_for_people() writes it: "8 × 10⁻⁵" becomes a power.
plot::MathNode text_number(std::string_view text);

plot::MathNode number(double value);
plot::MathNode symbol(std::string name);   ///< an italic identifier
plot::MathNode relation(std::string sign); ///< "=", "<", ...
plot::MathNode row(std::vector<plot::MathNode> children);
plot::MathNode function_name(int order);                        ///< f, f′, f″
plot::MathNode of_x(int order);                                 ///< f(x), f′(x)
plot::MathNode value_at(int order, double x, double value);     ///< f(−1.278) = −0.278
plot::MathNode slope_is_zero();                                 ///< f′ = 0
plot::MathNode slope_below(double threshold);                   ///< |f′| < 0.01
plot::MathNode bound(std::string sign, double x, int decimals); ///< x < −4.59, as given (round before)
plot::MathNode line_equation(const analysis::Asymptote& line);  ///< y = x, y = −1, y = 0.5x − 0.5

/// "y = x + 1" for alternative texts.
std::string line_text(const analysis::Asymptote& line);

/// Ways to write the definition in a figure's head, the fullest first: f(x) = x σ(x) = x/(1 + e⁻ˣ), then shorter ones;
/// each with the parameters' values.
std::vector<plot::MathNode> definitions(const analysis::Study& study, Language language);

} // namespace actlas::figure
