// LaTeX that plain TeX packages, MathJax, KaTeX and GitHub all accept: no \operatorname (GitHub refuses it), and \lvert
// for bars (a bare | breaks Markdown tables).

#include "base/ascii.hpp"
#include "formula/notation_parts.hpp"
#include "formula/printers.hpp"

#include <algorithm>
#include <array>

namespace actlas::formula {

namespace {

using Kind = Notation::Kind;

struct Command {
    std::string_view symbol;
    std::string_view latex;
};

constexpr std::array commands{
    Command{"α", "\\alpha"},   Command{"β", "\\beta"},       Command{"γ", "\\gamma"},
    Command{"δ", "\\delta"},   Command{"ε", "\\varepsilon"}, Command{"ζ", "\\zeta"},
    Command{"η", "\\eta"},     Command{"θ", "\\theta"},      Command{"ι", "\\iota"},
    Command{"κ", "\\kappa"},   Command{"λ", "\\lambda"},     Command{"μ", "\\mu"},
    Command{"ν", "\\nu"},      Command{"ξ", "\\xi"},         Command{"π", "\\pi"},
    Command{"ρ", "\\rho"},     Command{"σ", "\\sigma"},      Command{"τ", "\\tau"},
    Command{"φ", "\\varphi"},  Command{"χ", "\\chi"},        Command{"ψ", "\\psi"},
    Command{"ω", "\\omega"},   Command{"Φ", "\\Phi"},        Command{"∞", "\\infty"},
    Command{"−", "-"},         Command{"·", "\\cdot"},       Command{"⋅", "\\cdot"},
    Command{"×", "\\times"},   Command{"≤", "\\le"},         Command{"≥", "\\ge"},
    Command{"≠", "\\ne"},      Command{"≈", "\\approx"},     Command{"∈", "\\in"},
    Command{"→", "\\to"},      Command{"±", "\\pm"},         Command{"∑", "\\sum"},
    Command{"∂", "\\partial"},
};

constexpr std::array<std::string_view, 14> operators{"sin", "cos", "tan", "sinh", "cosh",   "tanh",   "ln",
                                                     "log", "exp", "max", "min",  "arctan", "arcsin", "arccos"};

struct Fences {
    std::string_view text;
    std::string_view open;
    std::string_view close;
};

constexpr std::array fences{Fences{"()", "(", ")"}, Fences{"[]", "[", "]"}, Fences{"||", "\\lvert", "\\rvert"},
                            Fences{"⌊⌋", "\\lfloor", "\\rfloor"}, Fences{"‖‖", "\\lVert", "\\rVert"}};

std::string word(const std::string& text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '_') escaped += '\\';
        escaped += c;
    }
    return "\\mathrm{" + escaped + "}";
}

/// Characters with a command of their own, the rest as they are.
std::string translate(const std::string& text) {
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view rest = std::string_view(text).substr(i);
        const auto command = std::find_if(commands.begin(), commands.end(),
                                          [&](const Command& c) { return rest.starts_with(c.symbol); });
        if (command == commands.end()) {
            result += text[i++];
        } else {
            result += command->latex;
            i += command->symbol.size();
        }
    }
    return result;
}

std::string upright(const std::string& text) {
    if (std::find(operators.begin(), operators.end(), text) != operators.end()) return "\\" + text;
    const std::string translated = translate(text);
    return translated == text ? word(text) : translated;
}

bool ends_with_command(const std::string& text) {
    std::size_t i = text.size();
    while (i > 0 && is_letter(text[i - 1]))
        --i;
    return i < text.size() && i > 0 && text[i - 1] == '\\';
}

/// Puts texts side by side, with a space where a command would swallow a letter.
void append(std::string& left, const std::string& right) {
    if (!right.empty() && is_letter(right.front()) && ends_with_command(left)) left += ' ';
    left += right;
}

bool is_tall(const Notation& n) {
    return n.kind == Kind::fraction || n.kind == Kind::cases ||
           std::any_of(n.children.begin(), n.children.end(), is_tall);
}

std::string print(const Notation& n);

std::string in_braces(const Notation& n) {
    return "{" + print(n) + "}";
}

/// Something that takes an index: braces where TeX would see two indices in a row.
std::string indexed(const Notation& base, char mark, const Notation& index) {
    const bool braced = base.kind == Kind::superscript || base.kind == Kind::prime || base.kind == Kind::row;
    std::string result = braced ? in_braces(base) : print(base);
    const std::string text = print(index);
    result += mark;
    return result + (text.size() == 1 ? text : "{" + text + "}");
}

std::string print_fenced(const Notation& n) {
    const auto found = std::find_if(fences.begin(), fences.end(), [&](const Fences& f) { return f.text == n.text; });
    const Fences f = found == fences.end() ? fences.front() : *found;
    const bool tall = is_tall(n.children[0]);
    std::string result = (tall ? "\\left" : "") + std::string(f.open);
    append(result, print(n.children[0]));
    return result + (tall ? "\\right" : "") + std::string(f.close);
}

std::string print_row(const Notation& n) {
    std::string result;
    for (const Notation& child : n.children) {
        std::string text = print(child);
        // \tanh\!\left( closes the gap that \left leaves after a function.
        if (n.text == notation::function_application && text.starts_with("\\left")) text = "\\!" + text;
        append(result, text);
    }
    return result;
}

std::string print_cases(const Notation& n) {
    std::string result = "\\begin{cases}";
    for (std::size_t i = 0; i + 1 < n.children.size(); i += 2) {
        const Notation& condition = n.children[i + 1];
        result += (i > 0 ? "\\\\ " : " ") + print(n.children[i]) + " & ";
        result += condition.kind == Kind::upright ? "\\text{" + condition.text + "}" : print(condition);
    }
    return result + " \\end{cases}";
}

std::string print(const Notation& n) {
    switch (n.kind) {
    case Kind::identifier:
    case Kind::number:
    case Kind::prefix:
        return translate(n.text);
    case Kind::upright:
        return upright(n.text);
    case Kind::binary:
    case Kind::relation:
        return " " + translate(n.text) + " ";
    case Kind::punctuation:
        return n.text + " ";
    // The name of the function brings its own space.
    case Kind::space:
        return n.text == notation::function_application ? "" : "\\,";
    case Kind::row:
        return print_row(n);
    case Kind::fraction:
        return "\\frac" + in_braces(n.children[0]) + in_braces(n.children[1]);
    case Kind::superscript:
        return indexed(n.children[0], '^', n.children[1]);
    case Kind::subscript:
        return indexed(n.children[0], '_', n.children[1]);
    case Kind::radical:
        return "\\sqrt" + in_braces(n.children[0]);
    case Kind::fenced:
        return print_fenced(n);
    case Kind::cases:
        return print_cases(n);
    case Kind::prime:
        return print(n.children[0]) + "'";
    }
    return {};
}

} // namespace

std::string to_latex(const Notation& notation) {
    return print(notation);
}

std::string to_latex(const Expr& expr) {
    return to_latex(notate(expr));
}

} // namespace actlas::formula
