#include "formula/known_sign.hpp"

#include <algorithm>
#include <cmath>

namespace actlas::formula {

namespace {

Sign weaker(Sign a, Sign b) {
    return std::min(a, b);
}
Sign stronger(Sign a, Sign b) {
    return std::max(a, b);
}
static_assert(Sign::any < Sign::nonnegative && Sign::nonnegative < Sign::positive);

bool is_even_whole(const Expr& expr) {
    return expr.kind() == Kind::number && std::fmod(expr.node().value, 2) == 0;
}

Sign of_power(const Expr& base, const Expr& exponent) {
    const Sign sign = known_sign(base);
    if (sign == Sign::positive) return sign;
    return is_even_whole(exponent) ? Sign::nonnegative : sign;
}

} // namespace

Sign known_sign(const Expr& expr) {
    const auto& operands = expr.operands();
    switch (expr.kind()) {
    case Kind::number:
        if (expr.node().value > 0) return Sign::positive;
        return expr.node().value == 0 ? Sign::nonnegative : Sign::any;
    case Kind::constant:
        return Sign::positive;
    case Kind::add: {
        // Non-negative terms of which one is positive have a positive sum.
        Sign least = Sign::positive;
        Sign most = Sign::any;
        for (const Expr& term : operands) {
            least = weaker(least, known_sign(term));
            most = stronger(most, known_sign(term));
        }
        return least == Sign::any ? Sign::any : most;
    }
    case Kind::multiply:
    case Kind::divide: {
        Sign sign = Sign::positive;
        for (const Expr& factor : operands)
            sign = weaker(sign, known_sign(factor));
        return sign;
    }
    case Kind::power:
        return of_power(operands[0], operands[1]);
    case Kind::choice:
        return weaker(known_sign(operands[2]), known_sign(operands[3]));
    case Kind::call:
        if (expr.node().primitive->name == "sqrt" && known_sign(operands[0]) == Sign::positive) return Sign::positive;
        return expr.node().primitive->sign;
    case Kind::variable:
    case Kind::parameter:
    case Kind::negate:
        return Sign::any;
    }
    return Sign::any;
}

} // namespace actlas::formula
