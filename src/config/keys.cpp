#include "config/keys.hpp"

#include <fmt/core.h>

#include <stdexcept>

namespace actlas::config {
namespace {

using enum KeyType;

constexpr double far = 1e6; // beyond this the ticks of an axis can no longer be told apart

constexpr Key table_of_keys[] = {
    {.section = "",
     .name = "title",
     .type = localized,
     .meaning = {"The report's title; it has one of its own", "报告的标题；不写则用自带的标题"}},
    {.section = "",
     .name = "languages",
     .type = words,
     .standard = R"(["zh-CN", "en"])",
     .meaning = {"The languages to write, the first one shown first", "输出的语言，第一种为首选"},
     .words = Words::languages},
    {.section = "",
     .name = "output",
     .type = string,
     .standard = R"("out")",
     .meaning = {"The folder to write to, relative to this file", "输出文件夹，相对于本文件"}},
    {.section = "",
     .name = "catalogue",
     .type = string,
     .meaning = {"A folder of *.toml files to use instead of the built-in catalogue, relative to this file",
                 "用来代替内置目录的 *.toml 文件夹，相对于本文件"}},
    {.section = "",
     .name = "include",
     .type = strings,
     .standard = R"(["@all"])",
     .meaning = {"The activations of the report: ids, names, and groups such as \"@seed\" or \"@torch\"",
                 "报告收录的激活函数：编号、名称，或 \"@seed\"、\"@torch\" 等分组"}},
    {.section = "",
     .name = "exclude",
     .type = strings,
     .standard = "[]",
     .meaning = {"Activations and groups to leave out again", "要从中去掉的激活函数与分组"}},
    {.section = "",
     .name = "activation",
     .type = tables,
     .meaning = {"Activations of your own, each with a formula; the report takes them in",
                 "自定义的激活函数，各有一个公式；报告会一并收录"}},
    {.section = "", .name = "report", .type = table, .meaning = {"The report's pages", "报告的页面"}},
    {.section = "", .name = "figures", .type = table, .meaning = {"How figures are written", "图的输出方式"}},
    {.section = "",
     .name = "figure",
     .type = tables,
     .meaning = {"Figures beside those of the report", "报告之外的图"}},

    {.section = "report",
     .name = "enabled",
     .type = boolean,
     .standard = "true",
     .meaning = {"Whether to write a report at all", "是否输出报告"}},
    {.section = "report",
     .name = "formats",
     .type = words,
     .standard = R"(["html", "markdown"])",
     .meaning = {"The formats of the pages", "页面的格式"},
     .words = Words::report_formats},
    {.section = "report",
     .name = "chapters",
     .type = words,
     .meaning = {"The chapters to write; all unless given", "要写的章节；不写则为全部"},
     .words = Words::chapters},
    {.section = "report",
     .name = "templates",
     .type = string,
     .meaning = {"A folder of templates to lay over the built-in ones, relative to this file",
                 "覆盖内置模板的文件夹，相对于本文件"}},

    {.section = "figures",
     .name = "formats",
     .type = words,
     .standard = R"(["svg"])",
     .meaning = {"The formats of figures; the pages show SVG in any case", "图的格式；页面中始终使用 SVG"},
     .words = Words::figure_formats},
    {.section = "figures",
     .name = "themes",
     .type = words,
     .standard = R"(["light", "dark"])",
     .meaning = {"The colour themes of figures", "图的配色"},
     .words = Words::themes},
    {.section = "figures",
     .name = "dpi",
     .type = number,
     .standard = "192",
     .meaning = {"The resolution of PNG; 96 makes one pixel of one px", "PNG 的分辨率；96 时一个 px 为一个像素"},
     .low = 24,
     .high = 1200},

    {.section = "figure",
     .name = "name",
     .type = string,
     .meaning = {"The stem of the file names: letters, digits, '-' and '_'", "文件名的主干：字母、数字、“-”与“_”"},
     .required = true},
    {.section = "figure",
     .name = "kind",
     .type = word,
     .meaning = {"The kind of figure", "图的种类"},
     .words = Words::figure_kinds,
     .required = true},
    {.section = "figure",
     .name = "activations",
     .type = activations,
     .meaning = {"What to draw: ids, or tables with an id, parameters and a label",
                 "要画的激活函数：编号，或含编号、参数与标签的表"},
     .required = true},
    {.section = "figure",
     .name = "title",
     .type = localized,
     .meaning = {"The title; the kind has one of its own", "标题；不写则用该种类自带的标题"}},
    {.section = "figure",
     .name = "x",
     .type = range,
     .meaning = {"The range of x, [low, high]", "x 的范围 [下限, 上限]"},
     .low = -far,
     .high = far},
    {.section = "figure",
     .name = "y",
     .type = range,
     .meaning = {"The range of y, [low, high]", "y 的范围 [下限, 上限]"},
     .low = -far,
     .high = far},
    {.section = "figure",
     .name = "size",
     .type = size,
     .meaning = {"Width and height: [720, 450] in px, or \"12x8in\" (px, pt, mm, cm, in)",
                 "宽与高：以 px 计的 [720, 450]，或 \"12x8in\"（px、pt、mm、cm、in）"},
     .low = 96,
     .high = 10000},
    {.section = "figure",
     .name = "dpi",
     .type = number,
     .meaning = {"The resolution of PNG; as in [figures] unless given", "PNG 的分辨率；不写则同 [figures]"},
     .low = 24,
     .high = 1200},
    {.section = "figure",
     .name = "columns",
     .type = integer,
     .standard = "2",
     .meaning = {"The columns of a grid", "网格的列数"},
     .low = 1,
     .high = 12},
    {.section = "figure",
     .name = "colours",
     .type = colours,
     .meaning = {"One colour an activation, as \"#0072b2\" or a CSS name",
                 "每个激活函数一种颜色，写作 \"#0072b2\" 或 CSS 颜色名"}},
    {.section = "figure",
     .name = "grid",
     .type = word,
     .standard = R"("solid")",
     .meaning = {"How grid lines are drawn", "网格线的线型"},
     .words = Words::line_styles},
    {.section = "figure",
     .name = "derivative",
     .type = boolean,
     .standard = "true",
     .meaning = {"Whether to draw f′ too", "是否同时画出 f′"}},
    {.section = "figure",
     .name = "annotate",
     .type = boolean,
     .standard = "true",
     .meaning = {"Whether to label what is notable", "是否加注"}},
    {.section = "figure",
     .name = "parameter",
     .type = string,
     .meaning = {"The parameter that a family varies; the first unless given", "函数族所变的参数；不写则为第一个参数"}},
    {.section = "figure",
     .name = "values",
     .type = number_list,
     .meaning = {"The values of the parameter, at most five; from its usual range unless given",
                 "参数所取的值，至多五个；不写则从惯用范围中选取"},
     .low = -1e6,
     .high = 1e6},
    {.section = "figure",
     .name = "limitation",
     .type = string,
     .meaning = {"The limitation to show, e.g. \"vanishing_gradient\"; the worst unless given",
                 "要画的局限，如 \"vanishing_gradient\"；不写则取最严重的一项"}},
    {.section = "figure",
     .name = "weight_variance",
     .type = number,
     .meaning = {"The weight variance of a depth figure, times the width; the edge of chaos unless given",
                 "深度图的权重方差（乘以宽度）；不写则取混沌边缘"},
     .low = 1e-6,
     .high = 1e6},
    {.section = "figure",
     .name = "languages",
     .type = words,
     .meaning = {"The languages; those of the report unless given", "语言；不写则同报告"},
     .words = Words::languages},
    {.section = "figure",
     .name = "themes",
     .type = words,
     .meaning = {"The themes; as in [figures] unless given", "配色；不写则同 [figures]"},
     .words = Words::themes},
    {.section = "figure",
     .name = "formats",
     .type = words,
     .meaning = {"The formats; as in [figures] unless given", "格式；不写则同 [figures]"},
     .words = Words::figure_formats},

    {.section = "figure.activations",
     .name = "id",
     .type = string,
     .meaning = {"The activation's id or name", "激活函数的编号或名称"},
     .required = true},
    {.section = "figure.activations",
     .name = "parameters",
     .type = numbers,
     .meaning = {"Parameters that differ from the default, e.g. { alpha = 0.1 }",
                 "与默认值不同的参数，如 { alpha = 0.1 }"},
     .low = -1e308,
     .high = 1e308},
    {.section = "figure.activations",
     .name = "label",
     .type = localized,
     .meaning = {"The name to print", "图上所用的名称"}},
};

} // namespace

std::span<const Key> keys() {
    return table_of_keys;
}

const Key& key(std::string_view section, std::string_view name) {
    for (const Key& row : table_of_keys) {
        if (row.section == section && row.name == name) return row;
    }
    throw std::logic_error(fmt::format("no config key \"{}\" in section \"{}\"", name, section));
}

const std::vector<std::string>& members(Words words, const Vocabulary& vocabulary) {
    static const std::vector<std::string> nothing;
    static const std::vector<std::string> languages{"zh-CN", "en"};
    static const std::vector<std::string> figure_formats{"svg", "png", "pdf"};
    static const std::vector<std::string> report_formats{"html", "markdown"};
    static const std::vector<std::string> line_styles{"solid", "dashed"};
    switch (words) {
    case Words::languages:
        return languages;
    case Words::figure_kinds:
        return vocabulary.figure_kinds;
    case Words::themes:
        return vocabulary.themes;
    case Words::chapters:
        return vocabulary.chapters;
    case Words::figure_formats:
        return figure_formats;
    case Words::report_formats:
        return report_formats;
    case Words::line_styles:
        return line_styles;
    case Words::none:
        break;
    }
    return nothing;
}

} // namespace actlas::config
