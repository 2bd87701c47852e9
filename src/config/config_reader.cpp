#include "base/file.hpp"
#include "catalogue/activation_reader.hpp"
#include "catalogue/joining.hpp"
#include "catalogue/vector_catalogue.hpp"
#include "config/config.hpp"
#include "config/figure_reader.hpp"
#include "config/folders.hpp"
#include "config/section.hpp"
#include "config/selection.hpp"
#include "config/theme_reader.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <set>
#include <stdexcept>
#include <utility>

namespace actlas::config {
namespace {

namespace fs = std::filesystem;

std::string in_lower_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

/// Reads the sections one after the other; what a later one needs is settled by an earlier one, or has its default.
class ConfigReader {
public:
    /// `themes` are the built-in ones; the vocabulary has the config's own too.
    ConfigReader(const catalogue::TomlSource& source, ChosenCatalogue chosen, const Vocabulary& vocabulary,
                 const std::vector<std::string>& themes, std::vector<const toml::table*> theme_tables,
                 std::vector<Diagnostic>& diagnostics)
        : source_(source), vocabulary_(vocabulary), builtin_themes_(themes), theme_tables_(std::move(theme_tables)),
          diagnostics_(diagnostics), config_{.catalogue = std::move(chosen.catalogue),
                                             .inputs = std::move(chosen.inputs)},
          names_(config_.catalogue, [this]() -> const catalogue::VectorCatalogue& { return vector_catalogue(); }) {
        if (!chosen.readable) names_.excuse_all();
    }

    Config read(Section& top, const fs::path& folder) {
        config_.title = top.localized("title").value_or(LocalizedText{});
        config_.languages = to_languages(top.words("languages").value_or(std::vector<std::string>{}));
        config_.output = folder / top.string("output").value_or("");
        const std::size_t before = diagnostics_.size();
        const std::vector<std::string> own = read_own_activations(top);
        read_own_vectors(top);
        config_.activations = select(top, own);
        selection_is_read_ = diagnostics_.size() == before && !names_.all_excused();
        read_report(top, folder);
        if (config_.report.enabled && config_.activations.empty() && config_.vectors.empty() && selection_is_read_)
            top.reader().error_at("include", "no activation is left for the report",
                                  "to write figures only, say enabled = false in [report]");
        config_.themes = read_themes(theme_tables_, source_, builtin_themes_, vocabulary_, diagnostics_);
        read_figure_settings(top);
        read_figures(top);
        read_slides(top);
        read_experiments(top);
        top.finish();
        return std::move(config_);
    }

private:
    std::vector<std::string> read_own_activations(Section& top) {
        std::vector<std::string> ids;
        for (const toml::table* table : top.tables("activation")) {
            auto activation = catalogue::read_activation(*table, source_, catalogue::ReadMode::user, diagnostics_);
            if (!activation) {
                pass_over(*table);
                continue;
            }
            const catalogue::JoiningPlaces places = places_of(*table, *activation);
            const auto faults = catalogue::faults_of_joining(*activation, config_.catalogue, places);
            if (faults.empty()) {
                ids.push_back(activation->id);
                config_.formulas.emplace(activation->id, source_.span(table->get("formula")->source()));
                config_.catalogue.add(std::move(*activation));
            } else {
                diagnostics_.insert(diagnostics_.end(), faults.begin(), faults.end());
                names_.excuse(activation->id, activation->family);
            }
        }
        return ids;
    }

    /// Notes what an [[activation]] with a fault would be called; that the name is taken is a fault of its own.
    void pass_over(const toml::table& table) {
        const auto string = [&](std::string_view key) { return table[key].value<std::string>().value_or(""); };
        const std::string id = string("id");
        const catalogue::Activation* holder = id.empty() ? nullptr : config_.catalogue.find(id);
        if ((holder != nullptr && holder->id == id) || (!id.empty() && !passed_over_.insert(id).second))
            diagnostics_.push_back(catalogue::id_is_taken(id, source_.span(table.get("id")->source())));
        for (const std::string& name : {id, string("name")}) {
            if (!name.empty()) names_.excuse(name, table.contains("family") ? string("family") : "custom");
        }
    }

