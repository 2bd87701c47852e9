#include "figure/vector_figure.hpp"

#include "base/suggest.hpp"
#include "figure/expression.hpp"
#include "figure/vector_parts.hpp"
#include "formula/vector_notation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace actlas::figure {
namespace {

bool is_share(const analysis::VectorStudy& study) {
    return study.unit_sum.decided() && study.unit_sum.value && study.nonnegative.value;
}

/// Whether the outputs are made of one a and one b each.
bool is_gate(const analysis::VectorStudy& study) {
    using Size = formula::VectorFormula::Size;
    return study.evaluate.formula().of_halves() && study.activation.formula.size() == Size::half && !is_share(study);
}

} // namespace

std::vector<std::string> all_vector_kinds() {
    return {"temperature", "simplex", "gate", "response", "jacobian"};
}

std::vector<std::string> vector_kinds(const analysis::VectorStudy& study) {
    std::vector<std::string> kinds;
    const bool of_halves = study.evaluate.formula().of_halves();
    if (is_share(study) && !of_halves) kinds = {"temperature", "simplex"};
    if (is_gate(study)) kinds = {"gate"};
    kinds.emplace_back("response");
    if (!is_gate(study)) kinds.emplace_back("jacobian");
    return kinds;
}

SheetTexts vector_texts(const std::string& kind, const analysis::VectorStudy& study, const Context& context,
                        const Options& options, Phrases::Words words) {
    words.emplace("name", study.activation.about.label.in(context.language));
    const auto phrase = [&](const std::string& key) { return vector_phrase(key, context.language, words); };
    SheetTexts texts;
    texts.title = options.title.value_or(phrase(kind + "_title"));
    texts.subtitle = phrase(kind + "_subtitle");
    if (analysis::vector_phrases().has("figure." + kind + "_foot")) texts.foot = {phrase(kind + "_foot")};
    texts.description = phrase("alt_" + kind);
    const auto equations = formula::notate_vector(study.activation.formula);
    if (equations.size() == 1) texts.formulas = {to_math(equations.front())};
    return texts;
}

plot::Colour mixed(plot::Colour from, plot::Colour to, double share) {
    const auto between = [&](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(std::lround(a + share * (static_cast<double>(b) - a)));
    };
    return {between(from.red, to.red), between(from.green, to.green), between(from.blue, to.blue)};
}

plot::Scene vector_figure(std::string_view kind, const analysis::VectorStudy& study, const Context& context,
                          const Options& options) {
    const std::vector<std::string> kinds = vector_kinds(study);
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
        std::string hint = did_you_mean(kind, kinds);
        if (hint.empty()) hint = fmt::format("there are: {}", fmt::join(kinds, ", "));
        throw InputError(Diagnostic{Diagnostic::Severity::error,
                                    fmt::format("there is no figure \"{}\" of {}", kind, study.activation.about.id),
                                    std::nullopt, hint});
    }
    if (kind == "temperature") return temperature_figure(study, context, options);
    if (kind == "simplex") return simplex_figure(study, context, options);
    if (kind == "gate") return gate_figure(study, context, options);
    if (kind == "jacobian") return jacobian_figure(study, context, options);
    return response_figure(study, context, options);
}

} // namespace actlas::figure
