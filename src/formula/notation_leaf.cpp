// Numbers and symbols.

#include "base/ascii.hpp"
#include "formula/notation_parts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace actlas::formula {

namespace notation {

namespace {

/// Powers of ten from which a number is written with an exponent, as people do: 0.0001, but 10⁻⁵.
constexpr int lowest_plain_exponent = -4;
constexpr int highest_plain_exponent = 15;

struct Greek {
    std::string_view name;
    std::string_view letter;
};

/// "lambd" and "lambda_" are what Python programs call lambda.
constexpr std::array greek{
    Greek{"alpha", "α"}, Greek{"beta", "β"},   Greek{"gamma", "γ"}, Greek{"delta", "δ"},   Greek{"epsilon", "ε"},
    Greek{"eps", "ε"},   Greek{"zeta", "ζ"},   Greek{"eta", "η"},   Greek{"theta", "θ"},   Greek{"iota", "ι"},
    Greek{"kappa", "κ"}, Greek{"lambda", "λ"}, Greek{"lambd", "λ"}, Greek{"lambda_", "λ"}, Greek{"mu", "μ"},
    Greek{"nu", "ν"},    Greek{"xi", "ξ"},     Greek{"rho", "ρ"},   Greek{"sigma", "σ"},   Greek{"tau", "τ"},
    Greek{"phi", "φ"},   Greek{"chi", "χ"},    Greek{"psi", "ψ"},   Greek{"omega", "ω"},
};

/// A single letter, Greek or Latin; "" for a word.
std::string single_letter(std::string_view name) {
    const auto found = std::find_if(greek.begin(), greek.end(), [&](const Greek& g) { return g.name == name; });
    if (found != greek.end()) return std::string(found->letter);
    return name.size() == 1 ? std::string(name) : std::string();
}

} // namespace

Notation number(double magnitude) {
    if (std::isinf(magnitude)) return leaf(NKind::number, "∞");
    std::array<char, 32> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), magnitude, std::chars_format::scientific).ptr;
    const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const std::size_t e = text.find('e');
    int exponent = 0;
    if (e != std::string_view::npos) {
        const std::string_view power = text.substr(text[e + 1] == '+' ? e + 2 : e + 1);
        std::from_chars(power.data(), power.data() + power.size(), exponent);
    }
    if (exponent >= lowest_plain_exponent && exponent < highest_plain_exponent) {
        std::array<char, 64> plain{};
        const auto stop =
            std::to_chars(plain.data(), plain.data() + plain.size(), magnitude, std::chars_format::fixed).ptr;
        return leaf(NKind::number, std::string(plain.data(), stop));
    }
    Notation power = leaf(NKind::number, std::to_string(std::abs(exponent)));
    if (exponent < 0) power = row({leaf(NKind::prefix, "−"), std::move(power)});
    Notation ten = superscript(leaf(NKind::number, "10"), std::move(power));
    const std::string mantissa(text.substr(0, e));
    if (mantissa == "1") return ten;
    return row({leaf(NKind::number, mantissa), leaf(NKind::binary, "×"), std::move(ten)});
}

Notation symbol(std::string_view text) {
    const bool italic = text.size() == 1 || text == "σ" || text == "φ";
    return leaf(italic ? NKind::identifier : NKind::upright, std::string(text));
}

} // namespace notation

Notation notate_parameter(const std::string& name) {
    using namespace notation;
    if (const std::string letter = single_letter(name); !letter.empty()) return leaf(NKind::identifier, letter);
    std::size_t cut = name.size();
    while (cut > 0 && is_digit(name[cut - 1]))
        --cut;
    std::string index = name.substr(cut);
    if (index.empty()) {
        cut = std::min(name.find('_'), name.size());
        index = name.substr(std::min(cut + 1, name.size()));
    }
    const std::string stem = name.substr(0, cut > 0 && name[cut - 1] == '_' ? cut - 1 : cut);
    const std::string letter = single_letter(stem);
    if (letter.empty() || index.empty()) return leaf(NKind::upright, name);
    const bool digits = std::all_of(index.begin(), index.end(), is_digit);
    const NKind kind = digits ? NKind::number : index.size() == 1 ? NKind::identifier : NKind::upright;
    return node(NKind::subscript, {leaf(NKind::identifier, letter), leaf(kind, index)});
}

} // namespace actlas::formula
