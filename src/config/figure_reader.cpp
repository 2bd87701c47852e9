#include "config/figure_reader.hpp"

#include "base/limits.hpp"
#include "base/number.hpp"
#include "config/section.hpp"

#include <fmt/core.h>

#include <cmath>
#include <utility>

namespace actlas::config {
namespace {

class FigureReader {
public:
    FigureReader(const catalogue::TomlSource& source, const Config& settled, const Names& names,
                 const Vocabulary& vocabulary, std::vector<Diagnostic>& diagnostics)
        : source_(source), settled_(settled), names_(names), vocabulary_(vocabulary), diagnostics_(diagnostics) {}

    FigureRequest read(const toml::table& table) {
        Section section(table, source_, diagnostics_, "figure", "[[figure]]", vocabulary_);
        FigureRequest figure;
        figure.where = source_.span(table.source());
        figure.name = section.stem("name", "a figure").value_or("");
        figure.kind = section.word("kind").value_or("");
        figure.activations = activations(section);
        figure.title = section.localized("title");
        figure.x = section.range("x");
        figure.y = section.range("y");
        if (const auto size = section.size("size")) {
            figure.width = size->width;
            figure.height = size->height;
        }
        figure.columns = section.integer("columns").value_or(figure.columns);
        figure.derivative = section.boolean("derivative").value_or(figure.derivative);
        figure.annotate = section.boolean("annotate").value_or(figure.annotate);
        figure.dashed_grid = section.word("grid") == "dashed";
        figure.parameter = section.string("parameter");
        figure.values = section.number_list("values").value_or(figure.values);
        figure.limitation = section.word("limitation");
        figure.weight_variance = section.number("weight_variance");
        figure.transparent = section.boolean("transparent").value_or(settled_.figures.transparent);
        figure.profile = section.word("profile").value_or(figure.profile);
        figure.colours = colours(section, figure.activations.size());
        const auto languages = section.words("languages");
        figure.languages = languages ? to_languages(*languages) : settled_.languages;
        figure.themes = section.themes("themes").value_or(settled_.figures.themes);
        const auto formats = section.words("formats");
        figure.formats = formats ? to_formats(*formats) : settled_.figures.formats;
        figure.dpi = section.number("dpi").value_or(settled_.figures.dpi);
        require_few_pixels(section, figure);
        section.finish();
        if (vocabulary_.figure_faults && !figure.kind.empty() && !figure.activations.empty() && !incomplete_) {
            for (FigureFault& fault : vocabulary_.figure_faults(figure))
                section.reader().error_at(fault.key, std::move(fault.message), std::move(fault.hint));
        }
        return figure;
    }

private:
    std::vector<catalogue::Activation> activations(Section& section) {
        std::vector<catalogue::Activation> result;
        const std::size_t before = diagnostics_.size();
        for (const toml::node* element : section.elements("activations", "an array of ids and of tables")) {
            if (const auto* id = element->as_string()) {
                add(result, id->get(), source_.span(element->source()));
            } else if (const auto* entry = element->as_table()) {
                add(result, *entry);
            } else {
                incomplete_ = true;
                section.reader().error_at_node(
                    *element, "\"activations\" must hold ids and tables",
                    "for example [\"relu\", { id = \"leaky_relu\", parameters = { alpha = 0.1 } }]");
            }
        }
        const bool given = section.reader().node("activations") != nullptr;
        if (given && result.empty() && diagnostics_.size() == before && !incomplete_)
            section.reader().error_at("activations", "\"activations\" must name at least one activation");
        return result;
    }

    catalogue::Activation* add(std::vector<catalogue::Activation>& result, const std::string& id,
                               const SourceSpan& where) {
        const catalogue::Activation* found = names_.activation(id, where, diagnostics_);
        if (found != nullptr) return &result.emplace_back(*found);
        incomplete_ = true;
        return nullptr;
    }

    void add(std::vector<catalogue::Activation>& result, const toml::table& entry) {
        Section section(entry, source_, diagnostics_, "figure.activations", "an entry of \"activations\"", vocabulary_);
        const auto id = section.string("id");
        catalogue::Activation* activation = id ? add(result, *id, section.reader().place("id")) : nullptr;
        incomplete_ = incomplete_ || !id;
        const auto label = section.localized("label");
        if (activation != nullptr && label) activation->label = *label;
        if (const toml::table* parameters = section.reader().table("parameters")) {
            catalogue::TableReader reader(*parameters, source_, diagnostics_, "\"parameters\"");
            for (auto&& [name, value] : *parameters) {
                const auto number = reader.number(name.str());
                if (activation == nullptr) continue;
                if (number && !set_parameter(*activation, name.str(), *number))
                    diagnostics_.push_back(unknown_parameter(name.str(), *activation, source_.span(name.source())));
            }
        }
        section.finish();
    }

    std::vector<std::string> colours(Section& section, std::size_t activations) {
        auto given = section.colours("colours");
        if (!given) return {};
        if (activations > 0 && given->size() != activations && !incomplete_)
            section.reader().error_at(
                "colours",
                fmt::format("there are {} colours for {} activations: one each is needed", given->size(), activations));
        return std::move(*given);
    }

    static void require_few_pixels(Section& section, const FigureRequest& figure) {
        const double pixels = figure.width.value_or(0) * figure.height.value_or(0) * std::pow(figure.dpi / 96, 2);
        if (pixels > limits::picture_pixels)
            section.reader().error_at(
                "size", fmt::format("at {} dpi this would be {} million pixels; at most {} million are drawn",
                                    shortest(figure.dpi), significant_for_people(pixels / 1e6, 3),
                                    limits::picture_pixels / 1e6));
    }

    const catalogue::TomlSource& source_;
    const Config& settled_;
    const Names& names_;
    const Vocabulary& vocabulary_;
    std::vector<Diagnostic>& diagnostics_;
    bool incomplete_ = false; ///< an activation is missing, so that their number says nothing
};

} // namespace

std::optional<FigureRequest> read_figure(const toml::table& table, const catalogue::TomlSource& source,
                                         const Config& settled, const Names& names, const Vocabulary& vocabulary,
                                         std::vector<Diagnostic>& diagnostics) {
    const std::size_t before = diagnostics.size();
    FigureRequest figure = FigureReader(source, settled, names, vocabulary, diagnostics).read(table);
    return diagnostics.size() == before ? std::optional(std::move(figure)) : std::nullopt;
}

std::vector<Language> to_languages(const std::vector<std::string>& words) {
    std::vector<Language> languages;
    languages.reserve(words.size());
    for (const std::string& each : words)
        languages.push_back(*parse_language(each));
    return languages;
}

std::vector<FigureFormat> to_formats(const std::vector<std::string>& words) {
    std::vector<FigureFormat> formats;
    for (const FigureFormat format : {FigureFormat::svg, FigureFormat::png, FigureFormat::pdf}) {
        for (const std::string& each : words) {
            if (each == word(format)) formats.push_back(format);
        }
    }
    return formats;
}

} // namespace actlas::config
