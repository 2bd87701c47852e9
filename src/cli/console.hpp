#pragma once

#include "base/diagnostic.hpp"
#include "cli/paper.hpp"

#include <cstdio>
#include <string_view>
#include <vector>

namespace actlas::cli {

/// For whom messages are written.
enum class Messages {
    human, ///< text; on GitHub diagnostics come as annotations too
    json,  ///< one JSON object a line and nothing else
};

/// The two streams of the program: results go to one, messages to the other.
class Console {
public:
    Console(std::FILE* results, std::FILE* messages, bool colour, bool watched, bool annotations)
        : results_(results), messages_(messages), colour_(colour), watched_(watched), annotations_(annotations) {}

    /// Standard output and standard error. Colour where standard error is a terminal and $NO_COLOR is not set or empty;
    /// watched where besides $CI is not set or empty; annotations where $GITHUB_ACTIONS is "true".
    static Console of_process();

    /// For whom messages are from now on; for people at first.
    void write_messages_for(Messages reader) { reader_ = reader; }

    /// Whether a person may be looking at what passes.
    bool is_watched() const { return watched_ && reader_ == Messages::human; }

    /// Part of the result. Throws FileError if it cannot be written.
    void result(std::string_view text) const;

    /// What results are written on.
    Paper paper() const;

    /// Hands all results over to the system. Throws FileError if that fails, for example because the disk is full.
    void finish() const;

    /// A line for people, without its line break; a note for programs.
    void message(std::string_view line) const;

    /// Takes the place of the passing line before it; "" leaves none. Only where is_watched(), and never while results
    /// or other messages are written.
    void passing_line(std::string_view line) const;

    /// A diagnostic, and its annotation where those are wanted.
    void diagnostic(const Diagnostic& diagnostic) const;

    /// A diagnostic that stands for many places, which people find in the results: they get `whole` alone. Programs
    /// get every place before it. The first ten places become annotations, as many as GitHub shows of a severity and
    /// step, and `whole` a notice, which it counts apart, that says how many more there are.
    void diagnostic(const Diagnostic& whole, const std::vector<Diagnostic>& places) const;

private:
    void write(std::string_view text) const;

    std::FILE* results_;
    std::FILE* messages_;
    bool colour_;
    bool watched_;
    bool annotations_;
    Messages reader_ = Messages::human;
};

} // namespace actlas::cli
