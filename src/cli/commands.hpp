#pragma once

#include "cli/console.hpp"

#include <CLI/CLI.hpp>

namespace actlas::cli {

// Each registers one command with its options; the command runs, writing to the console, when CLI11 has parsed a
// command line that names it. It throws InputError and FileError, which run() turns into messages and exit statuses.
// Both arguments must outlive the parsing.

/// Thrown by `check` after it has told what is stale; run() makes it exit status 1.
struct StaleOutput {};

void add_build(CLI::App& app, const Console& console);
void add_check(CLI::App& app, const Console& console);
void add_list(CLI::App& app, const Console& console);
void add_show(CLI::App& app, const Console& console);
void add_eval(CLI::App& app, const Console& console);
void add_plot(CLI::App& app, const Console& console);
void add_init(CLI::App& app, const Console& console);
void add_schema(CLI::App& app, const Console& console);
void add_completion(CLI::App& app, const Console& console);
void add_man(CLI::App& app, const Console& console);

} // namespace actlas::cli
