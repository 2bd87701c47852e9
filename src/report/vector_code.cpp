#include "report/vector_code.hpp"

#include "catalogue/vector_catalogue.hpp"
#include "formula/vector_stable.hpp"
#include "report/mustache.hpp"

#include <fmt/format.h>

namespace actlas::report {

std::string vector_snippet(const catalogue::VectorActivation& activation, const SnippetKind& kind,
                           const nlohmann::ordered_json& strings, Language language) {
    static const auto builtin = catalogue::VectorCatalogue::builtin();
    const catalogue::VectorActivation* const listed = builtin.find(activation.about.id);
    formula::CodeOrder order;
    order.name = activation.about.id.empty() ? "f" : activation.about.id;
    order.parameters = activation.about.bindings();
    order.function = formula::stable_form(activation.formula.expr(), formula::StableForm::printed);
    order.of_vectors = true;
    order.native = native_call(activation.about, listed != nullptr ? &listed->about : nullptr, kind.framework);
    return formula::to_code(order, kind.language, [&](std::string_view key) {
        return string_of(strings, fmt::format("snippets.comments.{}", key), language);
    });
}

} // namespace actlas::report
