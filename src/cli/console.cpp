#include "cli/console.hpp"

#include <fmt/core.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace actlas::cli {
namespace {

void require(bool done) {
    if (!done) throw FileError(fmt::format("cannot write standard output: {}", std::generic_category().message(errno)));
}

} // namespace

Console Console::of_process() {
    const char* github = std::getenv("GITHUB_ACTIONS");
    const char* ci = std::getenv("CI");
    const bool colour = wants_colour(stderr);
    return {stdout, stderr, colour, colour && (ci == nullptr || *ci == '\0'),
            github != nullptr && std::string_view(github) == "true"};
}

void Console::result(std::string_view text) const {
    require(std::fwrite(text.data(), 1, text.size(), results_) == text.size());
}

Paper Console::paper() const {
    return paper_of(results_);
}

void Console::finish() const {
    require(std::fflush(results_) == 0);
}

void Console::message(std::string_view line) const {
    fmt::print(messages_, "{}\n", line);
}

void Console::passing_line(std::string_view line) const {
    // To the start of the line, and what is right of it away.
    fmt::print(messages_, "\r{}\x1b[K", line);
    std::fflush(messages_);
}

void Console::diagnostic(const Diagnostic& diagnostic) const {
    std::string text = format_for_people(diagnostic, colour_);
    if (annotations_) text += format_for_github(diagnostic);
    std::fwrite(text.data(), 1, text.size(), messages_);
}

} // namespace actlas::cli
