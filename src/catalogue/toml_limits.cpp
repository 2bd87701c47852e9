#include "catalogue/toml_limits.hpp"

#include "base/limits.hpp"
#include "base/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace actlas::catalogue {
namespace {

/// Follows how deep a text nests without parsing it: brackets, and the parts of a dotted key or header.
class DepthMeter {
public:
    explicit DepthMeter(std::string_view text) : text_(text) {}

    /// The byte where the text becomes too deep.
    std::optional<std::size_t> too_deep() {
        while (at_ < text_.size()) {
            const std::size_t start = at_;
            switch (const char c = text_[at_++]) {
            case '#':
                at_ = std::min(text_.find('\n', at_), text_.size());
                break;
            case '"':
            case '\'':
                skip_string(c);
                break;
            case '.':
                ++parts_;
                break;
            case '[':
            case '{':
                levels_.push_back(parts_ + 1);
                depth_ += levels_.back();
                parts_ = 0;
                break;
            case ']':
            case '}':
                if (!levels_.empty()) {
                    depth_ -= levels_.back();
                    levels_.pop_back();
                }
                parts_ = 0;
                break;
            case ',':
            case '\n':
                parts_ = 0;
                break;
            default:
                break;
            }
            if (depth_ + parts_ > limits::toml_depth) return start;
        }
        return std::nullopt;
    }

private:
    /// From behind the opening quote to behind the closing one; a string of one line ends with its line at the latest.
    void skip_string(char quote) {
        const std::string three(3, quote);
        const bool triple = text_.substr(at_ - 1, 3) == three;
        if (triple) at_ += 2;
        while (at_ < text_.size()) {
            if (quote == '"' && text_[at_] == '\\') {
                at_ += 2;
            } else if (triple ? text_.substr(at_, 3) == three : text_[at_] == quote) {
                at_ += triple ? 3 : 1;
                return;
            } else if (!triple && text_[at_] == '\n') {
                return;
            } else {
                ++at_;
            }
        }
        at_ = text_.size();
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t parts_ = 0; ///< dots since the last separator
    std::size_t depth_ = 0;
    std::vector<std::size_t> levels_; ///< of each open bracket
};

bool turns_direction(char32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
}

bool is_control(char32_t c) {
    return (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || (c >= 0x7F && c < 0xA0);
}

/// Whether a byte can be part of a character that is refused.
bool may_be_refused(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2;
}

class StringChecker {
public:
    explicit StringChecker(const TomlSource& source) : source_(source) {}

    void check(const toml::table& table, bool of_name) {
        constexpr std::array<std::string_view, 6> names{"name", "title", "subtitle", "label", "id", "aliases"};
        for (auto&& [key, value] : table) {
            check(key.str(), key.source(), limits::name_characters, "a key");
            const bool language = key.str() == "en" || key.str() == "zh";
            const bool is_name = std::find(names.begin(), names.end(), key.str()) != names.end();
            check(value, is_name || (language && of_name));
        }
    }

    std::vector<Diagnostic> take() { return std::move(faults_); }

private:
    void check(const toml::node& node, bool of_name) {
        if (const auto* table = node.as_table()) {
            check(*table, of_name);
        } else if (const auto* array = node.as_array()) {
            for (const toml::node& element : *array)
                check(element, of_name);
        } else if (const auto* string = node.as_string()) {
            check(string->get(), string->source(), of_name ? limits::name_characters : limits::text_characters,
                  of_name ? "a name or title" : "a text");
        }
    }

    void check(std::string_view text, const toml::source_region& place, std::size_t most, std::string_view what) {
        if (text.size() <= most && std::none_of(text.begin(), text.end(), may_be_refused)) return; // nearly always
        const std::u32string characters = code_points(text);
        if (characters.size() > most) {
            add(place, fmt::format("{} may have {} characters, and this has {}", what, most, characters.size()), {});
            return;
        }
        const auto found = std::find_if(characters.begin(), characters.end(),
                                        [](char32_t c) { return is_control(c) || turns_direction(c); });
        if (found == characters.end()) return;
        const auto code = static_cast<unsigned>(*found);
        if (is_control(*found))
            add(place, fmt::format("the text holds the control character U+{:04X}", code), "leave it out");
        else
            add(place, fmt::format("the text holds U+{:04X}, which turns the direction of writing", code),
                "leave it out: a text could be shown as what it is not");
    }

    void add(const toml::source_region& place, std::string message, std::string hint) {
        faults_.push_back({Diagnostic::Severity::error, std::move(message), source_.span(place), std::move(hint)});
    }

    const TomlSource& source_;
    std::vector<Diagnostic> faults_;
};

} // namespace

std::vector<Diagnostic> size_faults(const TomlSource& source) {
    const std::string_view text = source.text();
    if (text.size() > limits::toml_bytes)
        return {{Diagnostic::Severity::error,
                 fmt::format("{} has {} bytes; at most {} are read", source.file(), text.size(), limits::toml_bytes),
                 std::nullopt,
                 {}}};
    const auto place = DepthMeter(text).too_deep();
    if (!place) return {};
    return {{Diagnostic::Severity::error,
             fmt::format("arrays and tables nest deeper than {} levels", limits::toml_depth),
             span_in_text(source.file(), text, *place, 1),
             {}}};
}

std::vector<Diagnostic> string_faults(const toml::table& table, const TomlSource& source) {
    StringChecker checker(source);
    checker.check(table, false);
    return checker.take();
}

} // namespace actlas::catalogue