    /// The places of an activation's parts. Relations to what is passed over are taken out of it.
    catalogue::JoiningPlaces places_of(const toml::table& table, catalogue::Activation& activation) const {
        const auto place = [&](const toml::table& of, std::string_view key) -> std::optional<SourceSpan> {
            const toml::node* node = of.get(key);
            return node == nullptr ? std::nullopt : std::optional(source_.span(node->source()));
        };
        catalogue::JoiningPlaces places{place(table, "id"), place(table, "family"), {}};
        if (!places.id) places.id = place(table, "name");
        std::vector<catalogue::Relation> kept;
        for (std::size_t i = 0; i < activation.relations.size(); ++i) {
            if (names_.is_excused(activation.relations[i].id)) continue;
            kept.push_back(activation.relations[i]);
            places.relations.push_back(*place(*table["relations"][i].as_table(), "id"));
        }
        activation.relations = std::move(kept);
        return places;
    }

    /// Those of vectors are in the report after those that `include` names.
    void read_own_vectors(Section& top) {
        for (const toml::table* table : top.tables("vector_activation")) {
            auto activation =
                catalogue::read_vector_activation(*table, source_, catalogue::ReadMode::user, diagnostics_);
            if (!activation) {
                for (const std::string_view key : {"id", "name"})
                    if (const auto name = (*table)[key].value<std::string>(); name && !name->empty())
                        names_.excuse(*name, catalogue::family_of_own_vectors().id);
                continue;
            }
            const toml::node* named = table->get("id") != nullptr ? table->get("id") : table;
            const SourceSpan where = source_.span(named->source());
            if (config_.catalogue.find(activation->about.id) != nullptr) {
                diagnostics_.push_back({Diagnostic::Severity::error,
                                        fmt::format("there is an activation \"{}\" already", activation->about.id),
                                        where, "give it another id"});
                continue;
            }
            own_vectors_.push_back(activation->about.id);
            try {
                vector_catalogue().add(std::move(*activation), where);
            } catch (const InputError& error) {
                diagnostics_.insert(diagnostics_.end(), error.diagnostics().begin(), error.diagnostics().end());
            }
        }
    }

    /// Read when it is first needed.
    catalogue::VectorCatalogue& vector_catalogue() {
        if (!vectors_) vectors_ = catalogue::VectorCatalogue::builtin();
        return *vectors_;
    }

    /// The ids that an `include` or `exclude` stands for, in its order; those of vectors go to `vectors`, where there
    /// may be any.
    std::vector<std::string> resolve(Section& section, std::string_view key,
                                     std::vector<std::string>* vectors = nullptr) {
        const Names::Welcome welcome = vectors != nullptr ? Names::Welcome::all : Names::Welcome::of_numbers;
        std::vector<std::string> ids;
        for (const auto& [word, node] : section.strings(key)) {
            const SourceSpan where = source_.span(node->source());
            if (word.starts_with('@')) {
                // The default names a group of the built-in catalogue; another catalogue need not have it.
                const bool is_empty = config_.catalogue.group(word).empty();
                if (is_empty && vectors != nullptr) {
                    const auto of_vectors = vector_catalogue().group(word);
                    vectors->insert(vectors->end(), of_vectors.begin(), of_vectors.end());
                    if (!of_vectors.empty()) continue;
                }
                const bool stand_in = is_empty && !section.reader().has(key);
                const auto group = names_.group(stand_in ? std::string("@all") : word, where, diagnostics_, welcome);
                ids.insert(ids.end(), group.begin(), group.end());
            } else if (vectors != nullptr && config_.catalogue.find(word) == nullptr &&
                       vector_catalogue().find(word) != nullptr) {
                vectors->push_back(vector_catalogue().find(word)->about.id);
            } else if (const auto* activation = names_.activation(word, where, diagnostics_, welcome)) {
                ids.push_back(activation->id);
            }
        }
        return ids;
    }

    /// What a section's `include` and `exclude` leave of the activations of numbers, each once; those that it names and
    /// `more`.
    std::vector<catalogue::Activation> select_numbers(Section& section, const std::vector<std::string>& more) {
        std::vector<std::string> ids = resolve(section, "include");
        ids.insert(ids.end(), more.begin(), more.end());
        return chosen_of(ids, resolve(section, "exclude"));
    }

    /// The same for the report, which takes activations of vectors too.
    std::vector<catalogue::Activation> select(Section& top, const std::vector<std::string>& own) {
        std::vector<std::string> vectors;
        std::vector<std::string> ids = resolve(top, "include", &vectors);
        ids.insert(ids.end(), own.begin(), own.end());
        vectors.insert(vectors.end(), own_vectors_.begin(), own_vectors_.end());
        std::vector<std::string> excluded_vectors;
        const std::vector<std::string> excluded = resolve(top, "exclude", &excluded_vectors);
        std::set<std::string> done(excluded_vectors.begin(), excluded_vectors.end());
        for (const std::string& id : vectors) {
            if (done.insert(id).second && vector_catalogue().find(id) != nullptr)
                config_.vectors.push_back(*vector_catalogue().find(id));
        }
        return chosen_of(ids, excluded);
    }

