#include "formula/vector_formula.hpp"

#include "formula/parse_hints.hpp"
#include "formula/parser.hpp"
#include "formula/vector_primitive.hpp"

#include <algorithm>
#include <cmath>

namespace actlas::formula {

namespace {

/// Lengths in halves of x: 2 is as long as x; 0 is a number, which meets any vector.
constexpr int number_length = 0;

class LengthReader {
public:
    explicit LengthReader(std::string_view text) : text_(text) {}

    bool of_halves = false;

    int operator()(const Expr& expr) {
        if (expr.kind() == Kind::variable) return 2;
        if (const VectorPrimitive* const primitive = vector_primitive_of(expr)) return of_call(expr, *primitive);
        int length = number_length;
        for (const Expr& operand : expr.operands())
            length = meet(length, (*this)(operand));
        return length;
    }

private:
    [[noreturn]] void fail(const std::string& message, std::string hint = {}) const {
        throw ParseError(message, 0, text_.size(), std::move(hint));
    }

    int meet(int a, int b) const {
        if (a == number_length || b == number_length || a == b) return std::max(a, b);
        fail("vectors of different lengths meet in the formula", "a and b are half as long as x");
    }

    int of_call(const Expr& expr, const VectorPrimitive& primitive) {
        const std::string name = in_quotes(primitive.call.name);
        std::vector<int> lengths;
        for (std::size_t i = 0; i < expr.operands().size(); ++i) {
            const Expr& operand = expr.operand(i);
            lengths.push_back((*this)(operand));
            if (i >= primitive.vectors && depends_on_variable(operand))
                fail("the last argument of " + name + " may not depend on x");
            if (i < primitive.vectors && lengths.back() == number_length) fail(name + " takes a vector, not a number");
        }
        switch (primitive.length) {
        case Length::one:
            return number_length;
        case Length::half:
            if (lengths[0] % 2 != 0) fail("a half of a half is too short to be spoken of");
            of_halves = true;
            return lengths[0] / 2;
        case Length::twice:
            return 2 * meet(lengths[0], lengths[1]);
        case Length::same:
            break;
        }
        return lengths[0];
    }

    std::string_view text_;
};

bool divides(double group, std::size_t inputs) {
    return group >= 1 && std::floor(group) == group && group <= static_cast<double>(inputs) &&
           inputs % static_cast<std::size_t>(group) == 0;
}

std::string wrong_group(const Expr& expr, std::size_t inputs) {
    for (const Expr& operand : expr.operands()) {
        std::string wrong = wrong_group(operand, inputs);
        if (!wrong.empty()) return wrong;
    }
    const VectorPrimitive* const primitive = vector_primitive_of(expr);
    if (primitive == nullptr || expr.operands().size() < 2 || expr.operand(1).kind() != Kind::number) return {};
    const double size = expr.operand(1).node().value;
    if (primitive->op == VectorOp::top && !(size >= 0 && std::floor(size) == size))
        return "the number of components kept must be whole";
    const bool grouped = primitive->op == VectorOp::group_winner || primitive->op == VectorOp::sort_groups;
    if (grouped && !divides(size, inputs)) return "the size of the groups must divide the number of components";
    const bool threshold = primitive->op == VectorOp::simplex_threshold;
    return threshold && !(size > 0) ? "the exponent of the threshold must be positive" : "";
}

} // namespace

VectorFormula VectorFormula::parse(std::string_view text, std::span<const std::string> parameters) {
    Expr expr = parse_vector(text, parameters);
    LengthReader reader(text);
    const int length = reader(expr);
    if (!depends_on_variable(expr)) throw ParseError("the formula does not depend on x", 0, text.size());
    if (length > 4) throw ParseError("the value is more than twice as long as x", 0, text.size());
    const Size size = length == 0 ? Size::one : length == 1 ? Size::half : length == 2 ? Size::same : Size::twice;
    return {std::move(expr), size, reader.of_halves};
}

std::size_t VectorFormula::outputs(std::size_t inputs) const {
    switch (size_) {
    case Size::one:
        return 1;
    case Size::half:
        return inputs / 2;
    case Size::twice:
        return 2 * inputs;
    case Size::same:
        break;
    }
    return inputs;
}

VectorFormula VectorFormula::bound(std::span<const Binding> bindings) const {
    return {formula::bind(expr_, bindings), size_, of_halves_};
}

std::string VectorFormula::refusal(std::size_t inputs) const {
    if (inputs == 0) return "x must have a component";
    if (of_halves_ && inputs % 2 != 0) return "x must have an even number of components: its halves are a and b";
    return wrong_group(expr_, inputs);
}

} // namespace actlas::formula
