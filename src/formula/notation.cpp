#include "formula/notation.hpp"

#include "formula/notation_parts.hpp"
#include "formula/primitive.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace actlas::formula {

namespace notation {

namespace {

/// An exponent with more leaves than this is too long to be set above the line.
constexpr std::size_t longest_exponent = 9;

/// One term of a sum on paper; expm1(u) makes two of them.
struct Piece {
    bool negative = false;
    Notation written;
};

Notation minus() {
    return leaf(NKind::prefix, "−");
}
Notation times() {
    return leaf(NKind::space, invisible_times);
}

std::size_t leaves(const Notation& notation) {
    if (notation.children.empty()) return 1;
    std::size_t count = 0;
    for (const Notation& child : notation.children)
        count += leaves(child);
    return count;
}

/// 1 + u, with the numbers added up where u is exp(v) - 1 or its negative.
Expr one_plus(const Expr& u) {
    const bool negative = u.kind() == Kind::negate;
    const Expr& size = negative ? u.operand(0) : u;
    if (size.kind() != Kind::call || size.node().primitive->written != Written::exponential_minus)
        return Expr::add({Expr::number(1), u});
    const Expr power = Expr::call("exp", size.operands());
    return negative ? Expr::add({Expr::number(2), Expr::negate(power)}) : power;
}

bool holds(const Notation& notation, NKind kind) {
    return notation.kind == kind || std::any_of(notation.children.begin(), notation.children.end(),
                                                [&](const Notation& n) { return holds(n, kind); });
}

/// How many superscripts stand on one another.
std::size_t storeys(const Notation& notation) {
    std::size_t highest = 0;
    for (const Notation& child : notation.children)
        highest = std::max(highest, storeys(child));
    return highest + (notation.kind == NKind::superscript ? 1 : 0);
}

/// Takes the sign off a term: -2x/3 has the magnitude 2x/3.
Expr magnitude(const Expr& expr, bool& negative) {
    const auto& operands = expr.operands();
    if (expr.kind() == Kind::negate) {
        negative = !negative;
        return magnitude(operands[0], negative);
    }
    if (expr.kind() == Kind::number && std::signbit(expr.node().value)) {
        negative = !negative;
        return Expr::number(-expr.node().value);
    }
    if (expr.kind() != Kind::multiply && expr.kind() != Kind::divide) return expr;
    bool flipped = false;
    const Expr first = magnitude(operands[0], flipped);
    if (!flipped) return expr;
    negative = !negative;
    std::vector<Expr> rest = operands;
    rest[0] = first;
    if (expr.kind() == Kind::multiply && first.is_number(1)) rest.erase(rest.begin());
    return rest.size() == 1 ? rest.front() : expr.with_operands(std::move(rest));
}

class Writer {
public:
    explicit Writer(Fractions fractions) : fractions_(fractions) {}

    /// A whole formula: a sum with its signs.
    Notation sum(const Expr& expr) const {
        std::vector<Piece> pieces;
        collect(expr, false, pieces);
        std::vector<Notation> parts;
        for (Piece& piece : pieces) {
            if (!parts.empty()) {
                parts.push_back(leaf(NKind::binary, piece.negative ? "−" : "+"));
            } else if (piece.negative) {
                parts.push_back(minus());
            }
            parts.push_back(std::move(piece.written));
        }
        return row(std::move(parts));
    }

private:
    void collect(const Expr& expr, bool negative, std::vector<Piece>& pieces) const {
        if (expr.kind() == Kind::add) {
            for (const Expr& term : expr.operands())
                collect(term, negative, pieces);
            return;
        }
        const Expr term = magnitude(expr, negative);
        if (is_difference(term)) {
            // e^u − 1, and with a minus sign 1 − e^u.
            Piece function{negative, minuend(term)};
            Piece unit{!negative, number(1)};
            if (negative) std::swap(function, unit);
            pieces.push_back(std::move(function));
            pieces.push_back(std::move(unit));
        } else if (negative && term.kind() == Kind::multiply && is_difference(term.operand(0))) {
            // −(e^u − 1) y is written (1 − e^u) y.
            pieces.push_back({false, product(term, true)});
        } else if (term.kind() == Kind::add) {
            pieces.push_back({negative, negative ? parenthesised(sum(term)) : sum(term)});
        } else {
            pieces.push_back({negative, product(term)});
        }
    }

