#include "figure/sheet.hpp"

#include "base/utf8.hpp"
#include "figure/head.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace actlas::figure {

namespace {

constexpr std::string_view closing = ",.;:!?)%，。；：、！？）」』”’》";
constexpr std::string_view opening = "(（「『“‘《";

bool is_one_of(char32_t code_point, std::string_view set) {
    for (std::size_t offset = 0; offset < set.size();)
        if (next_code_point(set, offset) == code_point) return true;
    return false;
}

bool is_wide(char32_t code_point) {
    return code_point >= 0x2E80;
}

/// The byte offsets at which a line may begin: after a blank, and between characters of which one is Chinese; no line
/// begins with a closing mark or ends with an opening one.
std::vector<std::size_t> line_starts(std::string_view text) {
    std::vector<std::size_t> starts;
    char32_t before = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t here = offset;
        const char32_t code_point = next_code_point(text, offset);
        const bool blank = before == U' ' && code_point != U' ';
        const bool between = before != 0 && before != U' ' && code_point != U' ' &&
                             (is_wide(before) || is_wide(code_point)) && !is_one_of(code_point, closing) &&
                             !is_one_of(before, opening);
        if (blank || between) starts.push_back(here);
        before = code_point;
    }
    return starts;
}

/// Blanks that must not be broken at: those of "f′ = 0" and "1.8 × 10⁻⁷".
bool binds(std::string_view text, std::size_t start) {
    static constexpr std::string_view signs = "=<>≤≥×→∼";
    std::size_t offset = start;
    if (is_one_of(next_code_point(text, offset), signs)) return true;
    std::string_view before = text.substr(0, start);
    while (!before.empty() && before.back() == ' ')
        before.remove_suffix(1);
    for (std::size_t at = 0; at < signs.size();) {
        const std::size_t from = at;
        next_code_point(signs, at);
        if (before.ends_with(signs.substr(from, at - from))) return true;
    }
    return false;
}

std::string trimmed(std::string_view line) {
    while (!line.empty() && line.back() == ' ')
        line.remove_suffix(1);
    return std::string(line);
}

} // namespace

std::vector<std::shared_ptr<const plot::Typeset>> wrapped(const std::string& text, double size, double width,
                                                          std::size_t most, const Context& context) {
    const auto set = [&](const std::string& words) { return context.typesetter.words(words, size, context.language); };
    std::vector<std::size_t> starts = line_starts(text);
    std::erase_if(starts, [&](std::size_t start) { return binds(text, start); });
    starts.push_back(text.size());
    std::vector<std::shared_ptr<const plot::Typeset>> lines;
    std::size_t from = 0;
    while (from < text.size() && lines.size() < most) {
        auto line = set(trimmed(std::string_view(text).substr(from)));
        if (line->width() <= width) {
            lines.push_back(std::move(line));
            return lines;
        }
        // The last place to break at whose line still fits; at least one piece, however wide.
        const bool last = lines.size() + 1 == most;
        auto first = std::upper_bound(starts.begin(), starts.end(), from);
        auto low = first;
        auto high = starts.end();
        const auto text_to = [&](std::size_t to) {
            return trimmed(std::string_view(text).substr(from, to - from)) + (last ? "…" : "");
        };
        while (high - low > 1) {
            const auto middle = low + (high - low) / 2;
            (set(text_to(*middle))->width() <= width ? low : high) = middle;
        }
        lines.push_back(set(text_to(*low)));
        from = *low;
    }
    return lines;
}

Sheet make_sheet(const SheetTexts& texts, const Context& context, const Options& options, double height) {
    const Profile& profile = context.profile;
    Sheet sheet;
    sheet.scene = make_scene(options.width.value_or(profile.width),
                             options.height.value_or(profile.one_size ? profile.height : height), context, texts.title,
                             texts.description);
    const double width = sheet.scene.width - 2 * profile.page_margin;
    Head head{texts.title, {}, texts.formulas};
    const auto subtitle = wrapped(texts.subtitle, profile.head.subtitle, width, 2, context);
    if (!subtitle.empty()) head.subtitle = {plot::Run{subtitle.front()->plain(), {}, plot::Weight::regular}};
    sheet.top = draw_head(sheet.scene, head, context);
    if (subtitle.size() > 1) {
        const double leading = profile.type.line_spacing * profile.head.subtitle;
        put_text(sheet.scene, subtitle[1], {profile.page_margin, profile.head.subtitle_baseline + leading},
                 context.theme.muted, plot::Role::title, "subtitle");
        sheet.top = std::max(sheet.top, profile.head.subtitle_baseline + 2 * leading);
    }

    const double leading = profile.type.line_spacing * profile.type.tick;
    std::vector<std::shared_ptr<const plot::Typeset>> lines;
    for (const auto& sentence : texts.foot) {
        auto more = wrapped(sentence, profile.type.tick, width, 3, context);
        lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    double baseline = sheet.scene.height - profile.px(18) - leading * static_cast<double>(lines.size());
    sheet.bottom = baseline - profile.px(4);
    for (auto& line : lines) {
        baseline += leading;
        put_text(sheet.scene, std::move(line), {profile.page_margin, baseline}, context.theme.muted, plot::Role::title,
                 "foot");
    }
    return sheet;
}

void draw_panel_title(plot::Scene& scene, const std::vector<plot::Run>& runs, plot::Point baseline,
                      const Context& context) {
    put_text(scene, context.typesetter.line(runs, context.profile.type.sub_panel_title, context.language), baseline,
             context.theme.ink, plot::Role::title, "panel title");
}

void draw_small_print(plot::Scene& scene, const std::vector<plot::Run>& runs, plot::Point baseline,
                      const Context& context, std::string name) {
    put_text(scene, context.typesetter.line(runs, context.profile.type.tick, context.language), baseline,
             context.theme.muted, plot::Role::title, std::move(name));
}

std::string listed(const std::vector<std::string>& names, Language language) {
    return fmt::format("{}", fmt::join(names, language == Language::en ? ", " : "、"));
}

} // namespace actlas::figure
