#include "config/reference.hpp"

#include "base/number.hpp"
#include "config/keys.hpp"
#include "config/limits.hpp"

#include <fmt/format.h>

#include <cmath>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace actlas::config {
namespace {

/// A section of the page: a table of configs and its head in TOML.
struct Chapter {
    std::string_view section;
    std::string_view head; ///< "" for the top of the file
    Meaning title;         ///< where it has no head
    Meaning text;
};

constexpr Chapter chapters[] = {
    {"",
     "",
     {"The top of the file", "文件开头"},
     {"These keys stand before the first table.", "这些键写在第一个表之前。"}},
    {"activation",
     "[[activation]]",
     {},
     {"An activation of your own; there may be several. An `id` or a `name` is needed.",
      "自定义的激活函数，可以有多个。`id` 与 `name` 至少写一个。"}},
    {"activation.parameters", "parameters = [{ ... }]", {}, {"One entry a parameter.", "每个参数一项。"}},
    {"activation.relations", "relations = [{ ... }]", {}, {"One entry a relation.", "每种关系一项。"}},
    {"activation.references", "references = [{ ... }]", {}, {"One entry a source.", "每个出处一项。"}},
    {"activation.frameworks", "frameworks = [{ ... }]", {}, {"One entry a framework.", "每个框架一项。"}},
    {"theme",
     "[[theme]]",
     {},
     {"A theme of your own; there may be several. A colour that is too faint to read is warned of.",
      "自定义的配色，可以有多个。颜色过淡、不便阅读时会有警告。"}},
    {"theme.lines", "lines = [{ ... }]", {}, {"One entry a hue of comparisons.", "对比图的每种色相一项。"}},
    {"report", "[report]", {}, {"The report's pages.", "报告的页面。"}},
    {"figures", "[figures]", {}, {"How all figures are written.", "所有图的输出方式。"}},
    {"figure",
     "[[figure]]",
     {},
     {"A figure beside those of the report; there may be several. config/kinds.toml draws one of every kind.",
      "报告之外的图，可以有多个。config/kinds.toml 中每种图各画一幅。"}},
    {"figure.activations",
     "activations = [{ ... }]",
     {},
     {"An entry that is more than an id.", "比编号更详细的写法。"}},
    {"slides", "[slides]", {}, {"A deck of slides; without this table there is none.", "幻灯片；没有这个表则不输出。"}},
    {"experiments",
     "[experiments]",
     {},
     {"The small networks that are trained and measured with every build. The generator is SplitMix64, sums are taken "
      "in a fixed order, and nothing depends on the number of jobs.",
      "每次构建时训练并测量的小网络。随机数由 SplitMix64 产生，求和次序固定，结果与并行任务数无关。"}},
};

class Page {
public:
    Page(const Vocabulary& vocabulary, Language language) : vocabulary_(vocabulary), language_(language) {}

    std::string text() const {
        std::string page = head();
        for (const Chapter& chapter : chapters)
            page += section(chapter);
        return page + bounds();
    }

private:
    std::string in(const char* en, const char* zh) const { return language_ == Language::en ? en : zh; }
    std::string in(const Meaning& meaning) const {
        return std::string(language_ == Language::en ? meaning.en : meaning.zh);
    }

    std::string head() const {
        return in(
            "# Keys of a config\n\n"
            "English | [中文](README.zh.md)\n\n"
            "A config is a TOML file: `actlas init` writes one to start from, `actlas build FILE` builds it. Every key "
            "may be left out unless it is marked as required. An unknown key, a wrong type and a value that is not "
            "allowed are errors that name the place; all errors of a file are told in one run. `actlas schema` prints "
            "the same as a JSON Schema ([actlas.schema.json](actlas.schema.json)), with which editors complete and "
            "check a config whose first line is `#:schema ./actlas.schema.json`.\n\n"
            "This page is printed by `actlas schema --markdown --lang en`.\n",
            "# 配置文件的键\n\n"
            "[English](README.md) | 中文\n\n"
            "配置文件是一个 TOML 文件：`actlas init` 写出一个范例，`actlas build 文件` "
            "据此构建。除标明“必填”者外，各键均可省略。"
            "未知的键、错误的类型与不允许的值都是错误，消息会指明位置，一个文件的全部错误一次列出。`actlas schema` 以 "
            "JSON Schema "
            "输出同样的内容（[actlas.schema.json](actlas.schema.json)）；配置文件的第一行若为 `#:schema "
            "./actlas.schema.json`，"
            "编辑器即可据此补全与检查。\n\n"
            "本页由 `actlas schema --markdown --lang zh` 输出。\n");
    }

    std::string section(const Chapter& chapter) const {
        const bool inner = chapter.section.find('.') != std::string_view::npos;
        std::string text = fmt::format("\n{} {}\n\n{}\n\n", inner ? "###" : "##",
                                       chapter.head.empty() ? in(chapter.title) : code(chapter.head), in(chapter.text));
        text += in("| key | value | default | meaning | example |\n", "| 键 | 值 | 默认 | 含义 | 示例 |\n");
        text += "|---|---|---|---|---|\n";
        for (const Key& row : keys()) {
            if (row.section == chapter.section)
                text += fmt::format("| {} | {} | {} | {} | {} |\n", code(row.name), value(row), standard(row),
                                    cell(in(row.meaning)), example(row));
        }
        return text;
    }

