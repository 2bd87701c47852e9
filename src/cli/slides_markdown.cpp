#include "cli/slides_markdown.hpp"

#include "report/escape.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace actlas::cli {
namespace {

/// A YAML string: JSON's is one.
std::string yaml_string(const std::string& text) {
    return nlohmann::json(text).dump();
}

/// Text that cannot end a comment.
std::string in_comment(std::string text) {
    for (auto at = text.find("--"); at != std::string::npos; at = text.find("--", at + 1))
        text.insert(at + 1, " ");
    return text;
}

} // namespace

std::string slides_markdown(const SlideFront& front, const std::vector<SlidePage>& pages) {
    std::string text = fmt::format("---\n"
                                   "marp: true\n"
                                   "title: {}\n"
                                   "lang: {}\n"
                                   "size: 16:9\n"
                                   "backgroundColor: {}\n"
                                   "style: |\n"
                                   "  section {{ padding: 0; }}\n"
                                   "  section p {{ margin: 0; }}\n"
                                   "  section img {{ display: block; width: 100%; height: 100%; }}\n"
                                   "---\n",
                                   yaml_string(front.title), yaml_string(front.language), yaml_string(front.page));
    bool first = true;
    for (const SlidePage& page : pages) {
        if (!first) text += "\n---\n";
        first = false;
        const std::string& alternative = page.description.empty() ? page.title : page.description;
        text += fmt::format("\n![{}]({})\n", report::escape_markdown(alternative), page.picture);
        if (!page.speech.empty()) text += fmt::format("\n<!-- {} -->\n", in_comment(page.speech));
    }
    return text;
}

} // namespace actlas::cli
