#include "base/diagnostic.hpp"

#include "base/utf8.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

namespace actlas {
namespace {

// Longer lines are cut round the place of the error, so that the terminal does not wrap them away from their caret.
constexpr int most_columns = 110;
constexpr int columns_before = 50;

std::string joined_messages(const std::vector<Diagnostic>& diagnostics) {
    std::string text;
    for (const auto& diagnostic : diagnostics) {
        if (!text.empty()) text += '\n';
        text += diagnostic.message;
    }
    return text;
}

std::string_view word(Diagnostic::Severity severity) {
    return severity == Diagnostic::Severity::error ? "error" : "warning";
}

struct Paint {
    bool colour;
    std::string bold(std::string_view text) const { return wrap("\x1b[1m", text); }
    std::string error(std::string_view text) const { return wrap("\x1b[1;31m", text); }
    std::string warning(std::string_view text) const { return wrap("\x1b[1;35m", text); }
    std::string caret(std::string_view text) const { return wrap("\x1b[1;32m", text); }

private:
    std::string wrap(std::string_view code, std::string_view text) const {
        return colour ? fmt::format("{}{}\x1b[0m", code, text) : std::string(text);
    }
};

/// The part of the line to show and the marker under it.
struct Excerpt {
    std::string text;
    std::string before; ///< blanks up to the marker
    std::string marker; ///< "^~~~"
};

Excerpt excerpt(const SourceSpan& where) {
    const std::u32string line = code_points(printable(where.line_text));
    const std::size_t place = std::min(where.column - std::min<std::size_t>(where.column, 1), line.size());
    const std::size_t end = std::min(place + std::max<std::size_t>(where.length, 1), std::max(line.size(), place + 1));
    const auto width = [&](std::size_t from, std::size_t to) {
        int columns = 0;
        for (std::size_t i = from; i < to && i < line.size(); ++i)
            columns += display_width(line[i]);
        return columns;
    };

    // Step by step, as a line may be very long.
    std::size_t first = 0;
    if (width(0, line.size()) > most_columns) {
        int columns = 0;
        for (first = place; first > 0 && columns + display_width(line[first - 1]) <= columns_before; --first)
            columns += display_width(line[first - 1]);
    }
    std::size_t last = std::min(place + 1, line.size());
    for (int columns = width(first, last); last < line.size(); ++last) {
        columns += display_width(line[last]);
        if (columns > most_columns) break;
    }

    Excerpt result;
    if (first > 0) {
        result.text = "… ";
        result.before = "  ";
    }
    for (std::size_t i = first; i < last; ++i) {
        append_utf8(result.text, line[i]);
        // A tab is repeated, so that it reaches the same stop in both lines.
        if (i < place)
            result.before += line[i] == '\t' ? std::string("\t")
                                             : std::string(static_cast<std::size_t>(display_width(line[i])), ' ');
    }
    if (last < line.size()) result.text += " …";
    const int marked = std::max(1, width(place, std::min(end, last)));
    result.marker = "^" + std::string(static_cast<std::size_t>(marked - 1), '~');
    return result;
}

std::string escaped_data(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '%')
            result += "%25";
        else if (c == '\r')
            result += "%0D";
        else if (c == '\n')
            result += "%0A";
        else
            result += c;
    }
    return result;
}

std::string escaped_property(std::string_view text) {
    std::string result;
    for (const char c : escaped_data(text)) {
        if (c == ':')
            result += "%3A";
        else if (c == ',')
            result += "%2C";
        else
            result += c;
    }
    return result;
}

} // namespace

InputError::InputError(std::vector<Diagnostic> diagnostics)
    : std::runtime_error(joined_messages(diagnostics)), diagnostics_(std::move(diagnostics)) {}

InputError::InputError(Diagnostic diagnostic) : InputError(std::vector<Diagnostic>{std::move(diagnostic)}) {}

std::string format_for_people(const Diagnostic& diagnostic, bool colour) {
    const Paint paint{colour};
    std::string place;
    if (diagnostic.where) {
        const SourceSpan& where = *diagnostic.where;
        place = where.file.empty() ? fmt::format("line {}, column {}: ", where.line, where.column)
                                   : fmt::format("{}:{}:{}: ", printable(where.file), where.line, where.column);
    }
    const std::string severity = fmt::format("{}:", word(diagnostic.severity));
    std::string text = fmt::format("{}{} {}\n", place.empty() ? "" : paint.bold(place),
                                   diagnostic.severity == Diagnostic::Severity::error ? paint.error(severity)
                                                                                      : paint.warning(severity),
                                   paint.bold(printable(diagnostic.message)));
    if (diagnostic.where) {
        const Excerpt shown = excerpt(*diagnostic.where);
        const std::string number = fmt::format("{:>5}", diagnostic.where->line);
        text += fmt::format("{} | {}\n", number, shown.text);
        text += fmt::format("{} | {}{}\n", std::string(number.size(), ' '), shown.before, paint.caret(shown.marker));
    }
    if (!diagnostic.hint.empty()) text += fmt::format("  {} {}\n", paint.bold("hint:"), printable(diagnostic.hint));
    return text;
}

std::string format_for_github(const Diagnostic& diagnostic) {
    std::string properties;
    if (diagnostic.where && !diagnostic.where->file.empty()) {
        const SourceSpan& where = *diagnostic.where;
        properties = fmt::format(" file={},line={},col={},endColumn={}", escaped_property(where.file), where.line,
                                 where.column, where.column + std::max<std::size_t>(where.length, 1));
    }
    std::string message = diagnostic.message;
    if (!diagnostic.hint.empty()) message += "\n" + diagnostic.hint;
    return fmt::format("::{}{}::{}\n", word(diagnostic.severity), properties, escaped_data(message));
}

SourceSpan span_in_text(std::string_view file, std::string_view text, std::size_t offset, std::size_t length) {
    offset = std::min(offset, text.size());
    const std::string_view before = text.substr(0, offset);
    const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    std::size_t line_end = std::min(text.find('\n', offset), text.size());
    if (line_end > line_start && text[line_end - 1] == '\r') --line_end;

    SourceSpan span;
    span.file = file;
    span.line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    span.column = 1 + code_points(text.substr(line_start, offset - line_start)).size();
    const std::size_t end = std::min(offset + length, std::max(line_end, offset));
    span.length = std::max<std::size_t>(1, code_points(text.substr(offset, end - offset)).size());
    span.line_text = text.substr(line_start, line_end - line_start);
    return span;
}

} // namespace actlas