    std::string bounds() const {
        std::string text = in("\n## Limits\n\nBounds that no key sets.\n\n| what | at most |\n|---|---|\n",
                              "\n## 限制\n\n不由任何键设定的上限。\n\n| 项目 | 至多 |\n|---|---|\n");
        for (const Limit& limit : all_limits())
            text +=
                fmt::format("| {} | {} |\n", in(limit.what), fmt::group_digits(static_cast<long long>(limit.value)));
        return text;
    }

    std::string standard(const Key& row) const {
        if (!row.standard.empty()) return code(row.standard);
        return row.required ? in("required", "必填") : "";
    }

    std::string example(const Key& row) const {
        if (row.type == KeyType::table) return code(fmt::format("[{}]", row.name));
        if (row.type == KeyType::tables && row.example.empty()) return code(fmt::format("[[{}]]", row.name));
        return code(row.example.empty() ? row.standard : row.example);
    }

    /// What a value may be.
    std::string value(const Key& row) const {
        switch (row.type) {
        case KeyType::string:
            return in("text", "文本");
        case KeyType::stem:
            return in("text of letters, digits, `-` and `_`, not beginning with `-`",
                      "由字母、数字、`-` 与 `_` 组成的文本，不以 `-` 开头");
        case KeyType::id:
            return in("text of `a`–`z`, `0`–`9` and `_`", "由 `a`–`z`、`0`–`9` 与 `_` 组成的文本");
        case KeyType::localized:
            return in("text, or one for each language: `{ en = \"...\", zh = \"...\" }`",
                      "文本，或每种语言各一：`{ en = \"...\", zh = \"...\" }`");
        case KeyType::boolean:
            return in("`true` or `false`", "`true` 或 `false`");
        case KeyType::integer:
            return in("integer", "整数") + bounds_of(row);
        case KeyType::number:
            return in("number", "数") + bounds_of(row);
        case KeyType::range:
            return in("`[low, high]`, two numbers", "`[下限, 上限]`，两个数") + bounds_of(row);
        case KeyType::word:
            return in("one of ", "其一：") + words(row);
        case KeyType::words:
            return in("list of ", "列表，取自：") + words(row);
        case KeyType::theme:
            return in("one of ", "其一：") + words(row) + in(", or a theme of your own", "，或自定义的配色");
        case KeyType::themes:
            return in("list of ", "列表，取自：") + words(row) + in(" and themes of your own", "，以及自定义的配色");
        case KeyType::strings:
            return in("list of texts", "文本的列表") + most_of(row);
        case KeyType::colour:
            return colour();
        case KeyType::colours:
            return in("list of colours", "颜色的列表");
        case KeyType::hue:
            return colour() + in(", or two: `{ stroke = \"...\", text = \"...\" }`",
                                 "，或两种：`{ stroke = \"...\", text = \"...\" }`");
        case KeyType::hues:
            return in("list of colours, or of pairs `{ stroke = \"...\", text = \"...\" }`",
                      "颜色的列表，或 `{ stroke = \"...\", text = \"...\" }` 的列表");
        case KeyType::lengths:
        case KeyType::number_list:
            return in("list of numbers", "数的列表") + bounds_of(row) + most_of(row);
        case KeyType::size:
            return in("`[width, height]` in px, or text with a unit", "以 px 计的 `[宽, 高]`，或带单位的文本") +
                   bounds_of(row) + in(" px", " px");
        case KeyType::numbers:
            return in("table of numbers by name", "由名称到数的表");
        case KeyType::activations:
            return in("list of ids and of tables", "编号与表的列表");
        case KeyType::table:
            return in("table", "表");
        case KeyType::tables:
            return in("list of tables", "表的列表");
        }
        throw std::logic_error("a type of key without words");
    }

    std::string colour() const {
        return in("colour: `\"#0072b2\"` or a CSS name", "颜色：`\"#0072b2\"` 或 CSS 颜色名");
    }

    std::string bounds_of(const Key& row) const {
        if (!is_bounded(row)) return {};
        return fmt::format(fmt::runtime(in(", {} to {}", "，{} 至 {}")), digits(row.low), digits(row.high));
    }

    /// As one would write it in TOML.
    static std::string digits(double value) {
        const bool whole = value == std::floor(value) && std::abs(value) < 1e15;
        return whole ? fmt::format("{:.0f}", value) : shortest(value);
    }

    std::string most_of(const Key& row) const {
        return row.most == 0 ? std::string() : fmt::format(fmt::runtime(in(", at most {}", "，至多 {} 项")), row.most);
    }

    std::string words(const Key& row) const {
        std::vector<std::string> all;
        for (const std::string& word : members(row.words, vocabulary_))
            all.push_back(code(word));
        return fmt::format("{}", fmt::join(all, in(", ", "、")));
    }

    /// A bar would end the cell.
    static std::string cell(std::string text) {
        for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2)
            text.insert(at, 1, '\\');
        return text;
    }

    static std::string code(std::string_view text) {
        return text.empty() ? std::string() : fmt::format("`{}`", cell(std::string(text)));
    }

    const Vocabulary& vocabulary_;
    Language language_;
};

} // namespace

std::string reference_page(const Vocabulary& vocabulary, Language language) {
    return Page(vocabulary, language).text();
}

} // namespace actlas::config
