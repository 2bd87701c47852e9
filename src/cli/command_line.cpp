#include "cli/command_line.hpp"

#include "base/language.hpp"
#include "catalogue/catalogue.hpp"
#include "cli/completion.hpp"
#include "figure/figure.hpp"
#include "plot/theme.hpp"
#include "report/code_model.hpp"

#include <fmt/format.h>

#include <map>
#include <stdexcept>

namespace actlas::cli {
namespace {

OptionLine option_line(const CLI::Option& option) {
    OptionLine line;
    for (const std::string& name : option.get_snames())
        line.spellings.push_back("-" + name);
    for (const std::string& name : option.get_lnames())
        line.spellings.push_back("--" + name);
    const std::string type = option.get_type_name();
    if (option.get_positional())
        line.value = option.get_name(true);
    else if (option.get_items_expected_max() != 0)
        line.value = type.substr(0, type.find(':')); // what follows describes checks
    line.description = option.get_description();
    line.initial = option.get_default_str();
    line.required = option.get_required();
    line.repeatable = option.get_items_expected_max() > 1;
    return line;
}

CommandLine line_of(const CLI::App& app) {
    CommandLine line{app.get_name(), app.get_description(), {}, {}};
    for (const CLI::Option* option : app.get_options())
        (option->get_positional() ? line.arguments : line.options).push_back(option_line(*option));
    return line;
}

std::vector<std::string> code_ids() {
    std::vector<std::string> ids;
    for (const auto& kind : report::snippet_kinds)
        ids.emplace_back(kind.id);
    return ids;
}

std::vector<std::string> language_tags() {
    std::vector<std::string> tags;
    for (const Language language : all_languages)
        tags.emplace_back(tag(language));
    return tags;
}

std::vector<std::string> groups(const catalogue::Catalogue& catalogue) {
    std::vector<std::string> names = catalogue.group_names();
    for (std::string& name : names)
        name.erase(0, 1);
    return names;
}

std::map<std::string, Choices, std::less<>> all_choices() {
    using Kind = Choices::Kind;
    const auto catalogue = catalogue::Catalogue::builtin();
    return {{"CODE", {Kind::words, code_ids()}},
            {"CONFIG", {Kind::configs, {}}},
            {"DIR", {Kind::folders, {}}},
            {"FILE", {Kind::files, {}}},
            {"GROUP", {Kind::words, groups(catalogue)}},
            {"ID", {Kind::words, catalogue.ids()}},
            {"ID,...", {Kind::word_list, catalogue.ids()}},
            {"KIND", {Kind::words, figure::kind_names()}},
            {"LANG", {Kind::words, language_tags()}},
            {"LIMITATION", {Kind::words, figure::limitation_kinds()}},
            {"PROFILE", {Kind::words, figure::profile_names()}},
            {"READER", {Kind::words, {"human", "json"}}},
            {"SHELL", {Kind::words, shell_names()}},
            {"THEME", {Kind::words, plot::theme_names()}},
            {"A,B", {}},
            {"N", {}},
            {"NAME=VALUE", {}},
            {"NAME[=V,V,...]", {}},
            {"TEXT", {}},
            {"X,X,...", {}}};
}

} // namespace

CommandLine program_line(const CLI::App& app) {
    return line_of(app);
}

std::vector<CommandLine> command_lines(const CLI::App& app) {
    std::vector<CommandLine> lines;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        lines.push_back(line_of(*command));
    return lines;
}

const Choices& choices_for(std::string_view value) {
    static const auto choices = all_choices();
    const auto found = choices.find(value);
    if (found == choices.end())
        throw std::logic_error(fmt::format("nothing is said of what may stand for a value called {}", value));
    return found->second;
}

} // namespace actlas::cli
