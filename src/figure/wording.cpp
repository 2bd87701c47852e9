#include "figure/wording.hpp"

#include "base/embedded.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <stdexcept>

namespace actlas::embedded {
extern const std::span<const EmbeddedFile> wording_files;
}

namespace actlas::figure {

Wording::Wording(Language language) {
    const std::string path = fmt::format("{}/figures.toml", code(language));
    for (const EmbeddedFile& file : embedded::wording_files) {
        if (file.path != path) continue;
        const toml::table tables = toml::parse(file.text, file.path);
        for (const auto& [table_name, table] : tables)
            for (const auto& [key, value] : *table.as_table())
                phrases_.emplace(fmt::format("{}.{}", table_name.str(), key.str()), value.value<std::string>().value());
        return;
    }
    throw std::logic_error(path + " is not embedded");
}

const Wording& Wording::in(Language language) {
    static const Wording english(Language::en);
    static const Wording chinese(Language::zh);
    return language == Language::en ? english : chinese;
}

std::vector<plot::Run> Wording::phrase(std::string_view key, const Fillings& fillings, plot::Weight weight) const {
    const auto found = phrases_.find(key);
    if (found == phrases_.end()) throw std::logic_error(fmt::format("figures.toml has no \"{}\"", key));
    std::vector<plot::Run> runs;
    const auto append_words = [&](std::string_view words) {
        if (words.empty()) return;
        if (runs.empty() || !runs.back().math.empty()) runs.push_back({{}, {}, weight});
        runs.back().words += words;
    };
    std::string_view rest = found->second;
    while (true) {
        const auto open = rest.find('{');
        append_words(rest.substr(0, open));
        if (open == std::string_view::npos) return runs;
        const auto close = rest.find('}', open);
        const std::string_view name = rest.substr(open + 1, close - open - 1);
        const auto filling = fillings.find(name);
        if (filling == fillings.end())
            throw std::logic_error(fmt::format("\"{}\" wants a filling for {{{}}}", key, name));
        if (filling->second.math.empty())
            append_words(filling->second.words);
        else
            runs.push_back({{}, filling->second.math, weight});
        rest.remove_prefix(close + 1);
    }
}

std::string Wording::text(std::string_view key, const Fillings& fillings) const {
    std::string result;
    for (const plot::Run& run : phrase(key, fillings)) {
        if (!run.math.empty()) throw std::logic_error(fmt::format("\"{}\" is plain text and takes no expression", key));
        result += run.words;
    }
    return result;
}

} // namespace actlas::figure
