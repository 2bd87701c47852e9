#include "cli/vector_subject.hpp"

#include "base/suggest.hpp"
#include "catalogue/catalogue.hpp"
#include "catalogue/vector_catalogue.hpp"
#include "config/selection.hpp"
#include "formula/lexer.hpp"
#include "formula/parser.hpp"
#include "formula/vector_primitive.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace actlas::cli {
namespace {

bool reads_as_number(const std::string& text, const std::vector<std::string>& parameters) {
    try {
        formula::parse(text, parameters);
        return true;
    } catch (const formula::ParseError&) {
        return false;
    }
}

/// Whether a text, right or wrong, has a word that only formulas of vectors have.
bool speaks_of_vectors(const std::string& text) {
    formula::Lexer lexer(text);
    try {
        for (formula::Token token = lexer.next(); token.kind != formula::Token::Kind::end; token = lexer.next()) {
            const std::string_view word = std::string_view(text).substr(token.offset, token.length);
            if (token.kind == formula::Token::Kind::name && formula::is_reserved_vector_name(word) &&
                !formula::is_reserved_name(word))
                return true;
        }
    } catch (const formula::ParseError&) {
        return false;
    }
    return false;
}

std::optional<catalogue::VectorActivation> vector_from_formula(const Subject& subject) {
    const std::vector<Setting> settings = parse_settings(subject.parameters);
    catalogue::VectorActivation result;
    std::vector<std::string> names;
    for (const Setting& setting : settings) {
        if (std::find(names.begin(), names.end(), setting.name) == names.end()) {
            names.push_back(setting.name);
            result.about.parameters.push_back({setting.name, 0, std::nullopt, std::nullopt, {}});
        }
        config::set_parameter(result.about, setting.name, setting.value);
    }
    if (reads_as_number(subject.formula, names)) return std::nullopt;
    try {
        result.formula = formula::VectorFormula::parse(subject.formula, names);
    } catch (const formula::ParseError& error) {
        if (!speaks_of_vectors(subject.formula)) return std::nullopt;
        throw InputError(error.diagnostic(subject.formula));
    }
    result.about.id = "formula";
    result.about.name = "f";
    result.about.label = {"Your formula", "自定义公式"};
    result.about.family = "custom_vectors";
    result.about.user_defined = true;
    result.about.source = subject.formula;
    result.about.expr = result.formula.expr();
    reject_unused(result.about.expr, settings);
    return result;
}

} // namespace

std::optional<catalogue::VectorActivation> resolve_vector(const Subject& subject) {
    if (!subject.formula.empty()) return vector_from_formula(subject);
    if (subject.id.empty()) return std::nullopt;
    if (subject.catalogue.empty()) {
        // The ids of the two kinds are distinct, and to read every activation of vectors takes longer than a study.
        if (catalogue::Catalogue::builtin().has_id(subject.id)) return std::nullopt;
    } else if (open_catalogue(subject.catalogue).find(subject.id) != nullptr) {
        return std::nullopt;
    }
    const auto catalogue = catalogue::VectorCatalogue::builtin();
    const catalogue::VectorActivation* const found = catalogue.find(subject.id);
    if (found == nullptr) return std::nullopt;
    catalogue::VectorActivation result = *found;
    for (const Setting& setting : parse_settings(subject.parameters)) {
        if (config::set_parameter(result.about, setting.name, setting.value)) continue;
        throw InputError(config::unknown_parameter(setting.name, result.about,
                                                   span_in_text("", *setting.argument, 0, setting.name.size())));
    }
    return result;
}

} // namespace actlas::cli
