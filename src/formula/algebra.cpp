#include "formula/algebra.hpp"

#include <algorithm>
#include <cstdlib>

namespace actlas::formula::algebra {
namespace {

constexpr std::size_t most_terms = 400;
constexpr std::int64_t highest_power = 24;

Rational checked(const std::optional<Rational>& value) {
    if (!value) throw OutOfReach();
    return *value;
}

Rational plus(Rational a, Rational b) {
    return checked(add(a, b));
}

Rational times(Rational a, Rational b) {
    return checked(multiply(a, b));
}

Polynomial constant(Rational value) {
    Polynomial result;
    if (value.numerator != 0) result.emplace(Monomial{}, value);
    return result;
}

bool is_one(const Polynomial& a) {
    return a.size() == 1 && a.begin()->first.empty() && a.begin()->second.is(1);
}

void add_term(Polynomial& to, const Monomial& monomial, Rational coefficient) {
    if (coefficient.numerator == 0) return;
    const auto [place, is_new] = to.try_emplace(monomial, coefficient);
    if (is_new) {
        if (to.size() > most_terms) throw OutOfReach();
        return;
    }
    place->second = plus(place->second, coefficient);
    if (place->second.numerator == 0) to.erase(place);
}

Monomial merged(const Monomial& a, const Monomial& b) {
    Monomial result;
    result.reserve(a.size() + b.size());
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() || right != b.end()) {
        if (right == b.end() || (left != a.end() && left->atom < right->atom)) {
            result.push_back(*left++);
        } else if (left == a.end() || right->atom < left->atom) {
            result.push_back(*right++);
        } else {
            const Rational exponent = plus(left->exponent, right->exponent);
            if (exponent.numerator != 0) result.push_back({left->atom, exponent});
            ++left;
            ++right;
        }
    }
    return result;
}

Monomial raised(Monomial monomial, Rational exponent) {
    for (Power& power : monomial)
        power.exponent = times(power.exponent, exponent);
    return monomial;
}

std::int64_t floor_of(Rational value) {
    const std::int64_t whole = value.numerator / value.denominator;
    return value.numerator % value.denominator < 0 ? whole - 1 : whole;
}

/// The primes of a number with their exponents; what has no factor below a thousand counts as one.
std::vector<std::pair<std::int64_t, int>> primes_of(std::int64_t number) {
    std::vector<std::pair<std::int64_t, int>> result;
    for (std::int64_t p = 2; p < 1000 && p * p <= number; ++p) {
        int count = 0;
        for (; number % p == 0; number /= p)
            ++count;
        if (count > 0) result.emplace_back(p, count);
    }
    if (number > 1) result.emplace_back(number, 1);
    return result;
}

} // namespace

bool MonomialOrder::operator()(const Monomial& a, const Monomial& b) const {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), [](const Power& p, const Power& q) {
        if (p.atom != q.atom) return p.atom < q.atom;
        if (p.exponent.numerator != q.exponent.numerator) return p.exponent.numerator < q.exponent.numerator;
        return p.exponent.denominator < q.exponent.denominator;
    });
}

Fraction Ring::number(Rational value) {
    value.decimal = false;
    return {constant(value), constant(one)};
}

Fraction Ring::of_atom(std::size_t atom, Rational exponent) const {
    return {Polynomial{{Monomial{{atom, exponent}}, one}}, constant(one)};
}

std::size_t Ring::atom(std::string_view name, const Fraction& argument, bool positive) {
    for (std::size_t i = 0; i < atoms_.size(); ++i)
        if (atoms_[i].name == name && equal(atoms_[i].argument, argument)) return i;
    const bool is_real = name != imaginary && name != circular && real(argument);
    atoms_.push_back({std::string(name), argument, is_real, positive && is_real});
    return atoms_.size() - 1;
}

bool Ring::real(const Fraction& a) const {
    const auto is_real = [&](const auto& term) {
        return std::all_of(term.first.begin(), term.first.end(),
                           [&](const Power& power) { return atoms_[power.atom].real; });
    };
    return std::all_of(a.top.begin(), a.top.end(), is_real) && std::all_of(a.bottom.begin(), a.bottom.end(), is_real);
}

bool Ring::positive(const Polynomial& a) const {
    return !a.empty() && std::all_of(a.begin(), a.end(), [&](const auto& term) {
        // An even power may vanish; beside a term that is positive throughout, the sum does not. Alone it is no proof.
        return !term.second.negative() && std::all_of(term.first.begin(), term.first.end(), [&](const Power& power) {
            const Atom& atom = atoms_[power.atom];
            return atom.positive || (atom.real && power.exponent.even());
        });
    });
}

Polynomial Ring::sum(const Polynomial& a, const Polynomial& b) const {
    Polynomial result = a;
    for (const auto& [monomial, coefficient] : b)
        add_term(result, monomial, coefficient);
    return result;
}

