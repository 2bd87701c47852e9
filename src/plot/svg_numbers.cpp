#include "plot/svg_numbers.hpp"

#include <charconv>
#include <cmath>
#include <stdexcept>

namespace actlas::plot {
namespace {

bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// Reads the number at `at`, skipping blanks and commas before it, and moves past it.
double read_number(std::string_view text, std::size_t& at) {
    while (at < text.size() && (text[at] == ' ' || text[at] == ','))
        ++at;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
    if (error != std::errc()) throw std::runtime_error("Cairo wrote SVG numbers of an unknown form");
    at = static_cast<std::size_t>(end - text.data());
    return value;
}

void skip_separators(std::string_view text, std::size_t& at) {
    while (at < text.size() && (text[at] == ' ' || text[at] == ','))
        ++at;
}

void append_separated(std::string& out, const std::string& number) {
    const bool needs_blank = !out.empty() && !is_letter(out.back()) && number.front() != '-';
    if (needs_blank) out += ' ';
    out += number;
}

} // namespace

std::string short_number(double value, int decimals) {
    double power = 1;
    for (int i = 0; i < decimals; ++i)
        power *= 10;
    const long long scaled = std::llround(value * power);
    if (scaled == 0) return "0";
    std::string digits = std::to_string(std::abs(scaled));
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() < places) digits.insert(0, places - digits.size(), '0');
    std::string fraction = digits.substr(digits.size() - places);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    std::string result = scaled < 0 ? "-" : "";
    result += digits.substr(0, digits.size() - places);
    if (!fraction.empty()) result += "." + fraction;
    return result;
}

std::string short_numbers(std::string_view text, double scale, int decimals) {
    std::string result;
    std::size_t at = 0;
    for (skip_separators(text, at); at < text.size(); skip_separators(text, at)) {
        if (!result.empty()) result += ' ';
        result += short_number(read_number(text, at) / scale, decimals);
    }
    return result;
}

std::string short_path(std::string_view data, double scale, int decimals) {
    std::string result;
    std::string pending_move; ///< written only once something is drawn from there
    char last = '\0';
    std::size_t at = 0;
    for (skip_separators(data, at); at < data.size(); skip_separators(data, at)) {
        const char command = data[at++];
        if (command != 'M' && command != 'L' && command != 'C' && command != 'Z') {
            throw std::runtime_error("Cairo wrote SVG path data of an unknown form");
        }
        std::string arguments;
        const int count = command == 'C' ? 6 : command == 'Z' ? 0 : 2;
        for (int i = 0; i < count; ++i)
            append_separated(arguments, short_number(read_number(data, at) / scale, decimals));
        if (command == 'M') {
            pending_move = arguments;
            continue;
        }
        if (!pending_move.empty()) {
            result += 'M' + pending_move;
            pending_move.clear();
            last = 'M';
        }
        // After a move, further pairs are lines; a cubic after a cubic needs no letter of its own.
        const bool implied = (command == 'L' && (last == 'L' || last == 'M')) || (command == 'C' && last == 'C');
        if (implied) {
            append_separated(result, arguments);
        } else {
            result += command + arguments;
        }
        last = command;
    }
    return result;
}

} // namespace actlas::plot
