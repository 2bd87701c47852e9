#include "report/assignment.hpp"

#include <utility>

namespace actlas::report {

using formula::Notation;

Notation equation(Notation left, Notation right) {
    return {Notation::Kind::row, "", {std::move(left), {Notation::Kind::relation, "=", {}}, std::move(right)}};
}

Notation assignment(const std::string& parameter, const formula::Expr& value) {
    return equation(formula::notate_parameter(parameter), formula::notate(value));
}

Notation assignment(const std::string& parameter, double value) {
    return assignment(parameter, formula::Expr::number(value));
}

} // namespace actlas::report
