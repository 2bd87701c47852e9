#pragma once

#include "support/temporary_folder.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <sys/types.h>
#include <vector>

namespace actlas::test {

/// What a run of the program left.
struct Run {
    int status = -1;
    std::string out;
    std::string err;
};

struct Surroundings {
    std::string input = {};                    ///< standard input
    std::vector<std::string> environment = {}; ///< "NAME=VALUE", besides what the test itself has
    std::filesystem::path output = {};         ///< standard output, where it is not to be caught
    std::filesystem::path folder = {};         ///< to run in; "": a new empty one
    std::optional<mode_t> umask = {};
    std::optional<rlim_t> file_size = {}; ///< no file may become larger, as on a full disk; bytes
    bool modes_hold = false;              ///< also for root: a folder without write permission is read-only
};

/// Starts the real program and gives its process; its output goes to the files "out" and "err" of a folder.
pid_t start_actlas(const std::vector<std::string>& arguments, const Surroundings& surroundings,
                   const std::filesystem::path& streams);

/// Runs the real program.
Run run_actlas(const std::vector<std::string>& arguments, const Surroundings& surroundings = {});

/// A config that draws one figure, f, and builds in a moment.
inline const std::string one_figure = R"(
languages = ["en"]
include = ["relu"]
[report]
enabled = false
[figures]
themes = ["light"]
[[figure]]
name = "f"
kind = "curve"
activations = ["relu"]
)";

inline bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace actlas::test
