// Formulas as complete pieces of code: imports, helpers, the function, its derivative.

#include "base/ascii.hpp"
#include "base/number.hpp"
#include "formula/code.hpp"
#include "formula/code_expression.hpp"
#include "formula/code_guard.hpp"
#include "formula/code_loops.hpp"
#include "formula/code_shared.hpp"
#include "formula/primitive.hpp"
#include "formula/printers.hpp"

#include <algorithm>
#include <array>

namespace actlas::formula {

namespace {

constexpr std::size_t width = 72; // what half a wide page holds
/// Nodes; a derivative may be much longer than its function, and longer ones nobody would read or type.
constexpr std::size_t longest_derivative = 5000;

constexpr std::string_view indentation = "    ";

bool is_word(char c) {
    return is_letter_or_digit(c) || c == '_';
}

/// True where the code uses a name that begins like this ("math."), not only as the end of a longer one.
bool uses(std::string_view code, std::string_view start) {
    for (std::size_t at = code.find(start); at != std::string_view::npos; at = code.find(start, at + 1))
        if (at == 0 || (!is_word(code[at - 1]) && code[at - 1] != '.')) return true;
    return false;
}

/// The code with one identifier renamed.
std::string renamed(std::string_view code, std::string_view from, std::string_view to) {
    std::string result;
    for (std::size_t i = 0; i < code.size();) {
        std::size_t end = i + 1;
        if (is_word(code[i])) {
            while (end < code.size() && is_word(code[end]))
                ++end;
            const std::string_view word = code.substr(i, end - i);
            const bool member = i > 0 && (code[i - 1] == '.' || code[i - 1] == ':');
            result += word == from && !member ? to : word;
        } else {
            result += code[i];
        }
        i = end;
    }
    return result;
}

/// -(2 u) for (-2) u, so that 2 u is seen to be the same in both.
Expr with_signs_outside(const Expr& expr) {
    if (expr.operands().empty()) return expr;
    std::vector<Expr> operands;
    for (const Expr& operand : expr.operands())
        operands.push_back(with_signs_outside(operand));
    const Expr& first = operands.front();
    if (expr.kind() == Kind::multiply && first.kind() == Kind::number && first.node().value < 0) {
        operands.front() = Expr::number(-first.node().value);
        return Expr::negate(expr.with_operands(std::move(operands)));
    }
    return expr.with_operands(std::move(operands));
}

class CodePrinter {
public:
    CodePrinter(const CodeOrder& order, CodeLanguage language, const CodeComments& comments)
        : order_(order), language_(language), comments_(comments) {
        function_name_ = code_identifier(order.name, language);
        derivative_name_ = code_identifier(order.name + "_derivative", language);
        native_name_ = code_identifier(order.name + "_native", language);
        for (const Binding& parameter : order.parameters) {
            const std::string name = unused(code_identifier(parameter.name, language, NameOf::variable));
            taken_.insert(name);
            names_.parameters[parameter.name] = name;
        }
    }

    std::string print() {
        const Prepared function = order_.of_vectors ? Prepared{order_.function, {}} : prepare(order_.function);
        const bool is_short = node_count(order_.derivative) <= longest_derivative;
        const Prepared derivative = prepare(is_short && !order_.of_vectors ? order_.derivative : Expr::number(0));
        // The function may be a helper under its own name.
        const Primitive* const same = itself(function.expr);
        taken_.insert({function_name_, derivative_name_, native_name_});
        add_helpers(function.expr, same);
        add_helpers(derivative.expr, same);

        std::string code = native();
        for (const std::string& helper : helpers_)
            add_block(code, helper);
        const bool in_loops = order_.of_vectors && is_cpp();
        if (same == nullptr) add_block(code, in_loops ? loops() : definition(function_name_, function));
        if (order_.of_vectors) return imports(code) + code;
        add_block(code, is_short ? definition(derivative_name_, derivative) : comment("too_long"));
        return imports(code) + code;
    }

private:
    struct Prepared {
        Expr expr;
        std::vector<std::string> comments; ///< keys
    };

    bool is_cpp() const { return language_ == CodeLanguage::cpp; }

    Prepared prepare(const Expr& expr) const {
        Prepared prepared{expr, {}};
        if (!is_cpp()) {
            const bool numpy = language_ == CodeLanguage::numpy;
            const Guarded guarded =
                guard_branches(expr, order_.parameters, numpy ? GuardStyle::clamp : GuardStyle::select);
            prepared.expr = guarded.expr;
            if (guarded.changed) prepared.comments.emplace_back(numpy ? "guard" : "double_where");
        }
        const Guarded bounded = bound_exponentials(prepared.expr, order_.parameters);
        prepared.expr = with_signs_outside(bounded.expr);
        if (bounded.changed) prepared.comments.emplace_back("bound");
        return prepared;
    }

