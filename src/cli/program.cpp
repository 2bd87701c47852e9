#include "cli/program.hpp"

#include "base/suggest.hpp"
#include "cli/commands.hpp"
#include "cli/help_formatter.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <memory>
#include <sstream>

namespace actlas::cli {
namespace {

constexpr int stale_output = 1;
constexpr int wrong_input = 2;
constexpr int file_trouble = 3;

/// The command in question, or the program itself where no command was recognised.
const CLI::App& parsed_command(const CLI::App& app) {
    const auto parsed = app.get_subcommands();
    return parsed.empty() ? app : *parsed.front();
}

std::vector<std::string> option_names(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options()) {
        for (const std::string& name : option->get_lnames())
            names.push_back("--" + name);
        for (const std::string& name : option->get_snames())
            names.push_back("-" + name);
    }
    return names;
}

std::vector<std::string> command_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(command->get_name());
    return names;
}

Diagnostic explain(const CLI::App& app, const CLI::ParseError& error) {
    const CLI::App& command = parsed_command(app);
    const std::string help = &command == &app ? "`actlas --help` lists the commands"
                                              : fmt::format("see `actlas {} --help`", command.get_name());
    Diagnostic diagnostic;
    diagnostic.hint = help;
    // What a value is wrong with counts more than what was not read because of it.
    const bool of_a_value = dynamic_cast<const CLI::ExtrasError*>(&error) == nullptr &&
                            dynamic_cast<const CLI::RequiredError*>(&error) == nullptr;
    std::vector<std::string> left_over = app.remaining(true);
    std::erase(left_over, "--"); // which only says that no options follow
    if (of_a_value || left_over.empty()) {
        diagnostic.message = &command == &app && !of_a_value ? "no command is given" : error.what();
        return diagnostic;
    }
    const std::string& word = left_over.front();
    std::string suggestion;
    if (word.starts_with('-')) {
        const std::string name = word.substr(0, word.find('='));
        const std::vector<std::string> known = option_names(command);
        diagnostic.message = fmt::format("unknown option {}", name);
        if (std::find(known.begin(), known.end(), name) != known.end()) {
            diagnostic.message = fmt::format("the option {} stands before its command", name);
            suggestion = fmt::format("write `actlas {} {}`", command.get_name(), word);
        } else {
            suggestion = did_you_mean(name, known);
        }
    } else if (&command == &app) {
        diagnostic.message = fmt::format("unknown command \"{}\"", word);
        suggestion = did_you_mean(word, command_names(app));
    } else {
        diagnostic.message = fmt::format("unexpected argument \"{}\"", word);
    }
    if (!suggestion.empty()) diagnostic.hint = suggestion;
    return diagnostic;
}

/// --messages, which every command takes and which holds from where it stands on the command line: what is wrong with
/// the rest of the line is already told that way.
void add_messages_option(CLI::App& command, Console& console) {
    command
        .add_option_function<std::string>(
            "--messages",
            [&console](const std::string& reader) {
                console.write_messages_for(reader == "json" ? Messages::json : Messages::human);
            },
            "For whom messages are: human, or json for one object a line")
        ->type_name("READER")
        ->check(CLI::IsMember({"human", "json"}))
        ->trigger_on_parse();
}

int execute(int argc, char* argv[], Console& console) {
    CLI::App app("actlas, the activation-function atlas: annotated figures and a bilingual report on\n"
                 "neural-network activation functions, computed from their formulas.",
                 "actlas");
    app.set_version_flag("--version", "actlas " ACTLAS_VERSION, "Print the version and exit");
    app.set_help_flag("-h,--help", "Print this help and exit");
    app.require_subcommand(1);
    app.formatter(std::make_shared<HelpFormatter>());
    add_build(app, console);
    add_check(app, console);
    add_list(app, console);
    add_show(app, console);
    add_eval(app, console);
    add_plot(app, console);
    add_init(app, console);
    add_schema(app, console);
    add_completion(app, console);
    add_man(app, console);
    for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; }))
        command->group("Commands");
    // After the commands, which would inherit it.
    app.footer("Exit status: 0 done; 1 check found something stale; 2 the command line or the config is\n"
               "wrong; 3 a file could not be read or written. `actlas COMMAND --help` explains a command.");
    add_messages_option(app, console);
    for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; }))
        add_messages_option(*command, console);
    try {
        app.parse(argc, argv);
    } catch (const StaleOutput&) {
        console.finish();
        return stale_output;
    } catch (const CLI::Success& request) { // --help, --version
        std::ostringstream text;
        app.exit(request, text, text);
        console.result(text.str());
    } catch (const CLI::ParseError& error) {
        console.diagnostic(explain(app, error));
        return wrong_input;
    }
    console.finish();
    return 0;
}

int report_file_trouble(const Console& console, const char* what) {
    console.diagnostic({Diagnostic::Severity::error, what, std::nullopt, ""});
    return file_trouble;
}

} // namespace

int run(int argc, char* argv[]) {
    std::signal(SIGXFSZ, SIG_IGN); // a limit on the size of files is an error like a full disk
    Console console = Console::of_process();
    try {
        return execute(argc, argv, console);
    } catch (const InputError& error) {
        for (const Diagnostic& diagnostic : error.diagnostics())
            console.diagnostic(diagnostic);
        return wrong_input;
    } catch (const FileError& error) {
        return report_file_trouble(console, error.what());
    } catch (const std::filesystem::filesystem_error& error) {
        return report_file_trouble(console, error.what());
    } catch (const std::invalid_argument& error) {
        // A range or a formula whose values are too close together, or too large, to be drawn.
        console.diagnostic({Diagnostic::Severity::error, error.what(), std::nullopt, "choose another range"});
        return wrong_input;
    }
}

} // namespace actlas::cli
