#include "formula/code_expression.hpp"

#include "base/number.hpp"
#include "formula/evaluator.hpp"
#include "formula/primitive.hpp"
#include "formula/printers.hpp"
#include "formula/relation.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace actlas::formula {

namespace {

Layout list(std::vector<Layout> parts) {
    return {Layout::Kind::list, std::move(parts)};
}
Layout nest(std::vector<Layout> parts) {
    return {Layout::Kind::nest, std::move(parts)};
}
Layout group(std::vector<Layout> parts) {
    return {Layout::Kind::group, std::move(parts)};
}

/// name(a, b, ...); in Python with a comma at the end where each argument has a line of its own.
Layout call_of(std::string head, std::vector<Layout> arguments, bool comma) {
    std::vector<Layout> inside{Layout::cut()};
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const bool last = i + 1 == arguments.size();
        inside.push_back(last ? std::move(arguments[i]) : list({std::move(arguments[i]), ","}));
        if (!last) inside.push_back(Layout::space());
    }
    if (comma) inside.push_back(Layout::only_broken(","));
    return group({std::move(head) + "(", nest(std::move(inside)), Layout::cut(), ")"});
}

bool is_negative_number(const Expr& expr) {
    return expr.kind() == Kind::number && std::signbit(expr.node().value);
}

bool is_constant(const Expr& expr) {
    return !depends_on_variable(expr) && parameters_of(expr).empty();
}

/// Nothing but numbers.
bool is_arithmetic(const Expr& expr) {
    return expr.kind() == Kind::number || (!expr.operands().empty() && expr.kind() != Kind::call &&
                                           std::all_of(expr.operands().begin(), expr.operands().end(), is_arithmetic));
}

/// Python's math has every function in a constant.
bool has_math(const Expr& expr) {
    if (expr.kind() == Kind::choice) return false;
    if (expr.kind() == Kind::call && expr.node().primitive->code->math.empty()) return false;
    return std::all_of(expr.operands().begin(), expr.operands().end(), has_math);
}

bool depends(const Expr& expr) {
    return depends_on_variable(expr);
}

/// The term without the minus sign that it begins with, if it does.
std::optional<Expr> without_minus(const Expr& term) {
    if (term.kind() == Kind::negate) return term.operand(0);
    if (is_negative_number(term)) return Expr::number(-term.node().value);
    if (term.kind() == Kind::multiply || term.kind() == Kind::divide) {
        if (auto first = without_minus(term.operand(0))) {
            std::vector<Expr> operands = term.operands();
            operands[0] = std::move(*first);
            return term.with_operands(std::move(operands));
        }
    }
    return std::nullopt;
}

} // namespace

const Form& form_of(const Primitive& primitive, CodeLanguage language) {
    switch (language) {
    case CodeLanguage::numpy:
        return primitive.code->numpy;
    case CodeLanguage::torch:
        return primitive.code->torch;
    case CodeLanguage::jax:
        return primitive.code->jax;
    case CodeLanguage::cpp:
        break;
    }
    return primitive.code->cpp;
}

std::string array_module(CodeLanguage language) {
    if (language == CodeLanguage::numpy) return "np";
    return language == CodeLanguage::torch ? "torch" : "jnp";
}

bool ExpressionPrinter::is_kept(const Expr& expr) const {
    return !kept_.empty() && kept_.contains(to_source(expr));
}

Layout ExpressionPrinter::at_least(const Expr& expr, int level) const {
    Part printed = part(expr);
    if (printed.level >= level) return std::move(printed.layout);
    return group({"(", nest({Layout::cut(), std::move(printed.layout)}), Layout::cut(), ")"});
}

ExpressionPrinter::Part ExpressionPrinter::part(const Expr& expr) const {
    if (!kept_.empty()) {
        const auto variable = kept_.find(to_source(expr));
        if (variable != kept_.end()) return {variable->second};
    }
    switch (expr.kind()) {
    case Kind::number:
        return number(expr.node().value, false);
    case Kind::variable:
        return {"x"};
    case Kind::parameter:
        return {names_.parameters.at(expr.node().name)};
    case Kind::constant:
        if (is_cpp()) return number(Evaluator(expr)(0), true);
        return {(is_tensor_library() ? "math." : "np.") + expr.node().name};
    case Kind::add:
        return add(expr);
    case Kind::multiply:
        return multiply(expr);
    case Kind::divide:
        return divide(expr);
    case Kind::power:
        return raise(expr);
    case Kind::negate:
        return negate(expr);
    case Kind::call:
        return call(expr);
    case Kind::choice:
        break;
    }
    return choose(expr);
}

