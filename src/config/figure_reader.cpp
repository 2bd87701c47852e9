#include "config/figure_reader.hpp"

#include "base/limits.hpp"
#include "base/number.hpp"
#include "config/section.hpp"

#include <fmt/format.h>

#include <algorithm>
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
        shows_vectors_ = shows_vectors(figure.kind);
        read_activations(section, figure);
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
        figure.colours = colours(section, figure.activations.size() + figure.vectors.size());
        const auto languages = section.words("languages");
        figure.languages = languages ? to_languages(*languages) : settled_.languages;
        figure.themes = section.themes("themes").value_or(settled_.figures.themes);
        const auto formats = section.words("formats");
        figure.formats = formats ? to_formats(*formats) : settled_.figures.formats;
        figure.dpi = section.number("dpi").value_or(settled_.figures.dpi);
        require_few_pixels(section, figure);
        section.finish();
        if (vocabulary_.figure_faults && !figure.kind.empty() && !incomplete_ &&
            !(figure.activations.empty() && figure.vectors.empty())) {
            for (FigureFault& fault : vocabulary_.figure_faults(figure))
                section.reader().error_at(fault.key, std::move(fault.message), std::move(fault.hint));
        }
        return figure;
    }

private:
    bool shows_vectors(const std::string& kind) const {
        const auto& of_vectors = vocabulary_.vector_figure_kinds;
        return std::find(of_vectors.begin(), of_vectors.end(), kind) != of_vectors.end();
    }

    void read_activations(Section& section, FigureRequest& figure) {
        const std::size_t before = diagnostics_.size();
        for (const toml::node* element : section.elements("activations", "an array of ids and of tables")) {
            if (const auto* id = element->as_string()) {
                add(figure, id->get(), source_.span(element->source()));
            } else if (const auto* entry = element->as_table()) {
                add(figure, *entry);
            } else {
                incomplete_ = true;
                section.reader().error_at_node(
                    *element, "\"activations\" must hold ids and tables",
                    "for example [\"relu\", { id = \"leaky_relu\", parameters = { alpha = 0.1 } }]");
            }
        }
        const bool given = section.reader().node("activations") != nullptr;
        const bool empty = figure.activations.empty() && figure.vectors.empty();
        if (given && empty && diagnostics_.size() == before && !incomplete_)
            section.reader().error_at("activations", "\"activations\" must name at least one activation");
    }

    catalogue::Activation* add(FigureRequest& figure, const std::string& id, const SourceSpan& where) {
        const catalogue::Activation* const of_numbers = names_.find(id);
        const catalogue::VectorActivation* const of_vectors =
            shows_vectors_ || of_numbers == nullptr ? names_.find_vector(id) : nullptr;
        if (shows_vectors_ && of_vectors != nullptr) return &figure.vectors.emplace_back(*of_vectors).about;
        if (!shows_vectors_ && of_numbers != nullptr) return &figure.activations.emplace_back(*of_numbers);
        incomplete_ = true;
        if (of_numbers == nullptr && of_vectors == nullptr)
            names_.activation(id, where, diagnostics_, Names::Welcome::all);
        else if (!figure.kind.empty())
            diagnostics_.push_back(misplaced(figure.kind, id, where));
        return nullptr;
    }

    /// An activation of vectors for a kind of figure that shows those of numbers, or the other way round.
    Diagnostic misplaced(const std::string& kind, const std::string& id, const SourceSpan& where) const {
        std::vector<std::string> fitting;
        for (const std::string& each : vocabulary_.figure_kinds) {
            if (shows_vectors(each) != shows_vectors_) fitting.push_back(each);
        }
        return {Diagnostic::Severity::error,
                fmt::format("\"{}\" is an activation of {}, which a figure of kind \"{}\" does not show", id,
                            shows_vectors_ ? "numbers" : "vectors", kind),
                where, fmt::format("the kinds that do are {}", fmt::join(fitting, ", "))};
    }

    void add(FigureRequest& figure, const toml::table& entry) {
        Section section(entry, source_, diagnostics_, "figure.activations", "an entry of \"activations\"", vocabulary_);
        const auto id = section.string("id");
        catalogue::Activation* activation = id ? add(figure, *id, section.reader().place("id")) : nullptr;
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
    bool shows_vectors_ = false; ///< the kind does
    bool incomplete_ = false;    ///< an activation is missing, so that their number says nothing
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
