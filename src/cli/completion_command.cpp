#include "base/suggest.hpp"
#include "cli/commands.hpp"
#include "cli/completion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

namespace actlas::cli {
namespace {

struct Shell {
    std::string_view name;
    std::string (*script)(const CommandLine&, const std::vector<CommandLine>&);
};

constexpr std::array<Shell, 3> shells{{
    {"bash", bash_completion},
    {"fish", fish_completion},
    {"zsh", zsh_completion},
}};

std::string completion(const std::string& shell, const CLI::App& app) {
    const auto* const found =
        std::find_if(shells.begin(), shells.end(), [&](const Shell& known) { return known.name == shell; });
    if (found != shells.end()) return found->script(program_line(app), command_lines(app));
    const std::vector<std::string> names = shell_names();
    std::string hint = did_you_mean(shell, names);
    if (hint.empty()) hint = fmt::format("the shells are {}", fmt::join(names, ", "));
    throw InputError(Diagnostic{Diagnostic::Severity::error, fmt::format("there is no completion for \"{}\"", shell),
                                std::nullopt, std::move(hint)});
}

} // namespace

std::vector<std::string> shell_names() {
    std::vector<std::string> names;
    for (const Shell& shell : shells)
        names.emplace_back(shell.name);
    return names;
}

std::string escaped(std::string_view text, std::string_view special, std::string_view escape) {
    std::string result;
    for (const char c : text) {
        if (special.find(c) != std::string_view::npos) result += escape;
        result += c;
    }
    return result;
}

void add_completion(CLI::App& app, const Console& console) {
    auto* command = app.add_subcommand("completion", "Print a script that completes command lines in a shell");
    const auto shell = std::make_shared<std::string>();
    command->add_option("SHELL", *shell, fmt::format("The shell: {}", fmt::join(shell_names(), ", ")))
        ->type_name("")
        ->required();
    command->callback([shell, &app, &console] { console.result(completion(*shell, app)); });
}

} // namespace actlas::cli