/// Brings powers of i into 1 and i, and roots below the power 1.
void Ring::add_product(Polynomial& to, const Monomial& a, const Monomial& b, Rational coefficient) {
    Monomial monomial = merged(a, b);
    for (Power& power : monomial) {
        const Atom& atom = atoms_[power.atom];
        if (atom.name == imaginary) {
            const std::int64_t turns = ((power.exponent.numerator % 4) + 4) % 4;
            if (turns >= 2) coefficient = negate(coefficient);
            power.exponent = Rational{turns % 2};
        } else if (atom.name == root && !less(power.exponent, one)) {
            const Polynomial radicand = atom.argument.top;
            power.exponent = plus(power.exponent, Rational{-1});
            std::erase_if(monomial, [](const Power& p) { return p.exponent.numerator == 0; });
            for (const auto& [factor, number] : radicand)
                add_product(to, monomial, factor, times(coefficient, number));
            return;
        }
    }
    std::erase_if(monomial, [](const Power& p) { return p.exponent.numerator == 0; });
    add_term(to, monomial, coefficient);
}

Polynomial Ring::product(const Polynomial& a, const Polynomial& b) {
    if (is_one(a)) return b;
    if (is_one(b)) return a;
    if (a.size() * b.size() > most_terms * 10) throw OutOfReach();
    Polynomial result;
    for (const auto& [left, first] : a)
        for (const auto& [right, second] : b)
            add_product(result, left, right, times(first, second));
    return result;
}

Fraction Ring::sum(const Fraction& a, const Fraction& b) {
    if (a.bottom == b.bottom) return {sum(a.top, b.top), a.bottom};
    return {sum(product(a.top, b.bottom), product(b.top, a.bottom)), product(a.bottom, b.bottom)};
}

Fraction Ring::product(const Fraction& a, const Fraction& b) {
    if (a.top == b.bottom) return {b.top, a.bottom};
    if (b.top == a.bottom) return {a.top, b.bottom};
    return {product(a.top, b.top), product(a.bottom, b.bottom)};
}

Fraction Ring::quotient(const Fraction& a, const Fraction& b) {
    if (b.top.empty()) throw OutOfReach();
    return product(a, Fraction{b.bottom, b.top});
}

Fraction Ring::negated(Fraction a) const {
    for (auto& [monomial, coefficient] : a.top)
        coefficient = negate(coefficient);
    return a;
}

bool Ring::equal(const Fraction& a, const Fraction& b) {
    if (a.bottom == b.bottom) return a.top == b.top;
    return product(a.top, b.bottom) == product(b.top, a.bottom);
}

Fraction Ring::i() {
    return of_atom(atom(imaginary, number(one), false));
}

std::optional<Polynomial> Ring::laurent(const Fraction& a) {
    if (is_one(a.bottom)) return a.top;
    if (a.bottom.size() != 1) return std::nullopt;
    const auto& [divisor, number] = *a.bottom.begin();
    if (std::any_of(divisor.begin(), divisor.end(), [&](const Power& p) { return atoms_[p.atom].name == root; }))
        return std::nullopt;
    const Polynomial inverse{{raised(divisor, Rational{-1}), checked(formula::power(number, -1))}};
    return product(a.top, inverse);
}

Ring::Parts Ring::parts(const Polynomial& a) {
    Parts result;
    for (std::size_t atom = 0; atom < atoms_.size(); ++atom) {
        if (!atoms_[atom].positive || atoms_[atom].name == root) continue;
        std::optional<Rational> lowest;
        for (const auto& [monomial, coefficient] : a) {
            const auto found =
                std::find_if(monomial.begin(), monomial.end(), [&](const Power& p) { return p.atom == atom; });
            const Rational exponent = found != monomial.end() ? found->exponent : Rational{0};
            if (!lowest || less(exponent, *lowest)) lowest = exponent;
        }
        if (lowest && lowest->numerator != 0) result.monomial.push_back({atom, *lowest});
    }
    result.rest = result.monomial.empty() ? a : product(a, {{raised(result.monomial, Rational{-1}), one}});
    if (result.rest.empty()) throw OutOfReach();
    result.number = result.rest.begin()->second;
    if (result.number.negative()) result.number = negate(result.number);
    const Rational inverse = checked(formula::power(result.number, -1));
    for (auto& [monomial, coefficient] : result.rest)
        coefficient = times(coefficient, inverse);
    return result;
}

Fraction Ring::whole_power(const Fraction& base, std::int64_t exponent) {
    if (std::abs(exponent) > highest_power) throw OutOfReach();
    if (exponent < 0) return whole_power(quotient(number(one), base), -exponent);
    Fraction result = number(one);
    for (std::int64_t n = 0; n < exponent; ++n)
        result = Fraction{product(result.top, base.top), product(result.bottom, base.bottom)};
    return result;
}

