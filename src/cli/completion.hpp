#pragma once

#include "cli/command_line.hpp"

#include <string>
#include <vector>

namespace actlas::cli {

// A script that completes the commands, their options and the values of these, for one shell. It holds the ids, groups,
// kinds and themes of this program, so that completing runs nothing.
std::string bash_completion(const CommandLine& program, const std::vector<CommandLine>& commands);
std::string zsh_completion(const CommandLine& program, const std::vector<CommandLine>& commands);
std::string fish_completion(const CommandLine& program, const std::vector<CommandLine>& commands);

/// The shells that there are scripts for: "bash", "fish", "zsh".
std::vector<std::string> shell_names();

/// Text with `escape` before every character of `special`.
std::string escaped(std::string_view text, std::string_view special, std::string_view escape);

} // namespace actlas::cli
