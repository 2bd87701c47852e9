// if(): conditions solved for x, branches simplified for the x they are taken for, factors and terms moved into
// branches.

#include "formula/build.hpp"
#include "formula/known_sign.hpp"
#include "formula/primitive.hpp"
#include "formula/relation.hpp"
#include "formula/simplifier.hpp"

#include <algorithm>

namespace actlas::formula {

using build::operator-;

namespace {

/// What is moved into both branches is written twice, so it must be short; a branch that becomes a number pays for
/// more.
constexpr std::size_t short_formula = 12;
constexpr std::size_t most_choice_nodes = 200;

/// A number times x.
bool is_linear(const Term& term) {
    return term.factors.size() == 1 && term.factors[0].exponent.is(1) && term.factors[0].base.kind() == Kind::variable;
}

bool compares_x(const Expr& choice) {
    return choice.operand(0).kind() == Kind::variable && choice.operand(1).kind() == Kind::number;
}

bool has_number_branch(const Expr& choice) {
    return choice.operand(2).kind() == Kind::number || choice.operand(3).kind() == Kind::number;
}

/// The part of `domain` in which x REL c holds (or fails).
Domain narrowed(Domain domain, Relation relation, double c, bool truth) {
    bool upper = relation == Relation::less || relation == Relation::less_equal;
    bool open = relation == Relation::less || relation == Relation::greater;
    if (!truth) {
        upper = !upper;
        open = !open;
    }
    if (upper && (c < domain.high || (c == domain.high && open))) {
        domain.high = c;
        domain.high_open = open;
    }
    if (!upper && (c > domain.low || (c == domain.low && open))) {
        domain.low = c;
        domain.low_open = open;
    }
    return domain;
}

bool is_empty(const Domain& domain) {
    return domain.low > domain.high || (domain.low == domain.high && (domain.low_open || domain.high_open));
}

} // namespace

std::string Simplifier::condition_key(const Expr& choice) {
    return std::to_string(static_cast<int>(choice.node().relation)) + form_.key(choice.operand(0)) + " " +
           form_.key(choice.operand(1));
}

/// left - right, multiplied out if x does not stand alone otherwise. A single term is replaced by a simpler one of the
/// same sign: positive factors go, and a expm1(x/a) has the sign of x.
std::vector<Term> Simplifier::difference(const Expr& left, const Expr& right) {
    std::vector<Term> terms = form_.terms(left);
    for (Term& term : form_.terms(visit(-right)))
        terms.push_back(std::move(term));
    terms = collect(std::move(terms));
    if (std::none_of(terms.begin(), terms.end(), is_linear)) {
        std::vector<Term> expanded;
        for (const Term& term : terms) {
            for (Term& part : expand(term).value_or(std::vector<Term>{term}))
                expanded.push_back(std::move(part));
        }
        terms = collect(std::move(expanded));
    }
    if (terms.empty()) return {Term{Rational{0}, {}}};
    if (terms.size() > 1 || terms[0].is_number()) return terms;

    Term simpler;
    simpler.coefficient = terms[0].coefficient.negative() ? negate(one) : one;
    for (const Factor& factor : terms[0].factors) {
        if (known_sign(factor.base) == Sign::positive) continue;
        const bool odd = factor.exponent.whole() && !factor.exponent.even();
        if (odd && factor.base.kind() == Kind::call && factor.base.node().primitive->keeps_sign) {
            form_.multiply(simpler, form_.term(factor.base.operand(0)));
        } else {
            NormalForm::multiply(simpler, Factor{factor.base, factor.key, odd ? one : factor.exponent});
        }
    }
    tidy(simpler);
    return {simpler};
}

Expr Simplifier::choice(Relation relation, const Expr& left, const Expr& right, const Expr& then,
                        const Expr& otherwise) {
    // The condition as `difference REL 0`; then solved for x where x stands alone in one term.
    std::vector<Term> terms = difference(left, right);
    if (terms.size() == 1 && terms[0].is_number())
        return holds(relation, terms[0].coefficient.numerator, 0) ? then : otherwise;

    Expr lhs = left;
    Expr rhs = right;
    std::vector<Term> constant = terms;
    std::vector<Term> varying;
    std::erase_if(constant, [&](const Term& term) {
        const bool varies = depends_on_variable(form_.product(term));
        if (varies) varying.push_back(term);
        return varies;
    });
    const auto scale = varying.size() == 1 && is_linear(varying[0]) ? power(varying[0].coefficient, -1) : std::nullopt;
    if (scale) {
        for (Term& term : constant)
            form_.multiply(term, negate(*scale));
        lhs = Expr::variable();
        rhs = sum(std::move(constant));
        if (scale->negative()) relation = mirrored(relation);
    } else if (terms.size() == 1) {
        if (terms[0].coefficient.negative()) {
            terms[0].coefficient = negate(terms[0].coefficient);
            relation = mirrored(relation);
        }
        lhs = product(terms[0]);
        rhs = build::num(0);
    } else if (!depends_on_variable(lhs) && depends_on_variable(rhs)) {
        std::swap(lhs, rhs);
        relation = mirrored(relation);
    }
    return choice_like(Expr::choice(relation, lhs, rhs, then, otherwise), then, otherwise);
}

/// An if() with the (simplified) condition of another.
Expr Simplifier::choice_like(const Expr& pattern, const Expr& then, const Expr& otherwise) {
    const auto inside = [&](const Expr& branch, bool truth) -> Expr {
        if (branch.kind() == Kind::choice && condition_key(branch) == condition_key(pattern)) {
            return branch.operand(truth ? 2 : 3);
        }
        if (!compares_x(pattern)) return branch;
        const Domain domain = narrowed({}, pattern.node().relation, pattern.operand(1).node().value, truth);
        const auto narrower = in_domain(branch, domain);
        return narrower ? visit(*narrower) : branch;
    };
    const Expr first = inside(then, true);
    const Expr second = inside(otherwise, false);
    if (form_.key(first) == form_.key(second)) return first;
    return pattern.with_operands({pattern.operand(0), pattern.operand(1), first, second});
}

/// g if(c, a, b) = if(c, g a, g b), and powers likewise.
std::optional<Expr> Simplifier::push_into_choice(const Term& term) {
    const auto found = std::find_if(term.factors.begin(), term.factors.end(),
                                    [](const Factor& f) { return f.base.kind() == Kind::choice; });
    if (found == term.factors.end()) return std::nullopt;
    const Expr pattern = found->base;
    const Rational exponent = found->exponent;
    Term rest = term;
    NormalForm::multiply(rest, Factor{found->base, found->key, negate(found->exponent)});
    if (rest.is_number() && rest.coefficient.is(1) && exponent.is(1)) return pattern;
    const std::size_t size = node_count(form_.product(rest));
    if (size > short_formula && !(has_number_branch(pattern) && size <= most_choice_nodes)) return std::nullopt;
    const auto branch = [&](const Expr& value) {
        Term result = rest;
        form_.multiply(result, form_.power(value, exponent));
        return product(std::move(result));
    };
    return choice_like(pattern, branch(pattern.operand(2)), branch(pattern.operand(3)));
}

/// Adds if()s up branch by branch and moves short terms into them.
std::optional<Expr> Simplifier::merge_choices(const std::vector<Term>& terms) {
    const auto choice_of = [](const Term& term) -> const Expr* {
        const bool bare = term.coefficient.is(1) && term.factors.size() == 1 && term.factors[0].exponent.is(1) &&
                          term.factors[0].base.kind() == Kind::choice;
        return bare ? &term.factors[0].base : nullptr;
    };
    const auto first = std::find_if(terms.begin(), terms.end(), [&](const Term& t) { return choice_of(t) != nullptr; });
    if (first == terms.end()) return std::nullopt;
    const Expr pattern = *choice_of(*first);
    const std::string key = condition_key(pattern);

    std::vector<Term> then;
    std::vector<Term> otherwise;
    std::vector<Term> others;
    std::size_t same = 0;
    for (const Term& term : terms) {
        const Expr* const choice = choice_of(term);
        if (choice == nullptr || condition_key(*choice) != key) {
            others.push_back(term);
            continue;
        }
        ++same;
        for (Term& t : form_.terms(choice->operand(2)))
            then.push_back(std::move(t));
        for (Term& t : form_.terms(choice->operand(3)))
            otherwise.push_back(std::move(t));
    }
    if (same == 1 && others.empty()) return pattern;

    // What else there is moves into the branches: short terms always, other if()s on x where little is written twice.
    // Each that moves may double what there is, so a few do and of many none.
    constexpr std::ptrdiff_t most_nested = 4;
    const bool few = std::count_if(others.begin(), others.end(), choice_of) <= most_nested;
    std::vector<Term> left;
    for (Term& term : others) {
        const Expr* const choice = choice_of(term);
        const std::size_t size = node_count(form_.product(term));
        const bool moves = choice == nullptr
                               ? size <= short_formula
                               : few && compares_x(pattern) && compares_x(*choice) && size <= 2 * short_formula;
        if (moves) {
            then.push_back(term);
            otherwise.push_back(std::move(term));
        } else {
            left.push_back(std::move(term));
        }
    }
    if (same == 1 && left.size() == others.size()) return std::nullopt;
    const Expr merged = choice_like(pattern, sum(std::move(then)), sum(std::move(otherwise)));
    if (left.empty()) return merged;
    left.insert(left.begin(), form_.term(merged));
    return sum(std::move(left));
}

/// The sign of an expression that is affine in x, throughout the domain: -1 (never positive), 1 (never negative) or
/// neither.
std::optional<int> Simplifier::sign_in_domain(const Expr& expr, const Domain& domain) {
    Rational slope{0};
    Rational constant{0};
    for (const Term& term : form_.terms(expr)) {
        const bool linear = is_linear(term);
        if (!term.is_number() && !linear) return std::nullopt;
        (linear ? slope : constant) = term.coefficient;
    }
    const auto inverse = power(slope, -1);
    const auto root = inverse ? multiply(negate(constant), *inverse) : std::nullopt;
    if (!root) return std::nullopt;
    const int rising = slope.negative() ? -1 : 1;
    if (domain.low >= root->value()) return rising;
    if (domain.high <= root->value()) return -rising;
    return std::nullopt;
}

std::optional<Expr> Simplifier::call_in_domain(const Expr& expr, const Domain& domain) {
    const std::string_view name = expr.node().primitive->name;
    const Expr& u = expr.operand(0);
    if (name == "abs" || name == "relu") {
        const auto sign = sign_in_domain(u, domain);
        if (!sign) return std::nullopt;
        if (*sign > 0) return u;
        return name == "abs" ? -u : build::num(0);
    }
    if (name == "sign") {
        // The end of the domain may be the zero of u, where the sign is 0.
        if (!domain.low_open || !domain.high_open) return std::nullopt;
        const auto sign = sign_in_domain(u, domain);
        return sign ? std::optional(build::num(*sign)) : std::nullopt;
    }
    if (name == "min" || name == "max") {
        const auto sign = sign_in_domain(visit(u - expr.operand(1)), domain);
        if (!sign) return std::nullopt;
        return (*sign > 0) == (name == "max") ? u : expr.operand(1);
    }
    if (name == "clamp") {
        const auto above_low = sign_in_domain(visit(u - expr.operand(1)), domain);
        const auto above_high = sign_in_domain(visit(u - expr.operand(2)), domain);
        if (above_high == 1) return expr.operand(2);
        if (above_low == -1) return expr.operand(1);
        if (above_low == 1 && above_high == -1) return u;
    }
    return std::nullopt;
}

/// The formula as it is for the x of the domain, where that makes a difference.
std::optional<Expr> Simplifier::in_domain(const Expr& expr, const Domain& domain) {
    if (expr.kind() == Kind::choice && compares_x(expr)) {
        const double c = expr.operand(1).node().value;
        const Domain yes = narrowed(domain, expr.node().relation, c, true);
        const Domain no = narrowed(domain, expr.node().relation, c, false);
        if (is_empty(yes)) return in_domain(expr.operand(3), domain).value_or(expr.operand(3));
        if (is_empty(no)) return in_domain(expr.operand(2), domain).value_or(expr.operand(2));
        const auto then = in_domain(expr.operand(2), yes);
        const auto otherwise = in_domain(expr.operand(3), no);
        if (!then && !otherwise) return std::nullopt;
        return expr.with_operands(
            {expr.operand(0), expr.operand(1), then.value_or(expr.operand(2)), otherwise.value_or(expr.operand(3))});
    }
    if (expr.kind() == Kind::call) {
        if (auto result = call_in_domain(expr, domain)) return in_domain(*result, domain).value_or(*result);
    }
    std::vector<Expr> operands;
    bool changed = false;
    for (const Expr& operand : expr.operands()) {
        const auto narrower = in_domain(operand, domain);
        changed = changed || narrower.has_value();
        operands.push_back(narrower.value_or(operand));
    }
    return changed ? std::optional(expr.with_operands(std::move(operands))) : std::nullopt;
}

} // namespace actlas::formula
