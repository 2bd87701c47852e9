#include "analysis/properties_growth.hpp"

#include "formula/enclosure.hpp"
#include "formula/primitive.hpp"
#include "interval/elementary.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <optional>

namespace actlas::analysis {

namespace {

using formula::Expr;
using formula::Kind;

/// A multiple of a formula in an exponent.
struct Multiple {
    std::size_t atom = 0; ///< index of the formula
    double times = 0;
    friend bool operator==(const Multiple&, const Multiple&) = default;
};

/// factor * |x|^power * exp(sum of multiples).
struct Term {
    Box factor = 1;
    double power = 0;
    std::vector<Multiple> exponent = {}; ///< sorted by atom, none 0 times
};

using Sum = std::vector<Term>;

struct GaveUp {};

/// A coefficient with which sums and products of a few stay exact.
bool is_exact(double c) {
    return std::fabs(c) < 0x1p20 && c * 1024 == std::floor(c * 1024);
}

class Growth {
public:
    explicit Growth(const Box& box) : box_(box), size_(interval::abs(box)) {}

    int sign(const Expr& expr) {
        const std::optional<Term> term = single(sum_of(expr));
        return term ? sign_of(term->factor) : unknown_sign;
    }

private:
    Sum sum_of(const Expr& expr) {
        if (++visited_ > 3000) throw GaveUp();
        switch (expr.kind()) {
        case Kind::number:
        case Kind::constant:
            return {{.factor = formula::EnclosureEvaluator(expr)(0)}};
        case Kind::variable:
            return {{.factor = box_.low() > 0 ? 1 : -1, .power = 1}};
        case Kind::negate:
            return times(sum_of(expr.operand(0)), Term{.factor = -1});
        case Kind::add: {
            Sum result;
            for (const Expr& term : expr.operands())
                result = plus(std::move(result), sum_of(term));
            return result;
        }
        case Kind::multiply: {
            Sum result{Term{}};
            for (const Expr& factor : expr.operands())
                result = times(result, sum_of(factor));
            return result;
        }
        case Kind::divide:
            return times(sum_of(expr.operand(0)), to_power(one(sum_of(expr.operand(1))), -1));
        case Kind::power:
            return power_of(expr);
        case Kind::call:
            return call_of(expr);
        default:
            throw GaveUp();
        }
    }

    Sum power_of(const Expr& expr) {
        if (formula::depends_on_variable(expr.operand(1))) throw GaveUp();
        const Box exponent = formula::EnclosureEvaluator(expr.operand(1))(0);
        if (!exponent.point() || !is_exact(exponent.low())) throw GaveUp();
        const Sum base = sum_of(expr.operand(0));
        const double n = exponent.low();
        if (base.size() == 1 || n < 0 || n > 6 || n != std::floor(n)) return {to_power(one(base), n)};
        Sum result{Term{}};
        for (int k = 0; k < static_cast<int>(n); ++k)
            result = times(result, base);
        return result;
    }

    Sum call_of(const Expr& expr) {
        const std::string_view name = expr.node().primitive->name;
        const Expr& u = expr.operand(0);
        if (name == "exp") return {exponential(u, 1)};
        if (expr.operands().size() > 1) return plain(expr);
        const Sum argument = sum_of(u);
        const Box at = value(argument);
        if (name == "sigmoid" && at.nonpositive())
            return {times(exponential(u, 1), Term{.factor = 1 / (1 + interval::exp(at))})};
        if (name == "softplus") return softplus(u, argument, at);
        if (name == "log_sigmoid")
            return times(softplus(Expr::negate(u), times(argument, Term{.factor = -1}), -at), Term{.factor = -1});
        if (name == "sech" && !at.contains(0)) {
            const int side = at.positive() ? 1 : -1;
            return {times(exponential(u, -side), Term{.factor = 2 / (1 + interval::exp(-2 * interval::abs(at)))})};
        }
        if (name == "normal_pdf") return {normal_density(u)};
        if (name == "normal_cdf" && at.negative()) {
            const Box t = -at;
            const Box low = 2 / (t + interval::sqrt(interval::sqr(t) + 4));
            const Box high = 4 / (3 * t + interval::sqrt(interval::sqr(t) + 8));
            return {times(normal_density(u), Term{.factor = interval::hull(low, high)})};
        }
        if (name == "erfc" && at.positive()) {
            const Box scale = 2 / interval::sqrt(pi());
            const Box low = 1 / (at + interval::sqrt(interval::sqr(at) + 2));
            const Box high = 1 / (at + interval::sqrt(interval::sqr(at) + 4 / pi()));
            return {times(exponential(square(u), -1), Term{.factor = scale * interval::hull(low, high)})};
        }
        if (const auto ratio = small_ratio(name, at)) {
            if (const auto term = single(argument)) return {times(*term, Term{.factor = *ratio})};
        }
        const std::array<Box, 3> args{at, {}, {}};
        return {{.factor = expr.node().primitive->enclosure(args.data())}};
    }

