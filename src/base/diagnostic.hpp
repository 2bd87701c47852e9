#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace actlas {

/// A place in a text that a person wrote. Lines and columns count from 1; columns count code points.
struct SourceSpan {
    std::string file; ///< as the person named it; "" for text from the command line
    std::size_t line = 1;
    std::size_t column = 1;
    std::size_t length = 1; ///< code points to underline, at least 1
    std::string line_text;  ///< the whole line, without its line break
};

/// One message about input: what is wrong, where, and what to do about it.
struct Diagnostic {
    enum class Severity { error, warning };
    Severity severity = Severity::error;
    std::string message; ///< one sentence, no full stop at its end
    std::optional<SourceSpan> where;
    std::string hint; ///< e.g. `did you mean "sigmoid"?`; may be empty
};

/// The command line, the config or a formula is wrong (exit status 2). Holds every error found, not just the first.
class InputError : public std::runtime_error {
public:
    explicit InputError(std::vector<Diagnostic> diagnostics);
    explicit InputError(Diagnostic diagnostic);
    const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

private:
    std::vector<Diagnostic> diagnostics_;
};

/// A file could not be read or written (exit status 3). what() names the file and the reason.
class FileError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// For people: `file:line:column: error: message`, the line, a caret under the place, the hint.
/// Wide (East Asian) characters count as two columns so that the caret stands under its place.
std::string format_for_people(const Diagnostic& diagnostic, bool colour);

/// A GitHub Actions annotation: `::error file=..,line=..,col=..::message`, escaped as GitHub asks.
std::string format_for_github(const Diagnostic& diagnostic);

/// The span of `length` bytes at byte `offset` of a text that may hold several lines.
SourceSpan span_in_text(std::string_view file, std::string_view text, std::size_t offset, std::size_t length);

} // namespace actlas
