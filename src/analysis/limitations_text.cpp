#include "analysis/limitations_text.hpp"

#include "base/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace actlas::embedded {
extern const std::span<const EmbeddedFile> finding_files;
} // namespace actlas::embedded

namespace actlas::analysis {
namespace {

std::string& in(LocalizedText& text, Language language) {
    return language == Language::en ? text.en : text.zh;
}

/// |value| with so many significant digits, rounded towards or away from 0.
double rounded_magnitude(double magnitude, int digits, bool away) {
    if (magnitude == 0 || !std::isfinite(magnitude)) return magnitude;
    const std::string text = fmt::format("{:.{}e}", magnitude, digits - 1);
    const double nearest = *parse_number(text);
    if (nearest == magnitude || (nearest > magnitude) == away) return nearest;
    const int exponent = std::stoi(text.substr(text.find('e') + 1));
    const double step = std::pow(10.0, exponent - digits + 1);
    return nearest + (away ? step : -step);
}

} // namespace

const Sentences& Sentences::builtin() {
    static const Sentences sentences(embedded::finding_files, "findings.toml");
    return sentences;
}

LocalizedText joined(std::span<const LocalizedText> pieces, const LocalizedText& separator) {
    LocalizedText result;
    for (const LocalizedText& piece : pieces) {
        for (const Language language : all_languages) {
            std::string& text = in(result, language);
            if (&piece != &pieces.front()) text += separator.in(language);
            text += piece.in(language);
        }
    }
    return result;
}

std::string rounded_up(double value, int digits) {
    return significant_for_people(std::copysign(rounded_magnitude(std::fabs(value), digits, value > 0), value), digits);
}

std::string rounded_down(double value, int digits) {
    return significant_for_people(std::copysign(rounded_magnitude(std::fabs(value), digits, value < 0), value), digits);
}

LocalizedText percent(double share) {
    constexpr double least = 1e-6;
    if (share < least)
        return Sentences::builtin().fill("word.less_than",
                                         {{"value", same(significant_for_people(100 * least, 1) + "%")}});
    return Sentences::builtin().fill("word.share", {{"value", same(significant_for_people(100 * share, 3) + "%")}});
}

std::string about(double value, int digits) {
    constexpr double noise = 1e-13;
    return significant_for_people(std::fabs(value) < noise ? 0 : value, digits);
}

LocalizedText beyond(std::optional<double> left, std::optional<double> right, int digits) {
    const std::string low = left ? rounded_down(*left, digits) : "";
    const std::string high = right ? rounded_up(*right, digits) : "";
    if (left && right && *left < 0 && *right > 0 && rounded_up(-*left, digits) == high) return same("|x| > " + high);
    const LocalizedText below = same("x < " + low);
    const LocalizedText above = same("x > " + high);
    if (left && right) return joined(std::vector{below, above}, Sentences::builtin().fill("word.or"));
    return left ? below : above;
}

std::string open_interval(const Interval& interval) {
    return fmt::format("({}, {})", rounded_up(interval.low, 6), rounded_down(interval.high, 6));
}

LocalizedText shortened_list(std::span<const LocalizedText> pieces) {
    constexpr std::size_t shown = 4;
    const Sentences& sentences = Sentences::builtin();
    if (pieces.size() == 1) return pieces.front();
    if (pieces.size() <= shown) {
        const LocalizedText first = joined(pieces.first(pieces.size() - 1), sentences.fill("word.list"));
        return joined(std::vector{first, pieces.back()}, sentences.fill("word.last"));
    }
    const LocalizedText result = joined(pieces.first(shown), sentences.fill("word.list"));
    const LocalizedText more = sentences.fill("word.more", {{"count", same(fmt::format("{}", pieces.size() - shown))}});
    return {result.en + more.en, result.zh + more.zh};
}

LocalizedText interval_list(std::span<const Interval> intervals) {
    std::vector<LocalizedText> pieces;
    pieces.reserve(intervals.size());
    for (const Interval& interval : intervals)
        pieces.push_back(same(open_interval(interval)));
    return shortened_list(pieces);
}

} // namespace actlas::analysis