    /// The primitive whose helper is the function itself: sigmoid(x) under the name sigmoid.
    const Primitive* itself(const Expr& expr) const {
        if (expr.kind() != Kind::call || expr.operands().size() != 1 || expr.operand(0).kind() != Kind::variable)
            return nullptr;
        const Primitive* const primitive = expr.node().primitive;
        const bool has_helper = !form_of(*primitive, language_).helper.empty();
        return has_helper && function_name_ == primitive->name && order_.parameters.empty() ? primitive : nullptr;
    }

    std::string unused(std::string name) const {
        while (taken_.contains(name))
            name += '_';
        return name;
    }

    void add_helpers(const Expr& expr, const Primitive* same) {
        for (const Expr& operand : expr.operands())
            add_helpers(operand, same);
        if (expr.kind() == Kind::call) add_helper(*expr.node().primitive, same);
    }

    void add_helper(const Primitive& primitive, const Primitive* same) {
        const Form& form = form_of(primitive, language_);
        const std::string key(primitive.name);
        if (form.helper.empty() || names_.helpers.contains(key)) return;
        std::string code = is_cpp() ? std::string(form.helper) : renamed(form.helper, "np", array_module(language_));
        if (!form.needs.empty()) {
            add_helper(*find_primitive(form.needs), same);
            code = renamed(code, form.needs, names_.helpers.at(std::string(form.needs)));
        }
        const std::string name = &primitive == same ? key : unused(key);
        taken_.insert(name);
        names_.helpers[key] = name;
        helpers_.push_back(with_comments(renamed(code, key, name)));
    }

    /// "# @key" replaced by the comment.
    std::string with_comments(const std::string& code) const {
        std::string result;
        std::size_t start = 0;
        for (std::size_t at = code.find('@'); at != std::string::npos; at = code.find('@', start)) {
            const std::size_t end = code.find('\n', at);
            result += code.substr(start, at - start) + comments_(code.substr(at + 1, end - at - 1));
            start = end;
        }
        return result + code.substr(start);
    }

    std::string comment(std::string_view key) const {
        return std::string(is_cpp() ? "// " : "# ") + comments_(key) + "\n";
    }

    /// The function is one call of the library's already.
    bool is_native() const {
        const Expr& expr = order_.function;
        return expr.kind() == Kind::call && expr.operands().size() == 1 && expr.operand(0).kind() == Kind::variable &&
               form_of(*expr.node().primitive, language_).helper.empty();
    }

    std::string native() const {
        if (!order_.native || is_native()) return {};
        const NativeCall& call = *order_.native;
        const std::string all = "(" + call.arguments + ")";
        if (call.is_layer) return "\n" + comment("native") + native_name_ + " = " + call.callee + all + "\n";
        if (call.arguments.empty()) return "\n" + comment("native") + native_name_ + " = " + call.callee + "\n";
        return "\n\ndef " + native_name_ + "(x):\n" + std::string(indentation) + comment("native") +
               std::string(indentation) + "return " + call.callee + "(x, " + call.arguments + ")\n";
    }

    void add_block(std::string& code, std::string_view block) const {
        if (block.starts_with("\n")) block.remove_prefix(1);
        code += is_cpp() ? "\n" : "\n\n";
        code += block;
    }

    std::string imports(const std::string& code) const {
        std::string all;
        if (is_cpp()) {
            constexpr std::array algorithms{"std::max_element", "std::min_element", "std::sort", "std::stable_sort"};
            if (std::any_of(algorithms.begin(), algorithms.end(), [&](const char* name) { return uses(code, name); }))
                all += "#include <algorithm>\n";
            all += "#include <cmath>\n";
            if (uses(code, "std::size_t") || uses(code, "std::ptrdiff_t")) all += "#include <cstddef>\n";
            if (uses(code, "std::vector")) all += "#include <vector>\n";
            return all;
        }
        if (uses(code, "math.")) all += "import math\n\n";
        if (language_ == CodeLanguage::numpy && uses(code, "np.")) all += "import numpy as np\n";
        if (language_ == CodeLanguage::torch) {
            all += "import torch\n";
            if (uses(code, "F.")) all += "import torch.nn.functional as F\n";
        }
        if (language_ == CodeLanguage::jax) {
            if (uses(code, "jax.")) all += "import jax\n";
            if (uses(code, "jnp.")) all += "import jax.numpy as jnp\n";
            if (uses(code, "jax.scipy.special.")) all += "import jax.scipy.special\n";
            if (uses(code, "jax.scipy.stats.")) all += "import jax.scipy.stats\n";
        }
        return all;
    }