Fraction Ring::power(const Fraction& base, Rational exponent) {
    exponent.decimal = false;
    if (exponent.whole()) return whole_power(base, exponent.numerator);
    if (is_one(base.bottom)) return root_of(base.top, exponent);
    if (!positive(base.bottom)) throw OutOfReach();
    return product(root_of(base.top, exponent), root_of(base.bottom, negate(exponent)));
}

Fraction Ring::root_of_number(std::int64_t value, Rational exponent) {
    Fraction result = number(one);
    for (const auto& [prime, count] : primes_of(value)) {
        const Rational total = times(exponent, Rational{count});
        const std::int64_t whole = floor_of(total);
        result = product(result, whole_power(number(Rational{prime}), whole));
        const Rational rest = plus(total, Rational{-whole});
        if (rest.numerator != 0) result = product(result, of_atom(atom(root, number(Rational{prime}), true), rest));
    }
    return result;
}

Fraction Ring::root_of(const Polynomial& base, Rational exponent) {
    const Parts found = parts(base);
    Fraction result = product(root_of_number(found.number.numerator, exponent),
                              root_of_number(found.number.denominator, negate(exponent)));
    if (!found.monomial.empty())
        result = product(result, Fraction{{{raised(found.monomial, exponent), one}}, constant(one)});
    if (is_one(found.rest)) return result;
    const std::int64_t whole = floor_of(exponent);
    const Fraction rest{found.rest, constant(one)};
    result = product(result, whole_power(rest, whole));
    const bool is_positive = positive(found.rest);
    return product(result, of_atom(atom(root, rest, is_positive), plus(exponent, Rational{-whole})));
}

Fraction Ring::exp(const Fraction& u, std::string_view name) {
    const bool is_real = name == exponential;
    Fraction result = number(one);
    const std::optional<Polynomial> terms = laurent(u);
    if (!terms) {
        // A multiple of an exponent that is there already is a power of that exponential.
        for (std::size_t k = 0; k < atoms_.size(); ++k) {
            if (atoms_[k].name != name) continue;
            const Polynomial ours = product(u.top, atoms_[k].argument.bottom);
            const Polynomial theirs = product(atoms_[k].argument.top, u.bottom);
            if (ours.empty() || theirs.empty() || ours.size() != theirs.size()) continue;
            const Rational ratio = times(ours.begin()->second, checked(formula::power(theirs.begin()->second, -1)));
            if (ours == product(theirs, constant(ratio))) return of_atom(k, ratio);
        }
        return of_atom(atom(name, u, is_real));
    }
    for (const auto& [monomial, coefficient] : *terms) {
        const bool single = monomial.size() == 1 && monomial[0].exponent.is(1);
        if (is_real && single && atoms_[monomial[0].atom].name == logarithm) {
            const Fraction inside = atoms_[monomial[0].atom].argument;
            result = product(result, power(inside, coefficient));
            continue;
        }
        const Fraction argument{{{monomial, one}}, constant(one)};
        result = product(result, of_atom(atom(name, argument, is_real), coefficient));
    }
    return result;
}

Fraction Ring::log_of_number(std::int64_t value) {
    Fraction result = number(Rational{0});
    for (const auto& [prime, count] : primes_of(value)) {
        const Fraction one_of_them = of_atom(atom(logarithm, number(Rational{prime}), true));
        result = sum(result, product(number(Rational{count}), one_of_them));
    }
    return result;
}

Fraction Ring::log_of(const Polynomial& u) {
    const Parts found = parts(u);
    Fraction result = sum(log_of_number(found.number.numerator), negated(log_of_number(found.number.denominator)));
    for (const Power& power : found.monomial) {
        const Atom inside = atoms_[power.atom];
        const Fraction log =
            inside.name == exponential ? inside.argument : of_atom(atom(logarithm, of_atom(power.atom), false));
        result = sum(result, product(number(power.exponent), log));
    }
    if (is_one(found.rest)) return result;
    const auto& [monomial, coefficient] = *found.rest.begin();
    if (found.rest.size() == 1 && coefficient.is(1) && monomial.size() == 1 && atoms_[monomial[0].atom].name == root) {
        const Polynomial inside = atoms_[monomial[0].atom].argument.top;
        return sum(result, product(number(monomial[0].exponent), log_of(inside)));
    }
    return sum(result, of_atom(atom(logarithm, Fraction{found.rest, constant(one)}, false)));
}

Fraction Ring::log(const Fraction& u) {
    if (is_one(u.bottom)) return log_of(u.top);
    if (positive(u.bottom)) return sum(log_of(u.top), negated(log_of(u.bottom)));
    return of_atom(atom(logarithm, u, false));
}

} // namespace actlas::formula::algebra
