#include "config/keys.hpp"

namespace actlas::config {
namespace {

using enum KeyType;

constexpr Key table_of_keys[] = {
    {.section = "",
     .name = "title",
     .type = localized,
     .meaning = {"The report's title; one of the program's unless given", "报告的标题；不写则用自带的标题"},
     .example = R"({ en = "My activation functions", zh = "我的激活函数" })"},
    {.section = "",
     .name = "languages",
     .type = words,
     .standard = R"(["zh-CN", "en"])",
     .meaning = {"The languages to write, the first one shown first", "输出的语言，第一种为首选"},
     .words = Words::languages,
     .example = R"(["en"])"},
    {.section = "",
     .name = "output",
     .type = string,
     .standard = R"("out")",
     .meaning = {"The folder to write to, relative to this file", "输出文件夹，相对于本文件"},
     .example = R"("../site/atlas")"},
    {.section = "",
     .name = "catalogue",
     .type = string,
     .meaning = {"A folder of *.toml files to use instead of the built-in catalogue, relative to this file",
                 "用来代替内置目录的 *.toml 文件夹，相对于本文件"},
     .example = R"("my-catalogue")"},
    {.section = "",
     .name = "include",
     .type = strings,
     .standard = R"(["@common"])",
     .meaning =
         {"The activations of the report: ids, names, and groups such as \"@common\", \"@torch\" or \"@all\"; those "
          "of vectors too, all of which are \"@vector\" (\"@all\" holds none of them)",
          "报告收录的激活函数：编号、名称，或 \"@common\"、\"@torch\"、\"@all\" 等分组；也可写向量激活函数，其全体为 "
          "\"@vector\"（\"@all\" 不含它们）"}},
    {.section = "",
     .name = "exclude",
     .type = strings,
     .standard = "[]",
     .meaning = {"Activations and groups to leave out again", "要从中去掉的激活函数与分组"},
     .example = R"(["@rectifier", "tanh"])"},
    {.section = "",
     .name = "activation",
     .type = tables,
     .meaning = {"Activations of your own, each with a formula; the report takes them in",
                 "自定义的激活函数，各有一个公式；报告会一并收录"}},
    {.section = "",
     .name = "vector_activation",
     .type = tables,
     .meaning = {"Activations of vectors of your own, each with a formula such as \"a*sigmoid(b)\"",
                 "自定义的向量激活函数，各有一个公式，例如 \"a*sigmoid(b)\""}},
    {.section = "",
     .name = "theme",
     .type = tables,
     .meaning = {"Themes of your own, each inheriting from another", "自定义的配色，各继承自另一种配色"}},
    {.section = "", .name = "report", .type = table, .meaning = {"The report's pages", "报告的页面"}},
    {.section = "", .name = "figures", .type = table, .meaning = {"How figures are written", "图的输出方式"}},
    {.section = "",
     .name = "figure",
     .type = tables,
     .meaning = {"Figures beside those of the report", "报告之外的图"}},
    {.section = "", .name = "slides", .type = table, .meaning = {"A deck of slides", "幻灯片"}},
};

} // namespace

std::span<const Key> top_keys() {
    return table_of_keys;
}

} // namespace actlas::config
