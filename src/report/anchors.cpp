#include "report/anchors.hpp"

#include "base/diagnostic.hpp"
#include "report/escape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace actlas::report {
namespace {

constexpr std::string_view mark_open = "\uE002";
constexpr std::string_view mark_close = "\uE003";
constexpr std::string_view reference_open = "\uE004";
constexpr std::string_view reference_close = "\uE005";

using Anchors = std::map<std::pair<std::string, std::string>, std::string>; // (page, id) -> anchor

/// A heading's text without what escape_markdown() added: those characters are punctuation, which no anchor keeps.
std::string heading_text(std::string_view markdown) {
    std::string text(markdown.substr(std::min(markdown.find_first_not_of("# "), markdown.size())));
    for (const std::string_view reference : {"&amp;", "&lt;", "&gt;", "&#124;", "&#36;"})
        for (std::size_t at = text.find(reference); at != std::string::npos; at = text.find(reference))
            text.erase(at, reference.size());
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

/// Takes the marks out of a page and notes the anchors that they stand for.
void take_marks(const std::string& page, std::string& text, Anchors& anchors) {
    std::string out;
    std::map<std::string, int> times;
    bool in_code = false;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string line = text.substr(begin, end - begin);
        if (line.starts_with("```")) in_code = !in_code;
        std::string id;
        if (const std::size_t open = line.find(mark_open); open != std::string::npos) {
            const std::size_t close = line.find(mark_close, open);
            id = line.substr(open + mark_open.size(), close - open - mark_open.size());
            line.erase(open, close + mark_close.size() - open);
            line.erase(line.find_last_not_of(' ') + 1);
        }
        if (line.starts_with("#") && !in_code) {
            std::string slug = github_slug(heading_text(line));
            const int earlier = times[slug]++;
            if (earlier > 0) slug += fmt::format("-{}", earlier);
            if (!id.empty()) anchors.emplace(std::pair(page, id), slug);
        }
        out += line;
        if (end < text.size()) out += '\n';
        begin = end + 1;
    }
    text = std::move(out);
}

} // namespace

std::string anchor_mark(std::string_view id) {
    return fmt::format("{}{}{}", mark_open, id, mark_close);
}

std::string anchor_reference(std::string_view page, std::string_view id) {
    return fmt::format("{}{}#{}{}", reference_open, page, id, reference_close);
}

void resolve_anchors(std::map<std::string, std::string>& pages) {
    Anchors anchors;
    for (auto& [page, text] : pages)
        take_marks(page, text, anchors);
    for (auto& [page, text] : pages) {
        for (std::size_t at = text.find(reference_open); at != std::string::npos; at = text.find(reference_open, at)) {
            const std::size_t begin = at + reference_open.size();
            const std::size_t end = text.find(reference_close, begin);
            const std::string target = text.substr(begin, end - begin);
            const std::size_t hash = target.find('#');
            const auto anchor = anchors.find({target.substr(0, hash), target.substr(hash + 1)});
            if (anchor == anchors.end())
                throw InputError(
                    Diagnostic{Diagnostic::Severity::error,
                               fmt::format("page \"{}\" links to \"{}\", which is not there", page, target),
                               std::nullopt,
                               {}});
            text.replace(at, end + reference_close.size() - at, anchor->second);
        }
    }
}

} // namespace actlas::report
