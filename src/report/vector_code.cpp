#include "report/vector_code.hpp"

#include "formula/vector_stable.hpp"
#include "report/mustache.hpp"

#include <fmt/format.h>

namespace actlas::report {

std::string vector_snippet(const catalogue::VectorActivation& activation, formula::CodeLanguage code,
                           const nlohmann::ordered_json& strings, Language language) {
    formula::CodeOrder order;
    order.name = activation.about.id.empty() ? "f" : activation.about.id;
    order.parameters = activation.about.bindings();
    order.function = formula::stable_form(activation.formula.expr(), formula::StableForm::printed);
    order.of_vectors = true;
    return formula::to_code(order, code, [&](std::string_view key) {
        return string_of(strings, fmt::format("snippets.comments.{}", key), language);
    });
}

} // namespace actlas::report
