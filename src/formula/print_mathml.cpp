// MathML Core with a TeX annotation. No mfenced, no menclose, no columnalign: browsers without MathML 3 do not know
// them.

#include "base/utf8.hpp"
#include "formula/notation_parts.hpp"
#include "formula/printers.hpp"

#include <algorithm>
#include <array>

namespace actlas::formula {

namespace {

using Kind = Notation::Kind;

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

std::string element(std::string_view name, std::string_view content, std::string_view attributes = {}) {
    std::string result = "<";
    ((result += name) += attributes) += ">";
    ((result += content) += "</") += name;
    return result + ">";
}

std::string mo(std::string_view text, std::string_view attributes = {}) {
    return element("mo", escaped(text), attributes);
}

bool is_tall(const Notation& n) {
    return n.kind == Kind::fraction || n.kind == Kind::cases ||
           std::any_of(n.children.begin(), n.children.end(), is_tall);
}

std::string print(const Notation& n);

std::string children(const Notation& n) {
    std::string result;
    for (std::size_t i = 0; i < n.children.size(); ++i) {
        if (i == 1 && n.text == notation::function_application) result += mo(notation::function_application);
        result += print(n.children[i]);
    }
    return result;
}

std::string print_fenced(const Notation& n) {
    const std::u32string marks = code_points(n.text);
    std::string open;
    std::string close;
    append_utf8(open, marks.at(0));
    append_utf8(close, marks.at(1));
    const std::string stretchy = is_tall(n.children[0]) ? "" : " stretchy=\"false\"";
    // A bar is no bracket by itself: it has to be told which side it is on.
    const bool bars = open == close;
    return element("mrow", mo(open, (bars ? " form=\"prefix\"" : "") + stretchy) + print(n.children[0]) +
                               mo(close, (bars ? " form=\"postfix\"" : "") + stretchy));
}

std::string print_cases(const Notation& n) {
    static constexpr std::string_view left = " style=\"text-align:left\"";
    std::string rows;
    for (std::size_t i = 0; i + 1 < n.children.size(); i += 2) {
        rows +=
            element("mtr", element("mtd", print(n.children[i]), left) + element("mtd", print(n.children[i + 1]), left));
    }
    return element("mrow", mo("{", " form=\"prefix\"") + element("mtable", rows));
}

/// A thin space after the invisible operator, so that "x tanh(x)" does not run together. The operator of an application
/// comes with its row.
std::string print_space(const Notation& n) {
    return (n.text == notation::invisible_times ? mo(n.text) : "") + "<mspace width=\".16em\"/>";
}

std::string print_prime(const Notation& n) {
    std::size_t count = 1;
    const Notation* base = &n.children[0];
    for (; base->kind == Kind::prime; base = &base->children[0])
        ++count;
    static constexpr std::array<std::string_view, 3> marks{"′", "″", "‴"};
    return element("msup", print(*base) + mo(marks.at(std::min<std::size_t>(count, 3) - 1)));
}

std::string print(const Notation& n) {
    switch (n.kind) {
    case Kind::identifier:
        return element("mi", escaped(n.text));
    case Kind::upright:
        if (n.text == "∑") return mo(n.text);
        // One letter would be set in italics.
        return element("mi", escaped(n.text), code_points(n.text).size() == 1 ? " mathvariant=\"normal\"" : "");
    case Kind::number:
        return element("mn", escaped(n.text));
    case Kind::binary:
    case Kind::relation:
    case Kind::punctuation:
        return mo(n.text);
    case Kind::prefix:
        return mo(n.text, n.text == "/" ? " lspace=\"0\" rspace=\"0\"" : " form=\"prefix\"");
    case Kind::space:
        return print_space(n);
    case Kind::row:
        return element("mrow", children(n));
    case Kind::fraction:
        return element("mfrac", children(n));
    case Kind::superscript:
        return element("msup", children(n));
    case Kind::subscript:
        return element("msub", children(n));
    case Kind::radical:
        return element("msqrt", children(n));
    case Kind::fenced:
        return print_fenced(n);
    case Kind::cases:
        return print_cases(n);
    case Kind::prime:
        return print_prime(n);
    }
    return {};
}

} // namespace

std::string to_mathml(const Notation& notation, bool display) {
    const std::string annotation =
        element("annotation", escaped(to_latex(notation)), " encoding=\"application/x-tex\"");
    const std::string body = notation.kind == Notation::Kind::row ? print(notation) : element("mrow", print(notation));
    return element("math", element("semantics", body + annotation), display ? " display=\"block\"" : "");
}

std::string to_mathml(const Expr& expr, bool display) {
    return to_mathml(notate(expr), display);
}

} // namespace actlas::formula
