#include "formula/parser.hpp"

#include "base/limits.hpp"
#include "formula/lexer.hpp"
#include "formula/parse_hints.hpp"
#include "formula/primitive.hpp"

#include <algorithm>
#include <cmath>

namespace actlas::formula {

namespace {

std::string arguments_text(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " argument" : " arguments");
}

/// A tree and the length of its longest branch, so that a long chain such as x/x/x/... is refused like deep nesting:
/// other code may then walk trees by recursion.
struct Parsed {
    Expr expr;
    std::size_t depth = 1;
};

/// Recursive descent, one function a rule:
///   sum     = term { ("+" | "-") term }
///   term    = ["-"] factor { ("*" | "/") factor }        a leading minus takes the whole term, or its leading literal
///   factor  = "-" factor | primary [ "^" factor ]
///   primary = number | name | name "(" ... ")" | "(" sum ")"
class Parser {
public:
    Parser(std::string_view text, std::span<const std::string> parameters)
        : text_(text), parameters_(parameters), lexer_(text) {
        advance();
    }

    Expr formula() {
        if (token_.kind == Token::Kind::end) throw ParseError("the formula is empty", 0, 0);
        const Expr result = sum().expr;
        expect_end();
        return result;
    }

private:
    using TokenKind = Token::Kind;

    void advance() {
        previous_end_ = token_.offset + token_.length;
        token_ = lexer_.next();
    }

    std::string_view text_of(const Token& token) const { return text_.substr(token.offset, token.length); }

    [[noreturn]] void fail(std::string message, std::string hint = {}) const {
        throw ParseError(std::move(message), token_.offset, token_.length, std::move(hint));
    }

    Parsed made(Expr expr, std::size_t depth, const Token& at) {
        if (depth > limits::formula_depth) too_deep(at);
        if (++nodes_ > limits::formula_nodes) {
            throw ParseError("the formula has more than " + std::to_string(limits::formula_nodes) + " parts", at.offset,
                             at.length);
        }
        return {std::move(expr), depth};
    }

    [[noreturn]] static void too_deep(const Token& at) {
        throw ParseError("the formula is nested deeper than " + std::to_string(limits::formula_depth) + " levels",
                         at.offset, at.length);
    }

    /// Counts the parser's own recursion: parentheses nest without making nodes.
    struct Nesting {
        explicit Nesting(Parser& p) : parser(p) {
            if (++parser.nesting_ > limits::formula_depth) too_deep(parser.token_);
        }
        ~Nesting() { --parser.nesting_; }
        Nesting(const Nesting&) = delete;
        Nesting& operator=(const Nesting&) = delete;
        Parser& parser;
    };

    Parsed sum() {
        const Token start = token_;
        Parsed first = term(take_minus());
        std::vector<Expr> terms{first.expr};
        std::size_t depth = first.depth;
        while (token_.kind == TokenKind::plus || token_.kind == TokenKind::minus) {
            const bool minus = token_.kind == TokenKind::minus;
            advance();
            const Parsed next = term(minus);
            terms.push_back(next.expr);
            depth = std::max(depth, next.depth);
        }
        if (terms.size() == 1) return first;
        return made(Expr::add(std::move(terms)), depth + 1, start);
    }

    bool take_minus() {
        if (token_.kind != TokenKind::minus) return false;
        advance();
        return true;
    }

    /// The literal with its sign if the token is one that is not the base of a power.
    Parsed negative_literal_or(bool& negative) {
        const Token start = token_;
        if (negative && start.kind == TokenKind::number) {
            advance();
            if (token_.kind != TokenKind::power) {
                negative = false;
                return made(Expr::number(-start.value), 1, start);
            }
            return power(made(Expr::number(start.value), 1, start), start);
        }
        return factor();
    }

