#include "figure/figure.hpp"

#include "base/diagnostic.hpp"
#include "base/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace actlas::figure {

std::vector<std::string> kind_names() {
    return {"curve", "grid", "compare", "icon"};
}

plot::Scene by_name(std::string_view kind, const std::vector<const analysis::Study*>& studies, const Context& context,
                    const Options& options) {
    const auto refuse = [](std::string message, std::string hint) -> InputError {
        return InputError(Diagnostic{Diagnostic::Severity::error, std::move(message), std::nullopt, std::move(hint)});
    };
    const auto names = kind_names();
    if (std::find(names.begin(), names.end(), kind) == names.end())
        throw refuse(fmt::format("there is no figure of kind \"{}\"", kind), did_you_mean(kind, names));
    if (studies.empty()) throw refuse(fmt::format("a figure of kind \"{}\" needs at least one activation", kind), {});
    if (kind == "grid") return grid(studies, context, options);
    if (kind == "compare") return compare(studies, context, options);
    if (studies.size() != 1)
        throw refuse(fmt::format("a figure of kind \"{}\" shows one activation, not {}", kind, studies.size()),
                     "use \"grid\" or \"compare\" for several");
    return kind == "icon" ? icon(*studies.front(), context) : curve(*studies.front(), context, options);
}

} // namespace actlas::figure
