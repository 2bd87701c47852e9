// The formula language itself: the inverse of parser.cpp, with as few parentheses as that reads back to the same tree.

#include "base/number.hpp"
#include "formula/primitive.hpp"
#include "formula/printers.hpp"
#include "formula/relation.hpp"

#include <cmath>

namespace actlas::formula {

namespace {

std::string sum(const Expr& expr);

std::string parenthesised(const Expr& expr) {
    return "(" + sum(expr) + ")";
}

bool is_negative_number(const Expr& expr) {
    return expr.kind() == Kind::number && std::signbit(expr.node().value);
}

/// The leftmost part of a product or quotient.
const Expr& leading(const Expr& expr) {
    return expr.kind() == Kind::multiply || expr.kind() == Kind::divide ? leading(expr.operand(0)) : expr;
}

/// What needs no parentheses anywhere.
std::string atom(const Expr& expr) {
    const Expr::Node& node = expr.node();
    switch (expr.kind()) {
    case Kind::number:
        return is_negative_number(expr) ? "(" + shortest(node.value) + ")" : shortest(node.value);
    case Kind::variable:
        return "x";
    case Kind::parameter:
    case Kind::constant:
        return node.name;
    case Kind::call: {
        std::string result(node.primitive->name);
        for (std::size_t i = 0; i < node.operands.size(); ++i)
            result += (i == 0 ? "(" : ", ") + sum(node.operands[i]);
        return result + ")";
    }
    case Kind::choice:
        return "if(" + sum(node.operands[0]) + " " + std::string(symbol(node.relation)) + " " + sum(node.operands[1]) +
               ", " + sum(node.operands[2]) + ", " + sum(node.operands[3]) + ")";
    case Kind::add:
    case Kind::multiply:
    case Kind::divide:
    case Kind::power:
    case Kind::negate:
        break;
    }
    return parenthesised(expr);
}

/// An operand of * or /, other than the first.
std::string factor(const Expr& expr) {
    if (expr.kind() != Kind::power) return atom(expr);
    const Expr& exponent = expr.operand(1);
    return atom(expr.operand(0)) + "^" +
           (is_negative_number(exponent) ? shortest(exponent.node().value) : factor(exponent));
}

/// A term of a sum. A leading number may carry its sign.
std::string term(const Expr& expr) {
    const auto first = [&](bool nests) {
        const Expr& operand = expr.operand(0);
        if (operand.kind() == Kind::divide || (nests && operand.kind() == Kind::multiply)) return term(operand);
        return is_negative_number(operand) ? shortest(operand.node().value) : factor(operand);
    };
    switch (expr.kind()) {
    case Kind::number:
        return shortest(expr.node().value);
    case Kind::multiply: {
        std::string result = first(false);
        for (std::size_t i = 1; i < expr.operands().size(); ++i)
            result += "*" + factor(expr.operand(i));
        return result;
    }
    case Kind::divide:
        return first(true) + "/" + factor(expr.operand(1));
    case Kind::negate: {
        // "-3*x" would read as the number -3 times x.
        const Expr& operand = expr.operand(0);
        const Kind lead = leading(operand).kind();
        const bool ambiguous = lead == Kind::number || operand.kind() == Kind::negate || operand.kind() == Kind::add;
        return "-" + (ambiguous ? parenthesised(operand) : term(operand));
    }
    case Kind::variable:
    case Kind::parameter:
    case Kind::constant:
    case Kind::add:
    case Kind::power:
    case Kind::call:
    case Kind::choice:
        break;
    }
    return factor(expr);
}

std::string sum(const Expr& expr) {
    if (expr.kind() != Kind::add) return term(expr);
    std::string result;
    for (const Expr& operand : expr.operands()) {
        std::string text = term(operand);
        if (result.empty()) {
            result = std::move(text);
        } else if (text.front() == '-') {
            result += " - " + text.substr(1);
        } else {
            result += " + " + text;
        }
    }
    return result;
}

} // namespace

std::string to_source(const Expr& expr) {
    return sum(expr);
}

} // namespace actlas::formula