ExpressionPrinter::Part ExpressionPrinter::number(double value, bool floating) const {
    if (!std::isfinite(value)) {
        const std::string name = std::isnan(value) ? "nan" : "inf";
        const std::string text = is_cpp() ? (std::isnan(value) ? "NAN" : "HUGE_VAL") : "float(\"" + name + "\")";
        return value < 0 ? Part{"-" + text, sign} : Part{text};
    }
    std::string text = shortest(value);
    // Integers that a C++ int or a tensor library cannot hold are better written as what they are.
    constexpr double large = 1e9;
    const bool whole = text.find_first_of(".e") == std::string::npos;
    if (whole && (floating || std::fabs(value) >= large)) text += ".0";
    return {text, std::signbit(value) ? sign : atom};
}

ExpressionPrinter::Part ExpressionPrinter::add(const Expr& expr) const {
    std::vector<Layout> parts;
    for (const Expr& term : expr.operands()) {
        if (parts.empty()) {
            parts.push_back(at_least(term, product));
            continue;
        }
        const std::optional<Expr> positive = is_kept(term) ? std::nullopt : without_minus(term);
        parts.push_back(Layout::space());
        parts.push_back(positive ? "- " : "+ ");
        parts.push_back(at_least(positive ? *positive : term, product));
    }
    return {group(std::move(parts)), sum};
}

ExpressionPrinter::Part ExpressionPrinter::multiply(const Expr& expr) const {
    std::vector<Layout> rest; // indented, so that in a sum it is seen to belong to the term
    for (std::size_t i = 1; i < expr.operands().size(); ++i) {
        rest.push_back(Layout::space());
        rest.push_back("* ");
        rest.push_back(at_least(expr.operand(i), power));
    }
    return {group({at_least(expr.operand(0), product), nest(std::move(rest))}), product};
}

ExpressionPrinter::Part ExpressionPrinter::divide(const Expr& expr) const {
    const Expr& numerator = expr.operand(0);
    // In C++ a quotient of whole numbers would be rounded towards zero.
    const Layout top = is_cpp() && is_arithmetic(numerator) ? number(Evaluator(numerator)(0), true).layout
                                                            : at_least(numerator, product);
    return {group({top, Layout::space(), "/ ", at_least(expr.operand(1), power)}), product};
}

ExpressionPrinter::Part ExpressionPrinter::raise(const Expr& expr) const {
    const Expr &base = expr.operand(0), &given = expr.operand(1);
    const Expr exponent = is_arithmetic(given) ? Expr::number(Evaluator(given)(0)) : given;
    if (!is_cpp()) {
        const Layout lower = at_least(base, atom);
        const Layout upper = at_least(exponent, sign);
        const auto simple = [](const Layout& layout) { return layout.kind == Layout::Kind::text; };
        const char* const between = simple(lower) && simple(upper) ? "**" : " ** ";
        return {list({lower, between, upper}), power};
    }
    const double n = exponent.kind() == Kind::number ? exponent.node().value : 0;
    const Layout factor = at_least(base, atom);
    if (factor.kind == Layout::Kind::text && (n == 2 || n == 3 || n == 4)) {
        std::vector<Layout> parts{factor};
        for (int i = 1; i < static_cast<int>(n); ++i)
            parts.insert(parts.end(), {" * ", factor});
        return {list(std::move(parts)), product};
    }
    return {call_of("std::pow", {expression(base), expression(exponent)}, false)};
}

ExpressionPrinter::Part ExpressionPrinter::negate(const Expr& expr) const {
    const Expr& operand = expr.operand(0);
    const bool is_product = operand.kind() == Kind::multiply || operand.kind() == Kind::divide;
    const bool inner_sign = without_minus(operand).has_value();
    Part inner = inner_sign ? Part{at_least(operand, atom)} : Part{at_least(operand, is_product ? product : power)};
    return {list({"-", std::move(inner.layout)}), is_product && !inner_sign ? product : sign};
}

/// The arguments in the places of the form. Where a place is not a whole argument, what fills it is bracketed.
Layout ExpressionPrinter::filled(std::string_view form, const std::vector<Expr>& arguments, bool as_tensor) const {
    const std::size_t open = form.find('(');
    const std::string head(form.substr(0, open));
    std::string_view rest = form.substr(open + 1, form.rfind(')') - open - 1);
    std::vector<Layout> parts;
    std::vector<Layout> current;
    std::size_t depth = 0;
    std::string plain;
    const auto flush = [&] {
        if (!plain.empty()) current.emplace_back(std::exchange(plain, {}));
    };
    for (std::size_t i = 0; i < rest.size(); ++i) {
        if (rest[i] == '(') ++depth;
        if (rest[i] == ')') --depth;
        if (rest[i] == ',' && depth == 0) {
            flush();
            parts.push_back(list(std::exchange(current, {})));
            ++i; // the blank behind it
        } else if (rest[i] == '{') {
            flush();
            const bool starts = i == 0 || rest[i - 1] == '(' || rest[i - 1] == '=' || rest.substr(0, i).ends_with(", ");
            const bool ends = i + 3 == rest.size() || rest[i + 3] == ',' || rest[i + 3] == ')';
            Layout argument = at_least(arguments.at(static_cast<std::size_t>(rest[i + 1] - '0')),
                                       starts && ends ? conditional : power);
            current.push_back(as_tensor ? call_of("torch.as_tensor", {std::move(argument)}, true)
                                        : std::move(argument));
            i += 2;
        } else {
            plain += rest[i];
        }
    }
    flush();
    parts.push_back(list(std::move(current)));
    return call_of(head, std::move(parts), !is_cpp());
}