    /// Of a function that vanishes at 0 and its argument w, 0 included in the range of w: f(w)/w.
    static std::optional<Box> small_ratio(std::string_view name, const Box& w) {
        if (w.empty() || w.magnitude() > 0.25) return std::nullopt;
        const Box square = interval::sqr(w);
        const auto within = [](const Box& a) { return interval::hull(a, 1); };
        if (name == "tanh" || name == "atan") return within(1 - square / 3);
        if (name == "sin" || name == "asinh") return within(1 - square / 6);
        if (name == "sinh") return within(1 + square / 4);
        if (name == "erf") return 2 / interval::sqrt(pi()) * within(1 - square / 3);
        if (name == "expm1") return within(1 + w);
        if (name == "log1p") return within(1 - w);
        if (name == "sqrt1pm1") return within(1 - w) / 2;
        return std::nullopt;
    }

    Sum softplus(const Expr& u, const Sum& argument, const Box& at) {
        if (at.nonpositive()) {
            const Box w = interval::exp(at);
            return {times(exponential(u, 1), Term{.factor = interval::hull(1 - w / 2, 1)})};
        }
        if (!at.nonnegative()) return {{.factor = interval::softplus(at)}};
        const Box w = interval::exp(-at);
        return plus(argument, {times(exponential(u, -1), Term{.factor = interval::hull(1 - w / 2, 1)})});
    }

    /// The same for u and -u.
    static Expr square(const Expr& u) {
        return Expr::power(u.kind() == Kind::negate ? u.operand(0) : u, Expr::number(2));
    }

    static Box pi() { return {std::numbers::pi, std::nextafter(std::numbers::pi, 4.0)}; }

    Term normal_density(const Expr& u) {
        return times(exponential(square(u), -0.5), Term{.factor = 1 / interval::sqrt(2 * pi())});
    }

    Sum plain(const Expr& expr) const { return {{.factor = formula::EnclosureEvaluator(expr)(box_)}}; }

    /// exp(times * u), u taken apart into multiples of formulas.
    Term exponential(const Expr& u, double coefficient) {
        Term result;
        gather(u, coefficient, result);
        return result;
    }

    void gather(const Expr& u, double coefficient, Term& term) {
        if (u.kind() == Kind::negate) return gather(u.operand(0), -coefficient, term);
        if (u.kind() == Kind::add) {
            for (const Expr& part : u.operands())
                gather(part, coefficient, term);
            return;
        }
        if (u.kind() == Kind::multiply && u.operand(0).kind() == Kind::number) {
            const double c = u.operand(0).node().value;
            const bool exact = is_exact(c) && is_exact(c * coefficient);
            if (exact || c < 0) {
                std::vector<Expr> rest(u.operands().begin() + (exact ? 1 : 0), u.operands().end());
                if (!exact) rest[0] = Expr::number(-c);
                const Expr other = rest.size() == 1 ? rest[0] : u.with_operands(rest);
                return gather(other, exact ? c * coefficient : -coefficient, term);
            }
        }
        term = times(term, Term{.exponent = {{atom(u), coefficient}}});
    }

