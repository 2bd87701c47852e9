#include "config/keys.hpp"

namespace actlas::config {
namespace {

using enum KeyType;

constexpr Key keys_of_report[] = {
    {.section = "report",
     .name = "enabled",
     .type = boolean,
     .standard = "true",
     .meaning = {"Whether to write a report at all", "是否输出报告"},
     .example = R"(false)"},
    {.section = "report",
     .name = "formats",
     .type = words,
     .standard = R"(["html", "markdown"])",
     .meaning = {"The formats of the pages", "页面的格式"},
     .words = Words::report_formats,
     .example = R"(["html"])"},
    {.section = "report",
     .name = "single_file",
     .type = boolean,
     .standard = "false",
     .meaning = {"Whether HTML is one file for each language, atlas.LANGUAGE.html, with figures and styles in it",
                 "HTML 是否每种语言只输出一个文件 atlas.语言.html，图与样式都包含在内"},
     .example = R"(true)"},
    {.section = "report",
     .name = "chapters",
     .type = words,
     .meaning = {"The chapters to write; all unless given", "要写的章节；不写则为全部"},
     .words = Words::chapters,
     .example = R"(["limitations", "code"])"},
    {.section = "report",
     .name = "templates",
     .type = string,
     .meaning = {"A folder of templates to lay over the built-in ones, relative to this file; see templates/README.md "
                 "in the source",
                 "覆盖内置模板的文件夹，相对于本文件；参见源码中的 templates/README.md"},
     .example = R"("my-templates")"},
    {.section = "figures",
     .name = "formats",
     .type = words,
     .standard = R"(["svg"])",
     .meaning = {"The formats of figures; the pages show SVG in any case", "图的格式；页面中始终使用 SVG"},
     .words = Words::figure_formats,
     .example = R"(["svg", "pdf"])"},
    {.section = "figures",
     .name = "themes",
     .type = themes,
     .standard = R"(["light", "dark"])",
     .meaning = {"The colour themes of figures", "图的配色"},
     .words = Words::themes,
     .example = R"(["print"])"},
    {.section = "figures",
     .name = "dpi",
     .type = number,
     .standard = "192",
     .meaning = {"The resolution of PNG; 96 makes one pixel of one px", "PNG 的分辨率；96 时一个 px 为一个像素"},
     .low = 24,
     .high = 1200,
     .example = R"(300)"},
    {.section = "figures",
     .name = "transparent",
     .type = boolean,
     .standard = "false",
     .meaning = {"Whether to leave the page out, so that figures lie on whatever is behind them",
                 "是否不画页面底色，让图直接置于其背后的内容之上"},
     .example = R"(true)"},
};

} // namespace

std::span<const Key> report_keys() {
    return keys_of_report;
}

} // namespace actlas::config