    static bool is_difference(const Expr& expr) {
        if (expr.kind() != Kind::call) return false;
        const Written written = expr.node().primitive->written;
        return written == Written::exponential_minus || written == Written::radical_minus;
    }

    Notation minuend(const Expr& expr) const {
        const Expr& u = expr.operand(0);
        if (expr.node().primitive->written == Written::exponential_minus) return exponential(u);
        return node(NKind::radical, {expression(Expr::add({Expr::number(1), u}))});
    }

    /// `flip` takes the first factor with the other sign.
    Notation product(const Expr& expr, bool flip = false) const {
        if (expr.kind() != Kind::multiply) return factor(expr);
        std::vector<Notation> parts;
        for (const Expr& operand : expr.operands()) {
            Notation next = flip && parts.empty() ? parenthesised(sum(Expr::negate(operand))) : factor(operand);
            if (!parts.empty()) {
                if (auto between = separator(parts.back(), next)) parts.push_back(std::move(*between));
            }
            parts.push_back(std::move(next));
        }
        return row(std::move(parts));
    }

    /// What stands between two factors: a dot between digits, a thin space beside functions, words and fractions.
    static std::optional<Notation> separator(const Notation& left, const Notation& right) {
        if (starts_with_digit(right)) return leaf(NKind::binary, "·");
        const auto wide = [](const Notation& n) {
            return n.text == function_application || n.kind == NKind::upright || n.kind == NKind::fraction ||
                   n.kind == NKind::cases ||
                   (n.kind == NKind::superscript && n.children[0].text == function_application);
        };
        if (wide(left) || (wide(right) && right.kind != NKind::fenced)) return times();
        return std::nullopt;
    }

    static bool starts_with_digit(const Notation& notation) {
        if (notation.kind == NKind::number) return true;
        const bool leads = notation.kind == NKind::row || notation.kind == NKind::superscript;
        return leads && starts_with_digit(notation.children.front());
    }

    /// A factor: in parentheses where it is a sum or carries a sign.
    Notation factor(const Expr& expr) const {
        bool negative = false;
        magnitude(expr, negative);
        const bool loose = negative || expr.kind() == Kind::add || expr.kind() == Kind::multiply || is_difference(expr);
        return loose ? parenthesised(sum(expr)) : atom(expr);
    }

    Notation atom(const Expr& expr) const {
        switch (expr.kind()) {
        case Kind::number:
            return number(expr.node().value);
        case Kind::variable:
            return leaf(NKind::identifier, "x");
        case Kind::parameter:
            return notate_parameter(expr.node().name);
        case Kind::constant:
            return leaf(NKind::identifier, expr.node().name == "pi" ? "π" : "e");
        case Kind::divide:
            return quotient(expr.operand(0), expr.operand(1));
        case Kind::power:
            return power(expr.operand(0), expr.operand(1));
        case Kind::call:
            return call(expr, std::nullopt);
        case Kind::choice:
            return cases(expr);
        case Kind::add:
        case Kind::multiply:
        case Kind::negate:
            break;
        }
        return sum(expr);
    }

    Notation quotient(const Expr& above, const Expr& below) const {
        if (fractions_ == Fractions::stacked) {
            return node(NKind::fraction, {expression(above, fractions_), expression(below, fractions_)});
        }
        Notation denominator = below.kind() == Kind::divide ? parenthesised(sum(below)) : factor(below);
        Notation numerator = above.kind() == Kind::multiply ? product(above) : factor(above);
        return row({std::move(numerator), leaf(NKind::prefix, "/"), std::move(denominator)});
    }

    Notation power(const Expr& base, const Expr& exponent) const {
        const Notation above = expression(exponent, Fractions::slashed);
        if (base.kind() == Kind::call) {
            const Written written = base.node().primitive->written;
            const bool whole = exponent.kind() == Kind::number && exponent.node().value >= 2;
            if (written == Written::function && whole && !is_log_of_function(base)) return call(base, above);
            if (written == Written::fenced) return superscript(atom(base), above);
            if (written == Written::exponential && whole) return exponential(multiple(exponent, base.operand(0)));
        }
        const bool simple = base.kind() == Kind::variable || base.kind() == Kind::parameter ||
                            base.kind() == Kind::constant ||
                            (base.kind() == Kind::number && !std::signbit(base.node().value));
        Notation below = atom(base);
        const bool plain = simple && below.kind != NKind::row && below.kind != NKind::superscript;
        return superscript(plain ? std::move(below) : parenthesised(expression(base, fractions_)), above);
    }

