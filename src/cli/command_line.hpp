#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace actlas::cli {

/// An option, a flag or an argument of a command.
struct OptionLine {
    std::vector<std::string> spellings; ///< "-o", "--output"; none for an argument
    std::string value;                  ///< what its value is called: "DIR"; "" for a flag
    std::string description;
    std::string initial; ///< the value without it; "" if there is none to tell
    bool required = false;
    bool repeatable = false;
};

/// What may be typed after a command's name.
struct CommandLine {
    std::string name;
    std::string description;
    std::vector<OptionLine> arguments;
    std::vector<OptionLine> options;
};

/// The program itself (its name and what may stand before a command) as it is defined to the parser.
CommandLine program_line(const CLI::App& app);

/// Its commands, in the order in which help lists them.
std::vector<CommandLine> command_lines(const CLI::App& app);

/// What may stand for a value.
struct Choices {
    enum class Kind {
        anything, ///< a number, a formula: nothing to choose from
        files,
        configs, ///< *.toml
        folders,
        words,
        word_list ///< words with commas between them
    };
    Kind kind = Kind::anything;
    std::vector<std::string> words;
};

/// The choices for a value by what it is called in help: "THEME" stands for a theme wherever it is used. Groups come
/// without their '@', which `list` does not need and shells cut words at. Throws std::logic_error for a name that is
/// not known here.
const Choices& choices_for(std::string_view value);

} // namespace actlas::cli
