#include "cli/completion.hpp"

#include <fmt/format.h>

namespace actlas::cli {
namespace {

/// For use within single quotes.
std::string quotable(const std::string& text) {
    std::string result;
    for (const char c : text)
        result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result;
}

std::string action(const std::string& value) {
    const Choices& choices = choices_for(value);
    switch (choices.kind) {
    case Choices::Kind::files:
        return "_files";
    case Choices::Kind::configs:
        return "_files -g \"*.toml\"";
    case Choices::Kind::folders:
        return "_files -/";
    case Choices::Kind::words:
        return fmt::format("({})", fmt::join(choices.words, " "));
    case Choices::Kind::word_list:
        return fmt::format("_values -s , {} {}", escaped(value, ":,.", "\\"), fmt::join(choices.words, " "));
    case Choices::Kind::anything:
        break;
    }
    return " ";
}

/// ":what it is called:what may stand there", as _arguments takes it.
std::string value_part(const std::string& value) {
    return value.empty() ? "" : fmt::format(":{}:{}", escaped(value, ":", "\\"), action(value));
}

std::string option_part(const OptionLine& option) {
    const std::string what =
        fmt::format("[{}]{}", escaped(option.description, "[]:\\", "\\"), value_part(option.value));
    std::string line;
    for (const std::string& spelling : option.spellings) {
        const bool is_long = spelling.starts_with("--");
        const std::string_view joint = option.value.empty() ? "" : is_long ? "=" : "+";
        const std::string apart = option.repeatable ? "*" : fmt::format("({})", fmt::join(option.spellings, " "));
        line += fmt::format(" \\\n            '{}'", quotable(apart + spelling + std::string(joint) + what));
    }
    return line;
}

} // namespace

std::string zsh_completion(const CommandLine& program, const std::vector<CommandLine>& commands) {
    std::string names;
    std::string cases;
    for (const CommandLine& command : commands) {
        names += fmt::format("        '{}:{}'\n", command.name, quotable(escaped(command.description, ":", "\\")));
        cases += fmt::format("        {})\n          _arguments -s -S", command.name);
        for (const OptionLine& option : command.options)
            cases += option_part(option);
        for (std::size_t i = 0; i < command.arguments.size(); ++i)
            cases += fmt::format(" \\\n            '{}{}'", i + 1, quotable(value_part(command.arguments[i].value)));
        cases += " ;;\n";
    }
    std::string before;
    for (const OptionLine& option : program.options)
        before += option_part(option);
    return fmt::format(R"(#compdef actlas
# zsh completion for actlas, made by `actlas completion zsh`

_actlas() {{
  local context state state_descr line
  typeset -A opt_args
  local -a commands
  commands=(
{})
  _arguments -C{} \
            '1:command:->command' '*::argument:->argument'
  case $state in
    command)
      _describe -t commands 'command of actlas' commands ;;
    argument)
      case $line[1] in
{}      esac ;;
  esac
}}

if [[ $funcstack[1] == _actlas ]]; then
  _actlas "$@"
else
  compdef _actlas actlas
fi
)",
                       names, before, cases);
}

} // namespace actlas::cli
