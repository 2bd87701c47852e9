#include "cli/card_words.hpp"

#include "analysis/limitations_text.hpp"
#include "base/number.hpp"

#include <fmt/format.h>

#include <array>

namespace actlas::embedded {
extern const std::span<const EmbeddedFile> card_files;
} // namespace actlas::embedded

namespace actlas::cli {
namespace {

using analysis::ClaimVerdict;
using analysis::Evidence;
using analysis::Severity;

constexpr int digits = 6;

const Phrases& phrases() {
    static const Phrases book(embedded::card_files, "card.toml");
    return book;
}

/// The value that number() shows.
double shown(double value) {
    return std::isfinite(value) ? parse_number(fmt::format("{:.{}e}", value, digits - 1)).value_or(value) : value;
}

bool within(const analysis::Bound& bound, double value) {
    return bound.low <= value && value <= bound.high;
}

} // namespace

std::string CardWords::operator()(std::string_view key, const Phrases::Words& words) const {
    return phrases().fill(key, language_, words);
}

std::string CardWords::list(const std::vector<std::string>& pieces, std::size_t shown) const {
    const std::string text = fmt::format(
        "{}", fmt::join(pieces.begin(), pieces.begin() + static_cast<std::ptrdiff_t>(std::min(shown, pieces.size())),
                        (*this)("list.comma")));
    if (pieces.size() <= shown) return text;
    return text + (*this)("list.more", {{"count", fmt::format("{}", pieces.size() - shown)}});
}

std::string CardWords::with_note(std::string text, const std::string& note) const {
    return note.empty() ? text : (*this)("list.noted", {{"text", std::move(text)}, {"note", note}});
}

Styled CardWords::mark(Evidence evidence) {
    switch (evidence) {
    case Evidence::proved:
        return {"■", Style::good};
    case Evidence::exact:
        return {"=", Style::good};
    case Evidence::estimated:
        return {"≈", Style::fair};
    case Evidence::undecided:
        break;
    }
    return {"?", Style::open};
}

std::string CardWords::legend() const {
    std::vector<std::string> entries;
    for (const Evidence evidence : {Evidence::proved, Evidence::exact, Evidence::estimated, Evidence::undecided})
        entries.push_back(
            fmt::format("{} {}", mark(evidence).text, (*this)(fmt::format("evidence.{}", analysis::word(evidence)))));
    return fmt::format("{}", fmt::join(entries, "  "));
}

Styled CardWords::severity(Severity severity) const {
    const std::string word = (*this)(fmt::format("severity.{}", analysis::word(severity)));
    switch (severity) {
    case Severity::minor:
        return {"●○○ " + word, Style::faint};
    case Severity::moderate:
        return {"●●○ " + word, Style::fair};
    case Severity::severe:
        break;
    }
    return {"●●● " + word, Style::bad};
}

Styled CardWords::verdict(ClaimVerdict verdict) const {
    const std::string word = (*this)(fmt::format("verdict.{}", analysis::word(verdict)));
    switch (verdict) {
    case ClaimVerdict::confirmed:
        return {"✓ " + word, Style::good};
    case ClaimVerdict::partly:
        return {"◐ " + word, Style::fair};
    case ClaimVerdict::contradicted:
        return {"✗ " + word, Style::bad};
    case ClaimVerdict::undecided:
        break;
    }
    return {"? " + word, Style::open};
}

std::string number(double value) {
    return significant_for_people(value, digits);
}

std::string lower_end(const analysis::Bound& bound) {
    return within(bound, shown(bound.value)) ? number(bound.value) : analysis::rounded_down(bound.value, digits);
}

std::string upper_end(const analysis::Bound& bound) {
    return within(bound, shown(bound.value)) ? number(bound.value) : analysis::rounded_up(bound.value, digits);
}

std::string inner_interval(const analysis::Interval& interval, const std::function<bool(double)>& belongs) {
    const auto meant = [](double end) {
        return std::isinf(end) || std::abs(shown(end) - end) <= 1e-12 * std::max(1.0, std::abs(end));
    };
    const auto closed = [&](double end) { return std::isfinite(end) && belongs(shown(end)); };
    return fmt::format("{}{}, {}{}", closed(interval.low) ? '[' : '(',
                       meant(interval.low) ? number(interval.low) : analysis::rounded_up(interval.low, digits),
                       meant(interval.high) ? number(interval.high) : analysis::rounded_down(interval.high, digits),
                       closed(interval.high) ? ']' : ')');
}

} // namespace actlas::cli
