#include "cli/show_code.hpp"

#include "base/suggest.hpp"
#include "formula/derivative.hpp"
#include "report/code_model.hpp"
#include "report/vector_code.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace actlas::cli {

namespace {

const report::SnippetKind& require_kind(const std::string& id) {
    const auto& kinds = report::snippet_kinds;
    const auto* const kind = std::find_if(kinds.begin(), kinds.end(), [&](const auto& k) { return k.id == id; });
    if (kind == kinds.end()) {
        std::vector<std::string> ids;
        for (const auto& known : kinds)
            ids.emplace_back(known.id);
        Diagnostic diagnostic;
        diagnostic.message = fmt::format("there is no code for \"{}\"", id);
        diagnostic.hint = did_you_mean(id, ids);
        if (diagnostic.hint.empty()) diagnostic.hint = fmt::format("known are {}", fmt::join(ids, ", "));
        throw InputError(std::move(diagnostic));
    }
    return *kind;
}

} // namespace

std::string code_of(const Subject& subject, const std::string& id, Language language) {
    const report::SnippetKind& kind = require_kind(id);
    const catalogue::Activation activation = resolve(subject);
    const auto texts = report::strings(report::Templates::builtin(), language);
    return report::snippet(activation, formula::derivative(activation.expr), open_catalogue(subject.catalogue), kind,
                           texts, language);
}

std::string code_of_vectors(const catalogue::VectorActivation& activation, const std::string& id, Language language) {
    const report::SnippetKind& kind = require_kind(id);
    return report::vector_snippet(activation, kind, report::strings(report::Templates::builtin(), language), language);
}

} // namespace actlas::cli
