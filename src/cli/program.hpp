#pragma once

namespace actlas::cli {

/// Runs a command line as main() gets it and answers the exit status: 0 done, 2 the command line or the config is
/// wrong, 3 a file could not be read or written.
int run(int argc, char* argv[]);

} // namespace actlas::cli
