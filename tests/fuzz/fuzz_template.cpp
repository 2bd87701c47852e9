// The text of a page's template over a model, and the Markdown that comes of it: pages or errors, never a crash.
#include "base/diagnostic.hpp"
#include "fuzz/require.hpp"
#include "report/escape.hpp"
#include "report/mustache.hpp"
#include "report/prose_html.hpp"

#include <cstdint>

namespace {

using namespace actlas;

const nlohmann::ordered_json& model() {
    static const auto json = nlohmann::ordered_json::parse(R"json({
        "name": "SiLU", "page": "activation/silu", "formula": {"text": "x·σ(x)", "latex": "x\\,\\sigma(x)"},
        "summary": {"en": "smooth *and* <b>", "zh": "光滑"}, "word": {"t": "footer"}, "title": "a|b `c` $d$ & <i>",
        "has_kinks": false, "kinks": [], "html": true, "rows": [{"name": "x", "value": "1.2 × 10⁻⁷"},
        {"name": "y", "value": "−3"}], "nested": {"rows": [{"a": [{"b": "c"}]}]}, "body": "## {{name}} {{> body2}}",
        "body2": "{{#rows}}{{name}}{{/rows}}"
})json");
    return json;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const report::Templates templates = report::Templates::builtin();
    static const auto strings = report::strings(templates, Language::en);
    static const report::Data page = report::to_data(model(), Language::en, strings);
    const std::string text(reinterpret_cast<const char*>(data), size);
    try {
        const report::Names names{{&page}, &templates, "en"};
        const std::string markdown = report::render("fuzz", text, names, report::escape_markdown);
        report::Slots slots;
        slots.put(report::Slots::Kind::inline_html, "<i>slot</i>");
        slots.put(report::Slots::Kind::table_caption, "caption");
        slots.put(report::Slots::Kind::heading_id, "id");
        report::markdown_to_html(markdown, slots);
        report::inline_to_html(text, slots);
    } catch (const InputError& error) {
        for (const Diagnostic& diagnostic : error.diagnostics())
            format_for_people(diagnostic, false);
    }
    return 0;
}
