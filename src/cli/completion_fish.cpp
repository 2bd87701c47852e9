#include "cli/completion.hpp"

#include <fmt/format.h>

namespace actlas::cli {
namespace {

std::string in_quotes(std::string_view text) {
    return fmt::format("'{}'", escaped(text, "'\\", "\\"));
}

/// What follows an option or stands for an argument; "" where nothing can be chosen.
std::string offered(const std::string& value) {
    const Choices& choices = choices_for(value);
    switch (choices.kind) {
    case Choices::Kind::files:
        return " -F";
    case Choices::Kind::configs:
        return " -k -a '(__fish_complete_suffix .toml)'";
    case Choices::Kind::folders:
        return " -f -a '(__fish_complete_directories)'";
    case Choices::Kind::words:
        return fmt::format(" -f -a '{}'", fmt::join(choices.words, " "));
    case Choices::Kind::word_list:
        return fmt::format(" -f -a '(__fish_append , {})'", fmt::join(choices.words, " "));
    case Choices::Kind::anything:
        break;
    }
    return " -f";
}

std::string option_line(const std::string& condition, const OptionLine& option) {
    std::string line = fmt::format("complete -c actlas -n {}", condition);
    for (const std::string& spelling : option.spellings)
        line += spelling.starts_with("--") ? " -l " + spelling.substr(2) : " -s " + spelling.substr(1);
    if (!option.value.empty()) line += " -r" + offered(option.value);
    return line + " -d " + in_quotes(option.description) + "\n";
}

} // namespace

std::string fish_completion(const CommandLine& program, const std::vector<CommandLine>& commands) {
    std::string text = "# fish completion for actlas, made by `actlas completion fish`\n\ncomplete -c actlas -f\n";
    const std::string first = "__fish_use_subcommand";
    for (const OptionLine& option : program.options)
        text += option_line(first, option);
    for (const CommandLine& command : commands)
        text +=
            fmt::format("complete -c actlas -n {} -a {} -d {}\n", first, command.name, in_quotes(command.description));
    for (const CommandLine& command : commands) {
        const std::string condition = fmt::format("'__fish_seen_subcommand_from {}'", command.name);
        for (const OptionLine& option : command.options)
            text += option_line(condition, option);
        for (const OptionLine& argument : command.arguments)
            text += fmt::format("complete -c actlas -n {}{}\n", condition, offered(argument.value));
    }
    return text;
}

} // namespace actlas::cli