    std::vector<catalogue::Activation> chosen_of(const std::vector<std::string>& ids,
                                                 const std::vector<std::string>& excluded) const {
        std::set<std::string> done(excluded.begin(), excluded.end());
        std::vector<catalogue::Activation> chosen;
        for (const std::string& id : ids) {
            if (done.insert(id).second) chosen.push_back(*config_.catalogue.find(id));
        }
        return chosen;
    }

    void read_report(Section& top, const fs::path& folder) {
        static const toml::table nothing;
        const toml::table* table = top.table("report");
        Section section(table != nullptr ? *table : nothing, source_, diagnostics_, "report", "[report]", vocabulary_);
        config_.report.enabled = section.boolean("enabled").value_or(true);
        const auto formats = section.words("formats").value_or(std::vector<std::string>{});
        config_.report.html = std::find(formats.begin(), formats.end(), "html") != formats.end();
        config_.report.markdown = std::find(formats.begin(), formats.end(), "markdown") != formats.end();
        config_.report.single_file = section.boolean("single_file").value_or(false);
        if (const auto templates = section.string("templates")) {
            config_.report.templates = folder / *templates;
            require_folder(section, "templates", *config_.report.templates);
        }
        const auto chapters = section.words("chapters");
        for (const std::string& chapter : vocabulary_.chapters) {
            if (!chapters || std::find(chapters->begin(), chapters->end(), chapter) != chapters->end())
                config_.report.chapters.push_back(chapter);
        }
        section.finish();
    }

    void read_figure_settings(Section& top) {
        static const toml::table nothing;
        const toml::table* table = top.table("figures");
        Section section(table != nullptr ? *table : nothing, source_, diagnostics_, "figures", "[figures]",
                        vocabulary_);
        config_.figures.formats = to_formats(section.words("formats").value_or(std::vector<std::string>{}));
        config_.figures.themes = section.themes("themes").value_or(std::vector<std::string>{});
        config_.figures.dpi = section.number("dpi").value_or(config_.figures.dpi);
        config_.figures.transparent = section.boolean("transparent").value_or(false);
        section.finish();
    }

    void read_figures(Section& top) {
        std::set<std::string> taken;
        for (const toml::table* table : top.tables("figure")) {
            const auto name = (*table)["name"].value<std::string>();
            // Some file systems do not tell capitals apart.
            if (name && !name->empty() && !taken.insert(in_lower_case(*name)).second)
                diagnostics_.push_back({Diagnostic::Severity::error,
                                        fmt::format("two figures have the name \"{}\"", *name),
                                        source_.span(table->get("name")->source()), "give this figure another name"});
            auto figure = read_figure(*table, source_, config_, names_, vocabulary_, diagnostics_);
            if (figure) config_.extra_figures.push_back(std::move(*figure));
        }
    }

    /// The activations of one experiment. Of those that are there by default, a catalogue of the config's own may lack
    /// some; they are not looked up where nothing is made of them.
    std::vector<catalogue::Activation> subjects(Section& section, std::string_view key) {
        std::vector<catalogue::Activation> chosen;
        if (!section.reader().has(key)) {
            const auto usual = section.strings(key);
            if (!config_.report.enabled) return chosen;
            for (const auto& [id, node] : usual)
                if (const catalogue::Activation* activation = config_.catalogue.find(id)) chosen.push_back(*activation);
            return chosen;
        }
        std::set<std::string> done;
        for (const std::string& id : resolve(section, key))
            if (done.insert(id).second) chosen.push_back(*config_.catalogue.find(id));
        const std::size_t most = config::key("experiments", key).most;
        if (chosen.size() > most)
            section.reader().error_at(
                key, fmt::format("\"{}\" takes at most {} activations, and these are {}", key, most, chosen.size()));
        return chosen;
    }