    /// `start` is what stands before the name, `first` the input.
    std::string signature(const std::string& name, const Expr& body, const std::string& start,
                          const std::string& first) const {
        std::vector<Layout> arguments{Layout::cut()};
        const auto mentions = parameters_of(body);
        const auto argument = [&](const std::string& variable, const std::string& value, bool used) {
            std::string text = variable;
            if (is_cpp()) text = used ? "double " + variable : "double /*" + variable + "*/";
            if (!value.empty()) text += (is_cpp() ? " = " : "=") + value;
            return text;
        };
        std::string text = first;
        for (const Binding& parameter : order_.parameters) {
            arguments.push_back(Layout(text + ","));
            arguments.push_back(Layout::space());
            std::string value = shortest(parameter.value);
            if (value.find_first_not_of("-0123456789") == std::string::npos) value += ".0";
            const bool used = std::find(mentions.begin(), mentions.end(), parameter.name) != mentions.end();
            text = argument(names_.parameters.at(parameter.name), value, used);
        }
        arguments.push_back(Layout(std::move(text)));
        return lay_out({Layout::Kind::group,
                        {start + name + "(",
                         {Layout::Kind::nest, std::move(arguments)},
                         Layout::cut(),
                         is_cpp() ? ") {" : "):"}},
                       width, 0, 0) +
               "\n";
    }

    std::string definition(const std::string& name, const Prepared& prepared) const {
        const std::string x = depends_on_variable(prepared.expr) || !is_cpp() ? "x" : "/*x*/";
        std::string code = is_cpp() ? signature(name, prepared.expr, "inline double ", "double " + x)
                                    : signature(name, prepared.expr, "def ", x);
        for (const std::string& key : prepared.comments)
            code += std::string(indentation) + comment(key);
        ExpressionPrinter printer(language_, names_);
        code += variables(prepared.expr, printer);
        return code +
               (is_cpp() ? cpp_body(prepared.expr, printer) + "}\n" : result(prepared.expr, printer, indentation));
    }

    /// The C++ of a formula of a vector.
    std::string loops() {
        const LoopCode code = loop_code(order_.function, names_, width, [&](const std::string& name) {
            const std::string made = unused(name);
            taken_.insert(made);
            return made;
        });
        return signature(function_name_, order_.function, code.type, code.input) + code.body + "}\n";
    }

    /// The statements that compute what is used more than once.
    std::string variables(const Expr& expr, ExpressionPrinter& printer) const {
        static constexpr std::array<std::string_view, 5> letters{"u", "v", "w", "p", "q"};
        std::string code;
        std::set<std::string> used = taken_;
        std::size_t made = 0;
        for (const Expr& shared : shared_subformulas(expr, language_)) {
            std::string name;
            do {
                name = made < letters.size() ? std::string(letters[made])
                                             : "t" + std::to_string(made - letters.size() + 1);
                ++made;
            } while (used.contains(name));
            const std::string start = std::string(indentation) + (is_cpp() ? "const double " : "") + name + " = ";
            code += start + statement(shared, printer.expression(shared), start.size(), indentation.size());
            printer.keep(to_source(shared), name);
        }
        return code;
    }

    /// The expression, in parentheses where it needs more than a line and Python would end the statement there.
    std::string statement(const Expr& expr, Layout layout, std::size_t column, std::size_t indent) const {
        const std::string end = is_cpp() ? ";" : "";
        std::vector<Layout> parts;
        if (ExpressionPrinter::is_call(expr) && !(is_cpp() && expr.kind() == Kind::choice)) {
            parts = {std::move(layout), end};
        } else if (is_cpp()) {
            parts = {{Layout::Kind::nest, {std::move(layout)}}, end};
        } else {
            parts = {Layout::only_broken("("),
                     {Layout::Kind::nest, {Layout::cut(), std::move(layout)}},
                     Layout::cut(),
                     Layout::only_broken(")")};
        }
        return lay_out({Layout::Kind::group, std::move(parts)}, width, column, indent) + "\n";
    }

    std::string result(const Expr& expr, const ExpressionPrinter& printer, std::string_view indent) const {
        const std::string start = std::string(indent) + "return ";
        return start + statement(expr, printer.value(expr), start.size(), indent.size());
    }

    std::string cpp_body(const Expr& expr, const ExpressionPrinter& printer) const {
        std::string code;
        const Expr* rest = &expr;
        for (; rest->kind() == Kind::choice && !printer.is_kept(*rest); rest = &rest->operand(3)) {
            const std::string test =
                std::string(indentation) + "if (" + lay_out(printer.condition(*rest), width, 8, 8) + ")";
            const Expr& then = rest->operand(2);
            const std::string one_line = result(then, printer, "");
            if (one_line.find('\n') + 1 == one_line.size() && test.size() + one_line.size() <= width + 1) {
                code += test + " " + one_line;
            } else {
                const std::string deeper(indentation.size() * 2, ' ');
                code += test + " {\n" + result(then, printer, deeper) + std::string(indentation) + "}\n";
            }
        }
        return code + result(*rest, printer, indentation);
    }

    const CodeOrder& order_;
    CodeLanguage language_;
    const CodeComments& comments_;
    std::string function_name_, derivative_name_, native_name_;
    CodeNames names_;
    std::set<std::string> taken_;
    std::vector<std::string> helpers_;
};

} // namespace

std::string to_code(const CodeOrder& order, CodeLanguage language, const CodeComments& comments) {
    return CodePrinter(order, language, comments).print();
}

} // namespace actlas::formula
