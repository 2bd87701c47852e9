#pragma once

#include "formula/code.hpp"
#include "formula/code_layout.hpp"
#include "formula/printers.hpp"
#include "formula/spelling.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace actlas::formula {

/// How the language spells the primitive.
const Form& form_of(const Primitive& primitive, CodeLanguage language);

/// The module of the Python library's array functions: "np".
std::string array_module(CodeLanguage language);

/// The names in one piece of code.
struct CodeNames {
    std::map<std::string, std::string> parameters; ///< identifier of each parameter
    std::map<std::string, std::string> helpers;    ///< identifier of the helper of each primitive that has one
};

/// Prints formulas as expressions of a language.
class ExpressionPrinter {
public:
    ExpressionPrinter(CodeLanguage language, const CodeNames& names) : language_(language), names_(names) {}

    /// Subformulas that a local variable holds: a formula as source text, and the variable's name.
    void keep(std::string source, std::string variable) { kept_[std::move(source)] = std::move(variable); }

    /// True where a local variable holds the formula.
    bool is_kept(const Expr& expr) const;

    Layout expression(const Expr& expr) const { return at_least(expr, 0); }

    /// The value of a whole function: of the shape and type of x even where it does not depend on x.
    Layout value(const Expr& expr) const;

    /// "x > 0" for a choice.
    Layout condition(const Expr& choice) const;

    /// True where the expression is written as a Python call, whose parentheses let it break anywhere.
    static bool is_call(const Expr& expr) {
        return expr.kind() == Kind::call || (expr.kind() == Kind::choice && (depends_on_variable(expr.operand(0)) ||
                                                                             depends_on_variable(expr.operand(1))));
    }

private:
    /// How tightly the parts of an expression hold together.
    enum Level { conditional, sum, product, sign, power, atom };
    struct Part {
        Layout layout;
        int level = atom;
    };

    Layout at_least(const Expr& expr, int level) const;
    Part part(const Expr& expr) const;
    Part number(double value, bool floating) const;
    Part add(const Expr& expr) const;
    Part multiply(const Expr& expr) const;
    Part divide(const Expr& expr) const;
    Part raise(const Expr& expr) const;
    Part negate(const Expr& expr) const;
    Part call(const Expr& expr) const;
    Part choose(const Expr& expr) const;
    Layout filled(std::string_view form, const std::vector<Expr>& arguments, bool as_tensor) const;
    Layout branch(const Expr& expr, bool fill) const;
    Layout shaped(const Expr& expr) const;
    bool is_cpp() const { return language_ == CodeLanguage::cpp; }
    bool is_tensor_library() const { return language_ == CodeLanguage::torch || language_ == CodeLanguage::jax; }

    CodeLanguage language_;
    const CodeNames& names_;
    std::map<std::string, std::string, std::less<>> kept_;
};

} // namespace actlas::formula
