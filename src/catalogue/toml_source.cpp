#include "catalogue/toml_source.hpp"

#include "base/utf8.hpp"
#include "catalogue/toml_limits.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <tuple>
#include <utility>

namespace actlas::catalogue {
namespace {

/// Walks through the raw spelling of a TOML string and counts the bytes of the value it spells.
class StringWalker {
public:
    StringWalker(std::string_view text, std::size_t start) : text_(text), at_(start) {
        quote_ = at_ < text_.size() ? text_[at_] : '\0';
        const bool triple = text_.substr(at_, 3) == std::string(3, quote_);
        at_ += triple ? 3 : 1;
        // A line break right after the opening quotes is not part of the value.
        if (triple && text_.substr(at_, 2) == "\r\n")
            at_ += 2;
        else if (triple && text_.substr(at_, 1) == "\n")
            at_ += 1;
    }

    /// The offset in the text of byte `value_offset` of the value.
    std::size_t offset_of(std::size_t value_offset) {
        std::size_t passed = 0;
        while (at_ < text_.size()) {
            skip_folded_lines();
            if (passed >= value_offset) break;
            passed += step();
        }
        return std::min(at_, text_.size());
    }

private:
    /// A backslash at the end of a line takes the break and all blanks after it out of the value.
    void skip_folded_lines() {
        if (quote_ != '"' || text_.substr(at_, 1) != "\\") return;
        const std::size_t next = text_.find_first_not_of(" \t\r", at_ + 1);
        if (next == std::string_view::npos || text_[next] != '\n') return;
        at_ = std::min(text_.find_first_not_of(" \t\r\n", next), text_.size());
        skip_folded_lines();
    }

    /// Passes one character or escape; answers the number of bytes it stands for.
    std::size_t step() {
        if (quote_ == '"' && text_[at_] == '\\' && at_ + 1 < text_.size()) {
            const char letter = text_[at_ + 1];
            if (letter != 'u' && letter != 'U') {
                at_ += 2;
                return 1;
            }
            const std::size_t digits = letter == 'u' ? 4 : 8;
            char32_t code_point = 0;
            for (const char digit : text_.substr(at_ + 2, digits)) {
                const int lower = digit | 0x20;
                code_point = code_point * 16 + static_cast<char32_t>(lower >= 'a' ? lower - 'a' + 10 : digit - '0');
            }
            at_ += 2 + digits;
            std::string bytes;
            append_utf8(bytes, code_point);
            return bytes.size();
        }
        ++at_;
        return 1;
    }

    std::string_view text_;
    std::size_t at_;
    char quote_ = '\0';
};

} // namespace

TomlSource::TomlSource(std::string file, std::string text) : file_(std::move(file)), text_(std::move(text)) {
    line_starts_.push_back(0);
    for (std::size_t i = 0; i < text_.size(); ++i) {
        if (text_[i] == '\n') line_starts_.push_back(i + 1);
    }
}

std::string_view TomlSource::line(std::size_t number) const {
    if (number == 0 || number > line_starts_.size()) return {};
    const std::size_t start = line_starts_[number - 1];
    std::string_view result = text();
    result = result.substr(start, result.find('\n', start) - start);
    if (result.ends_with('\r')) result.remove_suffix(1);
    return result;
}

SourceSpan TomlSource::span(const toml::source_region& region) const {
    // toml++ counts columns in code points too.
    SourceSpan result{
        file_, std::max<std::size_t>(region.begin.line, 1), std::max<std::size_t>(region.begin.column, 1), 1, {}};
    result.line_text = std::string(line(result.line));
    const std::size_t past_line = code_points(result.line_text).size() + 1;
    const std::size_t end = region.end.line == region.begin.line ? region.end.column : past_line;
    if (end > result.column) result.length = end - result.column;
    return result;
}

std::size_t TomlSource::offset_of(const toml::source_position& position) const {
    if (position.line == 0 || position.line > line_starts_.size()) return text_.size();
    std::size_t offset = line_starts_[position.line - 1];
    for (toml::source_index column = 1; column < position.column && offset < text_.size(); ++column)
        next_code_point(text_, offset);
    return offset;
}

SourceSpan TomlSource::span_of_bytes(std::size_t offset, std::size_t length) const {
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    const std::size_t number = static_cast<std::size_t>(after - line_starts_.begin());
    const std::string_view whole_line = line(number);
    const std::size_t in_line = std::min(offset - line_starts_[number - 1], whole_line.size());
    SourceSpan result{file_, number, code_points(whole_line.substr(0, in_line)).size() + 1, 1, std::string(whole_line)};
    result.length = std::max<std::size_t>(code_points(whole_line.substr(in_line, length)).size(), 1);
    return result;
}

SourceSpan TomlSource::span_in_string(const toml::node& string, std::size_t offset, std::size_t length) const {
    const std::size_t start = offset_of(string.source().begin);
    const std::size_t first = StringWalker(text_, start).offset_of(offset);
    const std::size_t last = StringWalker(text_, start).offset_of(offset + length);
    return span_of_bytes(first, last - first);
}

std::optional<toml::table> parse_toml(const TomlSource& source, std::vector<Diagnostic>& diagnostics) {
    std::vector<Diagnostic> faults = size_faults(source);
    if (!faults.empty()) {
        std::move(faults.begin(), faults.end(), std::back_inserter(diagnostics));
        return std::nullopt;
    }
    try {
        toml::table table(toml::parse(source.text()));
        faults = string_faults(table, source);
        std::move(faults.begin(), faults.end(), std::back_inserter(diagnostics));
        return table;
    } catch (const toml::parse_error& error) {
        diagnostics.push_back(
            {Diagnostic::Severity::error, std::string(error.description()), source.span(error.source()), {}});
        return std::nullopt;
    }
}

void sort_by_place(std::vector<Diagnostic>& diagnostics) {
    const auto key = [](const Diagnostic& d) {
        constexpr std::size_t last = std::numeric_limits<std::size_t>::max();
        return d.where ? std::tuple(d.where->line, d.where->column) : std::tuple(last, last);
    };
    std::stable_sort(diagnostics.begin(), diagnostics.end(),
                     [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
}

} // namespace actlas::catalogue
