#include "exact_value.hpp"

#include "formula/primitive.hpp"

#include <array>
#include <charconv>
#include <stdexcept>
#include <string>
#include <vector>

namespace actlas::formula::test {

using actlas::test::Exact;

namespace {

class Evaluation {
public:
    Evaluation(double x, mpfr_prec_t precision) : x_(x, precision), precision_(precision) {}

    Exact of(const Expr& expr) const {
        switch (expr.kind()) {
        case Kind::number:
            return literal(expr.node().value);
        case Kind::variable:
            return x_;
        case Kind::constant:
            return constant(expr.node().name);
        case Kind::choice: {
            const Exact lhs = of(expr.operand(0));
            const Exact rhs = of(expr.operand(1));
            if (!lhs.defined() || !rhs.defined()) return undefined();
            return of(expr.operand(holds(expr.node().relation, mpfr_cmp(lhs.get(), rhs.get())) ? 2 : 3));
        }
        case Kind::parameter:
            throw std::logic_error("a parameter without a value");
        default:
            break;
        }
        std::vector<Exact> u;
        for (const Expr& operand : expr.operands()) {
            u.push_back(of(operand));
            if (!u.back().defined()) return undefined();
        }
        return combined(expr, u);
    }

private:
    Exact number(double value) const { return Exact(value, precision_); }
    Exact undefined() const { return number(std::nan("")); }

    Exact literal(double value) const {
        std::array<char, 40> buffer{};
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific);
        const std::string text = buffer.data();
        constexpr std::size_t most_digits = 9;
        if (text.find('e') > most_digits + 1) return number(value); // one more for the decimal point
        Exact result = number(0);
        mpfr_set_str(result.get(), text.c_str(), 10, MPFR_RNDN);
        return result;
    }

    Exact constant(const std::string& name) const {
        Exact result = number(1);
        if (name == "pi")
            mpfr_const_pi(result.get(), MPFR_RNDN);
        else
            mpfr_exp(result.get(), result.get(), MPFR_RNDN);
        return result;
    }

    static bool holds(Relation relation, int order) {
        switch (relation) {
        case Relation::less:
            return order < 0;
        case Relation::less_equal:
            return order <= 0;
        case Relation::greater:
            return order > 0;
        case Relation::greater_equal:
            break;
        }
        return order >= 0;
    }

    Exact combined(const Expr& expr, const std::vector<Exact>& u) const {
        Exact result = u[0];
        switch (expr.kind()) {
        case Kind::add:
            for (std::size_t i = 1; i < u.size(); ++i)
                mpfr_add(result.get(), result.get(), u[i].get(), MPFR_RNDN);
            return result;
        case Kind::multiply:
            for (std::size_t i = 1; i < u.size(); ++i)
                mpfr_mul(result.get(), result.get(), u[i].get(), MPFR_RNDN);
            return result;
        case Kind::divide:
            if (mpfr_zero_p(u[1].get())) return undefined();
            mpfr_div(result.get(), u[0].get(), u[1].get(), MPFR_RNDN);
            return result;
        case Kind::power:
            if (mpfr_zero_p(u[0].get()) && mpfr_sgn(u[1].get()) < 0) return undefined();
            mpfr_pow(result.get(), u[0].get(), u[1].get(), MPFR_RNDN);
            return result;
        case Kind::negate:
            mpfr_neg(result.get(), u[0].get(), MPFR_RNDN);
            return result;
        default:
            return call(expr.node().primitive->name, u);
        }
    }

    using Function = int (*)(mpfr_ptr, mpfr_srcptr, mpfr_rnd_t);

    static Exact apply(Function function, const Exact& u) {
        Exact result = u;
        function(result.get(), u.get(), MPFR_RNDN);
        return result;
    }
    Exact reciprocal(const Exact& u) const {
        Exact result = number(1);
        mpfr_div(result.get(), result.get(), u.get(), MPFR_RNDN);
        return result;
    }
    static Exact negated(const Exact& u) { return apply(mpfr_neg, u); }
    static Exact plus(const Exact& u, long whole) {
        Exact result = u;
        mpfr_add_si(result.get(), u.get(), whole, MPFR_RNDN);
        return result;
    }
    static Exact halved(const Exact& u) {
        Exact result = u;
        mpfr_div_ui(result.get(), u.get(), 2, MPFR_RNDN);
        return result;
    }

