#include "formula/limits_series.hpp"

#include <algorithm>

namespace actlas::formula::asymptotic {

namespace {

Rational checked(const std::optional<Rational>& value) {
    if (!value) throw Undecided();
    return *value;
}

const Monomial& logarithm() {
    static const Monomial log_t{.power = {0}, .log_power = {1}, .exponent = {}};
    return log_t;
}

/// Adds a term to a sum that is sorted, fastest first.
void add_term(std::vector<Term>& sum, const Term& term) {
    for (auto place = sum.begin(); place != sum.end(); ++place) {
        const int order = compare(term.monomial, place->monomial);
        if (order < 0) continue;
        if (order > 0) {
            sum.insert(place, term);
            return;
        }
        place->coefficient = place->coefficient + term.coefficient;
        if (place->coefficient.sign() == 0) sum.erase(place);
        return;
    }
    sum.push_back(term);
}

/// Widens the error; a wave stays one if it is larger than what is added.
void add_error(Series& series, const Monomial& error, Wave wave) {
    const int order = series.error ? compare(error, *series.error) : 1;
    if (order < 0) return;
    series.wave = order > 0 ? wave : Wave::none;
    series.error = error;
}

/// Drops the terms that the error swallows and those beyond the number kept.
void tidy(Series& series) {
    if (series.terms.size() > series.kept) {
        const Monomial dropped = series.terms[series.kept].monomial;
        add_error(series, dropped, Wave::none);
        series.terms.resize(series.kept, {0, {}});
    }
    while (series.error && !series.terms.empty()) {
        const int order = compare(series.terms.back().monomial, *series.error);
        if (order > 0) break;
        // Beside a wave of the same size a term moves its middle.
        if (order == 0 && series.wave == Wave::two_signed) series.wave = Wave::bounded;
        series.terms.pop_back();
    }
}

/// The fastest growing part, whether known as a term or only bounded.
const Monomial& bound(const Series& series) {
    return series.terms.empty() ? *series.error : series.terms.front().monomial;
}

Series scaled(const Series& series, const Term& by) {
    Series result;
    for (const Term& term : series.terms)
        result.terms.push_back({term.coefficient * by.coefficient, term.monomial * by.monomial});
    if (series.error) result.error = *series.error * by.monomial;
    result.wave = series.wave;
    result.kept = series.kept;
    return result;
}

/// u = leading (1 + rest), where rest goes to 0.
struct Split {
    Term leading;
    Series rest;
};

Split split(const Series& u) {
    if (u.terms.empty()) throw Undecided();
    const Term& leading = u.terms.front();
    Series rest = u;
    rest.terms.erase(rest.terms.begin());
    return {leading, scaled(rest, {power(leading.coefficient, {-1}), power(leading.monomial, {-1})})};
}

/// (1 + u)^exponent, u going to 0.
Series binomial(const Series& u, const Rational& exponent) {
    std::vector<Coefficient> coefficients{1};
    Rational factor = exponent;
    bool endless = true;
    for (std::int64_t k = 1; k < static_cast<std::int64_t>(u.kept); ++k) {
        const Coefficient next = coefficients.back() * factor * Rational{1, k};
        endless = !next.is(0);
        if (!endless) break;
        coefficients.push_back(next);
        factor = checked(add(factor, {-1}));
    }
    return compose(coefficients, u, endless);
}

Series wave_power(const Series& wave, const Rational& exponent) {
    if (wave.wave == Wave::none || !exponent.whole() || exponent.numerator < 1) throw Undecided();
    const bool keeps_sign = exponent.numerator % 2 != 0 && wave.wave == Wave::two_signed;
    return Series::remainder(power(*wave.error, exponent), keeps_sign ? Wave::two_signed : Wave::bounded);
}

} // namespace

Monomial operator*(const Monomial& a, const Monomial& b) {
    Monomial product{checked(add(a.power, b.power)), checked(add(a.log_power, b.log_power)), a.exponent};
    for (const Term& term : b.exponent)
        add_term(product.exponent, term);
    return product;
}

Monomial power(const Monomial& m, const Rational& exponent) {
    Monomial result{checked(multiply(m.power, exponent)), checked(multiply(m.log_power, exponent)), {}};
    if (exponent.is(0)) return result;
    for (const Term& term : m.exponent)
        result.exponent.push_back({term.coefficient * exponent, term.monomial});
    return result;
}

int growth(const Monomial& m) {
    const auto sign = [](const Rational& r) { return r.is(0) ? 0 : r.negative() ? -1 : 1; };
    // An exponent may also grow more slowly than log(t): sqrt(log(t)).
    if (!m.exponent.empty() && (m.power.is(0) || compare(m.exponent.front().monomial, logarithm()) > 0))
        return m.exponent.front().coefficient.sign();
    return m.power.is(0) ? sign(m.log_power) : sign(m.power);
}

int compare(const Monomial& a, const Monomial& b) {
    return growth(a * power(b, {-1}));
}

Series::Series(const Coefficient& constant) {
    if (constant.sign() != 0) terms.push_back({constant, {}});
}

Series::Series(Term term) {
    terms.push_back(std::move(term));
}

Series Series::remainder(Monomial error, Wave wave) {
    Series result;
    result.error = std::move(error);
    result.wave = wave;
    return result;
}

int Series::sign() const {
    if (zero()) return 0;
    if (terms.empty()) throw Undecided();
    return terms.front().coefficient.sign();
}

int Series::leading_growth() const {
    if (zero()) return -1;
    if (!terms.empty()) return growth(terms.front().monomial);
    if (growth(*error) < 0) return -1;
    throw Undecided();
}

Series operator-(const Series& a) {
    Series result = a;
    for (Term& term : result.terms)
        term.coefficient = -term.coefficient;
    return result;
}

Series operator+(const Series& a, const Series& b) {
    Series sum = a;
    sum.kept = std::min(a.kept, b.kept);
    for (const Term& term : b.terms)
        add_term(sum.terms, term);
    if (b.error) add_error(sum, *b.error, b.wave);
    tidy(sum);
    return sum;
}

Series operator*(const Series& a, const Series& b) {
    if (a.zero() || b.zero()) return {};
    Series product;
    product.kept = std::min(a.kept, b.kept);
    for (const Term& left : a.terms) {
        for (const Term& right : b.terms) {
            add_term(product.terms, {left.coefficient * right.coefficient, left.monomial * right.monomial});
        }
    }
    const bool pure_a = a.terms.empty() && !b.terms.empty();
    const bool pure_b = b.terms.empty() && !a.terms.empty();
    if (a.error) add_error(product, *a.error * bound(b), pure_a ? a.wave : Wave::none);
    if (b.error) add_error(product, *b.error * bound(a), pure_b ? b.wave : Wave::none);
    tidy(product);
    return product;
}

Series power(const Series& base, const Rational& exponent) {
    if (exponent.is(0)) return Series(Coefficient(1));
    if (exponent.is(1)) return base;
    if (base.zero()) {
        if (exponent.negative()) throw Undecided();
        return {};
    }
    if (base.terms.empty()) return wave_power(base, exponent);
    const auto [leading, rest] = split(base);
    return scaled(binomial(rest, exponent), {power(leading.coefficient, exponent), power(leading.monomial, exponent)});
}

Series exp(const Series& u) {
    if (u.error && growth(*u.error) >= 0) throw Undecided();
    Term factor{1, {}};
    Series small;
    small.error = u.error;
    small.kept = u.kept;
    for (const Term& term : u.terms) {
        const int order = growth(term.monomial);
        if (order < 0) {
            small.terms.push_back(term);
        } else if (order == 0) {
            factor.coefficient = exp(term.coefficient);
        } else if (compare(term.monomial, logarithm()) == 0) {
            if (!term.coefficient.rational()) throw Undecided();
            factor.monomial.power = *term.coefficient.rational();
        } else {
            factor.monomial.exponent.push_back(term);
        }
    }
    std::int64_t factorial = 1;
    const auto taylor = [&](std::int64_t k) { return Coefficient(Rational{1, k == 0 ? 1 : factorial *= k}); };
    return scaled(compose(taylor, small), factor);
}

Series log(const Series& u) {
    const auto [leading, rest] = split(u);
    if (!leading.monomial.log_power.is(0)) throw Undecided();
    Series result(log(leading.coefficient));
    if (!leading.monomial.power.is(0)) result = result + Series(Term{leading.monomial.power, logarithm()});
    for (const Term& term : leading.monomial.exponent)
        result = result + Series(term);
    const auto taylor = [](std::int64_t k) {
        return k == 0 ? Coefficient(0) : Coefficient(Rational{k % 2 != 0 ? 1 : -1, k});
    };
    return result + compose(taylor, rest);
}

Series compose(const std::function<Coefficient(std::int64_t)>& c, const Series& u) {
    std::vector<Coefficient> coefficients;
    for (std::size_t k = 0; k < u.kept; ++k)
        coefficients.push_back(c(static_cast<std::int64_t>(k)));
    return compose(coefficients, u, true);
}

Series compose(const std::vector<Coefficient>& coefficients, const Series& u, bool endless) {
    Series sum(coefficients.front());
    sum.kept = u.kept;
    if (u.zero()) return sum;
    Series power_of_u(Coefficient(1));
    for (std::size_t k = 1; k < coefficients.size(); ++k) {
        power_of_u = power_of_u * u;
        if (coefficients[k].sign() != 0) sum = sum + scaled(power_of_u, {coefficients[k], {}});
    }
    if (!endless) return sum;
    return sum + Series::remainder(power(bound(u), {static_cast<std::int64_t>(coefficients.size())}));
}

} // namespace actlas::formula::asymptotic
