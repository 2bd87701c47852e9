#include "config/keys.hpp"

#include "catalogue/activation_reader.hpp"

#include <fmt/core.h>

#include <stdexcept>
#include <vector>

namespace actlas::config {

std::span<const Key> keys() {
    static const std::vector<Key> all = [] {
        std::vector<Key> rows;
        for (const auto table : {top_keys(), activation_keys(), theme_keys(), report_keys(), figure_keys(),
                                 slide_keys(), experiment_keys()})
            rows.insert(rows.end(), table.begin(), table.end());
        return rows;
    }();
    return all;
}

const Key& key(std::string_view section, std::string_view name) {
    for (const Key& row : keys()) {
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
    static const std::vector<std::string> slide_formats{"pdf", "markdown"};
    static const std::vector<std::string> slide_images{"svg", "png"};
    static const std::vector<std::string> relations = catalogue::relation_words();
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
    case Words::profiles:
        return vocabulary.profiles;
    case Words::slide_formats:
        return slide_formats;
    case Words::slide_images:
        return slide_images;
    case Words::limitations:
        return vocabulary.limitations;
    case Words::relations:
        return relations;
    case Words::none:
        break;
    }
    return nothing;
}

} // namespace actlas::config
