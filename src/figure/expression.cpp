#include "figure/expression.hpp"

#include "base/number.hpp"
#include "figure/wording.hpp"
#include "formula/printers.hpp"
#include "formula/textbook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace actlas::figure {

using plot::MathNode;
using Kind = plot::MathNode::Kind;

namespace {

Kind to_kind(formula::Notation::Kind kind) {
    using From = formula::Notation::Kind;
    switch (kind) {
    case From::identifier:
        return Kind::identifier;
    case From::upright:
        return Kind::upright;
    case From::number:
        return Kind::number;
    case From::binary:
        return Kind::binary;
    case From::relation:
        return Kind::relation;
    case From::prefix:
        return Kind::prefix;
    case From::punctuation:
        return Kind::punctuation;
    case From::space:
        return Kind::space;
    case From::row:
        return Kind::row;
    case From::fraction:
        return Kind::fraction;
    case From::superscript:
        return Kind::superscript;
    case From::subscript:
        return Kind::subscript;
    case From::radical:
        return Kind::radical;
    case From::fenced:
        return Kind::fenced;
    case From::cases:
        return Kind::cases;
    case From::prime:
        return Kind::prime;
    }
    return Kind::row;
}

MathNode fenced(const char* fences, MathNode inner) {
    return {Kind::fenced, fences, {std::move(inner)}};
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> superscripts{{{"⁻", "−"},
                                                                                      {"⁰", "0"},
                                                                                      {"¹", "1"},
                                                                                      {"²", "2"},
                                                                                      {"³", "3"},
                                                                                      {"⁴", "4"},
                                                                                      {"⁵", "5"},
                                                                                      {"⁶", "6"},
                                                                                      {"⁷", "7"},
                                                                                      {"⁸", "8"},
                                                                                      {"⁹", "9"}}};

/// A line's slope or intercept as text, at most four decimals: an estimate of a limit carries no more.
std::string line_number(double value) {
    return significant_for_people(std::round(value * 1e4) / 1e4, 4);
}

/// "   α = 0.01, β = 1" after a definition.
void append_parameters(std::vector<MathNode>& parts, const catalogue::Activation& activation) {
    bool first = true;
    for (const auto& parameter : activation.parameters) {
        if (!first) parts.push_back({Kind::punctuation, ",", {}});
        for (int i = 0; first && i < 3; ++i)
            parts.push_back({Kind::space, {}, {}});
        first = false;
        parts.push_back(to_math(formula::notate_parameter(parameter.name)));
        parts.push_back(relation("="));
        parts.push_back(text_number(significant_for_people(parameter.value, 5)));
    }
}

} // namespace

MathNode to_math(const formula::Notation& notation) {
    MathNode node{to_kind(notation.kind), notation.text, {}};
    node.children.reserve(notation.children.size());
    for (const auto& child : notation.children)
        node.children.push_back(to_math(child));
    return node;
}

std::string label_number(double value) {
    constexpr double exact_within = 1e-9;
    if (std::abs(value) < exact_within) return "0";
    for (int denominator = 1; denominator <= 8; ++denominator) {
        const double numerator = value * denominator;
        const double whole = std::round(numerator);
        if (whole == 0 || std::abs(whole) > 99 || std::abs(numerator - whole) > exact_within) continue;
        const std::string digits = significant_for_people(whole, 3);
        return denominator == 1 ? digits : fmt::format("{}/{}", digits, denominator);
    }
    // A short decimal is exact as well: 0.01, 10000.
    if (std::abs(value) < 1e6 && std::abs(value * 1e3 - std::round(value * 1e3)) < exact_within)
        return significant_for_people(value, 10);
    if (std::abs(value) < 1e-3 || std::abs(value) >= 1e5) return significant_for_people(value, 3);
    return fixed_for_people(value, 3);
}

std::string short_number(double value) {
    return significant_for_people(std::abs(value) < 1e-12 ? 0 : value, 3);
}

MathNode text_number(std::string_view text) {
    constexpr std::string_view times = " × ";
    std::string exponent; // fonts for mathematics lack superscript signs; they raise what is written
    std::string_view base = text;
    for (const auto& [raised, plain] : superscripts) {
        const std::size_t start = text.find(raised);
        if (start < base.size()) base = text.substr(0, start);
    }
    if (base.size() == text.size()) return {Kind::number, std::string(text), {}};
    for (std::string_view rest = text.substr(base.size()); !rest.empty();) {
        const auto found = std::find_if(superscripts.begin(), superscripts.end(),
                                        [&](const auto& sign) { return rest.starts_with(sign.first); });
        if (found == superscripts.end()) return {Kind::number, std::string(text), {}};
        exponent += found->second;
        rest.remove_prefix(found->first.size());
    }
    std::vector<MathNode> parts;
    if (const std::size_t cross = base.find(times); cross != std::string_view::npos) {
        parts.push_back({Kind::number, std::string(base.substr(0, cross)), {}});
        parts.push_back({Kind::binary, "×", {}});
        base.remove_prefix(cross + times.size());
    }
    parts.push_back(
        {Kind::superscript, {}, {{Kind::number, std::string(base), {}}, {Kind::number, std::move(exponent), {}}}});
    return row(std::move(parts));
}

MathNode number(double value) {
    return text_number(label_number(value));
}
MathNode symbol(std::string name) {
    return {Kind::identifier, std::move(name), {}};
}
MathNode relation(std::string sign) {
    return {Kind::relation, std::move(sign), {}};
}
MathNode row(std::vector<MathNode> children) {
    return {Kind::row, {}, std::move(children)};
}

MathNode function_name(int order) {
    MathNode name = symbol("f");
    for (int i = 0; i < order; ++i)
        name = {Kind::prime, {}, {std::move(name)}};
    return name;
}

MathNode of_x(int order) {
    return row({function_name(order), fenced("()", symbol("x"))});
}

MathNode value_at(int order, double x, double value) {
    return row({function_name(order), fenced("()", number(x)), relation("="), number(value)});
}

MathNode slope_is_zero() {
    return row({function_name(1), relation("="), text_number("0")});
}

MathNode slope_below(double threshold) {
    return row({fenced("||", function_name(1)), relation("<"), text_number(short_number(threshold))});
}

MathNode bound(std::string sign, double x, int decimals) {
    return row({symbol("x"), relation(std::move(sign)), text_number(fixed_for_people(x, decimals))});
}

MathNode line_equation(const analysis::Asymptote& line) {
    std::vector<MathNode> parts{symbol("y"), relation("=")};
    const std::string slope = line_number(line.slope);
    const std::string intercept = line_number(line.intercept);
    if (slope == "0") {
        parts.push_back(text_number(intercept));
        return row(std::move(parts));
    }
    if (slope == "−1")
        parts.push_back({Kind::prefix, "−", {}});
    else if (slope != "1")
        parts.push_back(text_number(slope));
    parts.push_back(symbol("x"));
    if (intercept != "0") {
        parts.push_back({Kind::binary, line.intercept < 0 ? "−" : "+", {}});
        parts.push_back(text_number(line_number(std::abs(line.intercept))));
    }
    return row(std::move(parts));
}

std::string line_text(const analysis::Asymptote& line) {
    const std::string slope = line_number(line.slope);
    const std::string intercept = line_number(line.intercept);
    if (slope == "0") return fmt::format("y = {}", intercept);
    const std::string x = slope == "1" ? "x" : slope == "−1" ? "−x" : fmt::format("{}x", slope);
    if (intercept == "0") return fmt::format("y = {}", x);
    return fmt::format("y = {} {} {}", x, line.intercept < 0 ? "−" : "+", line_number(std::abs(line.intercept)));
}

std::vector<MathNode> definitions(const analysis::Study& study, Language language) {
    const std::string otherwise = Wording::in(language).text("formula.otherwise");
    const auto written = [&](const formula::Expr& formula) {
        return to_math(formula::with_otherwise(formula::notate(formula), otherwise));
    };
    const formula::Expr& expr = study.activation.expr;
    const formula::Expr textbook = formula::textbook(expr);
    const MathNode own = written(expr);
    const MathNode written_out = written(textbook);
    const MathNode left = of_x(0);
    std::vector<std::vector<MathNode>> ways;
    // Written out, a formula may differ and yet look the same: expm1(x) is printed as a textbook has it.
    const bool looks_same = formula::to_latex(formula::notate(textbook)) == formula::to_latex(formula::notate(expr));
    if (looks_same) {
        ways = {{left, relation("="), own}, {own}};
    } else if (expr.kind() == formula::Kind::call && expr.operand(0).kind() == formula::Kind::variable) {
        // "f(x) = σ(x)" says nothing.
        ways = {{left, relation("="), written_out}, {written_out}, {left, relation("="), own}};
    } else {
        ways = {{left, relation("="), own, relation("="), written_out}, {left, relation("="), own}, {own}};
    }
    for (auto& way : ways)
        append_parameters(way, study.activation);
    std::vector<MathNode> rows;
    for (auto& way : ways)
        rows.push_back(row(std::move(way)));
    return rows;
}

} // namespace actlas::figure
