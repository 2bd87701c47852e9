#include "cli/completion.hpp"

#include <fmt/format.h>

namespace actlas::cli {
namespace {

std::vector<std::string> spellings_of(const std::vector<OptionLine>& options) {
    std::vector<std::string> all;
    for (const OptionLine& option : options)
        all.insert(all.end(), option.spellings.begin(), option.spellings.end());
    return all;
}

/// The shell command that offers what may stand for a value.
std::string offer(const std::string& value) {
    const Choices& choices = choices_for(value);
    switch (choices.kind) {
    case Choices::Kind::files:
        return "_actlas_files";
    case Choices::Kind::configs:
        return "_actlas_files '!*.toml'";
    case Choices::Kind::folders:
        return "_actlas_folders";
    case Choices::Kind::words:
        return fmt::format("_actlas_words '{}'", fmt::join(choices.words, " "));
    case Choices::Kind::word_list:
        return fmt::format("_actlas_word_list '{}'", fmt::join(choices.words, " "));
    case Choices::Kind::anything:
        break;
    }
    return "COMPREPLY=()";
}

// $current and $previous are words as readline cuts them, which is also at '=' and '@'.
constexpr std::string_view head = R"(# bash completion for actlas, made by `actlas completion bash`

_actlas_words() {
    mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current")
}
_actlas_word_list() {
    local before=
    [[ $current == *,* ]] && before=${current%,*},
    mapfile -t COMPREPLY < <(compgen -P "$before" -W "$1" -- "${current##*,}")
    compopt -o nospace 2>/dev/null
}
_actlas_files() {
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f ${1:+-X "$1"} -- "$current"; [[ -z $1 ]] || compgen -d -- "$current")
}
_actlas_folders() {
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -d -- "$current")
}

_actlas() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= word
    if [[ $current == = ]]; then
        current=
    elif [[ $previous == = && COMP_CWORD -gt 1 ]]; then
        previous=${COMP_WORDS[COMP_CWORD-2]}
    fi
    [[ $current == @ ]] && current=
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        [[ $word == -* ]] || { command=$word; break; }
    done
)";

} // namespace

std::string bash_completion(const CommandLine& program, const std::vector<CommandLine>& commands) {
    std::vector<std::string> first = spellings_of(program.options);
    for (const CommandLine& command : commands)
        first.push_back(command.name);

    std::string values;
    std::string rest;
    for (const CommandLine& command : commands) {
        for (const OptionLine& option : command.options) {
            if (option.value.empty()) continue;
            std::vector<std::string> patterns;
            for (const std::string& spelling : option.spellings)
                patterns.push_back(command.name + "\\ " + spelling);
            values += fmt::format("        {})\n            {}\n            return ;;\n", fmt::join(patterns, " | "),
                                  offer(option.value));
        }
        rest +=
            fmt::format("        {})\n            if [[ $current == -* ]]; then\n                _actlas_words '{}'\n",
                        command.name, fmt::join(spellings_of(command.options), " "));
        if (!command.arguments.empty())
            rest += fmt::format("            else\n                {}\n", offer(command.arguments.front().value));
        rest += "            fi ;;\n";
    }
    return fmt::format("{}    case \"$command $previous\" in\n{}    esac\n    case $command in\n"
                       "        '')\n            _actlas_words '{}' ;;\n{}    esac\n}}\ncomplete -F _actlas actlas\n",
                       head, values, fmt::join(first, " "), rest);
}

} // namespace actlas::cli