    Parsed term(bool negative) {
        const Token start = token_;
        if (negative && token_.kind == TokenKind::minus) {
            const Nesting nesting(*this);
            advance();
            const Parsed inner = term(true);
            return made(Expr::negate(inner.expr), inner.depth + 1, start);
        }
        Parsed result = negative_literal_or(negative);
        while (token_.kind == TokenKind::times || token_.kind == TokenKind::divided) {
            if (token_.kind == TokenKind::divided) {
                advance();
                const Parsed divisor = factor();
                result =
                    made(Expr::divide(result.expr, divisor.expr), std::max(result.depth, divisor.depth) + 1, start);
                continue;
            }
            std::vector<Expr> factors{result.expr};
            std::size_t depth = result.depth;
            while (token_.kind == TokenKind::times) {
                advance();
                const Parsed next = factor();
                factors.push_back(next.expr);
                depth = std::max(depth, next.depth);
            }
            result = made(Expr::multiply(std::move(factors)), depth + 1, start);
        }
        if (negative) return made(Expr::negate(result.expr), result.depth + 1, start);
        return result;
    }

    Parsed factor() {
        const Nesting nesting(*this);
        const Token start = token_;
        bool negative = take_minus();
        if (!negative) return power(primary(), start);
        const Parsed operand = negative_literal_or(negative);
        return negative ? made(Expr::negate(operand.expr), operand.depth + 1, start) : operand;
    }

    Parsed power(Parsed base, const Token& start) {
        if (token_.kind != TokenKind::power) return base;
        advance();
        const Parsed exponent = factor();
        return made(Expr::power(base.expr, exponent.expr), std::max(base.depth, exponent.depth) + 1, start);
    }

    Parsed primary() {
        const Token start = token_;
        if (start.kind == TokenKind::number) {
            advance();
            return made(Expr::number(start.value), 1, start);
        }
        if (start.kind == TokenKind::name) return name();
        if (start.kind == TokenKind::open) {
            advance();
            const Parsed inner = sum();
            close(start);
            return inner;
        }
        if (start.kind == TokenKind::end) {
            throw ParseError("the formula ends where a value was expected", previous_end_, 0);
        }
        if (start.kind == TokenKind::close) fail("expected a value before \")\"");
        fail("expected a value, not " + in_quotes(text_of(start)));
    }

    Parsed name() {
        const Token start = token_;
        const std::string word(text_of(start));
        advance();
        const bool called = token_.kind == TokenKind::open;
        if (word == "if") {
            if (!called) throw ParseError("expected \"(\" after if", start.offset, start.length, if_hint);
            return choice(start);
        }
        if (const Primitive* primitive = find_primitive(word); primitive != nullptr) {
            if (!called) {
                throw ParseError(in_quotes(word) + " is a function", start.offset, start.length,
                                 "write " + word + "(...)");
            }
            return call(*primitive, start);
        }
        const auto leaf = [&]() -> std::optional<Expr> {
            if (word == "x") return Expr::variable();
            if (word == "pi" || word == "e") return Expr::constant(word);
            if (std::find(parameters_.begin(), parameters_.end(), word) != parameters_.end())
                return Expr::parameter(word);
            return std::nullopt;
        }();
        if (!leaf) unknown(word, start, called);
        if (called) {
            throw ParseError(in_quotes(word) + " is not a function", start.offset, start.length,
                             "did you mean " + word + "*(...)?");
        }
        return made(*leaf, 1, start);
    }

    [[noreturn]] void unknown(const std::string& word, const Token& at, bool called) const {
        throw ParseError(std::string(called ? "unknown function " : "unknown name ") + in_quotes(word), at.offset,
                         at.length, name_hint(word, called, parameters_));
    }

    void close(const Token& open) {
        if (token_.kind == TokenKind::close) {
            advance();
            return;
        }
        if (token_.kind == TokenKind::end) {
            throw ParseError("missing \")\"", previous_end_, 0,
                             "to close the \"(\" at column " + std::to_string(column_of(open)));
        }
        unexpected_after_value("expected \")\"");
    }

    std::size_t column_of(const Token& token) const {
        return span_in_text({}, text_, token.offset, token.length).column;
    }

    /// `what` was expected after a value, and something else is there.
    [[noreturn]] void unexpected_after_value(const std::string& what) const {
        switch (token_.kind) {
        case TokenKind::less:
        case TokenKind::less_equal:
        case TokenKind::greater:
        case TokenKind::greater_equal:
            fail("a comparison can only be the first argument of if", if_hint);
        case TokenKind::number:
        case TokenKind::name:
        case TokenKind::open: {
            const std::string after(text_of(token_));
            fail("expected an operator before " + in_quotes(after),
                 missing_operator_hint(text_.substr(0, previous_end_), after));
        }
        default:
            fail(what + ", not " + in_quotes(text_of(token_)));
        }
    }

