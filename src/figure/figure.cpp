#include "figure/figure.hpp"

#include "base/diagnostic.hpp"
#include "base/suggest.hpp"
#include "figure/refusals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace actlas::figure {

namespace {

using Studies = std::vector<const analysis::Study*>;

/// One kind of figure: what it needs, and how it is drawn.
struct Kind {
    std::string_view name;
    std::size_t most; ///< activations that it can show
    analysis::Scope scope;
    plot::Scene (*draw)(const Studies& studies, const Context& context, const Options& options);
};

constexpr std::size_t any_number = 1000;

template<plot::Scene (*draw)(const analysis::Study&, const Context&, const Options&)>
plot::Scene alone(const Studies& studies, const Context& context, const Options& options) {
    return draw(*studies.front(), context, options);
}

plot::Scene icon_alone(const analysis::Study& study, const Context& context, const Options&) {
    return icon(study, context);
}

constexpr auto some = analysis::Scope::properties;
constexpr auto all = analysis::Scope::all;

constexpr std::array kinds{
    Kind{"curve", 1, some, alone<curve>},        Kind{"grid", any_number, some, grid},
    Kind{"compare", any_number, some, compare},  Kind{"icon", 1, some, alone<icon_alone>},
    Kind{"family", 1, some, alone<family>},      Kind{"limitation", 1, all, alone<limitation_figure>},
    Kind{"precision", 1, all, alone<precision>}, Kind{"depth", 6, all, depth},
    Kind{"decision", 3, some, decision},         Kind{"loss", 12, some, loss},
    Kind{"dead_units", 6, some, dead_units},
};

const Kind* find(std::string_view name) {
    const auto* const found =
        std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.name == name; });
    return found == kinds.end() ? nullptr : found;
}

InputError refuse(std::string message, std::string hint) {
    return InputError(Diagnostic{Diagnostic::Severity::error, std::move(message), std::nullopt, std::move(hint)});
}

} // namespace

std::vector<std::string> kind_names() {
    std::vector<std::string> names;
    for (const Kind& kind : kinds)
        names.emplace_back(kind.name);
    return names;
}

analysis::Scope scope_of(std::string_view kind) {
    const Kind* found = find(kind);
    return found != nullptr ? found->scope : some;
}

std::vector<Refusal> refusals(std::string_view kind, const std::vector<const catalogue::Activation*>& activations,
                              const Options& options) {
    const Kind* found = find(kind);
    if (found == nullptr || activations.empty()) return {};
    const std::size_t count = activations.size();
    if (found->most == 1 && count > 1)
        return {{"activations", fmt::format("a figure of kind \"{}\" shows one activation, not {}", kind, count),
                 "use \"grid\" or \"compare\" for several"}};
    if (count > found->most)
        return {{"activations",
                 fmt::format("a figure of kind \"{}\" shows at most {} activations, not {}", kind, found->most, count),
                 {}}};
    if (kind == "family") return family_refusals(*activations.front(), options);
    if (kind == "limitation") return parameter_refusals(*activations.front(), options);
    return {};
}

plot::Scene by_name(std::string_view kind, const Studies& studies, const Context& context, const Options& options) {
    const Kind* found = find(kind);
    if (found == nullptr)
        throw refuse(fmt::format("there is no figure of kind \"{}\"", kind), did_you_mean(kind, kind_names()));
    if (studies.empty()) throw refuse(fmt::format("a figure of kind \"{}\" needs at least one activation", kind), {});
    std::vector<const catalogue::Activation*> activations;
    for (const auto* study : studies)
        activations.push_back(&study->activation);
    for (Refusal& refusal : refusals(kind, activations, options))
        throw refuse(std::move(refusal.message), std::move(refusal.hint));
    return found->draw(studies, context, options);
}

} // namespace actlas::figure
