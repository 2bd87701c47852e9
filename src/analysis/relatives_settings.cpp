#include "analysis/relatives_settings.hpp"

#include "formula/build.hpp"
#include "formula/simplify.hpp"
#include "formula/substitution.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace actlas::analysis {
namespace {

using formula::Expr;
using namespace formula::build;

constexpr std::array<double, 5> usual_values{0, 1, -1, 2, 0.5};

/// Probes on either side of 0, which most settings do not pass.
constexpr std::array<std::size_t, 2> first_probes{13, 4};

bool has(const std::vector<Constant>& constants, double value) {
    return std::any_of(constants.begin(), constants.end(), [&](const Constant& known) { return known.value == value; });
}

/// Each value once, and none that is not finite.
void add(std::vector<Constant>& to, double value, Expr exact) {
    if (std::isfinite(value) && !has(to, value)) to.push_back({value, std::move(exact)});
}

void add(std::vector<Constant>& to, const Constant& constant) {
    add(to, constant.value, constant.exact);
}

void add(std::vector<Constant>& to, double value) {
    add(to, value, num(value));
}

void collect(const Expr& expr, std::vector<Constant>& to) {
    constexpr std::size_t most = 5;
    if (to.size() >= most) return;
    if (!formula::depends_on_variable(expr)) {
        const double value = formula::Evaluator(expr)(0);
        if (std::find(usual_values.begin(), usual_values.end(), value) == usual_values.end())
            add(to, value, expr.kind() == formula::Kind::number ? expr : formula::simplify(expr));
        return;
    }
    for (const Expr& operand : expr.operands())
        collect(operand, to);
}

std::vector<std::string> names_of(const std::vector<catalogue::Parameter>& parameters) {
    std::vector<std::string> names;
    for (const catalogue::Parameter& parameter : parameters)
        names.push_back(parameter.name);
    return names;
}

} // namespace

Constants constants_of(const Expr& bound) {
    Constants result;
    collect(bound, result.written);
    for (const Constant& constant : result.written) {
        add(result.derived, -constant.value, formula::simplify(-constant.exact));
        add(result.derived, 1 / constant.value, formula::simplify(num(1) / constant.exact));
    }
    return result;
}

Adjustable::Adjustable(const catalogue::Activation& activation)
    : parameters_(activation.parameters), expr_(activation.expr), at_(expr_, names_of(parameters_)) {}

struct Adjustable::Search {
    const Adjustable& of;
    const Probes& wanted;
    const std::function<bool(const Special&)>& take;
    Probes places = probe_places();
    std::vector<double> values = {};                            ///< of all parameters
    std::vector<std::pair<std::size_t, Constant>> changed = {}; ///< parameters by number

    bool fits() const {
        for (const std::size_t i : first_probes)
            if (!agree(of.at_(places[i], values), wanted[i])) return false;
        Probes found;
        for (std::size_t i = 0; i < places.size(); ++i)
            found[i] = of.at_(places[i], values);
        return agree(found, wanted);
    }

    Special special() const {
        std::map<std::string, Expr> replacements;
        for (const catalogue::Parameter& parameter : of.parameters_)
            replacements.emplace(parameter.name, num(parameter.value));
        std::vector<Setting> settings;
        for (const auto& [number, constant] : changed) {
            const std::string& name = of.parameters_[number].name;
            replacements.insert_or_assign(name, constant.exact);
            settings.push_back({name, constant.value, constant.exact});
        }
        return {std::move(settings), formula::substitute_parameters(of.expr_, replacements)};
    }

    /// Changes `count` of the parameters from number `first` on; true once that is enough.
    bool change(std::size_t first, std::size_t count, const std::vector<std::vector<Constant>>& choices) {
        if (count == 0) return fits() && take(special());
        for (std::size_t i = first; i + count <= values.size(); ++i) {
            const double usual = values[i];
            for (const Constant& choice : choices[i]) {
                if (choice.value == usual) continue;
                values[i] = choice.value;
                changed.emplace_back(i, choice);
                const bool done = change(i + 1, count - 1, choices);
                changed.pop_back();
                if (done) return true;
            }
            values[i] = usual;
        }
        return false;
    }
};

void Adjustable::find(const Probes& f, const Constants& constants,
                      const std::function<bool(const Special&)>& take) const {
    const std::size_t count = parameters_.size();
    if (count == 0) return;
    Search search{.of = *this, .wanted = f, .take = take};
    for (const catalogue::Parameter& parameter : parameters_)
        search.values.push_back(parameter.value);

    std::vector<std::vector<Constant>> alone(count);
    for (std::size_t i = 0; i < count; ++i) {
        for (const double value : usual_values)
            add(alone[i], value);
        for (const std::vector<Constant>* const list : {&constants.written, &constants.derived})
            for (const Constant& constant : *list)
                add(alone[i], constant);
        for (const auto& end : {parameters_[i].usual_low, parameters_[i].usual_high})
            if (end) add(alone[i], *end);
    }
    if (search.change(0, 1, alone) || count == 1) return;

    const std::size_t tried = count == 2 ? usual_values.size() : 2; // 0 and 1 come first
    std::vector<Constant> together;
    for (std::size_t i = 0; i < tried; ++i)
        add(together, usual_values[i]);
    for (const Constant& constant : constants.written)
        add(together, constant);
    const std::vector<std::vector<Constant>> choices(count, together);
    const std::size_t most = count <= 3 ? count : 2;
    for (std::size_t changes = 2; changes <= most; ++changes)
        if (search.change(0, changes, choices)) return;
}

} // namespace actlas::analysis
