#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::formula {

struct Primitive; // one row of the table in primitive.hpp

enum class Kind {
    number,    ///< a literal
    variable,  ///< x
    parameter, ///< a named parameter of the activation
    constant,  ///< pi or e
    add,       ///< two or more terms
    multiply,  ///< two or more factors
    divide,    ///< numerator, denominator
    power,     ///< base, exponent
    negate,    ///< one operand
    call,      ///< a primitive and its arguments
    choice,    ///< if(lhs REL rhs, then, otherwise): operands in that order
};

enum class Relation { less, less_equal, greater, greater_equal };

/// A formula in one variable: an immutable tree with shared structure. Copying is cheap; equal trees need not be
/// shared.
class Expr {
public:
    struct Node {
        Kind kind = Kind::number;
        double value = 0;                     ///< of a number
        std::string name = {};                ///< of a parameter or constant
        const Primitive* primitive = nullptr; ///< of a call
        Relation relation = Relation::less;   ///< of a choice
        std::vector<Expr> operands = {};
    };

    static Expr number(double value);
    static Expr variable();
    static Expr parameter(std::string name);
    static Expr constant(std::string name); ///< "pi" or "e"
    static Expr add(std::vector<Expr> terms);
    static Expr multiply(std::vector<Expr> factors);
    static Expr divide(Expr numerator, Expr denominator);
    static Expr power(Expr base, Expr exponent);
    static Expr negate(Expr operand);
    static Expr call(std::string_view primitive, std::vector<Expr> arguments);
    static Expr choice(Relation relation, Expr lhs, Expr rhs, Expr then, Expr otherwise);

    /// The same node over other operands (as many as before, or any number of terms or factors).
    Expr with_operands(std::vector<Expr> operands) const;

    Kind kind() const { return node_->kind; }
    const Node& node() const { return *node_; }
    const std::vector<Expr>& operands() const { return node_->operands; }
    const Expr& operand(std::size_t i) const { return node_->operands[i]; }
    bool is_number(double value) const { return kind() == Kind::number && node_->value == value; }
    /// The address of the shared node: equal addresses mean equal trees.
    const Node* identity() const { return node_.get(); }

    /// Structural equality.
    friend bool operator==(const Expr& a, const Expr& b);

private:
    static Expr make(Node node);
    explicit Expr(std::shared_ptr<const Node> node) : node_(std::move(node)) {}
    std::shared_ptr<const Node> node_;
};

/// A parameter's name and the value it takes.
struct Binding {
    std::string name;
    double value = 0;
};

/// Replaces parameters by numbers; names that the formula does not use are ignored. To be called with its namespace: a
/// bare bind(expr, vector) finds std::bind too.
Expr bind(const Expr& expr, std::span<const Binding> bindings);

/// Replaces the variable x by another expression.
Expr substitute_variable(const Expr& expr, const Expr& replacement);

/// The names of the parameters in the formula, sorted, each once.
std::vector<std::string> parameters_of(const Expr& expr);

/// True where the formula depends on x.
bool depends_on_variable(const Expr& expr);

/// The number of nodes of the tree, shared ones counted each time they occur.
std::size_t node_count(const Expr& expr);

} // namespace actlas::formula
