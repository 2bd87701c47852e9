#include "formula/code_loops.hpp"

#include "formula/vector_loops.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace actlas::formula {
namespace {

constexpr std::string_view vector_type = "std::vector<double>";
constexpr std::string_view one_in = "    ";
constexpr std::string_view two_in = "        ";

bool speaks_of_halves(const Expr& expr) {
    const VectorPrimitive* const primitive = vector_primitive_of(expr);
    return (primitive != nullptr && primitive->length == Length::half) ||
           std::any_of(expr.operands().begin(), expr.operands().end(), speaks_of_halves);
}

class LoopPrinter {
public:
    LoopPrinter(CodeNames& names, std::size_t width, const std::function<std::string(const std::string&)>& new_name)
        : names_(names), width_(width), new_name_(new_name), input_(new_name("v")), count_(new_name("n")),
          place_(new_name("i")) {
        for (const char* const name : {"a", "b", "parity"})
            names_.parameters[name] = name;
    }

    LoopCode print(const Expr& expr) {
        const VectorLoops loops = vector_loops(expr);
        counting_ = fmt::format("{}const std::size_t {} = {}.size(){};\n", one_in, count_, input_,
                                speaks_of_halves(expr) ? " / 2" : "");
        for (const VectorLoops::Step& step : loops.steps) {
            const bool is_number = step.primitive->length == Length::one;
            const std::string call = call_of(step);
            if (!loops.behind && loops.value == Expr::parameter(step.result)) {
                line("return " + call + ";");
                return finished(is_number);
            }
            const std::string result = new_name_(is_number ? "s" : "w");
            names_.parameters[step.result] = is_number ? result : fmt::format("{}[{}]", result, place_);
            line(fmt::format("const {} {} = {};", is_number ? "double" : vector_type, result, call));
        }
        const std::string value = new_name_("y");
        line(fmt::format("{} {}({}{});", vector_type, value, loops.behind ? "2 * " : "", count_));
        std::vector<Target> targets{{fmt::format("{}[{}]", value, place_), &loops.value}};
        if (loops.behind) targets.push_back({fmt::format("{}[{} + {}]", value, count_, place_), &*loops.behind});
        loop(targets);
        line("return " + value + ";");
        return finished(false);
    }

private:
    /// A place of a vector and the formula of what it becomes.
    struct Target {
        std::string place;
        const Expr* formula = nullptr;
    };

    void line(const std::string& text) { body_ += std::string(one_in) + text + "\n"; }

    LoopCode finished(bool is_number) const {
        return {fmt::format("inline {} ", is_number ? "double" : vector_type),
                fmt::format("const {}& {}", vector_type, input_), (counts_ ? counting_ : std::string()) + body_};
    }

    Layout layout(const Expr& expr) const { return ExpressionPrinter(CodeLanguage::cpp, names_).expression(expr); }

    std::string call_of(const VectorLoops::Step& step) {
        std::string argument = input_;
        if (step.vector) {
            argument = new_name_("u");
            line(fmt::format("{} {}({});", vector_type, argument, count_));
            loop({{fmt::format("{}[{}]", argument, place_), &*step.vector}});
        }
        std::string call = names_.helpers.at(std::string(step.primitive->call.name)) + "(" + argument;
        for (const Expr& number : step.numbers)
            call += ", " + lay_out(layout(number), width_, 0, 0);
        return call + ")";
    }

    void loop(const std::vector<Target>& targets) {
        counts_ = true;
        const auto any = [&](const auto& is_in) {
            return std::any_of(targets.begin(), targets.end(),
                               [&](const Target& each) { return is_in(*each.formula); });
        };
        const auto mention = [&](const char* name) {
            return any([&](const Expr& expr) {
                const std::vector<std::string> names = parameters_of(expr);
                return std::find(names.begin(), names.end(), name) != names.end();
            });
        };
        const auto component = [&](const char* name, const std::string& at) {
            body_ += fmt::format("{}const double {} = {}[{}];\n", two_in, name, input_, at);
        };
        line(fmt::format("for (std::size_t {0} = 0; {0} < {1}; ++{0}) {{", place_, count_));
        if (any([](const Expr& expr) { return depends_on_variable(expr); })) component("x", place_);
        if (mention("a")) component("a", place_);
        if (mention("b")) component("b", count_ + " + " + place_);
        if (mention("parity")) body_ += fmt::format("{}const double parity = {} % 2 == 0 ? 1 : 0;\n", two_in, place_);
        for (const Target& each : targets) {
            const std::string start = fmt::format("{}{} = ", two_in, each.place);
            const Layout statement{Layout::Kind::group, {{Layout::Kind::nest, {layout(*each.formula)}}, ";"}};
            body_ += start + lay_out(statement, width_, start.size(), two_in.size()) + "\n";
        }
        line("}");
    }

    CodeNames& names_;
    std::size_t width_;
    const std::function<std::string(const std::string&)>& new_name_;
    std::string input_, count_, place_;
    std::string counting_; ///< the statement that begins a body with loops
    std::string body_;
    bool counts_ = false;
};

} // namespace

LoopCode loop_code(const Expr& expr, CodeNames& names, std::size_t width,
                   const std::function<std::string(const std::string&)>& new_name) {
    return LoopPrinter(names, width, new_name).print(expr);
}

} // namespace actlas::formula
