#include "config/keys.hpp"

namespace actlas::config {
namespace {

using enum KeyType;

constexpr Key keys_of_slides[] = {
    {.section = "slides",
     .name = "name",
     .type = stem,
     .standard = R"("slides")",
     .meaning = {"The stem of the file names: slides/NAME.LANGUAGE.pdf", "文件名的主干：slides/名称.语言.pdf"},
     .example = R"("lecture")"},
    {.section = "slides",
     .name = "include",
     .type = strings,
     .meaning = {"The activations to show, as for the report, whose they are unless given",
                 "要展示的激活函数，写法同报告；不写则同报告"},
     .example = R"(["@seed", "gelu"])"},
    {.section = "slides",
     .name = "exclude",
     .type = strings,
     .standard = "[]",
     .meaning = {"Activations and groups to leave out again", "要从中去掉的激活函数与分组"},
     .example = R"(["tanh"])"},
    {.section = "slides",
     .name = "languages",
     .type = words,
     .meaning = {"The languages, a deck each; those of the report unless given", "语言，每种一份；不写则同报告"},
     .words = Words::languages,
     .example = R"(["en"])"},
    {.section = "slides",
     .name = "theme",
     .type = theme,
     .standard = R"("dark")",
     .meaning = {"The colour theme", "配色"},
     .words = Words::themes,
     .example = R"("light")"},
    {.section = "slides",
     .name = "builds",
     .type = boolean,
     .standard = "true",
     .meaning = {"Whether to show f first, then f′, then the notes", "是否依次展示 f、f′ 与注释"},
     .example = R"(false)"},
    {.section = "slides",
     .name = "title_slide",
     .type = boolean,
     .standard = "true",
     .meaning = {"Whether to begin with a title", "是否有标题页"},
     .example = R"(false)"},
    {.section = "slides",
     .name = "title",
     .type = localized,
     .meaning = {"The deck's title; the report's unless given", "幻灯片的标题；不写则同报告"},
     .example = R"({ en = "Activation functions", zh = "激活函数" })"},
    {.section = "slides",
     .name = "subtitle",
     .type = localized,
     .meaning = {"A line under the title; the number of functions unless given", "标题下的一行；不写则为函数的个数"},
     .example = R"({ en = "Lecture 3", zh = "第三讲" })"},
    {.section = "slides",
     .name = "formats",
     .type = words,
     .standard = R"(["pdf", "markdown"])",
     .meaning = {"The formats of the deck; Markdown is for Marp or pandoc",
                 "幻灯片的格式；Markdown 供 Marp 或 pandoc 使用"},
     .words = Words::slide_formats,
     .example = R"(["pdf"])"},
    {.section = "slides",
     .name = "images",
     .type = word,
     .standard = R"("svg")",
     .meaning = {"The format of the pictures of the Markdown deck", "Markdown 幻灯片中图片的格式"},
     .words = Words::slide_images,
     .example = R"("png")"},
};

} // namespace

std::span<const Key> slide_keys() {
    return keys_of_slides;
}

} // namespace actlas::config
