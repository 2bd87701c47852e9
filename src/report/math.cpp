#include "report/math.hpp"

#include "base/diagnostic.hpp"
#include "formula/parser.hpp"
#include "formula/primitive.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace actlas::report {
namespace {

using formula::Notation;

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> relations{
    {{"≈", "≈"}, {"<=", "≤"}, {">=", "≥"}, {"=", "="}, {"<", "<"}, {">", ">"}}};

bool starts_name(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}
bool in_name(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = std::min(text.find_first_not_of(' '), text.size());
    return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

/// Numbers printed for people as the formula language spells them: "−2 × 10⁻⁷" as "-2*10^-7".
std::string spelled(std::string_view text) {
    constexpr std::array<std::string_view, 10> raised{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string out(text);
    const auto replace = [&out](std::string_view from, std::string_view to) {
        for (std::size_t at = out.find(from); at != std::string::npos; at = out.find(from, at))
            out.replace(at, from.size(), to);
    };
    replace("\u00A0", " ");
    replace(" × 10", "*10^");
    replace("⁻", "-");
    for (std::size_t digit = 0; digit < raised.size(); ++digit)
        replace(raised[digit], std::to_string(digit));
    replace("\u2212", "-");
    replace("\u202F", "");
    return out;
}

/// Names that the formula language does not know: here they are variables.
std::vector<std::string> free_names(std::string_view text) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < text.size();) {
        if (!starts_name(text[i])) {
            // The e of 1e-5 is no name.
            if (std::isdigit(static_cast<unsigned char>(text[i])) != 0)
                while (i < text.size() && in_name(text[i]))
                    ++i;
            else
                ++i;
            continue;
        }
        std::size_t end = i;
        while (end < text.size() && in_name(text[end]))
            ++end;
        std::string name(text.substr(i, end - i));
        const bool known =
            name == "x" || name == "pi" || name == "e" || name == "if" || formula::find_primitive(name) != nullptr;
        if (!known && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
        i = end;
    }
    return names;
}

Notation expression(std::string_view text) {
    const auto names = free_names(text);
    return formula::notate(formula::parse(text, names));
}

/// An argument; one that ends in "+" or "-" is the limit from that side, as in f(0+).
Notation side_of(std::string_view text) {
    if (text.empty() || (text.back() != '+' && text.back() != '-')) return expression(text);
    Notation sign{Notation::Kind::prefix, text.back() == '+' ? "+" : "\u2212", {}};
    return {Notation::Kind::superscript, "", {expression(text.substr(0, text.size() - 1)), std::move(sign)}};
}

/// "f(z)", "sigma''(x)": a name that is no primitive, primes, and parentheses round all the rest.
std::optional<Notation> application(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && in_name(text[end]))
        ++end;
    const std::string name(text.substr(0, end));
    std::size_t primes = 0;
    while (end < text.size() && text[end] == '\'')
        ++end, ++primes;
    if (name.empty() || !starts_name(name[0]) || end >= text.size() || text[end] != '(' || text.back() != ')')
        return std::nullopt;
    if (primes == 0 && formula::find_primitive(name) != nullptr) return std::nullopt;
    int depth = 0;
    for (std::size_t i = end; i < text.size(); ++i) {
        depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
        if (depth == 0 && i + 1 < text.size()) return std::nullopt;
    }
    Notation head = formula::notate_parameter(name);
    for (std::size_t i = 0; i < primes; ++i)
        head = Notation{Notation::Kind::prime, "", {std::move(head)}};
    Notation argument{Notation::Kind::fenced, "()", {side_of(text.substr(end + 1, text.size() - end - 2))}};
    return Notation{Notation::Kind::row, "", {std::move(head), std::move(argument)}};
}

Notation side(std::string_view text) {
    text = trimmed(text);
    if (text.size() > 2 && text.front() == '|' && text.back() == '|')
        return Notation{Notation::Kind::fenced, "||", {side(text.substr(1, text.size() - 2))}};
    constexpr double infinite = std::numeric_limits<double>::infinity();
    if (text == "∞" || text == "-∞") // no number of the formula language
        return formula::notate(formula::Expr::number(text == "∞" ? infinite : -infinite));
    if (auto applied = application(text)) return *std::move(applied);
    return expression(text);
}

} // namespace

Notation prose_math(std::string_view written) {
    const std::string text = spelled(written);
    Notation row{Notation::Kind::row, "", {}};
    try {
        std::size_t begin = 0;
        int depth = 0;
        for (std::size_t i = 0; i < text.size();) {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            const auto relation = std::find_if(relations.begin(), relations.end(), [&](const auto& candidate) {
                return depth == 0 && std::string_view(text).substr(i).starts_with(candidate.first);
            });
            if (relation == relations.end()) {
                ++i;
                continue;
            }
            row.children.push_back(side(std::string_view(text).substr(begin, i - begin)));
            row.children.push_back({Notation::Kind::relation, std::string(relation->second), {}});
            begin = i += relation->first.size();
        }
        row.children.push_back(side(std::string_view(text).substr(begin)));
    } catch (const formula::ParseError& error) {
        throw InputError(Diagnostic{Diagnostic::Severity::error,
                                    fmt::format("the mathematics \"{}\" in a template: {}", written, error.what()),
                                    std::nullopt, error.hint()});
    }
    return row.children.size() == 1 ? std::move(row.children.front()) : row;
}

} // namespace actlas::report