    void expect_end() const {
        if (token_.kind == TokenKind::end) return;
        if (token_.kind == TokenKind::close) fail("unexpected \")\"", "there is no \"(\" for it");
        if (token_.kind == TokenKind::comma)
            fail("unexpected \",\"", "only the arguments of a function are separated by commas");
        unexpected_after_value("expected an operator");
    }

    /// The arguments from the "," or "(" on to the closing bracket.
    std::vector<Parsed> arguments(const Token& open) {
        std::vector<Parsed> result;
        if (token_.kind != TokenKind::close) {
            result.push_back(sum());
            while (token_.kind == TokenKind::comma) {
                advance();
                result.push_back(sum());
            }
        }
        close(open);
        return result;
    }

    Parsed call(const Primitive& primitive, const Token& at) {
        const Token open = token_;
        advance();
        const Token first = token_;
        const std::vector<Parsed> parsed = arguments(open);
        if (parsed.size() != primitive.arity) wrong_count(at, primitive.arity, parsed.size());
        std::vector<Expr> operands;
        std::size_t depth = 0;
        for (const Parsed& argument : parsed) {
            operands.push_back(argument.expr);
            depth = std::max(depth, argument.depth);
        }
        if (primitive.literal_order && !is_order(operands[0])) {
            throw ParseError("the order of " + std::string(primitive.name) + " must be a whole number", first.offset,
                             first.length, "0, 1, 2, ..., written out");
        }
        return made(Expr::call(primitive.name, std::move(operands)), depth + 1, at);
    }

    static bool is_order(const Expr& expr) {
        return expr.kind() == Kind::number && expr.node().value >= 0 && expr.node().value <= 1000 &&
               std::floor(expr.node().value) == expr.node().value;
    }

    [[noreturn]] void wrong_count(const Token& at, std::size_t wanted, std::size_t given) const {
        throw ParseError(std::string(text_of(at)) + " takes " + arguments_text(wanted) + ", not " +
                             std::to_string(given),
                         at.offset, at.length);
    }

    Parsed choice(const Token& at) {
        const Token open = token_;
        advance();
        if (token_.kind == TokenKind::close) wrong_count(at, 3, 0);
        const Parsed lhs = sum();
        const Relation relation = comparison();
        const Parsed rhs = sum();
        if (is_comparison(token_.kind)) fail("a condition has one comparison", "nest if(...) for more");
        std::vector<Parsed> rest;
        if (token_.kind == TokenKind::comma) {
            advance();
            rest = arguments(open);
        } else {
            close(open);
        }
        if (rest.size() != 2) wrong_count(at, 3, rest.size() + 1);
        const std::size_t depth = std::max({lhs.depth, rhs.depth, rest[0].depth, rest[1].depth});
        return made(Expr::choice(relation, lhs.expr, rhs.expr, rest[0].expr, rest[1].expr), depth + 1, at);
    }

    static bool is_comparison(TokenKind kind) {
        return kind == TokenKind::less || kind == TokenKind::less_equal || kind == TokenKind::greater ||
               kind == TokenKind::greater_equal;
    }

    Relation comparison() {
        const TokenKind kind = token_.kind;
        if (!is_comparison(kind)) {
            if (kind == TokenKind::comma || kind == TokenKind::close || kind == TokenKind::end) {
                fail("if needs a comparison before its first comma", if_hint);
            }
            unexpected_after_value("expected a comparison");
        }
        advance();
        switch (kind) {
        case TokenKind::less:
            return Relation::less;
        case TokenKind::less_equal:
            return Relation::less_equal;
        case TokenKind::greater:
            return Relation::greater;
        default:
            return Relation::greater_equal;
        }
    }

    static constexpr const char* if_hint = "write if(a < b, then, otherwise)";

    std::string_view text_;
    std::span<const std::string> parameters_;
    Lexer lexer_;
    Token token_;
    std::size_t previous_end_ = 0;
    std::size_t nesting_ = 0;
    std::size_t nodes_ = 0;
};

} // namespace

Expr parse(std::string_view text, std::span<const std::string> parameters) {
    return Parser(text, parameters).formula();
}

} // namespace actlas::formula