    /// n u with the sign in front, for (e^u)^n = e^(nu).
    static Expr multiple(const Expr& n, const Expr& u) {
        bool negative = false;
        const Expr size = magnitude(u, negative);
        const Expr result = Expr::multiply({n, size});
        return negative ? Expr::negate(result) : result;
    }

    static bool is_log_of_function(const Expr& call) {
        return call.node().primitive->symbol.find(' ') != std::string_view::npos;
    }

    Notation exponential(const Expr& u) const {
        Notation above = expression(u, Fractions::slashed);
        const bool fits = leaves(above) <= longest_exponent && storeys(above) <= 1 && !holds(above, NKind::fraction) &&
                          !holds(above, NKind::cases) && !holds(above, NKind::radical);
        if (fits) return superscript(leaf(NKind::identifier, "e"), std::move(above));
        return applied(leaf(NKind::upright, "exp"), parenthesised(expression(u, fractions_)));
    }

    /// A call; an exponent goes on the name of the function: tanh²(x).
    Notation call(const Expr& expr, const std::optional<Notation>& exponent) const {
        const Primitive& primitive = *expr.node().primitive;
        const auto& args = expr.operands();
        switch (primitive.written) {
        case Written::fenced:
            return node(NKind::fenced, {expression(args[0], fractions_)}, std::string(primitive.symbol));
        case Written::radical:
            return node(NKind::radical, {expression(args[0], fractions_)});
        case Written::exponential:
            return exponential(args[0]);
        case Written::exponential_minus:
        case Written::radical_minus:
            return sum(expr);
        case Written::log_plus:
            return applied(symbol(primitive.symbol), parenthesised(expression(one_plus(args[0]), fractions_)));
        case Written::indexed:
            return applied(node(NKind::subscript, {symbol(primitive.symbol), number(args[0].node().value)}),
                           parenthesised(expression(args[1], fractions_)));
        case Written::reduction:
            return reduction(primitive, args[0], args[1]);
        case Written::function:
            break;
        }
        std::vector<Notation> inside;
        for (const Expr& argument : args) {
            if (!inside.empty()) inside.push_back(leaf(NKind::punctuation, ","));
            inside.push_back(expression(argument, fractions_));
        }
        Notation arguments = parenthesised(row(std::move(inside)));
        if (is_log_of_function(expr)) {
            const std::size_t cut = primitive.symbol.find(' ');
            return applied(symbol(primitive.symbol.substr(0, cut)),
                           row({leaf(NKind::space, function_application),
                                applied(symbol(primitive.symbol.substr(cut + 1)), std::move(arguments))}));
        }
        Notation name = symbol(primitive.symbol);
        return applied(exponent ? superscript(std::move(name), *exponent) : std::move(name), std::move(arguments));
    }

    /// ∑ⱼ uⱼ. vector_notation.cpp gives the call its index as a second argument.
    Notation reduction(const Primitive& primitive, const Expr& term, const Expr& index) const {
        return row({node(NKind::subscript, {symbol(primitive.symbol), notate_parameter(index.node().name)}),
                    leaf(NKind::space, function_application),
                    term.kind() == Kind::multiply ? product(term) : factor(term)});
    }

    Fractions fractions_;
};

} // namespace

Notation expression(const Expr& expr, Fractions fractions) {
    return Writer(fractions).sum(expr);
}

} // namespace notation

Notation notate(const Expr& expr) {
    return notation::expression(expr);
}

Notation notate_definition(const Expr& expr, int order) {
    using namespace notation;
    Notation f = leaf(NKind::identifier, "f");
    if (order > 3) {
        f = superscript(std::move(f), parenthesised(number(order)));
    } else {
        for (int i = 0; i < order; ++i)
            f = node(NKind::prime, {std::move(f)});
    }
    std::vector<Notation> parts{applied(std::move(f), parenthesised(leaf(NKind::identifier, "x"))),
                                leaf(NKind::relation, "="), notate(expr)};
    return row(std::move(parts));
}

Notation with_otherwise(Notation notation, const std::string& word) {
    if (notation.kind == Notation::Kind::upright && notation.text == notation::otherwise_word) notation.text = word;
    for (Notation& child : notation.children)
        child = with_otherwise(std::move(child), word);
    return notation;
}

} // namespace actlas::formula