    Exact call(std::string_view name, const std::vector<Exact>& u) const {
        struct Direct {
            std::string_view name;
            Function function;
        };
        static constexpr std::array<Direct, 14> direct{{{"asinh", mpfr_asinh},
                                                        {"atan", mpfr_atan},
                                                        {"cos", mpfr_cos},
                                                        {"cosh", mpfr_cosh},
                                                        {"erf", mpfr_erf},
                                                        {"erfc", mpfr_erfc},
                                                        {"exp", mpfr_exp},
                                                        {"expm1", mpfr_expm1},
                                                        {"sech", mpfr_sech},
                                                        {"sin", mpfr_sin},
                                                        {"sinh", mpfr_sinh},
                                                        {"tan", mpfr_tan},
                                                        {"tanh", mpfr_tanh},
                                                        {"abs", mpfr_abs}}};
        for (const Direct& row : direct) {
            if (row.name == name) return apply(row.function, u[0]);
        }
        const int sign = mpfr_sgn(u[0].get());
        if (name == "log") return sign > 0 ? apply(mpfr_log, u[0]) : undefined();
        if (name == "log1p") return mpfr_cmp_si(u[0].get(), -1) > 0 ? apply(mpfr_log1p, u[0]) : undefined();
        if (name == "sqrt") return sign >= 0 ? apply(mpfr_sqrt, u[0]) : undefined();
        if (name == "sqrt1pm1") return root_difference(u[0]);
        if (name == "floor") {
            Exact result = u[0];
            mpfr_floor(result.get(), u[0].get());
            return result;
        }
        if (name == "sign") return number(sign);
        if (name == "step") return number(sign >= 0 ? 1 : 0);
        if (name == "relu") return sign > 0 ? u[0] : number(0);
        if (name == "max") return u[0] < u[1] ? u[1] : u[0];
        if (name == "min") return u[1] < u[0] ? u[1] : u[0];
        if (name == "clamp") {
            const Exact above = u[0] < u[1] ? u[1] : u[0];
            return u[2] < above ? u[2] : above;
        }
        if (name == "sigmoid") return reciprocal(plus(apply(mpfr_exp, negated(u[0])), 1));
        if (name == "softplus") return softplus(u[0]);
        if (name == "log_sigmoid") return negated(softplus(negated(u[0])));
        if (name == "normal_cdf") return normal_cdf(u[0]);
        if (name == "normal_pdf") return normal_pdf(u[0]);
        if (name == "sinc") return bessel(0, u[0]);
        if (name == "sph_bessel") return bessel(mpfr_get_si(u[0].get(), MPFR_RNDN), u[1]);
        throw std::logic_error("no exact value in the test for " + std::string(name));
    }

    static Exact softplus(const Exact& u) {
        const Exact power = apply(mpfr_exp, u);
        return mpfr_inf_p(power.get()) ? u : apply(mpfr_log1p, power);
    }

    /// sqrt(1 + u) - 1 = u/(sqrt(1 + u) + 1).
    Exact root_difference(const Exact& u) const {
        if (mpfr_cmp_si(u.get(), -1) < 0) return undefined();
        const Exact divisor = plus(apply(mpfr_sqrt, plus(u, 1)), 1);
        Exact result = u;
        if (mpfr_inf_p(u.get())) return result;
        mpfr_div(result.get(), u.get(), divisor.get(), MPFR_RNDN);
        return result;
    }

    Exact normal_cdf(const Exact& u) const {
        const Exact root = apply(mpfr_sqrt, number(2));
        Exact scaled = negated(u);
        mpfr_div(scaled.get(), scaled.get(), root.get(), MPFR_RNDN);
        return halved(apply(mpfr_erfc, scaled));
    }

    Exact normal_pdf(const Exact& u) const {
        Exact two_pi = constant("pi");
        mpfr_mul_ui(two_pi.get(), two_pi.get(), 2, MPFR_RNDN);
        Exact result = apply(mpfr_exp, negated(halved(apply(mpfr_sqr, u))));
        mpfr_div(result.get(), result.get(), apply(mpfr_sqrt, two_pi).get(), MPFR_RNDN);
        return result;
    }

    /// j_n by its power series near 0 (NIST DLMF 10.53.1), elsewhere by recurrence from sin(u)/u and cos(u)/u
    /// (10.51.1), with digits to spare for what that loses.
    Exact bessel(long n, const Exact& u) const {
        if (mpfr_inf_p(u.get())) return number(0);
        if (mpfr_cmpabs_ui(u.get(), 1) < 0) return bessel_near(n, u);
        const mpfr_prec_t precision = precision_ + 64 * (n + 1);
        const auto wide = [&](const Exact& v) {
            Exact result(0, precision);
            mpfr_set(result.get(), v.get(), MPFR_RNDN);
            return result;
        };
        const Exact x = wide(u);
        Exact before = apply(mpfr_cos, x); // j_-1 = cos(u)/u
        Exact at = apply(mpfr_sin, x);
        mpfr_div(before.get(), before.get(), x.get(), MPFR_RNDN);
        mpfr_div(at.get(), at.get(), x.get(), MPFR_RNDN);
        for (long k = 0; k < n; ++k) {
            Exact next = at;
            mpfr_mul_si(next.get(), next.get(), 2 * k + 1, MPFR_RNDN);
            mpfr_div(next.get(), next.get(), x.get(), MPFR_RNDN);
            mpfr_sub(next.get(), next.get(), before.get(), MPFR_RNDN);
            before = at;
            at = next;
        }
        Exact result = number(0);
        mpfr_set(result.get(), at.get(), MPFR_RNDN);
        return result;
    }

    Exact bessel_near(long n, const Exact& u) const {
        const Exact square = apply(mpfr_sqr, u);
        Exact term = number(1);
        for (long k = 1; k <= n; ++k) {
            mpfr_mul(term.get(), term.get(), u.get(), MPFR_RNDN);
            mpfr_div_si(term.get(), term.get(), 2 * k + 1, MPFR_RNDN);
        }
        Exact sum = term;
        for (long k = 1; k < precision_; ++k) {
            mpfr_mul(term.get(), term.get(), square.get(), MPFR_RNDN);
            mpfr_div_si(term.get(), term.get(), -2 * k * (2 * (n + k) + 1), MPFR_RNDN);
            if (mpfr_zero_p(term.get()) || mpfr_get_exp(term.get()) < mpfr_get_exp(sum.get()) - precision_ - 8) break;
            mpfr_add(sum.get(), sum.get(), term.get(), MPFR_RNDN);
        }
        return sum;
    }

    Exact x_;
    mpfr_prec_t precision_;
};

} // namespace

ExactValue exact_value(const Expr& expr, double x, mpfr_prec_t precision) {
    mpfr_clear_flags();
    ExactValue result{Evaluation(x, precision).of(expr)};
    result.sure = !mpfr_overflow_p() && !mpfr_underflow_p();
    return result;
}

} // namespace actlas::formula::test
