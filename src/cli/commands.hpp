#pragma once

#include "cli/console.hpp"

#include <CLI/CLI.hpp>

namespace actlas::cli {

// Each registers one command with its options; the command runs, writing to the console, when CLI11 has parsed a
// command line that names it. It throws InputError and FileError, which run() turns into messages and exit statuses.
// Both arguments must outlive the parsing.

void add_build(CLI::App& app, const Console& console);
void add_list(CLI::App& app, const Console& console);
void add_show(CLI::App& app, const Console& console);
void add_eval(CLI::App& app, const Console& console);
void add_plot(CLI::App& app, const Console& console);
void add_init(CLI::App& app, const Console& console);
void add_schema(CLI::App& app, const Console& console);

} // namespace actlas::cli
