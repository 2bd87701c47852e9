#pragma once

#include "base/diagnostic.hpp"
#include "base/language.hpp"
#include "catalogue/activation.hpp"
#include "catalogue/catalogue.hpp"
#include "catalogue/vector_activation.hpp"
#include "experiment/settings.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace actlas::config {

enum class FigureFormat { svg, png, pdf };

/// The file extension and the word in configs: "svg", "png", "pdf".
std::string_view word(FigureFormat format);

/// A figure that the config asks for by [[figure]].
struct FigureRequest {
    std::string name; ///< a file stem of ASCII letters, digits, '-' and '_', unique among the figures
    std::string kind; ///< one of Vocabulary::figure_kinds
    std::vector<catalogue::Activation> activations;        ///< with the parameters and labels set here
    std::vector<catalogue::VectorActivation> vectors = {}; ///< of a kind that shows activations of vectors: these
    std::optional<LocalizedText> title;
    std::optional<std::pair<double, double>> x; ///< low < high
    std::optional<std::pair<double, double>> y;
    std::optional<double> width;  ///< px
    std::optional<double> height; ///< px
    int columns = 2;
    bool derivative = true;
    bool annotate = true;
    bool dashed_grid = false;
    bool transparent = false;
    std::string profile = "document";      ///< one of Vocabulary::profiles
    std::optional<std::string> parameter;  ///< that a family varies
    std::vector<double> values;            ///< of the parameter
    std::optional<std::string> limitation; ///< that a figure of that kind shows
    std::optional<double> weight_variance; ///< of a depth figure's networks
    std::vector<std::string> colours;      ///< "#rrggbb", one an activation, or none
    std::vector<Language> languages;
    std::vector<std::string> themes;
    std::vector<FigureFormat> formats;
    double dpi = 192; ///< of PNG; 96 is one pixel a px
    SourceSpan where; ///< the figure's table, for messages
};

/// What the report is to hold.
struct ReportSettings {
    bool enabled = true;
    bool html = true;
    bool markdown = true;
    bool single_file = false;                       ///< HTML as one file for each language, which needs no other
    std::vector<std::string> chapters;              ///< of Vocabulary::chapters, in the order of the report
    std::optional<std::filesystem::path> templates; ///< a folder laid over the built-in templates
};

/// How figures are written, those of the report included.
struct FigureSettings {
    std::vector<FigureFormat> formats;
    std::vector<std::string> themes;
    double dpi = 192;         ///< of PNG; 96 is one pixel a px
    bool transparent = false; ///< no page behind them
};

/// A colour that a config gives, "#rrggbb", and where.
struct PlacedColour {
    std::string value;
    SourceSpan where;
};

/// One curve of a comparison in a theme.
struct ThemeLine {
    std::vector<double> dash; ///< ink and gap, px; empty: solid
    double weight = 1;        ///< times the usual width
};

/// A [[theme]]: what it changes of the theme that it inherits from.
struct ThemeRequest {
    std::string name;     ///< a file stem, no built-in theme's name, unique among the themes
    std::string inherits; ///< a built-in theme, or one that stands before it in Config::themes
    std::map<std::string, PlacedColour, std::less<>> colours; ///< by role: "page", "function.stroke", "family[1].text"
    std::optional<std::vector<ThemeLine>> lines;
    std::optional<double> text_contrast;
    std::optional<double> stroke_contrast;
    SourceSpan where; ///< the theme's table, for messages
};

/// A deck of slides: [slides].
struct SlideSettings {
    std::string name; ///< a file stem
    std::vector<catalogue::Activation> activations;
    std::vector<Language> languages; ///< a deck each
    std::string theme;
    bool builds = true;      ///< f, then f′ too, then the notes too
    bool title_slide = true; ///< begin with a title
    LocalizedText title = {};
    std::optional<LocalizedText> subtitle;
    bool pdf = true;
    bool markdown = true;
    FigureFormat images = FigureFormat::svg; ///< of the Markdown deck
};

/// The small experiments of the report: [experiments]. An experiment without activations is left out.
struct ExperimentSettings {
    bool enabled = true; ///< false: the report has no page on them
    experiment::Settings settings = {};
    std::vector<catalogue::Activation> regions = {}; ///< whose decision regions are drawn
    std::vector<catalogue::Activation> deep = {};    ///< whose signals and gradients are measured against depth
    std::vector<catalogue::Activation> dead = {};    ///< whose dead units are counted
    std::vector<catalogue::Activation> loss = {};    ///< whose loss curves are drawn
};

/// A config file, read and resolved: every id is an activation, every path is ready to use, every value is in its
/// range.
struct Config {
    LocalizedText title = {};                            ///< empty: the report's own
    std::vector<Language> languages = {};                ///< at least one, each once; the first is the one shown first
    std::filesystem::path output = {};                   ///< the folder to write to
    catalogue::Catalogue catalogue;                      ///< the one in use, with the config's own activations added
    std::vector<catalogue::Activation> activations = {}; ///< those of the report, each once, in the order of `include`
    std::vector<catalogue::VectorActivation> vectors = {}; ///< activations of vectors in the report, likewise
    ReportSettings report = {};
    FigureSettings figures = {};
    std::vector<ThemeRequest> themes = {}; ///< the config's own, each after the one it inherits from
    std::optional<SlideSettings> slides = {};
    std::vector<FigureRequest> extra_figures = {};
    ExperimentSettings experiments = {};
    std::map<std::string, SourceSpan> formulas = {}; ///< of the config's own activations by id, for messages
    std::vector<std::filesystem::path> inputs = {};  ///< the config; the folder and files of a catalogue of its own
};

/// Why a figure cannot be drawn as it is asked for.
struct FigureFault {
    std::string key; ///< of [[figure]], whose value is at fault
    std::string message;
    std::string hint; ///< may be empty
};

/// The words of other folders that a config may use, and their judgement of figures.
struct Vocabulary {
    std::vector<std::string> figure_kinds;
    std::vector<std::string> themes;
    std::vector<std::string> chapters;
    std::vector<std::string> profiles = {};
    std::vector<std::string> limitations = {};
    std::vector<std::string> vector_figure_kinds = {}; ///< those of figure_kinds that show activations of vectors
    /// What is wrong with a figure whose keys are right each for itself; may be empty.
    std::function<std::vector<FigureFault>(const FigureRequest&)> figure_faults = {};
};

/// Reads a config's text. Paths in it are relative to `folder`; `file` is its name in messages. Throws InputError with
/// every fault of the text, in the order of their places, and after them those of the catalogue that it names;
/// FileError if a file of that catalogue cannot be read.
Config parse_config(std::string file, std::string text, const std::filesystem::path& folder,
                    const Vocabulary& vocabulary);

/// Reads a config file. Throws as parse_config() and FileError if the file cannot be read.
Config read_config(const std::filesystem::path& file, const Vocabulary& vocabulary);

/// The commented config that `actlas init` writes. Its first line names the schema beside it, or else says how to get
/// one.
std::string starter_config(bool with_schema);

} // namespace actlas::config
