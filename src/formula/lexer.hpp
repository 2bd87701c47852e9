#pragma once

#include <cstddef>
#include <string_view>

namespace actlas::formula {

struct Token {
    enum class Kind {
        number,
        name,
        plus,
        minus,
        times,
        divided,
        power,
        open,
        close,
        comma,
        less,
        less_equal,
        greater,
        greater_equal,
        end
    };
    Kind kind = Kind::end;
    std::size_t offset = 0; ///< bytes
    std::size_t length = 0;
    double value = 0; ///< of a number
};

/// Cuts a formula into tokens, one at a time.
class Lexer {
public:
    explicit Lexer(std::string_view text) : text_(text) {}

    /// The next token. Throws ParseError at a character that cannot stand in a formula, naming what to write instead
    /// where that is known: full-width punctuation, ** for ^, mathematical symbols, and so on.
    Token next();

private:
    Token number(std::size_t start);
    [[noreturn]] void refuse(std::size_t start) const;

    std::string_view text_;
    std::size_t position_ = 0;
};

} // namespace actlas::formula
