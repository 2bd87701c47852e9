#include "cli/subject.hpp"

#include "base/number.hpp"
#include "base/suggest.hpp"
#include "config/selection.hpp"
#include "formula/parser.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace actlas::cli {
namespace {

catalogue::Activation from_formula(const std::string& text, const std::vector<Setting>& settings) {
    catalogue::Activation activation;
    activation.id = "formula";
    activation.name = "f";
    activation.label = {"Your formula", "自定义公式"};
    activation.family = "custom";
    activation.user_defined = true;
    activation.source = text;
    std::vector<std::string> names;
    for (const Setting& setting : settings) {
        if (std::find(names.begin(), names.end(), setting.name) == names.end()) {
            names.push_back(setting.name);
            activation.parameters.push_back({setting.name, 0, std::nullopt, std::nullopt, {}});
        }
        config::set_parameter(activation, setting.name, setting.value); // the last one holds
    }
    try {
        activation.expr = formula::parse(text, names);
    } catch (const formula::ParseError& error) {
        throw InputError(error.diagnostic(text));
    }
    reject_unused(activation.expr, settings);
    return activation;
}

} // namespace

std::vector<Setting> parse_settings(const std::vector<std::string>& arguments) {
    std::vector<Setting> settings;
    for (const std::string& argument : arguments) {
        const std::size_t sign = argument.find('=');
        if (sign == std::string::npos || sign == 0)
            throw InputError(fault_in_argument("a parameter is set by NAME=VALUE", argument, 0, argument.size(),
                                               "for example --param alpha=0.1"));
        const auto value = parse_number(std::string_view(argument).substr(sign + 1));
        if (!value || !std::isfinite(*value))
            throw InputError(fault_in_argument("a parameter's value must be a finite number", argument, sign + 1,
                                               argument.size() - sign - 1));
        settings.push_back({argument.substr(0, sign), *value, &argument});
    }
    return settings;
}

void reject_unused(const formula::Expr& expr, const std::vector<Setting>& settings) {
    const std::vector<std::string> used = formula::parameters_of(expr);
    for (const Setting& setting : settings) {
        if (std::find(used.begin(), used.end(), setting.name) == used.end())
            throw InputError(
                fault_in_argument(fmt::format("the formula does not use the parameter \"{}\"", setting.name),
                                  *setting.argument, 0, setting.name.size(), did_you_mean(setting.name, used)));
    }
}

void add_catalogue_option(CLI::App& command, std::string& folder) {
    command.add_option("--catalogue", folder, "Use the *.toml files of this folder instead of the built-in catalogue")
        ->type_name("DIR");
}

void add_subject_options(CLI::App& command, Subject& subject) {
    auto* id =
        command.add_option("ID", subject.id, "Id, name or alias of an activation; see `actlas list`")->type_name("");
    command
        .add_option("--formula", subject.formula, "A formula in x instead of an activation, e.g. 'x*sigmoid(1.702*x)'")
        ->type_name("TEXT")
        ->excludes(id);
    command.add_option("--param", subject.parameters, "Set a parameter; may be repeated")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
    add_catalogue_option(command, subject.catalogue);
}

catalogue::Catalogue open_catalogue(const std::string& folder) {
    return folder.empty() ? catalogue::Catalogue::builtin() : catalogue::Catalogue::from_folder(folder);
}

catalogue::Activation resolve(const Subject& subject) {
    if (!subject.formula.empty()) return from_formula(subject.formula, parse_settings(subject.parameters));
    return resolve(subject, open_catalogue(subject.id.empty() ? "" : subject.catalogue));
}

catalogue::Activation resolve(const Subject& subject, const catalogue::Catalogue& catalogue) {
    const std::vector<Setting> settings = parse_settings(subject.parameters);
    if (!subject.formula.empty()) return from_formula(subject.formula, settings);
    if (subject.id.empty()) {
        Diagnostic diagnostic;
        diagnostic.message = "an activation's ID or --formula TEXT is needed";
        diagnostic.hint = "`actlas list` shows every id";
        throw InputError(std::move(diagnostic));
    }
    const catalogue::Activation* const found = catalogue.find(subject.id);
    if (found == nullptr) {
        const auto vectors = catalogue::VectorCatalogue::builtin();
        throw InputError(config::unknown_activation(subject.id, catalogue, std::nullopt, &vectors));
    }
    catalogue::Activation activation = *found;
    for (const Setting& setting : settings) {
        if (config::set_parameter(activation, setting.name, setting.value)) continue;
        throw InputError(config::unknown_parameter(setting.name, activation,
                                                   span_in_text("", *setting.argument, 0, setting.name.size())));
    }
    return activation;
}

Diagnostic fault_in_argument(std::string message, std::string_view argument, std::size_t offset, std::size_t length,
                             std::string hint) {
    return {Diagnostic::Severity::error, std::move(message), span_in_text("", argument, offset, length),
            std::move(hint)};
}

std::vector<double> parse_numbers(std::string_view option, std::string_view list) {
    std::vector<double> numbers;
    for (std::size_t start = 0; start <= list.size();) {
        const std::size_t end = std::min(list.find(',', start), list.size());
        const auto value = parse_number(list.substr(start, end - start));
        if (!value)
            throw InputError(fault_in_argument(fmt::format("{} takes numbers separated by commas", option), list, start,
                                               end - start));
        numbers.push_back(*value);
        start = end + 1;
    }
    return numbers;
}

} // namespace actlas::cli