    void read_experiments(Section& top) {
        static const toml::table nothing;
        const toml::table* table = top.table("experiments");
        Section section(table != nullptr ? *table : nothing, source_, diagnostics_, "experiments", "[experiments]",
                        vocabulary_);
        ExperimentSettings& all = config_.experiments;
        experiment::Settings& settings = all.settings;
        all.enabled = section.boolean("enabled").value_or(true);
        const auto read = [&](int& into, std::string_view key) { into = section.integer(key).value_or(into); };
        read(settings.seed, "seed");
        read(settings.samples, "samples");
        read(settings.held_out, "held_out");
        read(settings.layers, "layers");
        read(settings.units, "units");
        read(settings.epochs, "epochs");
        read(settings.region_epochs, "region_epochs");
        read(settings.batch, "batch");
        settings.rate = section.number("rate").value_or(settings.rate);
        read(settings.networks, "networks");
        settings.dead_rates = section.number_list("dead_rates").value_or(settings.dead_rates);
        settings.dead_slope = section.number("dead_slope").value_or(settings.dead_slope);
        read(settings.width, "width");
        read(settings.depth, "depth");
        all.regions = subjects(section, "regions");
        all.deep = subjects(section, "deep");
        all.dead = subjects(section, "dead");
        all.loss = subjects(section, "loss");
        section.finish();
    }

    void read_slides(Section& top) {
        const toml::table* table = top.table("slides");
        if (table == nullptr) return;
        Section section(*table, source_, diagnostics_, "slides", "[slides]", vocabulary_);
        SlideSettings slides;
        slides.name = section.stem("name", "a deck").value_or("");
        std::vector<std::string> of_report;
        if (!section.reader().has("include"))
            for (const auto& activation : config_.activations)
                of_report.push_back(activation.id);
        const std::size_t before = diagnostics_.size();
        slides.activations = select_numbers(section, of_report);
        const bool all_read = diagnostics_.size() == before && !names_.all_excused() &&
                              (section.reader().has("include") || selection_is_read_);
        const auto languages = section.words("languages");
        slides.languages = languages ? to_languages(*languages) : config_.languages;
        slides.theme = section.theme("theme").value_or("");
        slides.builds = section.boolean("builds").value_or(true);
        slides.title_slide = section.boolean("title_slide").value_or(true);
        slides.title = section.localized("title").value_or(config_.title);
        slides.subtitle = section.localized("subtitle");
        const auto formats = section.words("formats").value_or(std::vector<std::string>{});
        slides.pdf = std::find(formats.begin(), formats.end(), "pdf") != formats.end();
        slides.markdown = std::find(formats.begin(), formats.end(), "markdown") != formats.end();
        slides.images = section.word("images") == "png" ? FigureFormat::png : FigureFormat::svg;
        if (slides.activations.empty() && all_read)
            section.reader().error_at("include", "no activation is left for the slides");
        section.finish();
        config_.slides = std::move(slides);
    }

    const catalogue::TomlSource& source_;
    const Vocabulary& vocabulary_;
    const std::vector<std::string>& builtin_themes_;
    std::vector<const toml::table*> theme_tables_;
    std::vector<Diagnostic>& diagnostics_;
    std::optional<catalogue::VectorCatalogue> vectors_;
    std::vector<std::string> own_vectors_;
    Config config_;
    Names names_;
    std::set<std::string> passed_over_; ///< ids of [[activation]]s with faults
    bool selection_is_read_ = false;    ///< the report's, without a fault
};

} // namespace

std::string_view word(FigureFormat format) {
    switch (format) {
    case FigureFormat::svg:
        return "svg";
    case FigureFormat::png:
        return "png";
    case FigureFormat::pdf:
        return "pdf";
    }
    throw std::logic_error("a figure format without a word");
}

Config parse_config(std::string file, std::string text, const fs::path& folder, const Vocabulary& vocabulary) {
    const catalogue::TomlSource source(std::move(file), std::move(text));
    std::vector<Diagnostic> diagnostics;
    const auto table = catalogue::parse_toml(source, diagnostics);
    if (!table) throw InputError(std::move(diagnostics));
    Vocabulary with_own = vocabulary;
    Section top(*table, source, diagnostics, "", "the config", with_own);
    const auto theme_tables = top.tables("theme");
    for (std::string& name : theme_names(theme_tables))
        with_own.themes.push_back(std::move(name));
    ChosenCatalogue chosen = choose_catalogue(top, folder);
    const std::vector<Diagnostic> of_catalogue = std::move(chosen.faults);
    Config config = ConfigReader(source, std::move(chosen), with_own, vocabulary.themes, theme_tables, diagnostics)
                        .read(top, folder);
    catalogue::sort_by_place(diagnostics);
    diagnostics.insert(diagnostics.end(), of_catalogue.begin(), of_catalogue.end());
    if (!diagnostics.empty()) {
        throw InputError(std::move(diagnostics));
    }
    return config;
}

Config read_config(const fs::path& file, const Vocabulary& vocabulary) {
    Config config = parse_config(file.string(), read_file(file), file.parent_path(), vocabulary);
    config.inputs.insert(config.inputs.begin(), file);
    return config;
}

} // namespace actlas::config
