#pragma once

#include "analysis/relatives.hpp"
#include "analysis/study.hpp"
#include "analysis/vector_study.hpp"
#include "base/language.hpp"
#include "base/progress.hpp"
#include "catalogue/catalogue.hpp"
#include "output/artefact.hpp"
#include "plot/theme.hpp"
#include "report/experiments_model.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace actlas::report {

/// What the report is made from.
struct Input {
    LocalizedText title;                         ///< "": the title in templates/LANGUAGE/strings.json
    std::vector<Language> languages;             ///< at least one, each once
    std::vector<const analysis::Study*> studies; ///< one page each; the ids are unique
    const catalogue::Catalogue* catalogue =
        nullptr; ///< families, frameworks and the functions that studies are related to; never null
    std::vector<const analysis::VectorStudy*> vectors = {}; ///< likewise, of activations of vectors
    std::vector<std::string> chapters;                      ///< of chapter_names(), in the order of the report
    bool html = true;
    bool markdown = true;
    bool single_file = false;                         ///< HTML: atlas.LANGUAGE.html, which needs no other file
    std::vector<std::string> themes{"light", "dark"}; ///< of the figures; at least one
    bool png = false;                                 ///< figures as PNG beside the SVG that the pages show
    bool pdf = false;                                 ///< and as PDF
    double png_scale = 2;                             ///< pixels a CSS px
    std::optional<std::filesystem::path> templates;   ///< a folder laid over the built-in templates
    std::vector<plot::Theme> own_themes = {};         ///< that `themes` may name beside the built-in ones
    bool transparent = false;                         ///< figures without a page behind them
    std::optional<Experiments> experiments = {};      ///< nothing: no page on them
    /// By id, what the studies' functions are the same as and near to; those without an entry have no such sections.
    std::map<std::string, analysis::Relatives> relatives = {};
    unsigned jobs = 1;
    Progress* progress = nullptr; ///< is told of experiments, figures and pages; nullptr: nobody is
};

/// The chapters that a report can have, in their usual order.
std::vector<std::string> chapter_names();

/// All files of the report: LANGUAGE/index, overview, experiments, method, ... and activation/ID as .html and .md,
/// figures/, assets/. The same bytes for any number of jobs. Throws InputError for templates that name what is not
/// there, and FileError for a template folder that cannot be read.
std::vector<output::Artefact> render_report(const Input& input);

} // namespace actlas::report
