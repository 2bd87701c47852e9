#include "config/theme_reader.hpp"

#include "base/suggest.hpp"
#include "config/section.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace actlas::config {
namespace {

constexpr std::array<const char*, 8> plain_roles{"page", "ink",        "muted", "axis",
                                                 "grid", "saturation", "hatch", "inset"};
constexpr std::array<const char*, 5> hue_roles{"function", "derivative", "green", "purple", "ochre"};

class ThemeReader {
public:
    ThemeReader(const catalogue::TomlSource& source, const Vocabulary& vocabulary, std::vector<Diagnostic>& diagnostics)
        : source_(source), vocabulary_(vocabulary), diagnostics_(diagnostics) {}

    ThemeRequest read(const toml::table& table) {
        Section section(table, source_, diagnostics_, "theme", "[[theme]]", vocabulary_);
        ThemeRequest theme;
        theme.where = source_.span(table.source());
        theme.name = section.stem("name", "a theme").value_or("");
        theme.inherits = section.theme("inherits").value_or("");
        for (const char* role : plain_roles) {
            if (auto colour = section.colour(role)) theme.colours[role] = std::move(*colour);
        }
        for (const char* role : hue_roles)
            put(theme, role, section.hue(role));
        if (const auto family = section.hues("family")) {
            for (std::size_t i = 0; i < family->size(); ++i)
                put(theme, fmt::format("family[{}]", i), (*family)[i]);
        }
        theme.lines = lines(section);
        theme.text_contrast = section.number("text_contrast");
        theme.stroke_contrast = section.number("stroke_contrast");
        section.finish();
        return theme;
    }

private:
    static void put(ThemeRequest& theme, const std::string& role, PlacedHue hue) {
        if (hue.stroke) theme.colours[role + ".stroke"] = std::move(*hue.stroke);
        if (hue.text) theme.colours[role + ".text"] = std::move(*hue.text);
    }

    std::optional<std::vector<ThemeLine>> lines(Section& section) {
        if (!section.reader().has("lines")) return std::nullopt;
        std::vector<ThemeLine> result;
        for (const toml::table* table : section.tables("lines")) {
            Section line(*table, source_, diagnostics_, "theme.lines", "an entry of \"lines\"", vocabulary_);
            result.push_back({line.lengths("dash").value_or(std::vector<double>{}), line.number("weight").value_or(1)});
            line.finish();
        }
        return result;
    }

    const catalogue::TomlSource& source_;
    const Vocabulary& vocabulary_;
    std::vector<Diagnostic>& diagnostics_;
};

/// The place of a key's value, or of the table.
SourceSpan place_of(const toml::table& table, std::string_view key, const catalogue::TomlSource& source) {
    const toml::node* node = table.get(key);
    return source.span((node != nullptr ? node : &table)->source());
}

} // namespace

std::vector<ThemeRequest> read_themes(const std::vector<const toml::table*>& tables,
                                      const catalogue::TomlSource& source, const std::vector<std::string>& builtin,
                                      const Vocabulary& vocabulary, std::vector<Diagnostic>& diagnostics) {
    ThemeReader reader(source, vocabulary, diagnostics);
    std::vector<std::string> known = builtin;
    const auto is_in = [](const std::vector<std::string>& names, const std::string& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    struct Waiting {
        ThemeRequest theme;
        const toml::table* table;
    };
    std::vector<Waiting> waiting;
    for (const toml::table* table : tables) {
        ThemeRequest theme = reader.read(*table);
        if (theme.name.empty()) continue; // reported
        if (is_in(known, theme.name)) {
            diagnostics.push_back({Diagnostic::Severity::error,
                                   fmt::format("there is a theme \"{}\" already", theme.name),
                                   place_of(*table, "name", source), "give this theme another name"});
            continue;
        }
        known.push_back(theme.name);
        waiting.push_back({std::move(theme), table});
    }
    std::erase_if(waiting, [&](const Waiting& each) {
        if (each.theme.inherits.empty()) return true; // reported
        if (is_in(known, each.theme.inherits)) return false;
        std::string hint = did_you_mean(each.theme.inherits, known);
        if (hint.empty()) hint = fmt::format("the themes are {}", fmt::join(known, ", "));
        diagnostics.push_back({Diagnostic::Severity::error,
                               fmt::format("there is no theme \"{}\" to inherit from", each.theme.inherits),
                               place_of(*each.table, "inherits", source), std::move(hint)});
        return true;
    });

    // Whoever inherits comes after its parent; those that are left over wait for each other, or for one that is wrong.
    std::vector<ThemeRequest> result;
    std::vector<std::string> settled = builtin;
    for (bool progress = true; progress;) {
        progress = false;
        for (auto each = waiting.begin(); each != waiting.end();) {
            if (!is_in(settled, each->theme.inherits)) {
                ++each;
                continue;
            }
            settled.push_back(each->theme.name);
            result.push_back(std::move(each->theme));
            each = waiting.erase(each);
            progress = true;
        }
    }
    const auto parent_of = [&](const std::string& name) {
        return std::find_if(waiting.begin(), waiting.end(),
                            [&](const Waiting& each) { return each.theme.name == name; });
    };
    for (const Waiting& each : waiting) {
        auto ancestor = parent_of(each.theme.inherits);
        for (std::size_t step = 0; step < waiting.size() && ancestor != waiting.end(); ++step) {
            if (ancestor->theme.name == each.theme.name) break;
            ancestor = parent_of(ancestor->theme.inherits);
        }
        if (ancestor == waiting.end() || ancestor->theme.name != each.theme.name) continue; // its parent is the fault
        diagnostics.push_back(
            {Diagnostic::Severity::error,
             fmt::format("the theme \"{}\" inherits from itself, by way of \"{}\"", each.theme.name,
                         each.theme.inherits),
             place_of(*each.table, "inherits", source),
             fmt::format("let one of them inherit from a built-in theme: {}", fmt::join(builtin, ", "))});
    }
    return result;
}

std::vector<std::string> theme_names(const std::vector<const toml::table*>& tables) {
    std::vector<std::string> names;
    for (const toml::table* table : tables) {
        if (const auto* name = table->get_as<std::string>("name")) names.push_back(name->get());
    }
    return names;
}

} // namespace actlas::config
