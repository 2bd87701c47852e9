#pragma once

#include "formula/expr.hpp"

#include <string_view>

namespace actlas::formula {

/// As the formula language and most others write it.
inline std::string_view symbol(Relation relation) {
    switch (relation) {
    case Relation::less:
        return "<";
    case Relation::less_equal:
        return "<=";
    case Relation::greater:
        return ">";
    case Relation::greater_equal:
        break;
    }
    return ">=";
}

/// Whether a R b; not where one of them is NaN.
template<class A, class B>
bool holds(Relation relation, const A& a, const B& b) {
    switch (relation) {
    case Relation::less:
        return a < b;
    case Relation::less_equal:
        return a <= b;
    case Relation::greater:
        return a > b;
    case Relation::greater_equal:
        break;
    }
    return a >= b;
}

/// a R b with its sides exchanged: b R' a.
inline Relation mirrored(Relation relation) {
    switch (relation) {
    case Relation::less:
        return Relation::greater;
    case Relation::less_equal:
        return Relation::greater_equal;
    case Relation::greater:
        return Relation::less;
    case Relation::greater_equal:
        break;
    }
    return Relation::less_equal;
}

} // namespace actlas::formula