    std::size_t atom(const Expr& expr) {
        for (std::size_t k = 0; k < atoms_.size(); ++k)
            if (atoms_[k] == expr) return k;
        atoms_.push_back(expr);
        return atoms_.size() - 1;
    }

    static Term times(const Term& a, const Term& b) {
        Term result{.factor = a.factor * b.factor, .power = a.power + b.power, .exponent = a.exponent};
        for (const Multiple& added : b.exponent) {
            auto place = result.exponent.begin();
            while (place != result.exponent.end() && place->atom < added.atom)
                ++place;
            if (place == result.exponent.end() || place->atom != added.atom) {
                result.exponent.insert(place, added);
            } else {
                place->times += added.times;
                if (!is_exact(place->times)) throw GaveUp();
                if (place->times == 0) result.exponent.erase(place);
            }
        }
        return result;
    }

    static Sum times(const Sum& a, const Term& b) { return times(a, Sum{b}); }

    static Sum times(const Sum& a, const Sum& b) {
        if (a.size() * b.size() > 100) throw GaveUp();
        Sum result;
        for (const Term& s : a)
            for (const Term& t : b)
                result = plus(std::move(result), {times(s, t)});
        return result;
    }

    static Sum plus(Sum a, const Sum& b) {
        for (const Term& added : b) {
            const auto like = [&](const Term& t) { return t.power == added.power && t.exponent == added.exponent; };
            const auto place = std::find_if(a.begin(), a.end(), like);
            if (place == a.end())
                a.push_back(added);
            else
                place->factor = place->factor + added.factor;
        }
        std::erase_if(a, [](const Term& term) { return term.factor.zero(); });
        return a;
    }

    Term to_power(const Term& term, double n) const {
        const bool is_whole = n == std::floor(n);
        if (!is_exact(term.power * n) || (!is_whole && !term.factor.positive())) throw GaveUp();
        if (n < 0 && term.factor.contains(0)) throw GaveUp();
        Term result{.factor = interval::pow(term.factor, n), .power = term.power * n, .exponent = term.exponent};
        for (Multiple& multiple : result.exponent) {
            multiple.times *= n;
            if (!is_exact(multiple.times)) throw GaveUp();
        }
        return result;
    }

    Box value(const Term& term) const {
        Box exponent = 0;
        for (const Multiple& multiple : term.exponent)
            exponent = exponent + multiple.times * formula::EnclosureEvaluator(atoms_[multiple.atom])(box_);
        return term.factor * interval::pow(size_, term.power) * interval::exp(exponent);
    }

    Box value(const Sum& sum) const {
        Box result = 0;
        for (const Term& term : sum)
            result = result + value(term);
        return result;
    }

    /// The sum as one term, that which outweighs the others times what they add to it.
    std::optional<Term> single(const Sum& sum) const {
        if (sum.empty()) return Term{.factor = 0};
        for (const Term& leading : sum) {
            if (leading.factor.contains(0)) continue;
            Term result = leading;
            const Term inverse = to_power(Term{.power = leading.power, .exponent = leading.exponent}, -1);
            result.factor = 0;
            for (const Term& term : sum)
                result.factor = result.factor + value(times(term, inverse));
            if (result.factor.bounded() && !result.factor.contains(0)) return result;
        }
        return std::nullopt;
    }

    Term one(const Sum& sum) const {
        const auto term = single(sum);
        if (!term) throw GaveUp();
        return *term;
    }

    Box box_;
    Box size_;
    std::vector<Expr> atoms_;
    int visited_ = 0;
};

} // namespace

int sign_by_growth(const Expr& expr, const Box& box) {
    if (box.empty() || box.contains(0)) return unknown_sign;
    try {
        return Growth(box).sign(expr);
    } catch (const GaveUp&) {
        return unknown_sign;
    }
}

} // namespace actlas::analysis
