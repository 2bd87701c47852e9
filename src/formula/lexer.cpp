#include "formula/lexer.hpp"

#include "base/ascii.hpp"
#include "formula/parser.hpp"

#include <array>
#include <charconv>
#include <optional>
#include <string>

namespace actlas::formula {

namespace {

bool starts_name(char c) {
    return is_letter(c) || c == '_';
}

/// Bytes of the UTF-8 sequence that starts with `lead`; 1 for what is not valid UTF-8.
std::size_t sequence_length(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    if (byte >= 0xF0) return 4;
    if (byte >= 0xE0) return 3;
    if (byte >= 0xC0) return 2;
    return 1;
}

struct Substitute {
    std::string_view written;
    std::string_view meant;
};

/// What people write (input methods, copies from papers, other languages) and what the formula language calls it.
/// Longer spellings come before their beginnings.
constexpr std::array substitutes{
    Substitute{"**", "^"},         Substitute{"==", ""},      Substitute{"!=", ""},       Substitute{"=", ""},
    Substitute{"（", "("},         Substitute{"）", ")"},     Substitute{"，", ","},      Substitute{"、", ","},
    Substitute{"。", "."},         Substitute{"＋", "+"},     Substitute{"－", "-"},      Substitute{"＊", "*"},
    Substitute{"／", "/"},         Substitute{"＜", "<"},     Substitute{"＞", ">"},      Substitute{"＝", ""},
    Substitute{"　", " "},         Substitute{"\u00A0", " "}, Substitute{"−", "-"},       Substitute{"–", "-"},
    Substitute{"×", "*"},          Substitute{"·", "*"},      Substitute{"⋅", "*"},       Substitute{"÷", "/"},
    Substitute{"≤", "<="},         Substitute{"≥", ">="},     Substitute{"²", "^2"},      Substitute{"³", "^3"},
    Substitute{"√", "sqrt"},       Substitute{"π", "pi"},     Substitute{"σ", "sigmoid"}, Substitute{"Φ", "normal_cdf"},
    Substitute{"φ", "normal_pdf"}, Substitute{"α", "alpha"},  Substitute{"β", "beta"},    Substitute{"γ", "gamma"},
    Substitute{"λ", "lambda"},     Substitute{"[", "("},      Substitute{"]", ")"},       Substitute{"{", "("},
    Substitute{"}", ")"},
};

constexpr std::string_view comparisons_hint = "conditions are written with <, <=, > or >=";

} // namespace

Token Lexer::next() {
    while (position_ < text_.size() && std::string_view(" \t\r\n").find(text_[position_]) != std::string_view::npos) {
        ++position_;
    }
    const std::size_t start = position_;
    if (start == text_.size()) return {Token::Kind::end, start, 0, 0};

    const char c = text_[start];
    const char after = start + 1 < text_.size() ? text_[start + 1] : '\0';
    if (is_digit(c) || (c == '.' && is_digit(after))) return number(start);
    if (starts_name(c)) {
        while (position_ < text_.size() && (starts_name(text_[position_]) || is_digit(text_[position_])))
            ++position_;
        return {Token::Kind::name, start, position_ - start, 0};
    }

    const auto token = [&](Token::Kind kind, std::size_t length) {
        position_ = start + length;
        return Token{kind, start, length, 0};
    };
    switch (c) {
    case '+':
        return token(Token::Kind::plus, 1);
    case '-':
        return token(Token::Kind::minus, 1);
    case '*':
        if (after == '*') break;
        return token(Token::Kind::times, 1);
    case '/':
        return token(Token::Kind::divided, 1);
    case '^':
        return token(Token::Kind::power, 1);
    case '(':
        return token(Token::Kind::open, 1);
    case ')':
        return token(Token::Kind::close, 1);
    case ',':
        return token(Token::Kind::comma, 1);
    case '<':
        return after == '=' ? token(Token::Kind::less_equal, 2) : token(Token::Kind::less, 1);
    case '>':
        return after == '=' ? token(Token::Kind::greater_equal, 2) : token(Token::Kind::greater, 1);
    default:
        break;
    }
    refuse(start);
}

Token Lexer::number(std::size_t start) {
    double value = 0;
    const char* const first = text_.data() + start;
    const auto [end, error] = std::from_chars(first, text_.data() + text_.size(), value);
    const auto length = static_cast<std::size_t>(end - first);
    position_ = start + length;
    if (error == std::errc::result_out_of_range) {
        throw ParseError("the number " + std::string(text_.substr(start, length)) + " is out of range", start, length,
                         "numbers lie between 4.9e-324 and 1.8e308");
    }
    return {Token::Kind::number, start, length, value};
}

void Lexer::refuse(std::size_t start) const {
    const std::string_view rest = text_.substr(start);
    for (const auto& [written, meant] : substitutes) {
        if (!rest.starts_with(written)) continue;
        const std::string hint = meant.empty()  ? std::string(comparisons_hint)
                                 : meant == " " ? "use an ordinary space"
                                                : "write \"" + std::string(meant) + "\"";
        throw ParseError("unexpected \"" + std::string(written) + "\"", start, written.size(), hint);
    }
    const std::string_view character = rest.substr(0, sequence_length(rest[0]));
    throw ParseError("unexpected character \"" + std::string(character) + "\"", start, character.size());
}

} // namespace actlas::formula
