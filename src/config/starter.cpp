#include "base/embedded.hpp"
#include "config/config.hpp"

#include <stdexcept>

namespace actlas::embedded {
extern const std::span<const EmbeddedFile> starter_files;
}

namespace actlas::config {
namespace {

constexpr std::string_view schema_line = "#:schema ./actlas.schema.json\n";

constexpr std::string_view schema_hint = "# Editors complete and check this file once they know its schema: run "
                                         "`actlas schema > actlas.schema.json` beside it and\n"
                                         "# put this line on top:  #:schema ./actlas.schema.json\n"
                                         "# 编辑器知道本文件的 schema 后即可补全与检查：在旁边运行 `actlas schema > "
                                         "actlas.schema.json`，并把上面那一行放在开头。\n"
                                         "\n";

} // namespace

std::string starter_config(bool with_schema) {
    for (const EmbeddedFile& file : embedded::starter_files) {
        if (file.path != "starter.toml" || !file.text.starts_with(schema_line)) continue;
        if (with_schema) return std::string(file.text);
        return std::string(schema_hint) + std::string(file.text.substr(schema_line.size()));
    }
    throw std::logic_error("no starter.toml that begins with its schema is in the program");
}

} // namespace actlas::config
