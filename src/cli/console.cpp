#include "cli/console.hpp"

#include "base/machine_messages.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

namespace actlas::cli {
namespace {

constexpr std::size_t most_annotations = 10; // GitHub shows no more of a severity and step

void require(bool done) {
    if (!done) throw FileError(fmt::format("cannot write standard output: {}", std::generic_category().message(errno)));
}

/// The file relative to the checked-out repository, from which GitHub looks for it; as it is where it lies outside or
/// nothing is checked out.
std::string path_in_workspace(const std::string& file) {
    const char* workspace = std::getenv("GITHUB_WORKSPACE");
    if (workspace == nullptr || *workspace == '\0') return file;
    std::error_code error;
    const std::filesystem::path whole = std::filesystem::absolute(file, error).lexically_normal();
    const std::filesystem::path relative = whole.lexically_relative(workspace);
    const bool inside = !error && !relative.empty() && *relative.begin() != "..";
    return inside ? relative.generic_string() : file;
}

std::string annotation(Diagnostic diagnostic) {
    if (diagnostic.where && !diagnostic.where->file.empty())
        diagnostic.where->file = path_in_workspace(diagnostic.where->file);
    return format_for_github(diagnostic);
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
    write(reader_ == Messages::json ? note_as_json(line) : fmt::format("{}\n", line));
}

void Console::passing_line(std::string_view line) const {
    // To the start of the line, and what is right of it away.
    fmt::print(messages_, "\r{}\x1b[K", line);
    std::fflush(messages_);
}

void Console::diagnostic(const Diagnostic& diagnostic) const {
    if (reader_ == Messages::json) return write(format_as_json(diagnostic));
    std::string text = format_for_people(diagnostic, colour_);
    if (annotations_) text += annotation(diagnostic);
    write(text);
}

void Console::diagnostic(const Diagnostic& whole, const std::vector<Diagnostic>& places) const {
    std::string text;
    if (reader_ == Messages::json) {
        for (const Diagnostic& place : places)
            text += format_as_json(place);
        return write(text + format_as_json(whole));
    }
    text = format_for_people(whole, colour_);
    if (annotations_) {
        const std::size_t shown = std::min(places.size(), most_annotations);
        for (std::size_t i = 0; i < shown; ++i)
            text += annotation(places[i]);
        std::string notice = whole.message;
        if (shown < places.size())
            notice += fmt::format("; the first {} are annotated, and there are {} more", shown, places.size() - shown);
        if (!whole.hint.empty()) notice += "\n" + whole.hint;
        text += notice_for_github(notice);
    }
    write(text);
}

void Console::write(std::string_view text) const {
    std::fwrite(text.data(), 1, text.size(), messages_);
}

} // namespace actlas::cli
