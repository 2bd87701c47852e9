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
