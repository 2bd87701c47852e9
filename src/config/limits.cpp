#include "config/limits.hpp"

#include "base/limits.hpp"

namespace actlas::config {

std::span<const Limit> all_limits() {
    static constexpr Limit all[] = {
        {{"Bytes of a config, or of a file of a catalogue", "配置文件或目录文件的字节数"}, limits::toml_bytes},
        {{"Levels of tables and arrays inside each other", "表与数组的嵌套层数"}, limits::toml_depth},
        {{"Characters of a name, title, label or key", "名称、标题、标签或键的字符数"}, limits::name_characters},
        {{"Characters of any other text", "其他文本的字符数"}, limits::text_characters},
        {{"Characters of a name that becomes part of a file name", "写入文件名的名称的字符数"}, longest_stem},
        {{"Parts of a formula: numbers, names and operations", "一个公式的组成部分：数、名称与运算"},
         limits::formula_nodes},
        {{"Levels of nesting in a formula", "公式的嵌套层数"}, limits::formula_depth},
        {{"Pixels of a PNG, by `size` and `dpi`", "一幅 PNG 的像素数，由 `size` 与 `dpi` 决定"},
         limits::picture_pixels},
    };
    return all;
}

} // namespace actlas::config
