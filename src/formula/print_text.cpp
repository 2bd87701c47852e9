// Plain text with real symbols, for terminals, alternative texts and table cells.

#include "base/utf8.hpp"
#include "formula/notation.hpp"
#include "formula/notation_parts.hpp"
#include "formula/printers.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace actlas::formula {

namespace {

using Kind = Notation::Kind;

struct Raised {
    char32_t plain;
    char32_t raised;
};

/// Unicode's superscript forms of what exponents are made of.
constexpr std::array raised_forms{
    Raised{U'0', U'⁰'}, Raised{U'1', U'¹'}, Raised{U'2', U'²'}, Raised{U'3', U'³'}, Raised{U'4', U'⁴'},
    Raised{U'5', U'⁵'}, Raised{U'6', U'⁶'}, Raised{U'7', U'⁷'}, Raised{U'8', U'⁸'}, Raised{U'9', U'⁹'},
    Raised{U'+', U'⁺'}, Raised{U'−', U'⁻'}, Raised{U'(', U'⁽'}, Raised{U')', U'⁾'}, Raised{U'a', U'ᵃ'},
    Raised{U'b', U'ᵇ'}, Raised{U'c', U'ᶜ'}, Raised{U'd', U'ᵈ'}, Raised{U'e', U'ᵉ'}, Raised{U'g', U'ᵍ'},
    Raised{U'h', U'ʰ'}, Raised{U'j', U'ʲ'}, Raised{U'k', U'ᵏ'}, Raised{U'l', U'ˡ'}, Raised{U'm', U'ᵐ'},
    Raised{U'n', U'ⁿ'}, Raised{U'o', U'ᵒ'}, Raised{U'p', U'ᵖ'}, Raised{U'r', U'ʳ'}, Raised{U's', U'ˢ'},
    Raised{U't', U'ᵗ'}, Raised{U'u', U'ᵘ'}, Raised{U'v', U'ᵛ'}, Raised{U'w', U'ʷ'}, Raised{U'x', U'ˣ'},
    Raised{U'z', U'ᶻ'}, Raised{U'β', U'ᵝ'}, Raised{U'γ', U'ᵞ'}, Raised{U'θ', U'ᶿ'},
};

std::optional<std::string> raised(std::string_view text) {
    std::string result;
    for (const char32_t c : code_points(text)) {
        if (c == U' ') continue;
        const auto form =
            std::find_if(raised_forms.begin(), raised_forms.end(), [&](const Raised& r) { return r.plain == c; });
        if (form == raised_forms.end()) return std::nullopt;
        append_utf8(result, form->raised);
    }
    return result;
}

/// Unicode's subscript forms of the indices of vectors; there are none of most letters.
constexpr std::array lowered_forms{Raised{U'i', U'ᵢ'}, Raised{U'j', U'ⱼ'}, Raised{U'k', U'ₖ'}, Raised{U'l', U'ₗ'},
                                   Raised{U'm', U'ₘ'}, Raised{U'n', U'ₙ'}, Raised{U'+', U'₊'}};

std::string lowered(std::string_view text) {
    std::string result;
    for (const char32_t c : code_points(text)) {
        if (c == U' ') continue;
        if (c >= U'0' && c <= U'9') {
            append_utf8(result, U'₀' + (c - U'0'));
            continue;
        }
        const auto form =
            std::find_if(lowered_forms.begin(), lowered_forms.end(), [&](const Raised& r) { return r.plain == c; });
        if (form == lowered_forms.end()) return "_" + std::string(text);
        append_utf8(result, form->raised);
    }
    return result;
}

bool is_call(const Notation& n) {
    return n.kind == Kind::row && n.text == notation::function_application;
}

/// True of what holds together without parentheses below a fraction bar or under a root.
bool is_compact(const Notation& n) {
    const bool differential = n.kind == Kind::row && n.children.front().text == "∂";
    return is_call(n) || differential || (n.kind != Kind::row && n.kind != Kind::fraction && n.kind != Kind::cases);
}

bool is_sum(const Notation& n) {
    return n.kind == Kind::row && std::any_of(n.children.begin(), n.children.end(), [](const Notation& child) {
               return child.kind == Kind::binary && child.text != "·" && child.text != "×";
           });
}

std::string print(const Notation& n);

std::string grouped(const Notation& n, bool group) {
    return group ? "(" + print(n) + ")" : print(n);
}

std::string print_superscript(const Notation& n) {
    const std::string base = print(n.children[0]);
    const std::string exponent = print(n.children[1]);
    if (const auto small = raised(exponent)) return base + *small;
    return base + "^" + grouped(n.children[1], n.children[1].kind != Kind::fenced);
}

std::string print_cases(const Notation& n) {
    std::string result;
    for (std::size_t i = 0; i + 1 < n.children.size(); i += 2) {
        const bool last = i + 2 == n.children.size();
        if (i > 0) result += last ? ", else " : ", ";
        result += grouped(n.children[i], n.children[i].kind == Kind::cases);
        if (!last) result += " if " + print(n.children[i + 1]);
    }
    return result;
}

std::string print_fenced(const Notation& n) {
    const std::u32string fences = code_points(n.text);
    std::string result;
    append_utf8(result, fences.at(0));
    result += print(n.children[0]);
    append_utf8(result, fences.at(1));
    return result;
}

std::string print_space(const Notation& n) {
    return n.text == notation::invisible_times ? "·" : " ";
}

/// A case distinction beside other things needs parentheses in one line of text.
std::string print_row(const Notation& n) {
    std::string result;
    for (const Notation& child : n.children) {
        const bool beside = child.kind == Kind::cases && child.text.empty() && &child != &n.children.back();
        const bool factor = child.kind == Kind::cases && !result.empty() && !result.ends_with("= ");
        result += grouped(child, beside || factor);
    }
    return result;
}

std::string print(const Notation& n) {
    switch (n.kind) {
    case Kind::identifier:
    case Kind::upright:
    case Kind::number:
    case Kind::prefix:
        return n.text;
    case Kind::binary:
        return n.text == "·" ? n.text : " " + n.text + " ";
    case Kind::relation:
        return " " + n.text + " ";
    case Kind::punctuation:
        return n.text + " ";
    case Kind::space:
        return print_space(n);
    case Kind::row:
        return print_row(n);
    case Kind::fraction:
        return grouped(n.children[0], is_sum(n.children[0]) || n.children[0].kind == Kind::cases) + "/" +
               grouped(n.children[1], !is_compact(n.children[1]));
    case Kind::superscript:
        return print_superscript(n);
    case Kind::subscript:
        return print(n.children[0]) + lowered(print(n.children[1]));
    case Kind::radical:
        return "√" + grouped(n.children[0], !is_compact(n.children[0]) || is_call(n.children[0]));
    case Kind::fenced:
        return print_fenced(n);
    case Kind::cases:
        return print_cases(n);
    case Kind::prime:
        return print(n.children[0]) + "′";
    }
    return {};
}

} // namespace

std::string to_text(const Notation& notation) {
    return print(notation);
}

std::string to_text(const Expr& expr) {
    return to_text(notate(expr));
}

} // namespace actlas::formula
