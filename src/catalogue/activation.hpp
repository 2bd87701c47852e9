#pragma once

#include "base/diagnostic.hpp"
#include "base/language.hpp"
#include "formula/expr.hpp"

#include <optional>
#include <string>
#include <vector>

namespace actlas::catalogue {

/// A number that shapes an activation, with the value it has unless the user sets another.
struct Parameter {
    std::string name;
    double value = 0;
    std::optional<double> usual_low; ///< the range in which it is usually set, where known
    std::optional<double> usual_high;
    LocalizedText meaning; ///< a short noun phrase; may be empty in user configs
};

/// What a framework calls the activation, with the defaults spelled as in its documentation.
struct FrameworkName {
    std::string framework; ///< "torch", "keras", "jax", "onnx", ...
    std::string name;      ///< e.g. "torch.nn.LeakyReLU(negative_slope=0.01)"
    LocalizedText note;    ///< where it differs; may be empty
    /// False where the framework has the function, but not as an activation of its own (a mathematical function, or
    /// another activation with fixed arguments): such a name does not put the entry into the framework's group.
    bool is_activation = true;
};

struct Reference {
    std::string text; ///< authors, title, venue, year
    std::string url;  ///< may be empty
};

/// Another activation that this one is related to.
struct Relation {
    enum class Kind { same_function, special_case, approximates, variant };
    Kind kind = Kind::variant;
    std::string id;
    LocalizedText note;
};

/// One activation function: the formula and what is known of it that cannot be computed.
struct Activation {
    std::string id;   ///< [a-z0-9_]+, unique
    std::string name; ///< as papers spell it
    /// The name as a title in each language ("Sigmoid 激活函数"). Without one: the name, in the catalogue's entries
    /// followed by 激活函数 in Chinese.
    LocalizedText label;
    std::vector<std::string> aliases;
    std::string family; ///< id of its family ("sigmoidal", "rectifier", ...)
    std::optional<int> year;
    std::string source; ///< the formula as written
    formula::Expr expr = formula::Expr::variable();
    std::vector<Parameter> parameters;
    LocalizedText summary;   ///< one sentence on what it is, no numbers that the program can compute; may be empty
    LocalizedText note;      ///< where names or definitions disagree; may be empty
    LocalizedText uncertain; ///< what no source confirmed and which reading the entry takes; empty if nothing
    std::vector<FrameworkName> frameworks;
    std::vector<Reference> references;
    std::vector<Relation> relations;
    bool user_defined = false;

    /// The parameters as bindings for evaluation.
    std::vector<formula::Binding> bindings() const;
};

/// A family of activations, a chapter of the report.
struct Family {
    std::string id;
    LocalizedText name;
    LocalizedText summary;
};

/// A library that has activations of its own.
struct Framework {
    std::string id;        ///< as in FrameworkName::framework
    std::string name;      ///< as its makers write it: "PyTorch"
    bool complete = false; ///< the catalogue holds all its scalar activations, so that there is a group "@id"
};

/// Some activations under one name, written down rather than derived.
struct Group {
    std::string id;                   ///< without the '@'
    std::vector<std::string> members; ///< ids
};

} // namespace actlas::catalogue
