#pragma once
// What the figures of activations of vectors share.

#include "analysis/vector_words.hpp"
#include "figure/sheet.hpp"
#include "figure/vector_figure.hpp"

#include <map>
#include <string>

namespace actlas::figure {

/// A phrase of [figure] in templates/<language>/vectors.toml.
inline std::string vector_phrase(std::string_view key, Language language, const Phrases::Words& words) {
    return analysis::vector_phrases().fill("figure." + std::string(key), language, words);
}

/// The texts of a kind, from its phrases KIND_title, KIND_subtitle, KIND_foot (unless empty) and alt_KIND, with the
/// formula beside the title.
SheetTexts vector_texts(const std::string& kind, const analysis::VectorStudy& study, const Context& context,
                        const Options& options, Phrases::Words words);

/// A colour between two, `share` of the way from the first.
plot::Colour mixed(plot::Colour from, plot::Colour to, double share);

plot::Scene temperature_figure(const analysis::VectorStudy& study, const Context& context, const Options& options);
plot::Scene jacobian_figure(const analysis::VectorStudy& study, const Context& context, const Options& options);
plot::Scene gate_figure(const analysis::VectorStudy& study, const Context& context, const Options& options);
plot::Scene simplex_figure(const analysis::VectorStudy& study, const Context& context, const Options& options);
plot::Scene response_figure(const analysis::VectorStudy& study, const Context& context, const Options& options);

} // namespace actlas::figure