ExpressionPrinter::Part ExpressionPrinter::call(const Expr& expr) const {
    const Primitive& primitive = *expr.node().primitive;
    std::vector<Expr> arguments = expr.operands();
    if (is_tensor_library() && is_constant(expr)) {
        if (has_math(expr)) return {filled(primitive.code->math, arguments, false)};
        return number(Evaluator(expr)(0), false);
    }
    const Form& form = form_of(primitive, language_);
    std::string_view text = form.call;
    if (!form.helper.empty()) {
        const std::string& name = names_.helpers.at(std::string(primitive.name));
        const bool as_tensor = language_ == CodeLanguage::torch && !depends(expr);
        return {filled(name + std::string(text.substr(text.find('('))), arguments, as_tensor)};
    }
    if (language_ == CodeLanguage::torch && arguments.size() > 1) {
        // torch.maximum wants two tensors, torch.clamp takes a tensor first and then numbers.
        if (primitive.name == "clamp" && (depends(arguments[1]) || depends(arguments[2]) || !depends(arguments[0])))
            return part(Expr::call("min", {Expr::call("max", {arguments[0], arguments[1]}), arguments[2]}));
        if (arguments.size() == 2 && !form.with_numbers.empty()) {
            if (!depends(arguments[0]) && depends(arguments[1])) std::swap(arguments[0], arguments[1]);
            if (depends(arguments[0]) && !depends(arguments[1])) text = form.with_numbers;
        }
    }
    return {filled(text, arguments, language_ == CodeLanguage::torch && !depends(expr))};
}

Layout ExpressionPrinter::condition(const Expr& choice) const {
    return list({at_least(choice.operand(0), sum), " " + std::string(symbol(choice.node().relation)) + " ",
                 at_least(choice.operand(1), sum)});
}

/// A value that does not depend on x in the shape and type of x.
Layout ExpressionPrinter::shaped(const Expr& expr) const {
    const bool numpy = language_ == CodeLanguage::numpy;
    std::vector<Layout> arguments{"x"};
    std::string function = array_module(language_);
    if (expr.is_number(0) || expr.is_number(1)) {
        function += expr.is_number(0) ? ".zeros_like" : ".ones_like";
    } else if (numpy || is_constant(expr)) {
        function += ".full_like";
        arguments.push_back(expression(expr));
    } else { // keeps a parameter that is itself a tensor
        return list({at_least(expr, power), " * " + function + ".ones_like(x)"});
    }
    if (numpy) arguments.emplace_back("dtype=float");
    return call_of(std::move(function), std::move(arguments), true);
}

Layout ExpressionPrinter::value(const Expr& expr) const {
    return is_cpp() || depends(expr) ? expression(expr) : shaped(expr);
}

/// `fill`: no other branch brings the shape and type of x.
Layout ExpressionPrinter::branch(const Expr& expr, bool fill) const {
    if (!fill) return expression(expr);
    if (is_tensor_library()) return shaped(expr);
    return expr.kind() == Kind::number ? number(expr.node().value, true).layout : expression(expr);
}

ExpressionPrinter::Part ExpressionPrinter::choose(const Expr& expr) const {
    const Expr &then = expr.operand(2), &otherwise = expr.operand(3);
    if (is_cpp())
        return {group({condition(expr), Layout::space(), "? ", at_least(then, sum), Layout::space(), ": ",
                       expression(otherwise)}),
                conditional};
    if (!depends(expr.operand(0)) && !depends(expr.operand(1)))
        return {group({at_least(then, sum), Layout::space(), "if ", condition(expr), Layout::space(), "else ",
                       expression(otherwise)}),
                conditional};
    const bool fill = !depends(then) && !depends(otherwise);
    // One of the two is enough to settle the type.
    const bool first = fill && (then.kind() == Kind::number || otherwise.kind() != Kind::number);
    const bool both = language_ == CodeLanguage::numpy;
    return {call_of(
        array_module(language_) + ".where",
        {condition(expr), branch(then, fill && (first || both)), branch(otherwise, fill && (!first || both))}, true)};
}

} // namespace actlas::formula
